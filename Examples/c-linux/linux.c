#include "linux.h"

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

/* --- Clock and randomness ------------------------------------------------------------------- */

uint32_t linux_milliseconds(void *context) {
  (void)context;
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint32_t)((uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000);
}

uint32_t linux_random(void *context) {
  (void)context;
  uint32_t bits;
  if (getrandom(&bits, sizeof bits, 0) != sizeof bits) abort();
  return bits;
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

const ocpp_flash linux_flash = {
    .sector_size = sector_size, .sector_count = sector_count, .program_unit = 4,
    .read = flash_read, .program = flash_program, .erase = flash_erase, .sync = flash_sync};

int linux_open_journal(const char *path) {
  journal = open(path, O_RDWR | O_CREAT, 0600);
  if (journal < 0) return -1;
  if (lseek(journal, 0, SEEK_END) == sector_size * sector_count) return 0;
  for (uint32_t sector = 0; sector < sector_count; sector++)
    if (flash_erase(NULL, sector) != 0) return -1;
  return 0;
}

/* --- Network: a TCP socket --------------------------------------------------------------------- */

static const char *server, *service;
static int tcp = -1;
/* What happened within a callback is told to the library from the loop. */
static enum { nothing, opened, closed } news;

int linux_connect(const char *host, const char *port) {
  struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found = NULL;
  if (getaddrinfo(host, port, &hints, &found) != 0) return -1;
  int made = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (made >= 0 && connect(made, found->ai_addr, found->ai_addrlen) != 0) {
    close(made);
    made = -1;
  }
  freeaddrinfo(found);
  return made;
}

static void stream_open(void *context) {
  (void)context;
  tcp = linux_connect(server, service);
  news = tcp >= 0 ? opened : closed;
}

void linux_close(void) {
  if (tcp >= 0) close(tcp);
  tcp = -1;
}

static void stream_close(void *context) {
  (void)context;
  linux_close();
}

static void stream_write(void *context, const void *bytes, size_t count) {
  (void)context;
  for (size_t done = 0; tcp >= 0 && done < count;) {
    ssize_t wrote = send(tcp, (const char *)bytes + done, count - done, MSG_NOSIGNAL);
    if (wrote > 0) done += (size_t)wrote;
    else if (wrote < 0 && errno == EINTR) continue;
    else {
      linux_close();
      news = closed;
    }
  }
}

ocpp_stream_transport linux_stream(const char *host, const char *port, const char *identity) {
  static char place[300];
  server = host;
  service = port;
  snprintf(place, sizeof place, "%s:%s", host, port);
  return (ocpp_stream_transport){
      .open = stream_open, .write = stream_write, .close = stream_close,
      .host = place, .path = "/ocpp", .identity = identity, .password = getenv("OCPP_PASSWORD")};
}

static void read_stream(ocpp_station *station) {
  unsigned char bytes[2048];
  ssize_t count = read(tcp, bytes, sizeof bytes);
  if (count > 0) {
    ocpp_stream_read(station, bytes, (size_t)count);
  } else if (count == 0 || errno != EINTR) {
    linux_close();
    ocpp_stream_closed(station);
  }
}

bool linux_wait(ocpp_station *station, int also, int longest) {
  struct pollfd entries[] = {{.fd = tcp, .events = POLLIN}, {.fd = also, .events = POLLIN}};
  int32_t wait = ocpp_next_wake(station);
  poll(entries, 2, news != nothing ? 0 : wait > longest ? longest : wait);
  bool is_open = news == opened, is_closed = news == closed;
  news = nothing;
  if (is_open) ocpp_stream_opened(station);
  else if (is_closed) ocpp_stream_closed(station);
  else if (tcp >= 0 && entries[0].revents) read_stream(station);
  ocpp_loop(station);
  return also >= 0 && entries[1].revents;
}
