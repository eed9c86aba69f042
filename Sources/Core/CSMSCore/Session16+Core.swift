import OCPP16
import OCPPJSON
import OCPPRPC

/// The Core profile and the status reports, station to central system.
extension Session16 {
  func handle(
    _ call: ReceivedCall, _ reader: inout JSONReader, _ writer: inout JSONWriter
  ) -> Reaction {
    switch call.action {
    case .heartbeat: heartbeat(call, &reader, &writer)
    case .authorize: authorize(call, &reader, &writer)
    case .bootNotification: bootNotification(call, &reader, &writer)
    case .startTransaction: startTransaction(call, &reader, &writer)
    case .meterValues: meterValues(call, &reader, &writer)
    case .statusNotification: statusNotification(call, &reader, &writer)
    case .stopTransaction: stopTransaction(call, &reader, &writer)
    case .dataTransfer: dataTransfer(call, &reader, &writer)
    case .firmwareStatusNotification, .diagnosticsStatusNotification, .logStatusNotification,
      .signedFirmwareStatusNotification, .securityEventNotification:
      notice(call, &reader, &writer)
    case .cancelReservation, .certificateSigned, .changeAvailability, .changeConfiguration,
      .clearCache, .clearChargingProfile, .deleteCertificate, .extendedTriggerMessage,
      .getCompositeSchedule, .getConfiguration, .getDiagnostics, .getInstalledCertificateIds,
      .getLocalListVersion, .getLog, .installCertificate, .remoteStartTransaction,
      .remoteStopTransaction, .reserveNow, .reset, .sendLocalList, .setChargingProfile,
      .signCertificate, .signedUpdateFirmware, .triggerMessage, .unlockConnector, .updateFirmware:
      notSupported(call, &writer)
    }
  }

  /// Reads the payload and the end of the frame; nil after writing the CALLERROR for what is wrong.
  private func payload<T: OCPPObject>(
    _: T.Type, _ call: ReceivedCall, _ reader: inout JSONReader, _ writer: inout JSONWriter,
    _ code: inout RPCErrorCode
  ) -> T? {
    var request = T(blank: ())
    request.read(&reader)
    let payloadFailed = reader.failed
    reader.endFrame()
    if !reader.failed { return request }
    code = RPCErrorCode(reader.error.violation, inHead: !payloadFailed)
    writer.callError(
      call.id, code, in: .v16,
      reader.error.report(in: call.frame, missing: reader.missingMember))
    return nil
  }

  private func reply(
    _ call: ReceivedCall, _ writer: inout JSONWriter, _ response: some OCPPObject
  ) -> Reaction {
    writer.beginResult(call.id)
    response.write(&writer)
    writer.endFrame()
    return .answer
  }

  private func hold(
    _ call: ReceivedCall, _ fact: Fact, _ content: PendingAnswer.Content
  ) -> Reaction {
    .hold(fact, PendingAnswer(id: call.id, action: call.action.rawValue, content: content))
  }

  private func heartbeat(
    _ call: ReceivedCall, _ reader: inout JSONReader, _ writer: inout JSONWriter
  ) -> Reaction {
    var code = RPCErrorCode.genericError
    guard payload(HeartbeatRequest.self, call, &reader, &writer, &code) != nil else {
      return .refuse(code)
    }
    return reply(call, &writer, HeartbeatResponse(currentTime: call.now))
  }

  private func authorize(
    _ call: ReceivedCall, _ reader: inout JSONReader, _ writer: inout JSONWriter
  ) -> Reaction {
    var code = RPCErrorCode.genericError
    guard let request = payload(AuthorizeRequest.self, call, &reader, &writer, &code) else {
      return .refuse(code)
    }
    let verdict = verdict(on: request.idTag, now: call.now)
    return reply(call, &writer, AuthorizeResponse(idTagInfo: IdTagInfo(verdict)))
  }

  private func bootNotification(
    _ call: ReceivedCall, _ reader: inout JSONReader, _ writer: inout JSONWriter
  ) -> Reaction {
    var code = RPCErrorCode.genericError
    guard let request = payload(BootNotificationRequest.self, call, &reader, &writer, &code) else {
      return .refuse(code)
    }
    var boot = StationBoot(vendor: request.chargePointVendor, model: request.chargePointModel)
    boot.chargePointSerialNumber = request.chargePointSerialNumber
    boot.chargeBoxSerialNumber = request.chargeBoxSerialNumber
    boot.firmwareVersion = request.firmwareVersion
    boot.iccid = request.iccid
    boot.imsi = request.imsi
    boot.meterType = request.meterType
    boot.meterSerialNumber = request.meterSerialNumber
    return hold(call, .booted(boot), .registered)
  }

