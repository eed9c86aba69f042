import OCPP16
import StationCore

/// The hardware of a virtual station: per connector a contactor, a lock, a meter and, while one is
/// plugged in, a vehicle. It goes on existing while the station's power is off.
final class VirtualHardware: Hardware {
  struct Outlet {
    /// In W·ms, so that nothing is lost between two looks.
    var counted: Int64
    var vehicle: ElectricVehicle?
    /// The vehicle wants energy (control pilot state C).
    var isEVReady = false
    var isClosed = false
    var isLocked = false
    /// The lock does not open from afar.
    var isStuck = false
    /// In mA by phase.
    var offered: Int64 = 0
    var prompt: Prompt?

    /// In Wh, the meter's register.
    var register: Int64 { counted / 3_600_000 }
    var draw: ElectricVehicle.Draw { isClosed ? vehicle?.draw ?? .init() : .init() }
  }

  /// From connector 1 on; the one at 0 is not used.
  private(set) var outlets: [Outlet]
  /// What the person in front of the station was shown last.
  private(set) var lastPrompt: Prompt?
  /// Errors that are there, by connector; 0 is the station as a whole. They outlast the power.
  var faults: [Int: ChargePointErrorCode] = [:]
  /// Taken by the driver.
  var wantedReboot: ResetType?
  private let phases: Int64
  private let voltage: Int64
  private var updatedAt: Int64 = 0
  /// Monotonic milliseconds of the event at hand.
  var now: Int64 = 0

  /// - Parameter meterStart: what the meters show at first, in Wh.
  init(_ setup: StationSetup, meterStart: Int64) {
    phases = Int64(setup.phases)
    voltage = Int64(setup.voltage)
    let outlet = Outlet(counted: meterStart * 3_600_000)
    outlets = [Outlet](repeating: outlet, count: max(setup.connectors, 1) + 1)
  }

  /// Time has passed.
  func advance() {
    let elapsed = now - updatedAt
    updatedAt = now
    guard elapsed > 0 else { return }
    for number in 1..<outlets.count where outlets[number].vehicle != nil {
      let isFlowing = outlets[number].isClosed && outlets[number].isEVReady
      let offer = isFlowing ? outlets[number].offered : 0
      let energy = outlets[number].vehicle?.advance(
        by: elapsed, offered: offer, phases: phases, voltage: voltage)
      if isFlowing { outlets[number].counted += energy ?? 0 }
    }
  }

  // MARK: What people do

  func plug(_ number: Int, _ vehicle: ElectricVehicle) {
    advance()
    outlets[number].vehicle = vehicle
    outlets[number].isEVReady = true
  }

  func unplug(_ number: Int) {
    advance()
    outlets[number].vehicle = nil
    outlets[number].isEVReady = false
  }

  func setEVReady(_ number: Int, _ isReady: Bool) {
    advance()
    outlets[number].isEVReady = isReady
  }

  func setStuck(_ number: Int, _ isStuck: Bool) { outlets[number].isStuck = isStuck }

  /// The power is gone: contactors fall open, locks spring back, the pilot says nothing.
  func powerLost() {
    advance()
    for number in outlets.indices {
      outlets[number].isClosed = false
      outlets[number].isLocked = false
      outlets[number].offered = 0
      outlets[number].prompt = nil
    }
    lastPrompt = nil
    wantedReboot = nil
  }

  // MARK: What the station does

  func closeContactor(_ connector: Int) {
    advance()
    outlets[connector].isClosed = true
  }

  func openContactor(_ connector: Int) {
    advance()
    outlets[connector].isClosed = false
  }

  func offerCurrent(_ connector: Int, _ milliamperes: Int32) {
    advance()
    outlets[connector].offered = Int64(milliamperes)
  }

  func lockCable(_ connector: Int) { outlets[connector].isLocked = true }
  func unlockCable(_ connector: Int) { outlets[connector].isLocked = false }

  func forceUnlock(_ connector: Int) -> Bool {
    if !outlets[connector].isStuck { outlets[connector].isLocked = false }
    return !outlets[connector].isStuck
  }

  func readMeter(_ connector: Int) -> MeterReading? {
    guard outlets.indices.contains(connector) else { return nil }
    advance()
    if connector == 0 {
      let rest = outlets.dropFirst()
      return MeterReading(
        energy: rest.reduce(0) { $0 + $1.register },
        power: Int32(clamping: rest.reduce(0) { $0 + $1.draw.power }))
    }
    let outlet = outlets[connector]
    let draw = outlet.draw
    return MeterReading(
      energy: outlet.register, power: Int32(clamping: draw.power), currents: draw.currents,
      stateOfCharge: outlet.vehicle.map { Int32($0.charge / 10) } ?? -1,
      temperature: outlet.vehicle.map { Int32(clamping: $0.temperature / 100) } ?? 250)
  }

  func show(_ prompt: Prompt, _ connector: Int) {
    lastPrompt = prompt
    if outlets.indices.contains(connector) { outlets[connector].prompt = prompt }
  }

  func reboot(_ type: ResetType) { wantedReboot = type }
}
