#pragma once
#include <stddef.h>
#include <stdint.h>

/// Allocations of the whole process since it started. Always 0 where the C library is not glibc.
uint64_t counted_allocations(void);
/// Bytes asked for by these allocations.
uint64_t counted_bytes(void);
/// A clock that only goes forward, in nanoseconds.
uint64_t nanoseconds_now(void);
/// Makes the compiler believe that somebody reads the value at this address.
void believed_read(const void *value);
/// Instructions of this thread in user mode. Always 0 where the system does not let us count them.
uint64_t counted_instructions(void);
