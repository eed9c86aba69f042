/* What a program on Linux has anyway, as the library wants it: a clock, random bits, a file for flash, and one
 * TCP connection. */
#ifndef LINUX_H
#define LINUX_H
#include "ocpp_station.h"

uint32_t linux_milliseconds(void *context);
uint32_t linux_random(void *context);

/* 16 sectors of 4 KB in the file that was opened, which is made if it is not there. 0, or -1 with errno. */
int linux_open_journal(const char *path);
extern const ocpp_flash linux_flash;

/* Connects to HOST:PORT, path /ocpp, with the password in OCPP_PASSWORD. The texts stay yours. */
ocpp_stream_transport linux_stream(const char *host, const char *port, const char *identity);
void linux_close(void);
/* A connected socket; -1 for none. */
int linux_connect(const char *host, const char *port);

/* Waits until bytes came, the library has something to do, `also` can be read (-1 for none), or at most so
 * many milliseconds; then lets the library do it. Whether `also` can be read. */
bool linux_wait(ocpp_station *station, int also, int longest);

#endif
