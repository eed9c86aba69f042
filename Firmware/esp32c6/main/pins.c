// Contactor, lock, LED, and the meter's pulses.
#include "driver/gpio.h"
#include "esp_attr.h"
#include "esp_err.h"
#include "esp_timer.h"
#include "freertos/FreeRTOS.h"
#include "sdkconfig.h"

#include "parts.h"

static volatile bool is_wanted, is_permitted;
static portMUX_TYPE lock = portMUX_INITIALIZER_UNLOCKED;
static volatile uint32_t pulses;
static volatile int64_t last_pulse, last_interval;
static int64_t register_wh, kept_wh;
static uint32_t counted;
static volatile int32_t led;

// Both tasks want it: what is set is what both want at that moment.
static void set(volatile bool *what, bool value) {
  portENTER_CRITICAL(&lock);
  *what = value;
  gpio_set_level(CONFIG_CHARGER_GPIO_CONTACTOR, is_wanted && is_permitted);
  portEXIT_CRITICAL(&lock);
}

static void IRAM_ATTR pulse(void *unused) {
  (void)unused;
  int64_t now = esp_timer_get_time();
  // A contact that bounces is one pulse.
  if (now - last_pulse < 2000) return;
  last_interval = now - last_pulse;
  last_pulse = now;
  pulses = pulses + 1;
}

static void output(int pin) {
  gpio_config_t config = {.pin_bit_mask = 1ULL << pin, .mode = GPIO_MODE_OUTPUT};
  gpio_set_level(pin, 0);
  ESP_ERROR_CHECK(gpio_config(&config));
}

void pins_start(void) {
  output(CONFIG_CHARGER_GPIO_CONTACTOR);
  output(CONFIG_CHARGER_GPIO_LED);
  if (board_has_lock()) output(CONFIG_CHARGER_GPIO_LOCK);
  gpio_config_t meter = {
      .pin_bit_mask = 1ULL << CONFIG_CHARGER_GPIO_METER,
      .mode = GPIO_MODE_INPUT,
      .pull_up_en = GPIO_PULLUP_ENABLE,
      .intr_type = GPIO_INTR_NEGEDGE,
  };
  ESP_ERROR_CHECK(gpio_config(&meter));
  ESP_ERROR_CHECK(gpio_install_isr_service(0));
  ESP_ERROR_CHECK(gpio_isr_handler_add(CONFIG_CHARGER_GPIO_METER, pulse, NULL));
}

void pins_permit(bool permitted) { set(&is_permitted, permitted); }
void board_set_contactor(bool closed) { set(&is_wanted, closed); }

bool board_has_lock(void) { return CONFIG_CHARGER_GPIO_LOCK >= 0; }
void board_set_lock(bool locked) {
  if (board_has_lock()) gpio_set_level(CONFIG_CHARGER_GPIO_LOCK, locked);
}

void board_set_led(int32_t what) { led = what; }
void pins_tick(void) {
  bool is_lit = led == 1 || (led == 2 && esp_timer_get_time() / 250000 % 2 == 0);
  gpio_set_level(CONFIG_CHARGER_GPIO_LED, is_lit);
}

int32_t board_maximum_current(void) { return CONFIG_CHARGER_CURRENT_MA; }
int32_t board_phases(void) { return CONFIG_CHARGER_PHASES == 3 ? 3 : 1; }

// What was ever read is kept before it is told, so that the register never goes back.
int64_t board_energy_wh(void) {
  static bool is_loaded;
  static uint32_t rest;
  if (!is_loaded) {
    is_loaded = true;
    register_wh = kept_wh = files_register();
  }
  uint32_t now = pulses;
  uint64_t milliwatthours = (uint64_t)(now - counted) * 1000000 / CONFIG_CHARGER_METER_PULSES + rest;
  counted = now;
  register_wh += (int64_t)(milliwatthours / 1000);
  rest = (uint32_t)(milliwatthours % 1000);
  if (register_wh != kept_wh) {
    kept_wh = register_wh;
    files_keep_register(register_wh);
  }
  return register_wh;
}

int32_t board_power_w(void) {
  // Of two words each: no pulse in between.
  portENTER_CRITICAL(&lock);
  int64_t interval = last_interval, since = esp_timer_get_time() - last_pulse;
  portEXIT_CRITICAL(&lock);
  if (interval <= 0 || since > 120000000) return 0;
  if (since > interval) interval = since;
  return (int32_t)(3600000000000LL / CONFIG_CHARGER_METER_PULSES / interval);
}
