import OCPP16
import OCPPJSON

extension ChargePoint {
  mutating func cableInserted(_ number: Int) {
    let connector = connectors.place(number)
    if connector.pointee.isPlugged { return }
    connector.pointee.isPlugged = true
    switch connector.pointee.phase {
    case .waitingForCable(let token, _): begin(number, token)
    case .idle: offerBay(number)
    case .waitingForToken, .starting, .charging, .stopping, .finishing: break
    }
  }

  /// A cable is in and nobody is authorized: ConnectionTimeOut runs (CP16-39).
  @inline(never) mutating func offerBay(_ number: Int) {
    let connector = connectors.place(number)
    if connector.pointee.isOutOfService || connector.pointee.fault != .noError {
      return prompt(number, .outOfService)
    }
    connector.pointee.phase = .waitingForToken(
      until: now + configuration.milliseconds(.connectionTimeOut))
    prompt(number, .presentToken)
  }

  mutating func cableRemoved(_ number: Int) {
    let connector = connectors.place(number)
    if !connector.pointee.isPlugged { return }
    connector.pointee.isPlugged = false
    connector.pointee.isEVReady = false
    switch connector.pointee.phase {
    case .charging:
      // Otherwise it is SuspendedEV and locked until the vehicle is back (CP16-43).
      if configuration.isOn(.stopTransactionOnEVSideDisconnect) {
        stop(number, .evDisconnected, by: Text())
      }
    case .starting: abandonStart(number)
    case .waitingForToken, .finishing:
      connector.pointee.phase = .idle
      connector.pointee.isHeld = false
    case .idle, .waitingForCable, .stopping: break
    }
  }

  mutating func faultReported(_ number: Int, _ code: ChargePointErrorCode, _ info: Text) {
    if FeatureSet.hasExtensions {
      errorReported(number, ConnectorError(code, info: info))
    } else {
      faulted(number, code, info)
    }
  }

  @inline(never) mutating func errorReported(_ number: Int, _ error: ConnectorError) {
    guard FeatureSet.hasExtensions, connectors.indices.contains(number) else { return }
    let connector = connectors.place(number)
    connector.pointee.warning = error.isWarning ? error.code : .noError
    if error.vendorCode != connector.pointee.vendorCode {
      connector.pointee.vendorCode = error.vendorCode
      connector.pointee.announced = nil
    }
    if !error.isWarning || connector.pointee.ownFault != .noError {
      faulted(number, error.isWarning ? .noError : error.code, error.info)
    }
    if error.isWarning { connector.pointee.faultInfo = error.info }
  }

  /// An error came or went. Energy stops at once; the transaction stays, and what was before the
  /// fault is there again after it (CP16-44). One of connector 0 is one of all of them.
  mutating func faulted(_ number: Int, _ code: ChargePointErrorCode, _ info: Text) {
    guard connectors.indices.contains(number) else { return }
    let connector = connectors.place(number)
    connector.pointee.ownFault = code
    connector.pointee.faultInfo = code == .noError ? Text() : info
    faultChanged(number)
    // That it cannot restart keeps no station from charging.
    if number > 0 || code == .resetFailure { return }
    for other in 1..<connectors.count {
      connectors[other].stationFault = code
      faultChanged(other)
    }
  }

  @inline(never) private mutating func faultChanged(_ number: Int) {
    let connector = connectors.place(number)
    if connector.pointee.fault != .noError {
      cancelReservation(number)
      openContactor(number)
    } else if number > 0, connector.pointee.isPlugged, case .idle = connector.pointee.phase {
      offerBay(number)
    }
  }

  // MARK: Availability

  @inline(never) mutating func setInoperative(_ number: Int, _ isInoperative: Bool) {
    let connector = connectors.place(number)
    connector.pointee.scheduledInoperative = nil
    if connector.pointee.isInoperative != isInoperative {
      connector.pointee.isInoperative = isInoperative
      if isInoperative {
        cancelReservation(number)
        switch connector.pointee.phase {
        case .waitingForCable, .waitingForToken, .finishing:
          abandonStart(number, for: .idle)
          prompt(number, .outOfService)
        case .idle, .starting, .charging, .stopping: break
        }
      } else if number > 0 && connector.pointee.isPlugged {
        if case .idle = connector.pointee.phase { offerBay(number) }
      }
    }
    putAvailability(number)
  }

