// Generated from Model/ocpp2.0.1.model and Model/ocpp2.1.model by Tools/generator; do not edit.
public import OCPPJSON

/// Answers what charging stations ask: one method per message a station may send.
public protocol CSMSHandler {
  /// What answering comes to.
  associatedtype Output
  mutating func securityEventNotification(_ request: SecurityEventNotificationRequest) -> Output
  mutating func signCertificate(_ request: SignCertificateRequest) -> Output
  mutating func bootNotification(_ request: BootNotificationRequest) -> Output
  mutating func notifyReport(_ request: NotifyReportRequest) -> Output
  mutating func authorize(_ request: AuthorizeRequest) -> Output
  mutating func transactionEvent(_ request: TransactionEventRequest) -> Output
  mutating func heartbeat(_ request: HeartbeatRequest) -> Output
  mutating func statusNotification(_ request: StatusNotificationRequest) -> Output
  mutating func reservationStatusUpdate(_ request: ReservationStatusUpdateRequest) -> Output
  mutating func meterValues(_ request: MeterValuesRequest) -> Output
  mutating func clearedChargingLimit(_ request: ClearedChargingLimitRequest) -> Output
  mutating func notifyChargingLimit(_ request: NotifyChargingLimitRequest) -> Output
  mutating func notifyEVChargingNeeds(_ request: NotifyEVChargingNeedsRequest) -> Output
  mutating func notifyEVChargingSchedule(_ request: NotifyEVChargingScheduleRequest) -> Output
  mutating func reportChargingProfiles(_ request: ReportChargingProfilesRequest) -> Output
  mutating func firmwareStatusNotification(_ request: FirmwareStatusNotificationRequest) -> Output
  mutating func publishFirmwareStatusNotification(_ request: PublishFirmwareStatusNotificationRequest) -> Output
  mutating func get15118EVCertificate(_ request: Get15118EVCertificateRequest) -> Output
  mutating func getCertificateStatus(_ request: GetCertificateStatusRequest) -> Output
  mutating func logStatusNotification(_ request: LogStatusNotificationRequest) -> Output
  mutating func notifyCustomerInformation(_ request: NotifyCustomerInformationRequest) -> Output
  mutating func notifyEvent(_ request: NotifyEventRequest) -> Output
  mutating func notifyMonitoringReport(_ request: NotifyMonitoringReportRequest) -> Output
  mutating func notifyDisplayMessages(_ request: NotifyDisplayMessagesRequest) -> Output
  mutating func dataTransfer(_ request: DataTransferRequest) -> Output
  mutating func notifySettlement(_ request: NotifySettlementRequest) -> Output
  mutating func vatNumberValidation(_ request: VatNumberValidationRequest) -> Output
  mutating func notifyPriorityCharging(_ request: NotifyPriorityChargingRequest) -> Output
  mutating func pullDynamicScheduleUpdate(_ request: PullDynamicScheduleUpdateRequest) -> Output
  mutating func getCertificateChainStatus(_ request: GetCertificateChainStatusRequest) -> Output
  mutating func closePeriodicEventStream(_ request: ClosePeriodicEventStreamRequest) -> Output
  mutating func notifyPeriodicEventStream(_ message: NotifyPeriodicEventStream) -> Output
  mutating func openPeriodicEventStream(_ request: OpenPeriodicEventStreamRequest) -> Output
  mutating func notifyDERAlarm(_ request: NotifyDERAlarmRequest) -> Output
  mutating func notifyDERStartStop(_ request: NotifyDERStartStopRequest) -> Output
  mutating func reportDERControl(_ request: ReportDERControlRequest) -> Output
  mutating func batterySwap(_ request: BatterySwapRequest) -> Output
}

/// Answers what the CSMS asks: one method per request it may send.
public protocol StationHandler {
  /// What answering comes to.
  associatedtype Output
  mutating func certificateSigned(_ request: CertificateSignedRequest) -> Output
  mutating func getBaseReport(_ request: GetBaseReportRequest) -> Output
  mutating func getReport(_ request: GetReportRequest) -> Output
  mutating func getVariables(_ request: GetVariablesRequest) -> Output
  mutating func reset(_ request: ResetRequest) -> Output
  mutating func setNetworkProfile(_ request: SetNetworkProfileRequest) -> Output
  mutating func setVariables(_ request: SetVariablesRequest) -> Output
  mutating func clearCache(_ request: ClearCacheRequest) -> Output
  mutating func getLocalListVersion(_ request: GetLocalListVersionRequest) -> Output
  mutating func sendLocalList(_ request: SendLocalListRequest) -> Output
  mutating func getTransactionStatus(_ request: GetTransactionStatusRequest) -> Output
  mutating func requestStartTransaction(_ request: RequestStartTransactionRequest) -> Output
  mutating func requestStopTransaction(_ request: RequestStopTransactionRequest) -> Output
  mutating func triggerMessage(_ request: TriggerMessageRequest) -> Output
  mutating func unlockConnector(_ request: UnlockConnectorRequest) -> Output
  mutating func changeAvailability(_ request: ChangeAvailabilityRequest) -> Output
  mutating func cancelReservation(_ request: CancelReservationRequest) -> Output
  mutating func reserveNow(_ request: ReserveNowRequest) -> Output
  mutating func costUpdated(_ request: CostUpdatedRequest) -> Output
  mutating func clearChargingProfile(_ request: ClearChargingProfileRequest) -> Output
  mutating func getChargingProfiles(_ request: GetChargingProfilesRequest) -> Output
  mutating func getCompositeSchedule(_ request: GetCompositeScheduleRequest) -> Output
  mutating func setChargingProfile(_ request: SetChargingProfileRequest) -> Output
  mutating func publishFirmware(_ request: PublishFirmwareRequest) -> Output
  mutating func unpublishFirmware(_ request: UnpublishFirmwareRequest) -> Output
  mutating func updateFirmware(_ request: UpdateFirmwareRequest) -> Output
  mutating func deleteCertificate(_ request: DeleteCertificateRequest) -> Output
  mutating func getInstalledCertificateIds(_ request: GetInstalledCertificateIdsRequest) -> Output
  mutating func installCertificate(_ request: InstallCertificateRequest) -> Output
  mutating func clearVariableMonitoring(_ request: ClearVariableMonitoringRequest) -> Output
  mutating func customerInformation(_ request: CustomerInformationRequest) -> Output
  mutating func getLog(_ request: GetLogRequest) -> Output
  mutating func getMonitoringReport(_ request: GetMonitoringReportRequest) -> Output
  mutating func setMonitoringBase(_ request: SetMonitoringBaseRequest) -> Output
  mutating func setMonitoringLevel(_ request: SetMonitoringLevelRequest) -> Output
  mutating func setVariableMonitoring(_ request: SetVariableMonitoringRequest) -> Output
  mutating func clearDisplayMessage(_ request: ClearDisplayMessageRequest) -> Output
  mutating func getDisplayMessages(_ request: GetDisplayMessagesRequest) -> Output
  mutating func setDisplayMessage(_ request: SetDisplayMessageRequest) -> Output
  mutating func dataTransfer(_ request: DataTransferRequest) -> Output
  mutating func notifyWebPaymentStarted(_ request: NotifyWebPaymentStartedRequest) -> Output
  mutating func changeTransactionTariff(_ request: ChangeTransactionTariffRequest) -> Output
  mutating func clearTariffs(_ request: ClearTariffsRequest) -> Output
  mutating func getTariffs(_ request: GetTariffsRequest) -> Output
  mutating func setDefaultTariff(_ request: SetDefaultTariffRequest) -> Output
  mutating func updateDynamicSchedule(_ request: UpdateDynamicScheduleRequest) -> Output
  mutating func usePriorityCharging(_ request: UsePriorityChargingRequest) -> Output
  mutating func adjustPeriodicEventStream(_ request: AdjustPeriodicEventStreamRequest) -> Output
  mutating func getPeriodicEventStream(_ request: GetPeriodicEventStreamRequest) -> Output
  mutating func afrrSignal(_ request: AFRRSignalRequest) -> Output
  mutating func notifyAllowedEnergyTransfer(_ request: NotifyAllowedEnergyTransferRequest) -> Output
  mutating func clearDERControl(_ request: ClearDERControlRequest) -> Output
  mutating func getDERControl(_ request: GetDERControlRequest) -> Output
  mutating func setDERControl(_ request: SetDERControlRequest) -> Output
  mutating func requestBatterySwap(_ request: RequestBatterySwapRequest) -> Output
}

