public import OCPPJSON

/// The answer to a BootNotification (OCPP 1.6 §4.2).
public enum Registration: UInt8, Sendable, CaseIterable {
  case accepted
  /// The central system wants to look at the station, or configure it, before it accepts it.
  case pending
  case rejected

  /// The word on the wire and in records.
  public var word: Text {
    switch self {
    case .accepted: "Accepted"
    case .pending: "Pending"
    case .rejected: "Rejected"
    }
  }
}

/// How an operator wants a station to be taken in.
public enum Admission: UInt8, Sendable, CaseIterable, CommandWord {
  /// At once.
  case accept
  /// Pending until its settings are the wanted ones, then accepted.
  case configure
  /// Pending until an operator says otherwise.
  case hold
  case reject

  public var word: Text {
    switch self {
    case .accept: "accept"
    case .configure: "configure"
    case .hold: "hold"
    case .reject: "reject"
    }
  }

  /// What its BootNotification is answered with, as long as nobody has configured it.
  public var registration: Registration {
    switch self {
    case .accept: .accepted
    case .configure, .hold: .pending
    case .reject: .rejected
    }
  }
}

/// What an operator decided about one station; nil leaves it to the server's settings.
public struct StationPolicy: Sendable, Equatable {
  public var admission: Admission?
  /// Whether tokens that are not on record may charge here.
  public var acceptsUnknownTokens: Bool?
  /// Whether its local list is kept in step with the tokens on record.
  public var keepsLocalList = false
  /// In W: what the station delivers at most, for judging its meters.
  public var maximumPower: Int?

  public init() {}
}

extension SessionPolicy {
  /// This policy with what was decided about one station.
  public func with(_ station: StationPolicy?) -> SessionPolicy {
    guard let station else { return self }
    var policy = self
    if let admission = station.admission { policy.registration = admission.registration }
    if let accepts = station.acceptsUnknownTokens { policy.acceptsUnknownTokens = accepts }
    return policy
  }
}