  /// Journalled as it was wanted, scheduled or not: a restart ends the transaction anyway.
  mutating func putAvailability(_ number: Int) {
    let connector = connectors.place(number)
    let wanted = connector.pointee.scheduledInoperative ?? connector.pointee.isInoperative
    if wanted {
      output.put(.availability, number, ConfigurationRecord(number: 1))
    } else {
      output.forget(.availability, number)
    }
  }

  mutating func applyScheduledAvailability(_ number: Int) {
    if let scheduled = connectors[number].scheduledInoperative {
      setInoperative(number, scheduled)
    }
  }

  // MARK: Unlocking

  @inline(never) mutating func tryUnlock(_ number: Int) {
    let connector = connectors.place(number)
    connector.pointee.isHeld = false
    connector.pointee.isLocked = false
    output.add(.forceUnlock(connector: number))
  }

  mutating func unlockDone(_ number: Int, _ status: UnlockStatus) {
    let connector = connectors.place(number)
    if status == .unlocked { connector.pointee.isLocked = false }
    guard connector.pointee.unlockDeadline != nil else { return }
    connector.pointee.unlockDeadline = nil
    guard let id = unlockCall, unlockConnector == number else { return }
    unlockCall = nil
    reply(id, UnlockConnectorResponse(status: status))
  }

  // MARK: Hardware and status

  @inline(never) mutating func openContactor(_ number: Int) {
    let connector = connectors.place(number)
    guard number > 0, connector.pointee.isContactorClosed else { return }
    connector.pointee.isContactorClosed = false
    output.add(.openContactor(connector: number))
  }

  /// Brings the hardware and the announced status in line with the state. What is told is a
  /// difference, so that an event that changes nothing costs nothing.
  @inline(never) mutating func reconcile(_ number: Int) {
    if number > 0 { reconcileHardware(number) }
    reconcileStatus(number)
  }

  private mutating func reconcileHardware(_ number: Int) {
    let connector = connectors.place(number)
    if !connector.pointee.shouldCloseContactor { openContactor(number) }
    let lock = connector.pointee.shouldLock
    if lock != connector.pointee.isLocked && connector.pointee.unlockDeadline == nil {
      connector.pointee.isLocked = lock
      output.add(lock ? .lockCable(connector: number) : .unlockCable(connector: number))
    }
    let offer = connector.pointee.shouldOffer
    if offer != connector.pointee.offered {
      connector.pointee.offered = offer
      output.add(.offerCurrent(connector: number, milliamperes: offer))
    }
    if connector.pointee.shouldCloseContactor && !connector.pointee.isContactorClosed {
      connector.pointee.isContactorClosed = true
      output.add(.closeContactor(connector: number))
    }
  }

  private mutating func reconcileStatus(_ number: Int) {
    let connector = connectors.place(number)
    let status = connector.pointee.currentStatus
    let fault = connector.pointee.error
    if status != connector.pointee.status || fault != connector.pointee.statusError {
      connector.pointee.status = status
      connector.pointee.statusError = fault
      connector.pointee.statusSince = now
      connector.pointee.statusStamp = clock.stamp()
    }
    guard isOnline, !connector.pointee.isAnnounced, connector.pointee.statusNotBefore <= now
    else { return }
    let report = report(of: number)
    // What was never announced is not held back: the central system knows nothing yet.
    let stable = connector.pointee.statusSince + configuration.milliseconds(.minimumStatusDuration)
    if connector.pointee.announced != nil && stable > now { return }
    line(up: report)
    connector.pointee.announced = report
  }

  @inline(never) func report(of number: Int) -> StatusReport {
    let connector = connectors.place(number)
    return StatusReport(
      connector: number, status: connector.pointee.status, error: connector.pointee.statusError,
      info: connector.pointee.faultInfo, stamp: connector.pointee.statusStamp ?? clock.stamp())
  }

  /// The list and the central system disagree about an id (OCPP 1.6 §5.15).
  mutating func reportListConflict() {
    guard isOnline else { return }
    var report = report(of: 0)
    report.error = .localListConflict
    report.stamp = clock.stamp()
    line(up: report)
  }

  /// The longest line of statuses that wait to be told; then the oldest of the connector goes.
  var statusLimit: Int { 8 * connectors.count }

  private mutating func line(up report: StatusReport) {
    if statusLine.count >= statusLimit {
      statusLine.remove(at: statusLine.firstIndex { $0.connector == report.connector } ?? 0)
    }
    statusLine.append(report)
  }
}
