/// A promise that did not hold.
public struct Violation: Sendable, Equatable {
  public var invariant: Invariant
  /// Milliseconds since the world began.
  public var time: Int64
  /// Nil when it is nobody's in particular.
  public var station: Int?
  public var text: String
}

/// What happened in a world.
public struct WorldReport: Sendable, Equatable {
  public let settings: WorldSettings
  public internal(set) var violations: [Violation] = []
  public internal(set) var simulatedMilliseconds: Int64 = 0
  public internal(set) var events = 0
  public internal(set) var visits = 0
  public internal(set) var frames = 0
  public internal(set) var bytes = 0
  /// Frames to the central system that a later one of another connection has overtaken.
  public internal(set) var overtaken = 0
  public internal(set) var facts = 0
  public internal(set) var connections = 0
  public internal(set) var reboots = 0
  public internal(set) var resends = 0
  public internal(set) var deadLetters = 0
  public internal(set) var operatorCalls = 0
  public internal(set) var operatorErrors = 0
  public internal(set) var sessions = 0
  public internal(set) var unmatched = 0
  public internal(set) var repeatedRecords = 0
  public internal(set) var meterRecords = 0
  public internal(set) var deliveredWh: Int64 = 0
  public internal(set) var billedWh: Int64 = 0
  /// What the stated policies allow not to be billed: see docs/decisions/0014-the-world.md.
  public internal(set) var allowedWh: Int64 = 0
  /// By `FaultKind.rawValue`.
  public internal(set) var faults: [Int]

  init(_ settings: WorldSettings) {
    self.settings = settings
    faults = [Int](repeating: 0, count: FaultKind.allCases.count)
  }

  public var isGood: Bool { violations.isEmpty }

  public func count(_ kind: FaultKind) -> Int { faults[Int(kind.rawValue)] }

  mutating func summarize(_ ledger: MemoryLedger) {
    sessions = ledger.transactions.count { $0.state == .completed }
    unmatched = ledger.transactions.count { $0.state == .unmatched }
    repeatedRecords = ledger.repeatedRecords
    meterRecords = ledger.transactions.reduce(0) { $0 + $1.meterRecords }
  }

  /// "12d 03:04:05.678"
  public static func clock(_ milliseconds: Int64) -> String {
    func two(_ number: Int64) -> String { number < 10 ? "0" + String(number) : String(number) }
    let seconds = milliseconds / 1000
    let rest = milliseconds % 1000
    let fraction = rest < 10 ? "00" : rest < 100 ? "0" : ""
    return String(seconds / 86_400) + "d " + two(seconds / 3600 % 24) + ":"
      + two(seconds / 60 % 60) + ":" + two(seconds % 60) + "." + fraction + String(rest)
  }
}
