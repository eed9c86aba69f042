// The pilot, the contactor, the meter and the card reader of Firmware/esp32c6 on this machine, with pins, a converter
// and a serial line that only pretend. Built and run by Tools/esp32c6.sh.
#include <assert.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include "../../Firmware/esp32c6/main/pins.c"
#define watch pilot_watch
#define tell pilot_tell
#include "../../Firmware/esp32c6/main/pilot.c"
#undef watch
#undef tell
#include "../../Firmware/esp32c6/main/rfid.c"

static int64_t microseconds = 1;
int64_t esp_timer_get_time(void) { return microseconds; }
int64_t board_milliseconds(void) { return microseconds / 1000; }
void vPortEnterCritical(void) {}
void vPortExitCritical(void) {}

// A task runs until it has waited so often.
static int turns;
static jmp_buf enough;
void vTaskDelay(TickType_t ticks) {
  microseconds += (int64_t)ticks * 1000;
  if (--turns <= 0) longjmp(enough, 1);
}
static void run(void (*task)(void *), int times) {
  turns = times;
  if (!setjmp(enough)) task(NULL);
}
BaseType_t xTaskCreate(void (*code)(void *), const char *name, uint32_t stack, void *with, UBaseType_t priority, TaskHandle_t *made) {
  return (void)code, (void)name, (void)stack, (void)with, (void)priority, (void)made, pdPASS;
}

static char told[256];
bool board_tell(board_event_kind kind, int64_t number, const void *text, uint32_t length) {
  const char *names[] = {"", "plugged", "ready", "fault", "card"};
  snprintf(told + strlen(told), sizeof told - strlen(told), "%s %.*s%s;", names[kind], (int)length,
           text ? (const char *)text : "", text ? "" : number ? "1" : "0");
  return true;
}
static void says(const char *wanted) {
  if (strcmp(told, wanted)) printf("told %s instead of %s\n", told, wanted), abort();
  told[0] = 0;
}

static uint32_t levels[40], duty;
esp_err_t gpio_config(const gpio_config_t *config) { return (void)config, ESP_OK; }
esp_err_t gpio_set_level(gpio_num_t pin, uint32_t level) { return levels[pin] = level, ESP_OK; }
esp_err_t gpio_install_isr_service(int flags) { return (void)flags, ESP_OK; }
static void (*on_pulse)(void *);
esp_err_t gpio_isr_handler_add(gpio_num_t pin, void (*handler)(void *), void *argument) {
  assert(pin == CONFIG_CHARGER_GPIO_METER);
  return (void)argument, on_pulse = handler, ESP_OK;
}
esp_err_t ledc_timer_config(const ledc_timer_config_t *config) { return (void)config, ESP_OK; }
esp_err_t ledc_channel_config(const ledc_channel_config_t *config) { return duty = config->duty, ESP_OK; }
esp_err_t ledc_set_duty(ledc_mode_t mode, ledc_channel_t channel, uint32_t wanted) { return (void)mode, (void)channel, duty = wanted, ESP_OK; }
esp_err_t ledc_update_duty(ledc_mode_t mode, ledc_channel_t channel) { return (void)mode, (void)channel, ESP_OK; }
// The pilot pulses: every third sample is of its upper half.
static int pilot_mv, samples;
esp_err_t adc_oneshot_new_unit(const adc_oneshot_unit_init_cfg_t *config, adc_oneshot_unit_handle_t *made) { return (void)config, (void)made, ESP_OK; }
esp_err_t adc_oneshot_config_channel(adc_oneshot_unit_handle_t u, adc_channel_t c, const adc_oneshot_chan_cfg_t *config) { return (void)u, (void)c, (void)config, ESP_OK; }
esp_err_t adc_oneshot_read(adc_oneshot_unit_handle_t u, adc_channel_t c, int *raw) { return (void)u, (void)c, *raw = samples++ % 3 ? 0 : pilot_mv, ESP_OK; }
esp_err_t adc_cali_create_scheme_curve_fitting(const adc_cali_curve_fitting_config_t *config, adc_cali_handle_t *made) { return (void)config, (void)made, ESP_OK; }
esp_err_t adc_cali_raw_to_voltage(adc_cali_handle_t c, int raw, int *millivolts) { return (void)c, *millivolts = raw, ESP_OK; }
static int64_t kept;
int64_t files_register(void) { return 5000; }
void files_keep_register(int64_t energy_wh) { kept = energy_wh; }

