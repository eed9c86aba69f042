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
  REFUSES(OCPP_WRONG_VERSION, memset(&setup, 0, sizeof setup));
  REFUSES(OCPP_WRONG_VERSION, setup.interface = OCPP_STATION_INTERFACE - 1);
  REFUSES(OCPP_WRONG_VERSION, setup.interface = OCPP_STATION_INTERFACE + 1);
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

/* A program with the header of another library. */
static void test_versions(void) {
  ocpp_setup setup;
  memset(&setup, 0x55, sizeof setup);
  EXPECT(OCPP_WRONG_VERSION, ocpp_setup_init_sized(&setup, OCPP_STATION_INTERFACE - 1, sizeof setup));
  EXPECT(OCPP_WRONG_VERSION, ocpp_setup_init_sized(&setup, OCPP_STATION_INTERFACE + 1, sizeof setup));
  EXPECT(OCPP_WRONG_VERSION, ocpp_setup_init_sized(&setup, OCPP_STATION_INTERFACE, sizeof setup - 8));
  EXPECT(OCPP_WRONG_VERSION, ocpp_setup_init_sized(&setup, OCPP_STATION_INTERFACE, 0));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_setup_init_sized(NULL, OCPP_STATION_INTERFACE, sizeof setup));
  const unsigned char *bytes = (const unsigned char *)&setup;
  int untouched = 1;
  for (size_t i = 0; i < sizeof setup; i++) untouched &= bytes[i] == 0x55;
  EXPECT(1, untouched);
  EXPECT(OCPP_OK, ocpp_setup_init(&setup));
  EXPECT(OCPP_STATION_INTERFACE, setup.interface);
}

static void no_download(void *context, const ocpp_firmware_image *image) { (void)context; (void)image; }
static void no_install(void *context) { (void)context; }
static void no_upload(void *context, const ocpp_upload *upload) { (void)context; (void)upload; }

static void test_services_setup(void) {
  ocpp_setup setup;
  ocpp_firmware firmware = {no_download, no_install, NULL, NULL, NULL};
  ocpp_uploads uploads = {no_upload, NULL};
  ocpp_certificates certificates = {NULL, NULL, NULL, NULL, NULL};
  ocpp_data_transfer data = {NULL, NULL};
  REFUSES(OCPP_OK, (setup.firmware = &firmware, setup.uploads = &uploads,
                    setup.certificates = &certificates, setup.data_transfer = &data));
  firmware.download = NULL;
  REFUSES(OCPP_BAD_ARGUMENT, setup.firmware = &firmware);
  firmware.download = no_download;
  firmware.install = NULL;
  REFUSES(OCPP_BAD_ARGUMENT, setup.firmware = &firmware);
  uploads.upload = NULL;
  REFUSES(OCPP_BAD_ARGUMENT, setup.uploads = &uploads);
  REFUSES(OCPP_BAD_ARGUMENT, setup.measurands = 128);
  REFUSES(OCPP_OK, setup.measurands = 0);
  REFUSES(OCPP_BAD_ARGUMENT, setup.security_profile = 4);
  REFUSES(OCPP_BAD_ARGUMENT, setup.security_profile = -1);
  REFUSES(OCPP_BAD_ARGUMENT, setup.highest_security_profile = 4);
  REFUSES(OCPP_BAD_ARGUMENT, setup.stop_sample_limit = 1001);
  REFUSES(OCPP_BAD_ARGUMENT, setup.period_limit = 0);
  REFUSES(OCPP_BAD_ARGUMENT, (setup.flash = &good_flash, setup.journal_records = 63));
  REFUSES(OCPP_BAD_ARGUMENT, (setup.flash = &good_flash, setup.journal_records = 100001));
  REFUSES(OCPP_TOO_LONG, setup.iccid = "123456789012345678901");
  REFUSES(OCPP_TOO_LONG, setup.imsi = "123456789012345678901");
  REFUSES(OCPP_TOO_LONG, setup.box_serial_number = "12345678901234567890123456");
  REFUSES(OCPP_TOO_LONG, setup.meter_type = "12345678901234567890123456");
  REFUSES(OCPP_BAD_TEXT, setup.meter_serial_number = "\xFF");
  REFUSES(OCPP_BAD_TEXT, setup.file_transfer_protocols = "HTTP\n");
  /* More records cost twelve bytes each. */
  setup = good();
  setup.flash = &good_flash;
  setup.journal_records = 1000;
  int32_t few = ocpp_memory_needed(&setup);
  setup.journal_records = 2000;
  EXPECT(12000, ocpp_memory_needed(&setup) - few);
}

