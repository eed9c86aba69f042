import CSMSCore
import OCPP16
import OCPPJSON
import Testing

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