// The reader on its line: what it sends, and the last command it got.
static uint8_t line[64], got[64];
static size_t at, end, got_count;
esp_err_t uart_driver_install(uart_port_t p, int r, int t, int q, QueueHandle_t *queue, int f) { return (void)p, (void)r, (void)t, (void)q, (void)queue, (void)f, ESP_OK; }
esp_err_t uart_param_config(uart_port_t port, const uart_config_t *config) { return (void)port, (void)config, ESP_OK; }
esp_err_t uart_set_pin(uart_port_t port, int tx, int rx, int rts, int cts) { return (void)port, (void)tx, (void)rx, (void)rts, (void)cts, ESP_OK; }
esp_err_t uart_flush_input(uart_port_t port) { return (void)port, ESP_OK; }
int uart_write_bytes(uart_port_t port, const void *bytes, size_t count) {
  (void)port;
  memcpy(got, bytes, got_count = count);
  return (int)count;
}
int uart_read_bytes(uart_port_t port, void *bytes, uint32_t count, TickType_t wait) {
  (void)port, (void)count;
  if (at == end) return microseconds += (int64_t)wait * 1000, 0;
  *(uint8_t *)bytes = line[at++];
  return 1;
}
static void sends(const char *bytes, size_t count) { memcpy(line, bytes, end = count), at = 0; }

enum { A = 2900, B = 2550, C = 2200, D = 1850, SHORT = 1500 };
static uint32_t contactor(void) { return levels[CONFIG_CHARGER_GPIO_CONTACTOR]; }

static void the_pilot_says_what_the_vehicle_wants(void) {
  board_set_contactor(true);
  pilot_mv = A, run(pilot_watch, 5), says("");
  pilot_mv = B, run(pilot_watch, 2), says(""), run(pilot_watch, 3), says("plugged 1;");
  assert(!contactor());
  pilot_mv = C, run(pilot_watch, 2), assert(!contactor());
  run(pilot_watch, 3), says("ready 1;"), assert(contactor());
  // Off at the first look, told when it is sure; back again.
  pilot_mv = B, run(pilot_watch, 1), says(""), assert(!contactor());
  run(pilot_watch, 3), says("ready 0;");
  pilot_mv = C, run(pilot_watch, 3), says("ready 1;"), assert(contactor());
  board_set_contactor(false), assert(!contactor());
  board_set_contactor(true), assert(contactor());
  pilot_mv = SHORT, run(pilot_watch, 3), says("fault 1;ready 0;"), assert(!contactor());
  // Ventilation is not to be had here; the cable goes out after the vehicle.
  pilot_mv = D, run(pilot_watch, 3), says("fault 0;");
  pilot_mv = C, run(pilot_watch, 3), says("ready 1;");
  pilot_mv = A, run(pilot_watch, 3), says("ready 0;plugged 0;"), assert(!contactor());
}

static void the_pulse_width_is_the_current(void) {
  const struct { int32_t milliamperes; uint32_t permille; } table[] = {{6000, 100}, {16000, 266}, {32000, 533}, {51000, 850}, {63000, 892}, {80000, 960}};
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
    board_offer_current(table[i].milliamperes);
    assert(duty == table[i].permille * 1024 / 1000);
  }
  board_offer_current(0), assert(duty == 1024);
}

static void pulses_are_energy(void) {
  for (int i = 0; i < 10; i++) {
    microseconds += 1000000;
    on_pulse(NULL);
    microseconds += 1000, on_pulse(NULL); // it bounces
  }
  assert(board_energy_wh() == 5010 && kept == 5010);
  assert(board_power_w() > 3500 && board_power_w() < 3700);
  microseconds += 10000000, assert(board_power_w() < 400);
  microseconds += 200000000, assert(board_power_w() == 0);
  assert(board_energy_wh() == 5010);
}

static void a_card_is_told_once(void) {
  static const char hello[] = "\x00\x00\xff\x00\xff\x00\x00\x00\xff\x02\xfe\xd5\x15\x16\x00";
  static const char card[] = "\x00\x00\xff\x0c\xf4\xd5\x4b\x01\x01\x00\x04\x08\x04\xde\xad\xbe\xef\x96\x00";
  static const char broken[] = "\x00\x00\xff\x0c\xf4\xd5\x4b\x01\x01\x00\x04\x08\x04\xde\xad\xbe\xee\x96\x00";
  sends(hello, sizeof hello - 1), run(watch, 1), says("");
  // It went on to ask for a card: one target of 106 kbps type A.
  assert(got_count == 11 && !memcmp(got, "\x00\x00\xff\x04\xfc\xd4\x4a\x01\x00\xe1\x00", 11));
  for (int i = 0; i < 2; i++) {
    sends(hello, sizeof hello - 1);
    memcpy(line + end, card, sizeof card - 1), end += sizeof card - 1;
    run(watch, 1);
  }
  says("card DEADBEEF;");
  microseconds += 3000000;
  sends(hello, sizeof hello - 1);
  memcpy(line + end, broken, sizeof broken - 1), end += sizeof broken - 1;
  run(watch, 1), says("");
  sends(hello, sizeof hello - 1);
  memcpy(line + end, card, sizeof card - 1), end += sizeof card - 1;
  run(watch, 1), says("card DEADBEEF;");
}

int main(void) {
  pins_start();
  pilot_start();
  rfid_start();
  assert(!contactor() && duty == 1024);
  the_pilot_says_what_the_vehicle_wants();
  the_pulse_width_is_the_current();
  pulses_are_energy();
  a_card_is_told_once();
  puts("ESP32-C6: its pilot, contactor, meter and card reader do what they should with pins that pretend");
}
