import OCPP16
import OCPPJSON

extension ChargePoint {
  mutating func cableInserted(_ number: Int) {
    if connectors[number].isPlugged { return }
    connectors[number].isPlugged = true
    switch connectors[number].phase {
    case .waitingForCable(let token, _): begin(number, token)
    case .idle: offerBay(number)
    case .waitingForToken, .starting, .charging, .stopping, .finishing: break
    }
  }

  /// A cable is in and nobody is authorized: ConnectionTimeOut runs (CP16-39).
  @inline(never) mutating func offerBay(_ number: Int) {
    if connectors[number].isInoperative || connectors[number].fault != .noError {
      return prompt(number, .outOfService)
    }
    connectors[number].phase = .waitingForToken(
      until: now + configuration.milliseconds(.connectionTimeOut))
    prompt(number, .presentToken)
  }

  mutating func cableRemoved(_ number: Int) {
    if !connectors[number].isPlugged { return }
    connectors[number].isPlugged = false
    connectors[number].isEVReady = false
    switch connectors[number].phase {
    case .charging:
      // Otherwise it is SuspendedEV and locked until the vehicle is back (CP16-43).
      if configuration.isOn(.stopTransactionOnEVSideDisconnect) {
        stop(number, .evDisconnected, by: Text())
      }
    case .starting: abandonStart(number)
    case .waitingForToken, .finishing:
      connectors[number].phase = .idle
      connectors[number].isHeld = false
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
    connectors[number].warning = error.isWarning ? error.code : .noError
    if error.vendorCode != connectors[number].vendorCode {
      connectors[number].vendorCode = error.vendorCode
      connectors[number].announced = nil
    }
    if !error.isWarning || connectors[number].fault != .noError {
      faulted(number, error.isWarning ? .noError : error.code, error.info)
    }
    if error.isWarning { connectors[number].faultInfo = error.info }
  }

  /// An error came or went. Energy stops at once; the transaction stays, and what was before the
  /// fault is there again after it (CP16-44).
  mutating func faulted(_ number: Int, _ code: ChargePointErrorCode, _ info: Text) {
    guard connectors.indices.contains(number) else { return }
    connectors[number].fault = code
    connectors[number].faultInfo = code == .noError ? Text() : info
    if code != .noError {
      cancelReservation(number)
      openContactor(number)
    } else if number > 0, connectors[number].isPlugged, case .idle = connectors[number].phase {
      offerBay(number)
    }
  }

  // MARK: Availability

  @inline(never) mutating func setInoperative(_ number: Int, _ isInoperative: Bool) {
    connectors[number].scheduledInoperative = nil
    if connectors[number].isInoperative != isInoperative {
      connectors[number].isInoperative = isInoperative
      if isInoperative {
        cancelReservation(number)
        switch connectors[number].phase {
        case .waitingForCable, .waitingForToken, .finishing:
          startAbandonedForSmartCharging(number)
          connectors[number].phase = .idle
          prompt(number, .outOfService)
        case .idle, .starting, .charging, .stopping: break
        }
      } else if number > 0 && connectors[number].isPlugged {
        if case .idle = connectors[number].phase { offerBay(number) }
      }
    }
    putAvailability(number)
  }

  /// Journalled as it was wanted, scheduled or not: a restart ends the transaction anyway.
  mutating func putAvailability(_ number: Int) {
    let wanted = connectors[number].scheduledInoperative ?? connectors[number].isInoperative
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
    connectors[number].isHeld = false
    connectors[number].isLocked = false
    output.add(.forceUnlock(connector: number))
  }

  mutating func unlockDone(_ number: Int, _ status: UnlockStatus) {
    if status == .unlocked { connectors[number].isLocked = false }
    guard connectors[number].unlockDeadline != nil else { return }
    connectors[number].unlockDeadline = nil
    guard let id = unlockCall, unlockConnector == number else { return }
    unlockCall = nil
    reply(id, UnlockConnectorResponse(status: status))
  }

  // MARK: Hardware and status

  @inline(never) mutating func openContactor(_ number: Int) {
    guard number > 0, connectors[number].isContactorClosed else { return }
    connectors[number].isContactorClosed = false
    output.add(.openContactor(connector: number))
  }

  /// Brings the hardware and the announced status in line with the state. What is told is a
  /// difference, so that an event that changes nothing costs nothing.
  @inline(never) mutating func reconcile(_ number: Int) {
    if number > 0 { reconcileHardware(number) }
    reconcileStatus(number)
  }

  private mutating func reconcileHardware(_ number: Int) {
    if !connectors[number].shouldCloseContactor { openContactor(number) }
    let lock = connectors[number].shouldLock
    if lock != connectors[number].isLocked && connectors[number].unlockDeadline == nil {
      connectors[number].isLocked = lock
      output.add(lock ? .lockCable(connector: number) : .unlockCable(connector: number))
    }
    let offer = connectors[number].shouldOffer
    if offer != connectors[number].offered {
      connectors[number].offered = offer
      output.add(.offerCurrent(connector: number, milliamperes: offer))
    }
    if connectors[number].shouldCloseContactor && !connectors[number].isContactorClosed {
      connectors[number].isContactorClosed = true
      output.add(.closeContactor(connector: number))
    }
  }

  private mutating func reconcileStatus(_ number: Int) {
    let status = connectors[number].currentStatus
    let fault = connectors[number].error
    if status != connectors[number].status || fault != connectors[number].statusError {
      connectors[number].status = status
      connectors[number].statusError = fault
      connectors[number].statusSince = now
      connectors[number].statusStamp = clock.stamp()
    }
    guard isOnline, !connectors[number].isAnnounced, connectors[number].statusNotBefore <= now
    else { return }
    let report = report(of: number)
    // What was never announced is not held back: the central system knows nothing yet.
    let stable = connectors[number].statusSince + configuration.milliseconds(.minimumStatusDuration)
    if connectors[number].announced != nil && stable > now { return }
    line(up: report)
    connectors[number].announced = report
  }

  @inline(never) func report(of number: Int) -> StatusReport {
    StatusReport(
      connector: number, status: connectors[number].status, error: connectors[number].statusError,
      info: connectors[number].faultInfo, stamp: connectors[number].statusStamp ?? clock.stamp())
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
