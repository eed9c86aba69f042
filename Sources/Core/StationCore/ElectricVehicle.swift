/// An electric vehicle at the end of the cable: state of charge, phases, the taper of a battery that
/// gets full, and its temperature. It answers to the current it is offered as IEC 61851 lets it.
///
/// Integers only, so that it runs wherever the station does and the same drive gives the same numbers
/// everywhere. It is told how much time has passed; it has no clock.
public struct ElectricVehicle: Sendable, Equatable {
  /// What does not change while it charges.
  public struct Kind: Sendable, Equatable {
    /// In Wh, 1…1,000,000.
    public var capacity: Int64
    /// Phases of the on-board charger, 1…3.
    public var phases: Int64
    /// What the on-board charger takes of each phase, in mA.
    public var maximumCurrent: Int64
    /// Below this offer, in mA by phase, the vehicle does not charge: 6 A (IEC 61851-1 annex A).
    public var minimumCurrent: Int64 = 6_000
    /// What the battery takes at best, in W.
    public var maximumPower: Int64
    /// How much of what is drawn arrives in the battery, in per mille; the rest becomes heat.
    public var efficiency: Int64 = 920
    /// From standing still to full power, in milliseconds.
    public var rampTime: Int64 = 10_000
    /// From here on the battery takes less and less, in per mille.
    public var taperStart: Int64 = 800

    public init(
      capacity: Int64 = 58_000, phases: Int64 = 3, maximumCurrent: Int64 = 16_000,
      maximumPower: Int64 = 150_000
    ) {
      self.capacity = min(max(capacity, 1), 1_000_000)
      self.phases = min(max(phases, 1), 3)
      self.maximumCurrent = max(maximumCurrent, 0)
      self.maximumPower = max(maximumPower, 0)
    }
  }

  /// What it draws.
  public struct Draw: Sendable, Equatable {
    /// In W.
    public var power: Int64 = 0
    /// In mA, of each phase in use.
    public var current: Int64 = 0
    /// How many phases are in use.
    public var phases: Int64 = 0

    public init(power: Int64 = 0, current: Int64 = 0, phases: Int64 = 0) {
      self.power = power
      self.current = current
      self.phases = phases
    }

    /// The currents of the three phases, in mA.
    public var currents: (Int32, Int32, Int32) {
      let one = Int32(clamping: current)
      return (phases > 0 ? one : 0, phases > 1 ? one : 0, phases > 2 ? one : 0)
    }
  }

  public let kind: Kind
  /// In W·ms, so that nothing is lost between two looks.
  private var stored: Int64
  /// Of the battery, in thousandths of a degree Celsius.
  public private(set) var temperature: Int64
  /// Around the vehicle, in thousandths of a degree Celsius.
  public var ambient: Int64
  /// What it drew at the end of the last step.
  public private(set) var draw = Draw()
  /// What is left of the last division, so that small differences count in the end.
  private var cooling: Int64 = 0

  /// - Parameters:
  ///   - charge: in per mille of the capacity, 0…1000.
  ///   - temperature: of the battery and around it, in thousandths of a degree Celsius.
  public init(_ kind: Kind = Kind(), charge: Int64 = 220, temperature: Int64 = 20_000) {
    self.kind = kind
    stored = min(max(charge, 0), 1_000) * kind.capacity * 3_600
    self.temperature = temperature
    ambient = temperature
  }

  /// The state of charge in per mille.
  public var charge: Int64 { stored / (kind.capacity * 3_600) }

  public var isFull: Bool { stored >= kind.capacity * 3_600_000 }

  /// Time passes.
  ///
  /// - Parameters:
  ///   - milliseconds: since the last call.
  ///   - offered: what the control pilot allows, in mA by phase; 0 while the contactor is open.
  ///   - phases: of the station, 1 or 3.
  ///   - voltage: against neutral, in V.
  /// - Returns: what went through the meter, in W·ms.
  public mutating func advance(
    by milliseconds: Int64, offered: Int64, phases: Int64 = 3, voltage: Int64 = 230
  ) -> Int64 {
    var left = milliseconds
    var energy: Int64 = 0
    while left > 0 {
      let piece = min(left, ElectricVehicle.step)
      energy += advanceStep(piece, offered, min(phases, kind.phases), voltage)
      left -= piece
    }
    return energy
  }

  /// Longer times are taken in pieces, because power, charge and heat depend on each other.
  private static var step: Int64 { 1_000 }

  private mutating func advanceStep(
    _ time: Int64, _ offered: Int64, _ phases: Int64, _ voltage: Int64
  ) -> Int64 {
    let wanted = wantedPower(offered, phases, voltage)
    // Up slowly, down at once: the limit is the grid's, the ramp the vehicle's.
    let rise = kind.rampTime > 0 ? max(1, kind.maximumPower * time / kind.rampTime) : wanted
    let before = min(draw.power, wanted)
    let power = min(wanted, before + rise)
    draw.power = power
    draw.phases = power > 0 ? phases : 0
    draw.current = power > 0 ? power * 1_000 / (voltage * phases) : 0
    let energy = (before + power) / 2 * time
    let room = kind.capacity * 3_600_000 - stored
    stored += min(energy * kind.efficiency / 1_000, room)
    heat(power, time)
    return energy
  }

  /// What the vehicle would draw if it did not have to ramp up, in W.
  private func wantedPower(_ offered: Int64, _ phases: Int64, _ voltage: Int64) -> Int64 {
    if offered < kind.minimumCurrent || isFull { return 0 }
    let wire = min(offered, kind.maximumCurrent) * voltage * phases / 1_000
    let battery = kind.maximumPower * taper / 1_000 * comfort / 1_000
    return min(wire, battery * 1_000 / max(kind.efficiency, 1))
  }

  /// How much a battery this full takes, in per mille: a tenth just before it is full.
  private var taper: Int64 {
    let charge = charge
    if charge <= kind.taperStart { return 1_000 }
    return 100 + 900 * (1_000 - charge) / max(1_000 - kind.taperStart, 1)
  }

  /// How much a battery this warm takes, in per mille: less below 15 °C and above 40 °C, nothing from
  /// 60 °C on.
  private var comfort: Int64 {
    switch temperature {
    case ..<(-20_000): 0
    case ..<0: 300
    case ..<15_000: 300 + temperature * 700 / 15_000
    case ...40_000: 1_000
    case ..<60_000: 1_000 - (temperature - 40_000) / 20
    default: 0
    }
  }

  /// Losses warm the battery, the air cools it: 6.25 J/K for each Wh, and two hours until two thirds
  /// of a difference have gone.
  private mutating func heat(_ power: Int64, _ time: Int64) {
    let losses = power * (1_000 - kind.efficiency) * time / 1_000
    // W·ms over J/K is thousandths of a degree.
    temperature += losses * 100 / (kind.capacity * 625)
    cooling += (temperature - ambient) * time
    temperature -= cooling / 7_200_000
    cooling %= 7_200_000
  }
}
