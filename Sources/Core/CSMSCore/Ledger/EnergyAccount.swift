import OCPPJSON

/// The energy of a transaction: what the register says, and how much of that is proven.
///
/// The register is the truth: from the start's to the stop's is the energy, and as long as it is
/// possible it is billable whatever came in between. Where it is not possible (backwards, or more
/// than the station delivers in that time), only the steps between readings count that are possible
/// themselves. What nobody read is not billed.
public struct EnergyAccount: Sendable, Equatable {
  /// In Wh; nil when the register does not say.
  public private(set) var energy: Int?
  /// In Wh, never more than is proven.
  public private(set) var billable: Int
  public private(set) var flags: TransactionFlags

  /// - Parameters:
  ///   - stop: the register at the end; nil when there was no stop, and the readings are all there is.
  ///   - readings: packed meter values, in any order.
  public init(
    start: RegisterPoint, stop: RegisterPoint?, readings: [UInt8], rule: RegisterRule
  ) {
    var points = RegisterPoints()
    points.add(readings)
    self.init(start: start, stop: stop, points: points, rule: rule)
  }

  /// The same of readings that were gathered piece by piece.
  public init(
    start: RegisterPoint, stop: RegisterPoint?, points: RegisterPoints, rule: RegisterRule
  ) {
    var trail = RegisterTrail(rule, from: start)
    for point in points.inOrder where point.time >= start.time { trail.follow(point) }
    if let stop { trail.follow(stop) }
    trail.finish()
    let proven = max(0, trail.proven)
    guard let stop else {
      self.init(energy: proven, billable: proven, flags: trail.flags)
      return
    }
    let doubts = trail.flags.subtracting(.meterWrap)
    switch rule.step(from: start, to: stop) {
    case .grows(let energy):
      self.init(energy: energy, billable: energy, flags: doubts.isEmpty ? [] : .meterGlitch)
    case .wraps(let energy):
      let glitch: TransactionFlags = doubts.isEmpty ? [] : .meterGlitch
      self.init(energy: energy, billable: energy, flags: [.meterWrap, glitch])
    case .decreases:
      let isWrap =
        trail.flags.contains(.meterWrap) && (doubts.isEmpty || doubts == .meterGlitch)
      self.init(
        energy: isWrap ? proven : nil, billable: proven,
        flags: isWrap ? trail.flags : trail.flags.union(.meterDecrease))
    case .jumps(let claimed):
      let isProven = doubts.isEmpty && proven == claimed
      self.init(
        energy: claimed == Int.max ? nil : claimed, billable: proven,
        flags: isProven ? [] : trail.flags.union(.meterJump))
    }
    if stop.time < start.time { flags.insert(.stopBeforeStart) }
  }

  private init(energy: Int?, billable: Int, flags: TransactionFlags) {
    self.energy = energy
    self.billable = billable
    self.flags = flags
  }
}
