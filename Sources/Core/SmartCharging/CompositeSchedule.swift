public import OCPPJSON

/// What a connector or the station may take over the coming time (§5.9): keeps its memory from one
/// answer to the next.
public struct CompositeSchedule: Sendable {
  public private(set) var start = DateTime(milliseconds: 0)
  /// Seconds covered: what was asked for, or less when `isCut`.
  public private(set) var duration: Int64 = 0
  public private(set) var unit = RateUnit.amperes
  /// At least one, the first at 0; neighbours differ in limit or phases.
  public private(set) var periods: [SchedulePeriod] = []
  /// Whether it ends early because the periods, or the changes to look at, did not fit. It then holds
  /// as far as it goes.
  public private(set) var isCut = false

  /// The most periods it can have.
  public let periodLimit: Int
  /// How many changes are looked at before it is cut, merged ones included.
  public let changeLimit: Int

  /// Takes `16 × periodLimit` bytes with the first answer, once.
  public init(periodLimit: Int = 64, changeLimit: Int = 4096) {
    precondition(periodLimit >= 1 && changeLimit >= 1, "a composite schedule has a period")
    self.periodLimit = periodLimit
    self.changeLimit = changeLimit
  }

  mutating func begin(at start: DateTime, unit: RateUnit) {
    self.start = start
    self.unit = unit
    duration = 0
    isCut = false
    periods.removeAll(keepingCapacity: true)
    periods.reserveCapacity(periodLimit)
  }

  /// Adds what holds from `offset`; false when it no longer fits.
  mutating func append(_ limit: Int64, phases: UInt8?, at offset: Int64) -> Bool {
    if let last = periods.last, last.limit == limit && last.phases == phases { return true }
    guard periods.count < periodLimit, let start = Int32(exactly: offset) else { return false }
    periods.append(SchedulePeriod(start: start, limit: limit, phases: phases))
    return true
  }

  mutating func end(after duration: Int64, isCut: Bool) {
    self.duration = duration
    self.isCut = isCut
  }
}

/// What is wanted of a composite schedule.
public struct CompositeRequest: Sendable, Equatable {
  public var start: DateTime
  /// Seconds; 0 asks for what holds now.
  public var duration: Int64
  public var unit: RateUnit
  /// Limits are rounded down to multiples of this many thousandths: 100 in 1.6, whose messages have
  /// one decimal place.
  public var step: Int64

  public init(start: DateTime, duration: Int64, unit: RateUnit, step: Int64 = 100) {
    self.start = start
    self.duration = duration
    self.unit = unit
    self.step = step
  }
}

/// Why there is no composite schedule. The answer is then `Rejected` and has no other member (§5.9).
public enum CompositeRefusal: Error, Sendable, Equatable {
  case connectorUnknown
  /// Negative.
  case durationOutOfRange
  /// Less than 1.
  case stepOutOfRange
  /// The station does not limit in this unit.
  case unitNotAllowed
  /// At some point neither a profile nor the hardware sets a limit, and a period has to have one.
  case unlimited
}
