import OCPP16
import OCPP2
import OCPPJSON

// An input is a byte for the action, a byte whose lowest bit asks for the response, and JSON. What is
// accepted must be written, and what was written must be read again and be written alike.

func fuzzMessages16(_ input: UnsafeBufferPointer<UInt8>) -> CInt {
  guard let (number, isRequest, payload) = split(input) else { return 0 }
  let actions = OCPP16.Action.allCases
  var trip = Trip16(payload: payload, isRequest: isRequest)
  actions[Int(number) % actions.count].visit(&trip)
  return 0
}

func fuzzMessages2(_ input: UnsafeBufferPointer<UInt8>, _ edition: Edition) -> CInt {
  guard let (number, isRequest, payload) = split(input) else { return 0 }
  let actions = OCPP2.Action.allCases
  var trip = Trip2(payload: payload, isRequest: isRequest, edition: edition)
  actions[Int(number) % actions.count].visit(&trip)
  return 0
}

private func split(
  _ input: UnsafeBufferPointer<UInt8>
) -> (UInt8, Bool, UnsafeBufferPointer<UInt8>)? {
  if input.count < 2 { return nil }
  return (input[0], input[1] & 1 == 0, UnsafeBufferPointer(rebasing: input[2...]))
}

private struct Trip16: OCPP16.RequestVisitor {
  var payload: UnsafeBufferPointer<UInt8>
  var isRequest: Bool

  func visit<Request: OCPP16.OCPPRequest>(_ type: Request.Type) {
    if isRequest { go(Request.self) } else { go(Request.Response.self) }
  }

  private func go<Message: OCPPObject>(_: Message.Type) {
    var message = Message(blank: ())
    guard accepted(&message, payload) else { return }
    let text = message.encoded()
    var again = Message(blank: ())
    let survives = text.withUnsafeBufferPointer { accepted(&again, $0) }
    precondition(survives, "What was accepted is refused when it is written again.")
    precondition(again.encoded() == text, "A second round trip changes the message.")
  }

  private func accepted<Message: OCPPObject>(
    _ message: inout Message, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var reader = JSONReader(text)
    message.read(&reader)
    reader.finish()
    return !reader.failed
  }
}

private struct Trip2: OCPP2.MessageVisitor {
  var payload: UnsafeBufferPointer<UInt8>
  var isRequest: Bool
  var edition: Edition

  func visit<Request: OCPP2.OCPPRequest>(_ type: Request.Type) {
    if isRequest { go(Request.self) } else { go(Request.Response.self) }
  }

  func visit<Send: OCPPSend>(_ type: Send.Type) { go(Send.self) }

  private func go<Message: OCPPMessagePart>(_: Message.Type) {
    var reader = JSONReader(payload, edition: edition)
    var message = Message(blank: ())
    message.read(&reader)
    reader.finish()
    if reader.failed {
      _ = JSONPath.path(payload, to: Int(reader.error.offset))
      return
    }
    guard let text = try? message.encoded(for: edition) else {
      preconditionFailure("What was accepted cannot be sent.")
    }
    let again = try? Message.decode(text, as: edition)
    precondition(again?.encoded() == text, "A second round trip changes the message.")
    // For the other edition it may be refused, but nothing worse.
    _ = try? message.encoded(for: .v201, omittingNewerMembers: true)
    _ = try? message.encoded(for: .v21)
  }
}
