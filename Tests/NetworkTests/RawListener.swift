import Network
import TestKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A blocking listener on a port of its own, for servers that misbehave.
final class RawListener: @unchecked Sendable {
  private let descriptor: Int32
  let port: UInt16

  struct Failed: Error {}

  init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var timeout = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = self.descriptor
    let code = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) | listen(descriptor, 8) | getsockname(descriptor, $0, &length)
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    if code != 0 { throw Failed() }
  }

  deinit { close(descriptor) }

  func accept() -> RawSocket { RawSocket(descriptor: Glibc.accept(descriptor, nil, nil)) }
}

extension RawSocket {
  /// Completes a WebSocket handshake as the server, with bytes right behind it.
  func answer(_ extra: String = "", with bytes: [UInt8] = []) {
    let head = receiveHead()
    let key = head.split(separator: "Sec-WebSocket-Key: ").last!.prefix { $0 != "\r\n" }
    send(
      Array(
        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: WebSocket\r\nConnection: upgrade\r\n"
          + "Sec-WebSocket-Accept: \(webSocketAccept(key: key.utf8))\r\n\(extra)\r\n").utf8)
        + bytes)
  }
}
