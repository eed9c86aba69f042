// Whether the driver of the flash keeps the rules of such flash, and asserts those that it cannot keep: run by
// Tests/Firmware/flash.py in the emulated chip. Ends with 71, the driver's own status, as it has to.
#include "board.h"

static uint8_t bytes[64], back[64];

static int is(uint32_t at, uint8_t wanted) {
  board_flash_read((int32_t)at, back, sizeof back);
  for (unsigned i = 0; i < sizeof back; i++)
    if (back[i] != wanted) return 0;
  return 1;
}

static void program(uint32_t at, uint8_t value) {
  for (unsigned i = 0; i < sizeof bytes; i++) bytes[i] = value;
  board_flash_program((int32_t)at, bytes, sizeof bytes);
}

int main(void) {
  const uint32_t first = 0, last = BOARD_FLASH_SECTOR - 64, next = BOARD_FLASH_SECTOR;
  program(first, 0xF0);
  program(last, 0x0F);
  program(next, 0x3C);
  if (!is(first, 0xF0) || !is(last, 0x0F) || !is(next, 0x3C)) board_fail("what was programmed is not there\n");
  program(first, 0x30);
  if (!is(first, 0x30)) board_fail("bits cannot be cleared in two steps\n");
  board_flash_erase(0);
  if (!is(first, 0xFF) || !is(last, 0xFF)) board_fail("an erase is not the whole sector\n");
  if (!is(next, 0x3C)) board_fail("an erase is more than the sector\n");
  program(first, 0x30);
  program(first, 0xF0);
  board_fail("a bit was set, and nobody said so\n");
}
