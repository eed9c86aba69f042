/* Every function of ocpp_station.h with what it must refuse: NULL, numbers out of range, texts that are
 * too long or no texts, calls at the wrong time and from within callbacks, broken flash, and garbage
 * from the network. Nothing may trap; prints how many checks passed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ocpp_station.h"

static int checks, failures;
#define EXPECT(wanted, expression)                                                          \
  do {                                                                                      \
    long long got = (long long)(expression);                                                \
    checks++;                                                                               \
    if (got != (long long)(wanted)) {                                                       \
      failures++;                                                                           \
      printf("line %d: %s is %lld, not %s\n", __LINE__, #expression, got, #wanted);         \
    }                                                                                       \
  } while (0)

static uint32_t clock_ms, random_state = 1;
static ocpp_station *station;
static unsigned char flash[16 * 4096];
static int broken_flash, connects, sent, contactor_commands;
static char last_sent[8192];
static void (*inside)(void);

static uint32_t milliseconds(void *context) { (void)context; return clock_ms; }
static uint32_t next_random(void *context) {
  (void)context;
  return random_state = random_state * 1664525 + 1013904223;
}
static int flash_read(void *context, uint32_t address, void *bytes, size_t count) {
  (void)context;
  memcpy(bytes, flash + address, count);
  return broken_flash;
}
static int flash_program(void *context, uint32_t address, const void *bytes, size_t count) {
  (void)context;
  for (size_t i = 0; i < count; i++) {
    unsigned char new = ((const unsigned char *)bytes)[i];
    if (~flash[address + i] & new) return -1; /* only an erase sets bits */
    flash[address + i] &= new;
  }
  return broken_flash;
}
static int flash_erase(void *context, uint32_t sector) {
  (void)context;
  memset(flash + sector * 4096, 0xFF, 4096);
  return broken_flash;
}
static void do_connect(void *context) {
  (void)context;
  connects++;
  if (inside) inside();
}
static void do_send(void *context, const char *text, size_t length) {
  (void)context;
  sent++;
  if (length >= sizeof last_sent) length = sizeof last_sent - 1;
  memcpy(last_sent, text, length);
  last_sent[length] = 0;
}
static void do_close(void *context, uint16_t code) { (void)context; (void)code; }
static void set_contactor(void *context, int connector, bool closed) {
  (void)context; (void)connector; (void)closed;
  contactor_commands++;
}
static bool read_meter(void *context, int connector, ocpp_meter *reading) {
  (void)context; (void)connector;
  reading->energy_wh = INT64_MAX; /* a register that cannot be */
  reading->charge_percent = 4000;
  return true;
}
static void stream_open(void *context) { (void)context; connects++; }
static void stream_write(void *context, const void *bytes, size_t count) {
  (void)context; (void)bytes;
  sent += count > 0;
}
static void stream_close(void *context) { (void)context; }

static const ocpp_message_transport messages = {do_connect, do_send, do_close};
static const ocpp_flash good_flash = {
    4096, 16, 4, flash_read, flash_program, flash_erase, NULL};

static ocpp_setup good(void) {
  ocpp_setup setup;
  EXPECT(OCPP_OK, ocpp_setup_init(&setup));
  setup.milliseconds = milliseconds;
  setup.random = next_random;
  setup.vendor = "V";
  setup.model = "M";
  setup.messages = &messages;
  setup.hardware.set_contactor = set_contactor;
  setup.hardware.read_meter = read_meter;
  return setup;
}

/* What ocpp_station_new says to a setup; the station, if any, goes at once. */
static ocpp_result attempt(const ocpp_setup *setup) {
  ocpp_station *made = (ocpp_station *)&clock_ms;
  ocpp_result result = ocpp_station_new(setup, &made);
  EXPECT(1, (made == NULL) == (result != OCPP_OK));
  if (result == OCPP_OK) ocpp_station_delete(made);
  return result;
}