static void test_own_keys(void) {
  ocpp_setup setup;
  ocpp_own_key key = {"Colour", "white", OCPP_KEY_TEXT, 0, 6, false, false};
  const ocpp_own_key good_key = key;
#define KEY(result, change)                                                        \
  do {                                                                             \
    key = good_key;                                                                \
    change;                                                                        \
    REFUSES(result, (setup.own_keys = &key, setup.own_key_count = 1));             \
  } while (0)
  KEY(OCPP_OK, (void)0);
  KEY(OCPP_BAD_ARGUMENT, key.name = NULL);
  KEY(OCPP_BAD_ARGUMENT, key.name = "");
  KEY(OCPP_TOO_LONG, key.name = "123456789012345678901234567890123456789012345678901");
  KEY(OCPP_BAD_ARGUMENT, key.name = "heartbeatinterval"); /* OCPP's */
  KEY(OCPP_BAD_ARGUMENT, key.value = NULL);
  KEY(OCPP_BAD_VALUE, key.value = "colourless");
  KEY(OCPP_BAD_ARGUMENT, key.maximum = 0);
  KEY(OCPP_BAD_ARGUMENT, key.maximum = 501);
  KEY(OCPP_BAD_ARGUMENT, key.type = (ocpp_key_type)3);
  KEY(OCPP_BAD_VALUE, key.type = OCPP_KEY_NUMBER);
  KEY(OCPP_BAD_VALUE, (key.type = OCPP_KEY_NUMBER, key.value = "7"));
  KEY(OCPP_OK, (key.type = OCPP_KEY_NUMBER, key.value = "6"));
  KEY(OCPP_BAD_ARGUMENT, (key.type = OCPP_KEY_NUMBER, key.value = "6", key.minimum = 7));
  KEY(OCPP_BAD_VALUE, key.type = OCPP_KEY_FLAG);
  KEY(OCPP_OK, (key.type = OCPP_KEY_FLAG, key.value = "true"));
  ocpp_own_key twice[] = {good_key, good_key};
  twice[1].name = "COLOUR";
  REFUSES(OCPP_BAD_ARGUMENT, (setup.own_keys = twice, setup.own_key_count = 2));
  REFUSES(OCPP_BAD_ARGUMENT, (setup.own_keys = NULL, setup.own_key_count = 1));
  REFUSES(OCPP_BAD_ARGUMENT, (setup.own_keys = twice, setup.own_key_count = 33));

  /* It is kept, and told like OCPP's; read-only is for the central system. */
  key = good_key;
  key.is_read_only = true;
  setup = good();
  setup.own_keys = &key;
  setup.own_key_count = 1;
  setup.flash = &good_flash;
  memset(flash, 0xFF, sizeof flash);
  char value[16];
  size_t length = sizeof value;
  EXPECT(OCPP_OK, ocpp_station_new(&setup, &station));
  EXPECT(OCPP_OK, ocpp_set_configuration(station, "colour", "red"));
  EXPECT(OCPP_BAD_VALUE, ocpp_set_configuration(station, "Colour", "crimson"));
  EXPECT(OCPP_OK, ocpp_start(station)); /* what was set before is written now */
  EXPECT(OCPP_OK, ocpp_station_delete(station));
  EXPECT(OCPP_OK, ocpp_station_new(&setup, &station));
  EXPECT(OCPP_OK, ocpp_get_configuration(station, "COLOUR", value, &length));
  EXPECT(0, strcmp(value, "red"));
  length = 3;
  EXPECT(OCPP_NO_ROOM, ocpp_get_configuration(station, "Colour", value, &length));
  EXPECT(3, length);
  EXPECT(OCPP_OK, ocpp_station_delete(station));
}