extension Action {
  /// Reads the payload of a call or send of this action, as the reader's edition has it, and
  /// the rest of its frame (`]`), and then calls the handler's method for it. Nothing is
  /// called when anything is wrong. Throws `notImplemented` for an action that the edition
  /// does not have or the other side never sends. That a SEND came as one and a CALL as one
  /// is the caller's to check (`isSend`).
  @inlinable public func dispatch<Handler: CSMSHandler>(
    _ reader: inout JSONReader, toCSMS handler: inout Handler
  ) throws(DecodeError) -> Handler.Output {
    if !exists(in: reader.edition) { throw reader.neverSent() }
    switch self {
    case .securityEventNotification:
      var request = SecurityEventNotificationRequest.makeBlank()
      try reader.readLast(&request)
      return handler.securityEventNotification(request)
    case .signCertificate:
      var request = SignCertificateRequest.makeBlank()
      try reader.readLast(&request)
      return handler.signCertificate(request)
    case .bootNotification:
      var request = BootNotificationRequest.makeBlank()
      try reader.readLast(&request)
      return handler.bootNotification(request)
    case .notifyReport:
      var request = NotifyReportRequest.makeBlank()
      try reader.readLast(&request)
      return handler.notifyReport(request)
    case .authorize:
      var request = AuthorizeRequest.makeBlank()
      try reader.readLast(&request)
      return handler.authorize(request)
    case .transactionEvent:
      var request = TransactionEventRequest.makeBlank()
      try reader.readLast(&request)
      return handler.transactionEvent(request)
    case .heartbeat:
      var request = HeartbeatRequest.makeBlank()
      try reader.readLast(&request)
      return handler.heartbeat(request)
    case .statusNotification:
      var request = StatusNotificationRequest.makeBlank()
      try reader.readLast(&request)
      return handler.statusNotification(request)
    case .reservationStatusUpdate:
      var request = ReservationStatusUpdateRequest.makeBlank()
      try reader.readLast(&request)
      return handler.reservationStatusUpdate(request)
    case .meterValues:
      var request = MeterValuesRequest.makeBlank()
      try reader.readLast(&request)
      return handler.meterValues(request)
    case .clearedChargingLimit:
      var request = ClearedChargingLimitRequest.makeBlank()
      try reader.readLast(&request)
      return handler.clearedChargingLimit(request)
    case .notifyChargingLimit:
      var request = NotifyChargingLimitRequest.makeBlank()
      try reader.readLast(&request)
      return handler.notifyChargingLimit(request)
    case .notifyEVChargingNeeds:
      var request = NotifyEVChargingNeedsRequest.makeBlank()
      try reader.readLast(&request)
      return handler.notifyEVChargingNeeds(request)
    case .notifyEVChargingSchedule:
      var request = NotifyEVChargingScheduleRequest.makeBlank()
      try reader.readLast(&request)
      return handler.notifyEVChargingSchedule(request)
    case .reportChargingProfiles:
      var request = ReportChargingProfilesRequest.makeBlank()
      try reader.readLast(&request)
      return handler.reportChargingProfiles(request)
    case .firmwareStatusNotification:
      var request = FirmwareStatusNotificationRequest.makeBlank()
      try reader.readLast(&request)
      return handler.firmwareStatusNotification(request)
    case .publishFirmwareStatusNotification:
      var request = PublishFirmwareStatusNotificationRequest.makeBlank()
      try reader.readLast(&request)
      return handler.publishFirmwareStatusNotification(request)
    case .get15118EVCertificate:
      var request = Get15118EVCertificateRequest.makeBlank()
      try reader.readLast(&request)
      return handler.get15118EVCertificate(request)
    case .getCertificateStatus:
      var request = GetCertificateStatusRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getCertificateStatus(request)
    case .logStatusNotification:
      var request = LogStatusNotificationRequest.makeBlank()
      try reader.readLast(&request)
      return handler.logStatusNotification(request)
    case .notifyCustomerInformation:
      var request = NotifyCustomerInformationRequest.makeBlank()
      try reader.readLast(&request)
      return handler.notifyCustomerInformation(request)
    case .notifyEvent:
      var request = NotifyEventRequest.makeBlank()
      try reader.readLast(&request)
      return handler.notifyEvent(request)
    case .notifyMonitoringReport:
      var request = NotifyMonitoringReportRequest.makeBlank()
      try reader.readLast(&request)
      return handler.notifyMonitoringReport(request)
    case .notifyDisplayMessages:
      var request = NotifyDisplayMessagesRequest.makeBlank()
      try reader.readLast(&request)
      return handler.notifyDisplayMessages(request)
    case .dataTransfer:
      var request = DataTransferRequest.makeBlank()
      try reader.readLast(&request)
      return handler.dataTransfer(request)
    case .notifySettlement:
      var request = NotifySettlementRequest.makeBlank()
      try reader.readLast(&request)
      return handler.notifySettlement(request)
    case .vatNumberValidation:
      var request = VatNumberValidationRequest.makeBlank()
      try reader.readLast(&request)
      return handler.vatNumberValidation(request)
    case .notifyPriorityCharging:
      var request = NotifyPriorityChargingRequest.makeBlank()
      try reader.readLast(&request)
      return handler.notifyPriorityCharging(request)
    case .pullDynamicScheduleUpdate:
      var request = PullDynamicScheduleUpdateRequest.makeBlank()
      try reader.readLast(&request)
      return handler.pullDynamicScheduleUpdate(request)
    case .getCertificateChainStatus:
      var request = GetCertificateChainStatusRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getCertificateChainStatus(request)
    case .closePeriodicEventStream:
      var request = ClosePeriodicEventStreamRequest.makeBlank()
      try reader.readLast(&request)
      return handler.closePeriodicEventStream(request)
    case .notifyPeriodicEventStream:
      var request = NotifyPeriodicEventStream.makeBlank()
      try reader.readLast(&request)
      return handler.notifyPeriodicEventStream(request)
    case .openPeriodicEventStream:
      var request = OpenPeriodicEventStreamRequest.makeBlank()
      try reader.readLast(&request)
      return handler.openPeriodicEventStream(request)
    case .notifyDERAlarm:
      var request = NotifyDERAlarmRequest.makeBlank()
      try reader.readLast(&request)
      return handler.notifyDERAlarm(request)
    case .notifyDERStartStop:
      var request = NotifyDERStartStopRequest.makeBlank()
      try reader.readLast(&request)
      return handler.notifyDERStartStop(request)
    case .reportDERControl:
      var request = ReportDERControlRequest.makeBlank()
      try reader.readLast(&request)
      return handler.reportDERControl(request)
    case .batterySwap:
      var request = BatterySwapRequest.makeBlank()
      try reader.readLast(&request)
      return handler.batterySwap(request)
    default: throw reader.neverSent()
    }
  }
}

