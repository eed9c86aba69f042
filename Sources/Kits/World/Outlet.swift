import OCPPJSON
import StationCore

/// The hardware of one connector and the vehicle at it: what is really so, whatever the station
/// thinks.
struct Outlet {
  // The meter: exact, and known to nobody but the world.
  private(set) var wattMilliseconds: Int64
  private(set) var updatedAt: Int64 = 0
  let firstRegister: Int64
  /// The register of the last reading that reached the station.
  var lastAnswered: Int64
  /// The register of the last reading that is in the journal.
  var lastJournalled: Int64
  /// Wh that the stated policy allows not to be billed: what flowed after the last reading that the
  /// meter gave, before a stop for which the meter was silent however often it was asked.
  var allowance: Int64 = 0
  /// How often in a row the meter was asked and did not answer.
  var silentReads = 0
  /// Until when it does not.
  var silentUntil: Int64 = 0

  // The power electronics
  var isContactorClosed = false
  /// In mA by phase.
  var offered: Int32 = 0
  var isLocked = false
  var isFaulted = false

  // The bay
  var car: Car?
  var isPlugged = false
  var isEVReady = false
  /// Tokens presented here lately, newest last.
  var presented: [Text] = []

  init(register: Int64) {
    wattMilliseconds = register * 3_600_000
    firstRegister = register
    lastAnswered = register
    lastJournalled = register
  }

  /// In Wh.
  var register: Int64 { wattMilliseconds / 3_600_000 }
  var delivered: Int64 { register - firstRegister }

  /// In W, by what the vehicle can take and is offered.
  var power: Int64 {
    guard isContactorClosed, isPlugged, isEVReady, let car else { return 0 }
    let offeredPower = Int64(offered) * 230 * Int64(car.phases) / 1000
    return car.battery.power(
      elapsed: Battery.fullPowerAfter, energy: register - car.registerAtArrival,
      offered: offeredPower)
  }

  /// Lets the energy flow that flowed since the last change. Call it before anything changes.
  mutating func advance(to now: Int64) {
    if isContactorClosed && now > updatedAt { wattMilliseconds += power * (now - updatedAt) }
    updatedAt = now
  }

  mutating func present(_ token: Text) {
    if presented.count >= 8 { presented.removeFirst() }
    presented.append(token)
  }

  func reading() -> MeterReading {
    let power = power
    let phases = Int64(car?.phases ?? 3)
    let current = Int32(clamping: power * 1000 / (230 * phases))
    let others = phases == 3 ? current : 0
    return MeterReading(
      energy: register, power: Int32(clamping: power), currents: (current, others, others))
  }
}

extension Battery {
  /// The ramp is over.
  fileprivate static var fullPowerAfter: Int64 { 60_000 }
}

/// A vehicle.
struct Car {
  var battery: Battery
  /// 1 or 3.
  var phases: Int
  var registerAtArrival: Int64
}
