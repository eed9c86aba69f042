public import OCPPJSON

/// A charging profile without its version: what a 1.6 or a 2.x message says, in integers (§7.8).
///
/// Amounts are thousandths of the schedule's unit, milliamperes or milliwatts, because 1.6 gives one
/// decimal place and a limit must not be rounded on the way in.
public struct ChargingProfile: Sendable, Equatable {
  public var id: Int
  /// Higher levels outrank lower ones of the same purpose.
  public var stackLevel: Int
  public var purpose: ProfilePurpose
  public var kind: ProfileKind
  /// The first instant at which the profile counts.
  public var validFrom: DateTime?
  /// The first instant at which it counts no more.
  public var validTo: DateTime?
  /// The transaction a profile of purpose `transaction` was sent for, in the numbering of the owner;
  /// nil for whichever runs on the connector.
  public var transaction: Int?
  public var schedule: ChargingSchedule

  public init(
    id: Int, stackLevel: Int, purpose: ProfilePurpose, kind: ProfileKind,
    validFrom: DateTime? = nil, validTo: DateTime? = nil, transaction: Int? = nil,
    schedule: ChargingSchedule
  ) {
    self.id = id
    self.stackLevel = stackLevel
    self.purpose = purpose
    self.kind = kind
    self.validFrom = validFrom
    self.validTo = validTo
    self.transaction = transaction
    self.schedule = schedule
  }
}

/// What a profile limits (§3.13.1). Priority charging and local generation of 2.1 will be cases here.
public enum ProfilePurpose: UInt8, Sendable, Equatable {
  /// All connectors together: `ChargePointMaxProfile`, `ChargingStationMaxProfile`.
  case stationMaximum
  /// All connectors together, by somebody other than the central system (2.x).
  case externalConstraint
  /// Any transaction: `TxDefaultProfile`.
  case transactionDefault
  /// One transaction: `TxProfile`.
  case transaction
}

/// How the schedule lies in time (§7.9).
public enum ProfileKind: Sendable, Equatable {
  /// Once, from the schedule's start; without one, from the start of charging.
  case absolute
  /// Again and again from the schedule's start; without one, from midnight UTC (Monday's if weekly).
  case recurring(Recurrence)
  /// Once, from the start of charging; a limit on the whole station, from when it was received.
  case relative
}

/// How often a schedule repeats (§7.43). Days are days of UTC, so that none is longer than another.
public enum Recurrence: UInt8, Sendable, Equatable {
  case daily
  case weekly

  /// In seconds.
  var length: Int64 {
    switch self {
    case .daily: 86_400
    case .weekly: 604_800
    }
  }

  /// Midnight of a day, or of a Monday, in seconds since 1970, which began on a Thursday.
  var defaultAnchor: Int64 {
    switch self {
    case .daily: 0
    case .weekly: 4 * 86_400
    }
  }
}

/// The unit of a schedule's amounts (§7.12).
public enum RateUnit: UInt8, Sendable, Equatable {
  /// Current per phase.
  case amperes
  /// Power of all phases together.
  case watts
}

/// Limits one after the other (§7.13).
public struct ChargingSchedule: Sendable, Equatable {
  public var unit: RateUnit
  /// Seconds; without one the last period goes on: until the profile's end, the transaction's, or the
  /// recurrence's.
  public var duration: Int32?
  public var start: DateTime?
  /// In ascending order; the first starts at 0.
  public var periods: [SchedulePeriod]
  /// The rate below which the vehicle charges badly, in thousandths of the unit. It may pause a
  /// connector when current is shared out; it never raises a limit.
  public var minimumRate: Int64?

  public init(
    unit: RateUnit, duration: Int32? = nil, start: DateTime? = nil, periods: [SchedulePeriod],
    minimumRate: Int64? = nil
  ) {
    self.unit = unit
    self.duration = duration
    self.start = start
    self.periods = periods
    self.minimumRate = minimumRate
  }
}

/// A limit from its start to the next period's (§7.14). 16 bytes.
public struct SchedulePeriod: Sendable, Equatable {
  /// How many phases may be used; nil where the peer did not say.
  public var phases: UInt8?
  /// Seconds after the schedule's start.
  public var start: Int32
  /// Thousandths of the schedule's unit.
  public var limit: Int64

  public init(start: Int32, limit: Int64, phases: UInt8? = nil) {
    self.start = start
    self.limit = limit
    self.phases = phases
  }
}
