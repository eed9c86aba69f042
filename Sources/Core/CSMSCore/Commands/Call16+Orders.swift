import OCPP16
import OCPPJSON

extension RemoteStartOrder {
  func call16() throws(CommandRefusal) -> Call16 {
    var request = RemoteStartTransactionRequest(idTag: idTag)
    request.connectorId = connector
    if let profile { request.chargingProfile = try ChargingProfile(profile) }
    return try Call16(request)
  }
}

extension ProfileSelection {
  func call16() throws(CommandRefusal) -> Call16 {
    try Call16(
      ClearChargingProfileRequest(
        id: id, connectorId: connector, chargingProfilePurpose: try translated(purpose),
        stackLevel: stackLevel))
  }
}

extension ReservationOrder {
  func call16() throws(CommandRefusal) -> Call16 {
    try Call16(
      ReserveNowRequest(
        connectorId: connector, expiryDate: expiry, idTag: idTag, parentIdTag: parent,
        reservationId: id))
  }
}

extension TriggeredMessage {
  func call16(_ connector: Int?, _ extended: Bool?) throws(CommandRefusal) -> Call16 {
    let isOnlyExtended = self == .logStatusNotification || self == .signChargePointCertificate
    if extended ?? isOnlyExtended {
      return try Call16(
        ExtendedTriggerMessageRequest(
          requestedMessage: try translated(self), connectorId: connector))
    }
    return try Call16(
      TriggerMessageRequest(requestedMessage: try translated(self), connectorId: connector))
  }
}

extension LocalListOrder {
  /// The first part carries the kind of update, all others add to it; the last one brings the
  /// version that was asked for.
  func calls16(_ station: StationKnowledge) throws(CommandRefusal) -> [Call16] {
    let length = station.listPartLength
    let parts = partCount(station)
    var calls: [Call16] = []
    for part in 0..<parts {
      var list: [AuthorizationData] = []
      for entry in entries.dropFirst(part * length).prefix(length) {
        list.append(
          AuthorizationData(idTag: entry.idTag, idTagInfo: entry.verdict.map { IdTagInfo($0) }))
      }
      calls.append(
        try Call16(
          SendLocalListRequest(
            listVersion: version - parts + 1 + part,
            localAuthorizationList: list.isEmpty ? nil : list,
            updateType: part == 0 ? try translated(update) : .differential)))
    }
    return calls
  }
}

extension FirmwareOrder {
  func call16() throws(CommandRefusal) -> Call16 {
    try Call16(
      UpdateFirmwareRequest(
        location: location, retries: retry.retries, retrieveDate: retrieveAt,
        retryInterval: retry.interval))
  }
}

extension SignedFirmwareOrder {
  func call16() throws(CommandRefusal) -> Call16 {
    let image = Firmware(
      location: firmware.location, retrieveDateTime: firmware.retrieveAt,
      installDateTime: installAt, signingCertificate: signingCertificate, signature: signature)
    return try Call16(
      SignedUpdateFirmwareRequest(
        retries: firmware.retry.retries, retryInterval: firmware.retry.interval,
        requestId: requestId, firmware: image))
  }
}

extension DiagnosticsOrder {
  func call16() throws(CommandRefusal) -> Call16 {
    try Call16(
      GetDiagnosticsRequest(
        location: location, retries: retry.retries, retryInterval: retry.interval,
        startTime: from, stopTime: to))
  }
}

extension LogOrder {
  func call16() throws(CommandRefusal) -> Call16 {
    let log = LogParameters(
      remoteLocation: upload.location, oldestTimestamp: upload.from, latestTimestamp: upload.to)
    return try Call16(
      GetLogRequest(
        log: log, logType: try translated(kind), requestId: requestId,
        retries: upload.retry.retries, retryInterval: upload.retry.interval))
  }
}

extension ChargingProfile {
  init(_ order: ProfileOrder) throws(CommandRefusal) {
    self.init(
      chargingProfileId: order.id, transactionId: order.transaction, stackLevel: order.stackLevel,
      chargingProfilePurpose: try translated(order.purpose),
      chargingProfileKind: try translated(order.kind),
      recurrencyKind: try translated(order.recurrency), validFrom: order.validFrom,
      validTo: order.validTo, chargingSchedule: try ChargingSchedule(order.schedule))
  }
}

extension ChargingSchedule {
  init(_ order: ScheduleOrder) throws(CommandRefusal) {
    var periods: [ChargingSchedulePeriod] = []
    for period in order.periods {
      periods.append(
        ChargingSchedulePeriod(
          startPeriod: period.start, limit: period.limit, numberPhases: period.phases))
    }
    self.init(
      duration: order.duration, startSchedule: order.start,
      chargingRateUnit: try translated(order.unit), chargingSchedulePeriod: periods,
      minChargingRate: order.minimumRate)
  }
}

extension ScheduleOrder {
  init(_ schedule: ChargingSchedule) {
    var periods: [Period] = []
    for period in schedule.chargingSchedulePeriod {
      periods.append(
        Period(start: period.startPeriod, limit: period.limit, phases: period.numberPhases))
    }
    self.init(unit: schedule.chargingRateUnit == .a ? .amps : .watts, periods: periods)
    duration = schedule.duration
    start = schedule.startSchedule
    minimumRate = schedule.minChargingRate
  }
}

extension CertificateHashData {
  init(_ id: CertificateID) throws(CommandRefusal) {
    self.init(
      hashAlgorithm: try translated(id.algorithm), issuerNameHash: id.issuerNameHash,
      issuerKeyHash: id.issuerKeyHash, serialNumber: id.serialNumber)
  }
}
