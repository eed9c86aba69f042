/* A charge point in C on Linux: one connector, a simulated vehicle, and one charging session.
 *
 *   station HOST PORT IDENTITY [JOURNAL-FILE]
 *
 * The library speaks WebSocket and OCPP over a TCP socket that this program opens and polls; a file
 * serves as the journal's flash. On real hardware, replace what is marked "hardware". */
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "ocpp_station.h"

static const char *host, *port;
static ocpp_station *station;

/* --- Clock and randomness ------------------------------------------------------------------- */

static uint32_t milliseconds(void *context) {
  (void)context;
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint32_t)((uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000);
}

static uint32_t random32(void *context) {
  (void)context;
  uint32_t bits;
  if (getrandom(&bits, sizeof bits, 0) != sizeof bits) abort();
  return bits;
}

/* --- Hardware: a contactor, a meter that counts 11 kW while it is closed, a display ----------- */

static bool is_closed;
static uint64_t watt_milliseconds;
static uint32_t metered_at;

static void count_energy(void) {
  uint32_t now = milliseconds(NULL);
  if (is_closed) watt_milliseconds += (uint64_t)(now - metered_at) * 11000;
  metered_at = now;
}

static void set_contactor(void *context, int connector, bool closed) {
  (void)context;
  count_energy();
  is_closed = closed;
  printf("contactor %d %s\n", connector, closed ? "closed" : "open");
}

static bool read_meter(void *context, int connector, ocpp_meter *reading) {
  (void)context;
  if (connector != 1) return false;
  count_energy();
  reading->energy_wh = (int64_t)(watt_milliseconds / 3600000);
  reading->power_w = is_closed ? 11000 : 0;
  for (int phase = 0; phase < 3; phase++) reading->current_ma[phase] = is_closed ? 15942 : 0;
  return true;
}

static void show_prompt(void *context, int connector, ocpp_prompt prompt) {
  static const char *const words[] = {
      "present a card", "plug in", "checking", "accepted", "refused", "no cable in time",
      "no card in time", "reserved", "out of service", "memory full", "charging", "finished",
      "remove the cable"};
  (void)context;
  printf("display %d: %s\n", connector, words[prompt]);
}

/* --- Flash: a file --------------------------------------------------------------------------- */

enum { sector_size = 4096, sector_count = 16 };
static int journal = -1;

static int flash_read(void *context, uint32_t address, void *bytes, size_t count) {
  (void)context;
  return pread(journal, bytes, count, address) == (ssize_t)count ? 0 : -1;
}

static int flash_program(void *context, uint32_t address, const void *bytes, size_t count) {
  (void)context;
  return pwrite(journal, bytes, count, address) == (ssize_t)count ? 0 : -1;
}

static int flash_erase(void *context, uint32_t sector) {
  static unsigned char erased[sector_size];
  memset(erased, 0xFF, sizeof erased);
  return flash_program(context, sector * sector_size, erased, sizeof erased);
}

static int flash_sync(void *context) {
  (void)context;
  return fdatasync(journal);
}

static int open_journal(const char *path) {
  journal = open(path, O_RDWR | O_CREAT, 0600);
  if (journal < 0) return -1;
  if (lseek(journal, 0, SEEK_END) == sector_size * sector_count) return 0;
  for (uint32_t sector = 0; sector < sector_count; sector++)
    if (flash_erase(NULL, sector) != 0) return -1;
  return 0;
}

/* --- Network: a TCP socket --------------------------------------------------------------------- */

static int tcp = -1;
/* What happened within a callback is told to the library from the loop. */
static enum { nothing, opened, closed } news;

static void stream_open(void *context) {
  (void)context;
  struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found = NULL;
  news = closed;
  if (getaddrinfo(host, port, &hints, &found) != 0) return;
  tcp = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (tcp >= 0 && connect(tcp, found->ai_addr, found->ai_addrlen) == 0) {
    news = opened;
  } else if (tcp >= 0) {
    close(tcp);
    tcp = -1;
  }
  freeaddrinfo(found);
}

static void stream_close(void *context) {
  (void)context;
  if (tcp >= 0) close(tcp);
  tcp = -1;
}

static void stream_write(void *context, const void *bytes, size_t count) {
  for (size_t done = 0; tcp >= 0 && done < count;) {
    ssize_t wrote = send(tcp, (const char *)bytes + done, count - done, MSG_NOSIGNAL);
    if (wrote > 0) done += (size_t)wrote;
    else if (wrote < 0 && errno == EINTR) continue;
    else {
      stream_close(context);
      news = closed;
    }
  }
}

