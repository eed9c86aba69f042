public import OCPPJSON

/// Why a transaction was closed although its stop did not come: proof that it is over, or the word of
/// somebody else. Its own stop, whenever it comes, corrects the record.
public enum Reconciliation: Int64, Sendable, CaseIterable {
  /// Its connector began another transaction.
  case startOnConnector = 1
  /// Its connector was reported free.
  case connectorAvailable = 2
  /// Its station has been away for too long.
  case stationGone = 3
  /// Somebody ended it by hand.
  case toldByHand = 4
  /// Another backend told of its end.
  case toldByBackend = 5

  /// Whether somebody else than the station said so, with a register of their own.
  public var isTold: Bool {
    switch self {
    case .toldByHand, .toldByBackend: true
    case .startOnConnector, .connectorAvailable, .stationGone: false
    }
  }

  public var word: StaticString {
    switch self {
    case .startOnConnector: "start_on_connector"
    case .connectorAvailable: "connector_available"
    case .stationGone: "station_gone"
    case .toldByHand: "told_by_hand"
    case .toldByBackend: "told_by_backend"
    }
  }

  /// A sentence for people.
  public var sentence: StaticString {
    switch self {
    case .startOnConnector: "Another transaction began on its connector."
    case .connectorAvailable: "Its connector was reported Available."
    case .stationGone: "Its station has not been heard of for too long."
    case .toldByHand: "Somebody ended it by hand."
    case .toldByBackend: "Another backend told of its end."
    }
  }
}

/// A transaction that has begun and not ended, as far as the rules of reconciliation care.
public struct OpenTransaction: Sendable, Equatable {
  public var id: Int64
  /// By the station's clock.
  public var startedAt: DateTime
  /// When the central system heard of the start.
  public var heardAt: DateTime

  public init(id: Int64, startedAt: DateTime, heardAt: DateTime) {
    self.id = id
    self.startedAt = startedAt
    self.heardAt = heardAt
  }

  /// Nothing begins after it was heard of: a date that says so is of a wrong clock, which may be right
  /// by the time it ends.
  private var beganAt: DateTime {
    let flags = TransactionFlags(timestamp: startedAt, receivedAt: heardAt)
    return flags.contains(.futureTime) ? heardAt : startedAt
  }

  /// Whether a start on its connector at that moment proves that it is over. One that is older is a
  /// replay, and proves nothing about what came after it.
  public func isEnded(byStartAt time: DateTime) -> Bool { time >= beganAt }

  /// Whether a status of its connector proves that it is over: Available, and later than its start. One
  /// without a date holds when it arrives, which is compared with when the start arrived.
  public func isEnded(by status: ConnectorStatus, receivedAt now: DateTime) -> Bool {
    guard status.status == "Available" else { return false }
    if let time = status.timestamp { return time > beganAt }
    return now > min(startedAt, heardAt)
  }
}

/// What was concluded about a transaction without a stop.
public struct Conclusion: Sendable, Equatable {
  public var reason: Reconciliation
  /// When what proves it happened.
  public var evidenceAt: DateTime
  /// In Wh: the register at that moment, where the proof says it; not part of what is billed, since
  /// nobody knows what ran in between. Where somebody told the end, it is what they told, and billed for
  /// as long as the station says nothing else.
  public var evidenceEnergy: Int?

  public init(_ reason: Reconciliation, at evidenceAt: DateTime, energy: Int? = nil) {
    self.reason = reason
    self.evidenceAt = evidenceAt
    evidenceEnergy = energy
  }

  /// What somebody else told of the end, as a stop says it; nil for proof.
  public var toldEnd: RegisterPoint? {
    guard reason.isTold, let energy = evidenceEnergy else { return nil }
    return RegisterPoint(time: evidenceAt, energy: energy)
  }

  /// Whether a reading of the transaction shows that it goes on nevertheless: it is newer than the
  /// proof, and the proof was no other transaction. Where the proof has the time of our clock, the
  /// station's may be ahead of it.
  /// - Parameter concludedAt: when it was concluded, by our clock.
  public func isRefuted(byReadingAt time: DateTime, concludedAt: DateTime) -> Bool {
    if reason == .startOnConnector { return false }
    let isOurClock = reason == .stationGone || reason.isTold || evidenceAt == concludedAt
    let ahead = isOurClock ? LedgerLimits.futureToleranceMilliseconds : 0
    // Nobody knows an end that is still to come.
    let proven = reason.isTold ? min(evidenceAt, concludedAt) : evidenceAt
    let (lead, overflow) = time.milliseconds.subtractingReportingOverflow(proven.milliseconds)
    return overflow ? time > proven : lead > ahead
  }
}
