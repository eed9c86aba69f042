import OCPP16
import OCPPJSON
import Testing

@Suite("Reading values")
struct ReaderTests {
  @Test(
    "Integers may be written with a zero fraction or an exponent",
    arguments: [
      ("0", 0), ("-0", 0), ("7", 7), ("1.0", 1), ("1e2", 100), ("1E+2", 100), ("120e-1", 12),
      ("2147483647", 2_147_483_647), ("-2147483648", -2_147_483_648),
      ("2147483647.000", 2_147_483_647),
      ("0.0", 0), ("0e5", 0), (" \t\n\r5", 5),
    ])
  func integers(text: String, number: Int) {
    #expect(value(of: text) { $0.int() } == number)
  }

  @Test(
    "Escapes are resolved",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
      (#""\ud83d\ude00""#, "😀"), (#""\u0000""#, "\0"),
      (#""\uFFFF\uD7FF\uE000""#, "\u{FFFF}\u{D7FF}\u{E000}"),
      (#""\udbff\udfff""#, "\u{10FFFF}"), (#""é€😀 plain""#, "é€😀 plain"),
      (#""0123456\n89abcdefgh\u00e9ijklmnopqrstuvwxyz""#, "0123456\n89abcdefghéijklmnopqrstuvwxyz"),
    ])
  func escapes(text: String, expected: String) {
    #expect(value(of: text) { $0.text() }?.description == expected)
  }

  @Test(
    "A lone surrogate is refused",
    arguments: [
      #""\ud83d""#, #""\ude00""#, #""\ud83dx""#, #""\ud83d\n""#, #""\ud83d\ud83d""#,
      #""\ude00\ud83d""#,
      #""\ud83d\u0041""#, #""\ud83""#, #""\u""#, #""\u00""#, #""\u+041""#,
    ])
  func surrogates(text: String) {
    #expect(finding(in: text) { _ = $0.text() }?.fault == .badEscape)
  }

  static let malformed: [[UInt8]] = [
    [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80],
    [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28], [0xED, 0xA0, 0x80],
    [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98],
    [0xF0, 0x28, 0x8C, 0xBC], [0xF0, 0x9F, 0x28, 0xBC], [0xF0, 0x9F, 0x98, 0x28],
    [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
    [0xF8, 0x88, 0x80, 0x80, 0x80],
  ]

  @Test("Malformed UTF-8 is refused wherever it stands in a string", arguments: malformed)
  func malformedUTF8(sequence: [UInt8]) {
    for before in 0...17 {
      let bytes =
        [0x22] + [UInt8](repeating: 0x61, count: before) + sequence + [UInt8](#"bcdefghijk""#.utf8)
      let found = finding(in: bytes) { _ = $0.text() }
      #expect(found?.fault == .badUTF8)
      #expect(found?.offset == 1 + before)
    }
  }

  @Test(
    "The edges of well-formed UTF-8 pass",
    arguments: [
      "\u{80}", "\u{7FF}", "\u{800}", "\u{FFF}", "\u{1000}", "\u{D7FF}", "\u{E000}", "\u{FFFF}",
      "\u{10000}", "\u{3FFFF}", "\u{40000}", "\u{FFFFF}", "\u{100000}", "\u{10FFFF}", "\u{7F}",
    ])
  func wellFormedUTF8(text: String) {
    #expect(value(of: "\"\(text)\"") { $0.text() }?.description == text)
  }

  @Test(
    "A control character is refused at every place of a string",
    arguments: 0...31 as ClosedRange<UInt8>)
  func controlCharacters(byte: UInt8) {
    for before in 0...9 {
      let bytes =
        [0x22] + [UInt8](repeating: 0x61, count: before) + [byte] + [UInt8](#"aaaaaaaa""#.utf8)
      #expect(finding(in: bytes) { _ = $0.text() }?.fault == .badString)
    }
  }

  @Test("The length of a text is counted in Unicode scalars, as JSON Schema does")
  func scalarCount() {
    #expect(value(of: "\"ééééé\"") { $0.text(5) } == "ééééé")
    #expect(value(of: "\"ééééé\"") { $0.text(4) } == nil)
    #expect(value(of: "\"e\u{301}\"") { $0.text(1) } == nil)
    #expect(value(of: #""😀😀""#) { $0.text(2) } == "😀😀")
    #expect(value(of: #""\ud83d\ude00""#) { $0.text(1) } == "😀")
  }

  @Test("Members are read in any order and any layout", arguments: 0..<24)
  func anyOrder(permutation: Int) throws {
    var members = [
      #""meterStart":5"#, #""timestamp":"1970-01-01T00:00:01Z""#, #""id\u0054ag":"A""#,
      #""connectorId":2"#,
    ]
    var rest = permutation
    for index in 0..<3 {
      members.swapAt(index, index + rest % (4 - index))
      rest /= 4 - index
    }
    let expected = StartTransactionRequest(
      connectorId: 2, idTag: "A", meterStart: 5, timestamp: DateTime(milliseconds: 1000))
    for separator in [",", " , ", "\n,\t", ",\r\n "] {
      let text = "{" + members.joined(separator: separator) + "}"
      #expect(try StartTransactionRequest.decode([UInt8](text.utf8)) == expected)
    }
  }

  @Test(
    "Raw values are kept byte for byte",
    arguments: [
      "null", "true", "-1.50e+03", #""a\u0041""#, "[ 1 , {\"a\" : [] } ]", "{}",
    ])
  func raw(text: String) {
    #expect(value(of: " " + text + " ") { $0.raw() }?.bytes == [UInt8](text.utf8))
  }

  @Test("A text cut off anywhere is refused")
  func cutOff() throws {
    let text = [UInt8](
      #"{"connectorId":1,"meterValue":[{"timestamp":"2024-06-11T08:15:30Z","sampledValue":[{"value":"1\n","unit":"kWh"}]}]}"#
        .utf8)
    _ = try MeterValuesRequest.decode(text)
    for length in 0..<text.count {
      #expect(throws: DecodeError.self) { try MeterValuesRequest.decode([UInt8](text[..<length])) }
    }
  }
}
