import OCPP16
import OCPPJSON
import Testing

/// Decodes, encodes, decodes again.
struct RoundTrip: RequestVisitor {
  var payload: Fixtures.Payload

  func visit<Request: OCPPRequest>(_: Request.Type) -> Bool {
    payload.isRequest ? survives(Request.self) : survives(Request.Response.self)
  }

  private func survives<Message: OCPPObject>(_: Message.Type) -> Bool {
    guard let first = try? Message.decode(payload.json) else { return false }
    let text = first.encoded()
    guard let second = try? Message.decode(text) else { return false }
    return isEqual(first, second) && text == payload.json
  }

  private func isEqual<Message: OCPPObject>(_ first: Message, _ second: Message) -> Bool {
    guard let first = first as? any Equatable else { return false }
    return isEqual(first, to: second)
  }

  private func isEqual<Value: Equatable>(_ first: Value, to second: some Sendable) -> Bool {
    first == second as? Value
  }
}

@Suite("Messages of OCPP 1.6")
struct MessageTests {
  @Test(
    "Every payload, minimal or maximal, is the same after a round trip",
    arguments: Fixtures.payloads)
  func roundTrip(payload: Fixtures.Payload) {
    var trip = RoundTrip(payload: payload)
    #expect(payload.action.visit(&trip))
  }

  @Test("There are fixtures for both sides of all 39 actions")
  func complete() {
    #expect(Action.allCases.count == 39)
    #expect(Fixtures.payloads.count == 4 * 39)
    #expect(Fixtures.frames.count == 12)
  }

  @Test("A payload passes the check of its own action and side", arguments: Fixtures.payloads)
  func check(payload: Fixtures.Payload) {
    #expect(throws: Never.self) { try validate(payload.json, payload.action, payload.isRequest) }
    var longer = payload.json
    longer.replaceSubrange(
      1..<1, with: [UInt8](#""additional":1"#.utf8) + (longer.count > 2 ? [0x2C] : []))
    #expect(throws: DecodeError.self) {
      try validate(longer, payload.action, payload.isRequest)
    }
  }

  private func validate(_ json: [UInt8], _ action: Action, _ isRequest: Bool) throws(DecodeError) {
    try json.withUnsafeBufferPointer { (buffer) throws(DecodeError) in
      var reader = JSONReader(buffer)
      if isRequest {
        try action.checkRequest(&reader)
      } else {
        try action.checkResponse(&reader)
      }
      reader.finish()
      try reader.check()
    }
  }

  @Test("DataTransfer alone goes both ways, and every action goes one way at least")
  func directions() {
    for action in Action.allCases {
      #expect(action.sentByStation || action.sentByCentralSystem)
      #expect((action.sentByStation && action.sentByCentralSystem) == (action == .dataTransfer))
    }
    #expect(Action.allCases.count(where: \.sentByStation) == 14)
  }

  @Test("The feature profiles have as many actions as §3.3 of OCPP 1.6 gives them")
  func profiles() {
    let counts: [(FeatureProfile, Int)] = [
      (.core, 16), (.firmwareManagement, 4), (.localAuthListManagement, 2), (.remoteTrigger, 1),
      (.reservation, 2), (.smartCharging, 3), (.security, 11),
    ]
    #expect(counts.map(\.0) == FeatureProfile.allCases)
    for (profile, count) in counts {
      #expect(Action.allCases.count { $0.profile == profile } == count)
    }
  }

  @Test("Hertz is a unit in MeterValues and not in StopTransaction, before and after each other")
  func hertz() throws {
    let sample =
      #"[{"timestamp":"2024-06-11T08:15:30Z","sampledValue":[{"value":"50","unit":"Hertz"}]}]"#
    let empty = #"[{"timestamp":"2024-06-11T08:15:30Z","sampledValue":[]}]"#
    let stop =
      #"{"transactionId":1,"meterStop":1,"timestamp":"2024-06-11T08:15:30Z","transactionData":"#
    let meter = #"{"connectorId":1,"meterValue":"#
    let cases: [(String, Action, Fault?)] = [
      (meter + sample + "}", .meterValues, nil),
      (stop + sample + "}", .stopTransaction, .unknownWord),
      (meter + empty + "}", .meterValues, .tooFewItems),
      (stop + empty + "}", .stopTransaction, nil),
    ]
    for (text, action, fault) in cases {
      do throws(DecodeError) {
        try validate([UInt8](text.utf8), action, true)
        #expect(fault == nil)
      } catch {
        #expect(error.fault == fault)
      }
    }
    // One reader, one message after the other.
    let both = [UInt8]((stop + empty + "}" + meter + sample + "}").utf8)
    both.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      var first = StopTransactionRequest(blank: ())
      var second = MeterValuesRequest(blank: ())
      first.read(&reader)
      second.read(&reader)
      reader.finish()
      let failed = reader.failed
      #expect(!failed)
      #expect(second.meterValue[0].sampledValue[0].unit == .hertz)
    }
  }
}
