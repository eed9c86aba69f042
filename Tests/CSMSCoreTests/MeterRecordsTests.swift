import CSMSCore
import OCPP16
import OCPPJSON
import Testing

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
