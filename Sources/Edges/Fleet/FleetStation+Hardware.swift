import OCPP16
import StationCore

/// Its outlets are the hardware.
extension FleetStation: Hardware {
  private func outlet(_ connector: Int, _ body: (inout Outlet) -> Void) {
    if outlets.indices.contains(connector - 1) { body(&outlets[connector - 1]) }
  }

  func closeContactor(_ connector: Int) { outlet(connector) { $0.close(at: lane.now) } }
  func openContactor(_ connector: Int) { outlet(connector) { $0.open(at: lane.now) } }
  func offerCurrent(_ connector: Int, _ milliamperes: Int32) {
    outlet(connector) { $0.offer(milliamperes, at: lane.now) }
  }
  func lockCable(_ connector: Int) {}
  func unlockCable(_ connector: Int) {}

  func readMeter(_ connector: Int) -> MeterReading? {
    var reading: MeterReading?
    outlet(connector) { reading = $0.reading(at: lane.now) }
    guard reading != nil, outlets[connector - 1].isBatteryFull else { return reading }
    inbox.append(.evNotReady(connector: connector))
    return reading
  }

  func show(_ prompt: Prompt, _ connector: Int) {
    guard refused.indices.contains(connector - 1) else { return }
    switch prompt {
    case .refused, .outOfService, .reserved, .memoryFull, .cableTimeout, .tokenTimeout:
      if !refused[connector - 1] && drivers[connector - 1].phase == .presented {
        lane.figures.refusals += 1
      }
      refused[connector - 1] = true
    case .presentToken, .plugIn, .checking, .accepted, .charging, .finished, .removeCable: break
    }
  }

  func reboot(_ type: ResetType) {}
}
