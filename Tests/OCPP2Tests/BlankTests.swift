import OCPP2
import OCPPJSON
import Testing

/// The text of a blank message of an action, by the initializer or by copying bytes.
struct BlankText: MessageVisitor {
  var isCopied: Bool

  func visit<Request: OCPPRequest>(_: Request.Type) -> [UInt8] {
    text(Request.self) + text(Request.Response.self)
  }

  func visit<Send: OCPPSend>(_: Send.Type) -> [UInt8] { text(Send.self) }

  private func text<Message: OCPPObject>(_: Message.Type) -> [UInt8] {
    (isCopied ? Message.makeBlank() : Message(blank: ())).encoded()
  }
}

@Suite("Blank values")
struct BlankTests {
  @Test("A copied blank message is what its initializer makes, whatever was read before")
  func copies() {
    var initialized = BlankText(isCopied: false)
    var copied = BlankText(isCopied: true)
    for payload in Fixtures.payloads {
      var trip = RoundTrip(
        payload: payload.json, isRequest: payload.isRequest, edition: payload.edition)
      #expect(payload.action.visit(&trip) == true)

      #expect(payload.action.visit(&copied) == payload.action.visit(&initialized))
    }
  }

  @Test("What was read into one copy is not in another that was made before it or after it")
  func independence() throws {
    let before = StatusInfo.makeBlank()
    let read = try StatusInfo.decode(
      [UInt8](#"{"reasonCode":"code","additionalInfo":"longer than what fits inside"}"#.utf8),
      as: .v21)
    let after = StatusInfo.makeBlank()

    #expect(before == after)
    #expect(read != after)
    #expect(after.additionalInfo == nil)
  }

  @Test("A part that is read again replaces the one that was there")
  func replacement() throws {
    let first =
      #"{"name":"a","instance":"longer than what fits inside","evse":{"id":1,"connectorId":1}}"#
    var component = try Component.decode([UInt8](first.utf8), as: .v21)

    [UInt8](#"{"name":"b","evse":{"id":2}}"#.utf8).withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      component.read(&reader)
    }

    #expect(component.name == "b")
    #expect(component.evse?.id == 2)
    #expect(component.evse?.connectorId == nil)
  }
}
