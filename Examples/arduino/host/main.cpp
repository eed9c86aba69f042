// Runs the sketch on a host: a person plugs the cable in, holds a card against the reader, waits three
// seconds and holds it there again.
//
//   sketch HOST PORT IDENTITY
#include <arpa/inet.h>
#include <netdb.h>
#include <poll.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>

#include "../station.ino"

SerialLine Serial;
static int levels[16];
static void (*pulse)();

uint32_t millis() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  // Starts just before it wraps around, as a board's clock does after 49 days.
  return (uint32_t)((uint64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000) + 0xFFFFF000u;
}
uint32_t random32() {
  uint32_t bits;
  if (getrandom(&bits, sizeof bits, 0) != (ssize_t)sizeof bits) abort();
  return bits;
}
void pinMode(int, int) {}
int digitalRead(int pin) { return levels[pin]; }
void digitalWrite(int pin, int level) { levels[pin] = level; }
void attachInterrupt(int, void (*handler)(), int) { pulse = handler; }

bool NetworkClient::connect(const char *host, uint16_t port) {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  if (inet_pton(AF_INET, host, &address.sin_addr) != 1) return false;
  descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor >= 0 && ::connect(descriptor, (sockaddr *)&address, sizeof address) == 0) return true;
  stop();
  return false;
}
int NetworkClient::available() {
  pollfd entry = {descriptor, POLLIN, 0};
  return descriptor >= 0 && poll(&entry, 1, 0) > 0;
}
int NetworkClient::read(uint8_t *bytes, size_t room) {
  ssize_t count = ::read(descriptor, bytes, room);
  if (count <= 0) stop();
  return (int)count;
}
size_t NetworkClient::write(const uint8_t *bytes, size_t count) {
  if (descriptor < 0 || send(descriptor, bytes, count, MSG_NOSIGNAL) != (ssize_t)count) stop();
  return descriptor < 0 ? 0 : count;
}
void NetworkClient::stop() {
  if (descriptor >= 0) close(descriptor);
  descriptor = -1;
}

int main(int argc, char **argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: sketch HOST PORT IDENTITY\n");
    return 2;
  }
  setvbuf(stdout, nullptr, _IOLBF, 0);
  SERVER = argv[1];
  PORT = (uint16_t)std::atoi(argv[2]);
  IDENTITY = argv[3];
  setup();
  if (station == nullptr) return 1;

  enum { registering, charging, leaving } phase = registering;
  timespec pause = {0, 5000000};
  uint32_t since = millis();
  while (millis() - since < 60000) {
    loop();
    nanosleep(&pause, nullptr);
    if (levels[PIN_CONTACTOR]) pulse();
    ocpp_connector_state state;
    ocpp_get_connector(station, 1, &state);
    if (phase == registering && ocpp_is_online(station)) {
      levels[PIN_CABLE] = levels[PIN_VEHICLE] = HIGH;
      Serial.input += "DEMO0001\n";
      phase = charging;
      since = millis();
    } else if (phase == charging && state.transaction_id && millis() - since > 3000) {
      Serial.input += "DEMO0001\n";
      phase = leaving;
    } else if (phase == leaving && !state.has_transaction && !ocpp_owed_messages(station)) {
      levels[PIN_CABLE] = levels[PIN_VEHICLE] = LOW;
      loop();
      std::printf("everything was acknowledged: %u Wh\n", (unsigned)pulses);
      ocpp_station_delete(station);
      return 0;
    }
  }
  std::fprintf(stderr, "nothing happens for a minute\n");
  return 1;
}