extension Action {
  /// Reads the payload of a call or send of this action, as the reader's edition has it, and
  /// the rest of its frame (`]`), and then calls the handler's method for it. Nothing is
  /// called when anything is wrong. Throws `notImplemented` for an action that the edition
  /// does not have or the other side never sends. That a SEND came as one and a CALL as one
  /// is the caller's to check (`isSend`).
  @inlinable public func dispatch<Handler: StationHandler>(
    _ reader: inout JSONReader, toStation handler: inout Handler
  ) throws(DecodeError) -> Handler.Output {
    if !exists(in: reader.edition) { throw reader.neverSent() }
    switch self {
    case .certificateSigned:
      var request = CertificateSignedRequest.makeBlank()
      try reader.readLast(&request)
      return handler.certificateSigned(request)
    case .getBaseReport:
      var request = GetBaseReportRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getBaseReport(request)
    case .getReport:
      var request = GetReportRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getReport(request)
    case .getVariables:
      var request = GetVariablesRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getVariables(request)
    case .reset:
      var request = ResetRequest.makeBlank()
      try reader.readLast(&request)
      return handler.reset(request)
    case .setNetworkProfile:
      var request = SetNetworkProfileRequest.makeBlank()
      try reader.readLast(&request)
      return handler.setNetworkProfile(request)
    case .setVariables:
      var request = SetVariablesRequest.makeBlank()
      try reader.readLast(&request)
      return handler.setVariables(request)
    case .clearCache:
      var request = ClearCacheRequest.makeBlank()
      try reader.readLast(&request)
      return handler.clearCache(request)
    case .getLocalListVersion:
      var request = GetLocalListVersionRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getLocalListVersion(request)
    case .sendLocalList:
      var request = SendLocalListRequest.makeBlank()
      try reader.readLast(&request)
      return handler.sendLocalList(request)
    case .getTransactionStatus:
      var request = GetTransactionStatusRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getTransactionStatus(request)
    case .requestStartTransaction:
      var request = RequestStartTransactionRequest.makeBlank()
      try reader.readLast(&request)
      return handler.requestStartTransaction(request)
    case .requestStopTransaction:
      var request = RequestStopTransactionRequest.makeBlank()
      try reader.readLast(&request)
      return handler.requestStopTransaction(request)
    case .triggerMessage:
      var request = TriggerMessageRequest.makeBlank()
      try reader.readLast(&request)
      return handler.triggerMessage(request)
    case .unlockConnector:
      var request = UnlockConnectorRequest.makeBlank()
      try reader.readLast(&request)
      return handler.unlockConnector(request)
    case .changeAvailability:
      var request = ChangeAvailabilityRequest.makeBlank()
      try reader.readLast(&request)
      return handler.changeAvailability(request)
    case .cancelReservation:
      var request = CancelReservationRequest.makeBlank()
      try reader.readLast(&request)
      return handler.cancelReservation(request)
    case .reserveNow:
      var request = ReserveNowRequest.makeBlank()
      try reader.readLast(&request)
      return handler.reserveNow(request)
    case .costUpdated:
      var request = CostUpdatedRequest.makeBlank()
      try reader.readLast(&request)
      return handler.costUpdated(request)
    case .clearChargingProfile:
      var request = ClearChargingProfileRequest.makeBlank()
      try reader.readLast(&request)
      return handler.clearChargingProfile(request)
    case .getChargingProfiles:
      var request = GetChargingProfilesRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getChargingProfiles(request)
    case .getCompositeSchedule:
      var request = GetCompositeScheduleRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getCompositeSchedule(request)
    case .setChargingProfile:
      var request = SetChargingProfileRequest.makeBlank()
      try reader.readLast(&request)
      return handler.setChargingProfile(request)
    case .publishFirmware:
      var request = PublishFirmwareRequest.makeBlank()
      try reader.readLast(&request)
      return handler.publishFirmware(request)
    case .unpublishFirmware:
      var request = UnpublishFirmwareRequest.makeBlank()
      try reader.readLast(&request)
      return handler.unpublishFirmware(request)
    case .updateFirmware:
      var request = UpdateFirmwareRequest.makeBlank()
      try reader.readLast(&request)
      return handler.updateFirmware(request)
    case .deleteCertificate:
      var request = DeleteCertificateRequest.makeBlank()
      try reader.readLast(&request)
      return handler.deleteCertificate(request)
    case .getInstalledCertificateIds:
      var request = GetInstalledCertificateIdsRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getInstalledCertificateIds(request)
    case .installCertificate:
      var request = InstallCertificateRequest.makeBlank()
      try reader.readLast(&request)
      return handler.installCertificate(request)
    case .clearVariableMonitoring:
      var request = ClearVariableMonitoringRequest.makeBlank()
      try reader.readLast(&request)
      return handler.clearVariableMonitoring(request)
    case .customerInformation:
      var request = CustomerInformationRequest.makeBlank()
      try reader.readLast(&request)
      return handler.customerInformation(request)
    case .getLog:
      var request = GetLogRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getLog(request)
    case .getMonitoringReport:
      var request = GetMonitoringReportRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getMonitoringReport(request)
    case .setMonitoringBase:
      var request = SetMonitoringBaseRequest.makeBlank()
      try reader.readLast(&request)
      return handler.setMonitoringBase(request)
    case .setMonitoringLevel:
      var request = SetMonitoringLevelRequest.makeBlank()
      try reader.readLast(&request)
      return handler.setMonitoringLevel(request)
    case .setVariableMonitoring:
      var request = SetVariableMonitoringRequest.makeBlank()
      try reader.readLast(&request)
      return handler.setVariableMonitoring(request)
    case .clearDisplayMessage:
      var request = ClearDisplayMessageRequest.makeBlank()
      try reader.readLast(&request)
      return handler.clearDisplayMessage(request)
    case .getDisplayMessages:
      var request = GetDisplayMessagesRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getDisplayMessages(request)
    case .setDisplayMessage:
      var request = SetDisplayMessageRequest.makeBlank()
      try reader.readLast(&request)
      return handler.setDisplayMessage(request)
    case .dataTransfer:
      var request = DataTransferRequest.makeBlank()
      try reader.readLast(&request)
      return handler.dataTransfer(request)
    case .notifyWebPaymentStarted:
      var request = NotifyWebPaymentStartedRequest.makeBlank()
      try reader.readLast(&request)
      return handler.notifyWebPaymentStarted(request)
    case .changeTransactionTariff:
      var request = ChangeTransactionTariffRequest.makeBlank()
      try reader.readLast(&request)
      return handler.changeTransactionTariff(request)
    case .clearTariffs:
      var request = ClearTariffsRequest.makeBlank()
      try reader.readLast(&request)
      return handler.clearTariffs(request)
    case .getTariffs:
      var request = GetTariffsRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getTariffs(request)
    case .setDefaultTariff:
      var request = SetDefaultTariffRequest.makeBlank()
      try reader.readLast(&request)
      return handler.setDefaultTariff(request)
    case .updateDynamicSchedule:
      var request = UpdateDynamicScheduleRequest.makeBlank()
      try reader.readLast(&request)
      return handler.updateDynamicSchedule(request)
    case .usePriorityCharging:
      var request = UsePriorityChargingRequest.makeBlank()
      try reader.readLast(&request)
      return handler.usePriorityCharging(request)
    case .adjustPeriodicEventStream:
      var request = AdjustPeriodicEventStreamRequest.makeBlank()
      try reader.readLast(&request)
      return handler.adjustPeriodicEventStream(request)
    case .getPeriodicEventStream:
      var request = GetPeriodicEventStreamRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getPeriodicEventStream(request)
    case .afrrSignal:
      var request = AFRRSignalRequest.makeBlank()
      try reader.readLast(&request)
      return handler.afrrSignal(request)
    case .notifyAllowedEnergyTransfer:
      var request = NotifyAllowedEnergyTransferRequest.makeBlank()
      try reader.readLast(&request)
      return handler.notifyAllowedEnergyTransfer(request)
    case .clearDERControl:
      var request = ClearDERControlRequest.makeBlank()
      try reader.readLast(&request)
      return handler.clearDERControl(request)
    case .getDERControl:
      var request = GetDERControlRequest.makeBlank()
      try reader.readLast(&request)
      return handler.getDERControl(request)
    case .setDERControl:
      var request = SetDERControlRequest.makeBlank()
      try reader.readLast(&request)
      return handler.setDERControl(request)
    case .requestBatterySwap:
      var request = RequestBatterySwapRequest.makeBlank()
      try reader.readLast(&request)
      return handler.requestBatterySwap(request)
    default: throw reader.neverSent()
    }
  }
}

