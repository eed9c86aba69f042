#pragma once
#include <stddef.h>
#include <stdint.h>

/// libFuzzer's own main: calls `one` with input after input, for ever or as the arguments say.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*one)(const uint8_t *data, size_t size));
