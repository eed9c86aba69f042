import OCPP2
import OCPPJSON
import Testing

@Suite("What differs between 2.0.1 and 2.1")
struct EditionTests {
  @Test("A reader speaks 2.1 unless it is told otherwise, and can change")
  func edition() {
    let text = [UInt8]("{}".utf8)
    text.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      let first = reader.edition
      reader.edition = .v201
      let second = reader.edition
      #expect(first == .v21)
      #expect(second == .v201)
    }
  }

  @Test("A member that only 2.1 has is unknown to 2.0.1")
  func member() {
    let text = #"{"chargingLimitSource":"EMS","isLocalGeneration":true}"#
    #expect(fault(ChargingLimit.self, text, .v21) == nil)
    #expect(fault(ChargingLimit.self, text, .v201) == .unknownMember)
  }

  @Test("A member that 2.1 made optional is required in 2.0.1, and the other way round")
  func required() {
    let period = #"{"startPeriod":0}"#
    #expect(fault(ChargingSchedulePeriod.self, period, .v21) == nil)
    #expect(fault(ChargingSchedulePeriod.self, period, .v201) == .missingMember)
    let meter = #"{"signedMeterData":"x","encodingMethod":"y"}"#
    #expect(fault(SignedMeterValue.self, meter, .v21) == nil)
    #expect(fault(SignedMeterValue.self, meter, .v201) == .missingMember)
    let monitoring = #"{"id":1,"transaction":false,"value":1,"type":"Delta","severity":1}"#
    #expect(fault(VariableMonitoring.self, monitoring, .v21) == .missingMember)
    #expect(fault(VariableMonitoring.self, monitoring, .v201) == nil)
  }

  @Test("A text may be longer in 2.1")
  func length() {
    let text = { #"{"idToken":"\#(String(repeating: "é", count: $0))","type":"Local"}"# }
    #expect(fault(IdToken.self, text(36), .v201) == nil)
    #expect(fault(IdToken.self, text(37), .v201) == .tooLong)
    #expect(fault(IdToken.self, text(255), .v21) == nil)
    #expect(fault(IdToken.self, text(256), .v21) == .tooLong)
  }

  @Test("Integers are bounded in 2.1")
  func bounds() {
    #expect(fault(EVSE.self, #"{"id":-1}"#, .v201) == nil)
    #expect(fault(EVSE.self, #"{"id":-1}"#, .v21) == .belowMinimum)
    #expect(
      fault(ChargingSchedulePeriod.self, #"{"startPeriod":0,"limit":1,"numberPhases":4}"#, .v21)
        == .aboveMaximum)
  }

  @Test("What is a number in 2.1 was an integer in 2.0.1")
  func decimal() {
    let text = #"{"energyAmount":1.5,"evMinCurrent":6,"evMaxCurrent":16,"evMaxVoltage":230}"#
    #expect(fault(ACChargingParameters.self, text, .v21) == nil)
    #expect(fault(ACChargingParameters.self, text, .v201) == .notInteger)
    let whole = text.replacing("1.5", with: "15")
    #expect(fault(ACChargingParameters.self, whole, .v201) == nil)
  }

  @Test("A word that only 2.1 has is unknown to 2.0.1, at the word's place")
  func word() throws {
    let text = #"{"type": "ImmediateAndResume"}"#
    #expect(fault(ResetRequest.self, text, .v21) == nil)
    #expect(
      throws: DecodeError(.property, .unknownWord, offset: 9),
      performing: { try ResetRequest.decode([UInt8](text.utf8), as: .v201) })
  }

  @Test("A list that 2.1 opened is closed in 2.0.1")
  func opened() throws {
    let text = { (word: String) in #"{"idToken":"04A1","type":"\#(word)"}"# }
    #expect(fault(IdToken.self, text("ISO14443"), .v201) == nil)
    #expect(fault(IdToken.self, text("DirectPayment"), .v201) == .unknownWord)
    #expect(fault(IdToken.self, text("DirectPayment"), .v21) == nil)
    #expect(fault(IdToken.self, text("a word of 21 letters "), .v21) == .tooLong)
    let token = try IdToken.decode([UInt8](text("DirectPayment").utf8), as: .v21)
    #expect(token.type == "DirectPayment")
    #expect(!token.type.isClosedWord)
    #expect(IdTokenKind.iso14443.isClosedWord)
    #expect(!IdTokenKind(Text()).isClosedWord)
  }

  @Test("Lists of words, opened or not, go there and back")
  func lists() throws {
    let text = #"{"stackLevel":1,"chargingLimitSource":["EMS","Grid"]}"#
    let criterion = try ChargingProfileCriterion.decode([UInt8](text.utf8), as: .v21)
    #expect(criterion.chargingLimitSource == [.ems, "Grid"])
    #expect(sent(criterion, .v21) == text)
    #expect(sent(criterion, .v201) == "unknownWord at $.chargingLimitSource[1]")
  }
}

@Suite("Encoding for an edition")
struct EncodingTests {
  let limit = ChargingLimit(chargingLimitSource: .ems, isLocalGeneration: true)

