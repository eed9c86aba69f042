// What Embedded Swift expects of a C library, for WebAssembly: a first-fit allocator that joins
// neighbours, memory functions as bulk memory instructions, and 128-bit multiplication.
#include "CPage.h"

extern unsigned char __heap_base;

// A block's size includes its header; `next` is there only while the block is free.
typedef struct block {
  uint32_t size;
  struct block *next;
} block;

enum { header = 16, alignment = 16, page = 65536 };
static block *free_blocks;
static uintptr_t top;

static void *grow(size_t size) {
  if (!top) top = ((uintptr_t)&__heap_base + alignment - 1) & ~(uintptr_t)(alignment - 1);
  uintptr_t start = top, end = top + size, have = __builtin_wasm_memory_size(0) * (uintptr_t)page;
  if (end < start) return 0;
  if (end > have && __builtin_wasm_memory_grow(0, (end - have + page - 1) / page) == (size_t)-1) return 0;
  top = end;
  return (void *)start;
}

static void *allocate(size_t size) {
  if (size > 0x7fffffff) return 0;
  size = (size + header + alignment - 1) & ~(size_t)(alignment - 1);
  for (block **place = &free_blocks; *place; place = &(*place)->next) {
    block *found = *place;
    if (found->size < size) continue;
    if (found->size - size >= 2 * alignment) {
      block *rest = (block *)((char *)found + size);
      rest->size = found->size - size;
      rest->next = found->next;
      *place = rest;
      found->size = size;
    } else {
      *place = found->next;
    }
    return (char *)found + header;
  }
  block *fresh = grow(size);
  if (!fresh) return 0;
  fresh->size = size;
  return (char *)fresh + header;
}

int posix_memalign(void **out, size_t align, size_t size) {
  *out = align > alignment ? 0 : allocate(size);
  return *out ? 0 : 12;
}

void *malloc(size_t size) { return allocate(size); }

void free(void *pointer) {
  if (!pointer) return;
  block *freed = (block *)((char *)pointer - header);
  block **place = &free_blocks, *before = 0;
  while (*place && *place < freed) {
    before = *place;
    place = &(*place)->next;
  }
  freed->next = *place;
  *place = freed;
  if (freed->next && (char *)freed + freed->size == (char *)freed->next) {
    freed->size += freed->next->size;
    freed->next = freed->next->next;
  }
  if (before && (char *)before + before->size == (char *)freed) {
    before->size += freed->size;
    before->next = freed->next;
  }
}

void *memcpy(void *to, const void *from, size_t n) { __builtin_memcpy(to, from, n); return to; }
void *memmove(void *to, const void *from, size_t n) { __builtin_memmove(to, from, n); return to; }
void *memset(void *to, int value, size_t n) { __builtin_memset(to, value, n); return to; }
int memcmp(const void *a, const void *b, size_t n) {
  const unsigned char *p = a, *q = b;
  for (; n; n--, p++, q++) if (*p != *q) return *p - *q;
  return 0;
}

// 64 × 64 → 128 bits, for overflow checks.
typedef union {
  __int128 all;
  struct { uint64_t low; int64_t high; } half;
} wide;

__int128 __multi3(__int128 a, __int128 b) {
  wide x = {.all = a}, y = {.all = b}, product;
  uint64_t mask = 0xffffffffu;
  uint64_t al = x.half.low & mask, ah = x.half.low >> 32, bl = y.half.low & mask, bh = y.half.low >> 32;
  uint64_t t = al * bl, low = t & mask, carry = t >> 32;
  t = ah * bl + carry;
  uint64_t middle = t & mask, high = t >> 32;
  t = al * bh + middle;
  carry = t >> 32;
  product.half.low = (t << 32) + low;
  product.half.high = (int64_t)(ah * bh + high + carry);
  product.half.high += (int64_t)((uint64_t)x.half.high * y.half.low + x.half.low * (uint64_t)y.half.high);
  return product.all;
}
