// Generated from Model/ocpp1.6.model by Tools/generator; do not edit.
public import OCPPJSON

/// Answers what charge points ask: one method per request a charge point may send.
public protocol CentralSystemHandler {
  /// What answering comes to.
  associatedtype Output
  mutating func authorize(_ request: AuthorizeRequest) -> Output
  mutating func bootNotification(_ request: BootNotificationRequest) -> Output
  mutating func dataTransfer(_ request: DataTransferRequest) -> Output
  mutating func heartbeat(_ request: HeartbeatRequest) -> Output
  mutating func meterValues(_ request: MeterValuesRequest) -> Output
  mutating func startTransaction(_ request: StartTransactionRequest) -> Output
  mutating func statusNotification(_ request: StatusNotificationRequest) -> Output
  mutating func stopTransaction(_ request: StopTransactionRequest) -> Output
  mutating func diagnosticsStatusNotification(_ request: DiagnosticsStatusNotificationRequest) -> Output
  mutating func firmwareStatusNotification(_ request: FirmwareStatusNotificationRequest) -> Output
  mutating func logStatusNotification(_ request: LogStatusNotificationRequest) -> Output
  mutating func securityEventNotification(_ request: SecurityEventNotificationRequest) -> Output
  mutating func signCertificate(_ request: SignCertificateRequest) -> Output
  mutating func signedFirmwareStatusNotification(_ request: SignedFirmwareStatusNotificationRequest) -> Output
}

/// Answers what the central system asks: one method per request it may send.
public protocol StationHandler {
  /// What answering comes to.
  associatedtype Output
  mutating func changeAvailability(_ request: ChangeAvailabilityRequest) -> Output
  mutating func changeConfiguration(_ request: ChangeConfigurationRequest) -> Output
  mutating func clearCache(_ request: ClearCacheRequest) -> Output
  mutating func dataTransfer(_ request: DataTransferRequest) -> Output
  mutating func getConfiguration(_ request: GetConfigurationRequest) -> Output
  mutating func remoteStartTransaction(_ request: RemoteStartTransactionRequest) -> Output
  mutating func remoteStopTransaction(_ request: RemoteStopTransactionRequest) -> Output
  mutating func reset(_ request: ResetRequest) -> Output
  mutating func unlockConnector(_ request: UnlockConnectorRequest) -> Output
  mutating func getDiagnostics(_ request: GetDiagnosticsRequest) -> Output
  mutating func updateFirmware(_ request: UpdateFirmwareRequest) -> Output
  mutating func getLocalListVersion(_ request: GetLocalListVersionRequest) -> Output
  mutating func sendLocalList(_ request: SendLocalListRequest) -> Output
  mutating func triggerMessage(_ request: TriggerMessageRequest) -> Output
  mutating func cancelReservation(_ request: CancelReservationRequest) -> Output
  mutating func reserveNow(_ request: ReserveNowRequest) -> Output
  mutating func clearChargingProfile(_ request: ClearChargingProfileRequest) -> Output
  mutating func getCompositeSchedule(_ request: GetCompositeScheduleRequest) -> Output
  mutating func setChargingProfile(_ request: SetChargingProfileRequest) -> Output
  mutating func certificateSigned(_ request: CertificateSignedRequest) -> Output
  mutating func deleteCertificate(_ request: DeleteCertificateRequest) -> Output
  mutating func extendedTriggerMessage(_ request: ExtendedTriggerMessageRequest) -> Output
  mutating func getInstalledCertificateIds(_ request: GetInstalledCertificateIdsRequest) -> Output
  mutating func getLog(_ request: GetLogRequest) -> Output
  mutating func installCertificate(_ request: InstallCertificateRequest) -> Output
  mutating func signedUpdateFirmware(_ request: SignedUpdateFirmwareRequest) -> Output
}