static void test_setup(void) {
  ocpp_setup setup = good();
  EXPECT(OCPP_OK, attempt(&setup));
  EXPECT(1, ocpp_memory_needed(&setup) > 1000);
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_setup_init(NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_memory_needed(NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_station_new(&setup, NULL));
  EXPECT(OCPP_BAD_ARGUMENT, attempt(NULL));
#define REFUSES(result, change)        \
  do {                                 \
    setup = good();                    \
    change;                            \
    EXPECT(result, attempt(&setup));   \
  } while (0)
  REFUSES(OCPP_BAD_ARGUMENT, memset(&setup, 0, sizeof setup));
  REFUSES(OCPP_BAD_ARGUMENT, memset(&setup, 0xFF, sizeof(uint32_t)));
  REFUSES(OCPP_BAD_ARGUMENT, setup.milliseconds = NULL);
  REFUSES(OCPP_BAD_ARGUMENT, setup.random = NULL);
  REFUSES(OCPP_BAD_ARGUMENT, setup.vendor = NULL);
  REFUSES(OCPP_BAD_ARGUMENT, setup.model = "");
  REFUSES(OCPP_BAD_ARGUMENT, setup.messages = NULL);
  REFUSES(OCPP_BAD_ARGUMENT, setup.connectors = 0);
  REFUSES(OCPP_BAD_ARGUMENT, setup.connectors = 17);
  REFUSES(OCPP_BAD_ARGUMENT, setup.connectors = INT32_MIN);
  REFUSES(OCPP_BAD_ARGUMENT, setup.maximum_current_ma = -1);
  REFUSES(OCPP_BAD_ARGUMENT, setup.phases = 2);
  REFUSES(OCPP_BAD_ARGUMENT, setup.voltage = 0);
  REFUSES(OCPP_BAD_ARGUMENT, setup.queue_limit = INT32_MAX);
  REFUSES(OCPP_BAD_ARGUMENT, setup.cache_limit = -1);
  REFUSES(OCPP_BAD_ARGUMENT, setup.frame_limit = 1);
  REFUSES(OCPP_TOO_LONG, setup.vendor = "123456789012345678901");
  REFUSES(OCPP_OK, setup.vendor = "12345678901234567890");
  REFUSES(OCPP_OK, setup.vendor = "Wallb\xC3\xB6x");
  REFUSES(OCPP_BAD_TEXT, setup.vendor = "a\nb");
  REFUSES(OCPP_BAD_TEXT, setup.vendor = "\xC3");
  REFUSES(OCPP_BAD_TEXT, setup.vendor = "\xED\xA0\x80");
  REFUSES(OCPP_BAD_TEXT, setup.vendor = "\xC0\xAF");
  REFUSES(OCPP_TOO_LONG, setup.serial_number = "12345678901234567890123456");

  ocpp_message_transport deaf = {do_connect, NULL, do_close};
  REFUSES(OCPP_BAD_ARGUMENT, setup.messages = &deaf);
  ocpp_stream_transport stream = {
      stream_open, stream_write, stream_close, "h:1", "/ocpp", "ID", NULL};
  REFUSES(OCPP_BAD_ARGUMENT, setup.stream = &stream); /* both */
  REFUSES(OCPP_OK, (setup.messages = NULL, setup.stream = &stream));
  stream.host = "h\r\nX: y";
  REFUSES(OCPP_BAD_TEXT, (setup.messages = NULL, setup.stream = &stream));
  stream.host = NULL;
  REFUSES(OCPP_BAD_ARGUMENT, (setup.messages = NULL, setup.stream = &stream));

  ocpp_flash odd = good_flash;
  setup = good();
  setup.flash = &odd;
  memset(flash, 0xFF, sizeof flash);
  EXPECT(OCPP_OK, attempt(&setup));
  odd.sector_size = 1000;
  EXPECT(OCPP_BAD_FLASH, attempt(&setup));
  odd.sector_size = 256;
  EXPECT(OCPP_BAD_FLASH, attempt(&setup)); /* the largest batch does not fit */
  odd.sector_size = 0;
  EXPECT(OCPP_BAD_FLASH, attempt(&setup));
  odd = good_flash;
  odd.sector_count = UINT32_MAX;
  EXPECT(OCPP_BAD_FLASH, attempt(&setup));
  odd = good_flash;
  odd.program_unit = 3;
  EXPECT(OCPP_BAD_FLASH, attempt(&setup));
  odd = good_flash;
  odd.erase = NULL;
  EXPECT(OCPP_BAD_ARGUMENT, attempt(&setup));
  odd = good_flash;
  broken_flash = -1;
  EXPECT(OCPP_JOURNAL_ERROR, attempt(&setup));
  broken_flash = 0;
}

static void test_null(void) {
  ocpp_meter reading = {0};
  ocpp_connector_state state;
  size_t length = 0;
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_start(NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_loop(NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_next_wake(NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_stream_opened(NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_stream_closed(NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_stream_read(NULL, "x", 1));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_message_opened(NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_message_closed(NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_message_received(NULL, "x", 1));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_plugged(NULL, 1, true));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_ev_ready(NULL, 1, true));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_evse_ready(NULL, 1, true));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_meter_reading(NULL, 1, &reading));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_token(NULL, 1, "T"));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_begin_transaction(NULL, 1, "T"));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_end_transaction(NULL, 1, OCPP_STOP_LOCAL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_set_fault(NULL, 1, OCPP_FAULT_NONE, NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_reset_failed(NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_get_connector(NULL, 1, &state));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_is_online(NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_owed_messages(NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_set_configuration(NULL, "K", "V"));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_get_configuration(NULL, "K", NULL, &length));
  ocpp_station_delete(NULL);
  for (ocpp_result result = -20; result < 5; result++) EXPECT(1, strlen(ocpp_result_text(result)) > 5);
}

static void test_arguments(void) {
  ocpp_meter reading = {0};
  ocpp_connector_state state;
  static const int wrong[] = {-1, 2, INT32_MAX, INT32_MIN};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    EXPECT(OCPP_BAD_ARGUMENT, ocpp_plugged(station, wrong[i], true));
    EXPECT(OCPP_BAD_ARGUMENT, ocpp_ev_ready(station, wrong[i], true));
    EXPECT(OCPP_BAD_ARGUMENT, ocpp_evse_ready(station, wrong[i], false));
    EXPECT(OCPP_BAD_ARGUMENT, ocpp_meter_reading(station, wrong[i], &reading));
    EXPECT(OCPP_BAD_ARGUMENT, ocpp_token(station, wrong[i], "T"));
    EXPECT(OCPP_BAD_ARGUMENT, ocpp_begin_transaction(station, wrong[i], "T"));
    EXPECT(OCPP_BAD_ARGUMENT, ocpp_end_transaction(station, wrong[i], OCPP_STOP_LOCAL));
    EXPECT(OCPP_BAD_ARGUMENT, ocpp_set_fault(station, wrong[i], OCPP_FAULT_NONE, NULL));
    EXPECT(OCPP_BAD_ARGUMENT, ocpp_get_connector(station, wrong[i], &state));
  }
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_plugged(station, 0, true));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_meter_reading(station, 1, NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_get_connector(station, 1, NULL));
  EXPECT(OCPP_OK, ocpp_get_connector(station, 0, &state));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_token(station, 1, NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_token(station, 1, ""));
  EXPECT(OCPP_TOO_LONG, ocpp_token(station, 1, "123456789012345678901"));
  EXPECT(OCPP_BAD_TEXT, ocpp_token(station, 1, "a\x01"));
  EXPECT(OCPP_BAD_STATE, ocpp_end_transaction(station, 1, OCPP_STOP_LOCAL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_end_transaction(station, 1, (ocpp_stop_reason)9));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_set_fault(station, 1, (ocpp_fault)16, NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_set_fault(station, 1, (ocpp_fault)300, NULL));
  char info[52];
  memset(info, 'x', 51);
  info[51] = 0;
  EXPECT(OCPP_TOO_LONG, ocpp_set_fault(station, 1, OCPP_FAULT_OTHER_ERROR, info));
}

static void test_configuration(void) {
  char value[16];
  size_t length = sizeof value;
  EXPECT(OCPP_OK, ocpp_set_configuration(station, "heartbeatinterval", "77"));
  EXPECT(OCPP_OK, ocpp_get_configuration(station, "HeartbeatInterval", value, &length));
  EXPECT(2, length);
  EXPECT(0, strcmp(value, "77"));
  length = 2;
  EXPECT(OCPP_NO_ROOM, ocpp_get_configuration(station, "HeartbeatInterval", value, &length));
  EXPECT(2, length);
  length = 0;
  EXPECT(OCPP_OK, ocpp_get_configuration(station, "HeartbeatInterval", NULL, &length));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_get_configuration(station, "HeartbeatInterval", value, NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_get_configuration(station, NULL, value, &length));
  EXPECT(OCPP_UNKNOWN_KEY, ocpp_get_configuration(station, "NoSuchKey", value, &length));
  EXPECT(OCPP_UNKNOWN_KEY, ocpp_set_configuration(station, "NoSuchKey", "1"));
  EXPECT(OCPP_BAD_VALUE, ocpp_set_configuration(station, "HeartbeatInterval", "often"));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_set_configuration(station, "HeartbeatInterval", NULL));
  EXPECT(OCPP_OK, ocpp_set_configuration(station, "AuthorizationKey", "0123456789abcdef0123"));
  length = sizeof value;
  EXPECT(OCPP_SECRET, ocpp_get_configuration(station, "AuthorizationKey", value, &length));
}

