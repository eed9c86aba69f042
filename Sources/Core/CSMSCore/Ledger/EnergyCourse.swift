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
    var points = RegisterPoints()
    points.add(readings)
    self.init(start: start, stop: stop, points: points, rule: rule)
  }

  /// The parameters are those of `EnergyAccount`.
  public init(
    start: RegisterPoint, stop: RegisterPoint?, points: RegisterPoints, rule: RegisterRule
  ) {
    account = EnergyAccount(start: start, stop: stop, points: points, rule: rule)
    var trail = RegisterTrail(rule, from: start)
    var flow = Flow()
    for point in points.inOrder where point.time >= start.time {
      if let proof = trail.follow(point) { flow.add(proof) }
    }
    if let stop, let proof = trail.follow(stop) { flow.add(proof) }
    steps = flow.steps
    readUntil = max(start.time, trail.trusted.time)
    if max(0, trail.proven) != account.billable {
      let end = stop?.time ?? readUntil
      steps = [Step(from: start.time, to: max(start.time, end), energy: account.billable)]
    }
    for index in steps.indices where steps[index].to < steps[index].from {
      steps[index].to = steps[index].from
    }
  }
}

/// Steps of which none is negative: how readings were rounded is settled with the energy before it.
private struct Flow {
  private(set) var steps: [EnergyCourse.Step] = []
  /// The last step with energy; nothing flowed after it.
  private var moved: Int?
  /// In Wh: what readings were rounded up by when nothing had flowed yet.
  private var owed = 0

  mutating func add(_ proof: RegisterTrail.Proof) {
    var step = proof.step
    if proof.stands, settle(step.energy) { step.energy = 0 }
    let paid = min(owed, step.energy)
    owed -= paid
    step.energy -= paid
    steps.append(step)
    if step.energy > 0 { moved = steps.count - 1 }
  }

  /// Whether the difference belongs to what flowed before; if not, there was nothing yet.
  private mutating func settle(_ difference: Int) -> Bool {
    if difference > 0 {
      guard let moved else { return false }
      let (sum, overflow) = steps[moved].energy.addingReportingOverflow(difference)
      steps[moved].energy = overflow ? .max : sum
      return true
    }
    var rest = -difference
    while rest > 0, let index = moved {
      let taken = min(rest, steps[index].energy)
      steps[index].energy -= taken
      rest -= taken
      if steps[index].energy == 0 { moved = steps[..<index].lastIndex { $0.energy > 0 } }
    }
    owed += rest
    return true
  }
}
