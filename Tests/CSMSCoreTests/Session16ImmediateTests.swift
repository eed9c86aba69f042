import CSMSCore
import OCPP16
import Testing

@Suite("A session answers at once what changes nothing")
struct Session16ImmediateTests {
  @Test("Heartbeat tells the time")
  func heartbeat() {
    var bench = SessionBench()

    let (action, reaction, written) = bench.receive(#"[2,"h1","Heartbeat",{}]"#)

    #expect(action == .heartbeat)
    #expect(isAnswer(reaction))
    #expect(written == #"[3,"h1",{"currentTime":"2026-01-02T03:04:05.678Z"}]"#)
  }

  static let verdicts = [
    ("GOOD", #"{"status":"Accepted"}"#),
    ("good", #"{"status":"Accepted"}"#),
    (
      "Family",
      #"{"expiryDate":"2027-01-15T08:00:00.000Z","parentIdTag":"HOME","status":"Accepted"}"#
    ),
    ("OLD", #"{"expiryDate":"2026-01-02T03:04:05.678Z","status":"Expired"}"#),
    ("STOLEN", #"{"status":"Blocked"}"#),
    ("BUSY", #"{"status":"ConcurrentTx"}"#),
    ("WRONG", #"{"status":"Invalid"}"#),
    ("NOBODY", #"{"status":"Invalid"}"#),
    ("GOO", #"{"status":"Invalid"}"#),
  ]

  @Test("Authorize tells the verdict, whatever the case of the tag's letters", arguments: verdicts)
  func authorize(tag: String, info: String) {
    var bench = SessionBench()

    let (action, reaction, written) = bench.receive(
      "[2,\"a\",\"Authorize\",{\"idTag\":\"\(tag)\"}]")

    #expect(action == .authorize)
    #expect(isAnswer(reaction))
    #expect(written == "[3,\"a\",{\"idTagInfo\":\(info)}]")
  }

  @Test("Unknown tokens are accepted when the policy says so")
  func openPolicy() {
    var bench = SessionBench(SessionPolicy(acceptsUnknownTokens: true))

    #expect(
      bench.receive(#"[2,"a","Authorize",{"idTag":"NOBODY"}]"#).written
        == #"[3,"a",{"idTagInfo":{"status":"Accepted"}}]"#)
  }

  @Test("DataTransfer knows no vendor")
  func dataTransfer() {
    var bench = SessionBench()

    let (action, reaction, written) = bench.receive(
      #"[2,"d","DataTransfer",{"vendorId":"com.example","messageId":"m","data":"x"}]"#)

    #expect(action == .dataTransfer)
    #expect(isAnswer(reaction))
    #expect(written == #"[3,"d",{"status":"UnknownVendorId"}]"#)
  }

  @Test("An id with letters that need escapes comes back escaped")
  func escapedID() {
    var bench = SessionBench()

    #expect(
      bench.receive(#"[2,"a\"\\b","DataTransfer",{"vendorId":"v"}]"#).written
        == #"[3,"a\"\\b",{"status":"UnknownVendorId"}]"#)
  }

  private func isAnswer(_ reaction: Reaction) -> Bool {
    if case .answer = reaction { true } else { false }
  }
}
