public import OCPPJSON

/// The error codes of CALLERROR, whatever the version (1.6: OCPP-J §4.2.3; 2.x: part 4 §4.3).
public enum RPCErrorCode: UInt8, Sendable, CaseIterable {
  case notImplemented
  case notSupported
  case internalError
  case protocolError
  case securityError
  case formationViolation
  case propertyConstraintViolation
  case occurrenceConstraintViolation
  case typeConstraintViolation
  case genericError
  case messageTypeNotSupported
  case rpcFrameworkError

  /// The word on the wire. 1.6 keeps its own spelling of two of them, and lacks the last two.
  public func wireName(in version: OCPPVersion) -> StaticString {
    switch self {
    case .notImplemented: "NotImplemented"
    case .notSupported: "NotSupported"
    case .internalError: "InternalError"
    case .protocolError: "ProtocolError"
    case .securityError: "SecurityError"
    case .formationViolation: version == .v16 ? "FormationViolation" : "FormatViolation"
    case .propertyConstraintViolation: "PropertyConstraintViolation"
    case .occurrenceConstraintViolation:
      version == .v16 ? "OccurenceConstraintViolation" : "OccurrenceConstraintViolation"
    case .typeConstraintViolation: "TypeConstraintViolation"
    case .genericError: "GenericError"
    case .messageTypeNotSupported:
      version == .v16 ? "NotSupported" : "MessageTypeNotSupported"
    case .rpcFrameworkError: version == .v16 ? "FormationViolation" : "RpcFrameworkError"
    }
  }

  /// The code for what the decoder found; `inHead` when the frame itself is broken, not its payload.
  public init(_ violation: Violation, inHead: Bool = false) {
    switch violation {
    case .messageType: self = .messageTypeNotSupported
    case .notImplemented: self = .notImplemented
    case _ where inHead: self = .rpcFrameworkError
    case .formation: self = .formationViolation
    case .property: self = .propertyConstraintViolation
    case .occurrence: self = .occurrenceConstraintViolation
    case .type: self = .typeConstraintViolation
    }
  }
}

/// A CALLERROR as a peer sent it. The code is open: peers use words of their own.
public struct CallError: Error, Sendable, Equatable {
  /// The longest description, in characters.
  public static var descriptionLimit: Int { 255 }

  public var code: Text
  public var description: Text
  public var details: RawJSON?

  public init(code: Text, description: Text, details: RawJSON? = nil) {
    self.code = code
    self.description = description
    self.details = details
  }
}
