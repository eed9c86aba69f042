#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A blocking TCP client that shares no code with the target, for saying what no client should say.
final class RawSocket {
  private let descriptor: Int32
  private var pending: [UInt8] = []

  /// - Parameter receiveBuffer: bytes of the kernel's buffer, nil for its default.
  init(port: UInt16, receiveBuffer: Int32? = nil, timeoutSeconds: Int = 10) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var timeout = timeval(tv_sec: timeoutSeconds, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(
      descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    if var receiveBuffer { setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, 4) }
    var one: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, 4)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  /// Takes over an accepted connection.
  init(descriptor: Int32, timeoutSeconds: Int = 10) {
    self.descriptor = descriptor
    var timeout = timeval(tv_sec: timeoutSeconds, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  /// Ends the connection now.
  func leave() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// Sends everything; false when the peer no longer takes it.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      sent += count
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Exactly this many bytes, fewer when the peer ends or is silent for too long.
  func receive(_ count: Int) -> [UInt8] {
    while pending.count < count, fill() {}
    let taken = Array(pending.prefix(count))
    pending.removeFirst(taken.count)
    return taken
  }

  /// What has come, at least one byte; empty when the peer has ended or is silent for too long.
  func receiveSome() -> [UInt8] {
    if pending.isEmpty { _ = fill() }
    defer { pending = [] }
    return pending
  }

  /// Everything until the peer ends the connection; nil when it does not end it in time.
  func receiveToEnd() -> [UInt8]? {
    while fill() {}
    let ended = !timedOut
    let all = pending
    pending = []
    return ended ? all : nil
  }

  /// Bytes up to and including an empty line.
  func receiveHead() -> String {
    var head: [UInt8] = []
    while !head.suffix(4).elementsEqual([13, 10, 13, 10]) {
      let byte = receive(1)
      if byte.isEmpty { break }
      head += byte
    }
    return String(decoding: head, as: UTF8.self)
  }

  private var timedOut = false

  private func fill() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    timedOut = count < 0 && errno == EAGAIN
    if count <= 0 { return false }
    pending += buffer[..<count]
    return true
  }
}

/// A frame as the wire has it.
struct WireFrame: Equatable {
  var first: UInt8
  var payload: [UInt8]

  var text: String { String(decoding: payload, as: UTF8.self) }
  var closeCode: Int { payload.count < 2 ? 0 : Int(payload[0]) << 8 | Int(payload[1]) }
}

extension RawSocket {
  /// A client's frame, put together by hand.
  static func frame(_ first: UInt8, _ payload: [UInt8], masked: Bool = true) -> [UInt8] {
    let mask: UInt8 = masked ? 0x80 : 0
    var bytes = [first]
    if payload.count < 126 {
      bytes.append(mask | UInt8(payload.count))
    } else if payload.count < 65_536 {
      bytes += [mask | 126, UInt8(payload.count >> 8), UInt8(payload.count & 255)]
    } else {
      bytes.append(mask | 127)
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: payload.count >> (56 - 8 * $0)) }
    }
    if !masked { return bytes + payload }
    let key: [UInt8] = [0x11, 0xA2, 0x33, 0xF4]
    return bytes + key + payload.enumerated().map { $0.element ^ key[$0.offset & 3] }
  }

  static func text(_ text: String) -> [UInt8] { frame(0x81, Array(text.utf8)) }

  /// The server's next frame; nil at the end of the connection.
  func receiveFrame() -> WireFrame? {
    let head = receive(2)
    if head.count < 2 { return nil }
    var count = Int(head[1] & 127)
    if count == 126 { count = receive(2).reduce(0) { $0 << 8 | Int($1) } }
    if count == 127 { count = receive(8).reduce(0) { $0 << 8 | Int($1) } }
    return WireFrame(first: head[0], payload: receive(count))
  }

  /// Opens a WebSocket with the key of RFC 6455 §1.3; returns the response's head.
  @discardableResult
  func upgrade(_ path: String = "/echo", extra: String = "") -> String {
    send(
      "GET \(path) HTTP/1.1\r\nHost: test\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\(extra)\r\n"
    )
    return receiveHead()
  }
}
