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
/// Whether callgrind runs this program and counts its instructions.
int is_counting_instructions(void);
/// Counts from zero.
void forget_instructions(void);
/// Writes the instructions counted since into a file of callgrind's that carries this name.
void write_instructions(const char *name);
