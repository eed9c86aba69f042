/* A charge point in C on the emulated chip: the same board as the image in Swift, with libocppstation.a.
 * Two connectors with simulated vehicles; the UART is the stream, and lines of a file are the people. */
#include <string.h>

#include "board.h"
#include "ocpp_station.h"

enum { connectors = 2 };

static ocpp_station *station;
static bool wants_stream, is_closed[connectors + 1];
static int32_t offered_ma[connectors + 1];
static int64_t energy[connectors + 1], since[connectors + 1], haste; /* energy in mWs */

static int64_t now(void) { return (int64_t)(board_ticks() / 10000); }

static void say(const char *text, int64_t number) {
  char line[64];
  size_t length = strlen(text), place = sizeof line;
  uint64_t rest = number < 0 ? (uint64_t)-number : (uint64_t)number;
  line[--place] = '\n';
  do line[--place] = (char)('0' + rest % 10);
  while (rest /= 10);
  if (number < 0) line[--place] = '-';
  board_log((const uint8_t *)text, (int32_t)length);
  board_log((const uint8_t *)line + place, (int32_t)(sizeof line - place));
}

/* --- Hardware ---------------------------------------------------------------------------------- */

static void count_energy(int connector) {
  int64_t time = now();
  if (is_closed[connector] && offered_ma[connector] > 0) {
    energy[connector] += (int64_t)offered_ma[connector] * 690 / 1000 * (time - since[connector]) * haste;
    board_meter_store(connector, energy[connector]);
  }
  since[connector] = time;
}

static void set_contactor(void *context, int connector, bool closed) {
  (void)context;
  count_energy(connector);
  is_closed[connector] = closed;
  say(closed ? "contactor closed " : "contactor open ", connector);
}

static void offer_current(void *context, int connector, int32_t milliamperes) {
  (void)context;
  count_energy(connector);
  offered_ma[connector] = milliamperes;
  say("offered mA ", milliamperes);
}

static bool read_meter(void *context, int connector, ocpp_meter *reading) {
  (void)context;
  if (connector == 0) return false;
  count_energy(connector);
  reading->energy_wh = 1000 + energy[connector] / 3600000;
  reading->power_w = is_closed[connector] ? (int32_t)((int64_t)offered_ma[connector] * 690 / 1000) : 0;
  return true;
}

static void show_prompt(void *context, int connector, ocpp_prompt prompt) {
  (void)context;
  (void)connector;
  say("prompt ", prompt);
}

static void restart(void *context, bool hard) {
  (void)context;
  say("reboot ", hard);
  board_reset();
}

/* --- What a maker adds: there are no files on this board, so that firmware is here as soon as it is wanted -- */

static void said(const char *what, const char *text) {
  board_log((const uint8_t *)what, (int32_t)strlen(what));
  board_log((const uint8_t *)text, (int32_t)strlen(text));
  board_log((const uint8_t *)"\n", 1);
}

static void download(void *context, const ocpp_firmware_image *image) {
  (void)context;
  said("download ", image->location);
  ocpp_firmware_downloaded(station, true);
}
static void install(void *context) {
  (void)context;
  say("install ", 0);
  ocpp_firmware_installed(station, true);
}
static void upload(void *context, const ocpp_upload *wanted) {
  (void)context;
  said("upload ", wanted->file_name);
  ocpp_uploaded(station, true);
}
static void data_received(
    void *context, const char *vendor, const char *message, const char *data, size_t length) {
  (void)context;
  (void)message;
  (void)length;
  said("data from ", vendor);
  ocpp_data_answer(station, OCPP_DATA_ACCEPTED, data);
}
static void data_answered(void *context, ocpp_data_status status, const char *data, size_t length) {
  (void)context;
  (void)data;
  (void)length;
  say("data answered ", status);
}
static void configuration_changed(void *context, const char *key) {
  (void)context;
  said("changed ", key);
}

static void offer_services(ocpp_setup *setup) {
  static const ocpp_firmware firmware = {.download = download, .install = install};
  static const ocpp_uploads uploads = {.upload = upload};
  static const ocpp_data_transfer data = {.received = data_received, .answered = data_answered};
  static const ocpp_own_key key = {
      .name = "LedColour", .value = "white", .type = OCPP_KEY_TEXT, .maximum = 6};
  setup->firmware = &firmware;
  setup->uploads = &uploads;
  setup->data_transfer = &data;
  setup->own_keys = &key;
  setup->own_key_count = 1;
  setup->hardware.configuration_changed = configuration_changed;
}

static void report_weak_signal(int connector) {
  ocpp_error error = {OCPP_FAULT_WEAK_SIGNAL, "-113 dBm", "E7", true};
  ocpp_set_error(station, connector, &error);
}

/* --- Flash and stream ------------------------------------------------------------------------------ */

