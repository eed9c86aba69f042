// Wi-Fi, the time, and the WebSocket to the central system.
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>

#include "esp_crt_bundle.h"
#include "esp_err.h"
#include "esp_event.h"
#include "esp_log.h"
#include "esp_netif.h"
#include "esp_netif_sntp.h"
#include "esp_websocket_client.h"
#include "esp_wifi.h"
#include "sdkconfig.h"

#include "parts.h"

#define SEND_MS 5000
#define CLOSE_MS 2000

typedef enum { LINK_IDLE, LINK_CONNECTING, LINK_OPEN } link_state;
static _Atomic link_state line = LINK_IDLE;
static esp_websocket_client_handle_t client;
// The message that is coming in; of the client's task.
static char message[BOARD_MESSAGE_LIMIT];
static size_t filled;
static bool is_too_long;

// --- WebSocket -----------------------------------------------------------------------------------------

static void ended(void) {
  switch (atomic_exchange(&line, LINK_IDLE)) {
    case LINK_IDLE: break;
    case LINK_CONNECTING: board_tell(BOARD_CONNECT_FAILED, 0, NULL, 0); break;
    case LINK_OPEN: board_tell(BOARD_DISCONNECTED, 0, NULL, 0); break;
  }
}

// A message comes in frames, and a frame in pieces.
static void take(const esp_websocket_event_data_t *data) {
  if (data->op_code == 0x1 && data->payload_offset == 0) {
    filled = 0;
    is_too_long = false;
  } else if (data->op_code != 0x0 && data->op_code != 0x1) {
    return;
  }
  size_t count = data->data_len > 0 ? (size_t)data->data_len : 0;
  if (count > sizeof message - filled) {
    is_too_long = true;
  } else if (count > 0) {
    memcpy(message + filled, data->data_ptr, count);
    filled += count;
  }
  if (!data->fin || data->payload_offset + data->data_len < data->payload_len) return;
  if (is_too_long || !board_tell(BOARD_MESSAGE, 0, message, (uint32_t)filled)) board_tell(BOARD_MESSAGE_LOST, 0, NULL, 0);
  filled = 0;
}

static void websocket(void *unused, esp_event_base_t base, int32_t id, void *data) {
  (void)unused;
  (void)base;
  switch (id) {
    case WEBSOCKET_EVENT_CONNECTED: {
      link_state connecting = LINK_CONNECTING;
      if (atomic_compare_exchange_strong(&line, &connecting, LINK_OPEN)) board_tell(BOARD_CONNECTED, 0, NULL, 0);
      break;
    }
    case WEBSOCKET_EVENT_DATA: take(data); break;
    case WEBSOCKET_EVENT_ERROR:
    case WEBSOCKET_EVENT_DISCONNECTED:
    case WEBSOCKET_EVENT_CLOSED:
    case WEBSOCKET_EVENT_FINISH: ended(); break;
    default: break;
  }
}

void board_connect(void) {
  static char url[256], password[41];
  // The one before has ended, or it was told that it has.
  atomic_store(&line, LINK_IDLE);
  if (client) esp_websocket_client_destroy(client);
  snprintf(url, sizeof url, "%s/%s", CONFIG_CHARGER_URL, CONFIG_CHARGER_IDENTITY);
  files_password(password);
  esp_websocket_client_config_t config = {
      .uri = url,
      .username = password[0] ? CONFIG_CHARGER_IDENTITY : NULL,
      .password = password[0] ? password : NULL,
      .subprotocol = "ocpp1.6",
      // The charge point itself decides when to try again.
      .disable_auto_reconnect = true,
      .crt_bundle_attach = esp_crt_bundle_attach,
      .network_timeout_ms = SEND_MS,
      .ping_interval_sec = 30,
      .pingpong_timeout_sec = 20,
      .task_stack = 6144,
      // Below the charge point's own: the client must not have ended before its start has returned.
      .task_prio = 4,
  };
  atomic_store(&line, LINK_CONNECTING);
  client = esp_websocket_client_init(&config);
  if (!client || esp_websocket_register_events(client, WEBSOCKET_EVENT_ANY, websocket, NULL) != ESP_OK ||
      esp_websocket_client_start(client) != ESP_OK)
    ended();
}

void board_send(const uint8_t *text, uint32_t length) {
  if (!client || atomic_load(&line) != LINK_OPEN) return;
  int sent = esp_websocket_client_send_text(client, (const char *)text, (int)length, pdMS_TO_TICKS(SEND_MS));
  if (sent != (int)length) board_close(1001);
}

void board_close(uint16_t code) {
  if (!client) return;
  if (atomic_load(&line) == LINK_OPEN) esp_websocket_client_close_with_code(client, code, NULL, 0, pdMS_TO_TICKS(CLOSE_MS));
  ended();
}

// --- Wi-Fi and time ----------------------------------------------------------------------------------------

static void clock_set(struct timeval *now) {
  board_tell(BOARD_CLOCK_SET, (int64_t)now->tv_sec * 1000 + now->tv_usec / 1000, NULL, 0);
}

static void wifi(void *unused, esp_event_base_t base, int32_t id, void *data) {
  (void)unused;
  (void)data;
  if (base == WIFI_EVENT && (id == WIFI_EVENT_STA_START || id == WIFI_EVENT_STA_DISCONNECTED)) esp_wifi_connect();
  if (base == IP_EVENT && id == IP_EVENT_STA_GOT_IP) board_tell(BOARD_NETWORK_UP, 0, NULL, 0);
}

void network_start(void) {
  ESP_ERROR_CHECK(esp_netif_init());
  ESP_ERROR_CHECK(esp_event_loop_create_default());
  esp_netif_create_default_wifi_sta();
  wifi_init_config_t init = WIFI_INIT_CONFIG_DEFAULT();
  ESP_ERROR_CHECK(esp_wifi_init(&init));
  ESP_ERROR_CHECK(esp_event_handler_register(WIFI_EVENT, ESP_EVENT_ANY_ID, wifi, NULL));
  ESP_ERROR_CHECK(esp_event_handler_register(IP_EVENT, IP_EVENT_STA_GOT_IP, wifi, NULL));
  wifi_config_t station = {.sta = {.ssid = CONFIG_CHARGER_WIFI_SSID, .password = CONFIG_CHARGER_WIFI_PASSWORD}};
  ESP_ERROR_CHECK(esp_wifi_set_mode(WIFI_MODE_STA));
  ESP_ERROR_CHECK(esp_wifi_set_config(WIFI_IF_STA, &station));
  ESP_ERROR_CHECK(esp_wifi_start());
  esp_sntp_config_t time = ESP_NETIF_SNTP_DEFAULT_CONFIG("pool.ntp.org");
  time.sync_cb = clock_set;
  ESP_ERROR_CHECK(esp_netif_sntp_init(&time));
}
