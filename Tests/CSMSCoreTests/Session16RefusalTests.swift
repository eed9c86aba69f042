import CSMSCore
import OCPP16
import OCPPJSON
import OCPPRPC
import Testing

@Suite("A session refuses what it cannot take")
struct Session16RefusalTests {
  /// A bad frame, and the CALLERROR's id, code and description.
  struct Bad: Sendable, CustomTestStringConvertible {
    let frame: String
    let answer: String
    init(_ frame: String, _ id: String, _ code: String, _ description: String) {
      self.frame = frame
      answer = "[4,\"\(id)\",\"\(code)\",\"\(description)\",{}]"
    }
    var testDescription: String { String(frame.prefix(80)) }
  }

  static let long = String(repeating: "x", count: 37)
  static let deep = String(repeating: "[", count: 5000)

  static let bad = [
    // The frame
    Bad("", "-1", "FormationViolation", "the text ends too early at $"),
    Bad("hello", "-1", "FormationViolation", "unexpected character at $"),
    Bad("{}", "-1", "FormationViolation", "value of the wrong type at $"),
    Bad("[]", "-1", "FormationViolation", "too few items at $"),
    Bad(deep, "-1", "FormationViolation", "value of the wrong type at $[0]"),
    Bad(
      #"[2,"1","Heartbeat"]"#, "1", "FormationViolation", "not an OCPP-J frame at $"),
    Bad(
      #"[2,"1","Heartbeat",{},{}]"#, "1", "FormationViolation", "not an OCPP-J frame at $[3]"),
    Bad(#"[2,1,"Heartbeat",{}]"#, "-1", "FormationViolation", "value of the wrong type at $[1]"),
    Bad(
      "[2,\"\(long)\",\"Heartbeat\",{}]", "-1", "FormationViolation",
      "message id of more than 36 characters at $[1]"),
    Bad(
      #"["2","1","Heartbeat",{}]"#, "-1", "FormationViolation", "value of the wrong type at $[0]"),
    Bad(#"[2,"1","Heartbeat",{}"#, "1", "FormationViolation", "the text ends too early at $[3]"),
    Bad(
      #"[2,"1","Heartbeat",{}]x"#, "1", "FormationViolation",
      "characters after the end of the message at $"),
    // The action
    Bad(#"[2,"1","Nonsense",{}]"#, "1", "NotImplemented", "unknown action at $[2]"),
    Bad(#"[2,"1","heartbeat",{}]"#, "1", "NotImplemented", "unknown action at $[2]"),
    Bad(
      #"[2,"1","Reset",{"type":"Hard"}]"#, "1", "NotSupported",
      "this central system does not take this call"),
    Bad(
      #"[2,"1","SignCertificate",{"csr":"x"}]"#, "1", "NotSupported",
      "this central system does not take this call"),
    // The payload
    Bad(
      #"[2,"1","Heartbeat",null]"#, "1", "TypeConstraintViolation",
      "value of the wrong type at $[3]"),
    Bad(
      #"[2,"1","Heartbeat",[]]"#, "1", "TypeConstraintViolation",
      "value of the wrong type at $[3]"),
    Bad(
      #"[2,"1","Heartbeat",{"a":1}]"#, "1", "FormationViolation", "unknown member at $[3].a"),
    Bad(
      #"[2,"1","Authorize",{}]"#, "1", "OccurenceConstraintViolation",
      "missing member idTag at $[3]"),
    Bad(
      #"[2,"1","Authorize",{"idTag":"a","idTag":"b"}]"#, "1", "OccurenceConstraintViolation",
      "member given twice at $[3].idTag"),
    Bad(
      #"[2,"1","Authorize",{"idTag":7}]"#, "1", "TypeConstraintViolation",
      "value of the wrong type at $[3].idTag"),
    Bad(
      #"[2,"1","Authorize",{"idTag":"123456789012345678901"}]"#, "1",
      "PropertyConstraintViolation", "text too long at $[3].idTag"),
    Bad(
      #"[2,"1","Authorize",{"idTag":"\ud800"}]"#, "1", "FormationViolation",
      "bad escape sequence in a string at $[3].idTag"),
    Bad(
      #"[2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Idle"}]"#, "1",
      "PropertyConstraintViolation",
      "value not in the list of allowed values at $[3].status"),
    Bad(
      #"[2,"1","StatusNotification",{"connectorId":1.5,"errorCode":"NoError","status":"Faulted"}]"#,
      "1", "TypeConstraintViolation", "an integer is needed at $[3].connectorId"),
    Bad(
      #"[2,"1","MeterValues",{"connectorId":1,"meterValue":[]}]"#, "1",
      "OccurenceConstraintViolation", "too few items at $[3].meterValue"),
    Bad(
      #"[2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"yesterday","sampledValue":[{"value":"1"}]}]}]"#,
      "1", "PropertyConstraintViolation",
      "not an RFC 3339 date-time at $[3].meterValue[0].timestamp"),
    Bad(
      #"[2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"2026-01-02T03:00:00Z","sampledValue":[{"value":"1"},{"value":"1","unit":"eV"}]}]}]"#,
      "1", "PropertyConstraintViolation",
      "value not in the list of allowed values at $[3].meterValue[0].sampledValue[1].unit"),
  ]

  @Test("A bad call gets its code and its place, and nothing is held", arguments: bad)
  func refused(_ bad: Bad) {
    var bench = SessionBench()

    let (_, reaction, written) = bench.receive(bad.frame)

    #expect(written == bad.answer)
    guard case .refuse(let code) = reaction else {
      Issue.record("\(reaction)")
      return
    }
    #expect(bad.answer.contains("\"\(code.wireName(in: .v16))\""))
  }

  @Test("A bad call does not disturb the next good one")
  func goesOn() {
    var bench = SessionBench()
    for bad in Self.bad { _ = bench.receive(bad.frame) }

    #expect(
      bench.receive(#"[2,"z","Heartbeat",{}]"#).written
        == #"[3,"z",{"currentTime":"2026-01-02T03:04:05.678Z"}]"#)
  }

  @Test("Calls that only a central system sends are not supported, each of them")
  func direction() {
    var bench = SessionBench()
    for action in Action.allCases where !action.sentByStation {
      let (counted, _, written) = bench.receive("[2,\"1\",\"\(action.word)\",{}]")
      #expect(counted == action)
      #expect(
        written == #"[4,"1","NotSupported","this central system does not take this call",{}]"#)
    }
  }

  @Test("A call is counted by its action even when it is refused")
  func counted() {
    var bench = SessionBench()

    #expect(bench.receive(#"[2,"1","Authorize",{}]"#).action == .authorize)
    #expect(bench.receive(#"[2,"1","Nonsense",{}]"#).action == nil)
    #expect(bench.receive(#"[3,"1",{}]"#).action == nil)
  }
}

@Suite("A session passes over what needs no answer")
struct Session16IgnoreTests {
  static let ignored: [(String, IgnoredFrame)] = [
    (#"[3,"1",{}]"#, .unexpectedAnswer),
    (#"[4,"1","GenericError","",{}]"#, .unexpectedAnswer),
    (#"[5,"1","GenericError","",{}]"#, .unknownMessageType),
    (#"[6,"1","Heartbeat",{}]"#, .unknownMessageType),
    (#"[7,"1",{}]"#, .unknownMessageType),
    (#"[0,"1","Heartbeat",{}]"#, .unknownMessageType),
    (#"[-1,"1"]"#, .unknownMessageType),
    (#"[3,"1"]"#, .unreadableAnswer),
    ("[3]", .unreadableAnswer),
    ("[3,\"\(Session16RefusalTests.long)\",{}]", .unreadableAnswer),
    ("[4,\"\(Session16RefusalTests.long)\",\"\",\"\",{}]", .unreadableAnswer),
    (#"[4,7,"GenericError","",{}]"#, .unreadableAnswer),
  ]

  @Test("Nothing is written, and the reason is known", arguments: ignored)
  func passedOver(frame: String, reason: IgnoredFrame) {
    var bench = SessionBench()

    let (_, reaction, written) = bench.receive(frame)

    #expect(written == "")
    guard case .ignore(let found) = reaction else {
      Issue.record("\(reaction)")
      return
    }
    #expect(found == reason)
  }
}