extension Action {
  /// Calls the visitor with the message type of this action.
  @inlinable public func visit<Visitor: MessageVisitor>(
    _ visitor: inout Visitor
  ) -> Visitor.Output {
    switch self {
    case .certificateSigned: visitor.visit(CertificateSignedRequest.self)
    case .securityEventNotification: visitor.visit(SecurityEventNotificationRequest.self)
    case .signCertificate: visitor.visit(SignCertificateRequest.self)
    case .bootNotification: visitor.visit(BootNotificationRequest.self)
    case .getBaseReport: visitor.visit(GetBaseReportRequest.self)
    case .getReport: visitor.visit(GetReportRequest.self)
    case .getVariables: visitor.visit(GetVariablesRequest.self)
    case .notifyReport: visitor.visit(NotifyReportRequest.self)
    case .reset: visitor.visit(ResetRequest.self)
    case .setNetworkProfile: visitor.visit(SetNetworkProfileRequest.self)
    case .setVariables: visitor.visit(SetVariablesRequest.self)
    case .authorize: visitor.visit(AuthorizeRequest.self)
    case .clearCache: visitor.visit(ClearCacheRequest.self)
    case .getLocalListVersion: visitor.visit(GetLocalListVersionRequest.self)
    case .sendLocalList: visitor.visit(SendLocalListRequest.self)
    case .getTransactionStatus: visitor.visit(GetTransactionStatusRequest.self)
    case .transactionEvent: visitor.visit(TransactionEventRequest.self)
    case .requestStartTransaction: visitor.visit(RequestStartTransactionRequest.self)
    case .requestStopTransaction: visitor.visit(RequestStopTransactionRequest.self)
    case .triggerMessage: visitor.visit(TriggerMessageRequest.self)
    case .unlockConnector: visitor.visit(UnlockConnectorRequest.self)
    case .changeAvailability: visitor.visit(ChangeAvailabilityRequest.self)
    case .heartbeat: visitor.visit(HeartbeatRequest.self)
    case .statusNotification: visitor.visit(StatusNotificationRequest.self)
    case .cancelReservation: visitor.visit(CancelReservationRequest.self)
    case .reservationStatusUpdate: visitor.visit(ReservationStatusUpdateRequest.self)
    case .reserveNow: visitor.visit(ReserveNowRequest.self)
    case .costUpdated: visitor.visit(CostUpdatedRequest.self)
    case .meterValues: visitor.visit(MeterValuesRequest.self)
    case .clearChargingProfile: visitor.visit(ClearChargingProfileRequest.self)
    case .clearedChargingLimit: visitor.visit(ClearedChargingLimitRequest.self)
    case .getChargingProfiles: visitor.visit(GetChargingProfilesRequest.self)
    case .getCompositeSchedule: visitor.visit(GetCompositeScheduleRequest.self)
    case .notifyChargingLimit: visitor.visit(NotifyChargingLimitRequest.self)
    case .notifyEVChargingNeeds: visitor.visit(NotifyEVChargingNeedsRequest.self)
    case .notifyEVChargingSchedule: visitor.visit(NotifyEVChargingScheduleRequest.self)
    case .reportChargingProfiles: visitor.visit(ReportChargingProfilesRequest.self)
    case .setChargingProfile: visitor.visit(SetChargingProfileRequest.self)
    case .firmwareStatusNotification: visitor.visit(FirmwareStatusNotificationRequest.self)
    case .publishFirmware: visitor.visit(PublishFirmwareRequest.self)
    case .publishFirmwareStatusNotification: visitor.visit(PublishFirmwareStatusNotificationRequest.self)
    case .unpublishFirmware: visitor.visit(UnpublishFirmwareRequest.self)
    case .updateFirmware: visitor.visit(UpdateFirmwareRequest.self)
    case .deleteCertificate: visitor.visit(DeleteCertificateRequest.self)
    case .get15118EVCertificate: visitor.visit(Get15118EVCertificateRequest.self)
    case .getCertificateStatus: visitor.visit(GetCertificateStatusRequest.self)
    case .getInstalledCertificateIds: visitor.visit(GetInstalledCertificateIdsRequest.self)
    case .installCertificate: visitor.visit(InstallCertificateRequest.self)
    case .clearVariableMonitoring: visitor.visit(ClearVariableMonitoringRequest.self)
    case .customerInformation: visitor.visit(CustomerInformationRequest.self)
    case .getLog: visitor.visit(GetLogRequest.self)
    case .getMonitoringReport: visitor.visit(GetMonitoringReportRequest.self)
    case .logStatusNotification: visitor.visit(LogStatusNotificationRequest.self)
    case .notifyCustomerInformation: visitor.visit(NotifyCustomerInformationRequest.self)
    case .notifyEvent: visitor.visit(NotifyEventRequest.self)
    case .notifyMonitoringReport: visitor.visit(NotifyMonitoringReportRequest.self)
    case .setMonitoringBase: visitor.visit(SetMonitoringBaseRequest.self)
    case .setMonitoringLevel: visitor.visit(SetMonitoringLevelRequest.self)
    case .setVariableMonitoring: visitor.visit(SetVariableMonitoringRequest.self)
    case .clearDisplayMessage: visitor.visit(ClearDisplayMessageRequest.self)
    case .getDisplayMessages: visitor.visit(GetDisplayMessagesRequest.self)
    case .notifyDisplayMessages: visitor.visit(NotifyDisplayMessagesRequest.self)
    case .setDisplayMessage: visitor.visit(SetDisplayMessageRequest.self)
    case .dataTransfer: visitor.visit(DataTransferRequest.self)
    case .notifySettlement: visitor.visit(NotifySettlementRequest.self)
    case .notifyWebPaymentStarted: visitor.visit(NotifyWebPaymentStartedRequest.self)
    case .vatNumberValidation: visitor.visit(VatNumberValidationRequest.self)
    case .changeTransactionTariff: visitor.visit(ChangeTransactionTariffRequest.self)
    case .clearTariffs: visitor.visit(ClearTariffsRequest.self)
    case .getTariffs: visitor.visit(GetTariffsRequest.self)
    case .setDefaultTariff: visitor.visit(SetDefaultTariffRequest.self)
    case .notifyPriorityCharging: visitor.visit(NotifyPriorityChargingRequest.self)
    case .pullDynamicScheduleUpdate: visitor.visit(PullDynamicScheduleUpdateRequest.self)
    case .updateDynamicSchedule: visitor.visit(UpdateDynamicScheduleRequest.self)
    case .usePriorityCharging: visitor.visit(UsePriorityChargingRequest.self)
    case .getCertificateChainStatus: visitor.visit(GetCertificateChainStatusRequest.self)
    case .adjustPeriodicEventStream: visitor.visit(AdjustPeriodicEventStreamRequest.self)
    case .closePeriodicEventStream: visitor.visit(ClosePeriodicEventStreamRequest.self)
    case .getPeriodicEventStream: visitor.visit(GetPeriodicEventStreamRequest.self)
    case .notifyPeriodicEventStream: visitor.visit(NotifyPeriodicEventStream.self)
    case .openPeriodicEventStream: visitor.visit(OpenPeriodicEventStreamRequest.self)
    case .afrrSignal: visitor.visit(AFRRSignalRequest.self)
    case .notifyAllowedEnergyTransfer: visitor.visit(NotifyAllowedEnergyTransferRequest.self)
    case .clearDERControl: visitor.visit(ClearDERControlRequest.self)
    case .getDERControl: visitor.visit(GetDERControlRequest.self)
    case .notifyDERAlarm: visitor.visit(NotifyDERAlarmRequest.self)
    case .notifyDERStartStop: visitor.visit(NotifyDERStartStopRequest.self)
    case .reportDERControl: visitor.visit(ReportDERControlRequest.self)
    case .setDERControl: visitor.visit(SetDERControlRequest.self)
    case .batterySwap: visitor.visit(BatterySwapRequest.self)
    case .requestBatterySwap: visitor.visit(RequestBatterySwapRequest.self)
    }
  }
}

