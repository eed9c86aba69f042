#include "board.h"

#define REG8(a) (*(volatile uint8_t *)(uintptr_t)(a))
#define REG32(a) (*(volatile uint32_t *)(uintptr_t)(a))
#define UART 0x10000000u

void board_uart_start(void) {
  REG8(UART + 2) = 0x07;
  REG8(UART + 3) = 0x03;
  REG8(UART + 1) = 0;
}
int32_t board_uart_read(uint8_t *to, int32_t room) {
  int32_t n = 0;
  while (n < room && (REG8(UART + 5) & 1)) to[n++] = REG8(UART);
  return n;
}
void board_uart_write(const uint8_t *bytes, int32_t count) {
  for (int32_t i = 0; i < count; i++) {
    while (!(REG8(UART + 5) & 0x20)) {}
    REG8(UART) = bytes[i];
  }
}

uint64_t board_ticks(void) {
  for (;;) {
    uint32_t high = REG32(0x0200BFFC), low = REG32(0x0200BFF8);
    if (REG32(0x0200BFFC) == high) return (uint64_t)high << 32 | low;
  }
}
uint64_t board_instructions(void) {
  for (;;) {
    uint32_t high, low, again;
    __asm__ volatile("csrr %0, minstreth\ncsrr %1, minstret\ncsrr %2, minstreth" : "=r"(high), "=r"(low), "=r"(again));
    if (high == again) return (uint64_t)high << 32 | low;
  }
}
static void say(const char *text) { board_semihost(4, text); }
_Noreturn static void stop(uint32_t status) {
  uint32_t a[2] = {0x20026, status};
  board_semihost(0x20, a);
  for (;;) {}
}
_Noreturn void board_off(void) { stop(0); }
void board_fail(const char *why) {
  say(why);
  stop(72);
}
void board_reset(void) { REG32(0x00100000) = 0x7777; for (;;) {} }
void exit(int status) { stop((uint32_t)status); }

#define FLASH 0x22000000u
static int32_t operations, cut_at = -2, is_cut;
_Noreturn static void cut(void) {
  say("power cut\n");
  stop(3);
}
// Whether this operation is to be torn.
static int count_operation(void) {
  if (cut_at == -2) cut_at = board_option("cut=", -1);
  if (operations == cut_at) {
    if (!board_option("tear=", 0)) cut();
    is_cut = 1;
  }
  operations++;
  return is_cut;
}
int32_t board_flash_operations(void) { return operations; }
static void wait_ready(uint32_t at) {
  while (!(REG32(at) & 0x80)) {}
  REG32(at) = 0x00FF00FF;
}
void board_flash_read(int32_t at, uint8_t *to, int32_t count) {
  int32_t i = 0;
  if (!((uint32_t)at & 3) && !((uintptr_t)to & 3))
    for (; i + 4 <= count; i += 4) *(uint32_t *)(void *)(to + i) = REG32(FLASH + (uint32_t)(at + i));
  for (; i < count; i++) to[i] = REG8(FLASH + (uint32_t)(at + i));
}
void board_flash_program(int32_t at, const uint8_t *bytes, int32_t count) {
  for (int32_t i = 0; i < count; i += 4) {
    uint32_t place = FLASH + (uint32_t)(at + i), word = bytes[i] | (uint32_t)bytes[i + 1] << 8 |
        (uint32_t)bytes[i + 2] << 16 | (uint32_t)bytes[i + 3] << 24;
    uint32_t old = REG32(place);
    if ((old & word) != word) {
      say("flash: programming would set a bit\n");
      stop(71);
    }
    // A cut leaves the word as it was; or, where `tear=1` asks for it, half of its bits programmed.
    if (count_operation()) word |= 0xFFFF0000u;
    REG32(place) = 0x00400040;
    REG32(place) = word;
    wait_ready(place);
    if (is_cut) cut();
  }
}
void board_flash_erase(int32_t sector) {
  uint32_t place = FLASH + (uint32_t)sector * BOARD_FLASH_SECTOR;
  if (count_operation()) cut();
  REG32(place) = 0x00200020;
  REG32(place) = 0x00D000D0;
  wait_ready(place);
}

