// The meters' registers, in a file of the host: a meter has a memory of its own, which outlives the
// station's power.
#include "board.h"

static long handle = -1;

static long file(void) {
  static char path[160];
  if (handle >= 0) return handle;
  int32_t length = board_path("/meter", path, sizeof path);
  if (!length) return -1;
  // As it is ("r+b"), or a new one ("w+b").
  for (uint32_t mode = 3; mode <= 7 && handle < 0; mode += 4) {
    uint32_t open[3] = {(uint32_t)(uintptr_t)path, mode, (uint32_t)length};
    handle = board_semihost(1, open);
  }
  return handle;
}
static int seek(int32_t connector) {
  uint32_t to[2] = {(uint32_t)file(), (uint32_t)connector * 8};
  return handle >= 0 && board_semihost(0x0a, to) == 0;
}
int64_t board_meter_load(int32_t connector) {
  int64_t energy = 0;
  if (!seek(connector)) return 0;
  uint32_t read[3] = {(uint32_t)handle, (uint32_t)(uintptr_t)&energy, sizeof energy};
  return board_semihost(6, read) == 0 ? energy : 0;
}
void board_meter_store(int32_t connector, int64_t energy) {
  if (!seek(connector)) return;
  uint32_t write[3] = {(uint32_t)handle, (uint32_t)(uintptr_t)&energy, sizeof energy};
  if (board_semihost(5, write) != 0) board_fail("meter: its file cannot be written\n");
}
