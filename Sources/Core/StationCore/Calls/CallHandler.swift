import OCPP16
import OCPPJSON
import OCPPRPC

/// Hands the calls of the central system to the station they are for. It lives for one call.
struct CallHandler: StationHandler {
  let station: UnsafeMutablePointer<ChargePoint>

  mutating func changeAvailability(_ request: ChangeAvailabilityRequest) {
    station.pointee.changeAvailability(request)
  }
  mutating func changeConfiguration(_ request: ChangeConfigurationRequest) {
    station.pointee.changeConfiguration(request)
  }
  mutating func clearCache(_ request: ClearCacheRequest) { station.pointee.clearCache() }
  mutating func dataTransfer(_ request: DataTransferRequest) {
    station.pointee.dataTransfer(request)
  }
  mutating func getConfiguration(_ request: GetConfigurationRequest) {
    station.pointee.getConfiguration(request)
  }
  mutating func remoteStartTransaction(_ request: RemoteStartTransactionRequest) {
    station.pointee.remoteStart(request)
  }
  mutating func remoteStopTransaction(_ request: RemoteStopTransactionRequest) {
    station.pointee.remoteStop(request)
  }
  mutating func reset(_ request: ResetRequest) { station.pointee.reset(request) }
  mutating func unlockConnector(_ request: UnlockConnectorRequest) {
    station.pointee.unlockConnector(request)
  }
  mutating func getDiagnostics(_ request: GetDiagnosticsRequest) {
    station.pointee.getDiagnostics(request)
  }
  mutating func updateFirmware(_ request: UpdateFirmwareRequest) {
    station.pointee.updateFirmware(request)
  }
  mutating func getLocalListVersion(_ request: GetLocalListVersionRequest) {
    station.pointee.getLocalListVersion()
  }
  mutating func sendLocalList(_ request: SendLocalListRequest) {
    station.pointee.sendLocalList(request)
  }
  mutating func triggerMessage(_ request: TriggerMessageRequest) {
    station.pointee.triggerMessage(request)
  }
  mutating func cancelReservation(_ request: CancelReservationRequest) {
    station.pointee.cancelReservation(request)
  }
  mutating func reserveNow(_ request: ReserveNowRequest) { station.pointee.reserveNow(request) }
  mutating func clearChargingProfile(_ request: ClearChargingProfileRequest) {
    station.pointee.clearChargingProfile(request)
  }
  mutating func getCompositeSchedule(_ request: GetCompositeScheduleRequest) {
    station.pointee.getCompositeSchedule(request)
  }
  mutating func setChargingProfile(_ request: SetChargingProfileRequest) {
    station.pointee.setChargingProfile(request)
  }
  mutating func certificateSigned(_ request: CertificateSignedRequest) {
    station.pointee.certificateSigned(request)
  }
  mutating func deleteCertificate(_ request: DeleteCertificateRequest) {
    station.pointee.deleteCertificate(request)
  }
  mutating func extendedTriggerMessage(_ request: ExtendedTriggerMessageRequest) {
    station.pointee.extendedTriggerMessage(request)
  }
  mutating func getInstalledCertificateIds(_ request: GetInstalledCertificateIdsRequest) {
    station.pointee.getInstalledCertificateIds(request)
  }
  mutating func getLog(_ request: GetLogRequest) { station.pointee.getLog(request) }
  mutating func installCertificate(_ request: InstallCertificateRequest) {
    station.pointee.installCertificate(request)
  }
  mutating func signedUpdateFirmware(_ request: SignedUpdateFirmwareRequest) {
    station.pointee.signedUpdateFirmware(request)
  }
}

extension ChargePoint {
  /// Answers a call: with its result, with a CALLERROR that says what is wrong and where, or not at
  /// all (CP16-2, CP16-15).
  @inline(never) mutating func answer(
    _ head: FrameHead, _ reader: inout JSONReader, _ frame: UnsafeBufferPointer<UInt8>
  ) {
    // Rejected, or never registered: no answer.
    if registration.state == .rejected || registration.state == .unknown { return }
    let id = head.id ?? .unreadable
    if reader.failed { return refuse(id, &reader, frame, inHead: true) }
    guard let action = Action(rawValue: head.action) else { return }
    if !action.sentByCentralSystem {
      return refuse(id, .notSupported, "this is a message to the central system")
    }
    // Who has no list says so in words of its own: version −1 (CP16-38).
    if !supports(action.profile) && action != .getLocalListVersion {
      return refuse(id, .notSupported, "this station does not have this feature profile")
    }
    answering = id
    if FeatureSet.isComplete { dispatch(action, &reader) } else { dispatchCore(action, &reader) }
    answering = nil
    if reader.failed { refuse(id, &reader, frame, inHead: false) }
  }

