// What the compiler calls: division of 64-bit numbers, and copying. The C library's and the compiler's own
// are made for speed and take 5,000 bytes of flash; these take a tenth.
#include <stddef.h>
#include <stdint.h>

__attribute__((noinline)) static uint64_t divide(uint64_t number, uint64_t by, uint64_t *rest) {
  if (!((number | by) >> 32)) {
    *rest = (uint32_t)number % (uint32_t)by;
    return (uint32_t)number / (uint32_t)by;
  }
  uint64_t left = 0;
  for (int bit = 0; bit < 64; bit++) {
    left = left << 1 | number >> 63;
    number <<= 1;
    if (left >= by) {
      left -= by;
      number |= 1;
    }
  }
  *rest = left;
  return number;
}
uint64_t __udivdi3(uint64_t number, uint64_t by) {
  uint64_t rest;
  return divide(number, by, &rest);
}
uint64_t __umoddi3(uint64_t number, uint64_t by) {
  uint64_t rest;
  divide(number, by, &rest);
  return rest;
}
static uint64_t magnitude(int64_t number) { return number < 0 ? -(uint64_t)number : (uint64_t)number; }
int64_t __divdi3(int64_t number, int64_t by) {
  uint64_t quotient = __udivdi3(magnitude(number), magnitude(by));
  return (int64_t)((number ^ by) < 0 ? -quotient : quotient);
}
int64_t __moddi3(int64_t number, int64_t by) {
  uint64_t rest = __umoddi3(magnitude(number), magnitude(by));
  return (int64_t)(number < 0 ? -rest : rest);
}

// By words where both begin at one.
void *memcpy(void *restrict to, const void *restrict from, size_t count) {
  uint8_t *out = to;
  const uint8_t *in = from;
  if (!(((uintptr_t)out | (uintptr_t)in) & 3))
    for (; count >= 4; count -= 4, out += 4, in += 4) *(uint32_t *)(void *)out = *(const uint32_t *)(const void *)in;
  while (count--) *out++ = *in++;
  return to;
}
void *memmove(void *to, const void *from, size_t count) {
  uint8_t *out = to;
  const uint8_t *in = from;
  if ((uintptr_t)out - (uintptr_t)in >= count) return memcpy(to, from, count);
  while (count--) out[count] = in[count];
  return to;
}
void *memset(void *to, int value, size_t count) {
  uint8_t *out = to;
  while (count--) *out++ = (uint8_t)value;
  return to;
}
