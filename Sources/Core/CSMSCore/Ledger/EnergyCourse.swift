public import OCPPJSON

/// When the billable energy of a transaction flowed, as far as readings tell: steps whose energy
/// together is `EnergyAccount.billable`.
///
/// Where readings prove exactly what is billable, their steps are it. Where they do not (they
/// contradict a begin and an end that agree), nobody knows when the energy flowed: it is one step
/// over the whole transaction.
public struct EnergyCourse: Sendable, Equatable {
  /// Energy between two moments; zero where a register stood still.
  public struct Step: Sendable, Equatable {
    public var from: DateTime
    public var to: DateTime
    /// In Wh.
    public var energy: Int

    public init(from: DateTime, to: DateTime, energy: Int) {
      self.from = from
      self.to = to
      self.energy = energy
    }
  }

  public private(set) var steps: [Step] = []
  public let account: EnergyAccount
  /// The last moment at which the register was read and trusted.
  public private(set) var readUntil: DateTime

  /// The parameters are those of `EnergyAccount`.
  public init(start: RegisterPoint, stop: RegisterPoint?, readings: [UInt8], rule: RegisterRule) {
    account = EnergyAccount(start: start, stop: stop, readings: readings, rule: rule)
    var trail = RegisterTrail(rule, from: start)
    for point in EnergyAccount.inOrder(readings) where point.time >= start.time {
      if let step = trail.follow(point) { steps.append(step) }
    }
    if let stop, let step = trail.follow(stop) { steps.append(step) }
    readUntil = max(start.time, trail.trusted.time)
    if trail.proven != account.billable {
      let end = stop?.time ?? readUntil
      steps = [Step(from: start.time, to: max(start.time, end), energy: account.billable)]
    }
    for index in steps.indices where steps[index].to < steps[index].from {
      steps[index].to = steps[index].from
    }
  }
}
