// What Embedded Swift expects of a chip's C library, as small as it can be: a heap that is handed out
// once and never taken back, memory functions, 64-bit shifts and divisions for a 32-bit processor, and
// `print` and `exit` by semihosting, so that an emulated chip can run it. A board brings its own.
#include <stddef.h>
#include <stdint.h>

__asm__(
    ".section .text.start,\"ax\",@progbits\n.globl _start\n_start:\n"
    "  la sp, __stack_top\n  la t0, trap\n  csrw mtvec, t0\n"
    "  la a0, __data_load\n  la a1, __data_start\n  la a2, __data_end\n"
    "1: bgeu a1, a2, 2f\n  lw t0, 0(a0)\n  sw t0, 0(a1)\n"
    "  addi a0, a0, 4\n  addi a1, a1, 4\n  j 1b\n"
    "2: li a0, 0\n  li a1, 0\n  call main\n  call exit\n"
    ".balign 4\ntrap:\n  la sp, __stack_top\n  li a0, 70\n  call exit\n"
    ".balign 16\n.option push\n.option norvc\nsemihost:\n"
    "  slli x0, x0, 0x1f\n  ebreak\n  srai x0, x0, 7\n  ret\n.option pop\n.text\n");
long semihost(long operation, const void *arguments);

// Its size is what Tools/check-embedded.sh takes off the bytes of RAM.
static unsigned char heap[256 * 1024];
static size_t top;

int posix_memalign(void **out, size_t alignment, size_t size) {
  size_t start = (top + alignment - 1) & ~(alignment - 1);
  if (start > sizeof heap || size > sizeof heap - start) return 12;
  *out = heap + start;
  top = start + size;
  return 0;
}
void free(void *pointer) { (void)pointer; }
void *__stack_chk_guard;
void __stack_chk_fail(void) { for (;;) {} }
int putchar(int c) {
  char byte = (char)c;
  semihost(3, &byte);
  return c;
}
void exit(int status) {
  uint32_t reason[2] = {0x20026, (uint32_t)status};
  semihost(0x20, reason);
  for (;;) {}
}
void arc4random_buf(void *to, size_t n) { for (size_t i = 0; i < n; i++) ((char *)to)[i] = 7; }

void *memcpy(void *to, const void *from, size_t n) {
  for (size_t i = 0; i < n; i++) ((char *)to)[i] = ((const char *)from)[i];
  return to;
}
void *memmove(void *to, const void *from, size_t n) {
  if ((uintptr_t)to < (uintptr_t)from) return memcpy(to, from, n);
  while (n--) ((char *)to)[n] = ((const char *)from)[n];
  return to;
}
void *memset(void *to, int value, size_t n) {
  for (size_t i = 0; i < n; i++) ((char *)to)[i] = (char)value;
  return to;
}
int memcmp(const void *a, const void *b, size_t n) {
  const unsigned char *p = a, *q = b;
  for (; n--; p++, q++) if (*p != *q) return *p - *q;
  return 0;
}

static uint64_t divide(uint64_t n, uint64_t d, uint64_t *rest) {
  uint64_t quotient = 0, r = 0;
  for (int i = 63; i >= 0; i--) {
    r = r << 1 | (n >> i & 1);
    if (r >= d) { r -= d; quotient |= (uint64_t)1 << i; }
  }
  *rest = r;
  return quotient;
}
static uint64_t magnitude(int64_t x) { return x < 0 ? 0 - (uint64_t)x : (uint64_t)x; }
uint64_t __udivdi3(uint64_t n, uint64_t d) { uint64_t r; return divide(n, d, &r); }
uint64_t __umoddi3(uint64_t n, uint64_t d) { uint64_t r; divide(n, d, &r); return r; }
int64_t __divdi3(int64_t n, int64_t d) {
  uint64_t q = __udivdi3(magnitude(n), magnitude(d));
  return (int64_t)((n < 0) != (d < 0) ? 0 - q : q);
}
int64_t __moddi3(int64_t n, int64_t d) {
  uint64_t r = __umoddi3(magnitude(n), magnitude(d));
  return (int64_t)(n < 0 ? 0 - r : r);
}

typedef union { uint64_t all; struct { uint32_t low, high; } half; } pair;
uint64_t __ashldi3(uint64_t x, int by) {
  pair p = {x};
  if (by >= 32) p.half.high = p.half.low << (by - 32), p.half.low = 0;
  else if (by) p.half.high = p.half.high << by | p.half.low >> (32 - by), p.half.low <<= by;
  return p.all;
}
uint64_t __lshrdi3(uint64_t x, int by) {
  pair p = {x};
  if (by >= 32) p.half.low = p.half.high >> (by - 32), p.half.high = 0;
  else if (by) p.half.low = p.half.low >> by | p.half.high << (32 - by), p.half.high >>= by;
  return p.all;
}
int64_t __ashrdi3(int64_t x, int by) {
  uint64_t sign = x < 0 && by ? ~__lshrdi3(~(uint64_t)0, by) : 0;
  return (int64_t)(__lshrdi3((uint64_t)x, by) | sign);
}
int64_t __muldi3(int64_t a, int64_t b) {
  pair p = {(uint64_t)a}, q = {(uint64_t)b}, r = {(uint64_t)p.half.low * q.half.low};
  r.half.high += p.half.low * q.half.high + p.half.high * q.half.low;
  return (int64_t)r.all;
}
