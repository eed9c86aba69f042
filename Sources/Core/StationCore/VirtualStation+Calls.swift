import OCPP16
import OCPPJSON
import OCPPRPC

/// Calls from the central system.
extension VirtualStation {
  mutating func answer(
    _ head: FrameHead, _ reader: inout JSONReader, _ frame: UnsafeBufferPointer<UInt8>,
    _ now: DateTime, _ writer: inout JSONWriter
  ) {
    let id = head.id ?? .unreadable
    if reader.failed {
      return refuse(id, &reader, frame, inHead: true, &writer)
    }
    switch Action(rawValue: head.action) {
    case .remoteStopTransaction:
      var request = RemoteStopTransactionRequest(blank: ())
      request.read(&reader)
      reader.endFrame()
      if reader.failed { return refuse(id, &reader, frame, inHead: false, &writer) }
      let isOurs = phase == .charging && request.transactionId == figures.transactionId
      reply(id, RemoteStopTransactionResponse(status: isOurs ? .accepted : .rejected), &writer)
      if isOurs { leave(now, .remote) }
    case .dataTransfer:
      var request = DataTransferRequest(blank: ())
      request.read(&reader)
      reader.endFrame()
      if reader.failed { return refuse(id, &reader, frame, inHead: false, &writer) }
      reply(id, DataTransferResponse(status: .unknownVendorId), &writer)
    case .getConfiguration:
      var request = GetConfigurationRequest(blank: ())
      request.read(&reader)
      reader.endFrame()
      if reader.failed { return refuse(id, &reader, frame, inHead: false, &writer) }
      reply(id, configuration(request.key), &writer)
    default:
      writer.callError(
        id, .notSupported, in: .v16, "this virtual station does not take this call")
    }
  }

  private func reply(_ id: MessageID, _ response: some OCPPObject, _ writer: inout JSONWriter) {
    writer.beginResult(id)
    response.write(&writer)
    writer.endFrame()
  }

  private func refuse(
    _ id: MessageID, _ reader: inout JSONReader, _ frame: UnsafeBufferPointer<UInt8>,
    inHead: Bool, _ writer: inout JSONWriter
  ) {
    if reader.error.violation == .messageType { return }
    writer.callError(
      id, RPCErrorCode(reader.error.violation, inHead: inHead), in: .v16,
      reader.error.report(in: frame, missing: reader.missingMember))
  }

  private func configuration(_ asked: [Text]?) -> GetConfigurationResponse {
    let known: [(Text, Int64)] = [
      ("HeartbeatInterval", heartbeatInterval / 1000),
      ("MeterValueSampleInterval", plan.sampleInterval / 1000),
      ("NumberOfConnectors", 1),
    ]
    let wanted = asked ?? []
    var response = GetConfigurationResponse()
    var keys: [KeyValue] = []
    for (key, value) in known where wanted.isEmpty || wanted.contains(key) {
      keys.append(
        KeyValue(
          key: key, readonly: true,
          value: Decimal(mantissa: value, exponent: 0).canonicalText))
    }
    let unknown = wanted.filter { key in !known.contains { $0.0 == key } }
    response.configurationKey = keys
    if !unknown.isEmpty { response.unknownKey = unknown }
    return response
  }
}
