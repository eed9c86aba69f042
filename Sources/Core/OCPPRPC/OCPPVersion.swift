/// A version of the protocol.
public enum OCPPVersion: UInt8, Sendable, CaseIterable {
  case v16
  case v201
  case v21

  /// As people write it: "1.6".
  public var name: StaticString {
    switch self {
    case .v16: "1.6"
    case .v201: "2.0.1"
    case .v21: "2.1"
    }
  }

  /// The name of the WebSocket subprotocol (OCPP-J §3.1.2).
  public var subprotocol: StaticString {
    switch self {
    case .v16: "ocpp1.6"
    case .v201: "ocpp2.0.1"
    case .v21: "ocpp2.1"
    }
  }
}
