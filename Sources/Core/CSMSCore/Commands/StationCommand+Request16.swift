import OCPP16
import OCPPJSON

/// A request that a client wrote itself, in the words of OCPP 1.6, as the command that it is.
extension StationCommand {
  /// Nil when it is none, or breaks its schema.
  init?(_ action: Action, payload: [UInt8]) {
    guard let command = try? StationCommand.reading(action, payload) else { return nil }
    self = command
  }

  private static func reading(
    _ action: Action, _ payload: [UInt8]
  ) throws(DecodeError) -> StationCommand? {
    switch action {
    case .reset: try ResetRequest.decode(payload).command
    case .changeConfiguration: try ChangeConfigurationRequest.decode(payload).command
    case .getConfiguration:
      .readConfiguration(keys: try GetConfigurationRequest.decode(payload).key ?? [])
    case .unlockConnector:
      .unlock(connector: try UnlockConnectorRequest.decode(payload).connectorId)
    case .changeAvailability: try ChangeAvailabilityRequest.decode(payload).command
    case .remoteStartTransaction: try RemoteStartTransactionRequest.decode(payload).command
    case .remoteStopTransaction:
      .remoteStop(transaction: try RemoteStopTransactionRequest.decode(payload).transactionId)
    case .setChargingProfile: try SetChargingProfileRequest.decode(payload).command
    case .clearChargingProfile: try ClearChargingProfileRequest.decode(payload).command
    case .getCompositeSchedule: try GetCompositeScheduleRequest.decode(payload).command
    case .reserveNow: try ReserveNowRequest.decode(payload).command
    case .cancelReservation:
      .cancelReservation(try CancelReservationRequest.decode(payload).reservationId)
    case .clearCache: .clearCache
    case .getLocalListVersion: .localListVersion
    case .sendLocalList: try SendLocalListRequest.decode(payload).command
    case .triggerMessage: try TriggerMessageRequest.decode(payload).command
    case .extendedTriggerMessage: try ExtendedTriggerMessageRequest.decode(payload).command
    default: try transfer(action, payload)
    }
  }

  private static func transfer(
    _ action: Action, _ payload: [UInt8]
  ) throws(DecodeError) -> StationCommand? {
    switch action {
    case .updateFirmware: try UpdateFirmwareRequest.decode(payload).command
    case .signedUpdateFirmware: try SignedUpdateFirmwareRequest.decode(payload).command
    case .getDiagnostics: try GetDiagnosticsRequest.decode(payload).command
    case .getLog: try GetLogRequest.decode(payload).command
    case .dataTransfer: try DataTransferRequest.decode(payload).command
    case .installCertificate: try InstallCertificateRequest.decode(payload).command
    case .deleteCertificate: try DeleteCertificateRequest.decode(payload).command
    case .getInstalledCertificateIds:
      try GetInstalledCertificateIdsRequest.decode(payload).command
    case .certificateSigned:
      .certificateSigned(chain: try CertificateSignedRequest.decode(payload).certificateChain)
    default: nil
    }
  }
}

/// The operator's word for one of the version's.
private func said<Word: CommandWord>(_ value: some OCPPEnum) -> Word? { Word(word: value.word) }

extension ResetRequest {
  fileprivate var command: StationCommand? { said(type).map { .reset($0) } }
}

extension ChangeConfigurationRequest {
  fileprivate var command: StationCommand {
    key.isAuthorizationKey ? .rotateKey(to: value) : .changeConfiguration(key: key, value: value)
  }
}

extension ChangeAvailabilityRequest {
  fileprivate var command: StationCommand {
    .changeAvailability(connector: connectorId, isOperative: type == .operative)
  }
}

extension RemoteStartTransactionRequest {
  fileprivate var command: StationCommand? {
    var order = RemoteStartOrder(idTag: idTag, connector: connectorId)
    if let chargingProfile {
      guard let profile = ProfileOrder(chargingProfile) else { return nil }
      order.profile = profile
    }
    return .remoteStart(order)
  }
}

extension SetChargingProfileRequest {
  fileprivate var command: StationCommand? {
    ProfileOrder(csChargingProfiles).map { .setProfile(connector: connectorId, $0) }
  }
}

extension ProfileOrder {
  fileprivate init?(_ profile: ChargingProfile) {
    guard let purpose: ProfilePurpose = said(profile.chargingProfilePurpose),
      let kind: ProfileKind = said(profile.chargingProfileKind)
    else { return nil }
    self.init(
      id: profile.chargingProfileId, stackLevel: profile.stackLevel, purpose: purpose, kind: kind,
      schedule: ScheduleOrder(profile.chargingSchedule))
    transaction = profile.transactionId
    if let recurrency = profile.recurrencyKind { self.recurrency = said(recurrency) }
    validFrom = profile.validFrom
    validTo = profile.validTo
  }
}

