// The last lines of ESP-IDF's log, kept in memory for GetDiagnostics and GetLog.
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "esp_log.h"
#include "esp_system.h"
#include "freertos/FreeRTOS.h"

#include "parts.h"

#define LINE 160
#define ROOM (LOG_TEXT_LIMIT - 256)

static char ring[ROOM];
static size_t next, kept;
static portMUX_TYPE lock = portMUX_INITIALIZER_UNLOCKED;
static vprintf_like_t console;

static int remember(const char *format, va_list arguments) {
  char line[LINE];
  va_list again;
  va_copy(again, arguments);
  int length = vsnprintf(line, sizeof line, format, again);
  va_end(again);
  if (length > LINE - 1) length = LINE - 1;
  portENTER_CRITICAL(&lock);
  for (int i = 0; i < length; i++) {
    ring[next] = line[i];
    next = (next + 1) % ROOM;
    if (kept < ROOM) kept++;
  }
  portEXIT_CRITICAL(&lock);
  return console(format, arguments);
}

void log_start(void) { console = esp_log_set_vprintf(remember); }

size_t log_text(char *text) {
  int head = snprintf(text, LOG_TEXT_LIMIT - ROOM,
                      "version %s\nms since start %" PRId64 "\nreason of the start %d\nfree heap %" PRIu32 ", least %" PRIu32 "\n\n",
                      board_version(), board_milliseconds(), (int)esp_reset_reason(), esp_get_free_heap_size(),
                      esp_get_minimum_free_heap_size());
  if (head < 0) return 0;
  size_t length = (size_t)head;
  portENTER_CRITICAL(&lock);
  for (size_t i = 0; i < kept; i++) text[length++] = ring[(next + ROOM - kept + i) % ROOM];
  portEXIT_CRITICAL(&lock);
  return length;
}