extension Action {
  /// Reads the payload of a call of this action and the rest of its frame (`]`), and then
  /// calls the handler's method for it. Nothing is called when anything is wrong. Throws
  /// `notImplemented` for an action that the other side never sends.
  @inlinable public func dispatch<Handler: CentralSystemHandler>(
    _ reader: inout JSONReader, toCentralSystem handler: inout Handler
  ) throws(DecodeError) -> Handler.Output {
    switch self {
    case .authorize:
      var request = AuthorizeRequest(blank: ())
      try reader.readLast(&request)
      return handler.authorize(request)
    case .bootNotification:
      var request = BootNotificationRequest(blank: ())
      try reader.readLast(&request)
      return handler.bootNotification(request)
    case .dataTransfer:
      var request = DataTransferRequest(blank: ())
      try reader.readLast(&request)
      return handler.dataTransfer(request)
    case .heartbeat:
      var request = HeartbeatRequest(blank: ())
      try reader.readLast(&request)
      return handler.heartbeat(request)
    case .meterValues:
      var request = MeterValuesRequest(blank: ())
      try reader.readLast(&request)
      return handler.meterValues(request)
    case .startTransaction:
      var request = StartTransactionRequest(blank: ())
      try reader.readLast(&request)
      return handler.startTransaction(request)
    case .statusNotification:
      var request = StatusNotificationRequest(blank: ())
      try reader.readLast(&request)
      return handler.statusNotification(request)
    case .stopTransaction:
      var request = StopTransactionRequest(blank: ())
      try reader.readLast(&request)
      return handler.stopTransaction(request)
    case .diagnosticsStatusNotification:
      var request = DiagnosticsStatusNotificationRequest(blank: ())
      try reader.readLast(&request)
      return handler.diagnosticsStatusNotification(request)
    case .firmwareStatusNotification:
      var request = FirmwareStatusNotificationRequest(blank: ())
      try reader.readLast(&request)
      return handler.firmwareStatusNotification(request)
    case .logStatusNotification:
      var request = LogStatusNotificationRequest(blank: ())
      try reader.readLast(&request)
      return handler.logStatusNotification(request)
    case .securityEventNotification:
      var request = SecurityEventNotificationRequest(blank: ())
      try reader.readLast(&request)
      return handler.securityEventNotification(request)
    case .signCertificate:
      var request = SignCertificateRequest(blank: ())
      try reader.readLast(&request)
      return handler.signCertificate(request)
    case .signedFirmwareStatusNotification:
      var request = SignedFirmwareStatusNotificationRequest(blank: ())
      try reader.readLast(&request)
      return handler.signedFirmwareStatusNotification(request)
    default: throw reader.neverSent()
    }
  }
}