extension Action {
  /// Validates a request's or a send's payload, as the reader's edition has it, and throws it
  /// away.
  public func checkRequest(_ reader: inout JSONReader) throws(DecodeError) {
    if !exists(in: reader.edition) { throw reader.neverSent() }
    switch self {
    case .certificateSigned: _ = try CertificateSignedRequest.decode(&reader)
    case .securityEventNotification: _ = try SecurityEventNotificationRequest.decode(&reader)
    case .signCertificate: _ = try SignCertificateRequest.decode(&reader)
    case .bootNotification: _ = try BootNotificationRequest.decode(&reader)
    case .getBaseReport: _ = try GetBaseReportRequest.decode(&reader)
    case .getReport: _ = try GetReportRequest.decode(&reader)
    case .getVariables: _ = try GetVariablesRequest.decode(&reader)
    case .notifyReport: _ = try NotifyReportRequest.decode(&reader)
    case .reset: _ = try ResetRequest.decode(&reader)
    case .setNetworkProfile: _ = try SetNetworkProfileRequest.decode(&reader)
    case .setVariables: _ = try SetVariablesRequest.decode(&reader)
    case .authorize: _ = try AuthorizeRequest.decode(&reader)
    case .clearCache: _ = try ClearCacheRequest.decode(&reader)
    case .getLocalListVersion: _ = try GetLocalListVersionRequest.decode(&reader)
    case .sendLocalList: _ = try SendLocalListRequest.decode(&reader)
    case .getTransactionStatus: _ = try GetTransactionStatusRequest.decode(&reader)
    case .transactionEvent: _ = try TransactionEventRequest.decode(&reader)
    case .requestStartTransaction: _ = try RequestStartTransactionRequest.decode(&reader)
    case .requestStopTransaction: _ = try RequestStopTransactionRequest.decode(&reader)
    case .triggerMessage: _ = try TriggerMessageRequest.decode(&reader)
    case .unlockConnector: _ = try UnlockConnectorRequest.decode(&reader)
    case .changeAvailability: _ = try ChangeAvailabilityRequest.decode(&reader)
    case .heartbeat: _ = try HeartbeatRequest.decode(&reader)
    case .statusNotification: _ = try StatusNotificationRequest.decode(&reader)
    case .cancelReservation: _ = try CancelReservationRequest.decode(&reader)
    case .reservationStatusUpdate: _ = try ReservationStatusUpdateRequest.decode(&reader)
    case .reserveNow: _ = try ReserveNowRequest.decode(&reader)
    case .costUpdated: _ = try CostUpdatedRequest.decode(&reader)
    case .meterValues: _ = try MeterValuesRequest.decode(&reader)
    case .clearChargingProfile: _ = try ClearChargingProfileRequest.decode(&reader)
    case .clearedChargingLimit: _ = try ClearedChargingLimitRequest.decode(&reader)
    case .getChargingProfiles: _ = try GetChargingProfilesRequest.decode(&reader)
    case .getCompositeSchedule: _ = try GetCompositeScheduleRequest.decode(&reader)
    case .notifyChargingLimit: _ = try NotifyChargingLimitRequest.decode(&reader)
    case .notifyEVChargingNeeds: _ = try NotifyEVChargingNeedsRequest.decode(&reader)
    case .notifyEVChargingSchedule: _ = try NotifyEVChargingScheduleRequest.decode(&reader)
    case .reportChargingProfiles: _ = try ReportChargingProfilesRequest.decode(&reader)
    case .setChargingProfile: _ = try SetChargingProfileRequest.decode(&reader)
    case .firmwareStatusNotification: _ = try FirmwareStatusNotificationRequest.decode(&reader)
    case .publishFirmware: _ = try PublishFirmwareRequest.decode(&reader)
    case .publishFirmwareStatusNotification: _ = try PublishFirmwareStatusNotificationRequest.decode(&reader)
    case .unpublishFirmware: _ = try UnpublishFirmwareRequest.decode(&reader)
    case .updateFirmware: _ = try UpdateFirmwareRequest.decode(&reader)
    case .deleteCertificate: _ = try DeleteCertificateRequest.decode(&reader)
    case .get15118EVCertificate: _ = try Get15118EVCertificateRequest.decode(&reader)
    case .getCertificateStatus: _ = try GetCertificateStatusRequest.decode(&reader)
    case .getInstalledCertificateIds: _ = try GetInstalledCertificateIdsRequest.decode(&reader)
    case .installCertificate: _ = try InstallCertificateRequest.decode(&reader)
    case .clearVariableMonitoring: _ = try ClearVariableMonitoringRequest.decode(&reader)
    case .customerInformation: _ = try CustomerInformationRequest.decode(&reader)
    case .getLog: _ = try GetLogRequest.decode(&reader)
    case .getMonitoringReport: _ = try GetMonitoringReportRequest.decode(&reader)
    case .logStatusNotification: _ = try LogStatusNotificationRequest.decode(&reader)
    case .notifyCustomerInformation: _ = try NotifyCustomerInformationRequest.decode(&reader)
    case .notifyEvent: _ = try NotifyEventRequest.decode(&reader)
    case .notifyMonitoringReport: _ = try NotifyMonitoringReportRequest.decode(&reader)
    case .setMonitoringBase: _ = try SetMonitoringBaseRequest.decode(&reader)
    case .setMonitoringLevel: _ = try SetMonitoringLevelRequest.decode(&reader)
    case .setVariableMonitoring: _ = try SetVariableMonitoringRequest.decode(&reader)
    case .clearDisplayMessage: _ = try ClearDisplayMessageRequest.decode(&reader)
    case .getDisplayMessages: _ = try GetDisplayMessagesRequest.decode(&reader)
    case .notifyDisplayMessages: _ = try NotifyDisplayMessagesRequest.decode(&reader)
    case .setDisplayMessage: _ = try SetDisplayMessageRequest.decode(&reader)
    case .dataTransfer: _ = try DataTransferRequest.decode(&reader)
    case .notifySettlement: _ = try NotifySettlementRequest.decode(&reader)
    case .notifyWebPaymentStarted: _ = try NotifyWebPaymentStartedRequest.decode(&reader)
    case .vatNumberValidation: _ = try VatNumberValidationRequest.decode(&reader)
    case .changeTransactionTariff: _ = try ChangeTransactionTariffRequest.decode(&reader)
    case .clearTariffs: _ = try ClearTariffsRequest.decode(&reader)
    case .getTariffs: _ = try GetTariffsRequest.decode(&reader)
    case .setDefaultTariff: _ = try SetDefaultTariffRequest.decode(&reader)
    case .notifyPriorityCharging: _ = try NotifyPriorityChargingRequest.decode(&reader)
    case .pullDynamicScheduleUpdate: _ = try PullDynamicScheduleUpdateRequest.decode(&reader)
    case .updateDynamicSchedule: _ = try UpdateDynamicScheduleRequest.decode(&reader)
    case .usePriorityCharging: _ = try UsePriorityChargingRequest.decode(&reader)
    case .getCertificateChainStatus: _ = try GetCertificateChainStatusRequest.decode(&reader)
    case .adjustPeriodicEventStream: _ = try AdjustPeriodicEventStreamRequest.decode(&reader)
    case .closePeriodicEventStream: _ = try ClosePeriodicEventStreamRequest.decode(&reader)
    case .getPeriodicEventStream: _ = try GetPeriodicEventStreamRequest.decode(&reader)
    case .notifyPeriodicEventStream: _ = try NotifyPeriodicEventStream.decode(&reader)
    case .openPeriodicEventStream: _ = try OpenPeriodicEventStreamRequest.decode(&reader)
    case .afrrSignal: _ = try AFRRSignalRequest.decode(&reader)
    case .notifyAllowedEnergyTransfer: _ = try NotifyAllowedEnergyTransferRequest.decode(&reader)
    case .clearDERControl: _ = try ClearDERControlRequest.decode(&reader)
    case .getDERControl: _ = try GetDERControlRequest.decode(&reader)
    case .notifyDERAlarm: _ = try NotifyDERAlarmRequest.decode(&reader)
    case .notifyDERStartStop: _ = try NotifyDERStartStopRequest.decode(&reader)
    case .reportDERControl: _ = try ReportDERControlRequest.decode(&reader)
    case .setDERControl: _ = try SetDERControlRequest.decode(&reader)
    case .batterySwap: _ = try BatterySwapRequest.decode(&reader)
    case .requestBatterySwap: _ = try RequestBatterySwapRequest.decode(&reader)
    }
  }

