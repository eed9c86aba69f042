#pragma once
#include "esp_err.h"
typedef struct {
  const char *url;
  int timeout_ms;
  esp_err_t (*crt_bundle_attach)(void *conf);
} esp_http_client_config_t;
