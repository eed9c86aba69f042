// A board's TCP client, on sockets of the host.
#pragma once
#include <cstddef>
#include <cstdint>

class NetworkClient {
  int descriptor = -1;

 public:
  bool connect(const char *host, uint16_t port);
  bool connected() const { return descriptor >= 0; }
  int available();
  int read(uint8_t *bytes, size_t room);
  size_t write(const uint8_t *bytes, size_t count);
  void stop();
};
