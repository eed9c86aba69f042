#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
/// Whether simdjson was there when this was built.
int parse_only_available(void);
/// Parses with simdjson into its own tape, and does nothing with it; 1 when that works. The room
/// behind `bytes` must be readable for 64 bytes more.
int parse_only(const uint8_t *bytes, size_t count);
#ifdef __cplusplus
}
#endif
