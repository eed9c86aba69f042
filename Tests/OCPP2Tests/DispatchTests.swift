import OCPP2
import OCPPJSON
import Testing

/// Writes down what it was asked, whichever side it plays.
struct Listener {
  var asked: [Action] = []
  private mutating func note<Request: OCPPRequest>(_: Request) { asked.append(Request.action) }
}

extension Listener: CSMSHandler {
  mutating func securityEventNotification(_ request: SecurityEventNotificationRequest) {
    note(request)
  }
  mutating func signCertificate(_ request: SignCertificateRequest) { note(request) }
  mutating func bootNotification(_ request: BootNotificationRequest) { note(request) }
  mutating func notifyReport(_ request: NotifyReportRequest) { note(request) }
  mutating func authorize(_ request: AuthorizeRequest) { note(request) }
  mutating func transactionEvent(_ request: TransactionEventRequest) { note(request) }
  mutating func heartbeat(_ request: HeartbeatRequest) { note(request) }
  mutating func statusNotification(_ request: StatusNotificationRequest) { note(request) }
  mutating func reservationStatusUpdate(_ request: ReservationStatusUpdateRequest) { note(request) }
  mutating func meterValues(_ request: MeterValuesRequest) { note(request) }
  mutating func clearedChargingLimit(_ request: ClearedChargingLimitRequest) { note(request) }
  mutating func notifyChargingLimit(_ request: NotifyChargingLimitRequest) { note(request) }
  mutating func notifyEVChargingNeeds(_ request: NotifyEVChargingNeedsRequest) { note(request) }
  mutating func notifyEVChargingSchedule(_ request: NotifyEVChargingScheduleRequest) {
    note(request)
  }
  mutating func reportChargingProfiles(_ request: ReportChargingProfilesRequest) { note(request) }
  mutating func firmwareStatusNotification(_ request: FirmwareStatusNotificationRequest) {
    note(request)
  }
  mutating func publishFirmwareStatusNotification(
    _ request: PublishFirmwareStatusNotificationRequest
  ) { note(request) }
  mutating func get15118EVCertificate(_ request: Get15118EVCertificateRequest) { note(request) }
  mutating func getCertificateStatus(_ request: GetCertificateStatusRequest) { note(request) }
  mutating func logStatusNotification(_ request: LogStatusNotificationRequest) { note(request) }
  mutating func notifyCustomerInformation(_ request: NotifyCustomerInformationRequest) {
    note(request)
  }
  mutating func notifyEvent(_ request: NotifyEventRequest) { note(request) }
  mutating func notifyMonitoringReport(_ request: NotifyMonitoringReportRequest) { note(request) }
  mutating func notifyDisplayMessages(_ request: NotifyDisplayMessagesRequest) { note(request) }
  mutating func dataTransfer(_ request: DataTransferRequest) { note(request) }
  mutating func notifySettlement(_ request: NotifySettlementRequest) { note(request) }
  mutating func vatNumberValidation(_ request: VatNumberValidationRequest) { note(request) }
  mutating func notifyPriorityCharging(_ request: NotifyPriorityChargingRequest) { note(request) }
  mutating func pullDynamicScheduleUpdate(_ request: PullDynamicScheduleUpdateRequest) {
    note(request)
  }
  mutating func getCertificateChainStatus(_ request: GetCertificateChainStatusRequest) {
    note(request)
  }
  mutating func closePeriodicEventStream(_ request: ClosePeriodicEventStreamRequest) {
    note(request)
  }
  mutating func notifyPeriodicEventStream(_ message: NotifyPeriodicEventStream) {
    asked.append(NotifyPeriodicEventStream.action)
  }
  mutating func openPeriodicEventStream(_ request: OpenPeriodicEventStreamRequest) { note(request) }
  mutating func notifyDERAlarm(_ request: NotifyDERAlarmRequest) { note(request) }
  mutating func notifyDERStartStop(_ request: NotifyDERStartStopRequest) { note(request) }
  mutating func reportDERControl(_ request: ReportDERControlRequest) { note(request) }
  mutating func batterySwap(_ request: BatterySwapRequest) { note(request) }
}