  private func startTransaction(
    _ call: ReceivedCall, _ reader: inout JSONReader, _ writer: inout JSONWriter
  ) -> Reaction {
    var code = RPCErrorCode.genericError
    guard let request = payload(StartTransactionRequest.self, call, &reader, &writer, &code) else {
      return .refuse(code)
    }
    // Whatever the verdict, the transaction is recorded: energy may have flowed already.
    let verdict = verdict(on: request.idTag, now: call.now)
    var start = TransactionStart(
      connector: request.connectorId, idTag: request.idTag, meterStart: request.meterStart,
      timestamp: request.timestamp, authorization: verdict.status.word)
    start.reservationId = request.reservationId
    return hold(call, .transactionStarted(start), .started(verdict))
  }

  private func meterValues(
    _ call: ReceivedCall, _ reader: inout JSONReader, _ writer: inout JSONWriter
  ) -> Reaction {
    var code = RPCErrorCode.genericError
    guard let request = payload(MeterValuesRequest.self, call, &reader, &writer, &code) else {
      return .refuse(code)
    }
    let report = MeterReport(
      connector: request.connectorId, transactionId: request.transactionId,
      readings: MeterPacking.pack(request.meterValue))
    return hold(call, .meterValues(report), .empty)
  }

  private func statusNotification(
    _ call: ReceivedCall, _ reader: inout JSONReader, _ writer: inout JSONWriter
  ) -> Reaction {
    var code = RPCErrorCode.genericError
    guard let request = payload(StatusNotificationRequest.self, call, &reader, &writer, &code)
    else { return .refuse(code) }
    var status = ConnectorStatus(
      connector: request.connectorId, status: request.status.word,
      errorCode: request.errorCode.word)
    status.info = request.info
    status.vendorId = request.vendorId
    status.vendorErrorCode = request.vendorErrorCode
    status.timestamp = request.timestamp
    return hold(call, .connectorStatus(status), .empty)
  }

  private func stopTransaction(
    _ call: ReceivedCall, _ reader: inout JSONReader, _ writer: inout JSONWriter
  ) -> Reaction {
    var code = RPCErrorCode.genericError
    guard let request = payload(StopTransactionRequest.self, call, &reader, &writer, &code) else {
      return .refuse(code)
    }
    var stop = TransactionStop(
      transactionId: request.transactionId, meterStop: request.meterStop,
      timestamp: request.timestamp)
    stop.idTag = request.idTag
    stop.reason = request.reason?.word
    stop.readings = MeterPacking.pack(request.transactionData ?? [])
    let verdict = request.idTag.map { verdict(on: $0, now: call.now) }
    return hold(call, .transactionStopped(stop), .stopped(verdict))
  }

  private func dataTransfer(
    _ call: ReceivedCall, _ reader: inout JSONReader, _ writer: inout JSONWriter
  ) -> Reaction {
    var code = RPCErrorCode.genericError
    guard payload(DataTransferRequest.self, call, &reader, &writer, &code) != nil else {
      return .refuse(code)
    }
    // No vendor extension is installed (OCPP 1.6 §4.3).
    return reply(call, &writer, DataTransferResponse(status: .unknownVendorId))
  }

  private func notSupported(_ call: ReceivedCall, _ writer: inout JSONWriter) -> Reaction {
    writer.callError(
      call.id, .notSupported, in: .v16, "this central system does not take this call")
    return .refuse(.notSupported)
  }
}

/// Reports that are kept and change nothing.
extension Session16 {
  private func notice(
    _ call: ReceivedCall, _ reader: inout JSONReader, _ writer: inout JSONWriter
  ) -> Reaction {
    var code = RPCErrorCode.genericError
    guard let notice = readNotice(call, &reader, &writer, &code) else { return .refuse(code) }
    return hold(call, .notice(notice), .empty)
  }

  private func readNotice(
    _ call: ReceivedCall, _ reader: inout JSONReader, _ writer: inout JSONWriter,
    _ code: inout RPCErrorCode
  ) -> StationNotice? {
    let kind = call.action.word
    switch call.action {
    case .firmwareStatusNotification:
      return payload(
        FirmwareStatusNotificationRequest.self, call, &reader, &writer, &code
      ).map { StationNotice(kind: kind, status: $0.status.word) }
    case .diagnosticsStatusNotification:
      return payload(
        DiagnosticsStatusNotificationRequest.self, call, &reader, &writer, &code
      ).map { StationNotice(kind: kind, status: $0.status.word) }
    case .logStatusNotification:
      return payload(LogStatusNotificationRequest.self, call, &reader, &writer, &code).map {
        var notice = StationNotice(kind: kind, status: $0.status.word)
        notice.requestId = $0.requestId
        return notice
      }
    case .signedFirmwareStatusNotification:
      return payload(
        SignedFirmwareStatusNotificationRequest.self, call, &reader, &writer, &code
      ).map {
        var notice = StationNotice(kind: kind, status: $0.status.word)
        notice.requestId = $0.requestId
        return notice
      }
    default:
      return payload(SecurityEventNotificationRequest.self, call, &reader, &writer, &code).map {
        var notice = StationNotice(kind: kind, status: $0.type)
        notice.info = $0.techInfo
        notice.timestamp = $0.timestamp
        return notice
      }
    }
  }
}
