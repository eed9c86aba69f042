// Files that go over the network, moved by one task, one after the other: the next image of the firmware into
// the other slot, and the diagnostics to where the central system wants them. https only.
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "esp_crt_bundle.h"
#include "esp_http_client.h"
#include "esp_https_ota.h"
#include "esp_ota_ops.h"
#include "esp_system.h"
#include "freertos/FreeRTOS.h"
#include "freertos/queue.h"
#include "freertos/task.h"

#include "parts.h"

#define LOCATION_LIMIT 640
#define TIMEOUT_MS 20000

typedef struct {
  board_event_kind end; // BOARD_DOWNLOADED or BOARD_UPLOADED
  int32_t number;
  char location[LOCATION_LIMIT + 1];
} transfer;

static QueueHandle_t queue;
// The transfers that count: what becomes of one with another number is of no interest any more.
static atomic_int download, upload;
// In the other slot, and complete: started by board_install().
static _Atomic(esp_https_ota_handle_t) image;

static atomic_int *newest(board_event_kind end) { return end == BOARD_DOWNLOADED ? &download : &upload; }
static bool counts(const transfer *file) { return atomic_load(newest(file->end)) == file->number; }

bool transfers_take_end(board_event *event) {
  int32_t number = (int32_t)(event->number < 0 ? -event->number : event->number);
  bool is_newest = atomic_load(newest(event->kind)) == number;
  event->number = event->number > 0;
  return is_newest;
}

static void drop_image(void) {
  esp_https_ota_handle_t old = atomic_exchange(&image, NULL);
  if (old) esp_https_ota_abort(old);
}

// --- The task --------------------------------------------------------------------------------------------

static bool fetch(const transfer *file) {
  esp_http_client_config_t http = {
      .url = file->location, .crt_bundle_attach = esp_crt_bundle_attach, .timeout_ms = TIMEOUT_MS};
  esp_https_ota_config_t config = {.http_config = &http};
  esp_https_ota_handle_t handle = NULL;
  if (esp_https_ota_begin(&config, &handle) != ESP_OK) return false;
  esp_err_t error;
  do {
    error = esp_https_ota_perform(handle);
  } while (error == ESP_ERR_HTTPS_OTA_IN_PROGRESS && counts(file));
  if (error != ESP_OK || !esp_https_ota_is_complete_data_received(handle)) {
    esp_https_ota_abort(handle);
    return false;
  }
  atomic_store(&image, handle);
  // Whoever cancelled before it stood there did not see it.
  if (!counts(file)) drop_image();
  return true;
}

static bool put(const transfer *file) {
  char *text = malloc(LOG_TEXT_LIMIT);
  if (!text) return false;
  esp_http_client_config_t config = {
      .url = file->location, .method = HTTP_METHOD_PUT, .crt_bundle_attach = esp_crt_bundle_attach,
      .timeout_ms = TIMEOUT_MS};
  esp_http_client_handle_t http = esp_http_client_init(&config);
  bool is_there = http && esp_http_client_set_header(http, "Content-Type", "text/plain; charset=utf-8") == ESP_OK &&
                  esp_http_client_set_post_field(http, text, (int)log_text(text)) == ESP_OK &&
                  esp_http_client_perform(http) == ESP_OK && esp_http_client_get_status_code(http) / 100 == 2;
  if (http) esp_http_client_cleanup(http);
  free(text);
  return is_there;
}

static void work(void *unused) {
  (void)unused;
  for (;;) {
    transfer *file;
    if (xQueueReceive(queue, &file, portMAX_DELAY) != pdTRUE) continue;
    if (counts(file)) {
      bool is_good = file->end == BOARD_DOWNLOADED ? fetch(file) : put(file);
      board_tell(file->end, is_good ? file->number : -file->number, NULL, 0);
    }
    free(file);
  }
}

void transfers_start(void) {
  queue = xQueueCreate(4, sizeof(transfer *));
  if (!queue || xTaskCreate(work, "transfers", 8192, NULL, 3, NULL) != pdPASS) abort();
}

// --- What the charge point asks for --------------------------------------------------------------------

static void begin(board_event_kind end, const uint8_t *location, uint32_t length, const uint8_t *name, uint32_t name_length) {
  int32_t number = atomic_fetch_add(newest(end), 1) + 1;
  transfer *file = calloc(1, sizeof *file);
  bool is_possible = file && length > 8 && memcmp(location, "https://", 8) == 0 &&
                     length < LOCATION_LIMIT - 1 && name_length < LOCATION_LIMIT - 1 - length;
  if (is_possible) {
    file->end = end;
    file->number = number;
    memcpy(file->location, location, length);
    if (name_length > 0 && location[length - 1] != '/') file->location[length++] = '/';
    if (name_length > 0) memcpy(file->location + length, name, name_length);
    is_possible = xQueueSend(queue, &file, 0) == pdTRUE;
  }
  if (is_possible) return;
  free(file);
  board_tell(end, -number, NULL, 0);
}

void board_cancel_download(void) {
  atomic_fetch_add(&download, 1);
  drop_image();
}
void board_download(const uint8_t *location, uint32_t length) {
  board_cancel_download();
  begin(BOARD_DOWNLOADED, location, length, NULL, 0);
}

void board_cancel_upload(void) { atomic_fetch_add(&upload, 1); }
void board_upload(const uint8_t *location, uint32_t length, const uint8_t *name, uint32_t name_length) {
  begin(BOARD_UPLOADED, location, length, name, name_length);
}

void board_install(void) {
  esp_https_ota_handle_t handle = atomic_exchange(&image, NULL);
  // It checks the image, and its signature where secure boot or signed images are configured.
  if (handle && esp_https_ota_finish(handle) == ESP_OK) esp_restart();
  board_tell(BOARD_INSTALLED, 0, NULL, 0);
}

bool board_image_is_new(void) {
  esp_ota_img_states_t state;
  return esp_ota_get_state_partition(esp_ota_get_running_partition(), &state) == ESP_OK &&
         state == ESP_OTA_IMG_PENDING_VERIFY;
}
void board_image_is_good(void) { esp_ota_mark_app_valid_cancel_rollback(); }