/* What is none: every function says so. */
static void test_every_function_with(ocpp_station *none) {
  ocpp_meter reading = {0};
  ocpp_connector_state state;
  ocpp_error error = {OCPP_FAULT_NONE, NULL, NULL, false};
  int64_t time;
  size_t length = 0;
#define NONE(call) EXPECT(OCPP_BAD_ARGUMENT, call)
  NONE(ocpp_start(none));
  NONE(ocpp_loop(none));
  NONE(ocpp_next_wake(none));
  NONE(ocpp_stream_opened(none));
  NONE(ocpp_stream_closed(none));
  NONE(ocpp_stream_read(none, "x", 1));
  NONE(ocpp_message_opened(none));
  NONE(ocpp_message_closed(none));
  NONE(ocpp_message_received(none, "x", 1));
  NONE(ocpp_network_available(none));
  NONE(ocpp_set_time(none, 1800000000000));
  NONE(ocpp_get_time(none, &time));
  NONE(ocpp_plugged(none, 1, true));
  NONE(ocpp_ev_ready(none, 1, true));
  NONE(ocpp_evse_ready(none, 1, true));
  NONE(ocpp_meter_reading(none, 1, &reading));
  NONE(ocpp_unlocked(none, 1, true));
  NONE(ocpp_token(none, 1, "T"));
  NONE(ocpp_begin_transaction(none, 1, "T"));
  NONE(ocpp_begin_authorized(none, 1, "T", NULL));
  NONE(ocpp_watch_frames(none, NULL));
  NONE(ocpp_end_transaction(none, 1, OCPP_STOP_LOCAL));
  NONE(ocpp_set_fault(none, 1, OCPP_FAULT_NONE, NULL));
  NONE(ocpp_set_error(none, 1, &error));
  NONE(ocpp_reset_failed(none));
  NONE(ocpp_set_sim(none, NULL, NULL));
  NONE(ocpp_security_event(none, "T", NULL));
  NONE(ocpp_firmware_downloaded(none, true));
  NONE(ocpp_firmware_certificate(none, OCPP_VALID));
  NONE(ocpp_firmware_verified(none, true));
  NONE(ocpp_firmware_installed(none, true));
  NONE(ocpp_uploaded(none, true));
  NONE(ocpp_certificate_installed(none, OCPP_CERTIFICATE_INSTALLED));
  NONE(ocpp_certificate_deleted(none, OCPP_CERTIFICATE_REMOVED));
  NONE(ocpp_certificates_listed(none, NULL, 0));
  NONE(ocpp_signed_certificate_stored(none, true));
  NONE(ocpp_sign_certificate(none, "R"));
  NONE(ocpp_data_answer(none, OCPP_DATA_ACCEPTED, NULL));
  NONE(ocpp_data_send(none, "V", NULL, NULL));
  NONE(ocpp_get_connector(none, 1, &state));
  NONE(ocpp_is_online(none));
  NONE(ocpp_owed_messages(none));
  NONE(ocpp_lost_messages(none));
  NONE(ocpp_set_configuration(none, "K", "V"));
  NONE(ocpp_get_configuration(none, "K", NULL, &length));
  if (none) NONE(ocpp_station_delete(none));
}

