/* A charge point in C that does what it is told, for the tests: what the library asks for becomes lines on
 * standard output, and lines on standard input are what the program tells the library.
 *
 *   services HOST PORT IDENTITY VERSION [JOURNAL-FILE]     with every callback there is
 *   services HOST PORT IDENTITY bare                       with none that can be left out
 *
 * Firmware is fetched and files are put with plain HTTP, as a board would. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../Examples/c-linux/linux.h"
#include "ocpp_station.h"

static ocpp_station *station;
/* Whether questions are answered from within their callbacks, by the words they were told last. */
static bool answers_at_once;
static bool wants_restart;

/* A line with the words between bars; what ends a line in a word becomes a space. */
static void say(const char *word, ...) {
  va_list words;
  va_start(words, word);
  for (const char *next = word; next; next = va_arg(words, const char *)) {
    if (next != word) putchar('|');
    for (; *next; next++) putchar(*next == '\n' ? ' ' : *next);
  }
  va_end(words);
  putchar('\n');
}
static const char *number(int64_t value) {
  static char text[4][24];
  static int next;
  next = (next + 1) % 4;
  snprintf(text[next], sizeof text[next], "%lld", (long long)value);
  return text[next];
}
static const char *or_none(const char *text) { return text ? text : "-"; }

/* --- What the library asks for ------------------------------------------------------------------- */

/* One HTTP request; the length of what came back, -1 unless it was a success. */
static long http(const char *method, const char *url, const char *name, const char *body) {
  char to[64], service[8], path[256], bytes[4096];
  if (sscanf(url, "http://%63[^:/]:%7[0-9]%255s", to, service, path) != 3) return -1;
  int connection = linux_connect(to, service);
  if (connection < 0) return -1;
  dprintf(
      connection, "%s %s%s HTTP/1.0\r\nHost: %s\r\nContent-Length: %zu\r\n\r\n%s", method, path, name, to,
      strlen(body), body);
  long total = 0, head = -1;
  ssize_t count;
  bool is_good = false;
  while ((count = read(connection, bytes, sizeof bytes)) > 0) {
    if (total == 0) is_good = count > 12 && bytes[9] == '2';
    for (ssize_t i = 0; head < 0 && i + 3 < count; i++)
      if (memcmp(bytes + i, "\r\n\r\n", 4) == 0) head = total + i + 4;
    total += count;
  }
  close(connection);
  return is_good && head >= 0 ? total - head : -1;
}

static bool is_closed;
static int64_t energy_wh;
static void set_contactor(void *context, int connector, bool closed) {
  (void)context;
  is_closed = closed;
  say(closed ? "closed" : "open", number(connector), NULL);
}
static bool read_meter(void *context, int connector, ocpp_meter *reading) {
  (void)context;
  if (connector != 1) return false;
  reading->energy_wh = energy_wh += is_closed ? 5 : 0;
  return true;
}
static ocpp_unlock force_unlock(void *context, int connector) {
  (void)context;
  say("unlock", number(connector), NULL);
  return OCPP_UNLOCK_LATER;
}
static void configuration_changed(void *context, const char *key) {
  (void)context;
  char value[501];
  size_t length = sizeof value;
  ocpp_result result = ocpp_get_configuration(station, key, value, &length);
  say("changed", key, result == OCPP_OK ? value : number(result), NULL);
}
static void use_security_profile(void *context, int profile) {
  (void)context;
  say("profile", number(profile), NULL);
}
static void use_password(void *context, const char *password, size_t length) {
  (void)context;
  say("password", password, number((int64_t)length), NULL);
}
static void restart(void *context, bool hard) {
  (void)context;
  say("reboot", hard ? "hard" : "soft", NULL);
  wants_restart = true;
}

