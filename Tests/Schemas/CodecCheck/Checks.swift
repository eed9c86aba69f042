import OCPP16
import OCPP2
import OCPPJSON

/// The codec's answer to one payload.
func refusal(_ error: DecodeError, in payload: [UInt8]) -> String {
  let path = payload.withUnsafeBufferPointer { JSONPath.path($0, to: Int(error.offset)) }
  return "\(error.violation)\t\(error.fault)\t\(error.offset)\t\(path)"
}

/// Decodes one payload of OCPP 1.6 and encodes it again.
struct Check16: OCPP16.RequestVisitor {
  var payload: [UInt8]
  var isRequest: Bool

  func visit<Request: OCPP16.OCPPRequest>(_ type: Request.Type) -> String {
    isRequest ? verdict(Request.self) : verdict(Request.Response.self)
  }

  private func verdict<Message: OCPPObject>(_: Message.Type) -> String {
    do throws(DecodeError) {
      return "ok\t" + String(decoding: try Message.decode(payload).encoded(), as: UTF8.self)
    } catch {
      return refusal(error, in: payload)
    }
  }
}

/// Decodes one payload of OCPP 2 and encodes it again, for the edition it came in or for 2.0.1.
struct Check2: OCPP2.MessageVisitor {
  var payload: [UInt8]
  var isRequest: Bool
  var edition: Edition
  /// What a peer of 2.0.1 would be sent.
  var encodesForOlder = false

  func visit<Request: OCPP2.OCPPRequest>(_ type: Request.Type) -> String {
    isRequest ? verdict(Request.self) : verdict(Request.Response.self)
  }

  func visit<Send: OCPPSend>(_ type: Send.Type) -> String { verdict(Send.self) }

  private func verdict<Message: OCPPMessagePart>(_: Message.Type) -> String {
    let message: Message
    do throws(DecodeError) {
      message = try Message.decode(payload, as: edition)
    } catch {
      return refusal(error, in: payload)
    }
    do throws(EncodeError) {
      let text =
        encodesForOlder
        ? try message.encoded(for: .v201, omittingNewerMembers: true)
        : try message.encoded(for: edition)
      return "ok\t" + String(decoding: text, as: UTF8.self)
    } catch {
      return "unsendable\t\(error.fault)\t0\t\(error.path)"
    }
  }
}
