#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
typedef int BaseType_t;
typedef unsigned int UBaseType_t;
typedef uint32_t TickType_t;
#define portMAX_DELAY 0xffffffffu
typedef struct { uint32_t owner, count; } portMUX_TYPE;
#define portMUX_INITIALIZER_UNLOCKED {0xb33fffff, 0}
void vPortEnterCritical(void);
void vPortExitCritical(void);
#define portENTER_CRITICAL(mux) ((void)(mux), vPortEnterCritical())
#define portEXIT_CRITICAL(mux) ((void)(mux), vPortExitCritical())
#define pdTRUE 1
#define pdPASS 1
#define pdMS_TO_TICKS(ms) ((TickType_t)(ms))
