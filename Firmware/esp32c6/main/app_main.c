// Starts the board, and the one task that the charge point runs in; the queue that tells it what happens.
#include <stdlib.h>
#include <string.h>

#include "esp_app_desc.h"
#include "esp_log.h"
#include "esp_random.h"
#include "esp_system.h"
#include "esp_task_wdt.h"
#include "esp_timer.h"
#include "freertos/FreeRTOS.h"
#include "freertos/queue.h"
#include "freertos/task.h"

#include "parts.h"

// The longest chain of calls of the charge point takes 6 KB (Firmware/qemu-virt measures it); drivers and
// logging need the rest.
#define CHARGER_STACK (32 * 1024)

static QueueHandle_t events;
static volatile bool is_message_lost;

static bool has_reserve(board_event_kind kind) {
  return kind == BOARD_CONNECTED || kind == BOARD_CONNECT_FAILED || kind == BOARD_DISCONNECTED ||
         kind == BOARD_DOWNLOADED || kind == BOARD_UPLOADED || kind == BOARD_INSTALLED;
}

bool board_tell(board_event_kind kind, int64_t number, const void *text, uint32_t length) {
  board_event event = {.kind = kind, .number = number, .length = length};
  if (kind == BOARD_MESSAGE_LOST) {
    is_message_lost = true;
    return true;
  }
  if (!has_reserve(kind) && uxQueueSpacesAvailable(events) <= BOARD_EVENT_RESERVE) return false;
  if (length > 0) {
    uint8_t *copy = malloc(length);
    if (!copy) return false;
    memcpy(copy, text, length);
    event.text = copy;
  }
  if (xQueueSend(events, &event, 0) == pdTRUE) return true;
  free((void *)event.text);
  return false;
}

void board_next_event(board_event *event, uint32_t milliseconds) {
  ESP_ERROR_CHECK(esp_task_wdt_reset());
  memset(event, 0, sizeof *event);
  if (is_message_lost) {
    is_message_lost = false;
    event->kind = BOARD_MESSAGE_LOST;
    return;
  }
  if (xQueueReceive(events, event, pdMS_TO_TICKS(milliseconds)) != pdTRUE) event->kind = BOARD_NOTHING;
  bool is_end = event->kind == BOARD_DOWNLOADED || event->kind == BOARD_UPLOADED;
  if (is_end && !transfers_take_end(event)) event->kind = BOARD_NOTHING;
}
void board_event_done(const board_event *event) { free((void *)event->text); }

int64_t board_milliseconds(void) { return esp_timer_get_time() / 1000; }
uint32_t board_random(void) { return esp_random(); }
const char *board_version(void) { return esp_app_get_description()->version; }
void board_restart(void) { esp_restart(); }
void board_log(const char *text, int32_t number) { ESP_LOGI("charger", "%s %ld", text, (long)number); }
// Swift's runtime hashes with it. Weak, because newlib may have one too.
__attribute__((weak)) void arc4random_buf(void *to, size_t count) { esp_fill_random(to, count); }

static void charger(void *unused) {
  (void)unused;
  ESP_ERROR_CHECK(esp_task_wdt_add(NULL));
  charger_run();
  // It could not begin. The watchdog stays fed, so that the log can be read.
  for (;;) {
    ESP_ERROR_CHECK(esp_task_wdt_reset());
    vTaskDelay(pdMS_TO_TICKS(1000));
  }
}

void app_main(void) {
  events = xQueueCreate(BOARD_EVENT_LIMIT + BOARD_EVENT_RESERVE, sizeof(board_event));
  if (!events) abort();
  // First of all the contactor's pin, so that it is open.
  pins_start();
  log_start();
  files_start();
  transfers_start();
  network_start();
  pilot_start();
  rfid_start();
  if (xTaskCreate(charger, "charger", CHARGER_STACK, NULL, 5, NULL) != pdPASS) abort();
}
