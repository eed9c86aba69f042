import OCPP2
import OCPPJSON

extension SelfTest {
  static func messages2() {
    let token: StaticString = """
      {"idToken":"04A1","type":"DirectPayment","customData":{"vendorId":"x","y":[1.5]}}
      """
    check(
      again2(IdToken.self, token, .v21) == Text(token), "a token of 2.1 survives the round trip")
    check(again2(IdToken.self, token, .v201) == nil, "a token of 2.1 is refused in 2.0.1")
    let reset: StaticString = "{\"type\":\"ImmediateAndResume\"}"
    check(again2(ResetRequest.self, reset, .v21) == Text(reset), "Reset survives the round trip")
    check(again2(ResetRequest.self, reset, .v201) == nil, "a word of 2.1 is refused in 2.0.1")
    check(refusal(EVSE(id: -1)) == Text("$.id"), "a value out of bounds is not sent")
    check(refusal(EVSE(id: 1)) == nil, "a value within its bounds is sent")
    check(Action.table(of: .v201).count == 64, "2.0.1 has 64 actions")
  }

  /// The message decoded and encoded again, or nil if it was refused.
  private static func again2<Part: OCPPMessagePart>(
    _: Part.Type, _ text: StaticString, _ edition: Edition
  ) -> Text? {
    reading(text) { reader in
      reader.edition = edition
      var part = Part(blank: ())
      part.read(&reader)
      reader.finish()
      if reader.failed { return nil }
      return (try? part.encoded(for: edition)).map { Text(utf8: $0) }
    }
  }

  /// Where a value is not fit to be sent.
  private static func refusal<Part: OCPPMessagePart>(_ part: Part) -> Text? {
    var writer = JSONWriter()
    do throws(EncodeError) {
      try writer.checked(part, for: .v21)
      return nil
    } catch {
      return error.path
    }
  }
}
