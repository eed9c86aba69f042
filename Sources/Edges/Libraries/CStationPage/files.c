// The files are in the executable, so that it stays one file that can be copied anywhere. Without them
// it builds too; `ocpp serve` then says what to do.
#include "CStationPage.h"

#if __has_include("../../../../.build/station-page/files.inc")
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "../../../../.build/station-page/files.inc"

size_t station_page_count(void) { return sizeof files / sizeof files[0]; }
const struct station_page_file *station_page_file(size_t index) {
  return index < station_page_count() ? &files[index] : 0;
}
#else
size_t station_page_count(void) { return 0; }
const struct station_page_file *station_page_file(size_t index) {
  (void)index;
  return 0;
}
#endif
