import OCPP16
import OCPPJSON
import Testing

/// A text for `BootNotification.conf` unless another reading is named, and what is wrong with it.
struct FaultCase: Sendable, CustomTestStringConvertible {
  var text: String
  var finding: Finding
  var read: @Sendable (inout JSONReader) -> Void

  var testDescription: String { "\(finding.fault): \(text.prefix(60))" }

  init(
    _ text: String, _ violation: Violation, _ fault: Fault, _ offset: Int, _ path: String,
    _ read: @escaping @Sendable (inout JSONReader) -> Void = FaultCase.object(
      BootNotificationResponse.self)
  ) {
    self.text = text
    finding = Finding(violation: violation, fault: fault, offset: offset, path: path)
    self.read = read
  }

  static func object<T: OCPPObject>(_: T.Type) -> @Sendable (inout JSONReader) -> Void {
    { reader in
      var value = T(blank: ())
      value.read(&reader)
    }
  }
}

@Suite("What is wrong with a text is named and placed")
struct FaultTests {
  static let meterValues = FaultCase.object(MeterValuesRequest.self)
  static let profile = FaultCase.object(SetChargingProfileRequest.self)
  static let long = String(repeating: "x", count: 21)

  static let cases: [FaultCase] = [
    FaultCase("", .formation, .unexpectedEnd, 0, "$"),
    FaultCase("  ", .formation, .unexpectedEnd, 2, "$"),
    FaultCase("{", .formation, .unexpectedEnd, 1, "$"),
    FaultCase(#"{"status":"Acc"#, .formation, .unexpectedEnd, 14, "$.status"),
    FaultCase(#"{"status""#, .formation, .unexpectedEnd, 9, "$.status"),
    FaultCase(#"{"status":"Accepted\"#, .formation, .unexpectedEnd, 20, "$.status"),
    FaultCase(#"{"status":"Accepted","#, .formation, .unexpectedEnd, 21, "$"),
    FaultCase(#"{"status":x"#, .formation, .unexpectedByte, 10, "$.status"),
    FaultCase(#"{,}"#, .formation, .unexpectedByte, 1, "$"),
    FaultCase(#"{"status":"Accepted" "interval":1}"#, .formation, .unexpectedByte, 21, "$.status"),
    FaultCase(#"{"status" "Accepted"}"#, .formation, .unexpectedByte, 10, "$.status"),
    FaultCase(#"{"status":"Accepted",}"#, .formation, .unexpectedByte, 21, "$"),
    FaultCase("{\"status\":\"Acc\u{1}\"}", .formation, .badString, 14, "$.status"),
    FaultCase("{\"status\":\"Acc\n\"}", .formation, .badString, 14, "$.status"),
    FaultCase(#"{"status":"A\x"}"#, .formation, .badEscape, 12, "$.status"),
    FaultCase(#"{"status":"A\u12g4"}"#, .formation, .badEscape, 12, "$.status"),
    FaultCase(#"{"interval":-}"#, .formation, .badNumber, 12, "$.interval"),
    FaultCase(#"{"interval":01}"#, .formation, .badNumber, 12, "$.interval"),
    FaultCase(#"{"interval":1.}"#, .formation, .badNumber, 12, "$.interval"),
    FaultCase(#"{"interval":1.5}"#, .type, .notInteger, 12, "$.interval"),
    FaultCase(#"{"interval":1e-1}"#, .type, .notInteger, 12, "$.interval"),
    FaultCase(#"{"interval":2147483648}"#, .property, .integerRange, 12, "$.interval"),
    FaultCase(#"{"interval":-2147483649}"#, .property, .integerRange, 12, "$.interval"),
    FaultCase(
      #"{"interval":99999999999999999999999999}"#, .property, .integerRange, 12, "$.interval"),
    FaultCase(#"{"interval":1e100}"#, .property, .integerRange, 12, "$.interval"),
    FaultCase(#"{"interval":1e999}"#, .property, .integerRange, 12, "$.interval"),
    FaultCase(#"{"interval":"1"}"#, .type, .wrongType, 12, "$.interval"),
    FaultCase(#"{"interval":null}"#, .type, .wrongType, 12, "$.interval"),
    FaultCase(#"{"status":1}"#, .type, .wrongType, 10, "$.status"),
    FaultCase(#"{"currentTime":{}}"#, .type, .wrongType, 15, "$.currentTime"),
    FaultCase("[]", .type, .wrongType, 0, "$"),
    FaultCase(#"{"status":"accepted"}"#, .property, .unknownWord, 10, "$.status"),
    FaultCase(#"{"status":""}"#, .property, .unknownWord, 10, "$.status"),
    FaultCase(#"{"currentTime":"yesterday"}"#, .property, .badDateTime, 15, "$.currentTime"),
    FaultCase(#"{"colour":1}"#, .formation, .unknownMember, 1, "$.colour"),
    FaultCase(
      #"{"status":"Accepted","interval":1,"status":"Pending"}"#, .occurrence, .duplicateMember, 34,
      "$.status"),
    FaultCase(
      #"{ "status" : "Accepted" , "status" : "Accepted" }"#, .occurrence, .duplicateMember, 26,
      "$.status"),
    FaultCase(#"{}"#, .occurrence, .missingMember, 1, "$"),
    FaultCase(#"{"status":"Accepted","interval":1}"#, .occurrence, .missingMember, 33, "$"),
    FaultCase(
      #"{"status":"Accepted","interval":1,"currentTime":"2024-06-11T08:15:30Z"} x"#, .formation,
      .trailingBytes, 72, "$"),
    FaultCase(
      #"{"connectorId":1,"meterValue":[]}"#, .occurrence, .tooFewItems, 31, "$.meterValue",
      meterValues),
    FaultCase(
      #"{"connectorId":1,"meterValue":[{"timestamp":"2024-06-11T08:15:30Z","sampledValue":[]}]}"#,
      .occurrence, .tooFewItems, 83, "$.meterValue[0].sampledValue", meterValues),
    FaultCase(
      #"{"connectorId":1,"meterValue":[{"timestamp":"2024-06-11T08:15:30Z","sampledValue":[{"value":"1"},{"value":"2","unit":"Furlong"}]}]}"#,
      .property, .unknownWord, 117, "$.meterValue[0].sampledValue[1].unit", meterValues),
    FaultCase(
      #"{"transactionId":1,"meterStop":1,"timestamp":"2024-06-11T08:15:30Z","transactionData":[{"timestamp":"2024-06-11T08:15:30Z","sampledValue":[{"value":"50","unit":"Hertz"}]}]}"#,
      .property, .unknownWord, 160, "$.transactionData[0].sampledValue[0].unit",
      object(StopTransactionRequest.self)),
    FaultCase(
      #"{"connectorId":1,"csChargingProfiles":{"chargingSchedule":{"minChargingRate":16.15"#,
      .property, .notMultiple, 77, "$.csChargingProfiles.chargingSchedule.minChargingRate", profile),
    FaultCase(
      "{\"idTag\":\"\(long)\"}", .property, .tooLong, 9, "$.idTag", object(AuthorizeRequest.self)),
    FaultCase("[1,2,3]", .occurrence, .tooManyItems, 5, "$[2]") {
      _ = $0.array(0, 2) { $0.int() }
    },
    FaultCase("[1,]", .formation, .unexpectedByte, 3, "$") { _ = $0.array(0, 2) { $0.int() } },
    FaultCase("[1", .formation, .unexpectedEnd, 2, "$[0]") { _ = $0.array(0, 2) { $0.int() } },
    FaultCase(" 4", .property, .belowMinimum, 1, "$") { _ = $0.int(5, 9) },
    FaultCase(" 10", .property, .aboveMaximum, 1, "$") { _ = $0.int(5, 9) },
    FaultCase("tru", .type, .wrongType, 0, "$") { _ = $0.bool() },
    FaultCase("", .formation, .unexpectedEnd, 0, "$") { _ = $0.text() },
    FaultCase("", .formation, .unexpectedEnd, 0, "$") { $0.skip() },
    FaultCase("nul", .formation, .unexpectedByte, 0, "$") { $0.skip() },
    FaultCase(#"{"a":[1,{"b":01}]}"#, .formation, .badNumber, 13, "$.a[1].b") { $0.skip() },
    FaultCase(#"{"a":1,2}"#, .formation, .unexpectedByte, 7, "$") { $0.skip() },
    FaultCase("[1}", .formation, .unexpectedByte, 2, "$[0]") { $0.skip() },
  ]

  static func object<T: OCPPObject>(_ type: T.Type) -> @Sendable (inout JSONReader) -> Void {
    FaultCase.object(type)
  }

  @Test("The violation, the fault, the place and the path are right", arguments: cases)
  func placed(fault: FaultCase) {
    #expect(finding(in: fault.text, fault.read) == fault.finding)
  }

  @Test("Only the first error counts")
  func sticky() {
    let found = finding(
      in: #"{"interval":"x","status":7"#, FaultCase.object(BootNotificationResponse.self))
    #expect(found?.path == "$.interval")
  }

  @Test("The name of a missing member is known")
  func missingName() {
    let bytes = [UInt8](#"{"status":"Accepted","interval":1}"#.utf8)
    let name = bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      var response = BootNotificationResponse(blank: ())
      response.read(&reader)
      return reader.missingMember
    }
    #expect(name == "currentTime")
  }

  @Test("Unknown members are skipped when the policy says so, whatever they hold")
  func lenient() throws {
    let text = #"{"x":{"a":[1,null,{"b":"\n"}]},"idTag":"T","y":[],"z":-1.5e3}"#
    let request = try AuthorizeRequest.decode(
      [UInt8](text.utf8), policy: ReadingPolicy(ignoresUnknownMembers: true))
    #expect(request.idTag == "T")
  }

  @Test(
    "A skipped value may be nested 64 deep and no deeper", arguments: [1, 2, 63, 64, 65, 66, 5000])
  func depth(levels: Int) {
    for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
      let text =
        String(repeating: open, count: levels) + "0" + String(repeating: close, count: levels)
      let found = finding(in: text) { $0.skip() }
      #expect(found?.fault == (levels <= JSONReader.depthLimit ? nil : .tooDeep))
    }
  }

  @Test("The path of an error in a malformed or endless name stays well-formed and short")
  func pathOfBadName() throws {
    var bytes = [UInt8](#"{"caf"#.utf8) + [0xC3, 0x28] + [UInt8](#"":1}"#.utf8)
    let found = finding(in: bytes) { $0.skip() }
    #expect(found?.fault == .badUTF8)
    #expect(found?.path == "$.caf")

    bytes = [UInt8](#"{""#.utf8) + [UInt8](repeating: 0x61, count: 5000) + [UInt8](#"":x}"#.utf8)
    let path = try #require(finding(in: bytes) { $0.skip() }?.path)
    #expect(path.utf8.count == 2 + JSONPath.nameLimit)
  }
}
