import TestKit

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
