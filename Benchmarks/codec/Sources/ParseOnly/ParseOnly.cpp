// What a fast general parser needs to look at the same bytes: no types, no lengths, no ranges.
#include "ParseOnly.h"

#if __has_include(<simdjson.h>)
#include <simdjson.h>

static simdjson::dom::parser parser;

int parse_only_available(void) { return 1; }
int parse_only(const uint8_t *bytes, size_t count) {
  return parser.parse(bytes, count, false).error() == simdjson::SUCCESS;
}
#else
int parse_only_available(void) { return 0; }
int parse_only(const uint8_t *, size_t) { return 0; }
#endif
