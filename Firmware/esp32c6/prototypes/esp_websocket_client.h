#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "esp_event.h"
#include "freertos/FreeRTOS.h"
typedef struct esp_websocket_client *esp_websocket_client_handle_t;
typedef enum {
  WEBSOCKET_EVENT_ANY = -1,
  WEBSOCKET_EVENT_ERROR = 0,
  WEBSOCKET_EVENT_CONNECTED,
  WEBSOCKET_EVENT_DISCONNECTED,
  WEBSOCKET_EVENT_DATA,
  WEBSOCKET_EVENT_CLOSED,
  WEBSOCKET_EVENT_BEFORE_CONNECT,
  WEBSOCKET_EVENT_BEGIN,
  WEBSOCKET_EVENT_FINISH
} esp_websocket_event_id_t;
typedef struct {
  const char *data_ptr;
  int data_len;
  bool fin;
  uint8_t op_code;
  int payload_len, payload_offset;
} esp_websocket_event_data_t;
typedef struct {
  const char *uri, *username, *password, *subprotocol;
  bool disable_auto_reconnect;
  int task_prio, task_stack, pingpong_timeout_sec, network_timeout_ms;
  esp_err_t (*crt_bundle_attach)(void *conf);
  size_t ping_interval_sec;
} esp_websocket_client_config_t;
esp_websocket_client_handle_t esp_websocket_client_init(const esp_websocket_client_config_t *config);
esp_err_t esp_websocket_register_events(esp_websocket_client_handle_t client, esp_websocket_event_id_t event,
                                        esp_event_handler_t handler, void *argument);
esp_err_t esp_websocket_client_start(esp_websocket_client_handle_t client);
esp_err_t esp_websocket_client_destroy(esp_websocket_client_handle_t client);
int esp_websocket_client_send_text(esp_websocket_client_handle_t client, const char *data, int len, TickType_t timeout);
esp_err_t esp_websocket_client_close_with_code(esp_websocket_client_handle_t client, int code, const char *data, int len,
                                               TickType_t timeout);