  /// Validates a response's payload, as the reader's edition has it, and throws it away. A send
  /// has none.
  public func checkResponse(_ reader: inout JSONReader) throws(DecodeError) {
    if !exists(in: reader.edition) { throw reader.neverSent() }
    switch self {
    case .certificateSigned: _ = try CertificateSignedResponse.decode(&reader)
    case .securityEventNotification: _ = try SecurityEventNotificationResponse.decode(&reader)
    case .signCertificate: _ = try SignCertificateResponse.decode(&reader)
    case .bootNotification: _ = try BootNotificationResponse.decode(&reader)
    case .getBaseReport: _ = try GetBaseReportResponse.decode(&reader)
    case .getReport: _ = try GetReportResponse.decode(&reader)
    case .getVariables: _ = try GetVariablesResponse.decode(&reader)
    case .notifyReport: _ = try NotifyReportResponse.decode(&reader)
    case .reset: _ = try ResetResponse.decode(&reader)
    case .setNetworkProfile: _ = try SetNetworkProfileResponse.decode(&reader)
    case .setVariables: _ = try SetVariablesResponse.decode(&reader)
    case .authorize: _ = try AuthorizeResponse.decode(&reader)
    case .clearCache: _ = try ClearCacheResponse.decode(&reader)
    case .getLocalListVersion: _ = try GetLocalListVersionResponse.decode(&reader)
    case .sendLocalList: _ = try SendLocalListResponse.decode(&reader)
    case .getTransactionStatus: _ = try GetTransactionStatusResponse.decode(&reader)
    case .transactionEvent: _ = try TransactionEventResponse.decode(&reader)
    case .requestStartTransaction: _ = try RequestStartTransactionResponse.decode(&reader)
    case .requestStopTransaction: _ = try RequestStopTransactionResponse.decode(&reader)
    case .triggerMessage: _ = try TriggerMessageResponse.decode(&reader)
    case .unlockConnector: _ = try UnlockConnectorResponse.decode(&reader)
    case .changeAvailability: _ = try ChangeAvailabilityResponse.decode(&reader)
    case .heartbeat: _ = try HeartbeatResponse.decode(&reader)
    case .statusNotification: _ = try StatusNotificationResponse.decode(&reader)
    case .cancelReservation: _ = try CancelReservationResponse.decode(&reader)
    case .reservationStatusUpdate: _ = try ReservationStatusUpdateResponse.decode(&reader)
    case .reserveNow: _ = try ReserveNowResponse.decode(&reader)
    case .costUpdated: _ = try CostUpdatedResponse.decode(&reader)
    case .meterValues: _ = try MeterValuesResponse.decode(&reader)
    case .clearChargingProfile: _ = try ClearChargingProfileResponse.decode(&reader)
    case .clearedChargingLimit: _ = try ClearedChargingLimitResponse.decode(&reader)
    case .getChargingProfiles: _ = try GetChargingProfilesResponse.decode(&reader)
    case .getCompositeSchedule: _ = try GetCompositeScheduleResponse.decode(&reader)
    case .notifyChargingLimit: _ = try NotifyChargingLimitResponse.decode(&reader)
    case .notifyEVChargingNeeds: _ = try NotifyEVChargingNeedsResponse.decode(&reader)
    case .notifyEVChargingSchedule: _ = try NotifyEVChargingScheduleResponse.decode(&reader)
    case .reportChargingProfiles: _ = try ReportChargingProfilesResponse.decode(&reader)
    case .setChargingProfile: _ = try SetChargingProfileResponse.decode(&reader)
    case .firmwareStatusNotification: _ = try FirmwareStatusNotificationResponse.decode(&reader)
    case .publishFirmware: _ = try PublishFirmwareResponse.decode(&reader)
    case .publishFirmwareStatusNotification: _ = try PublishFirmwareStatusNotificationResponse.decode(&reader)
    case .unpublishFirmware: _ = try UnpublishFirmwareResponse.decode(&reader)
    case .updateFirmware: _ = try UpdateFirmwareResponse.decode(&reader)
    case .deleteCertificate: _ = try DeleteCertificateResponse.decode(&reader)
    case .get15118EVCertificate: _ = try Get15118EVCertificateResponse.decode(&reader)
    case .getCertificateStatus: _ = try GetCertificateStatusResponse.decode(&reader)
    case .getInstalledCertificateIds: _ = try GetInstalledCertificateIdsResponse.decode(&reader)
    case .installCertificate: _ = try InstallCertificateResponse.decode(&reader)
    case .clearVariableMonitoring: _ = try ClearVariableMonitoringResponse.decode(&reader)
    case .customerInformation: _ = try CustomerInformationResponse.decode(&reader)
    case .getLog: _ = try GetLogResponse.decode(&reader)
    case .getMonitoringReport: _ = try GetMonitoringReportResponse.decode(&reader)
    case .logStatusNotification: _ = try LogStatusNotificationResponse.decode(&reader)
    case .notifyCustomerInformation: _ = try NotifyCustomerInformationResponse.decode(&reader)
    case .notifyEvent: _ = try NotifyEventResponse.decode(&reader)
    case .notifyMonitoringReport: _ = try NotifyMonitoringReportResponse.decode(&reader)
    case .setMonitoringBase: _ = try SetMonitoringBaseResponse.decode(&reader)
    case .setMonitoringLevel: _ = try SetMonitoringLevelResponse.decode(&reader)
    case .setVariableMonitoring: _ = try SetVariableMonitoringResponse.decode(&reader)
    case .clearDisplayMessage: _ = try ClearDisplayMessageResponse.decode(&reader)
    case .getDisplayMessages: _ = try GetDisplayMessagesResponse.decode(&reader)
    case .notifyDisplayMessages: _ = try NotifyDisplayMessagesResponse.decode(&reader)
    case .setDisplayMessage: _ = try SetDisplayMessageResponse.decode(&reader)
    case .dataTransfer: _ = try DataTransferResponse.decode(&reader)
    case .notifySettlement: _ = try NotifySettlementResponse.decode(&reader)
    case .notifyWebPaymentStarted: _ = try NotifyWebPaymentStartedResponse.decode(&reader)
    case .vatNumberValidation: _ = try VatNumberValidationResponse.decode(&reader)
    case .changeTransactionTariff: _ = try ChangeTransactionTariffResponse.decode(&reader)
    case .clearTariffs: _ = try ClearTariffsResponse.decode(&reader)
    case .getTariffs: _ = try GetTariffsResponse.decode(&reader)
    case .setDefaultTariff: _ = try SetDefaultTariffResponse.decode(&reader)
    case .notifyPriorityCharging: _ = try NotifyPriorityChargingResponse.decode(&reader)
    case .pullDynamicScheduleUpdate: _ = try PullDynamicScheduleUpdateResponse.decode(&reader)
    case .updateDynamicSchedule: _ = try UpdateDynamicScheduleResponse.decode(&reader)
    case .usePriorityCharging: _ = try UsePriorityChargingResponse.decode(&reader)
    case .getCertificateChainStatus: _ = try GetCertificateChainStatusResponse.decode(&reader)
    case .adjustPeriodicEventStream: _ = try AdjustPeriodicEventStreamResponse.decode(&reader)
    case .closePeriodicEventStream: _ = try ClosePeriodicEventStreamResponse.decode(&reader)
    case .getPeriodicEventStream: _ = try GetPeriodicEventStreamResponse.decode(&reader)
    case .notifyPeriodicEventStream: throw reader.neverSent()
    case .openPeriodicEventStream: _ = try OpenPeriodicEventStreamResponse.decode(&reader)
    case .afrrSignal: _ = try AFRRSignalResponse.decode(&reader)
    case .notifyAllowedEnergyTransfer: _ = try NotifyAllowedEnergyTransferResponse.decode(&reader)
    case .clearDERControl: _ = try ClearDERControlResponse.decode(&reader)
    case .getDERControl: _ = try GetDERControlResponse.decode(&reader)
    case .notifyDERAlarm: _ = try NotifyDERAlarmResponse.decode(&reader)
    case .notifyDERStartStop: _ = try NotifyDERStartStopResponse.decode(&reader)
    case .reportDERControl: _ = try ReportDERControlResponse.decode(&reader)
    case .setDERControl: _ = try SetDERControlResponse.decode(&reader)
    case .batterySwap: _ = try BatterySwapResponse.decode(&reader)
    case .requestBatterySwap: _ = try RequestBatterySwapResponse.decode(&reader)
    }
  }
}
