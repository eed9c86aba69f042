// A charge point on an Arduino-style board: pins for contactor, cable and vehicle, a card reader and a
// meter that speak over serial lines, and a network client of the board.
//
// Copy ocpp_station.h and the library for your chip beside this sketch. Everything is in setup() and
// loop(); loop() never waits.
#include <Arduino.h>
#include <NetworkClient.h>

#include "ocpp_station.h"

const char *SERVER = "192.168.1.10";
uint16_t PORT = 8000;
const char *IDENTITY = "ARDUINO-1";

const int PIN_CONTACTOR = 5, PIN_CABLE = 6, PIN_VEHICLE = 7, PIN_PULSES = 8;

NetworkClient client;
ocpp_station *station = nullptr;
bool wants_connection = false;
volatile uint32_t pulses = 0;  // one for each Wh, from the meter's S0 output

void meter_pulse() { pulses = pulses + 1; }

void setup() {
  Serial.begin(115200);
  pinMode(PIN_CONTACTOR, OUTPUT);
  pinMode(PIN_CABLE, INPUT);
  pinMode(PIN_VEHICLE, INPUT);
  attachInterrupt(PIN_PULSES, meter_pulse, RISING);

  ocpp_setup setup;
  ocpp_setup_init(&setup);
  setup.milliseconds = [](void *) -> uint32_t { return millis(); };
  setup.random = [](void *) -> uint32_t { return random32(); };
  setup.vendor = "Example";
  setup.model = "Arduino";

  // Outputs: the station decides.
  setup.hardware.set_contactor = [](void *, int, bool closed) {
    digitalWrite(PIN_CONTACTOR, closed ? HIGH : LOW);
  };
  setup.hardware.show_prompt = [](void *, int, ocpp_prompt prompt) {
    Serial.print("prompt ");
    Serial.println((int)prompt);
  };
  // Inputs: the station looks.
  setup.hardware.is_plugged = [](void *, int) { return digitalRead(PIN_CABLE) == HIGH; };
  setup.hardware.is_ev_ready = [](void *, int) { return digitalRead(PIN_VEHICLE) == HIGH; };
  setup.hardware.read_meter = [](void *, int, ocpp_meter *reading) {
    reading->energy_wh = pulses;
    return true;
  };

  // The network: the library makes the WebSocket on the client's bytes.
  ocpp_stream_transport stream = {};
  stream.open = [](void *) { wants_connection = true; };
  stream.write = [](void *, const void *bytes, size_t count) {
    client.write((const uint8_t *)bytes, count);
  };
  stream.close = [](void *) { client.stop(); };
  stream.host = SERVER;
  stream.path = "/ocpp";
  stream.identity = IDENTITY;
  setup.stream = &stream;

  ocpp_result result = ocpp_station_new(&setup, &station);
  if (result != OCPP_OK) {
    Serial.println(ocpp_result_text(result));
    return;
  }
  ocpp_set_configuration(station, "MeterValueSampleInterval", "10");
  ocpp_start(station);
}

void loop() {
  if (station == nullptr) return;

  static bool was_connected = false;
  if (wants_connection) {
    wants_connection = false;
    was_connected = client.connect(SERVER, PORT);
    if (was_connected) ocpp_stream_opened(station);
    else ocpp_stream_closed(station);
  } else if (was_connected && !client.connected()) {
    was_connected = false;
    ocpp_stream_closed(station);
  }
  uint8_t bytes[256];
  int count = client.available() > 0 ? client.read(bytes, sizeof bytes) : 0;
  if (count > 0) ocpp_stream_read(station, bytes, count);

  // A card is a line on the serial port, as cheap readers send it.
  static char card[21];
  static size_t length = 0;
  while (Serial.available() > 0) {
    int letter = Serial.read();
    if (letter == '\n') {
      card[length] = 0;
      if (length > 0) ocpp_token(station, 1, card);
      length = 0;
    } else if (length < sizeof card - 1) {
      card[length++] = (char)letter;
    }
  }

  ocpp_loop(station);
}
