import Network
import StationCore
import StationHost

/// The drivers, and the alarm for what is next.
extension FleetStation {
  func come() {
    for index in drivers.indices { drivers[index].come(at: lane.now) }
    proceed()
  }

  func close() {
    for index in drivers.indices { drivers[index].close(at: lane.now) }
    proceed()
  }

  /// Lets the drivers do what is next, and sets the alarm.
  func proceed() {
    if isStopped || !isOn { return }
    let now = lane.now
    for index in drivers.indices {
      let hasTransaction = station.hasTransaction(index + 1)
      let before = drivers[index].phase
      let act = drivers[index].act(
        at: now, hasTransaction: hasTransaction, wasRefused: refused[index], lane.setup, &chance)
      if before == .presented && drivers[index].phase == .charging {
        lane.figures.transactions += 1
      }
      if let act { return perform(act, index) }
    }
    setAlarm(now)
  }

  private func perform(_ act: Driver.Act, _ index: Int) {
    let connector = index + 1
    switch act {
    case .plug(let vehicle):
      lane.figures.visits += 1
      refused[index] = false
      outlets[index].plug(vehicle, at: lane.now)
      handle(.cableInserted(connector: connector))
      handle(.evReady(connector: connector))
    case .present(let token): handle(.tokenPresented(idTag: token, connector: connector))
    case .unplug:
      handle(.evNotReady(connector: connector))
      outlets[index].unplug(at: lane.now)
      handle(.cableRemoved(connector: connector))
    }
  }

  /// Only an earlier alarm moves the timer; one that rings too early is set again.
  private func setAlarm(_ now: Int64) {
    var wake = station.nextWake ?? .max
    for driver in drivers { wake = min(wake, driver.nextAt) }
    if alarmAt <= wake && alarmAt > now { return }
    alarmAt = min(max(wake, now + 1), now + 3_600_000)
    let delay = UInt64(alarmAt - now)
    if let timer {
      timer.restart(afterMilliseconds: delay)
    } else {
      timer = lane.loop.schedule(afterMilliseconds: delay, repeating: 3_600_000) { [weak self] in
        self?.alarmAt = .max
        self?.handle(.clockTicked)
      }
    }
  }
}
