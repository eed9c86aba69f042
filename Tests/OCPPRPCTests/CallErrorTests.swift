import OCPPJSON
import OCPPRPC
import Testing

@Suite("Error codes")
struct RPCErrorCodeTests {
  static let names: [(RPCErrorCode, String, String)] = [
    (.notImplemented, "NotImplemented", "NotImplemented"),
    (.notSupported, "NotSupported", "NotSupported"),
    (.internalError, "InternalError", "InternalError"),
    (.protocolError, "ProtocolError", "ProtocolError"),
    (.securityError, "SecurityError", "SecurityError"),
    (.formationViolation, "FormationViolation", "FormatViolation"),
    (.propertyConstraintViolation, "PropertyConstraintViolation", "PropertyConstraintViolation"),
    (
      .occurrenceConstraintViolation, "OccurenceConstraintViolation",
      "OccurrenceConstraintViolation"
    ),
    (.typeConstraintViolation, "TypeConstraintViolation", "TypeConstraintViolation"),
    (.genericError, "GenericError", "GenericError"),
    (.messageTypeNotSupported, "NotSupported", "MessageTypeNotSupported"),
    (.rpcFrameworkError, "FormationViolation", "RpcFrameworkError"),
  ]

  @Test("Each version has its own words, 1.6 with its own spelling", arguments: names)
  func words(code: RPCErrorCode, v16: String, v2: String) {
    #expect("\(code.wireName(in: .v16))" == v16)
    #expect("\(code.wireName(in: .v201))" == v2)
    #expect("\(code.wireName(in: .v21))" == v2)
  }

  @Test("Every code has its words")
  func complete() {
    #expect(Set(Self.names.map(\.0)) == Set(RPCErrorCode.allCases))
  }

  static let violations: [(Violation, RPCErrorCode, RPCErrorCode)] = [
    (.formation, .formationViolation, .rpcFrameworkError),
    (.property, .propertyConstraintViolation, .rpcFrameworkError),
    (.occurrence, .occurrenceConstraintViolation, .rpcFrameworkError),
    (.type, .typeConstraintViolation, .rpcFrameworkError),
    (.messageType, .messageTypeNotSupported, .messageTypeNotSupported),
    (.notImplemented, .notImplemented, .notImplemented),
  ]

  @Test("A violation has a code in a payload and one in the head of a frame", arguments: violations)
  func codes(violation: Violation, payload: RPCErrorCode, head: RPCErrorCode) {
    #expect(RPCErrorCode(violation) == payload)
    #expect(RPCErrorCode(violation, inHead: true) == head)
  }

  @Test("A version has its name and its subprotocol")
  func versions() {
    #expect(OCPPVersion.allCases.map { "\($0.name)" } == ["1.6", "2.0.1", "2.1"])
    #expect(
      OCPPVersion.allCases.map { "\($0.subprotocol)" } == ["ocpp1.6", "ocpp2.0.1", "ocpp2.1"])
  }
}

@Suite("A CALLERROR")
struct CallErrorTests {
  private func written(_ description: String, in version: OCPPVersion = .v16) -> String {
    var writer = JSONWriter()
    writer.callError(MessageID("a"), .formationViolation, in: version, Text(description))
    return writer.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  @Test("It is written whole, with the version's word")
  func whole() {
    #expect(written("why") == #"[4,"a","FormationViolation","why",{}]"#)
    #expect(written("why", in: .v201) == #"[4,"a","FormatViolation","why",{}]"#)
    #expect(written(#"a "b""#) == #"[4,"a","FormationViolation","a \"b\"",{}]"#)
  }

  @Test("A description of 255 bytes is whole, one of 256 is cut")
  func cut() {
    let just = String(repeating: "x", count: 255)

    #expect(written(just).contains("\"\(just)\""))
    #expect(written(just + "y").contains("\"\(just)\""))
  }

  @Test(
    "A description is cut between characters, never inside one",
    arguments: ["ä", "€", "😀"], [252, 253, 254])
  func characterBoundary(character: String, before: Int) {
    let head = String(repeating: "x", count: before)
    let fits = before + character.utf8.count <= 255

    let frame = written(head + character + "more and more")

    #expect(
      frame.hasPrefix("[4,\"a\",\"FormationViolation\",\"\(head)\(fits ? character : "\"")"))
    #expect(!frame.contains("\u{FFFD}"))
  }

  private func read(_ rest: String) -> (CallError, failed: Bool) {
    Array(rest.utf8).withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      let error = reader.callError()
      return (error, reader.failed)
    }
  }

  @Test("A peer's own code, its description and its details are read")
  func readWhole() {
    let (error, failed) = read(#""VendorTrouble","it broke",{"n":[1,2.50]}]"#)

    #expect(!failed)
    #expect(error.code == "VendorTrouble")
    #expect(error.description == "it broke")
    #expect(error.details?.bytes == Array(#"{"n":[1,2.50]}"#.utf8))
  }

  @Test("Details and even the description may be missing, and details may be anything")
  func readLenient() {
    #expect(read(#""GenericError"]"#).0 == CallError(code: "GenericError", description: ""))
    #expect(read(#""GenericError"]"#).failed == false)
    #expect(read(#""GenericError","x"]"#).0.description == "x")
    #expect(read(#""GenericError","x",7]"#).0.details?.bytes == Array("7".utf8))
    #expect(read(#""GenericError","x",{},1]"#).failed)
  }
}

@Suite("The report of a decoding error")
struct DecodeReportTests {
  private func report(_ frame: String, _ fault: Fault, at offset: UInt32, missing: Text? = nil)
    -> String
  {
    Array(frame.utf8).withUnsafeBufferPointer {
      "\(DecodeError(.formation, fault, offset: offset).report(in: $0, missing: missing))"
    }
  }

  @Test("It says what is wrong and where")
  func sentence() {
    let frame = #"[2,"a","Reset",{"type":"Gentle"}]"#

    #expect(
      report(frame, .unknownWord, at: 23)
        == "value not in the list of allowed values at $[3].type")
  }

  @Test("It names a missing member")
  func missing() {
    let frame = #"[2,"a","Reset",{}]"#

    #expect(report(frame, .missingMember, at: 16, missing: "type") == "missing member type at $[3]")
  }

  @Test("Every fault has a phrase of its own")
  func phrases() {
    let faults = (UInt8(0)...).prefix(while: { $0 < 27 }).compactMap(Fault.init)

    #expect(faults.count == 26)
    #expect(Set(faults.map { "\($0.phrase)" }).count == faults.count)
  }
}