/* Stations that were deleted, and pointers that never were one. */
static void test_handles(void) {
  ocpp_setup setup = good();
  ocpp_station *some[16], *more = NULL;
  EXPECT(OCPP_OK, ocpp_station_new(&setup, &station));
  EXPECT(OCPP_OK, ocpp_station_delete(station));
  test_every_function_with(station);
  test_every_function_with((ocpp_station *)&setup);
  test_every_function_with((ocpp_station *)((char *)station + 1));
  test_every_function_with((ocpp_station *)(uintptr_t)-1);
  for (int i = 0; i < 16; i++) {
    EXPECT(OCPP_OK, ocpp_station_new(&setup, &some[i]));
    EXPECT(OCPP_OK, ocpp_start(some[i]));
  }
  EXPECT(OCPP_NO_ROOM, ocpp_station_new(&setup, &more));
  EXPECT(1, more == NULL);
  EXPECT(OCPP_OK, ocpp_station_delete(some[7]));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_loop(some[7]));
  EXPECT(OCPP_OK, ocpp_loop(some[8]));
  EXPECT(OCPP_OK, ocpp_station_new(&setup, &some[7]));
  for (int i = 0; i < 16; i++) EXPECT(OCPP_OK, ocpp_station_delete(some[i]));
  /* A stale one stays stale while others come and go. */
  ocpp_station *stale;
  EXPECT(OCPP_OK, ocpp_station_new(&setup, &stale));
  EXPECT(OCPP_OK, ocpp_station_delete(stale));
  for (int i = 0; i < 8; i++) {
    EXPECT(OCPP_OK, ocpp_station_new(&setup, &more));
    EXPECT(1, more != stale);
    EXPECT(OCPP_BAD_ARGUMENT, ocpp_loop(stale));
    EXPECT(OCPP_OK, ocpp_station_delete(more));
  }
}

static void test_null(void) {
  EXPECT(OCPP_OK, ocpp_station_delete(NULL));
  test_every_function_with(NULL);
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
    EXPECT(OCPP_BAD_ARGUMENT, ocpp_begin_authorized(station, wrong[i], "T", NULL));
    EXPECT(OCPP_BAD_ARGUMENT, ocpp_end_transaction(station, wrong[i], OCPP_STOP_LOCAL));
    EXPECT(OCPP_BAD_ARGUMENT, ocpp_set_fault(station, wrong[i], OCPP_FAULT_NONE, NULL));
    EXPECT(OCPP_BAD_ARGUMENT, ocpp_get_connector(station, wrong[i], &state));
  }
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_plugged(station, 0, true));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_meter_reading(station, 1, NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_get_connector(station, 1, NULL));
  EXPECT(OCPP_OK, ocpp_get_connector(station, 0, &state));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_token(station, 1, NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_begin_authorized(station, 0, "T", NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_begin_authorized(station, 1, NULL, NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_begin_authorized(station, 1, "", NULL));
  EXPECT(OCPP_TOO_LONG, ocpp_begin_authorized(station, 1, "123456789012345678901", NULL));
  EXPECT(OCPP_TOO_LONG, ocpp_begin_authorized(station, 1, "T", "123456789012345678901"));
  EXPECT(OCPP_BAD_TEXT, ocpp_begin_authorized(station, 1, "T", "\n"));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_token(station, 1, ""));
  EXPECT(OCPP_TOO_LONG, ocpp_token(station, 1, "123456789012345678901"));
  EXPECT(OCPP_BAD_TEXT, ocpp_token(station, 1, "a\x01"));
  EXPECT(OCPP_BAD_STATE, ocpp_end_transaction(station, 1, OCPP_STOP_LOCAL));
  EXPECT(OCPP_BAD_STATE, ocpp_end_transaction(station, 1, OCPP_STOP_DE_AUTHORIZED));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_end_transaction(station, 1, (ocpp_stop_reason)(OCPP_STOP_DE_AUTHORIZED + 1)));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_end_transaction(station, 1, (ocpp_stop_reason)300));
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
  EXPECT(OCPP_BUSY, ocpp_station_delete(station));
  EXPECT(OCPP_BUSY, ocpp_start(station) == OCPP_BAD_STATE ? OCPP_BUSY : OCPP_OK);
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
  connects = 0;
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

