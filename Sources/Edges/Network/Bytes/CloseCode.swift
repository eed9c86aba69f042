/// Why a WebSocket was closed (RFC 6455 §7.4). An open set: 3000 to 4999 belong to others.
public struct CloseCode: RawRepresentable, Hashable, Sendable {
  public var rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The purpose is fulfilled.
  public static let normal = CloseCode(rawValue: 1000)
  /// The end point goes away: a server stops, a station restarts.
  public static let goingAway = CloseCode(rawValue: 1001)
  /// The peer broke the protocol.
  public static let protocolError = CloseCode(rawValue: 1002)
  /// Data of a kind we do not take, such as binary.
  public static let unsupportedData = CloseCode(rawValue: 1003)
  /// The peer's close frame had no code. Never on the wire.
  public static let noStatus = CloseCode(rawValue: 1005)
  /// The connection was lost without a close frame. Never on the wire.
  public static let abnormal = CloseCode(rawValue: 1006)
  /// A text message was not UTF-8.
  public static let invalidPayload = CloseCode(rawValue: 1007)
  /// Against the rules of the receiver.
  public static let policyViolation = CloseCode(rawValue: 1008)
  /// The message is larger than the receiver takes.
  public static let tooLarge = CloseCode(rawValue: 1009)
  /// The server met an unexpected condition.
  public static let internalError = CloseCode(rawValue: 1011)
  /// The server restarts.
  public static let serviceRestart = CloseCode(rawValue: 1012)
  /// The server has too much to do.
  public static let tryAgainLater = CloseCode(rawValue: 1013)

  /// Whether the code may stand in a close frame (§7.4.1, §7.4.2).
  public var isAllowedOnWire: Bool {
    switch rawValue {
    case 1000...1003, 1007...1014, 3000...4999: true
    default: false
    }
  }
}