/* From within `connect`. */
static void meddle(void) {
  EXPECT(OCPP_BUSY, ocpp_loop(station));
  EXPECT(OCPP_BUSY, ocpp_message_opened(station));
  EXPECT(OCPP_BUSY, ocpp_message_received(station, "[]", 2));
  EXPECT(OCPP_BUSY, ocpp_set_configuration(station, "HeartbeatInterval", "9"));
  ocpp_station_delete(station);
  int taken = 0;
  while (taken < 1000 && ocpp_plugged(station, 1, taken % 2 == 0) == OCPP_OK) taken++;
  EXPECT(1, taken > 10 && taken < 1000);
  EXPECT(0, ocpp_is_online(station));
  inside = NULL;
}

/* Answers the BootNotification that was sent last. */
static void accept_boot(void) {
  char answer[200];
  const char *id = strchr(last_sent, '"') + 1;
  int length = (int)strcspn(id, "\"");
  int count = snprintf(
      answer, sizeof answer,
      "[3,\"%.*s\",{\"status\":\"Accepted\",\"currentTime\":\"2026-01-01T00:00:00Z\",\"interval\":300}]",
      length, id);
  EXPECT(OCPP_OK, ocpp_message_received(station, answer, (size_t)count));
}

static void test_life(void) {
  ocpp_setup setup = good();
  memset(flash, 0xFF, sizeof flash);
  setup.flash = &good_flash;
  EXPECT(OCPP_OK, ocpp_station_new(&setup, &station));
  /* Not started yet. */
  EXPECT(OCPP_BAD_STATE, ocpp_loop(station));
  EXPECT(OCPP_BAD_STATE, ocpp_next_wake(station));
  EXPECT(OCPP_BAD_STATE, ocpp_plugged(station, 1, true));
  EXPECT(OCPP_BAD_STATE, ocpp_message_opened(station));
  EXPECT(OCPP_BAD_STATE, ocpp_message_received(station, "[]", 2));
  inside = meddle;
  EXPECT(OCPP_OK, ocpp_start(station));
  EXPECT(1, connects);
  EXPECT(OCPP_BAD_STATE, ocpp_start(station));
  EXPECT(OCPP_BAD_STATE, ocpp_stream_opened(station)); /* another transport */
  EXPECT(OCPP_BAD_STATE, ocpp_stream_read(station, "x", 1));
  EXPECT(OCPP_OK, ocpp_plugged(station, 1, false));
  test_arguments();
  test_configuration();

  EXPECT(OCPP_OK, ocpp_message_opened(station));
  EXPECT(1, sent);
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_message_received(station, NULL, 4));
  static const char *const garbage[] = {
      "", "[", "[]", "[3]", "{}", "[2,\"1\"]", "[9,\"1\",\"X\",{}]", "\xFF\xFE", "[3,\"nobody\",{}]",
      "[2,\"1\",\"Reset\",{\"type\":\"Odd\"}]", "[2,\"1\",\"NoSuchAction\",{}]",
      "[4,\"1\",\"InternalError\",\"\",{}]"};
  for (size_t i = 0; i < sizeof garbage / sizeof garbage[0]; i++)
    EXPECT(OCPP_OK, ocpp_message_received(station, garbage[i], strlen(garbage[i])));
  static char large[100000];
  memset(large, '[', sizeof large);
  EXPECT(OCPP_OK, ocpp_message_received(station, large, sizeof large));
  for (int i = 0; i < 20000; i++) {
    char bytes[64];
    size_t count = next_random(NULL) % sizeof bytes;
    for (size_t k = 0; k < count; k++) bytes[k] = "[]{}\",:0123456789eE.-\\u\0\xFF \n"[next_random(NULL) % 27];
    if (ocpp_message_received(station, bytes, count) != OCPP_OK) failures++;
  }
  EXPECT(OCPP_OK, ocpp_message_closed(station));
  EXPECT(OCPP_OK, ocpp_message_closed(station)); /* twice */
  EXPECT(0, ocpp_is_online(station));
  /* The clock wraps around while the station waits to connect again. */
  int before = connects;
  clock_ms = UINT32_MAX - 500;
  EXPECT(OCPP_OK, ocpp_loop(station));
  for (int i = 0; i < 100 && connects == before; i++) {
    clock_ms += 100;
    EXPECT(OCPP_OK, ocpp_loop(station));
  }
  EXPECT(1, connects > before);
  EXPECT(OCPP_OK, ocpp_message_opened(station));
  accept_boot();
  EXPECT(1, ocpp_is_online(station));
  EXPECT(1, ocpp_next_wake(station) >= 0);
  ocpp_station_delete(station);

  /* Another station on the same flash has the configuration. */
  char value[16];
  size_t length = sizeof value;
  EXPECT(OCPP_OK, ocpp_station_new(&setup, &station));
  EXPECT(OCPP_OK, ocpp_get_configuration(station, "HeartbeatInterval", value, &length));
  EXPECT(0, strcmp(value, "300"));
  ocpp_station_delete(station);
}

