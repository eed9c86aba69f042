// The control pilot of IEC 61851-1: a pulse of 1 kHz says how much current there is, its upper voltage
// says what the vehicle wants.
#include <stdlib.h>

#include "driver/ledc.h"
#include "esp_adc/adc_cali.h"
#include "esp_adc/adc_cali_scheme.h"
#include "esp_adc/adc_oneshot.h"
#include "esp_err.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "sdkconfig.h"

#include "parts.h"

#define FULL 1024  // of 10 bits
#define SAMPLES 80 // some milliseconds: several pulses

static adc_oneshot_unit_handle_t unit;
static adc_cali_handle_t calibration;

typedef enum { PILOT_A, PILOT_B, PILOT_C, PILOT_D, PILOT_FAULT } pilot_state;

void board_offer_current(int32_t milliamperes) {
  // IEC 61851-1 table A.7: 6 to 51 A, then up to 80 A.
  int32_t permille = milliamperes <= 51000 ? milliamperes / 60 : milliamperes / 250 + 640;
  uint32_t duty = milliamperes < 6000 ? FULL : (uint32_t)permille * FULL / 1000;
  ESP_ERROR_CHECK(ledc_set_duty(LEDC_LOW_SPEED_MODE, LEDC_CHANNEL_0, duty));
  ESP_ERROR_CHECK(ledc_update_duty(LEDC_LOW_SPEED_MODE, LEDC_CHANNEL_0));
}

static pilot_state measure(void) {
  int highest = 0, millivolts = 0;
  for (int i = 0; i < SAMPLES; i++) {
    int raw = 0;
    if (adc_oneshot_read(unit, CONFIG_CHARGER_PILOT_ADC_CHANNEL, &raw) == ESP_OK && raw > highest) highest = raw;
  }
  if (adc_cali_raw_to_voltage(calibration, highest, &millivolts) != ESP_OK) return PILOT_FAULT;
  // In tenths of a volt, by the two voltages that were measured when the board was made.
  int pilot = 30 + (millivolts - CONFIG_CHARGER_PILOT_MV_3) * 90 / (CONFIG_CHARGER_PILOT_MV_12 - CONFIG_CHARGER_PILOT_MV_3);
  if (pilot >= 135) return PILOT_FAULT;
  if (pilot >= 105) return PILOT_A;
  if (pilot >= 75) return PILOT_B;
  if (pilot >= 45) return PILOT_C;
  if (pilot >= 15) return PILOT_D;
  return PILOT_FAULT;
}

// Tells what has changed; what the charge point had no room for is told the next time.
static void tell(pilot_state state) {
  static int plugged, ready, fault;
  int is_fault = state == PILOT_FAULT;
  // A vehicle that asks for ventilation is plugged in and gets nothing: there is no fan here.
  int is_plugged = is_fault ? plugged : state != PILOT_A, is_ready = state == PILOT_C;
  if (is_fault != fault && board_tell(BOARD_PILOT_FAULT, is_fault, NULL, 0)) fault = is_fault;
  if (is_plugged && !plugged && board_tell(BOARD_PLUGGED, 1, NULL, 0)) plugged = 1;
  if (is_ready != ready && board_tell(BOARD_EV_READY, is_ready, NULL, 0)) ready = is_ready;
  if (!is_plugged && plugged && !ready && board_tell(BOARD_PLUGGED, 0, NULL, 0)) plugged = 0;
}

static void watch(void *unused) {
  (void)unused;
  pilot_state last = PILOT_A;
  int times = 0;
  for (;;) {
    pilot_state state = measure();
    // Off at once, on only when it is sure.
    if (state != PILOT_C) pins_permit(false);
    times = state == last ? times + 1 : 1;
    last = state;
    if (times >= 3) {
      if (state == PILOT_C) pins_permit(true);
      tell(state);
    }
    pins_tick();
    vTaskDelay(pdMS_TO_TICKS(20));
  }
}

void pilot_start(void) {
  ledc_timer_config_t timer = {
      .speed_mode = LEDC_LOW_SPEED_MODE,
      .duty_resolution = LEDC_TIMER_10_BIT,
      .timer_num = LEDC_TIMER_0,
      .freq_hz = 1000,
      .clk_cfg = LEDC_AUTO_CLK,
  };
  ESP_ERROR_CHECK(ledc_timer_config(&timer));
  ledc_channel_config_t channel = {
      .gpio_num = CONFIG_CHARGER_GPIO_PILOT,
      .speed_mode = LEDC_LOW_SPEED_MODE,
      .channel = LEDC_CHANNEL_0,
      .timer_sel = LEDC_TIMER_0,
      .duty = FULL,
  };
  ESP_ERROR_CHECK(ledc_channel_config(&channel));
  adc_oneshot_unit_init_cfg_t one = {.unit_id = ADC_UNIT_1};
  ESP_ERROR_CHECK(adc_oneshot_new_unit(&one, &unit));
  adc_oneshot_chan_cfg_t input = {.atten = ADC_ATTEN_DB_12, .bitwidth = ADC_BITWIDTH_DEFAULT};
  ESP_ERROR_CHECK(adc_oneshot_config_channel(unit, CONFIG_CHARGER_PILOT_ADC_CHANNEL, &input));
  adc_cali_curve_fitting_config_t curve = {
      .unit_id = ADC_UNIT_1,
      .chan = CONFIG_CHARGER_PILOT_ADC_CHANNEL,
      .atten = ADC_ATTEN_DB_12,
      .bitwidth = ADC_BITWIDTH_DEFAULT,
  };
  ESP_ERROR_CHECK(adc_cali_create_scheme_curve_fitting(&curve, &calibration));
  if (xTaskCreate(watch, "pilot", 3072, NULL, 10, NULL) != pdPASS) abort();
}
