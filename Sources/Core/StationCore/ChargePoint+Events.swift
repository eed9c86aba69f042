import OCPP16
import OCPPJSON

extension ChargePoint {
  mutating func perform(_ event: Event) {
    switch event {
    case .poweredOn: powerOn()
    case .connected: linkUp()
    case .connectFailed, .disconnected: linkDown()
    case .networkAvailable: networkAvailable()
    case .persistFailed: persistFailed()
    case .clockTicked: break
    case .clockSet(let wall): setClock(wall)
    case .cableInserted(let connector), .cableRemoved(let connector), .evReady(let connector),
      .evNotReady(let connector), .evseReady(let connector), .evseNotReady(let connector),
      .localStopPressed(let connector), .emergencyStopPressed(let connector),
      .stopOrdered(let connector, _), .unlocked(let connector), .unlockFailed(let connector),
      .tokenAuthorized(_, _, let connector):
      performAtCable(event, connector)
    case .tokenPresented(let idTag, let connector): tokenPresented(idTag, connector)
    case .meterRead(let connector, let reading): meterRead(connector, reading)
    case .faulted(let connector, let code, let info): faultReported(connector, code, info)
    case .faultCleared(let connector): faultReported(connector, .noError, Text())
    case .errorReported(let connector, let error): errorReported(connector, error)
    case .resetFailed: resetFailed()
    case .identityChanged, .firmwareDownloaded, .firmwareDownloadFailed,
      .firmwareCertificateChecked, .firmwareSignatureChecked, .firmwareInstalled,
      .firmwareInstallFailed, .uploadFinished, .certificateCallDone, .signingRequestMade,
      .securityEvent, .dataAnswered, .dataToSend:
      performManagement(event)
    }
  }

  private mutating func performManagement(_ event: Event) {
    switch event {
    case .identityChanged(let identity): return change(identity)
    case .dataAnswered(let status, let data): return dataAnswered(status, data)
    case .dataToSend(let vendor, let message, let data): return notify(.data(vendor, message, data))
    default: break
    }
    if !FeatureSet.isComplete { return }
    switch event {
    case .firmwareDownloaded: firmwareDownloaded()
    case .firmwareDownloadFailed: firmwareDownloadFailed()
    case .firmwareCertificateChecked(let verdict): firmwareCertificateChecked(verdict)
    case .firmwareSignatureChecked(let isValid): firmwareSignatureChecked(isValid)
    case .firmwareInstalled: firmwareInstalled(isGood: true)
    case .firmwareInstallFailed: firmwareInstalled(isGood: false)
    case .uploadFinished(let isGood): uploadFinished(isGood)
    case .certificateCallDone(let outcome): certificateCallDone(outcome)
    case .signingRequestMade(let csr): notify(.signCertificate(csr))
    case .securityEvent(let type, let info): securityEvent(type, info)
    default: break
    }
  }

  /// An event at a connector with a cable, that is any but 0; one about a connector that there is not is
  /// passed over.
  private mutating func performAtCable(_ event: Event, _ number: Int) {
    smartCharging.isStale = true
    guard number >= 1 && number < connectors.count else { return }
    let connector = connectors.place(number)
    switch event {
    case .cableInserted: cableInserted(number)
    case .cableRemoved: cableRemoved(number)
    case .evReady: connector.pointee.isEVReady = true
    case .evNotReady: connector.pointee.isEVReady = false
    case .evseReady: connector.pointee.isEVSEReady = true
    case .evseNotReady: connector.pointee.isEVSEReady = false
    case .tokenAuthorized(let idTag, let parentIdTag, _):
      let token = Token(idTag: idTag, parentIdTag: parentIdTag)
      if FeatureSet.hasExtensions { tokenAuthorized(token, number) }
    case .localStopPressed: stop(number, .local, by: connector.pointee.transaction?.idTag ?? Text())
    case .emergencyStopPressed: stop(number, .emergencyStop, by: Text())
    case .stopOrdered(_, let reason): stop(number, reason, by: Text())
    case .unlocked: unlockDone(number, .unlocked)
    case .unlockFailed: unlockDone(number, .unlockFailed)
    default: break
    }
  }

