#pragma once
#include <stdarg.h>
typedef int (*vprintf_like_t)(const char *format, va_list arguments);
vprintf_like_t esp_log_set_vprintf(vprintf_like_t func);
#define ESP_LOGI(tag, ...) esp_log_write(3, tag, __VA_ARGS__)
#define ESP_LOGE(tag, ...) esp_log_write(1, tag, __VA_ARGS__)
void esp_log_write(int level, const char *tag, const char *format, ...) __attribute__((format(printf, 3, 4)));