  private mutating func dispatch(_ action: Action, _ reader: inout JSONReader) {
    withUnsafeMutablePointer(to: &self) { station in
      var handler = CallHandler(station: station)
      // What was wrong sticks to the reader.
      do throws(DecodeError) { try action.dispatch(&reader, toStation: &handler) } catch {}
    }
  }

  /// The calls of the Core profile alone; the reader of no other message is referred to.
  private mutating func dispatchCore(_ action: Action, _ reader: inout JSONReader) {
    func read<Request: OCPPObject>(_ type: Request.Type) -> Request? {
      var request = Request(blank: ())
      request.read(&reader)
      reader.endFrame()
      return reader.failed ? nil : request
    }
    switch action {
    case .changeAvailability:
      if let request = read(ChangeAvailabilityRequest.self) { changeAvailability(request) }
    case .changeConfiguration:
      if let request = read(ChangeConfigurationRequest.self) { changeConfiguration(request) }
    case .clearCache: if read(ClearCacheRequest.self) != nil { clearCache() }
    case .dataTransfer: if let request = read(DataTransferRequest.self) { dataTransfer(request) }
    case .getConfiguration:
      if let request = read(GetConfigurationRequest.self) { getConfiguration(request) }
    case .remoteStartTransaction:
      if let request = read(RemoteStartTransactionRequest.self) { remoteStart(request) }
    case .remoteStopTransaction:
      if let request = read(RemoteStopTransactionRequest.self) { remoteStop(request) }
    case .reset: if let request = read(ResetRequest.self) { reset(request) }
    case .unlockConnector:
      if let request = read(UnlockConnectorRequest.self) { unlockConnector(request) }
    default: reader.refuse(.notImplemented, .unknownAction)
    }
  }

  private func supports(_ profile: FeatureProfile) -> Bool {
    if !FeatureSet.isComplete { return profile == .core }
    return switch profile {
    case .localAuthListManagement: setup.listLimit > 0
    case .smartCharging: setup.profileLimit > 0
    case .firmwareManagement: setup.managesFirmware
    case .core, .remoteTrigger, .reservation, .security: true
    }
  }

  private mutating func refuse(
    _ id: MessageID, _ reader: inout JSONReader, _ frame: UnsafeBufferPointer<UInt8>, inHead: Bool
  ) {
    // 1.6 passes over message types it does not know (OCPP-J §4.1.3).
    if reader.error.violation == .messageType { return }
    refuse(
      id, RPCErrorCode(reader.error.violation, inHead: inHead),
      reader.error.report(in: frame, missing: reader.missingMember))
  }

  mutating func refuse(_ id: MessageID, _ code: RPCErrorCode, _ description: Text) {
    let start = output.frames.count
    output.frames.callError(id, code, in: .v16, description)
    sendFrame(from: start)
  }

  /// Refuses the call at hand.
  mutating func refuse(_ code: RPCErrorCode, _ description: Text) {
    if let id = answering { refuse(id, code, description) }
  }

  /// Answers the call at hand.
  mutating func reply(_ response: borrowing some OCPPObject) {
    guard answering != nil else { return }
    let start = beginAnswer()
    response.write(&output.frames)
    endFrame(start)
  }

  /// Answers a call that had to wait.
  mutating func reply(_ id: MessageID, _ response: borrowing some OCPPObject) {
    let start = beginResult(id)
    response.write(&output.frames)
    endFrame(start)
  }

  @inline(never) mutating func beginAnswer() -> Int {
    beginResult(answering ?? .unreadable)
  }

  @inline(never) private mutating func beginResult(_ id: MessageID) -> Int {
    let start = output.frames.count
    output.frames.beginResult(id)
    return start
  }
}
