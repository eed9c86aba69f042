/// Status codes of a closing WebSocket (RFC 6455 §7.4).
enum CloseStatus {
  static let normal: UInt16 = 1000
  static let protocolError: UInt16 = 1002
  static let unsupportedData: UInt16 = 1003
  /// Never on the wire: the close frame had no code.
  static let none: UInt16 = 1005
  /// Never on the wire: the stream ended without a close frame.
  static let abnormal: UInt16 = 1006
  static let invalidText: UInt16 = 1007
  static let tooLarge: UInt16 = 1009

  /// Whether a peer may say it.
  static func isSayable(_ code: UInt16) -> Bool {
    switch code {
    case 1000...1003, 1007...1014, 3000...4999: true
    default: false
    }
  }
}
