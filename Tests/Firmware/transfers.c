// The transfers of Firmware/esp32c6 with an ESP-IDF that only pretends, on this machine: what is fetched, put,
// cancelled and installed, and what the charge point is told of it. Built and run by Tools/esp32c6.sh.
#include <assert.h>
#include <setjmp.h>
#include <stdio.h>

#include "../../Firmware/esp32c6/main/transfers.c"

// The queue and the task: `run` lets the task work until its queue is empty.
static void *items[4];
static int count, room = 4;
static void (*task)(void *);
static jmp_buf idle;
QueueHandle_t xQueueCreate(UBaseType_t length, UBaseType_t size) {
  assert(length == 4 && size == sizeof(void *));
  return (QueueHandle_t)items;
}
BaseType_t xQueueSend(QueueHandle_t to, const void *item, TickType_t wait) {
  (void)to, (void)wait;
  if (count == room) return 0;
  memcpy(&items[count++], item, sizeof(void *));
  return pdTRUE;
}
BaseType_t xQueueReceive(QueueHandle_t from, void *item, TickType_t wait) {
  (void)from, (void)wait;
  if (count == 0) longjmp(idle, 1);
  memcpy(item, &items[0], sizeof(void *));
  memmove(&items[0], &items[1], sizeof(void *) * (size_t)--count);
  return pdTRUE;
}
BaseType_t xTaskCreate(void (*code)(void *), const char *name, uint32_t stack, void *with, UBaseType_t priority, TaskHandle_t *made) {
  (void)name, (void)stack, (void)with, (void)priority, (void)made;
  task = code;
  return pdPASS;
}
static void run(void) {
  if (!setjmp(idle)) task(NULL);
}

// What the charge point is told, as board_next_event() does it.
static char told[256];
bool board_tell(board_event_kind kind, int64_t number, const void *text, uint32_t length) {
  (void)text, (void)length;
  board_event event = {.kind = kind, .number = number};
  if (kind != BOARD_INSTALLED && !transfers_take_end(&event)) return true;
  const char *name = kind == BOARD_DOWNLOADED ? "downloaded" : kind == BOARD_UPLOADED ? "uploaded" : "installed";
  snprintf(told + strlen(told), sizeof told - strlen(told), "%s %d;", name, (int)event.number);
  return true;
}
static void says(const char *wanted) {
  if (strcmp(told, wanted)) printf("told %s instead of %s\n", told, wanted), abort();
  told[0] = 0;
}

// The network: an image of three blocks, a folder that takes what it gets.
static int blocks, opened, aborted, finished, restarts, fails_at = -1, status = 201;
static void (*at_block)(void);
static char where[700], body[16];
esp_err_t esp_crt_bundle_attach(void *conf) { return (void)conf, ESP_OK; }
esp_err_t esp_https_ota_begin(const esp_https_ota_config_t *config, esp_https_ota_handle_t *handle) {
  assert(config->http_config->crt_bundle_attach);
  strcpy(where, config->http_config->url);
  blocks = 0, opened++;
  *handle = &blocks;
  return ESP_OK;
}
esp_err_t esp_https_ota_perform(esp_https_ota_handle_t handle) {
  (void)handle;
  if (blocks == fails_at) return ESP_FAIL;
  if (at_block && blocks == 1) at_block();
  return ++blocks < 3 ? ESP_ERR_HTTPS_OTA_IN_PROGRESS : ESP_OK;
}
bool esp_https_ota_is_complete_data_received(esp_https_ota_handle_t handle) { return (void)handle, blocks == 3; }
esp_err_t esp_https_ota_finish(esp_https_ota_handle_t handle) { return (void)handle, finished++, ESP_OK; }
esp_err_t esp_https_ota_abort(esp_https_ota_handle_t handle) { return (void)handle, aborted++, ESP_OK; }
static jmp_buf gone;
void esp_restart(void) {
  restarts++;
  longjmp(gone, 1);
}
esp_http_client_handle_t esp_http_client_init(const esp_http_client_config_t *config) {
  assert(config->method == HTTP_METHOD_PUT && config->crt_bundle_attach);
  strcpy(where, config->url);
  return (esp_http_client_handle_t)where;
}
esp_err_t esp_http_client_set_header(esp_http_client_handle_t http, const char *key, const char *value) { return (void)http, (void)key, (void)value, ESP_OK; }
esp_err_t esp_http_client_set_post_field(esp_http_client_handle_t http, const char *data, int length) {
  (void)http;
  memcpy(body, data, (size_t)length);
  return ESP_OK;
}
esp_err_t esp_http_client_perform(esp_http_client_handle_t http) { return (void)http, ESP_OK; }
int esp_http_client_get_status_code(esp_http_client_handle_t http) { return (void)http, status; }
esp_err_t esp_http_client_cleanup(esp_http_client_handle_t http) { return (void)http, ESP_OK; }
size_t log_text(char *text) { return (size_t)sprintf(text, "a log"); }
const esp_partition_t *esp_ota_get_running_partition(void) { return NULL; }
esp_err_t esp_ota_get_state_partition(const esp_partition_t *p, esp_ota_img_states_t *state) { return (void)p, (void)state, ESP_FAIL; }
esp_err_t esp_ota_mark_app_valid_cancel_rollback(void) { return ESP_OK; }

