import OCPPJSON
import StationCore

/// The hardware of one connector and the vehicle at it.
struct Outlet {
  private static let volts: Int64 = 230

  private var meter: EnergyMeter
  private var offered: Int32 = 0
  /// Since when energy may flow, in milliseconds of the station's clock; nil with an open contactor.
  private var closedAt: Int64?
  private var registerAtArrival: Int64 = 0
  /// Nil with nobody at the connector.
  private(set) var car: Car?
  /// In W, since the last `advance`.
  private(set) var power: Int64 = 0

  /// A vehicle.
  struct Car {
    var battery: Battery
    /// 1 or 3.
    var phases: Int64
  }

  init(register: Int64) {
    meter = EnergyMeter(register: register)
    registerAtArrival = register
  }

  /// In Wh.
  var register: Int64 { meter.register }
  var isBatteryFull: Bool {
    car.map { $0.battery.charge(after: register - registerAtArrival) >= 1_000 } ?? false
  }

  /// Lets flow what flowed since the last call. Call it before anything changes.
  mutating func advance(to now: Int64) {
    meter.advance(to: DateTime(milliseconds: now), power: power)
    guard let closedAt, let car else {
      power = 0
      return
    }
    power = car.battery.power(
      elapsed: now - closedAt, energy: register - registerAtArrival,
      offered: Int64(offered) * Self.volts * car.phases / 1_000)
  }

  mutating func plug(_ car: Car, at now: Int64) {
    advance(to: now)
    self.car = car
    registerAtArrival = register
  }

  mutating func unplug(at now: Int64) {
    advance(to: now)
    car = nil
    power = 0
  }

  mutating func close(at now: Int64) {
    advance(to: now)
    if closedAt == nil { closedAt = now }
  }

  mutating func open(at now: Int64) {
    advance(to: now)
    closedAt = nil
    power = 0
  }

  /// In mA by phase.
  mutating func offer(_ milliamperes: Int32, at now: Int64) {
    advance(to: now)
    offered = milliamperes
    advance(to: now)
  }

  mutating func reading(at now: Int64) -> MeterReading {
    advance(to: now)
    let phases = car?.phases ?? 3
    let current = Int32(clamping: power * 1_000 / (Self.volts * phases))
    let others = phases == 3 ? current : 0
    let charge = car.map { $0.battery.charge(after: register - registerAtArrival) / 10 }
    return MeterReading(
      energy: register, power: Int32(clamping: power), currents: (current, others, others),
      stateOfCharge: Int32(charge ?? -1))
  }
}

extension Outlet.Car {
  /// A vehicle as they come: from the plug-in hybrid to the van, single-phase and three-phase, with
  /// a battery as many times smaller as time is faster.
  static func arriving(_ chance: inout FleetChance, _ plan: ArrivalPlan) -> Outlet.Car {
    let kinds: [(capacity: Int64, power: Int64, phases: Int64)] = [
      (10_000, 3_700, 1), (38_000, 7_400, 1), (52_000, 11_000, 3), (58_000, 11_000, 3),
      (77_000, 22_000, 3), (100_000, 150_000, 3),
    ]
    let kind = kinds[Int(chance.between(0, Int64(kinds.count - 1)))]
    let battery = Battery(
      capacity: plan.compressed(kind.capacity, least: 20), initialCharge: chance.between(100, 800),
      maximumPower: kind.power)
    return Outlet.Car(battery: battery, phases: kind.phases)
  }
}