  /// Does what is due by now.
  mutating func runTimers() {
    expireCall()
    if case .waiting(let until) = link, until <= now {
      link = .connecting
      output.add(.connect)
    }
    var number = 0
    while number < connectors.count {
      runTimers(of: number)
      number += 1
    }
    alignedTick()
    if FeatureSet.isComplete {
      expireReservations()
      runUploadTimer()
    }
  }

  private mutating func runTimers(of number: Int) {
    let connector = connectors.place(number)
    switch connector.pointee.phase {
    case .waitingForCable(_, let until) where until <= now:
      prompt(number, .cableTimeout)
      abandonStart(number)
    case .waitingForToken(let until) where until <= now:
      prompt(number, .tokenTimeout)
      connector.pointee.phase = .finishing
    case .waitingForCable, .waitingForToken, .idle, .starting, .charging, .stopping, .finishing:
      break
    }
    sampleTick(number)
    recordTick(number)
    permissionTick(number)
    if !connector.pointee.wanted.isEmpty && connector.pointee.meterDeadline <= now {
      meterSilent(number)
    }
    if let deadline = connector.pointee.unlockDeadline, deadline <= now {
      unlockDone(number, .unlockFailed)
    }
  }

  /// When the station wants to be called again, in monotonic milliseconds; nil when only the outside
  /// can bring news.
  public var nextWake: Int64? {
    if isRebooting { return stuckUntil }
    var wake = WakeTime()
    if isJournalFailing {
      wake.note(failingUntil)
    } else {
      if hasLeftSamples { wake.note(now) }
      // While one runs, its end is waited for.
      if transactionCount == 0 { wake.note(reset?.deadline) }
    }
    wake.note(outstanding?.deadline)
    if case .waiting(let until) = link { wake.note(until) }
    // While the journal fails, nothing is sent.
    if link == .up && outstanding == nil && !isJournalFailing { noteSending(&wake) }
    for number in connectors.indices { note(number, &wake) }
    wake.note(nextAligned)
    wake.note(smartCharging.nextChange)
    wake.note(firmware.nextAt)
    wake.note(upload?.retryAt)
    if FeatureSet.isComplete { noteReservations(&wake) }
    return wake.time
  }

  private func noteSending(_ wake: inout WakeTime) {
    if registration.isOutdated { wake.note(registration.retryAt) }
    if registration.isAccepted {
      if clock.isSet { wake.note(queue.due) }
      wake.note(heartbeatDue)
    } else {
      wake.note(registration.retryAt)
    }
  }

  private func note(_ number: Int, _ wake: inout WakeTime) {
    let connector = connectors.place(number)
    switch connector.pointee.phase {
    case .waitingForCable(_, let until), .waitingForToken(let until): wake.note(until)
    case .idle, .starting, .charging, .stopping, .finishing: break
    }
    wake.note(connector.pointee.nextSample)
    if connector.pointee.wanted.isEmpty {
      wake.note(connector.pointee.sampleRecordDue)
      wake.note(permissionDue(number))
    } else {
      wake.note(connector.pointee.meterDeadline)
    }
    wake.note(connector.pointee.unlockDeadline)
    if isOnline && !connector.pointee.isAnnounced {
      let stable =
        connector.pointee.statusSince + configuration.milliseconds(.minimumStatusDuration)
      wake.note(max(stable, connector.pointee.statusNotBefore))
    }
  }

  @inline(never) mutating func prompt(_ connector: Int, _ prompt: Prompt) {
    output.add(.showPrompt(connector: connector, prompt))
  }
}

/// The earliest of several times.
struct WakeTime {
  private(set) var time: Int64?

  @inline(never) mutating func note(_ candidate: Int64?) {
    guard let candidate else { return }
    time = min(time ?? candidate, candidate)
  }
}
