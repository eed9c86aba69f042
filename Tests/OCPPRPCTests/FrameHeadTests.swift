import OCPP16
import OCPPJSON
import OCPPRPC
import Testing

/// What reading a frame's head came to.
private struct Reading {
  var head = FrameHead()
  var error: DecodeError?
  var path: String?
  /// What follows the head.
  var payload: String?

  init(_ frame: String) {
    let bytes = Array(frame.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      reader.frameHead(&head, actions: Action.table)
      if reader.failed {
        error = reader.error
        path = "\(JSONPath.path(buffer, to: Int(reader.error.offset)))"
      } else {
        payload = String(decoding: buffer[reader.offset...], as: UTF8.self)
      }
    }
  }
}

@Suite("The head of a frame")
struct FrameHeadTests {
  @Test("A call has an id and an action, and its payload follows")
  func call() {
    let reading = Reading(#"[2,"19223201","Heartbeat",{}]"#)

    #expect(reading.error == nil)
    #expect(reading.head.kind == .call)
    #expect(reading.head.id == MessageID("19223201"))
    #expect(Action(rawValue: reading.head.action) == .heartbeat)
    #expect(reading.payload == "{}]")
  }

  @Test("A send has an action like a call")
  func send() {
    let reading = Reading(#"[6,"a","MeterValues",{}]"#)

    #expect(reading.head.kind == .send)
    #expect(Action(rawValue: reading.head.action) == .meterValues)
    #expect(reading.payload == "{}]")
  }

  @Test(
    "An answer has an id and no action",
    arguments: zip([3, 4, 5], [FrameKind.result, .error, .resultError]))
  func answer(number: Int, kind: FrameKind) {
    let reading = Reading("[\(number),\"a\",{}]")

    #expect(reading.head.kind == kind)
    #expect(reading.head.id == MessageID("a"))
    #expect(reading.payload == "{}]")
  }

  @Test("White space may stand between all parts")
  func whiteSpace() {
    let reading = Reading(" [ 2 ,\t\"a\"\r\n, \"Reset\" , {} ] ")

    #expect(reading.error == nil)
    #expect(Action(rawValue: reading.head.action) == .reset)
  }

  @Test("A number may be written in any way that has the value of a message type")
  func numberForms() {
    #expect(Reading(#"[2.0,"a","Reset",{}]"#).error == nil)
    #expect(Reading(#"[2e0,"a","Reset",{}]"#).error == nil)
  }

  struct Malformed: Sendable, CustomTestStringConvertible {
    let frame: String
    let violation: Violation
    let fault: Fault
    let offset: UInt32
    let path: String

    init(
      _ frame: String, _ violation: Violation, _ fault: Fault, _ offset: UInt32, _ path: String
    ) {
      self.frame = frame
      self.violation = violation
      self.fault = fault
      self.offset = offset
      self.path = path
    }

    var testDescription: String { frame.isEmpty ? "nothing" : frame }
  }

  static let malformed = [
    Malformed("", .formation, .unexpectedEnd, 0, "$"),
    Malformed("hello", .formation, .unexpectedByte, 0, "$"),
    Malformed("{}", .type, .wrongType, 0, "$"),
    Malformed("\"text\"", .type, .wrongType, 0, "$"),
    Malformed("null", .type, .wrongType, 0, "$"),
    Malformed("[]", .occurrence, .tooFewItems, 1, "$"),
    Malformed("[", .formation, .unexpectedEnd, 1, "$[0]"),
    Malformed("[2]", .occurrence, .tooFewItems, 2, "$"),
    Malformed("[2", .formation, .unexpectedEnd, 2, "$[0]"),
    Malformed("[2,]", .formation, .unexpectedByte, 3, "$"),
    Malformed(#"["2","a","Reset",{}]"#, .type, .wrongType, 1, "$[0]"),
    Malformed(#"[2.5,"a","Reset",{}]"#, .type, .notInteger, 1, "$[0]"),
    Malformed(#"[null,"a","Reset",{}]"#, .type, .wrongType, 1, "$[0]"),
    Malformed(#"[2,7,"Reset",{}]"#, .type, .wrongType, 3, "$[1]"),
    Malformed(#"[2,null,"Reset",{}]"#, .type, .wrongType, 3, "$[1]"),
    Malformed(#"[2,"a"]"#, .occurrence, .tooFewItems, 6, "$"),
    Malformed(#"[2,"a","Reset"]"#, .formation, .badFrame, 15, "$"),
    Malformed(#"[2,"a",7,{}]"#, .type, .wrongType, 7, "$[2]"),
    Malformed(#"[2,"a","reset",{}]"#, .notImplemented, .unknownAction, 14, "$[2]"),
    Malformed(#"[2,"a","",{}]"#, .notImplemented, .unknownAction, 9, "$[2]"),
    Malformed(#"[3,"a"]"#, .occurrence, .tooFewItems, 6, "$"),
    Malformed("[2,\"a\u{0}b\",\"Reset\",{}]", .formation, .badString, 5, "$[1]"),
    Malformed(#"[2,"\q","Reset",{}]"#, .formation, .badEscape, 4, "$[1]"),
    Malformed(#"[2,"a"#, .formation, .unexpectedEnd, 5, "$[1]"),
    Malformed(#"[7,"a","Reset",{}]"#, .messageType, .unknownMessageType, 6, "$[1]"),
    Malformed(#"[0,"a",{}]"#, .messageType, .unknownMessageType, 6, "$[1]"),
    Malformed(#"[-2,"a",{}]"#, .messageType, .unknownMessageType, 7, "$[1]"),
    Malformed(#"[258,"a",{}]"#, .messageType, .unknownMessageType, 8, "$[1]"),
  ]

  @Test("A malformed head is refused with its fault and its place", arguments: malformed)
  func refused(_ malformed: Malformed) {
    let reading = Reading(malformed.frame)

    #expect(
      reading.error
        == DecodeError(malformed.violation, malformed.fault, offset: malformed.offset))
    #expect(reading.path == malformed.path)
  }

  @Test("A head that fails after its id keeps the id, so that the error can be answered")
  func idIsKept() {
    #expect(Reading(#"[2,"a"]"#).head.id == MessageID("a"))
    #expect(Reading(#"[2,"a","Nonsense",{}]"#).head.id == MessageID("a"))
    #expect(Reading(#"[2,5,"Reset",{}]"#).head.id == nil)
  }

  @Test("An answer without a readable id is still known to be an answer")
  func kindIsKept() {
    let tooLong = String(repeating: "x", count: 37)

    #expect(Reading("[3]").head.kind == .result)
    #expect(Reading("[4,\"\(tooLong)\",\"\",\"\",{}]").head.kind == .error)
  }
}

@Suite("The rest of a frame")
struct FrameEndTests {
  private func error(after frame: String) -> DecodeError? {
    Array(frame.utf8).withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      var head = FrameHead()
      reader.frameHead(&head, actions: Action.table)
      reader.skip()
      reader.endFrame()
      return reader.failed ? reader.error : nil
    }
  }

  @Test("A frame ends with its bracket, white space aside")
  func complete() {
    #expect(error(after: #"[2,"a","Reset",{}]"#) == nil)
    #expect(error(after: "[3,\"a\",{}]\n ") == nil)
  }

  @Test("A fifth element, a missing bracket and trailing bytes are refused where they stand")
  func incomplete() {
    #expect(
      error(after: #"[2,"a","Reset",{},1]"#) == DecodeError(.formation, .badFrame, offset: 17))
    #expect(
      error(after: #"[2,"a","Reset",{}"#) == DecodeError(.formation, .unexpectedEnd, offset: 17))
    #expect(
      error(after: #"[2,"a","Reset",{}]]"#)
        == DecodeError(.formation, .trailingBytes, offset: 18))
  }
}