static long fetched;
static void download(void *context, const ocpp_firmware_image *image) {
  (void)context;
  fetched = http("GET", image->location, "", "");
  say("download", image->location, or_none(image->certificate), or_none(image->signature), number(fetched), NULL);
  ocpp_firmware_downloaded(station, fetched > 0);
}
static void check_certificate(void *context, const char *certificate) {
  (void)context;
  say("certificate", certificate, NULL);
  if (answers_at_once) ocpp_firmware_certificate(station, OCPP_VALID);
}
static void verify(void *context, const ocpp_firmware_image *image) {
  (void)context;
  say("verify", image->location, image->certificate, image->signature, NULL);
  if (answers_at_once) ocpp_firmware_verified(station, true);
}
static void install(void *context) {
  (void)context;
  say("install", NULL);
}
static void cancel_firmware(void *context) {
  (void)context;
  say("cancel firmware", NULL);
}
static void upload(void *context, const ocpp_upload *wanted) {
  (void)context;
  char body[64];
  snprintf(body, sizeof body, "log %d of %d messages owed\n", wanted->log, (int)ocpp_owed_messages(station));
  char name[300];
  snprintf(name, sizeof name, "/%s", wanted->file_name);
  long put = http("PUT", wanted->location, name, body);
  say("upload", number(wanted->log), wanted->location, wanted->file_name, number(wanted->from_ms),
      number(wanted->to_ms), NULL);
  ocpp_uploaded(station, put >= 0);
}
static void cancel_upload(void *context) {
  (void)context;
  say("cancel upload", NULL);
}
static void install_certificate(void *context, ocpp_certificate_use use, const char *certificate) {
  (void)context;
  say("install certificate", number(use), certificate, NULL);
  if (answers_at_once) ocpp_certificate_installed(station, OCPP_CERTIFICATE_INSTALLED);
}
static void remove_certificate(void *context, const ocpp_certificate_name *name) {
  (void)context;
  say("remove", number(name->algorithm), name->issuer_name_hash, name->issuer_key_hash, name->serial_number, NULL);
  if (answers_at_once) ocpp_certificate_deleted(station, OCPP_CERTIFICATE_NOT_FOUND);
}
static void list_certificates(void *context, ocpp_certificate_use use) {
  (void)context;
  static const ocpp_certificate_name names[] = {
      {OCPP_SHA256, "aa11", "bb22", "01"}, {OCPP_SHA512, "cc33", "dd44", "02"}};
  say("list", number(use), NULL);
  size_t count = use == OCPP_CENTRAL_SYSTEM_ROOT ? 2 : 0;
  ocpp_certificates_listed(station, count ? names : NULL, count);
}
static void store_signed(void *context, const char *chain) {
  (void)context;
  say("store", chain, NULL);
  if (answers_at_once) ocpp_signed_certificate_stored(station, true);
}
static void make_signing_request(void *context) {
  (void)context;
  say("make request", NULL);
  ocpp_sign_certificate(station, "-----BEGIN CERTIFICATE REQUEST-----\nTUlJ\n-----END CERTIFICATE REQUEST-----\n");
}
static void data_received(void *context, const char *vendor, const char *message, const char *data, size_t length) {
  (void)context;
  say("data", vendor, or_none(message), or_none(data), number((int64_t)length), NULL);
  if (strcmp(vendor, "org.example") != 0) ocpp_data_answer(station, OCPP_DATA_UNKNOWN_VENDOR, NULL);
  else if (answers_at_once) ocpp_data_answer(station, OCPP_DATA_ACCEPTED, data);
}
static void data_answered(void *context, ocpp_data_status status, const char *data, size_t length) {
  (void)context;
  say("answered", number(status), or_none(data), number((int64_t)length), NULL);
}

static void watch(void *context, bool is_sent, const char *text, size_t length) {
  (void)context;
  char copy[9000];
  snprintf(copy, sizeof copy, "%.*s", (int)length, text);
  say(is_sent ? "sent" : "heard", copy, NULL);
}

/* --- What it is told ------------------------------------------------------------------------------- */

/* The next word of a line, up to a bar; NULL for a missing one and for "-". */
static char *next_word(char **line) {
  char *word = strsep(line, "|");
  return word && strcmp(word, "-") != 0 ? word : NULL;
}

static ocpp_result obey(char *line) {
  char *verb = next_word(&line);
  char *one = next_word(&line), *two = next_word(&line), *three = next_word(&line), *four = next_word(&line);
  int value = one ? atoi(one) : 0;
  if (!verb) return OCPP_BAD_ARGUMENT;
  if (!strcmp(verb, "at once")) return answers_at_once = value, OCPP_OK;
  if (!strcmp(verb, "plug")) return ocpp_plugged(station, value, true);
  if (!strcmp(verb, "ready")) return ocpp_ev_ready(station, value, true);
  if (!strcmp(verb, "card")) return ocpp_token(station, 1, one);
  if (!strcmp(verb, "authorized")) return ocpp_begin_authorized(station, value, two, three);
  if (!strcmp(verb, "watch")) return ocpp_watch_frames(station, value ? watch : NULL);
  if (!strcmp(verb, "stop")) return ocpp_end_transaction(station, 1, (ocpp_stop_reason)value);
  if (!strcmp(verb, "unlocked")) return ocpp_unlocked(station, 1, value);
  if (!strcmp(verb, "certificate")) return ocpp_firmware_certificate(station, (ocpp_verdict)value);
  if (!strcmp(verb, "verified")) return ocpp_firmware_verified(station, value);
  if (!strcmp(verb, "installed")) return ocpp_firmware_installed(station, value);
  if (!strcmp(verb, "certificate installed")) return ocpp_certificate_installed(station, (ocpp_installing)value);
  if (!strcmp(verb, "removed")) return ocpp_certificate_deleted(station, (ocpp_removal)value);
  if (!strcmp(verb, "stored")) return ocpp_signed_certificate_stored(station, value);
  if (!strcmp(verb, "answer")) return ocpp_data_answer(station, (ocpp_data_status)value, two);
  if (!strcmp(verb, "send")) return ocpp_data_send(station, one, two, three);
  if (!strcmp(verb, "event")) return ocpp_security_event(station, one, two);
  if (!strcmp(verb, "sim")) return ocpp_set_sim(station, one, two);
  if (!strcmp(verb, "set")) return ocpp_set_configuration(station, one, two);
  if (!strcmp(verb, "error")) {
    ocpp_error error = {(ocpp_fault)atoi(two ? two : "0"), three, four, value == 0};
    return ocpp_set_error(station, 1, &error);
  }
  return OCPP_BAD_ARGUMENT;
}