void board_log(const uint8_t *text, int32_t count) {
  for (int32_t i = 0; i < count; i++) board_semihost(3, text + i);
}
static char line[256];
// What follows `name` in the options that qemu was started with; NULL when it is not among them.
static const char *option(const char *name) {
  uint32_t a[2] = {(uint32_t)(uintptr_t)line, sizeof line};
  if (!line[0] && board_semihost(0x15, a) != 0) return 0;
  for (const char *p = line; *p; p++) {
    int n = 0;
    while (name[n] && p[n] == name[n]) n++;
    if (!name[n]) return p + n;
  }
  return 0;
}
int32_t board_option(const char *name, int32_t otherwise) {
  const char *p = option(name);
  if (!p) return otherwise;
  int32_t value = 0;
  for (; *p >= '0' && *p <= '9'; p++) value = value * 10 + (*p - '0');
  return value;
}
int32_t board_path(const char *name, char *path, int32_t room) {
  const char *folder = option("folder=");
  int32_t length = 0;
  if (!folder) return 0;
  while (folder[length] && folder[length] != ' ' && length < room - 1) path[length] = folder[length], length++;
  while (*name && length < room - 1) path[length++] = *name++;
  path[length] = 0;
  return *name ? 0 : length;
}
// The host appends commands to a file; a read at its end gives nothing, until there is more.
int32_t board_command_read(uint8_t *to, int32_t room) {
  static long handle = -2;
  static char path[160];
  if (handle == -2) {
    int32_t length = board_path("/commands", path, sizeof path);
    uint32_t open[3] = {(uint32_t)(uintptr_t)path, 0, (uint32_t)length};
    handle = length ? board_semihost(1, open) : -1;
  }
  if (handle < 0) return 0;
  uint32_t read[3] = {(uint32_t)handle, (uint32_t)(uintptr_t)to, (uint32_t)room};
  long left = board_semihost(6, read);
  return left < 0 || left > room ? 0 : room - (int32_t)left;
}

extern char __heap_start[], __heap_end[];
extern uint32_t __stack_bottom[], __stack_top[];
// First fit with coalescing; a block's size is in the word before it.
typedef struct block {
  uint32_t size;
  struct block *next;
} block;
static block *free_list;
static uint32_t used, peak;
static void *get(size_t n) {
  if (!free_list && !used) {
    free_list = (block *)__heap_start;
    free_list->size = (uint32_t)(__heap_end - __heap_start);
    free_list->next = 0;
  }
  if (n > 0x7ffffff) return 0;
  n = (n + 8 + 7) & ~(size_t)7;
  if (n < 16) n = 16;
  for (block **p = &free_list; *p; p = &(*p)->next) {
    block *b = *p;
    if (b->size < n) continue;
    if (b->size - n >= 16) {
      block *rest = (block *)((char *)b + n);
      rest->size = b->size - n;
      rest->next = b->next;
      *p = rest;
      b->size = n;
    } else {
      *p = b->next;
    }
    used += b->size;
    if (used > peak) peak = used;
    return (char *)b + 8;
  }
  return 0;
}
int posix_memalign(void **out, size_t alignment, size_t n) {
  // Swift asks for 16 when it does not care; nothing here needs more than 8.
  *out = alignment > 16 ? 0 : get(n);
  return *out ? 0 : 12;
}
void *malloc(size_t n) { return get(n); }
void free(void *pointer) {
  if (!pointer) return;
  block *b = (block *)((char *)pointer - 8), *before = 0, **p = &free_list;
  used -= b->size;
  while (*p && *p < b) {
    before = *p;
    p = &(*p)->next;
  }
  b->next = *p;
  *p = b;
  if (b->next && (char *)b + b->size == (char *)b->next) {
    b->size += b->next->size;
    b->next = b->next->next;
  }
  if (before && (char *)before + before->size == (char *)b) {
    before->size += b->size;
    before->next = b->next;
  }
}
int32_t board_heap_used(void) { return (int32_t)used; }
int32_t board_heap_peak(void) { return (int32_t)peak; }
int32_t board_stack_peak(void) {
  uint32_t *p = __stack_bottom;
  while (p < __stack_top && *p == 0xA5A5A5A5u) p++;
  return (int32_t)((char *)__stack_top - (char *)p);
}

void board_trap(uint32_t cause, uint32_t place) {
  static char text[] = "trap: cause 00000000 at 00000000\n";
  for (int i = 0; i < 8; i++) {
    text[12 + i] = "0123456789abcdef"[cause >> (28 - 4 * i) & 15];
    text[24 + i] = "0123456789abcdef"[place >> (28 - 4 * i) & 15];
  }
  say(text);
  stop(70);
}
void *__stack_chk_guard = (void *)0xdeadbeef;
void __stack_chk_fail(void) { board_trap(0xffffffff, 0); }
int putchar(int c) {
  char b = (char)c;
  board_semihost(3, &b);
  return c;
}