  @Test("A member that 2.0.1 lacks is refused, or left out when that is asked for")
  func member() {
    #expect(sent(limit, .v21) == #"{"chargingLimitSource":"EMS","isLocalGeneration":true}"#)
    #expect(sent(limit, .v201) == "unknownMember at $.isLocalGeneration")
    #expect(sent(limit, .v201, omitting: true) == #"{"chargingLimitSource":"EMS"}"#)
    // 2.1 lacks nothing, so that nothing is left out.
    #expect(sent(limit, .v21, omitting: true).contains("isLocalGeneration"))
  }

  @Test("What 2.0.1 requires is never left out")
  func required() {
    let period = ChargingSchedulePeriod(startPeriod: 0, setpoint: Decimal(5))
    #expect(sent(period, .v201, omitting: true) == "missingMember at $")
    #expect(sent(period, .v21) == #"{"startPeriod":0,"setpoint":5}"#)
  }

  @Test("Values outside their bounds are not sent")
  func values() {
    #expect(sent(EVSE(id: -1), .v21) == "belowMinimum at $.id")
    #expect(sent(EVSE(id: 1 << 40), .v201) == "integerRange at $.id")
    #expect(sent(ResetRequest(type: .immediateAndResume), .v201) == "unknownWord at $.type")
    let long = Text(String(repeating: "x", count: 256))
    #expect(sent(EVSE(id: 1, customData: CustomData(vendorId: long)), .v21).hasPrefix("tooLong"))
    #expect(sent(GetVariablesRequest(getVariableData: []), .v21).hasPrefix("tooFewItems"))
    #expect(sent(EVSE(id: 1), .v201) == #"{"id":1}"#)
  }

  @Test("A message that only 2.1 has is not sent to a peer of 2.0.1")
  func message() {
    let request = NotifyAllowedEnergyTransferRequest(
      transactionId: "1", allowedEnergyTransfer: [.dc])
    #expect(sent(request, .v201) == "unknownAction at $")
    #expect(sent(request, .v21) == #"{"transactionId":"1","allowedEnergyTransfer":["DC"]}"#)
  }

  @Test("What was refused leaves no trace in the writer")
  func takenBack() {
    var writer = JSONWriter()
    writer.beginArray()
    #expect(throws: EncodeError.self) { try writer.checked(limit, for: .v201) }
    let count = writer.count
    #expect(count == 1)
  }
}

@Suite("Data of vendors")
struct CustomDataTests {
  @Test("Unknown members survive byte by byte")
  func survives() throws {
    let custom = #"{ "b" : [1.50, null, {"vendorId":7}], "vendorId":"com.é", "x":"\u20ac" }"#
    let text = #"{"id":1,"customData":\#(custom)}"#
    let evse = try EVSE.decode([UInt8](text.utf8), as: .v201)
    #expect(evse.customData?.vendorId == "com.é")
    #expect(sent(evse, .v201) == text)
    #expect(try CustomData(json: RawJSON(bytes: [UInt8](custom.utf8))) == evse.customData)
  }

  @Test(
    "It is an object with one vendorId of at most 255 characters",
    arguments: [
      (#"{}"#, Fault.missingMember), (#"[]"#, .wrongType), (#"{"vendorId":1}"#, .wrongType),
      (#"{"vendorId":"a","vendorId":"b"}"#, .duplicateMember),
      (#"{"vendorId":"a","x":}"#, .unexpectedByte),
      (#"{"vendorId":"\#(String(repeating: "😀", count: 256))"}"#, .tooLong),
    ])
  func refused(text: String, expected: Fault) {
    #expect(fault(EVSE.self, #"{"id":1,"customData":\#(text)}"#, .v21) == expected)
    #expect(throws: DecodeError.self) {
      try CustomData(json: RawJSON(bytes: [UInt8](text.utf8)))
    }
  }

  @Test("It costs one word where there is none")
  func size() {
    #expect(MemoryLayout<CustomData?>.size == MemoryLayout<Int>.size)
  }

  @Test(
    "DataTransfer carries any kind of value",
    arguments: ["null", "1.50", #""x""#, "true", "[]", #"{"a":[ ]}"#])
  func anything(value: String) throws {
    let text = #"{"data":\#(value),"vendorId":"v"}"#
    let request = try DataTransferRequest.decode([UInt8](text.utf8), as: .v201)
    #expect(request.data?.bytes == [UInt8](value.utf8))
    #expect(sent(request, .v21).contains(#""data":\#(value)"#))
  }

  @Test("An unknown member outside of it is let pass only when that is asked for")
  func policy() {
    let text = [UInt8](#"{"id":1,"x":2}"#.utf8)
    let tolerant = ReadingPolicy(ignoresUnknownMembers: true)
    #expect(throws: DecodeError.self) { try EVSE.decode(text, as: .v21) }
    #expect(throws: Never.self) { try EVSE.decode(text, as: .v21, policy: tolerant) }
  }
}
