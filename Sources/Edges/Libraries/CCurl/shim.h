#pragma once
#include <curl/curl.h>

// The functions below take a variable number of arguments in libcurl, which Swift cannot call, and
// its type checks are macros.
#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

typedef size_t (*ccurl_write)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode ccurl_set_long(CURL *h, CURLoption o, long v) {
  return curl_easy_setopt(h, o, v);
}
static inline CURLcode ccurl_set_text(CURL *h, CURLoption o, const char *v) {
  return curl_easy_setopt(h, o, v);
}
static inline CURLcode ccurl_set_pointer(CURL *h, CURLoption o, void *v) {
  return curl_easy_setopt(h, o, v);
}
static inline CURLcode ccurl_set_write(CURL *h, CURLoption o, ccurl_write v) {
  return curl_easy_setopt(h, o, v);
}
static inline CURLcode ccurl_set_open_socket(CURL *h, curl_opensocket_callback v) {
  return curl_easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, v);
}
static inline CURLcode ccurl_response_code(CURL *h, long *v) {
  return curl_easy_getinfo(h, CURLINFO_RESPONSE_CODE, v);
}
static inline CURLcode ccurl_context(CURL *h, void **v) {
  return curl_easy_getinfo(h, CURLINFO_PRIVATE, v);
}
static inline CURLMcode ccurl_multi_set_long(CURLM *h, CURLMoption o, long v) {
  return curl_multi_setopt(h, o, v);
}
static inline CURLcode ccurl_result(const CURLMsg *message) { return message->data.result; }
