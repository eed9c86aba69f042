import OCPPJSON

/// How far a register may move, and what its movements prove.
public struct RegisterRule: Sendable, Equatable {
  /// In W: what the station can deliver at most.
  public var maximumPower: Int

  public init(maximumPower: Int = LedgerLimits.maximumPower) { self.maximumPower = maximumPower }

  /// What lies between two readings of one register, both in Wh.
  enum Step: Equatable {
    case grows(Int)
    /// The register ran over its end; the energy across it.
    case wraps(Int)
    case decreases
    /// The register grew by this, which is more than there can have been.
    case jumps(Int)
  }

  func step(from old: RegisterPoint, to new: RegisterPoint) -> Step {
    let bound = mostEnergy(from: old.time, to: new.time)
    let (growth, overflow) = new.energy.subtractingReportingOverflow(old.energy)
    if overflow { return new.energy < old.energy ? .decreases : .jumps(Int.max) }
    if growth >= 0 { return growth <= bound ? .grows(growth) : .jumps(growth) }
    let (before, after) = (Int64(old.energy), Int64(new.energy))
    for size in RegisterRule.sizes {
      // Only a register that stood in its last hundredth can have run over.
      guard before < size, before >= size - size / 100, after >= 0 else { continue }
      let across = size - before + after
      if across <= Int64(bound) && across <= size / 50 { return .wraps(Int(across)) }
    }
    return .decreases
  }

  /// Whether two readings may be the same register, written with different digits or rounded another
  /// way: what lies between them is less than one unit of the coarser one's last digit, or goes back
  /// by no more than that.
  static func agree(_ old: RegisterPoint, _ new: RegisterPoint) -> Bool {
    let (growth, overflow) = new.energy.subtractingReportingOverflow(old.energy)
    let digit = max(old.digit, new.digit)
    return !overflow && (growth < digit || growth == 0) && growth >= -digit
  }

  /// The sizes of registers, in Wh: six to twelve decimal digits, 31 and 32 bits.
  static var sizes: [Int64] {
    [
      1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
      1_000_000_000_000, 1 << 31, 1 << 32,
    ]
  }

  /// In Wh: the most there can have been in between.
  func mostEnergy(from old: DateTime, to new: DateTime) -> Int {
    let (time, overflow) = new.milliseconds.subtractingReportingOverflow(old.milliseconds)
    // Dates in disorder say nothing.
    guard !overflow, time >= 0, time <= LedgerLimits.oldestMilliseconds else {
      return LedgerLimits.undatedEnergy
    }
    let duration = time + LedgerLimits.slackMilliseconds
    let (product, isHuge) = Int64(maximumPower).multipliedReportingOverflow(by: duration)
    return isHuge ? Int.max : Int(clamping: product / 3_600_000)
  }
}

/// Follows a register from reading to reading and adds up what they prove.
///
/// A reading that does not fit the last trusted one is set aside. When the next one fits the trusted
/// one, it was an outlier; when two in a row agree with each other instead, the register really
/// moved (a meter was replaced, or began anew), and is trusted again from there: what lies between
/// is proven by nobody and not counted.
struct RegisterTrail {
  let rule: RegisterRule
  private(set) var trusted: RegisterPoint
  /// Where the register was when it last moved: many small differences that each could be rounding are
  /// none together.
  private var anchor: RegisterPoint
  private var doubted: (point: RegisterPoint, flag: TransactionFlags)?
  /// In Wh; below zero by as much as readings were rounded up, never by more.
  private(set) var proven = 0
  private(set) var flags: TransactionFlags = []

  /// What a reading proves.
  struct Proof {
    var step: EnergyCourse.Step
    /// The register stood still: the energy of the step, which may be negative, is how readings were
    /// rounded.
    var stands: Bool
  }

  init(_ rule: RegisterRule, from start: RegisterPoint) {
    self.rule = rule
    trusted = start
    anchor = start
  }

  /// Returns what the reading proves; nil when it is set aside.
  @discardableResult
  mutating func follow(_ point: RegisterPoint) -> Proof? {
    let before = proven
    let begin: RegisterPoint
    let stands: Bool
    if RegisterRule.agree(trusted, point) && isNoDrift(point) {
      begin = trusted
      stands = true
      prove(point.energy - trusted.energy)
      if doubted != nil { flags.insert(.meterGlitch) }
    } else if count(rule.step(from: trusted, to: point)) {
      begin = trusted
      stands = false
      anchor = point
      if doubted != nil { flags.insert(.meterGlitch) }
    } else if let other = doubted, RegisterRule.agree(other.point, point) {
      begin = other.point
      stands = true
      anchor = begin
      prove(point.energy - begin.energy)
      flags.insert(other.flag)
    } else if let other = doubted, count(rule.step(from: other.point, to: point)) {
      begin = other.point
      stands = false
      anchor = point
      flags.insert(other.flag)
    } else {
      doubted = (point, flag(rule.step(from: trusted, to: point)))
      return nil
    }
    trusted = point
    doubted = nil
    let step = EnergyCourse.Step(from: begin.time, to: point.time, energy: proven - before)
    return Proof(step: step, stands: stands)
  }

  /// What is still set aside is a doubt that nothing removed.
  mutating func finish() {
    if let doubted { flags.insert(doubted.flag) }
    doubted = nil
  }

  private mutating func count(_ step: RegisterRule.Step) -> Bool {
    switch step {
    case .grows(let energy): prove(energy)
    case .wraps(let energy):
      prove(energy)
      flags.insert(.meterWrap)
    case .decreases, .jumps: return false
    }
    return true
  }

  /// Whether the register is where it last moved to, or the last reading was rounded up above where it
  /// is now.
  private func isNoDrift(_ point: RegisterPoint) -> Bool {
    RegisterRule.agree(anchor, point)
      || point.energy >= anchor.energy && point.energy <= trusted.energy
  }

  /// More than there are numbers for is as much as there are.
  private mutating func prove(_ energy: Int) {
    let (sum, overflow) = proven.addingReportingOverflow(energy)
    proven = overflow ? .max : sum
  }

  private func flag(_ step: RegisterRule.Step) -> TransactionFlags {
    switch step {
    case .jumps: .meterJump
    case .decreases, .grows, .wraps: .meterDecrease
    }
  }
}
