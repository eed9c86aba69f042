/* Counts allocations of a process it is preloaded into; the test of a charging hour reads the count.
   Build: cc -shared -fPIC -O1 -o .build/count-malloc.so Tools/count-malloc.c
   Use:   LD_PRELOAD=$PWD/.build/count-malloc.so swift test --filter AllocationTests */
#include <stddef.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_calloc(size_t count, size_t size);

static _Thread_local unsigned long allocations;

unsigned long counted_allocations(void) { return allocations; }

void *malloc(size_t size) {
  allocations++;
  return __libc_malloc(size);
}

void *realloc(void *old, size_t size) {
  allocations++;
  return __libc_realloc(old, size);
}

void *calloc(size_t count, size_t size) {
  allocations++;
  return __libc_calloc(count, size);
}
