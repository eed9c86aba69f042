import OCPP16
import OCPPJSON
import StationCore

/// Stations: power, events, steps.
extension World {
  // MARK: Power

  func powerReturns(_ node: StationNode) {
    guard !node.isOn else { return }
    node.disk.reopen()
    node.boot += 1
    node.bootedAt = now
    node.wakeAt = .max
    node.isOn = true
    node.chargePoint = ChargePoint(setup: node.setup)
    note(node, "power on, start \(node.boot), \(node.disk.isSmall ? "small" : "large") flash")
    if settings.sabotage == .journalLosesMessage { _ = node.disk.lose(.message) }
    if !node.disk.restore(into: &node.chargePoint) {
      violate(.journal, node, "a record of the journal cannot be read or makes no sense")
    }
    tell(node, .poweredOn)
    for outlet in 1..<node.outlets.count where node.isOn {
      if node.outlets[outlet].isPlugged { tell(node, .cableInserted(connector: outlet)) }
      if node.outlets[outlet].isPlugged && node.outlets[outlet].isEVReady {
        tell(node, .evReady(connector: outlet))
      }
      if !node.outlets[outlet].isPlugged { tell(node, .cableRemoved(connector: outlet)) }
      if node.outlets[outlet].isFaulted { tellFault(node, outlet) }
    }
  }

  func tellFault(_ node: StationNode, _ outlet: Int) {
    tell(node, .faulted(connector: outlet, .groundFailure, info: Text()))
  }

  /// The power goes: contactors fall open, what was in memory is gone, and the central system is not
  /// told.
  func cutPower(_ node: StationNode, back wait: Int64) {
    guard node.isOn else { return }
    node.isOn = false
    node.isRestarting = false
    node.boot += 1
    node.wakeAt = .max
    for outlet in 1..<node.outlets.count {
      node.outlets[outlet].advance(to: now)
      openContactor(node, outlet)
      node.outlets[outlet].offered = 0
      // What was only in memory is gone.
      node.outlets[outlet].lastAnswered = node.outlets[outlet].lastJournalled
      node.outlets[outlet].silentReads = 0
    }
    if let connection = node.connection {
      connection.stationHasIt = false
      node.connection = nil
      // The network notices that nobody is there, some time.
      after(node.chance.between(1_000, 300_000), .centralLoses(connection))
    }
    after(wait, .powerReturns(node.number, boot: node.boot))
  }

  func restartFails(_ node: StationNode, boot: Int) {
    guard node.boot == boot else { return }
    node.isRestarting = false
    tell(node, .resetFailed)
  }

  // MARK: Events in

  func tell(_ node: StationNode, _ event: Event) {
    guard node.isOn else { return }
    node.chargePoint.handle(event, now: node.monotonic(now))
    settle(node)
  }

  func wake(_ node: StationNode) {
    guard node.isOn, node.wakeAt <= now else { return }
    node.wakeAt = .max
    if let wake = node.chargePoint.nextWake, wake > node.monotonic(now) { return planWake(node) }
    node.wakesNow = node.lastWake == now ? node.wakesNow + 1 : 0
    node.lastWake = now
    if node.wakesNow > 50 {
      return violate(.bounds, node, "the station wants to be woken again and again at one instant")
    }
    tell(node, .clockTicked)
  }

  func planWake(_ node: StationNode) {
    guard node.isOn, let wake = node.chargePoint.nextWake else { return }
    let at = max(now, node.instant(ofMonotonic: wake))
    if at >= node.wakeAt { return }
    node.wakeAt = at
    queue.add(.wake(node.number), at: at)
  }

  // MARK: Steps out

  /// Makes durable what an event came to, then performs its steps: the driver's whole duty.
  func settle(_ node: StationNode) {
    defer { planWake(node) }
    if node.chargePoint.output.isEmpty { return }
    let hasRecords = !node.chargePoint.output.records.isEmpty
    let outcome = persist(node, hasRecords)
    node.disk.tellRoom(&node.chargePoint)
    switch outcome {
    case .durable:
      noteJournalled(node)
      performSteps(node, safeOnly: false)
      if node.isOn { node.chargePoint.performed() }
    case .refused:
      count(node.disk.isFailing ? .refusedWrite : .journalFull)
      note(node, node.disk.isFailing ? "the flash refuses" : "the journal is full")
      performSteps(node, safeOnly: true)
      if node.isOn { node.chargePoint.handle(.persistFailed, now: node.monotonic(now)) }
    case .impossible:
      violate(.journal, node, "no journal can take a batch this large")
    case .cut:
      note(node, "power cut at a journal write")
      noteCut(node)
      return cutPower(node, back: node.chance.between(1_000, 3_600_000))
    }
    if node.isOn { watch(node) }
  }