extension Action {
  /// Reads the payload of a call of this action and the rest of its frame (`]`), and then
  /// calls the handler's method for it. Nothing is called when anything is wrong. Throws
  /// `notImplemented` for an action that the other side never sends.
  @inlinable public func dispatch<Handler: StationHandler>(
    _ reader: inout JSONReader, toStation handler: inout Handler
  ) throws(DecodeError) -> Handler.Output {
    switch self {
    case .changeAvailability:
      var request = ChangeAvailabilityRequest(blank: ())
      try reader.readLast(&request)
      return handler.changeAvailability(request)
    case .changeConfiguration:
      var request = ChangeConfigurationRequest(blank: ())
      try reader.readLast(&request)
      return handler.changeConfiguration(request)
    case .clearCache:
      var request = ClearCacheRequest(blank: ())
      try reader.readLast(&request)
      return handler.clearCache(request)
    case .dataTransfer:
      var request = DataTransferRequest(blank: ())
      try reader.readLast(&request)
      return handler.dataTransfer(request)
    case .getConfiguration:
      var request = GetConfigurationRequest(blank: ())
      try reader.readLast(&request)
      return handler.getConfiguration(request)
    case .remoteStartTransaction:
      var request = RemoteStartTransactionRequest(blank: ())
      try reader.readLast(&request)
      return handler.remoteStartTransaction(request)
    case .remoteStopTransaction:
      var request = RemoteStopTransactionRequest(blank: ())
      try reader.readLast(&request)
      return handler.remoteStopTransaction(request)
    case .reset:
      var request = ResetRequest(blank: ())
      try reader.readLast(&request)
      return handler.reset(request)
    case .unlockConnector:
      var request = UnlockConnectorRequest(blank: ())
      try reader.readLast(&request)
      return handler.unlockConnector(request)
    case .getDiagnostics:
      var request = GetDiagnosticsRequest(blank: ())
      try reader.readLast(&request)
      return handler.getDiagnostics(request)
    case .updateFirmware:
      var request = UpdateFirmwareRequest(blank: ())
      try reader.readLast(&request)
      return handler.updateFirmware(request)
    case .getLocalListVersion:
      var request = GetLocalListVersionRequest(blank: ())
      try reader.readLast(&request)
      return handler.getLocalListVersion(request)
    case .sendLocalList:
      var request = SendLocalListRequest(blank: ())
      try reader.readLast(&request)
      return handler.sendLocalList(request)
    case .triggerMessage:
      var request = TriggerMessageRequest(blank: ())
      try reader.readLast(&request)
      return handler.triggerMessage(request)
    case .cancelReservation:
      var request = CancelReservationRequest(blank: ())
      try reader.readLast(&request)
      return handler.cancelReservation(request)
    case .reserveNow:
      var request = ReserveNowRequest(blank: ())
      try reader.readLast(&request)
      return handler.reserveNow(request)
    case .clearChargingProfile:
      var request = ClearChargingProfileRequest(blank: ())
      try reader.readLast(&request)
      return handler.clearChargingProfile(request)
    case .getCompositeSchedule:
      var request = GetCompositeScheduleRequest(blank: ())
      try reader.readLast(&request)
      return handler.getCompositeSchedule(request)
    case .setChargingProfile:
      var request = SetChargingProfileRequest(blank: ())
      try reader.readLast(&request)
      return handler.setChargingProfile(request)
    case .certificateSigned:
      var request = CertificateSignedRequest(blank: ())
      try reader.readLast(&request)
      return handler.certificateSigned(request)
    case .deleteCertificate:
      var request = DeleteCertificateRequest(blank: ())
      try reader.readLast(&request)
      return handler.deleteCertificate(request)
    case .extendedTriggerMessage:
      var request = ExtendedTriggerMessageRequest(blank: ())
      try reader.readLast(&request)
      return handler.extendedTriggerMessage(request)
    case .getInstalledCertificateIds:
      var request = GetInstalledCertificateIdsRequest(blank: ())
      try reader.readLast(&request)
      return handler.getInstalledCertificateIds(request)
    case .getLog:
      var request = GetLogRequest(blank: ())
      try reader.readLast(&request)
      return handler.getLog(request)
    case .installCertificate:
      var request = InstallCertificateRequest(blank: ())
      try reader.readLast(&request)
      return handler.installCertificate(request)
    case .signedUpdateFirmware:
      var request = SignedUpdateFirmwareRequest(blank: ())
      try reader.readLast(&request)
      return handler.signedUpdateFirmware(request)
    default: throw reader.neverSent()
    }
  }
}

extension Action {
  /// Calls the visitor with the request type of this action.
  @inlinable public func visit<Visitor: RequestVisitor>(
    _ visitor: inout Visitor
  ) -> Visitor.Output {
    switch self {
    case .authorize: visitor.visit(AuthorizeRequest.self)
    case .bootNotification: visitor.visit(BootNotificationRequest.self)
    case .changeAvailability: visitor.visit(ChangeAvailabilityRequest.self)
    case .changeConfiguration: visitor.visit(ChangeConfigurationRequest.self)
    case .clearCache: visitor.visit(ClearCacheRequest.self)
    case .dataTransfer: visitor.visit(DataTransferRequest.self)
    case .getConfiguration: visitor.visit(GetConfigurationRequest.self)
    case .heartbeat: visitor.visit(HeartbeatRequest.self)
    case .meterValues: visitor.visit(MeterValuesRequest.self)
    case .remoteStartTransaction: visitor.visit(RemoteStartTransactionRequest.self)
    case .remoteStopTransaction: visitor.visit(RemoteStopTransactionRequest.self)
    case .reset: visitor.visit(ResetRequest.self)
    case .startTransaction: visitor.visit(StartTransactionRequest.self)
    case .statusNotification: visitor.visit(StatusNotificationRequest.self)
    case .stopTransaction: visitor.visit(StopTransactionRequest.self)
    case .unlockConnector: visitor.visit(UnlockConnectorRequest.self)
    case .diagnosticsStatusNotification: visitor.visit(DiagnosticsStatusNotificationRequest.self)
    case .firmwareStatusNotification: visitor.visit(FirmwareStatusNotificationRequest.self)
    case .getDiagnostics: visitor.visit(GetDiagnosticsRequest.self)
    case .updateFirmware: visitor.visit(UpdateFirmwareRequest.self)
    case .getLocalListVersion: visitor.visit(GetLocalListVersionRequest.self)
    case .sendLocalList: visitor.visit(SendLocalListRequest.self)
    case .triggerMessage: visitor.visit(TriggerMessageRequest.self)
    case .cancelReservation: visitor.visit(CancelReservationRequest.self)
    case .reserveNow: visitor.visit(ReserveNowRequest.self)
    case .clearChargingProfile: visitor.visit(ClearChargingProfileRequest.self)
    case .getCompositeSchedule: visitor.visit(GetCompositeScheduleRequest.self)
    case .setChargingProfile: visitor.visit(SetChargingProfileRequest.self)
    case .certificateSigned: visitor.visit(CertificateSignedRequest.self)
    case .deleteCertificate: visitor.visit(DeleteCertificateRequest.self)
    case .extendedTriggerMessage: visitor.visit(ExtendedTriggerMessageRequest.self)
    case .getInstalledCertificateIds: visitor.visit(GetInstalledCertificateIdsRequest.self)
    case .getLog: visitor.visit(GetLogRequest.self)
    case .installCertificate: visitor.visit(InstallCertificateRequest.self)
    case .logStatusNotification: visitor.visit(LogStatusNotificationRequest.self)
    case .securityEventNotification: visitor.visit(SecurityEventNotificationRequest.self)
    case .signCertificate: visitor.visit(SignCertificateRequest.self)
    case .signedFirmwareStatusNotification: visitor.visit(SignedFirmwareStatusNotificationRequest.self)
    case .signedUpdateFirmware: visitor.visit(SignedUpdateFirmwareRequest.self)
    }
  }
}

