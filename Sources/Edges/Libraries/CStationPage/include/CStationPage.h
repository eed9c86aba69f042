// The files of the station page, as Tools/browser.sh left them for this build.
#pragma once
#include <stddef.h>

struct station_page_file {
  const char *name;
  const char *type;
  /// With its quotes, as in HTTP.
  const char *etag;
  const unsigned char *plain;
  size_t plain_size;
  const unsigned char *gzip;
  size_t gzip_size;
};

/// How many there are: 0 when this build was made without the page.
size_t station_page_count(void);
/// Nothing for an index beyond.
const struct station_page_file *station_page_file(size_t index);