  private func persist(_ node: StationNode, _ hasRecords: Bool) -> Disk.Outcome {
    guard hasRecords, !isQuiet,
      node.chance.perMillion(settings.faults.cutsPerMillionWrites)
    else { return node.disk.persist(node.chargePoint.output) }
    switch node.chance.below(3) {
    case 0:
      count(.cutBeforeWrite)
      return node.disk.persist(node.chargePoint.output, cutAfter: 0)
    case 1:
      count(.tornWrite)
      return node.disk.persist(
        node.chargePoint.output, cutAfter: node.chance.below(40))
    default:
      // Durable, and then nothing is done about it.
      guard case .durable = node.disk.persist(node.chargePoint.output) else { return .cut }
      count(.cutAfterWrite)
      return .cut
    }
  }

  private func noteJournalled(_ node: StationNode) {
    for record in node.chargePoint.output.records {
      let outlet = Int(record.key)
      if record.kind == .lastSample && !record.isRemoval {
        node.outlets[outlet].lastJournalled = node.outlets[outlet].lastAnswered
      }
      if record.kind == .transaction && record.isRemoval { noteEnd(node, outlet) }
    }
  }

  /// A transaction has its end. Only if the meter was silent however often it was asked may energy
  /// be missing, as much as flowed since the last reading.
  private func noteEnd(_ node: StationNode, _ number: Int) {
    node.outlets[number].advance(to: now)
    let outlet = node.outlets[number]
    node.operations.limits.transactionEnded(number)
    guard outlet.silentReads >= node.setup.meterTries else { return }
    let gap = outlet.register - outlet.lastAnswered
    node.outlets[number].allowance += gap
    node.outlets[number].lastAnswered = outlet.register
    note(node, "connector \(number): \(gap) Wh may be missing")
  }

  private func performSteps(_ node: StationNode, safeOnly: Bool) {
    for index in node.chargePoint.output.steps.indices {
      let step = node.chargePoint.output.steps[index]
      if safeOnly && !step.isSafe { continue }
      perform(step, node)
      if !node.isOn { return }
    }
  }

  private func perform(_ step: Step, _ node: StationNode) {
    switch step {
    case .connect: dial(node)
    case .closeSocket: if let connection = node.connection { close(connection, after: 10) }
    case .send(let range):
      send(node, node.chargePoint.output.withFrame(range) { [UInt8]($0) })
    case .closeContactor(let outlet): closeContactor(node, outlet)
    case .openContactor(let outlet):
      node.outlets[outlet].advance(to: now)
      openContactor(node, outlet)
      note(node, "connector \(outlet): contactor opens at \(node.outlets[outlet].register) Wh")
    case .offerCurrent(let outlet, let milliamperes):
      node.outlets[outlet].advance(to: now)
      node.outlets[outlet].offered =
        settings.sabotage == .offerTooHigh ? milliamperes * 2 : milliamperes
      note(node, "connector \(outlet): \(milliamperes) mA offered")
    case .lockCable(let outlet): node.outlets[outlet].isLocked = true
    case .unlockCable(let outlet): node.outlets[outlet].isLocked = false
    case .forceUnlock(let outlet):
      after(node.chance.between(100, 1_000), .unlocks(node.number, outlet: outlet, boot: node.boot))
    case .readMeter(let outlet): readMeter(node, outlet)
    case .showPrompt(let outlet, let prompt):
      note(node, "connector \(outlet): prompt \(prompt)")
      prompted(node, outlet, prompt)
    case .reboot(let type): reboot(node, type)
    case .reportDeadLetter: deadLetter(node)
    case .downloadFirmware, .checkFirmwareCertificate, .verifyFirmware, .installFirmware,
      .cancelFirmware, .upload, .cancelUpload, .installCertificate, .deleteCertificate,
      .listCertificates, .storeSignedCertificate, .makeSigningRequest, .takeData,
      .useAuthorizationKey, .useSecurityProfile:
      perform(job: step, node)
    case .takeDataAnswer, .applyConfiguration: break
    }
  }

  private func reboot(_ node: StationNode, _ type: ResetType) {
    if node.flashChance.percent(settings.faults.failedRestarts) {
      count(.failedRestart)
      note(node, "\(type) reset fails")
      node.isRestarting = true
      return after(1_000, .restartFails(node.number, boot: node.boot))
    }
    note(node, "\(type) reset")
    report.reboots += 1
    if let connection = node.connection { close(connection, after: 10) }
    cutPower(node, back: node.chance.between(5_000, 60_000))
  }

  /// The power went while something was made durable: perhaps it is.
  private func noteCut(_ node: StationNode) {
    for record in node.chargePoint.output.records
    where record.kind == .transaction && record.isRemoval {
      noteEnd(node, Int(record.key))
    }
    for step in node.chargePoint.output.steps {
      if case .reportDeadLetter = step { deadLetter(node) }
    }
  }
}
