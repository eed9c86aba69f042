import StationCore

/// What stands behind one connector: a meter, a contactor and, when the cable is in, a vehicle.
struct Bay {
  private static let kind = ElectricVehicle.Kind(
    capacity: 58_000, maximumCurrent: 218_000, maximumPower: 150_000)
  private static let wattMillisecondsPerWh: Int64 = 3_600_000

  private(set) var vehicle = ElectricVehicle(Bay.kind, charge: 620)
  /// What went through the meter, in W·ms.
  private var metered: Int64 = 0
  private var lastLook: Int64 = 0
  /// In mA by phase.
  private var offered: Int64 = 0
  private var isContactorClosed = false
  var isPlugged = false
  var isEVReady = true

  /// The meter's register in Wh.
  var register: Int64 { metered / Bay.wattMillisecondsPerWh }

  /// In W.
  var power: Int64 { vehicle.draw.power }

  /// As it was when the tab was left.
  mutating func restore(register: Int64, charge: Int64) {
    metered = register * Bay.wattMillisecondsPerWh
    arrive(charge: charge)
  }

  /// A vehicle with a battery charged to so many per mille.
  mutating func arrive(charge: Int64) { vehicle = ElectricVehicle(Bay.kind, charge: charge) }

  /// Time passes, until `now` in monotonic milliseconds.
  mutating func advance(to now: Int64) {
    let mayDraw = isContactorClosed && isPlugged && isEVReady
    metered += vehicle.advance(by: max(0, now - lastLook), offered: mayDraw ? offered : 0)
    lastLook = max(lastLook, now)
  }

  mutating func setContactor(closed: Bool, at now: Int64) {
    advance(to: now)
    isContactorClosed = closed
  }

  mutating func offer(_ milliamperes: Int32, at now: Int64) {
    advance(to: now)
    offered = Int64(milliamperes)
  }

  func reading() -> MeterReading {
    let draw = vehicle.draw
    return MeterReading(
      energy: register, power: Int32(clamping: draw.power), currents: draw.currents,
      stateOfCharge: isPlugged ? Int32(clamping: vehicle.charge / 10) : -1)
  }
}