extension Listener: StationHandler {
  mutating func certificateSigned(_ request: CertificateSignedRequest) { note(request) }
  mutating func getBaseReport(_ request: GetBaseReportRequest) { note(request) }
  mutating func getReport(_ request: GetReportRequest) { note(request) }
  mutating func getVariables(_ request: GetVariablesRequest) { note(request) }
  mutating func reset(_ request: ResetRequest) { note(request) }
  mutating func setNetworkProfile(_ request: SetNetworkProfileRequest) { note(request) }
  mutating func setVariables(_ request: SetVariablesRequest) { note(request) }
  mutating func clearCache(_ request: ClearCacheRequest) { note(request) }
  mutating func getLocalListVersion(_ request: GetLocalListVersionRequest) { note(request) }
  mutating func sendLocalList(_ request: SendLocalListRequest) { note(request) }
  mutating func getTransactionStatus(_ request: GetTransactionStatusRequest) { note(request) }
  mutating func requestStartTransaction(_ request: RequestStartTransactionRequest) { note(request) }
  mutating func requestStopTransaction(_ request: RequestStopTransactionRequest) { note(request) }
  mutating func triggerMessage(_ request: TriggerMessageRequest) { note(request) }
  mutating func unlockConnector(_ request: UnlockConnectorRequest) { note(request) }
  mutating func changeAvailability(_ request: ChangeAvailabilityRequest) { note(request) }
  mutating func cancelReservation(_ request: CancelReservationRequest) { note(request) }
  mutating func reserveNow(_ request: ReserveNowRequest) { note(request) }
  mutating func costUpdated(_ request: CostUpdatedRequest) { note(request) }
  mutating func clearChargingProfile(_ request: ClearChargingProfileRequest) { note(request) }
  mutating func getChargingProfiles(_ request: GetChargingProfilesRequest) { note(request) }
  mutating func getCompositeSchedule(_ request: GetCompositeScheduleRequest) { note(request) }
  mutating func setChargingProfile(_ request: SetChargingProfileRequest) { note(request) }
  mutating func publishFirmware(_ request: PublishFirmwareRequest) { note(request) }
  mutating func unpublishFirmware(_ request: UnpublishFirmwareRequest) { note(request) }
  mutating func updateFirmware(_ request: UpdateFirmwareRequest) { note(request) }
  mutating func deleteCertificate(_ request: DeleteCertificateRequest) { note(request) }
  mutating func getInstalledCertificateIds(_ request: GetInstalledCertificateIdsRequest) {
    note(request)
  }
  mutating func installCertificate(_ request: InstallCertificateRequest) { note(request) }
  mutating func clearVariableMonitoring(_ request: ClearVariableMonitoringRequest) { note(request) }
  mutating func customerInformation(_ request: CustomerInformationRequest) { note(request) }
  mutating func getLog(_ request: GetLogRequest) { note(request) }
  mutating func getMonitoringReport(_ request: GetMonitoringReportRequest) { note(request) }
  mutating func setMonitoringBase(_ request: SetMonitoringBaseRequest) { note(request) }
  mutating func setMonitoringLevel(_ request: SetMonitoringLevelRequest) { note(request) }
  mutating func setVariableMonitoring(_ request: SetVariableMonitoringRequest) { note(request) }
  mutating func clearDisplayMessage(_ request: ClearDisplayMessageRequest) { note(request) }
  mutating func getDisplayMessages(_ request: GetDisplayMessagesRequest) { note(request) }
  mutating func setDisplayMessage(_ request: SetDisplayMessageRequest) { note(request) }
  mutating func notifyWebPaymentStarted(_ request: NotifyWebPaymentStartedRequest) { note(request) }
  mutating func changeTransactionTariff(_ request: ChangeTransactionTariffRequest) { note(request) }
  mutating func clearTariffs(_ request: ClearTariffsRequest) { note(request) }
  mutating func getTariffs(_ request: GetTariffsRequest) { note(request) }
  mutating func setDefaultTariff(_ request: SetDefaultTariffRequest) { note(request) }
  mutating func updateDynamicSchedule(_ request: UpdateDynamicScheduleRequest) { note(request) }
  mutating func usePriorityCharging(_ request: UsePriorityChargingRequest) { note(request) }
  mutating func adjustPeriodicEventStream(_ request: AdjustPeriodicEventStreamRequest) {
    note(request)
  }
  mutating func getPeriodicEventStream(_ request: GetPeriodicEventStreamRequest) { note(request) }
  mutating func afrrSignal(_ request: AFRRSignalRequest) { note(request) }
  mutating func notifyAllowedEnergyTransfer(_ request: NotifyAllowedEnergyTransferRequest) {
    note(request)
  }
  mutating func clearDERControl(_ request: ClearDERControlRequest) { note(request) }
  mutating func getDERControl(_ request: GetDERControlRequest) { note(request) }
  mutating func setDERControl(_ request: SetDERControlRequest) { note(request) }
  mutating func requestBatterySwap(_ request: RequestBatterySwapRequest) { note(request) }
}

@Suite("Dispatch of calls and sends")
struct DispatchTests {
  /// Hands a payload and what follows it in its frame to a CSMS or a station.
  private func dispatch(_ action: Action, _ rest: [UInt8], _ edition: Edition, toStation: Bool)
    -> (asked: [Action], fault: DecodeError?)
  {
    var listener = Listener()
    let error: DecodeError? = rest.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer, edition: edition)
      do throws(DecodeError) {
        if toStation {
          try action.dispatch(&reader, toStation: &listener)
        } else {
          try action.dispatch(&reader, toCSMS: &listener)
        }
        return nil
      } catch {
        return error
      }
    }
    return (listener.asked, error)
  }

  static let requests = Fixtures.payloads.filter { $0.isRequest && $0.size == "minimal" }

  @Test("A message reaches its method on the side it is meant for", arguments: requests)
  func reaches(payload: Fixtures.Payload) {
    for toStation in [false, true] {
      let (asked, error) = dispatch(
        payload.action, payload.json + [0x5D], payload.edition, toStation: toStation)
      let isMeant = toStation ? payload.action.sentByCSMS : payload.action.sentByStation
      #expect(asked == (isMeant ? [payload.action] : []))
      #expect(error?.violation == (isMeant ? nil : .notImplemented))
    }
  }

  @Test("A peer of 2.0.1 has none of the actions of 2.1", arguments: requests)
  func newer(payload: Fixtures.Payload) {
    if payload.action.exists(in: .v201) { return }
    let (asked, error) = dispatch(
      payload.action, payload.json + [0x5D], .v201, toStation: payload.action.sentByCSMS)
    #expect(asked == [])
    #expect(error?.violation == .notImplemented)
  }

  @Test(
    "Nothing is called when the frame is wrong behind its payload",
    arguments: [
      ("{}", Fault.unexpectedEnd), ("{},", .badFrame), ("{},1]", .badFrame),
      ("{}]x", .trailingBytes), ("{}}", .unexpectedByte), (#"{"a":1}]"#, .unknownMember),
    ])
  func frameEnd(rest: String, fault: Fault) {
    let (asked, error) = dispatch(.clearCache, [UInt8](rest.utf8), .v21, toStation: true)
    #expect(asked == [])
    #expect(error?.fault == fault)
  }
}
