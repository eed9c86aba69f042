import OCPP2
import OCPPJSON
import Testing

/// Decodes, encodes, decodes again.
struct RoundTrip: MessageVisitor {
  var payload: [UInt8]
  var isRequest: Bool
  var edition: Edition

  func visit<Request: OCPPRequest>(_: Request.Type) -> Bool? {
    isRequest ? survives(Request.self) : survives(Request.Response.self)
  }

  func visit<Send: OCPPSend>(_: Send.Type) -> Bool? { survives(Send.self) }

  /// Nil when the payload is refused.
  private func survives<Message: OCPPMessagePart>(_: Message.Type) -> Bool? {
    guard let first = try? Message.decode(payload, as: edition) else { return nil }
    guard let text = try? first.encoded(for: edition) else { return false }
    guard let second = try? Message.decode(text, as: edition) else { return false }
    return first == second
  }
}

@Suite("Messages of OCPP 2.0.1 and 2.1")
struct MessageTests {
  @Test(
    "Every payload, minimal or full, is the same after a round trip", arguments: Fixtures.payloads)
  func roundTrip(payload: Fixtures.Payload) {
    var trip = RoundTrip(
      payload: payload.json, isRequest: payload.isRequest, edition: payload.edition)
    #expect(payload.action.visit(&trip) == true)
  }

  @Test("There are fixtures for both sides of all 64 and all 91 actions, of which one is a SEND")
  func complete() {
    #expect(Action.allCases.count == 91)
    #expect(Action.allCases.count { $0.exists(in: .v201) } == 64)
    #expect(Fixtures.payloads.count { $0.edition == .v201 } == 4 * 64)
    #expect(Fixtures.payloads.count { $0.edition == .v21 } == 4 * 90 + 2)
    #expect(Action.allCases.filter(\.isSend) == [.notifyPeriodicEventStream])
  }

  @Test("DataTransfer alone goes both ways, and every action goes one way at least")
  func directions() {
    for action in Action.allCases {
      #expect(action.sentByStation || action.sentByCSMS)
      #expect((action.sentByStation && action.sentByCSMS) == (action == .dataTransfer))
    }
    #expect(Action.allCases.count { $0.sentByStation } == 37)
    #expect(Action.allCases.count { $0.sentByStation && $0.exists(in: .v201) } == 25)
    #expect(Action.allCases.count { $0.sentByCSMS && $0.exists(in: .v201) } == 40)
  }

  @Test("Every functional block has actions, and 2.0.1 has those of blocks A to P")
  func blocks() {
    for block in FunctionalBlock.allCases {
      let actions = Action.allCases.filter { $0.block == block }
      #expect(!actions.isEmpty)
      #expect(actions.contains { $0.exists(in: .v201) } == (block.rawValue < 16))
    }
  }

  @Test("An edition's action table knows its own actions", arguments: Action.allCases)
  func tables(action: Action) {
    let index = { (table: NameTable) in
      action.word.withUTF8 { $0.baseAddress.map { start in table.find(start, action.word.count) } }
    }
    #expect(index(Action.table(of: .v21)) == Int(action.rawValue))
    #expect(
      index(Action.table(of: .v201)) == (action.exists(in: .v201) ? Int(action.rawValue) : -1))
  }

  @Test(
    "A payload passes the check of its own action, side and edition", arguments: Fixtures.payloads)
  func check(payload: Fixtures.Payload) {
    #expect(validate(payload.json, payload) == nil)
    let comma: [UInt8] = payload.json.count > 2 ? [0x2C] : []
    let longer = [UInt8](#"{"additional":1"#.utf8) + comma + payload.json.dropFirst()
    #expect(validate(longer, payload) == .unknownMember)
  }

  @Test("What only 2.1 has is no action of 2.0.1", arguments: Action.allCases)
  func newerActions(action: Action) {
    let fixture = Fixtures.payloads.first {
      $0.action == action && $0.isRequest && $0.edition == .v21
    }
    guard var payload = fixture else { return }
    payload.edition = .v201
    let found = validate(payload.json, payload)
    if !action.exists(in: .v201) { #expect(found == .unknownAction) }
    payload.isRequest = false
    if !action.exists(in: .v201) { #expect(validate([0x7B, 0x7D], payload) == .unknownAction) }
  }

  @Test("Nobody answers a SEND")
  func send() {
    let answer = Fixtures.Payload(
      edition: .v21, action: .notifyPeriodicEventStream, isRequest: false, size: "", json: [])
    #expect(validate([0x7B, 0x7D], answer) == .unknownAction)
  }

  private func validate(_ json: [UInt8], _ payload: Fixtures.Payload) -> Fault? {
    json.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer, edition: payload.edition)
      do throws(DecodeError) {
        if payload.isRequest {
          try payload.action.checkRequest(&reader)
        } else {
          try payload.action.checkResponse(&reader)
        }
        reader.finish()
        try reader.check()
        return nil
      } catch {
        return error.fault
      }
    }
  }
}
