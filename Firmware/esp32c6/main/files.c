// What the flash holds besides firmware: the journal's partition, and settings in NVS.
#include <stdlib.h>
#include <string.h>

#include "esp_log.h"
#include "esp_partition.h"
#include "nvs.h"
#include "nvs_flash.h"
#include "sdkconfig.h"

#include "parts.h"

#define SECTOR 4096

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