extension Action {
  /// Validates a request's payload and throws it away.
  public func checkRequest(_ reader: inout JSONReader) throws(DecodeError) {
    switch self {
    case .authorize: _ = try AuthorizeRequest.decode(&reader)
    case .bootNotification: _ = try BootNotificationRequest.decode(&reader)
    case .changeAvailability: _ = try ChangeAvailabilityRequest.decode(&reader)
    case .changeConfiguration: _ = try ChangeConfigurationRequest.decode(&reader)
    case .clearCache: _ = try ClearCacheRequest.decode(&reader)
    case .dataTransfer: _ = try DataTransferRequest.decode(&reader)
    case .getConfiguration: _ = try GetConfigurationRequest.decode(&reader)
    case .heartbeat: _ = try HeartbeatRequest.decode(&reader)
    case .meterValues: _ = try MeterValuesRequest.decode(&reader)
    case .remoteStartTransaction: _ = try RemoteStartTransactionRequest.decode(&reader)
    case .remoteStopTransaction: _ = try RemoteStopTransactionRequest.decode(&reader)
    case .reset: _ = try ResetRequest.decode(&reader)
    case .startTransaction: _ = try StartTransactionRequest.decode(&reader)
    case .statusNotification: _ = try StatusNotificationRequest.decode(&reader)
    case .stopTransaction: _ = try StopTransactionRequest.decode(&reader)
    case .unlockConnector: _ = try UnlockConnectorRequest.decode(&reader)
    case .diagnosticsStatusNotification: _ = try DiagnosticsStatusNotificationRequest.decode(&reader)
    case .firmwareStatusNotification: _ = try FirmwareStatusNotificationRequest.decode(&reader)
    case .getDiagnostics: _ = try GetDiagnosticsRequest.decode(&reader)
    case .updateFirmware: _ = try UpdateFirmwareRequest.decode(&reader)
    case .getLocalListVersion: _ = try GetLocalListVersionRequest.decode(&reader)
    case .sendLocalList: _ = try SendLocalListRequest.decode(&reader)
    case .triggerMessage: _ = try TriggerMessageRequest.decode(&reader)
    case .cancelReservation: _ = try CancelReservationRequest.decode(&reader)
    case .reserveNow: _ = try ReserveNowRequest.decode(&reader)
    case .clearChargingProfile: _ = try ClearChargingProfileRequest.decode(&reader)
    case .getCompositeSchedule: _ = try GetCompositeScheduleRequest.decode(&reader)
    case .setChargingProfile: _ = try SetChargingProfileRequest.decode(&reader)
    case .certificateSigned: _ = try CertificateSignedRequest.decode(&reader)
    case .deleteCertificate: _ = try DeleteCertificateRequest.decode(&reader)
    case .extendedTriggerMessage: _ = try ExtendedTriggerMessageRequest.decode(&reader)
    case .getInstalledCertificateIds: _ = try GetInstalledCertificateIdsRequest.decode(&reader)
    case .getLog: _ = try GetLogRequest.decode(&reader)
    case .installCertificate: _ = try InstallCertificateRequest.decode(&reader)
    case .logStatusNotification: _ = try LogStatusNotificationRequest.decode(&reader)
    case .securityEventNotification: _ = try SecurityEventNotificationRequest.decode(&reader)
    case .signCertificate: _ = try SignCertificateRequest.decode(&reader)
    case .signedFirmwareStatusNotification: _ = try SignedFirmwareStatusNotificationRequest.decode(&reader)
    case .signedUpdateFirmware: _ = try SignedUpdateFirmwareRequest.decode(&reader)
    }
  }

