import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A blocking TCP connection to this machine, which shares no code with the servers: for saying what no
/// client should say, and for reading only when it is told to.
public final class RawSocket {
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var hasTimedOut = false

  /// Connects to a port of 127.0.0.1.
  /// - Parameters:
  ///   - receiveBuffer: bytes of the kernel's buffer, nil for its default.
  ///   - host: the last number of the address to connect from: 127.0.0.`host`.
  public init(port: UInt16, receiveBuffer: Int32? = nil, from host: UInt8 = 1) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    bePatient()
    if var receiveBuffer { setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, 4) }
    var one: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, 4)
    if host != 1 { RawSocket.with(0, host) { _ = bind(descriptor, $0, $1) } }
    RawSocket.with(port, 1) { _ = connect(descriptor, $0, $1) }
  }

  /// Calls the body with the address 127.0.0.`host`.
  private static func with(
    _ port: UInt16, _ host: UInt8, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Void
  ) {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = (UInt32(0x7F00_0000) | UInt32(host)).bigEndian
    withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  /// Takes over an accepted connection.
  public init(descriptor: Int32) {
    self.descriptor = descriptor
    bePatient()
  }

  deinit { close(descriptor) }

  private func bePatient() {
    var patience = timeval(tv_sec: Int(TestKit.patience), tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
  }

  /// Ends the connection now.
  public func leave() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// Ends our direction: the peer reads to its end, and may still answer.
  public func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Breaks the connection off: the peer is told at once that nobody is here any more.
  public func breakOff() {
    var none = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &none, socklen_t(MemoryLayout<linger>.size))
  }

  /// Sends everything; false when the peer no longer takes it.
  @discardableResult
  public func send(_ bytes: [UInt8]) -> Bool {
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
  public func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Exactly this many bytes, fewer when the peer ends or is silent for too long.
  public func receive(_ count: Int) -> [UInt8] {
    while pending.count < count, fill() {}
    return take(min(count, pending.count))
  }

  /// What has come, at least one byte; empty when the peer has ended or is silent for too long.
  public func receiveSome() -> [UInt8] {
    if pending.isEmpty { _ = fill() }
    return take(pending.count)
  }

  /// What has come already; empty when nothing has.
  public func receiveWithoutWaiting() -> [UInt8] {
    while fill(Int32(MSG_DONTWAIT)) {}
    return take(pending.count)
  }

  /// Everything until the peer ends the connection; nil when it does not end it in time.
  public func receiveToEnd() -> [UInt8]? {
    while fill() {}
    let all = take(pending.count)
    return hasTimedOut ? nil : all
  }

  /// What comes up to and including an ending; nil when the peer ends before it, or is silent for too
  /// long, and what came is still there.
  public func receive(through ending: String) -> String? {
    let ending = Data(ending.utf8)
    var seen = 0
    while true {
      let found = Data(pending).range(of: ending, in: max(0, seen - ending.count)..<pending.count)
      if let found { return String(decoding: take(found.upperBound), as: UTF8.self) }
      seen = pending.count
      if !fill() { return nil }
    }
  }

  /// Bytes up to and including an empty line, or what there is.
  public func receiveHead() -> String {
    receive(through: "\r\n\r\n") ?? String(decoding: take(pending.count), as: UTF8.self)
  }

  private func take(_ count: Int) -> [UInt8] {
    let taken = Array(pending.prefix(count))
    pending.removeFirst(count)
    return taken
  }

  private func fill(_ flags: Int32 = 0) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, flags)
    hasTimedOut = count < 0 && errno == EAGAIN
    if count <= 0 { return false }
    pending += buffer[..<count]
    return true
  }
}
