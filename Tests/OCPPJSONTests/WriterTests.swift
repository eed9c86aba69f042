import OCPP16
import OCPPJSON
import Testing

@Suite("Writing")
struct WriterTests {
  @Test(
    "Strings are escaped as JSON asks, and no more",
    arguments: [
      ("", #""""#), ("plain", #""plain""#), ("a\"b\\c/d", #""a\"b\\c/d""#),
      ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
      ("\0\u{1}\u{1F}\u{7F}", "\"\\u0000\\u0001\\u001f\u{7F}\""),
      ("é€😀", "\"é€😀\""), ("0123456789abcdef\"", #""0123456789abcdef\"""#),
    ])
  func escapes(text: String, expected: String) {
    #expect(written { $0.text(Text(text)) } == expected)
  }

  @Test("Every character is read back as it was written, at every place", arguments: 0...23)
  func roundTrip(before: Int) {
    for byte in UInt8(0)...127 {
      let text = Text(
        utf8: [UInt8](repeating: 0x61, count: before) + [byte] + [UInt8]("xyz€".utf8))
      #expect(value(of: written { $0.text(text) }) { $0.text() } == text)
    }
  }

  @Test("The buffer grows by whatever it takes", arguments: [0, 1, 15, 16, 17, 500, 100_000])
  func growth(length: Int) {
    let text = String(repeating: "\u{1}", count: length)
    let result = written(capacity: 0) {
      $0.beginArray()
      for _ in 0..<3 {
        $0.item()
        $0.text(Text(text))
      }
      $0.endArray()
    }
    #expect(result.utf8.count == 3 * (6 * length + 2) + 4)
    #expect(
      value(of: result) { $0.array(3, 3) { $0.text() } } == [Text](repeating: Text(text), count: 3))
  }

  @Test(
    "Integers are written in full",
    arguments: [0, 1, -1, 9, 10, 99, 100, 2_147_483_647, -2_147_483_648, Int.max, Int.min])
  func integers(number: Int) {
    #expect(written { $0.int(number) } == String(number))
  }

  @Test(
    "Decimals are written in full, from the smallest to the largest",
    arguments: [
      (Decimal(mantissa: 1, exponent: -128), "0." + String(repeating: "0", count: 127) + "1"),
      (Decimal(mantissa: 1, exponent: 127), "1" + String(repeating: "0", count: 127)),
      (Decimal(mantissa: .min, exponent: 0), "-9223372036854775808"),
      (Decimal(mantissa: -5, exponent: -1), "-0.5"), (Decimal(mantissa: 0, exponent: 12), "0"),
      (Decimal(mantissa: 12_345, exponent: -3), "12.345"),
    ])
  func decimals(number: Decimal, expected: String) {
    #expect(written { $0.decimal(number) } == expected)
  }

  @Test("Members keep the order of the specification and absent ones leave no trace")
  func members() {
    let request = StatusNotificationRequest(
      connectorId: 0, errorCode: .noError, info: nil, status: .suspendedEVSE,
      timestamp: DateTime(milliseconds: 0), vendorId: "a\"b")
    #expect(
      String(decoding: request.encoded(), as: UTF8.self)
        == #"{"connectorId":0,"errorCode":"NoError","status":"SuspendedEVSE","timestamp":"1970-01-01T00:00:00.000Z","vendorId":"a\"b"}"#
    )
    #expect(String(decoding: HeartbeatRequest().encoded(), as: UTF8.self) == "{}")
    #expect(
      String(decoding: GetConfigurationRequest(key: []).encoded(), as: UTF8.self) == #"{"key":[]}"#)
  }

  @Test("A writer that is reset or cut off goes on from there")
  func reuse() {
    var writer = JSONWriter(capacity: 16)
    writer.literal("[1,2")
    writer.truncate(to: 2)
    writer.endArray()
    #expect(writer.withBytes { [UInt8]($0) } == [UInt8]("[1]".utf8))
    writer.reset()
    writer.bool(false)
    #expect(writer.withBytes { [UInt8]($0) } == [UInt8]("false".utf8))
  }

  @Test("Every word of an enumeration is found again, and nothing else is")
  func words() {
    for value in Measurand.allCases { #expect(Measurand(word: value.word) == value) }
    for value in UnitOfMeasure.allCases { #expect(UnitOfMeasure(word: value.word) == value) }
    #expect(Measurand.energyActiveImportRegister.word == "Energy.Active.Import.Register")
    for word: Text in [
      "", "w", "WW", "Energy.Active.Import.Registe", "energy.active.import.register",
    ] {
      #expect(Measurand(word: word) == nil)
    }
  }
}