/* Everything that services are answered with, what it may not be, and answers nobody waits for. */
static int answers, told_status = -2;
static void data_received(void *context, const char *vendor, const char *message, const char *data, size_t length) {
  (void)context;
  EXPECT(0, strcmp(vendor, "V"));
  EXPECT(1, message == NULL);
  EXPECT(3, length);
  EXPECT(0, memcmp(data, "a\0b", 4)); /* a zero inside, and one at the end */
  EXPECT(OCPP_BUSY, ocpp_loop(station));
  EXPECT(OCPP_BUSY, ocpp_station_delete(station));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_data_answer(station, OCPP_DATA_NO_ANSWER, NULL));
  EXPECT(OCPP_OK, ocpp_data_answer(station, OCPP_DATA_ACCEPTED, "tab\t and line\n"));
  /* A second answer belongs to nobody. */
  EXPECT(OCPP_OK, ocpp_data_answer(station, OCPP_DATA_REJECTED, NULL));
  answers++;
}
static void data_answered(void *context, ocpp_data_status status, const char *data, size_t length) {
  (void)context;
  EXPECT(1, (data == NULL) == (length == 0));
  told_status = (int)status;
  answers++;
}
static void changed(void *context, const char *key) {
  char value[501];
  size_t length = sizeof value;
  (void)context;
  EXPECT(OCPP_OK, ocpp_get_configuration(station, key, value, &length));
  EXPECT(OCPP_BUSY, ocpp_set_configuration(station, key, value));
}