static int flash_read(void *context, uint32_t at, void *bytes, size_t count) {
  (void)context;
  board_flash_read((int32_t)at, bytes, (int32_t)count);
  return 0;
}
static int flash_program(void *context, uint32_t at, const void *bytes, size_t count) {
  (void)context;
  board_flash_program((int32_t)at, bytes, (int32_t)count);
  return 0;
}
static int flash_erase(void *context, uint32_t sector) {
  (void)context;
  board_flash_erase((int32_t)sector);
  return 0;
}

static void stream_open(void *context) {
  (void)context;
  wants_stream = true;
  say("stream wanted ", 0);
}
static void stream_write(void *context, const void *bytes, size_t count) {
  (void)context;
  board_uart_write(bytes, (int32_t)count);
}
static void stream_close(void *context) { (void)context; }

static uint32_t milliseconds(void *context) {
  (void)context;
  return (uint32_t)now();
}
static uint32_t chance(void *context) {
  (void)context;
  return board_random();
}

/* --- People and vehicles: the lines that the image in Swift knows ----------------------------------- */

static void figures(void) {
  say("is registered ", ocpp_is_online(station));
  say("owed messages ", ocpp_owed_messages(station));
  say("heap peak ", board_heap_peak());
  say("stack peak ", board_stack_peak());
}

static void obey(const char *line) {
  const char *space = strchr(line, ' ');
  if (!space || space[1] < '0' || space[1] > '0' + connectors) return;
  int connector = space[1] - '0';
  switch (line[0]) {
    case 'p': ocpp_plugged(station, connector, true); break;
    case 'u': ocpp_plugged(station, connector, false); break;
    case 'r': ocpp_ev_ready(station, connector, true); break;
    case 'n': ocpp_ev_ready(station, connector, false); break;
    case 't': ocpp_token(station, connector, space[2] ? space + 3 : ""); break;
    case 's': ocpp_end_transaction(station, connector, OCPP_STOP_LOCAL); break;
    case 'f': figures(); break;
    case 'w': report_weak_signal(connector); break;
    case 'd': ocpp_data_send(station, "org.example", "battery", "42"); break;
    case 'a': ocpp_security_event(station, "TamperDetectionActivated", "lid"); break;
    case 'o': board_off(); break;
    default: break;
  }
}

static void look_at_commands(void) {
  static char line[48];
  static size_t length;
  uint8_t some[32];
  int32_t count = board_command_read(some, sizeof some);
  for (int32_t i = 0; i < count; i++) {
    if (some[i] == '\n') {
      line[length] = 0;
      length = 0;
      obey(line);
    } else if (length < sizeof line - 1) {
      line[length++] = (char)some[i];
    }
  }
}

static ocpp_result start(void) {
  static const ocpp_flash flash = {
      .sector_size = BOARD_FLASH_SECTOR, .sector_count = 4, .program_unit = 4,
      .read = flash_read, .program = flash_program, .erase = flash_erase};
  static const ocpp_stream_transport stream = {
      .open = stream_open, .write = stream_write, .close = stream_close,
      .host = "127.0.0.1", .path = "/ocpp", .identity = "CHIP-1"};
  ocpp_setup setup;
  ocpp_setup_init(&setup);
  setup.vendor = "swift-ocpp";
  setup.model = "qemu-virt";
  setup.connectors = connectors;
  setup.queue_limit = 32;
  setup.frame_limit = 2048;
  setup.milliseconds = milliseconds;
  setup.random = chance;
  setup.hardware.set_contactor = set_contactor;
  setup.hardware.offer_current = offer_current;
  setup.hardware.read_meter = read_meter;
  setup.hardware.show_prompt = show_prompt;
  setup.hardware.reboot = restart;
  offer_services(&setup);
  setup.flash = &flash;
  setup.stream = &stream;
  ocpp_result result = ocpp_station_new(&setup, &station);
  return result == OCPP_OK ? ocpp_start(station) : result;
}

int main(void) {
  board_uart_start();
  haste = board_option("haste=", 1);
  for (int connector = 1; connector <= connectors; connector++) energy[connector] = board_meter_load(connector);
  ocpp_result result = start();
  if (result != OCPP_OK) {
    say("the station cannot begin, result ", result);
    board_off();
  }
  bool is_told = false;
  for (;;) {
    uint8_t bytes[64];
    if (wants_stream) {
      wants_stream = false;
      ocpp_stream_opened(station);
    }
    int32_t count = board_uart_read(bytes, sizeof bytes);
    if (count > 0) ocpp_stream_read(station, bytes, (size_t)count);
    ocpp_loop(station);
    for (int connector = 1; connector <= connectors; connector++) count_energy(connector);
    look_at_commands();
    if (!is_told && ocpp_is_online(station) == 1) {
      is_told = true;
      say("registered after ms ", now());
    }
  }
}
