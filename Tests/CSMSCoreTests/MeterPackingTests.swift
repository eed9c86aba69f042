import CSMSCore
import OCPP16
import OCPPJSON
import Testing

/// A small generator, so that a seed gives the same run everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

private func reading(_ samples: SampledValue..., at milliseconds: Int64 = 0) -> MeterValue {
  MeterValue(timestamp: DateTime(milliseconds: milliseconds), sampledValue: samples)
}

/// The format that is on disks: a change that breaks one of these needs a migration.
@Suite("Packed meter values as they are stored")
struct MeterPackingFormatTests {
  @Test("A record is its time, its length and its samples")
  func envelope() {
    let packed = MeterPacking.pack([reading(SampledValue(value: "7"), at: 1_767_323_045_678)])

    #expect(
      packed == [
        0x00, 0x00, 0x01, 0x9B, 0x7C, 0xA9, 0x8F, 0x2E,  // the time, milliseconds
        0x00, 0x00, 0x00, 0x03,  // the length
        0x40, 0x00, 0x0E,  // a number, exponent 0, mantissa 7
      ])
  }

  @Test("A sample with everything has a byte per word and an exact number")
  func wholeSample() {
    let sample = SampledValue(
      value: "16.1", context: .samplePeriodic, format: .raw,
      measurand: .energyActiveImportRegister, phase: .l1, location: .outlet, unit: .kWh)

    #expect(
      MeterPacking.pack([reading(sample)]).dropFirst(12)
        == [0x7F, 3, 0, 1, 0, 3, 1, 0xFF, 0xC2, 0x02])
  }

  @Test("A negative number is zigzag, and each bit of the first byte stands for one word")
  func negative() {
    #expect(
      MeterPacking.pack([reading(SampledValue(value: "-1", measurand: .voltage, unit: .v))])
        .dropFirst(12) == [0x64, 17, 11, 0, 1])
    #expect(
      MeterPacking.pack([reading(SampledValue(value: "-64", phase: .n, location: .body))])
        .dropFirst(12) == [0x58, 3, 4, 0, 0x7F])
  }

  @Test("What is no plain number is kept as text with its length")
  func text() {
    #expect(
      MeterPacking.pack([reading(SampledValue(value: "a9F", format: .signedData))]).dropFirst(12)
        == [0x02, 1, 3, 0x61, 0x39, 0x46])
    #expect(
      MeterPacking.pack([reading(SampledValue(value: ""))]).dropFirst(12) == [0x00, 0])
  }

  @Test("Records stand one after the other, and no values are no bytes")
  func sequence() {
    let one = reading(SampledValue(value: "1"), at: 1)
    let two = reading(SampledValue(value: "2"), SampledValue(value: "3"), at: -2)

    #expect(MeterPacking.pack([one, two]) == MeterPacking.pack([one]) + MeterPacking.pack([two]))
    #expect(MeterPacking.pack([two])[..<8] == [255, 255, 255, 255, 255, 255, 255, 254])
    #expect(MeterPacking.pack([]) == [])
  }

  /// The index of a word is what is stored. These lists only ever grow at their ends; a word that
  /// moves turns stored volts into amperes.
  @Test("The stored index of every word is what it has always been")
  func wordsAreAppendOnly() {
    func words<E: OCPPEnum & CaseIterable>(_: E.Type) -> [String] {
      E.allCases.map { "\($0.word)" }
    }
    #expect(
      words(ReadingContext.self).starts(with: [
        "Interruption.Begin", "Interruption.End", "Sample.Clock", "Sample.Periodic",
        "Transaction.Begin", "Transaction.End", "Trigger", "Other",
      ]))
    #expect(words(ValueFormat.self).starts(with: ["Raw", "SignedData"]))
    #expect(
      words(Measurand.self).starts(with: [
        "Energy.Active.Export.Register", "Energy.Active.Import.Register",
        "Energy.Reactive.Export.Register", "Energy.Reactive.Import.Register",
        "Energy.Active.Export.Interval", "Energy.Active.Import.Interval",
        "Energy.Reactive.Export.Interval", "Energy.Reactive.Import.Interval",
        "Power.Active.Export", "Power.Active.Import", "Power.Offered", "Power.Reactive.Export",
        "Power.Reactive.Import", "Power.Factor", "Current.Import", "Current.Export",
        "Current.Offered", "Voltage", "Frequency", "Temperature", "SoC", "RPM",
      ]))
    #expect(
      words(Phase.self).starts(with: [
        "L1", "L2", "L3", "N", "L1-N", "L2-N", "L3-N", "L1-L2", "L2-L3", "L3-L1",
      ]))
    #expect(words(Location.self).starts(with: ["Cable", "EV", "Inlet", "Outlet", "Body"]))
    #expect(
      words(UnitOfMeasure.self).starts(with: [
        "Wh", "kWh", "varh", "kvarh", "W", "kW", "VA", "kVA", "var", "kvar", "A", "V", "K",
        "Celcius", "Celsius", "Fahrenheit", "Percent", "Hertz",
      ]))
  }
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

@Suite("Records of meter values")
struct MeterRecordsTests {
  @Test("Each record tells its time and where it stands")
  func ranges() {
    let bytes = MeterPacking.pack([
      reading(SampledValue(value: "1"), at: 10), reading(at: -20),
      reading(SampledValue(value: "text"), at: 30),
    ])

    let records = Array(MeterRecords(bytes))

    #expect(records.map(\.timestamp.milliseconds) == [10, -20, 30])
    #expect(records.map(\.range) == [0..<15, 15..<27, 27..<45])
    #expect(
      MeterPacking.unpack(records[2], in: bytes) == reading(SampledValue(value: "text"), at: 30))
  }

  @Test("Bytes that are cut short give the records that are whole", arguments: 0..<45)
  func cutShort(count: Int) {
    let bytes = MeterPacking.pack([
      reading(SampledValue(value: "1"), at: 10), reading(at: -20),
      reading(SampledValue(value: "text"), at: 30),
    ])

    let expected = count < 15 ? 0 : count < 27 ? 1 : 2
    #expect(Array(MeterRecords(Array(bytes.prefix(count)))).count == expected)
  }

  @Test("A length that points past the end ends the reading")
  func badLength() {
    let bytes = [UInt8](repeating: 0, count: 8) + [255, 255, 255, 255, 0]

    #expect(Array(MeterRecords(bytes)).isEmpty)
  }
}