static bool read_lines(void) {
  static char line[8192];
  static size_t length;
  char some[512];
  ssize_t count = read(STDIN_FILENO, some, sizeof some);
  for (ssize_t i = 0; i < count; i++) {
    if (some[i] == '\n') {
      line[length] = 0;
      length = 0;
      say("result", number(obey(line)), NULL);
    } else if (length < sizeof line - 1) {
      line[length++] = some[i];
    }
  }
  return count > 0;
}

/* --- The program ------------------------------------------------------------------------------------ */

static void take_everything(ocpp_setup *setup) {
  static const ocpp_firmware firmware = {download, install, cancel_firmware, check_certificate, verify};
  static const ocpp_uploads uploads = {upload, cancel_upload};
  static const ocpp_certificates certificates = {
      install_certificate, remove_certificate, list_certificates, store_signed, make_signing_request};
  static const ocpp_data_transfer data = {data_received, data_answered};
  static const ocpp_own_key keys[] = {
      {"LedColour", "white", OCPP_KEY_TEXT, 0, 6, false, false},
      {"FanSpeed", "40", OCPP_KEY_NUMBER, 0, 100, false, true},
      {"Assembled", "2026-01-01", OCPP_KEY_TEXT, 0, 10, true, false}};
  setup->hardware.force_unlock = force_unlock;
  setup->hardware.configuration_changed = configuration_changed;
  setup->hardware.use_security_profile = use_security_profile;
  setup->hardware.use_password = use_password;
  setup->highest_security_profile = 1;
  setup->file_transfer_protocols = "HTTP";
  setup->firmware = &firmware;
  setup->uploads = &uploads;
  setup->certificates = &certificates;
  setup->data_transfer = &data;
  setup->own_keys = keys;
  setup->own_key_count = sizeof keys / sizeof keys[0];
  setup->frame_limit = 8192;
}

int main(int argc, char **argv) {
  if (argc < 5) {
    fprintf(stderr, "usage: services HOST PORT IDENTITY VERSION|bare [JOURNAL-FILE]\n");
    return 2;
  }
  setvbuf(stdout, NULL, _IOLBF, 0);
  ocpp_stream_transport stream = linux_stream(argv[1], argv[2], argv[3]);
  ocpp_setup setup;
  ocpp_setup_init(&setup);
  setup.milliseconds = linux_milliseconds;
  setup.random = linux_random;
  setup.vendor = "Example";
  setup.model = "Services";
  setup.firmware_version = argv[4];
  setup.hardware.set_contactor = set_contactor;
  setup.hardware.read_meter = read_meter;
  setup.hardware.reboot = restart;
  setup.stream = &stream;
  if (strcmp(argv[4], "bare") != 0) take_everything(&setup);
  if (argc > 5) {
    if (linux_open_journal(argv[5]) != 0) return 1;
    setup.flash = &linux_flash;
  }
  ocpp_result result = ocpp_station_new(&setup, &station);
  if (result == OCPP_OK) result = ocpp_start(station);
  if (result != OCPP_OK) {
    fprintf(stderr, "services: %s\n", ocpp_result_text(result));
    return 1;
  }
  bool was_online = false;
  while (!wants_restart) {
    if (linux_wait(station, STDIN_FILENO, 1000) && !read_lines()) break;
    if (ocpp_is_online(station) != was_online) {
      was_online = !was_online;
      say(was_online ? "online" : "offline", NULL);
    }
  }
  ocpp_station_delete(station);
  linux_close();
  return 0;
}
