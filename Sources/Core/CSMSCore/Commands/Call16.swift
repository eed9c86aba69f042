import OCPP16
public import OCPPJSON

/// A command in the words of OCPP 1.6: an action and its payload, valid.
public struct Call16: Sendable, Equatable {
  /// The action's index in the version's table.
  public let action: UInt8
  public let payload: [UInt8]

  init<Request: OCPPRequest>(_ request: Request) throws(CommandRefusal) {
    let action = Request.action
    let payload = request.encoded()
    // Whatever the checks of the command let pass, nothing invalid reaches the wire.
    let isValid = payload.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      try? action.checkRequest(&reader)
      return !reader.failed
    }
    if !isValid { throw CommandRefusal("", .notRepresentable) }
    self.action = action.rawValue
    self.payload = payload
  }
}

extension StationCommand {
  /// The calls that carry the command out, to be sent one after the other as long as each is
  /// accepted: one, except for a local list in parts.
  /// - Throws: why no call goes out (`check`).
  public func calls16(
    now: DateTime, knowing station: StationKnowledge = StationKnowledge()
  ) throws(CommandRefusal) -> [Call16] {
    try check(now: now, knowing: station)
    if case .sendLocalList(let list) = self { return try list.calls16(station) }
    return [try call16()]
  }

  private func call16() throws(CommandRefusal) -> Call16 {
    switch self {
    case .reset(let kind): try Call16(ResetRequest(type: try translated(kind)))
    case .rotateKey(let key):
      try Call16(ChangeConfigurationRequest(key: AuthorizationKey.name, value: key ?? Text()))
    case .changeConfiguration(let key, let value):
      try Call16(ChangeConfigurationRequest(key: key, value: value))
    case .readConfiguration(let keys):
      try Call16(GetConfigurationRequest(key: keys.isEmpty ? nil : keys))
    case .unlock(let connector): try Call16(UnlockConnectorRequest(connectorId: connector))
    case .changeAvailability(let connector, let isOperative):
      try Call16(
        ChangeAvailabilityRequest(
          connectorId: connector, type: isOperative ? .operative : .inoperative))
    case .remoteStart(let order): try order.call16()
    case .remoteStop(let id): try Call16(RemoteStopTransactionRequest(transactionId: id))
    case .setProfile(let connector, let profile):
      try Call16(
        SetChargingProfileRequest(
          connectorId: connector, csChargingProfiles: try ChargingProfile(profile)))
    case .clearProfiles(let selection): try selection.call16()
    case .compositeSchedule(let connector, let duration, let unit):
      try Call16(
        GetCompositeScheduleRequest(
          connectorId: connector, duration: duration, chargingRateUnit: try translated(unit)))
    case .reserve(let order): try order.call16()
    case .cancelReservation(let id): try Call16(CancelReservationRequest(reservationId: id))
    case .clearCache: try Call16(ClearCacheRequest(blank: ()))
    case .localListVersion: try Call16(GetLocalListVersionRequest(blank: ()))
    case .trigger(let message, let connector, let extended):
      try message.call16(connector, extended)
    case .sendLocalList, .updateFirmware, .updateSignedFirmware, .diagnostics, .uploadLog,
      .dataTransfer, .installCertificate, .deleteCertificate, .installedCertificates,
      .certificateSigned:
      try transfer16()
    }
  }

  private func transfer16() throws(CommandRefusal) -> Call16 {
    switch self {
    case .updateFirmware(let order): try order.call16()
    case .updateSignedFirmware(let order): try order.call16()
    case .diagnostics(let order): try order.call16()
    case .uploadLog(let order): try order.call16()
    case .dataTransfer(let vendor, let message, let data):
      try Call16(DataTransferRequest(vendorId: vendor, messageId: message, data: data))
    case .installCertificate(let use, let pem):
      try Call16(
        InstallCertificateRequest(certificateType: try translated(use), certificate: pem))
    case .deleteCertificate(let id):
      try Call16(DeleteCertificateRequest(certificateHashData: try CertificateHashData(id)))
    case .installedCertificates(let use):
      try Call16(GetInstalledCertificateIdsRequest(certificateType: try translated(use)))
    case .certificateSigned(let chain):
      try Call16(CertificateSignedRequest(certificateChain: chain))
    default: throw CommandRefusal("", .notRepresentable)
    }
  }
}

/// The version's own value for a word, if it has it.
func translated<Word: OCPPEnum>(_ value: some CommandWord) throws(CommandRefusal) -> Word {
  guard let word = Word(word: value.word) else { throw CommandRefusal("", .notRepresentable) }
  return word
}

func translated<Word: OCPPEnum>(_ value: (some CommandWord)?) throws(CommandRefusal) -> Word? {
  guard let value else { return nil }
  let word: Word = try translated(value)
  return word
}
