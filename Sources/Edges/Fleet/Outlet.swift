import StationCore

/// The hardware of one connector and the vehicle at it.
struct Outlet {
  /// In W·ms, so that nothing is lost between readings.
  private var wattMilliseconds: Int64
  private var advancedAt: Int64 = 0
  /// In mA by phase.
  private var offered: Int64 = 0
  private var isClosed = false
  /// Nil with nobody at the connector.
  private var vehicle: ElectricVehicle?

  init(register: Int64) { wattMilliseconds = register * 3_600_000 }

  /// In Wh.
  var register: Int64 { wattMilliseconds / 3_600_000 }
  /// In W.
  var power: Int64 { isClosed ? vehicle?.draw.power ?? 0 : 0 }
  var isBatteryFull: Bool { vehicle?.isFull ?? false }

  /// Lets flow what flowed since the last call. Call it before anything changes.
  mutating func advance(to now: Int64) {
    let passed = now - advancedAt
    advancedAt = max(now, advancedAt)
    guard passed > 0, let energy = vehicle?.advance(by: passed, offered: isClosed ? offered : 0)
    else { return }
    if isClosed { wattMilliseconds += energy }
  }

  mutating func plug(_ vehicle: ElectricVehicle, at now: Int64) {
    advance(to: now)
    self.vehicle = vehicle
  }

  mutating func unplug(at now: Int64) {
    advance(to: now)
    vehicle = nil
  }

  mutating func close(at now: Int64) {
    advance(to: now)
    isClosed = true
  }

  mutating func open(at now: Int64) {
    advance(to: now)
    isClosed = false
  }

  /// In mA by phase.
  mutating func offer(_ milliamperes: Int32, at now: Int64) {
    advance(to: now)
    offered = Int64(milliamperes)
  }

  mutating func reading(at now: Int64) -> MeterReading {
    advance(to: now)
    let draw = isClosed ? vehicle?.draw ?? ElectricVehicle.Draw() : ElectricVehicle.Draw()
    return MeterReading(
      energy: register, power: Int32(clamping: draw.power), currents: draw.currents,
      stateOfCharge: vehicle.map { Int32($0.charge / 10) } ?? -1)
  }
}

extension ElectricVehicle {
  /// A vehicle as they come: from the plug-in hybrid to the van, single-phase and three-phase, with
  /// a battery as many times smaller as time is faster.
  static func arriving(_ chance: inout FleetChance, _ plan: ArrivalPlan) -> ElectricVehicle {
    let kinds: [(capacity: Int64, phases: Int64, current: Int64)] = [
      (10_000, 1, 16_000), (38_000, 1, 32_000), (52_000, 3, 16_000), (58_000, 3, 16_000),
      (77_000, 3, 32_000), (100_000, 3, 200_000),
    ]
    let chosen = kinds[Int(chance.between(0, Int64(kinds.count - 1)))]
    let kind = Kind(
      capacity: plan.compressed(chosen.capacity, least: 20), phases: chosen.phases,
      maximumCurrent: chosen.current)
    return ElectricVehicle(
      kind, charge: chance.between(100, 800), temperature: chance.between(0, 30) * 1_000)
  }
}
