public import OCPPJSON

/// What a virtual station is and what happens at it: one vehicle, one token, one session.
public struct VisitPlan: Sendable {
  public var vendor: Text = "swift-ocpp"
  public var model: Text = "VirtualStation"
  public var firmwareVersion: Text = "1.0"
  public var connector = 1
  public var idTag: Text = "DEMO0001"
  /// The meter's register before the session, in Wh.
  public var meterStart: Int64 = 12_000
  /// What the station can deliver, in W.
  public var stationPower: Int64 = 22_000
  public var battery = Battery()
  /// Between meter values, in milliseconds.
  public var sampleInterval: Int64 = 10_000
  /// How long the vehicle stays after the transaction started, in milliseconds.
  public var stay: Int64 = 600_000
  /// How many meter values are kept while nobody takes them; then the oldest periodic one goes.
  public var queueLimit = 1000

  public init() {}
}

/// How far a visit is.
public enum VisitPhase: Sendable, Equatable {
  /// Not accepted by the central system yet.
  case registering
  /// The token was presented.
  case authorizing
  /// The contactor is closed.
  case charging
  /// The vehicle has left; messages may still be under way.
  case leaving
  /// Everything the central system must know has been acknowledged.
  case finished
  /// No energy flowed.
  case refused(Refusal)
}

/// Why a visit ends without a session.
public enum Refusal: UInt8, Sendable {
  /// The central system did not accept the token.
  case token
}

/// The visit in numbers.
public struct VisitFigures: Sendable, Equatable {
  public var transactionId: Int?
  /// In Wh, since the session began.
  public var energy: Int64 = 0
  /// In milliseconds, since the session began.
  public var duration: Int64 = 0
  /// In W, now.
  public var power: Int64 = 0
  /// In per mille.
  public var stateOfCharge: Int64 = 0
  /// Meter values acknowledged by the central system.
  public var meterValues = 0
  /// CALLERRORs received.
  public var errors = 0

  public init() {}
}