  /// Validates a response's payload and throws it away.
  public func checkResponse(_ reader: inout JSONReader) throws(DecodeError) {
    switch self {
    case .authorize: _ = try AuthorizeResponse.decode(&reader)
    case .bootNotification: _ = try BootNotificationResponse.decode(&reader)
    case .changeAvailability: _ = try ChangeAvailabilityResponse.decode(&reader)
    case .changeConfiguration: _ = try ChangeConfigurationResponse.decode(&reader)
    case .clearCache: _ = try ClearCacheResponse.decode(&reader)
    case .dataTransfer: _ = try DataTransferResponse.decode(&reader)
    case .getConfiguration: _ = try GetConfigurationResponse.decode(&reader)
    case .heartbeat: _ = try HeartbeatResponse.decode(&reader)
    case .meterValues: _ = try MeterValuesResponse.decode(&reader)
    case .remoteStartTransaction: _ = try RemoteStartTransactionResponse.decode(&reader)
    case .remoteStopTransaction: _ = try RemoteStopTransactionResponse.decode(&reader)
    case .reset: _ = try ResetResponse.decode(&reader)
    case .startTransaction: _ = try StartTransactionResponse.decode(&reader)
    case .statusNotification: _ = try StatusNotificationResponse.decode(&reader)
    case .stopTransaction: _ = try StopTransactionResponse.decode(&reader)
    case .unlockConnector: _ = try UnlockConnectorResponse.decode(&reader)
    case .diagnosticsStatusNotification: _ = try DiagnosticsStatusNotificationResponse.decode(&reader)
    case .firmwareStatusNotification: _ = try FirmwareStatusNotificationResponse.decode(&reader)
    case .getDiagnostics: _ = try GetDiagnosticsResponse.decode(&reader)
    case .updateFirmware: _ = try UpdateFirmwareResponse.decode(&reader)
    case .getLocalListVersion: _ = try GetLocalListVersionResponse.decode(&reader)
    case .sendLocalList: _ = try SendLocalListResponse.decode(&reader)
    case .triggerMessage: _ = try TriggerMessageResponse.decode(&reader)
    case .cancelReservation: _ = try CancelReservationResponse.decode(&reader)
    case .reserveNow: _ = try ReserveNowResponse.decode(&reader)
    case .clearChargingProfile: _ = try ClearChargingProfileResponse.decode(&reader)
    case .getCompositeSchedule: _ = try GetCompositeScheduleResponse.decode(&reader)
    case .setChargingProfile: _ = try SetChargingProfileResponse.decode(&reader)
    case .certificateSigned: _ = try CertificateSignedResponse.decode(&reader)
    case .deleteCertificate: _ = try DeleteCertificateResponse.decode(&reader)
    case .extendedTriggerMessage: _ = try ExtendedTriggerMessageResponse.decode(&reader)
    case .getInstalledCertificateIds: _ = try GetInstalledCertificateIdsResponse.decode(&reader)
    case .getLog: _ = try GetLogResponse.decode(&reader)
    case .installCertificate: _ = try InstallCertificateResponse.decode(&reader)
    case .logStatusNotification: _ = try LogStatusNotificationResponse.decode(&reader)
    case .securityEventNotification: _ = try SecurityEventNotificationResponse.decode(&reader)
    case .signCertificate: _ = try SignCertificateResponse.decode(&reader)
    case .signedFirmwareStatusNotification: _ = try SignedFirmwareStatusNotificationResponse.decode(&reader)
    case .signedUpdateFirmware: _ = try SignedUpdateFirmwareResponse.decode(&reader)
    }
  }
}
