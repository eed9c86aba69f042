// Everything the charge point asks of the board, and all that the board tells it: one queue of events,
// taken by one task. C functions here are called by that task only, unless they say otherwise.
#ifndef BOARD_H
#define BOARD_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// --- What is told -----------------------------------------------------------------------------------

typedef enum board_event_kind {
  BOARD_NOTHING,           // the time has passed
  BOARD_PLUGGED,           // number: 1 in, 0 out
  BOARD_EV_READY,          // number: 1 wants energy, 0 no longer
  BOARD_PILOT_FAULT,       // number: 1 the pilot is at no voltage of IEC 61851-1, 0 it is again
  BOARD_CARD,              // text: the card's number in hexadecimal
  BOARD_CONNECTED,
  BOARD_CONNECT_FAILED,
  BOARD_DISCONNECTED,
  BOARD_MESSAGE,           // text: a whole message of the central system
  BOARD_MESSAGE_LOST,      // one was too long, or there was no room for it: the connection is of no use
  BOARD_NETWORK_UP,        // the Wi-Fi has an address
  BOARD_CLOCK_SET,         // number: milliseconds since 1970, by SNTP
  BOARD_DOWNLOADED,        // number: 1 the image is in the other slot, 0 it is not
  BOARD_UPLOADED,          // number: 1 the diagnostics are there, 0 they are not
  BOARD_INSTALLED          // number: 0 it cannot be started from; otherwise the board restarts
} board_event_kind;

// The texts lie in memory of their own, which board_event_done() gives back.
typedef struct board_event {
  board_event_kind kind;
  uint32_t length;
  int64_t number;
  const uint8_t *text;
} board_event;

// How many events wait for the charge point at most. What is more is refused: a message of the central
// system then closes the connection, an input is told 20 ms later, a card must be shown again. What
// happens to the connection and the end of a download have room kept for them.
#define BOARD_EVENT_LIMIT 16
#define BOARD_EVENT_RESERVE 8
// The longest message taken, in bytes; a longer one closes the connection.
#define BOARD_MESSAGE_LIMIT 4096

// Waits for the next event, at most so many milliseconds, and feeds the task watchdog.
void board_next_event(board_event *event, uint32_t milliseconds);
void board_event_done(const board_event *event);
// From any task: false when there was no room. The text is copied.
bool board_tell(board_event_kind kind, int64_t number, const void *text, uint32_t length);

// --- Time, chance, power ------------------------------------------------------------------------------

int64_t board_milliseconds(void);
uint32_t board_random(void);
// The version that runs, of the image's description.
const char *board_version(void);
// Whether this image was installed and has not proven itself; that it has: with a restart before that, the
// bootloader goes back to the one before it.
bool board_image_is_new(void);
void board_image_is_good(void);
_Noreturn void board_restart(void);
void board_log(const char *text, int32_t number);

// --- The journal's partition: NOR flash, sectors of 4 KB ----------------------------------------------

uint32_t board_flash_sectors(void);
int32_t board_flash_read(uint32_t at, void *bytes, uint32_t count);
int32_t board_flash_program(uint32_t at, const void *bytes, uint32_t count);
int32_t board_flash_erase(uint32_t sector);

// --- The WebSocket to the central system, subprotocol ocpp1.6 ------------------------------------------

// Then BOARD_CONNECTED or BOARD_CONNECT_FAILED.
void board_connect(void);
// All of it, or the connection is closed: then BOARD_DISCONNECTED.
void board_send(const uint8_t *text, uint32_t length);
void board_close(uint16_t code);
// The password of the next connection, kept in NVS.
void board_use_password(const uint8_t *text, uint32_t length);

// --- The charger -----------------------------------------------------------------------------------------

int32_t board_maximum_current(void);
int32_t board_phases(void);
void board_set_contactor(bool closed);
// What the control pilot says, in mA; 0 is no pulse width, the steady +12 V.
void board_offer_current(int32_t milliamperes);
bool board_has_lock(void);
void board_set_lock(bool locked);
// 0 dark, 1 green, 2 blinking: what one LED can say.
void board_set_led(int32_t what);
// The meter's register, kept in NVS across restarts, and its power of now.
int64_t board_energy_wh(void);
int32_t board_power_w(void);

// --- Firmware, diagnostics -------------------------------------------------------------------------------------

// Then BOARD_DOWNLOADED. https only. None of these waits for the network.
void board_download(const uint8_t *location, uint32_t length);
void board_cancel_download(void);
// Makes the downloaded image the next to start; then a restart, or BOARD_INSTALLED with 0.
void board_install(void);
// Puts the log into a folder by PUT, https only. Then BOARD_UPLOADED.
void board_upload(const uint8_t *location, uint32_t length, const uint8_t *name, uint32_t name_length);
void board_cancel_upload(void);

// --- The charge point, in Swift ---------------------------------------------------------------------------------

// Runs for ever, in the task that calls it.
void charger_run(void);

#endif
