import OCPP16
import OCPPJSON
import SmartCharging

extension ChargePoint {
  // MARK: Remote start and stop

  mutating func remoteStart(_ request: RemoteStartTransactionRequest) {
    guard isOnline, let number = connectorForRemoteStart(request), canBegin else {
      return reply(RemoteStartTransactionResponse(status: .rejected))
    }
    var token = Token(idTag: request.idTag)
    if let message = request.chargingProfile {
      guard FeatureSet.isComplete, let own = holdProfile(message, number) else {
        return reply(RemoteStartTransactionResponse(status: .rejected))
      }
      token.remoteStart = own
    }
    reply(RemoteStartTransactionResponse(status: .accepted))
    if configuration.isOn(.authorizeRemoteTxRequests) {
      authorize(
        PendingAuthorization(
          purpose: .start(connector: number), idTag: request.idTag,
          remoteStart: token.remoteStart, isChosen: request.connectorId == nil))
    } else {
      accepted(number, token)
    }
  }

  /// Where nobody is asked about the id, nobody will say either that it is of the family that a
  /// connector is kept for.
  private func connectorForRemoteStart(_ request: RemoteStartTransactionRequest) -> Int? {
    let token = Token(idTag: request.idTag)
    let isKnown = !configuration.isOn(.authorizeRemoteTxRequests)
    guard let wanted = request.connectorId else {
      return chooseConnector(for: token, isKnown: isKnown)
    }
    guard wanted >= 1, wanted < connectors.count, connectors[wanted].isFree else { return nil }
    if mayUse(wanted, token) { return wanted }
    return isKnown || isKeptFromOthers(wanted, than: token.idTag) ? nil : wanted
  }

  /// Keeps the profile of a remote start until its transaction begins, and returns the station's number
  /// for it; nil when it is none for a transaction (CP16-54), or another one's waits for the central
  /// system's answer, whom it might take its profile from.
  private mutating func holdProfile(_ message: OCPP16.ChargingProfile, _ number: Int) -> Int? {
    guard message.transactionId == nil, message.chargingProfilePurpose == .txProfile,
      let profile = SmartCharging.ChargingProfile(message), setup.profileLimit > 0,
      hasRoom(for: message), authorizationWithProfile(number) == nil
    else { return nil }
    // The boot number in it keeps it apart from a remote start before a restart.
    let own = Int(truncatingIfNeeded: nextSequence())
    let before = smartCharging.store.installed
    do throws(ProfileRefusal) {
      try smartCharging.store.hold(
        profile, forRemoteStart: own, connector: number, at: scheduleTime)
    } catch {
      return nil
    }
    journalProfiles(before)
    return own
  }

  mutating func remoteStop(_ request: RemoteStopTransactionRequest) {
    var found: Int?
    for number in connectors.indices
    where connectors[number].transaction?.id == .known(request.transactionId) {
      found = number
    }
    guard isOnline, let number = found else {
      return reply(RemoteStopTransactionResponse(status: .rejected))
    }
    reply(RemoteStopTransactionResponse(status: .accepted))
    stop(number, .remote, by: Text())
  }

  // MARK: Unlock and availability

  mutating func unlockConnector(_ request: UnlockConnectorRequest) {
    let number = request.connectorId
    guard number >= 1, number < connectors.count, setup.canUnlock else {
      return reply(UnlockConnectorResponse(status: .notSupported))
    }
    guard unlockCall == nil else { return reply(UnlockConnectorResponse(status: .unlockFailed)) }
    unlockCall = answering
    unlockConnector = number
    connectors[number].unlockDeadline = now + 10_000
    // A transaction ends first, and its end is durable before the lock opens (CP16-47).
    if connectors[number].isInTransaction {
      stop(number, .unlockCommand, by: Text())
    } else {
      if case .starting = connectors[number].phase { abandonStart(number) }
      tryUnlock(number)
    }
  }

  mutating func changeAvailability(_ request: ChangeAvailabilityRequest) {
    let number = request.connectorId
    guard number >= 0, number < connectors.count else {
      return reply(ChangeAvailabilityResponse(status: .rejected))
    }
    let isInoperative = request.type == .inoperative
    var isScheduled = false
    for place in number == 0 ? 0..<connectors.count : number..<number + 1 {
      let connector = connectors.place(place)
      let isBusy =
        if case .starting = connector.pointee.phase { true } else {
          connector.pointee.isInTransaction
        }
      if isBusy && isInoperative {
        connector.pointee.scheduledInoperative = isInoperative
        putAvailability(place)
        isScheduled = true
      } else {
        setInoperative(place, isInoperative)
      }
    }
    reply(ChangeAvailabilityResponse(status: isScheduled ? .scheduled : .accepted))
  }

  // MARK: Reset

  mutating func reset(_ request: ResetRequest) {
    reply(ResetResponse(status: .accepted))
    beginReset(request.type)
  }

  // MARK: Data transfer

  mutating func dataTransfer(_ request: DataTransferRequest) {
    guard setup.takesDataOfAnyVendor || setup.dataVendors.contains(request.vendorId) else {
      return reply(DataTransferResponse(status: .unknownVendorId))
    }
    guard dataCall == nil else { return reply(DataTransferResponse(status: .rejected)) }
    dataCall = answering
    output.add(
      .takeData(vendor: request.vendorId, message: request.messageId, data: request.data))
  }

  mutating func dataAnswered(_ status: DataTransferStatus, _ data: Text?) {
    guard let id = dataCall else { return }
    dataCall = nil
    reply(id, DataTransferResponse(status: status, data: data))
  }

  // MARK: Reservation

  mutating func reserveNow(_ request: ReserveNowRequest) {
    reply(ReserveNowResponse(status: reserve(request)))
  }

  mutating func cancelReservation(_ request: CancelReservationRequest) {
    for number in connectors.indices
    where connectors[number].reservation?.id == request.reservationId {
      cancelReservation(number)
      return reply(CancelReservationResponse(status: .accepted))
    }
    reply(CancelReservationResponse(status: .rejected))
  }
}
