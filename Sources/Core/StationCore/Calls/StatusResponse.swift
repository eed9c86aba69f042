import OCPP16
import OCPPJSON

/// An answer that says how it went and nothing else. All of them are written by the same code.
protocol StatusResponse: OCPPObject {
  associatedtype Status: OCPPEnum
  var status: Status { get }
}

extension CancelReservationResponse: StatusResponse {}
extension CertificateSignedResponse: StatusResponse {}
extension ChangeAvailabilityResponse: StatusResponse {}
extension ChangeConfigurationResponse: StatusResponse {}
extension ClearCacheResponse: StatusResponse {}
extension ClearChargingProfileResponse: StatusResponse {}
extension DeleteCertificateResponse: StatusResponse {}
extension ExtendedTriggerMessageResponse: StatusResponse {}
extension InstallCertificateResponse: StatusResponse {}
extension RemoteStartTransactionResponse: StatusResponse {}
extension RemoteStopTransactionResponse: StatusResponse {}
extension ReserveNowResponse: StatusResponse {}
extension ResetResponse: StatusResponse {}
extension SendLocalListResponse: StatusResponse {}
extension SetChargingProfileResponse: StatusResponse {}
extension SignedUpdateFirmwareResponse: StatusResponse {}
extension TriggerMessageResponse: StatusResponse {}
extension UnlockConnectorResponse: StatusResponse {}

extension ChargePoint {
  /// Answers the call at hand with a status.
  @inline(__always) mutating func reply<Response: StatusResponse>(_ response: Response) {
    reply(Response.Status.table, response.status.rawValue)
  }

  @inline(never) private mutating func reply(_ words: NameTable, _ status: UInt8) {
    guard answering != nil else { return }
    let start = beginAnswer()
    output.frames.beginObject()
    output.frames.key("status")
    output.frames.word(words, status)
    output.frames.endObject()
    endFrame(start)
  }
}
