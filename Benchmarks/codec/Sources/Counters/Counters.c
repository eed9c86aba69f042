// Counts every allocation of the process by standing in front of glibc's allocator. The benchmark has
// one thread, so the counters are plain.
#include "Counters.h"
#include <errno.h>
#include <stdlib.h>
#include <time.h>

static uint64_t allocations, bytes;

#ifdef __GLIBC__
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static void count(size_t size) {
  allocations++;
  bytes += size;
}
void *malloc(size_t size) { count(size); return __libc_malloc(size); }
void *calloc(size_t n, size_t size) { count(n * size); return __libc_calloc(n, size); }
void *realloc(void *old, size_t size) { count(size); return __libc_realloc(old, size); }
void *aligned_alloc(size_t alignment, size_t size) { count(size); return __libc_memalign(alignment, size); }
int posix_memalign(void **out, size_t alignment, size_t size) {
  count(size);
  *out = __libc_memalign(alignment, size);
  return *out ? 0 : ENOMEM;
}
#endif

uint64_t counted_allocations(void) { return allocations; }
uint64_t counted_bytes(void) { return bytes; }
uint64_t nanoseconds_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}
void believed_read(const void *value) { __asm__ volatile("" : : "r"(value) : "memory"); }

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>

int is_counting_instructions(void) { return RUNNING_ON_VALGRIND; }
void forget_instructions(void) { CALLGRIND_ZERO_STATS; }
void write_instructions(const char *name) { CALLGRIND_DUMP_STATS_AT(name); }
#else
int is_counting_instructions(void) { return 0; }
void forget_instructions(void) {}
void write_instructions(const char *name) { (void)name; }
#endif