static void fetch_from(const char *location) { board_download((const uint8_t *)location, (uint32_t)strlen(location)); }
static void put_to(const char *location) {
  board_upload((const uint8_t *)location, (uint32_t)strlen(location), (const uint8_t *)"log.txt", 7);
}
static void cancel(void) { board_cancel_download(); }
static void another(void) {
  at_block = NULL;
  fetch_from("https://x/second");
}

int main(void) {
  transfers_start();
  // An image is fetched, and started once.
  fetch_from("https://x/image"), run(), says("downloaded 1;");
  if (!setjmp(gone)) board_install();
  assert(restarts == 1 && finished == 1 && aborted == 0 && !strcmp(where, "https://x/image"));
  board_install(), says("installed 0;");
  // Broken off by the network, by the charge point before and in the middle, and when it was complete.
  fails_at = 2, fetch_from("https://x/image"), run(), says("downloaded 0;"), fails_at = -1;
  assert(aborted == 1);
  fetch_from("https://x/image"), cancel(), run(), says("");
  assert(opened == 2);
  at_block = cancel, fetch_from("https://x/image"), run(), says(""), at_block = NULL;
  assert(aborted == 2);
  fetch_from("https://x/image"), run(), says("downloaded 1;"), cancel();
  assert(aborted == 3);
  board_install(), says("installed 0;");
  // One that takes the place of another: the end of that one is nobody's.
  at_block = another, fetch_from("https://x/first"), run(), says("downloaded 1;");
  assert(aborted == 4 && !strcmp(where, "https://x/second"));
  // What cannot be: another protocol, an address that is too long, no room.
  char address[800] = "https://x/";
  memset(address + 10, 'a', 700);
  fetch_from("ftp://x/image"), says("downloaded 0;");
  fetch_from(address), says("downloaded 0;");
  room = 0, fetch_from("https://x/image"), says("downloaded 0;"), room = 4;
  // Diagnostics go into a folder, with or without its slash; what the server refuses is not there.
  put_to("https://x/in"), run(), says("uploaded 1;");
  assert(!strcmp(where, "https://x/in/log.txt") && !strcmp(body, "a log"));
  put_to("https://x/in/"), run(), says("uploaded 1;");
  assert(!strcmp(where, "https://x/in/log.txt"));
  status = 403, put_to("https://x/in"), run(), says("uploaded 0;"), status = 200;
  put_to("https://x/in"), board_cancel_upload(), run(), says("");
  puts("ESP32-C6: its transfers of files do what they should with an ESP-IDF that pretends");
}
