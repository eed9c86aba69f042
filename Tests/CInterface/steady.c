/* A vehicle charges for two hours beside a central system that accepts everything: what the library takes
 * from the heap in the second hour, its journal's records and 60 samples sent and acknowledged included,
 * is counted, and has to be nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ocpp_station.h"

/* --- The heap: libc's, counted. The library asks for memory in these two ways. ------------------- */

static unsigned long taken;

int posix_memalign(void **place, size_t alignment, size_t size) {
  taken++;
  *place = aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
  return *place ? 0 : 12;
}

extern void *__libc_malloc(size_t size);
void *malloc(size_t size) {
  taken++;
  return __libc_malloc(size);
}

/* --- The charger ----------------------------------------------------------------------------------- */

static uint32_t now_ms;
static int64_t energy_wh = 12000;
static bool contactor, wants_connection;
static int samples;
static char answer[512];

static uint32_t milliseconds(void *context) { (void)context; return now_ms; }
static uint32_t next_random(void *context) {
  static uint32_t state = 1;
  (void)context;
  return state = state * 1664525 + 1013904223;
}
static void set_contactor(void *context, int connector, bool closed) {
  (void)context; (void)connector;
  contactor = closed;
}
static bool read_meter(void *context, int connector, ocpp_meter *reading) {
  (void)context; (void)connector;
  reading->energy_wh = energy_wh;
  return true;
}

/* --- Its flash, in memory --------------------------------------------------------------------------- */

static unsigned char flash[16 * 4096];

static int flash_read(void *context, uint32_t address, void *bytes, size_t count) {
  (void)context;
  memcpy(bytes, flash + address, count);
  return 0;
}
static int flash_program(void *context, uint32_t address, const void *bytes, size_t count) {
  (void)context;
  for (size_t i = 0; i < count; i++) flash[address + i] &= ((const unsigned char *)bytes)[i];
  return 0;
}
static int flash_erase(void *context, uint32_t sector) {
  (void)context;
  memset(flash + sector * 4096, 0xFF, 4096);
  return 0;
}

/* --- The central system ------------------------------------------------------------------------------ */

static void do_connect(void *context) { (void)context; wants_connection = true; }
static void do_close(void *context, uint16_t code) { (void)context; (void)code; }
static void do_send(void *context, const char *text, size_t length) {
  static char call[4096];
  (void)context;
  if (length >= sizeof call) exit(3);
  memcpy(call, text, length);
  call[length] = 0;
  if (strncmp(call, "[2,\"", 4) != 0) return;
  int id = (int)strcspn(call + 4, "\"");
  const char *payload = "{}";
  if (strstr(call, "\"BootNotification\""))
    payload = "{\"status\":\"Accepted\",\"currentTime\":\"2026-03-01T00:00:00Z\",\"interval\":86400}";
  else if (strstr(call, "\"Authorize\"")) payload = "{\"idTagInfo\":{\"status\":\"Accepted\"}}";
  else if (strstr(call, "\"StartTransaction\""))
    payload = "{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":7}";
  else if (strstr(call, "\"MeterValues\"")) samples++;
  snprintf(answer, sizeof answer, "[3,\"%.*s\",%s]", id, call + 4, payload);
}

/* Answers until nothing is under way. */
static void settle(ocpp_station *station) {
  ocpp_loop(station);
  while (wants_connection || answer[0]) {
    if (wants_connection) {
      wants_connection = false;
      ocpp_message_opened(station);
    } else {
      char text[sizeof answer];
      strcpy(text, answer);
      answer[0] = 0;
      ocpp_message_received(station, text, strlen(text));
    }
    ocpp_loop(station);
  }
}

static void charge_an_hour(ocpp_station *station) {
  for (int round = 0; round < 360; round++) {
    now_ms += 10000;
    energy_wh += 30;
    settle(station);
  }
}

int main(void) {
  static const ocpp_message_transport messages = {do_connect, do_send, do_close};
  static const ocpp_flash port = {4096, 16, 4, flash_read, flash_program, flash_erase, NULL};
  ocpp_setup setup;
  ocpp_station *station;
  memset(flash, 0xFF, sizeof flash);
  if (ocpp_setup_init(&setup) != OCPP_OK) return 1;
  setup.milliseconds = milliseconds;
  setup.random = next_random;
  setup.vendor = "V";
  setup.model = "M";
  setup.messages = &messages;
  setup.flash = &port;
  setup.hardware.set_contactor = set_contactor;
  setup.hardware.read_meter = read_meter;
  if (ocpp_station_new(&setup, &station) != OCPP_OK || ocpp_start(station) != OCPP_OK) return 1;
  settle(station);
  ocpp_plugged(station, 1, true);
  ocpp_ev_ready(station, 1, true);
  ocpp_token(station, 1, "TAG1");
  settle(station);
  charge_an_hour(station);

  unsigned long taken_before = taken;
  int samples_before = samples;
  charge_an_hour(station);
  unsigned long in_the_hour = taken - taken_before;
  printf("%d samples, contactor %s, %lu allocations, %lu before\n", samples - samples_before,
         contactor ? "closed" : "open", in_the_hour, taken_before);
  return ocpp_station_delete(station) == OCPP_OK ? 0 : 1;
}
