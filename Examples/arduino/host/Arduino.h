// As much of an Arduino core as the sketch uses, for a host: pins are variables that the test drives,
// serial lines are lists of bytes. Only for compiling and trying the sketch where there is no board.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

enum { LOW = 0, HIGH = 1, INPUT = 0, OUTPUT = 1, RISING = 3 };

uint32_t millis();
uint32_t random32();
void pinMode(int pin, int mode);
int digitalRead(int pin);
void digitalWrite(int pin, int level);
void attachInterrupt(int pin, void (*handler)(), int mode);

struct SerialLine {
  std::string input;
  void begin(unsigned long) {}
  int available() { return (int)input.size(); }
  int read() {
    int letter = (unsigned char)input[0];
    input.erase(0, 1);
    return letter;
  }
  void print(const char *text) { std::fputs(text, stdout); }
  void println(const char *text) { std::puts(text); }
  void println(int number) { std::printf("%d\n", number); }
};
extern SerialLine Serial;

void setup();
void loop();
