import OCPP16
import OCPPJSON
import Testing

/// What reading one value came to.
struct Outcome: Equatable {
  var value: String?
  var fault: Fault?
  var offset: Int

  /// Reads the value at the start of `bytes`.
  init(_ bytes: [UInt8], _ body: (inout JSONReader) -> String) {
    self = bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      let value = body(&reader)
      return reader.failed
        ? Outcome(value: nil, fault: reader.error.fault, offset: Int(reader.error.offset))
        : Outcome(value: value, fault: nil, offset: reader.offset)
    }
  }

  private init(value: String?, fault: Fault?, offset: Int) {
    (self.value, self.fault, self.offset) = (value, fault, offset)
  }
}

/// Values in their usual form are read by whole words; whatever is done with them has to be what the
/// long way does, which is the one that reads a value with white space before it.
@Suite("Usual and other forms")
struct UsualFormTests {
  private func expectAlike(
    _ value: [UInt8], sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (inout JSONReader) -> String
  ) {
    let rest = [0x5D] + [UInt8](repeating: 0x20, count: 64)
    let usual = Outcome(value + rest, body)
    var other = Outcome([0x20] + value + rest, body)
    other.offset -= 1
    #expect(
      usual == other, "\(String(decoding: value, as: UTF8.self).debugDescription)",
      sourceLocation: sourceLocation)
    let last = Outcome(value + [0x5D], body)
    #expect(
      usual == last || last.fault == .unexpectedEnd,
      "\(String(decoding: value, as: UTF8.self).debugDescription)", sourceLocation: sourceLocation)
  }

  /// Up to twelve of `pieces`, one after the other.
  private func text(of pieces: [String], _ random: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 1...12, using: &random)).flatMap { _ in
      [UInt8]((pieces.randomElement(using: &random) ?? "").utf8)
    }
  }

  @Test("Numbers are read alike in any form", arguments: 1...8 as ClosedRange<UInt64>)
  func numbers(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces =
      (0...9).map { "\($0)" } + ["1", "0", ".", ".", "-", "e", "E+", "/", ":", " ", "\u{7F}"]

    for _ in 0..<4_000 {
      let number = text(of: pieces, &random)
      expectAlike(number) { "\($0.int())" }
      expectAlike(number) { reader in
        let decimal = reader.decimal()
        return "\(decimal.mantissa) \(decimal.exponent)"
      }
    }
  }

  @Test("Texts are read alike in any form", arguments: 1...8 as ClosedRange<UInt64>)
  func texts(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", "bc", "0123456", " ", "!", "#", "[", "]", "\"", "\\n", "\\", "é", "\u{1F}", "\u{7F}",
    ]

    for _ in 0..<4_000 {
      let quoted = [0x22] + text(of: pieces, &random) + [0x22]
      let limit = Int.random(in: 0...30, using: &random)
      expectAlike(quoted) { $0.text(limit).description }
    }
  }

  @Test("Words are read alike in any form", arguments: 1...4 as ClosedRange<UInt64>)
  func words(seed: UInt64) {
    var random = SeededGenerator(seed: seed)

    for measurand in Measurand.allCases {
      for _ in 0..<100 {
        var word = [0x22] + measurand.word.bytes + [0x22]
        if Bool.random(using: &random), let place = word.indices.randomElement(using: &random) {
          word[place] = UInt8.random(in: 0...255, using: &random)
        }
        let limit = UInt8.random(in: 0...40, using: &random)
        expectAlike(word) { "\($0.word(Measurand.table))" }
        expectAlike(word) { "\($0.word(Measurand.table, below: limit))" }
      }
    }
  }

  @Test("Date-times are read alike in any form", arguments: 1...8 as ClosedRange<UInt64>)
  func dateTimes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)

    for _ in 0..<4_000 {
      let time = DateTime(
        milliseconds: Int64.random(in: -62_167_219_200...253_402_300_799, using: &random) * 1000)
      // Without the three digits of the milliseconds; then perhaps another digit or byte somewhere.
      var quoted = [UInt8]("\"\(time.description.dropLast(5))Z\"".utf8)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: 1..<quoted.count, using: &random)
        quoted[place] =
          Bool.random(using: &random)
          ? UInt8.random(in: 0x30...0x39, using: &random)
          : UInt8.random(in: 0...255, using: &random)
      }
      expectAlike(quoted) { "\($0.dateTime().milliseconds)" }
    }
  }

  @Test(
    "Members are read alike with white space between them and without, in any order",
    arguments: 1...8 as ClosedRange<UInt64>)
  func members(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let members = [
      #""connectorId":1"#, #""errorCode":"NoError""#, #""info":"x""#, #""status":"Available""#,
      #""timestamp":"2024-06-11T08:20:30Z""#, #""vendorId":"v""#, #""vendorErrorCode":"c""#,
      #""vendorErrorCod":1"#, #""vendorErrorCode:":1"#, #""\u0069nfo":"y""#,
    ]

    for _ in 0..<2_000 {
      var chosen = members.shuffled(using: &random)
      if Int.random(in: 0...3, using: &random) > 0 { chosen.removeAll { $0.contains("Cod") } }
      if Bool.random(using: &random) {
        chosen.sort { members.firstIndex(of: $0)! < members.firstIndex(of: $1)! }
      }
      chosen.removeLast(Int.random(in: 0...chosen.count, using: &random))
      if Int.random(in: 0...3, using: &random) == 0, let again = chosen.first {
        chosen.append(again)
      }
      let outcomes = [",", " , "].map { comma in
        let text = "{\(comma.dropFirst(2))" + chosen.joined(separator: comma) + "}"
        var outcome = Outcome([UInt8](text.utf8)) { reader in
          var request = StatusNotificationRequest(blank: ())
          request.read(&reader)
          return String(decoding: request.encoded(), as: UTF8.self)
        }
        outcome.offset = 0
        return outcome
      }
      #expect(outcomes[0] == outcomes[1], "\(chosen)")
    }
  }
}
