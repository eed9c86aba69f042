import OCPP16
import OCPPJSON
import StationCore

extension VirtualStation {
  /// Lets something happen. Loop thread only.
  ///
  /// - Throws: a sentence that says why it cannot happen; then nothing has.
  public func perform(_ act: Act) throws(ActRefusal) {
    switch act {
    case .powerOn:
      if isPowered { throw ActRefusal("The station is on already.") }
      powerOn()
    case .powerOff:
      _ = try running()
      powerOff()
    case .powerCycle:
      _ = try running()
      powerOff()
      powerOn()
    case .plugIn(let number, let vehicle): try plugIn(number, vehicle)
    case .plugOut(let number): try plugOut(number)
    case .suspend(let number): try setEVReady(number, false)
    case .resume(let number): try setEVReady(number, true)
    case .goOffline: setOffline(true)
    case .goOnline: setOffline(false)
    case .swipe, .stopCharging, .fault, .clearFault: try performOnStation(act)
    case .configure(let key, let value): try configure(key, value)
    case .cacheToken(let idTag, let status):
      guard try running().change({ $0.presetCache(idTag, status) }) else {
        throw ActRefusal("The station has no cache, or \"\(idTag)\" has not 1 to 20 characters.")
      }
    case .listToken(let idTag, let status):
      guard try running().change({ $0.presetList(idTag, status) }) else {
        throw ActRefusal(
          "The station has no room on its list, or \"\(idTag)\" has not 1 to 20 characters.")
      }
    }
  }

  private func performOnStation(_ act: Act) throws(ActRefusal) {
    let driver = try running()
    switch act {
    case .swipe(let idTag, let number):
      if let number { try check(number) }
      if !(1...20).contains(idTag.count) {
        throw ActRefusal("A token has 1 to 20 characters, and \"\(idTag)\" has \(idTag.count).")
      }
      driver.handle(.tokenPresented(idTag: idTag, connector: number))
    case .stopCharging(let number, let button):
      try check(number)
      guard driver.station.view(number)?.transaction != nil else {
        throw ActRefusal("No transaction runs at connector \(number).")
      }
      switch button {
      case .stop: driver.handle(.localStopPressed(connector: number))
      case .emergencyStop: driver.handle(.emergencyStopPressed(connector: number))
      case .electronics(let reason): driver.handle(.stopOrdered(connector: number, reason))
      }
    case .fault(let number, let code):
      try check(number, from: 0)
      if code == .connectorLockFailure && number > 0 { hardware.setStuck(number, true) }
      hardware.faults[number] = code
      driver.handle(.faulted(connector: number, code, info: Text()))
    case .clearFault(let number):
      try check(number, from: 0)
      if number > 0 { hardware.setStuck(number, false) }
      hardware.faults[number] = nil
      driver.handle(.faultCleared(connector: number))
    default: break
    }
  }

  private func plugIn(_ number: Int, _ vehicle: ElectricVehicle?) throws(ActRefusal) {
    try check(number)
    if hardware.outlets[number].vehicle != nil {
      throw ActRefusal("A vehicle is plugged in at connector \(number) already.")
    }
    hardware.now = time.now
    hardware.plug(number, vehicle ?? settings.vehicle)
    driver?.handle(.cableInserted(connector: number))
    driver?.handle(.evReady(connector: number))
  }

  private func plugOut(_ number: Int) throws(ActRefusal) {
    try checkPlugged(number)
    hardware.now = time.now
    hardware.unplug(number)
    driver?.handle(.cableRemoved(connector: number))
  }

  private func setEVReady(_ number: Int, _ isReady: Bool) throws(ActRefusal) {
    try checkPlugged(number)
    hardware.now = time.now
    hardware.setEVReady(number, isReady)
    driver?.handle(isReady ? .evReady(connector: number) : .evNotReady(connector: number))
  }

  private func configure(_ key: Text, _ value: Text) throws(ActRefusal) {
    if try !running().preset(key, value) {
      throw ActRefusal("There is no key \"\(key)\", or it does not take \"\(value)\".")
    }
  }

  private func running() throws(ActRefusal) -> StationDriver {
    guard let driver else { throw ActRefusal("The station is off.") }
    return driver
  }

  private func check(_ number: Int, from first: Int = 1) throws(ActRefusal) {
    guard (first..<hardware.outlets.count).contains(number) else {
      throw ActRefusal(
        "There is no connector \(number); they are \(first) to \(hardware.outlets.count - 1).")
    }
  }

  private func checkPlugged(_ number: Int) throws(ActRefusal) {
    try check(number)
    if hardware.outlets[number].vehicle == nil {
      throw ActRefusal("Nothing is plugged in at connector \(number).")
    }
  }
}
