import OCPPJSON
import StationCore

/// Faults come from nowhere, each kind with its own mean time between two.
extension World {
  func planFaults() {
    plan(.restart, settings.faults.restart, nil)
    plan(.slowDisk, settings.faults.slowCommits, nil)
    plan(.callErrors, settings.faults.callErrors, nil)
  }

  func planFaults(_ node: StationNode) {
    plan(.disconnect, settings.faults.disconnect, node)
    plan(.halfOpen, settings.faults.halfOpen, node)
    plan(.holdUp, settings.faults.holdUp, node, by: \.laterChance)
    plan(.flashFailure, settings.faults.flashFailure, node, by: \.flashChance)
    plan(.powerCut, settings.faults.powerCut, node)
    plan(.clockJump, settings.faults.clockJump, node)
    plan(.hardwareFault, settings.faults.hardwareFault, node)
  }

  private func plan(_ kind: FaultKind, _ mean: Int64, _ node: StationNode?) {
    if mean == 0 { return }
    let wait = node?.chance.wait(mean: mean) ?? chance.wait(mean: mean)
    after(wait, .fault(kind, station: node?.number ?? -1))
  }

  /// With chances of its own, so that the rest of a world is the same with this fault and without.
  private func plan(
    _ kind: FaultKind, _ mean: Int64, _ node: StationNode,
    by chance: ReferenceWritableKeyPath<StationNode, Chance>
  ) {
    if mean == 0 { return }
    after(node[keyPath: chance].wait(mean: mean), .fault(kind, station: node.number))
  }

  /// Frames of the station wait somewhere on the way. It hears nothing, gives up and dials again; they
  /// arrive when the central system has the newer connection.
  private func holdUp(_ node: StationNode) {
    plan(.holdUp, settings.faults.holdUp, node, by: \.laterChance)
    guard let connection = node.connection else { return }
    count(.holdUp)
    note(node, "the connection is held up")
    connection.heldUntil = now + node.laterChance.between(20_000, 180_000)
    after(node.laterChance.between(1_000, 60_000), .stationLoses(connection))
    after(
      connection.heldUntil - now + node.laterChance.between(1, 30_000), .centralLoses(connection))
  }

  /// The flash takes a little more, in the middle of a record perhaps, and then nothing.
  private func failFlash(_ node: StationNode) {
    plan(.flashFailure, settings.faults.flashFailure, node, by: \.flashChance)
    guard node.isOn, !node.disk.isFailing else { return }
    count(.flashFailure)
    note(node, "the flash takes nothing more")
    node.disk.fail(after: node.flashChance.below(20))
    let span = node.flashChance.between(500, settings.faults.flashFailureSpan)
    after(span, .flashWorks(node.number, boot: node.boot))
  }

  func flashWorks(_ node: StationNode, boot: Int) {
    guard node.boot == boot, node.disk.isFailing else { return }
    note(node, "the flash works again")
    node.disk.work()
  }

  func strike(_ kind: FaultKind, _ station: Int) {
    if isQuiet { return }
    guard station >= 0 else { return strikeCentral(kind) }
    let node = nodes[station]
    switch kind {
    case .disconnect:
      plan(kind, settings.faults.disconnect, node)
      guard let connection = node.connection else { return }
      count(kind)
      note(node, "the connection breaks")
      breakOff(connection)
    case .halfOpen:
      plan(kind, settings.faults.halfOpen, node)
      guard let connection = node.connection else { return }
      count(kind)
      note(node, "the connection goes silent")
      connection.isSilent = true
      // Pings without pongs, on either side.
      after(node.chance.between(30_000, 120_000), .stationLoses(connection))
      after(node.chance.between(30_000, 400_000), .centralLoses(connection))
    case .holdUp: holdUp(node)
    case .flashFailure: failFlash(node)
    case .powerCut:
      plan(kind, settings.faults.powerCut, node)
      guard node.isOn else { return }
      count(kind)
      note(node, "power cut")
      cutPower(node, back: node.chance.between(500, 7_200_000))
    case .clockJump:
      plan(kind, settings.faults.clockJump, node)
      count(kind)
      let jump = node.chance.between(-7_200_000, 7_200_000)
      note(node, "the clock jumps by \(jump / 1000) s")
      var time = wall
      time.milliseconds += jump
      tell(node, .clockSet(time))
    case .hardwareFault:
      plan(kind, settings.faults.hardwareFault, node)
      let outlet = 1 + node.chance.below(node.outlets.count - 1)
      if node.outlets[outlet].isFaulted { return }
      count(kind)
      note(node, "connector \(outlet): ground failure")
      node.outlets[outlet].isFaulted = true
      tellFault(node, outlet)
      after(
        node.chance.between(5_000, 3_600_000), .hardwareRepaired(station, outlet: outlet))
    default: break
    }
  }

  private func strikeCentral(_ kind: FaultKind) {
    switch kind {
    case .restart:
      plan(kind, settings.faults.restart, nil)
      if !central.isDown { restartCentral() }
    case .slowDisk:
      plan(kind, settings.faults.slowCommits, nil)
      count(kind)
      note(nil, "the disk becomes slow")
      central.slowCommit = settings.faults.slowCommit
      central.slowUntil = now + chance.between(60_000, 600_000)
    case .callErrors:
      plan(kind, settings.faults.callErrors, nil)
      count(kind)
      note(nil, "cannot store anything for a while")
      central.failsUntil = now + chance.between(1_000, settings.faults.callErrorSpan)
    default: break
    }
  }

  func hardwareRepaired(_ node: StationNode, _ outlet: Int) {
    guard node.outlets[outlet].isFaulted else { return }
    node.outlets[outlet].isFaulted = false
    note(node, "connector \(outlet): repaired")
    tell(node, .faultCleared(connector: outlet))
  }

  /// From now on nothing goes wrong and nobody comes; whoever is there leaves.
  func endFaults() {
    isQuiet = true
    note(nil, "the faults are over")
    central.slowUntil = 0
    central.failsUntil = 0
    for node in nodes {
      if let connection = node.connection, connection.isSilent { breakOff(connection) }
      for outlet in 1..<node.outlets.count {
        if node.outlets[outlet].isFaulted {
          after(node.chance.between(1, 60_000), .hardwareRepaired(node.number, outlet: outlet))
        }
        sendHome(node, outlet)
      }
      node.disk.work()
      // Somebody came and looked, should a restart have failed.
      tell(node, .faultCleared(connector: 0))
      settleOperations(node)
    }
  }
}
