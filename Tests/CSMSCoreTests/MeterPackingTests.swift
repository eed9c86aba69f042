import CSMSCore
import OCPP16
import OCPPJSON
import Testing

func reading(_ samples: SampledValue..., at milliseconds: Int64 = 0) -> MeterValue {
  MeterValue(timestamp: DateTime(milliseconds: milliseconds), sampledValue: samples)
}

@Suite("Meter values, packed and unpacked")
struct MeterPackingTests {
  private func expectRoundTrip(_ values: [MeterValue], _ comment: Comment? = nil) {
    #expect(MeterPacking.unpack(MeterPacking.pack(values)) == values, comment)
  }

  @Test("Every combination of words, and every word, comes back")
  func everyCombination() {
    for mask in 0..<64 {
      expectRoundTrip([
        reading(
          SampledValue(
            value: "1.5", context: mask & 1 == 0 ? nil : .trigger,
            format: mask & 2 == 0 ? nil : .raw, measurand: mask & 4 == 0 ? nil : .rpm,
            phase: mask & 8 == 0 ? nil : .l3L1, location: mask & 16 == 0 ? nil : .ev,
            unit: mask & 32 == 0 ? nil : .hertz))
      ])
    }
    expectRoundTrip(ReadingContext.allCases.map { reading(SampledValue(value: "1", context: $0)) })
    expectRoundTrip(Measurand.allCases.map { reading(SampledValue(value: "1", measurand: $0)) })
    expectRoundTrip(Phase.allCases.map { reading(SampledValue(value: "1", phase: $0)) })
    expectRoundTrip(Location.allCases.map { reading(SampledValue(value: "1", location: $0)) })
    expectRoundTrip(UnitOfMeasure.allCases.map { reading(SampledValue(value: "1", unit: $0)) })
    expectRoundTrip(ValueFormat.allCases.map { reading(SampledValue(value: "1", format: $0)) })
  }

  @Test(
    "A value comes back as it was written, digit by digit",
    arguments: [
      "0", "1", "-1", "16.1", "16.10", "16.100", "0.0", "0.00", "-0", "-0.0", "-0.5", "00", "007",
      "+1", "1e3", "1E-3", "1.", ".5", "-.5", ".", "-", "", " ", " 1", "1 ", "1,5", "NaN", "ä€😀",
      "999999999999999999", "-999999999999999999", "1000000000000000000", "9223372036854775807",
      "0.00000000000000001", "0.000000000000000001", "123456789.123456789", "1.2.3", "0x10",
      "\u{0}\"\\",
    ])
  func everyText(value: String) {
    expectRoundTrip([reading(SampledValue(value: Text(value), unit: .wh))])
  }

  @Test("A signed reading of 20,000 bytes comes back between its neighbours")
  func longText() {
    let long = SampledValue(
      value: Text(String(repeating: "0123456789abcdef", count: 1250)), format: .signedData)

    expectRoundTrip([
      reading(SampledValue(value: "1"), long, SampledValue(value: "2"), at: 5),
      reading(SampledValue(value: "3"), at: 6),
    ])
  }

  @Test("Times far away come back")
  func times() {
    for time: Int64 in [.min, -1, 0, 4_102_444_800_000, .max] {
      expectRoundTrip([reading(SampledValue(value: "1"), at: time)])
    }
  }

  @Test("Random numbers come back, and take the room of a number", arguments: 1...20)
  func randomNumbers(seed: UInt64) {
    var random = SplitMix(state: seed)
    for _ in 0..<500 {
      let mantissa =
        Int64.random(in: -999_999_999_999_999_999...999_999_999_999_999_999, using: &random)
        / Int64(pow10: .random(in: 0...17, using: &random))
      let exponent = -Int8.random(in: 0...10, using: &random)
      let text = Decimal(mantissa: mantissa, exponent: exponent).canonicalText
      let value = reading(SampledValue(value: text))
      expectRoundTrip([value], "\(text)")
      #expect(MeterPacking.pack([value]).count <= 12 + 2 + 9 || text.count > 18)
    }
  }

  @Test("Damaged bytes are read as far as they go and never trap", arguments: 1...40)
  func damage(seed: UInt64) {
    var random = SplitMix(state: seed)
    let whole = MeterPacking.pack([
      reading(
        SampledValue(value: "16.1", context: .other, measurand: .voltage, unit: .v),
        SampledValue(value: "text", format: .signedData), at: 1),
      reading(SampledValue(value: "-5", phase: .l1), at: 2),
    ])
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = .random(in: 0...255, using: &random)
        case 1: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.insert(.random(in: 0...255, using: &random), at: index)
        default: bytes.removeSubrange(index...)
        }
        if bytes.isEmpty { break }
      }
      let values = MeterPacking.unpack(bytes)
      // What was read is still something that can be written.
      for value in values { _ = value.encoded() }
      #expect(values.count <= bytes.count / MeterRecords.headerLength)
    }
  }

  @Test("A word that this build does not know is left out, not guessed")
  func unknownWord() {
    var bytes = MeterPacking.pack([reading(SampledValue(value: "1", unit: .wh))])
    bytes[13] = 200

    #expect(MeterPacking.unpack(bytes) == [reading(SampledValue(value: "1"))])
  }

  @Test("A number cut off in the middle ends its record")
  func endlessNumber() {
    var bytes = MeterPacking.pack([reading(SampledValue(value: "123456789012345678"))])
    bytes[bytes.count - 1] |= 0x80

    #expect(MeterPacking.unpack(bytes) == [reading()])
  }
}

extension Int64 {
  fileprivate init(pow10 power: Int) { self = (0..<power).reduce(1) { value, _ in value * 10 } }
}