static void test_stream(void) {
  ocpp_stream_transport stream = {
      stream_open, stream_write, stream_close, "h:1", "/ocpp", "ID", "secret"};
  ocpp_setup setup = good();
  setup.messages = NULL;
  setup.stream = &stream;
  EXPECT(OCPP_OK, ocpp_station_new(&setup, &station));
  EXPECT(OCPP_OK, ocpp_start(station));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_stream_read(station, NULL, 1));
  EXPECT(OCPP_OK, ocpp_stream_read(station, NULL, 0));
  EXPECT(OCPP_OK, ocpp_stream_read(station, "before it is open", 17));
  for (int round = 0; round < 200; round++) {
    clock_ms += 700000;
    EXPECT(OCPP_OK, ocpp_loop(station));
    EXPECT(OCPP_OK, ocpp_stream_opened(station));
    char bytes[300];
    for (size_t k = 0; k < sizeof bytes; k++) bytes[k] = (char)next_random(NULL);
    if (round % 2) memcpy(bytes, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n", 56);
    EXPECT(OCPP_OK, ocpp_stream_read(station, bytes, sizeof bytes));
    EXPECT(OCPP_OK, ocpp_stream_closed(station));
  }
  ocpp_station_delete(station);
}

int main(void) {
  test_setup();
  test_null();
  test_life();
  test_stream();
  printf("%d checks, %d failed\n", checks, failures);
  return failures != 0;
}
