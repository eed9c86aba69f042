#pragma once
#include <sys/time.h>
#include "esp_err.h"
typedef struct {
  const char *servers[1];
  void (*sync_cb)(struct timeval *now);
} esp_sntp_config_t;
#define ESP_NETIF_SNTP_DEFAULT_CONFIG(server) {.servers = {server}}
esp_err_t esp_netif_sntp_init(const esp_sntp_config_t *config);