/* Waits for bytes or until the library has something to do, and tells it what came. */
static void wait_and_read(void) {
  struct pollfd entry = {.fd = tcp, .events = POLLIN};
  int32_t wait = ocpp_next_wake(station);
  poll(&entry, tcp >= 0, news != nothing ? 0 : wait > 200 ? 200 : wait);
  if (news == opened) {
    news = nothing;
    ocpp_stream_opened(station);
  } else if (news == closed) {
    news = nothing;
    ocpp_stream_closed(station);
  }
  if (tcp >= 0 && (entry.revents & (POLLIN | POLLHUP | POLLERR))) {
    unsigned char bytes[2048];
    ssize_t count = read(tcp, bytes, sizeof bytes);
    if (count > 0) {
      ocpp_stream_read(station, bytes, (size_t)count);
    } else if (count == 0 || errno != EINTR) {
      stream_close(NULL);
      ocpp_stream_closed(station);
    }
  }
  ocpp_loop(station);
}

/* --- The program ------------------------------------------------------------------------------- */

static int fail(const char *what, ocpp_result result) {
  fprintf(stderr, "station: %s: %s\n", what, ocpp_result_text(result));
  return 1;
}

int main(int argc, char **argv) {
  if (argc < 4) {
    fprintf(stderr, "usage: station HOST PORT IDENTITY [JOURNAL-FILE]\n");
    return 2;
  }
  setvbuf(stdout, NULL, _IOLBF, 0);
  host = argv[1];
  port = argv[2];
  char place[300];
  snprintf(place, sizeof place, "%s:%s", host, port);

  ocpp_stream_transport stream = {
      .open = stream_open, .write = stream_write, .close = stream_close,
      .host = place, .path = "/ocpp", .identity = argv[3], .password = getenv("OCPP_PASSWORD")};
  ocpp_flash flash = {
      .sector_size = sector_size, .sector_count = sector_count, .program_unit = 4,
      .read = flash_read, .program = flash_program, .erase = flash_erase, .sync = flash_sync};
  ocpp_setup setup;
  ocpp_setup_init(&setup);
  setup.milliseconds = milliseconds;
  setup.random = random32;
  setup.vendor = "Example";
  setup.model = "C on Linux";
  setup.hardware.set_contactor = set_contactor;
  setup.hardware.read_meter = read_meter;
  setup.hardware.show_prompt = show_prompt;
  setup.stream = &stream;
  if (argc > 4) {
    if (open_journal(argv[4]) != 0) {
      perror(argv[4]);
      return 1;
    }
    setup.flash = &flash;
  }
  ocpp_result result = ocpp_station_new(&setup, &station);
  if (result != OCPP_OK) return fail("cannot be made", result);
  ocpp_set_configuration(station, "MeterValueSampleInterval", "1");
  result = ocpp_start(station);
  if (result != OCPP_OK) return fail("cannot be started", result);

  /* A visit: the cable, the card, three seconds of energy, and away. */
  enum { registering, authorizing, charging, leaving, done } phase = registering;
  uint32_t since = milliseconds(NULL);
  while (phase != done) {
    wait_and_read();
    ocpp_connector_state state;
    ocpp_get_connector(station, 1, &state);
    uint32_t now = milliseconds(NULL);
    if (now - since > 60000) return fail("nothing happens for a minute", OCPP_BAD_STATE);
    if (phase == registering && ocpp_is_online(station)) {
      ocpp_plugged(station, 1, true);
      ocpp_ev_ready(station, 1, true);
      ocpp_begin_transaction(station, 1, "DEMO0001");
      phase = authorizing;
      since = now;
    } else if (phase == authorizing && state.has_transaction && state.transaction_id != 0) {
      printf("transaction %d\n", (int)state.transaction_id);
      phase = charging;
      since = now;
    } else if (phase == charging && now - since > 3000) {
      ocpp_end_transaction(station, 1, OCPP_STOP_LOCAL);
      phase = leaving;
      since = now;
    } else if (phase == leaving && !state.has_transaction && ocpp_owed_messages(station) == 0) {
      ocpp_plugged(station, 1, false);
      printf("everything was acknowledged: %lld Wh\n", (long long)(watt_milliseconds / 3600000));
      phase = done;
    }
  }
  ocpp_station_delete(station);
  stream_close(NULL);
  return 0;
}
