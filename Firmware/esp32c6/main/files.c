// What the flash holds: the journal's partition, settings in NVS, and the images of the firmware.
#include <stdlib.h>
#include <string.h>

#include "esp_crt_bundle.h"
#include "esp_http_client.h"
#include "esp_https_ota.h"
#include "esp_log.h"
#include "esp_partition.h"
#include "esp_system.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "nvs.h"
#include "nvs_flash.h"
#include "sdkconfig.h"

#include "parts.h"

#define SECTOR 4096
#define LOCATION_LIMIT 512

static const esp_partition_t *journal;
static nvs_handle_t settings;

void files_start(void) {
  esp_err_t error = nvs_flash_init();
  // Only a partition that is no NVS at all is made anew: it holds the meter's register.
  if (error == ESP_ERR_NVS_NEW_VERSION_FOUND) {
    ESP_ERROR_CHECK(nvs_flash_erase());
    error = nvs_flash_init();
  }
  ESP_ERROR_CHECK(error);
  ESP_ERROR_CHECK(nvs_open("charger", NVS_READWRITE, &settings));
  journal = esp_partition_find_first((esp_partition_type_t)0x40, ESP_PARTITION_SUBTYPE_ANY, "journal");
  if (!journal) {
    ESP_LOGE("charger", "there is no partition \"journal\"; flash partitions.csv of this project");
    abort();
  }
}

uint32_t board_flash_sectors(void) { return journal->size / SECTOR; }
int32_t board_flash_read(uint32_t at, void *bytes, uint32_t count) {
  return esp_partition_read(journal, at, bytes, count);
}
int32_t board_flash_program(uint32_t at, const void *bytes, uint32_t count) {
  return esp_partition_write(journal, at, bytes, count);
}
int32_t board_flash_erase(uint32_t sector) {
  return esp_partition_erase_range(journal, (size_t)sector * SECTOR, SECTOR);
}

void files_password(char password[41]) {
  size_t room = 41;
  if (nvs_get_str(settings, "password", password, &room) == ESP_OK) return;
  strncpy(password, CONFIG_CHARGER_PASSWORD, 40);
  password[40] = 0;
}
void board_use_password(const uint8_t *text, uint32_t length) {
  char password[41] = "";
  if (length > 40) return;
  if (length > 0) memcpy(password, text, length);
  ESP_ERROR_CHECK(nvs_set_str(settings, "password", password));
  ESP_ERROR_CHECK(nvs_commit(settings));
}

int64_t files_register(void) {
  int64_t energy = 0;
  return nvs_get_i64(settings, "register", &energy) == ESP_OK ? energy : 0;
}
void files_keep_register(int64_t energy_wh) {
  ESP_ERROR_CHECK(nvs_set_i64(settings, "register", energy_wh));
  ESP_ERROR_CHECK(nvs_commit(settings));
}

// --- The next image: fetched by a task of its own into the other slot, started by board_install() ---

static char location[LOCATION_LIMIT + 1];
static esp_https_ota_handle_t image;
static volatile bool is_cancelled, is_downloading;

static void download(void *unused) {
  (void)unused;
  esp_http_client_config_t http = {.url = location, .crt_bundle_attach = esp_crt_bundle_attach, .timeout_ms = 20000};
  esp_https_ota_config_t config = {.http_config = &http};
  esp_https_ota_handle_t handle = NULL;
  esp_err_t error = esp_https_ota_begin(&config, &handle);
  if (error == ESP_OK) {
    do {
      error = esp_https_ota_perform(handle);
    } while (error == ESP_ERR_HTTPS_OTA_IN_PROGRESS && !is_cancelled);
    if (error == ESP_OK && !is_cancelled && esp_https_ota_is_complete_data_received(handle)) {
      image = handle;
    } else {
      esp_https_ota_abort(handle);
    }
  }
  bool is_told = !is_cancelled;
  is_downloading = false;
  if (is_told) board_tell(BOARD_DOWNLOADED, image != NULL, NULL, 0);
  vTaskDelete(NULL);
}

void board_cancel_download(void) {
  is_cancelled = true;
  // It looks after every block that it writes.
  while (is_downloading) vTaskDelay(pdMS_TO_TICKS(10));
  if (image) esp_https_ota_abort(image);
  image = NULL;
}

void board_download(const uint8_t *text, uint32_t length) {
  board_cancel_download();
  bool is_possible = length <= LOCATION_LIMIT && length > 8 && memcmp(text, "https://", 8) == 0;
  if (is_possible) {
    memcpy(location, text, length);
    location[length] = 0;
    is_cancelled = false;
    is_downloading = true;
    is_possible = xTaskCreate(download, "download", 8192, NULL, 3, NULL) == pdPASS;
    if (!is_possible) is_downloading = false;
  }
  if (!is_possible) board_tell(BOARD_DOWNLOADED, 0, NULL, 0);
}

void board_install(void) {
  esp_https_ota_handle_t handle = image;
  image = NULL;
  if (handle && esp_https_ota_finish(handle) == ESP_OK) esp_restart();
  board_tell(BOARD_INSTALLED, 0, NULL, 0);
}
