import StationCore

/// Contactor, meter and vehicle of an outlet.
extension World {
  func closeContactor(_ node: StationNode, _ outlet: Int) {
    node.outlets[outlet].advance(to: now)
    node.outlets[outlet].isContactorClosed = true
    note(node, "connector \(outlet): contactor closes at \(node.outlets[outlet].register) Wh")
    if !node.outlets[outlet].presented.contains(where: { tokens.wasEverGood($0) }) {
      violate(
        .authorized, node, "connector \(outlet): energy without a token that was ever accepted")
    }
  }

  func openContactor(_ node: StationNode, _ outlet: Int) {
    node.outlets[outlet].isContactorClosed = false
  }

  func readMeter(_ node: StationNode, _ outlet: Int) {
    if outlet == 0 { return }
    if !isQuiet && node.chance.perMillion(settings.faults.meterFailuresPerMillion) {
      node.outlets[outlet].silentUntil = now + node.chance.between(1, settings.faults.meterSilence)
    }
    if now < node.outlets[outlet].silentUntil {
      count(.meterFailure)
      node.outlets[outlet].silentReads += 1
      note(node, "connector \(outlet): the meter does not answer")
      return
    }
    let wait = node.chance.between(20, 300)
    after(
      wait / 2, .meterSamples(node.number, outlet: outlet, boot: node.boot, wait: wait - wait / 2))
  }

  func meterSamples(_ node: StationNode, _ outlet: Int, _ boot: Int, _ wait: Int64) {
    guard node.isOn, node.boot == boot else { return }
    node.outlets[outlet].advance(to: now)
    var reading = node.outlets[outlet].reading()
    if settings.sabotage == .meterSkips {
      reading.energy -= node.outlets[outlet].delivered / 1000
    }
    after(wait, .meterAnswers(node.number, outlet: outlet, boot: boot, reading))
  }

  func meterAnswers(_ node: StationNode, _ outlet: Int, _ boot: Int, _ reading: MeterReading) {
    guard node.isOn, node.boot == boot, !node.isRestarting else { return }
    node.outlets[outlet].lastAnswered = reading.energy
    node.outlets[outlet].silentReads = 0
    tell(node, .meterRead(connector: outlet, reading))
    guard node.isOn, let car = node.outlets[outlet].car, node.outlets[outlet].isEVReady else {
      return
    }
    if car.battery.charge(after: node.outlets[outlet].register - car.registerAtArrival) >= 1000 {
      setEVReady(node, outlet, false)
    }
  }

  func setEVReady(_ node: StationNode, _ outlet: Int, _ isReady: Bool) {
    guard node.outlets[outlet].isPlugged else { return }
    node.outlets[outlet].advance(to: now)
    node.outlets[outlet].isEVReady = isReady
    tell(node, isReady ? .evReady(connector: outlet) : .evNotReady(connector: outlet))
  }
}
