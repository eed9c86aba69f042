// The registers and the few C functions of the board: qemu's `virt` machine.
#ifndef BOARD_H
#define BOARD_H
#include <stddef.h>
#include <stdint.h>

// UART 0, an NS16550: the stream to the central system.
void board_uart_start(void);
int32_t board_uart_read(uint8_t *to, int32_t room);
void board_uart_write(const uint8_t *bytes, int32_t count);

// The machine timer, 10 MHz.
uint64_t board_ticks(void);
// Instructions since reset where qemu counts them (`-icount shift=0`), otherwise ticks of the host.
uint64_t board_instructions(void);
// From qemu's virtio-rng, which has them from the host's generator.
uint32_t board_random(void);

// NOR flash, second bank, Intel command set. Programming only clears bits and an erase is a whole sector:
// broken rules end the machine with a message.
#define BOARD_FLASH_SECTOR (256 * 1024)
void board_flash_read(int32_t at, uint8_t *to, int32_t count);
void board_flash_program(int32_t at, const uint8_t *bytes, int32_t count);
void board_flash_erase(int32_t sector);
int32_t board_flash_operations(void);

// The meters' registers, in mWs; 0 for one that never counted.
int64_t board_meter_load(int32_t connector);
void board_meter_store(int32_t connector, int64_t energy);

// Semihosting: log, command file, options, power.
long board_semihost(long operation, const void *arguments);
void board_log(const uint8_t *text, int32_t count);
int32_t board_command_read(uint8_t *to, int32_t room);
// The number behind `name` (with its `=`) in the options qemu was started with.
int32_t board_option(const char *name, int32_t otherwise);
// Writes the path of a file in the folder that the options name; its length, 0 when there is none.
int32_t board_path(const char *name, char *path, int32_t room);
void board_reset(void);
_Noreturn void board_off(void);
// Ends the machine with a sentence.
_Noreturn void board_fail(const char *why);

int32_t board_heap_used(void);
int32_t board_heap_peak(void);
int32_t board_stack_peak(void);
#endif
