import OCPP16
import OCPPJSON
import StationCore

/// The hardware of a virtual station with one vehicle: contactor, meter and battery.
final class VirtualVehicle: Hardware {
  private let plan: VisitPlan
  private var meter: EnergyMeter
  private var closedAt: DateTime?
  private var offeredPower: Int64 = 0
  private(set) var power: Int64 = 0
  private(set) var wasRefused = false
  private(set) var wantsReboot = false
  /// Monotonic time, set before each event.
  var now = DateTime(milliseconds: 0)

  init(plan: VisitPlan) {
    self.plan = plan
    meter = EnergyMeter(register: plan.meterStart)
  }

  /// In Wh.
  var register: Int64 { meter.register }

  /// In per mille.
  var stateOfCharge: Int64 { plan.battery.charge(after: meter.register - plan.meterStart) }

  /// Time has passed.
  func advance() {
    meter.advance(to: now, power: power)
    guard let closedAt else {
      power = 0
      return
    }
    power = plan.battery.power(
      elapsed: now.milliseconds - closedAt.milliseconds, energy: register - plan.meterStart,
      offered: offeredPower)
  }

  func closeContactor(_ connector: Int) {
    advance()
    closedAt = now
  }

  func openContactor(_ connector: Int) {
    advance()
    closedAt = nil
    power = 0
  }

  func offerCurrent(_ connector: Int, _ milliamperes: Int32) {
    advance()
    offeredPower = min(plan.stationPower, Int64(milliamperes) * 690 / 1000)
  }

  func lockCable(_ connector: Int) {}
  func unlockCable(_ connector: Int) {}

  func readMeter(_ connector: Int) -> MeterReading? {
    advance()
    let current = Int32(clamping: power * 1000 / 690)
    return MeterReading(
      energy: register, power: Int32(clamping: power), currents: (current, current, current),
      stateOfCharge: Int32(stateOfCharge / 10))
  }

  func show(_ prompt: Prompt, _ connector: Int) { if prompt == .refused { wasRefused = true } }
  func reboot(_ type: ResetType) { wantsReboot = true }
}
