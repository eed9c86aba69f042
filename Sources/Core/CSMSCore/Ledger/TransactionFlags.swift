public import OCPPJSON

/// What is remarkable about a transaction. A flag never changes what a station reported; it says why
/// somebody should look, and why `billable` energy may be less than the register claims.
public struct TransactionFlags: OptionSet, Sendable, Hashable {
  public let rawValue: Int64

  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// The register went backwards, and no register size explains it.
  public static let meterDecrease = TransactionFlags(rawValue: 1 << 0)
  /// The register ran over its end and began again at zero; the energy is counted across it.
  public static let meterWrap = TransactionFlags(rawValue: 1 << 1)
  /// The register grew faster than the station can deliver.
  public static let meterJump = TransactionFlags(rawValue: 1 << 2)
  /// A reading in between does not fit; begin and end do.
  public static let meterGlitch = TransactionFlags(rawValue: 1 << 3)
  /// A message is dated after it arrived.
  public static let futureTime = TransactionFlags(rawValue: 1 << 4)
  /// A message is dated so long ago that the station's clock must have been wrong.
  public static let pastTime = TransactionFlags(rawValue: 1 << 5)
  /// The end is dated before the begin.
  public static let stopBeforeStart = TransactionFlags(rawValue: 1 << 6)
  /// A message arrived long after its date: the station was offline. Its own times are kept.
  public static let reportedLate = TransactionFlags(rawValue: 1 << 7)
  /// The start came more than once and counted once.
  public static let startRepeated = TransactionFlags(rawValue: 1 << 8)
  /// The stop came more than once and counted once.
  public static let stopRepeated = TransactionFlags(rawValue: 1 << 9)
  /// The stop came again and said something else; the first one stands.
  public static let stopDiffers = TransactionFlags(rawValue: 1 << 10)
  /// It was closed by what else the station did, not by its own stop.
  public static let zombie = TransactionFlags(rawValue: 1 << 11)
  /// Its own stop came after it had been closed without one, and corrected the record.
  public static let lateStop = TransactionFlags(rawValue: 1 << 12)
  /// It went on after it had been closed without a stop, and was opened again.
  public static let reopened = TransactionFlags(rawValue: 1 << 13)

  /// Each flag by itself, in the order of their bits.
  public static var each: [TransactionFlags] {
    (0..<14).map { TransactionFlags(rawValue: 1 << $0) }
  }

  /// The flags in this set, one by one.
  public var members: [TransactionFlags] { TransactionFlags.each.filter { contains($0) } }

  /// The single flag of a word, or nil.
  public init?(word: Text) {
    guard let flag = TransactionFlags.each.first(where: { Text($0.word) == word }) else {
      return nil
    }
    self = flag
  }

  /// The word of a single flag.
  public var word: StaticString { phrase.word }

  /// A sentence for people about a single flag.
  public var sentence: StaticString { phrase.sentence }

  private var phrase: (word: StaticString, sentence: StaticString) {
    switch self {
    case .meterDecrease:
      (
        "meter_decrease",
        "The meter's register went backwards; only what readings prove is billable."
      )
    case .meterWrap:
      ("meter_wrap", "The meter's register ran over its end; the energy is counted across it.")
    case .meterJump:
      (
        "meter_jump",
        "The register grew faster than the station can deliver; the excess is not billable."
      )
    case .meterGlitch:
      ("meter_glitch", "A reading in between does not fit; the registers of begin and end count.")
    case .futureTime: ("future_time", "A message is dated after it arrived.")
    case .pastTime:
      ("past_time", "A message is dated so long ago that the station's clock must have been wrong.")
    case .stopBeforeStart: ("stop_before_start", "The end is dated before the begin.")
    case .reportedLate:
      ("reported_late", "The station reported it when it was online again; its own times are kept.")
    case .startRepeated: ("start_repeated", "The start came more than once and counted once.")
    case .stopRepeated: ("stop_repeated", "The stop came more than once and counted once.")
    case .stopDiffers:
      ("stop_differs", "The stop came again and said something else; the first one stands.")
    case .zombie: ("zombie", "It was closed by what else the station did, not by its own stop.")
    case .lateStop:
      (
        "late_stop",
        "Its own stop came after it had been closed without one, and corrected the record."
      )
    case .reopened:
      ("reopened", "It went on after it had been closed without a stop, and was opened again.")
    default: ("", "")
    }
  }
}

extension TransactionFlags {
  /// What a message's date says, next to when it arrived.
  public init(timestamp: DateTime, receivedAt: DateTime) {
    self = []
    let (age, overflow) =
      receivedAt.milliseconds.subtractingReportingOverflow(timestamp.milliseconds)
    if overflow {
      insert(timestamp < receivedAt ? .pastTime : .futureTime)
    } else if age < -LedgerLimits.futureToleranceMilliseconds {
      insert(.futureTime)
    } else if age > LedgerLimits.oldestMilliseconds {
      insert(.pastTime)
    } else if age > LedgerLimits.lateMilliseconds {
      insert(.reportedLate)
    }
  }
}

/// From where on the ledger finds something remarkable.
public enum LedgerLimits {
  /// A station's clock may be ahead by this much.
  public static var futureToleranceMilliseconds: Int64 { 5 * 60_000 }
  /// A message older than this was not sent at once.
  public static var lateMilliseconds: Int64 { 5 * 60_000 }
  /// A station does not keep a message for longer; one that seems older has a wrong date.
  public static var oldestMilliseconds: Int64 { 90 * 86_400_000 }
  /// In W: more than any connector delivers, for stations of which nothing else is known.
  public static var maximumPower: Int { 1_000_000 }
  /// Dates are rounded, and a register may be read a moment before or after.
  public static var slackMilliseconds: Int64 { 60_000 }
  /// Register readings held of one transaction when its energy is reckoned: two and a half years of one
  /// every five minutes.
  public static var registerPoints: Int { 1 << 18 }
  /// In Wh: the most one transaction is believed when its dates cannot say how long it took.
  public static var undatedEnergy: Int { 200_000 }
  /// A connector is often reported Available before the stop of its transaction, above all when a station
  /// comes back: for this long the end is not told of, and nothing is taken for it.
  public static var stopGraceMilliseconds: Int64 { 60_000 }
  /// A station that has been away for this long is gone (`Reconciliation.stationGone`).
  public static var goneMilliseconds: Int64 { 24 * 3_600_000 }
}
