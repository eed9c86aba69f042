#if MESSAGES
  import OCPP16
  import OCPPJSON
  import OCPPRPC

  extension SelfTest {
    static func messages() {
      let text: StaticString = """
        {"connectorId":1,"transactionId":1047,"meterValue":[{"timestamp":"2026-06-11T08:20:30.000Z",\
        "sampledValue":[{"value":"230.1","context":"Sample.Periodic","measurand":"Voltage",\
        "phase":"L1-N","location":"Outlet","unit":"V"}]}]}
        """
      check(
        again(MeterValuesRequest.self, text) == Text(text), "MeterValues survives the round trip")
      check(again(HeartbeatRequest.self, "{}") == Text("{}"), "Heartbeat survives the round trip")
      check(again(AuthorizeRequest.self, "{}") == nil, "an Authorize without a tag is refused")
      check(reachesEveryMessage("{}") > 0, "every message was tried in both directions")
    }

    /// The message decoded and encoded again, or nil if it was refused.
    static func again<Message: OCPPObject>(_: Message.Type, _ text: StaticString) -> Text? {
      reading(text) { reader in
        do throws(DecodeError) {
          let message = try Message.decode(&reader)
          reader.finish()
          try reader.check()
          return Text(utf8: message.encoded())
        } catch {
          return nil
        }
      }
    }

    /// How many kinds of messages accept the text: linked here, and so counted in the bytes of flash,
    /// are the decoder and the encoder of each.
    static func reachesEveryMessage(_ text: StaticString) -> Int {
      let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      var writer = JSONWriter()
      var accepted = 0
      func reach<Message: OCPPObject>(_: Message.Type) {
        var reader = JSONReader(bytes)
        var message = Message(blank: ())
        message.read(&reader)
        message.write(&writer)
        if !reader.failed { accepted += 1 }
      }
      reach(AuthorizeRequest.self)
      reach(AuthorizeResponse.self)
      reach(BootNotificationRequest.self)
      reach(BootNotificationResponse.self)
      reach(CancelReservationRequest.self)
      reach(CancelReservationResponse.self)
      reach(CertificateSignedRequest.self)
      reach(CertificateSignedResponse.self)
      reach(ChangeAvailabilityRequest.self)
      reach(ChangeAvailabilityResponse.self)
      reach(ChangeConfigurationRequest.self)
      reach(ChangeConfigurationResponse.self)
      reach(ClearCacheRequest.self)
      reach(ClearCacheResponse.self)
      reach(ClearChargingProfileRequest.self)
      reach(ClearChargingProfileResponse.self)
      reach(DataTransferRequest.self)
      reach(DataTransferResponse.self)
      reach(DeleteCertificateRequest.self)
      reach(DeleteCertificateResponse.self)
      reach(DiagnosticsStatusNotificationRequest.self)
      reach(DiagnosticsStatusNotificationResponse.self)
      reach(ExtendedTriggerMessageRequest.self)
      reach(ExtendedTriggerMessageResponse.self)
      reach(FirmwareStatusNotificationRequest.self)
      reach(FirmwareStatusNotificationResponse.self)
      reach(GetCompositeScheduleRequest.self)
      reach(GetCompositeScheduleResponse.self)
      reach(GetConfigurationRequest.self)
      reach(GetConfigurationResponse.self)
      reach(GetDiagnosticsRequest.self)
      reach(GetDiagnosticsResponse.self)
      reach(GetInstalledCertificateIdsRequest.self)
      reach(GetInstalledCertificateIdsResponse.self)
      reach(GetLocalListVersionRequest.self)
      reach(GetLocalListVersionResponse.self)
      reach(GetLogRequest.self)
      reach(GetLogResponse.self)
      reach(HeartbeatRequest.self)
      reach(HeartbeatResponse.self)
      reach(InstallCertificateRequest.self)
      reach(InstallCertificateResponse.self)
      reach(LogStatusNotificationRequest.self)
      reach(LogStatusNotificationResponse.self)
      reach(MeterValuesRequest.self)
      reach(MeterValuesResponse.self)
      reach(RemoteStartTransactionRequest.self)
      reach(RemoteStartTransactionResponse.self)
      reach(RemoteStopTransactionRequest.self)
      reach(RemoteStopTransactionResponse.self)
      reach(ReserveNowRequest.self)
      reach(ReserveNowResponse.self)
      reach(ResetRequest.self)
      reach(ResetResponse.self)
      reach(SecurityEventNotificationRequest.self)
      reach(SecurityEventNotificationResponse.self)
      reach(SendLocalListRequest.self)
      reach(SendLocalListResponse.self)
      reach(SetChargingProfileRequest.self)
      reach(SetChargingProfileResponse.self)
      reach(SignCertificateRequest.self)
      reach(SignCertificateResponse.self)
      reach(SignedFirmwareStatusNotificationRequest.self)
      reach(SignedFirmwareStatusNotificationResponse.self)
      reach(SignedUpdateFirmwareRequest.self)
      reach(SignedUpdateFirmwareResponse.self)
      reach(StartTransactionRequest.self)
      reach(StartTransactionResponse.self)
      reach(StatusNotificationRequest.self)
      reach(StatusNotificationResponse.self)
      reach(StopTransactionRequest.self)
      reach(StopTransactionResponse.self)
      reach(TriggerMessageRequest.self)
      reach(TriggerMessageResponse.self)
      reach(UnlockConnectorRequest.self)
      reach(UnlockConnectorResponse.self)
      reach(UpdateFirmwareRequest.self)
      reach(UpdateFirmwareResponse.self)
      return accepted
    }
  }
#endif
