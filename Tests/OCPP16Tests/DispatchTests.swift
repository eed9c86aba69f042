import OCPP16
import OCPPJSON
import Testing

/// Writes down what it was asked.
struct Station: StationHandler {
  var asked: [Action] = []

  private mutating func note<Request: OCPPRequest>(_: Request) { asked.append(Request.action) }

  mutating func changeAvailability(_ request: ChangeAvailabilityRequest) { note(request) }
  mutating func changeConfiguration(_ request: ChangeConfigurationRequest) { note(request) }
  mutating func clearCache(_ request: ClearCacheRequest) { note(request) }
  mutating func dataTransfer(_ request: DataTransferRequest) { note(request) }
  mutating func getConfiguration(_ request: GetConfigurationRequest) { note(request) }
  mutating func remoteStartTransaction(_ request: RemoteStartTransactionRequest) { note(request) }
  mutating func remoteStopTransaction(_ request: RemoteStopTransactionRequest) { note(request) }
  mutating func reset(_ request: ResetRequest) { note(request) }
  mutating func unlockConnector(_ request: UnlockConnectorRequest) { note(request) }
  mutating func getDiagnostics(_ request: GetDiagnosticsRequest) { note(request) }
  mutating func updateFirmware(_ request: UpdateFirmwareRequest) { note(request) }
  mutating func getLocalListVersion(_ request: GetLocalListVersionRequest) { note(request) }
  mutating func sendLocalList(_ request: SendLocalListRequest) { note(request) }
  mutating func triggerMessage(_ request: TriggerMessageRequest) { note(request) }
  mutating func cancelReservation(_ request: CancelReservationRequest) { note(request) }
  mutating func reserveNow(_ request: ReserveNowRequest) { note(request) }
  mutating func clearChargingProfile(_ request: ClearChargingProfileRequest) { note(request) }
  mutating func getCompositeSchedule(_ request: GetCompositeScheduleRequest) { note(request) }
  mutating func setChargingProfile(_ request: SetChargingProfileRequest) { note(request) }
  mutating func certificateSigned(_ request: CertificateSignedRequest) { note(request) }
  mutating func deleteCertificate(_ request: DeleteCertificateRequest) { note(request) }
  mutating func extendedTriggerMessage(_ request: ExtendedTriggerMessageRequest) { note(request) }
  mutating func getInstalledCertificateIds(_ request: GetInstalledCertificateIdsRequest) {
    note(request)
  }
  mutating func getLog(_ request: GetLogRequest) { note(request) }
  mutating func installCertificate(_ request: InstallCertificateRequest) { note(request) }
  mutating func signedUpdateFirmware(_ request: SignedUpdateFirmwareRequest) { note(request) }
}

@Suite("Dispatch of calls")
struct DispatchTests {
  /// Hands a payload and what follows it in its frame to a station.
  private func dispatch(_ action: Action, _ rest: [UInt8]) -> (asked: [Action], fault: DecodeError?)
  {
    var station = Station()
    let error: DecodeError? = rest.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      do throws(DecodeError) {
        try action.dispatch(&reader, toStation: &station)
        return nil
      } catch {
        return error
      }
    }
    return (station.asked, error)
  }

  static let requests = Fixtures.payloads.filter { $0.isRequest && $0.size == "minimal" }

  @Test(
    "A request reaches the method of its action on the side it is meant for", arguments: requests)
  func reaches(payload: Fixtures.Payload) {
    let (asked, error) = dispatch(payload.action, payload.json + [UInt8]("]".utf8))
    if payload.action.sentByCentralSystem {
      #expect(asked == [payload.action])
      #expect(error == nil)
    } else {
      #expect(asked == [])
      #expect(error?.violation == .notImplemented)
    }
  }

  @Test(
    "Nothing is called when the frame is wrong behind its payload",
    arguments: [
      ("{}", Fault.unexpectedEnd), ("{},", .badFrame), ("{},1]", .badFrame),
      ("{}]x", .trailingBytes),
      ("{}}", .unexpectedByte), (#"{"a":1}]"#, .unknownMember), ("]", .unexpectedByte),
    ])
  func frameEnd(rest: String, fault: Fault) {
    let (asked, error) = dispatch(.clearCache, [UInt8](rest.utf8))
    #expect(asked == [])
    #expect(error?.fault == fault)
  }
}