static void test_services(void) {
  static const ocpp_data_transfer data = {data_received, data_answered};
  char text[8200];
  ocpp_setup setup = good();
  setup.data_transfer = &data;
  setup.hardware.configuration_changed = changed;
  EXPECT(OCPP_OK, ocpp_station_new(&setup, &station));
  EXPECT(OCPP_BAD_STATE, ocpp_firmware_downloaded(station, true));
  EXPECT(OCPP_BAD_STATE, ocpp_security_event(station, "T", NULL));
  EXPECT(OCPP_BAD_STATE, ocpp_set_time(station, 1800000000000));
  EXPECT(OCPP_BAD_STATE, ocpp_data_send(station, "V", NULL, NULL));
  int64_t time = 0;
  EXPECT(OCPP_BAD_STATE, ocpp_get_time(station, &time));
  EXPECT(OCPP_OK, ocpp_start(station));
  EXPECT(OCPP_BAD_STATE, ocpp_get_time(station, &time)); /* nobody has told it */
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_set_time(station, 0));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_set_time(station, INT64_MAX));
  EXPECT(OCPP_OK, ocpp_set_time(station, 1800000000000));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_get_time(station, NULL));
  EXPECT(OCPP_OK, ocpp_get_time(station, &time));
  EXPECT(1, time == 1800000000000);
  EXPECT(OCPP_BAD_STATE, ocpp_data_send(station, "V", NULL, NULL)); /* offline */
  EXPECT(OCPP_OK, ocpp_message_opened(station));
  accept_boot();
  static const char transfer[] = "[2,\"d\",\"DataTransfer\",{\"vendorId\":\"V\",\"data\":\"a\\u0000b\"}]";
  EXPECT(OCPP_OK, ocpp_message_received(station, transfer, strlen(transfer)));
  EXPECT(1, answers);
  EXPECT(0, strncmp(last_sent, "[3,\"d\",{\"status\":\"Accepted\",\"data\":\"tab\\t and line\\n\"}]", 50));

  /* Answers that nobody waits for. */
  EXPECT(OCPP_OK, ocpp_firmware_downloaded(station, false));
  EXPECT(OCPP_OK, ocpp_firmware_certificate(station, OCPP_REVOKED));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_firmware_certificate(station, (ocpp_verdict)3));
  EXPECT(OCPP_OK, ocpp_firmware_verified(station, true));
  EXPECT(OCPP_OK, ocpp_firmware_installed(station, true));
  EXPECT(OCPP_OK, ocpp_uploaded(station, true));
  EXPECT(OCPP_OK, ocpp_certificate_installed(station, OCPP_CERTIFICATE_FAILED));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_certificate_installed(station, (ocpp_installing)3));
  EXPECT(OCPP_OK, ocpp_certificate_deleted(station, OCPP_CERTIFICATE_NOT_REMOVED));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_certificate_deleted(station, (ocpp_removal)3));
  EXPECT(OCPP_OK, ocpp_signed_certificate_stored(station, false));
  EXPECT(OCPP_OK, ocpp_unlocked(station, 1, true));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_unlocked(station, 0, true));
  EXPECT(OCPP_OK, ocpp_network_available(station));

  ocpp_certificate_name name = {OCPP_SHA256, "aa", "bb", "01"};
  EXPECT(OCPP_OK, ocpp_certificates_listed(station, &name, 1));
  EXPECT(OCPP_OK, ocpp_certificates_listed(station, NULL, 0));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_certificates_listed(station, NULL, 1));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_certificates_listed(station, &name, 33));
  name.algorithm = (ocpp_hash)3;
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_certificates_listed(station, &name, 1));
  name.algorithm = OCPP_SHA256;
  name.issuer_key_hash = NULL;
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_certificates_listed(station, &name, 1));
  name.issuer_key_hash = "bb";
  name.serial_number = "12345678901234567890123456789012345678901";
  EXPECT(OCPP_TOO_LONG, ocpp_certificates_listed(station, &name, 1));

  memset(text, 'x', sizeof text);
  text[8193] = 0;
  EXPECT(OCPP_TOO_LONG, ocpp_data_send(station, "V", NULL, text));
  EXPECT(OCPP_TOO_LONG, ocpp_data_answer(station, OCPP_DATA_ACCEPTED, text));
  text[5501] = 0;
  EXPECT(OCPP_TOO_LONG, ocpp_sign_certificate(station, text));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_sign_certificate(station, ""));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_sign_certificate(station, NULL));
  EXPECT(OCPP_BAD_TEXT, ocpp_sign_certificate(station, "a\x01"));
  text[256] = 0;
  EXPECT(OCPP_TOO_LONG, ocpp_data_send(station, text, NULL, NULL));
  EXPECT(OCPP_TOO_LONG, ocpp_security_event(station, "T", text));
  text[51] = 0;
  EXPECT(OCPP_TOO_LONG, ocpp_data_send(station, "V", text, NULL));
  EXPECT(OCPP_TOO_LONG, ocpp_security_event(station, text, NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_security_event(station, "", NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_security_event(station, NULL, NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_data_send(station, "", NULL, NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_data_send(station, NULL, NULL, NULL));
  EXPECT(OCPP_BAD_TEXT, ocpp_data_send(station, "V\n", NULL, NULL));
  ocpp_error error = {OCPP_FAULT_GROUND_FAILURE, NULL, text, false};
  EXPECT(OCPP_TOO_LONG, ocpp_set_error(station, 1, &error));
  error.vendor_code = "RCD 7";
  EXPECT(OCPP_OK, ocpp_set_error(station, 1, &error));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_set_error(station, 1, NULL));
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_set_error(station, 2, &error));
  error.fault = (ocpp_fault)16;
  EXPECT(OCPP_BAD_ARGUMENT, ocpp_set_error(station, 1, &error));
  ocpp_connector_state state;
  EXPECT(OCPP_OK, ocpp_get_connector(station, 1, &state));
  EXPECT(OCPP_FAULT_GROUND_FAILURE, state.fault);
  EXPECT(OCPP_FAULTED, state.status);
  EXPECT(-1, state.reservation_id);
  EXPECT(OCPP_TOO_LONG, ocpp_set_sim(station, "123456789012345678901", NULL));
  EXPECT(OCPP_OK, ocpp_set_sim(station, "8949", NULL));

  /* What was sent and cannot be answered any more is told: it was never acknowledged. */
  answers = 0;
  EXPECT(OCPP_OK, ocpp_data_send(station, "V", "M", "d"));
  EXPECT(OCPP_OK, ocpp_data_send(station, "V", NULL, NULL));
  EXPECT(OCPP_OK, ocpp_message_closed(station));
  EXPECT(2, answers);
  EXPECT(OCPP_DATA_NO_ANSWER, told_status);
  EXPECT(0, ocpp_lost_messages(station));
  EXPECT(OCPP_OK, ocpp_station_delete(station));
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
  test_versions();
  test_services_setup();
  test_own_keys();
  test_null();
  test_handles();
  test_life();
  test_services();
  test_stream();
  printf("%d checks, %d failed\n", checks, failures);
  return failures != 0;
}
