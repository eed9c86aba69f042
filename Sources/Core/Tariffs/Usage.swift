public import OCPPJSON

/// Energy that flowed evenly from one moment to another; zero where it is proven that none did.
public struct EnergyStep: Sendable, Equatable {
  public var from: DateTime
  public var to: DateTime
  /// In Wh, never negative.
  public var energy: Int64

  public init(from: DateTime, to: DateTime, energy: Int64) {
    self.from = from
    self.to = to
    self.energy = energy
  }
}

/// What a session used, as far as it is proven: energy over time, and how long the car stayed.
public struct Usage: Sendable, Equatable {
  public var start: DateTime
  /// The end, or now while it charges.
  public var end: DateTime
  /// In the order of time; what lies outside `start` and `end` counts as at its nearer one.
  public var steps: [EnergyStep]
  /// For a session whose dates cannot be believed: the moment whose prices hold. Its time is not
  /// charged.
  public var undated: DateTime?

  public init(
    start: DateTime, end: DateTime, steps: [EnergyStep], undated: DateTime? = nil
  ) {
    self.start = start
    self.end = end
    self.steps = steps
    self.undated = undated
    if undated != nil { return }
    let (length, overflow) = end.milliseconds.subtractingReportingOverflow(start.milliseconds)
    if overflow || length < 0 || length > TariffLimits.sessionLength { self.undated = start }
  }

  /// In Wh.
  public var energy: Int64 { steps.reduce(0) { $0 + $1.energy } }

  /// The time after charging had ended: from where on nothing flowed any more, as far as that is
  /// proven without a gap. Nil when energy flowed to the last.
  public var idle: ClosedRange<DateTime>? {
    guard let last = steps.last, last.energy == 0 else { return nil }
    var from = last.from
    for step in steps.reversed().dropFirst() {
      guard step.energy == 0 && step.to == from else { break }
      from = step.from
    }
    return within(from)...max(within(from), within(last.to))
  }

  func within(_ time: DateTime) -> DateTime { max(start, min(end, time)) }
}
