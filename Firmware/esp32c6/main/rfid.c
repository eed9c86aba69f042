// A PN532 on a UART (its high-speed UART mode): asks for a card of ISO 14443 A, again and again.
#include <stdlib.h>
#include <string.h>

#include "driver/uart.h"
#include "esp_err.h"
#include "esp_timer.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "sdkconfig.h"

#include "parts.h"

#define PORT UART_NUM_1
// The same card shown again after this long is another presentation.
#define SAME_CARD_MS 2000

// Sends a command: preamble, length, its complement, direction, data, checksum (PN532 user manual §6.2).
static void command(const uint8_t *data, uint8_t count) {
  uint8_t frame[32] = {0x00, 0x00, 0xFF, (uint8_t)(count + 1), (uint8_t)-(count + 1), 0xD4};
  uint8_t sum = 0xD4;
  for (int i = 0; i < count; i++) sum = (uint8_t)(sum + (frame[6 + i] = data[i]));
  frame[6 + count] = (uint8_t)-sum;
  uart_flush_input(PORT);
  uart_write_bytes(PORT, frame, (size_t)count + 8);
}

static bool byte(uint8_t *to, uint32_t milliseconds) {
  return uart_read_bytes(PORT, to, 1, pdMS_TO_TICKS(milliseconds)) == 1;
}

// Reads the next frame that is no acknowledgement; the length of its data, -1 for none.
static int answer(uint8_t *data, int room, uint32_t milliseconds) {
  uint8_t last = 1, next = 1, length, complement, sum = 0, b;
  for (;;) {
    while (!(last == 0x00 && next == 0xFF)) {
      last = next;
      if (!byte(&next, milliseconds)) return -1;
    }
    if (!byte(&length, 50) || !byte(&complement, 50)) return -1;
    last = next = 1;
    if (length == 0x00 && complement == 0xFF) continue;
    if ((uint8_t)(length + complement) != 0 || length == 0 || length > room) return -1;
    for (int i = 0; i < length; i++) {
      if (!byte(&data[i], 50)) return -1;
      sum = (uint8_t)(sum + data[i]);
    }
    return byte(&b, 50) && (uint8_t)(sum + b) == 0 ? length : -1;
  }
}

static void tell(const uint8_t *id, int count) {
  static char last[21];
  static int64_t told;
  char text[21] = "";
  for (int i = 0; i < count; i++) {
    text[2 * i] = "0123456789ABCDEF"[id[i] >> 4];
    text[2 * i + 1] = "0123456789ABCDEF"[id[i] & 15];
  }
  int64_t now = board_milliseconds();
  bool is_same = memcmp(text, last, sizeof text) == 0 && now - told < SAME_CARD_MS;
  memcpy(last, text, sizeof text);
  told = now;
  if (!is_same) board_tell(BOARD_CARD, 0, text, (uint32_t)count * 2);
}

static void watch(void *unused) {
  (void)unused;
  static const uint8_t wake[] = {0x55, 0x55, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
  static const uint8_t normal_mode[] = {0x14, 0x01, 0x14, 0x01};
  static const uint8_t list_card[] = {0x4A, 0x01, 0x00};
  bool is_awake = false;
  for (;;) {
    uint8_t data[64];
    if (!is_awake) {
      uart_write_bytes(PORT, wake, sizeof wake);
      command(normal_mode, sizeof normal_mode);
      is_awake = answer(data, sizeof data, 200) >= 2 && data[1] == 0x15;
      if (!is_awake) vTaskDelay(pdMS_TO_TICKS(1000));
      continue;
    }
    command(list_card, sizeof list_card);
    int count = answer(data, sizeof data, 1000);
    // Direction, command, one target, its number, two bytes and one of its kind, the length, the id.
    if (count >= 8 && data[1] == 0x4B && data[2] == 1 && data[7] <= 10 && count >= 8 + data[7]) tell(data + 8, data[7]);
    vTaskDelay(pdMS_TO_TICKS(100));
  }
}

void rfid_start(void) {
  uart_config_t config = {
      .baud_rate = 115200,
      .data_bits = UART_DATA_8_BITS,
      .parity = UART_PARITY_DISABLE,
      .stop_bits = UART_STOP_BITS_1,
      .flow_ctrl = UART_HW_FLOWCTRL_DISABLE,
  };
  ESP_ERROR_CHECK(uart_driver_install(PORT, 256, 0, 0, NULL, 0));
  ESP_ERROR_CHECK(uart_param_config(PORT, &config));
  ESP_ERROR_CHECK(uart_set_pin(PORT, CONFIG_CHARGER_GPIO_RFID_TX, CONFIG_CHARGER_GPIO_RFID_RX, UART_PIN_NO_CHANGE,
                               UART_PIN_NO_CHANGE));
  if (xTaskCreate(watch, "rfid", 3072, NULL, 4, NULL) != pdPASS) abort();
}