extension ClearChargingProfileRequest {
  fileprivate var command: StationCommand {
    var selection = ProfileSelection()
    selection.id = id
    selection.connector = connectorId
    selection.stackLevel = stackLevel
    if let purpose = chargingProfilePurpose { selection.purpose = said(purpose) }
    return .clearProfiles(selection)
  }
}

extension GetCompositeScheduleRequest {
  fileprivate var command: StationCommand {
    var unit: RateUnit?
    if let chargingRateUnit { unit = said(chargingRateUnit) }
    return .compositeSchedule(connector: connectorId, duration: duration, unit: unit)
  }
}

extension ReserveNowRequest {
  fileprivate var command: StationCommand {
    .reserve(
      ReservationOrder(
        id: reservationId, connector: connectorId, expiry: expiryDate, idTag: idTag,
        parent: parentIdTag))
  }
}

extension SendLocalListRequest {
  fileprivate var command: StationCommand? {
    guard let update: ListUpdate = said(updateType) else { return nil }
    var entries: [LocalListEntry] = []
    for item in localAuthorizationList ?? [] {
      var entry = LocalListEntry(idTag: item.idTag)
      if let info = item.idTagInfo {
        entry.verdict = TokenVerdict(
          TokenStatus(word: info.status.word) ?? .invalid, expiry: info.expiryDate,
          parent: info.parentIdTag)
      }
      entries.append(entry)
    }
    return .sendLocalList(LocalListOrder(version: listVersion, update: update, entries: entries))
  }
}

extension TriggerMessageRequest {
  fileprivate var command: StationCommand? {
    said(requestedMessage).map { .trigger($0, connector: connectorId, extended: false) }
  }
}

extension ExtendedTriggerMessageRequest {
  fileprivate var command: StationCommand? {
    said(requestedMessage).map { .trigger($0, connector: connectorId, extended: true) }
  }
}

extension UpdateFirmwareRequest {
  fileprivate var command: StationCommand {
    .updateFirmware(
      FirmwareOrder(
        location: location, retrieveAt: retrieveDate,
        retry: RetryRule(retries: retries, interval: retryInterval)))
  }
}

extension SignedUpdateFirmwareRequest {
  fileprivate var command: StationCommand {
    let order = FirmwareOrder(
      location: firmware.location, retrieveAt: firmware.retrieveDateTime,
      retry: RetryRule(retries: retries, interval: retryInterval))
    return .updateSignedFirmware(
      SignedFirmwareOrder(
        requestId: requestId, firmware: order, installAt: firmware.installDateTime,
        signingCertificate: firmware.signingCertificate, signature: firmware.signature))
  }
}

extension GetDiagnosticsRequest {
  fileprivate var command: StationCommand {
    .diagnostics(
      DiagnosticsOrder(
        location: location, from: startTime, to: stopTime,
        retry: RetryRule(retries: retries, interval: retryInterval)))
  }
}

extension GetLogRequest {
  fileprivate var command: StationCommand? {
    guard let kind: LogKind = said(logType) else { return nil }
    let upload = DiagnosticsOrder(
      location: log.remoteLocation, from: log.oldestTimestamp, to: log.latestTimestamp,
      retry: RetryRule(retries: retries, interval: retryInterval))
    return .uploadLog(LogOrder(kind: kind, requestId: requestId, upload: upload))
  }
}

extension DataTransferRequest {
  fileprivate var command: StationCommand {
    .dataTransfer(vendor: vendorId, message: messageId, data: data)
  }
}

extension InstallCertificateRequest {
  fileprivate var command: StationCommand? {
    said(certificateType).map { .installCertificate($0, pem: certificate) }
  }
}

extension DeleteCertificateRequest {
  fileprivate var command: StationCommand {
    let hash = certificateHashData
    return .deleteCertificate(
      CertificateID(
        algorithm: CertificateHash(word: hash.hashAlgorithm.word) ?? .sha256,
        issuerNameHash: hash.issuerNameHash, issuerKeyHash: hash.issuerKeyHash,
        serialNumber: hash.serialNumber))
  }
}

extension GetInstalledCertificateIdsRequest {
  fileprivate var command: StationCommand? {
    said(certificateType).map { .installedCertificates($0) }
  }
}
