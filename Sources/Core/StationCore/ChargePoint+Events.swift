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
    case .cableInserted(let connector): with(connector) { $0.cableInserted($1) }
    case .cableRemoved(let connector): with(connector) { $0.cableRemoved($1) }
    case .evReady(let connector): with(connector) { $0.connectors[$1].isEVReady = true }
    case .evNotReady(let connector): with(connector) { $0.connectors[$1].isEVReady = false }
    case .evseReady(let connector): with(connector) { $0.connectors[$1].isEVSEReady = true }
    case .evseNotReady(let connector): with(connector) { $0.connectors[$1].isEVSEReady = false }
    case .tokenPresented(let idTag, let connector): tokenPresented(idTag, connector)
    case .tokenAuthorized(let idTag, let parentIdTag, let connector):
      let token = Token(idTag: idTag, parentIdTag: parentIdTag)
      if FeatureSet.hasExtensions { with(connector) { $0.tokenAuthorized(token, $1) } }
    case .localStopPressed(let connector):
      with(connector) { $0.stop($1, .local, by: $0.connectors[$1].transaction?.idTag ?? Text()) }
    case .emergencyStopPressed(let connector):
      with(connector) { $0.stop($1, .emergencyStop, by: Text()) }
    case .stopOrdered(let connector, let reason):
      with(connector) { $0.stop($1, reason, by: Text()) }
    case .meterRead(let connector, let reading): meterRead(connector, reading)
    case .faulted(let connector, let code, let info): faultReported(connector, code, info)
    case .faultCleared(let connector): faultReported(connector, .noError, Text())
    case .errorReported(let connector, let error): errorReported(connector, error)
    case .unlocked(let connector): with(connector) { $0.unlockDone($1, .unlocked) }
    case .unlockFailed(let connector): with(connector) { $0.unlockDone($1, .unlockFailed) }
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

  /// Calls `body` with a connector's number, if there is one of that number; an event about another
  /// one is passed over. Connector 0 has no cable.
  private mutating func with(_ connector: Int, _ body: (inout ChargePoint, Int) -> Void) {
    smartCharging.isStale = true
    if connector >= 1 && connector < connectors.count { body(&self, connector) }
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
    switch connectors[number].phase {
    case .waitingForCable(_, let until) where until <= now:
      prompt(number, .cableTimeout)
      abandonStart(number)
    case .waitingForToken(let until) where until <= now:
      prompt(number, .tokenTimeout)
      connectors[number].phase = .finishing
    case .waitingForCable, .waitingForToken, .idle, .starting, .charging, .stopping, .finishing:
      break
    }
    sampleTick(number)
    recordTick(number)
    if !connectors[number].wanted.isEmpty && connectors[number].meterDeadline <= now {
      meterSilent(number)
    }
    if let deadline = connectors[number].unlockDeadline, deadline <= now {
      unlockDone(number, .unlockFailed)
    }
  }

  /// When the station wants to be called again, in monotonic milliseconds; nil when only the outside
  /// can bring news.
  public var nextWake: Int64? {
    if isRebooting { return nil }
    var wake = WakeTime()
    if isJournalFailing { wake.note(failingUntil) }
    wake.note(outstanding?.deadline)
    if case .waiting(let until) = link { wake.note(until) }
    // While the journal fails, nothing is sent.
    if link == .up && outstanding == nil && !isJournalFailing { noteSending(&wake) }
    for number in connectors.indices { note(number, &wake) }
    wake.note(nextAligned)
    wake.note(smartCharging.nextChange)
    wake.note(reset?.deadline)
    wake.note(firmware.nextAt)
    wake.note(upload?.retryAt)
    if FeatureSet.isComplete { noteReservations(&wake) }
    return wake.time
  }

  private func noteSending(_ wake: inout WakeTime) {
    if registration.isOutdated { wake.note(registration.retryAt) }
    if registration.isAccepted {
      wake.note(queue.due)
      wake.note(heartbeatDue)
    } else {
      wake.note(registration.retryAt)
    }
  }

  private func note(_ number: Int, _ wake: inout WakeTime) {
    switch connectors[number].phase {
    case .waitingForCable(_, let until), .waitingForToken(let until): wake.note(until)
    case .idle, .starting, .charging, .stopping, .finishing: break
    }
    wake.note(connectors[number].nextSample)
    if connectors[number].wanted.isEmpty {
      wake.note(connectors[number].sampleRecordDue)
    } else {
      wake.note(connectors[number].meterDeadline)
    }
    wake.note(connectors[number].unlockDeadline)
    if isOnline && !connectors[number].isAnnounced {
      let stable =
        connectors[number].statusSince + configuration.milliseconds(.minimumStatusDuration)
      wake.note(max(stable, connectors[number].statusNotBefore))
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
