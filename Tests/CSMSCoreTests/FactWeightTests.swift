import CSMSCore
import Testing

@Suite("What a fact weighs on its way")
struct FactWeightTests {
  @Test("A fact is no larger than meter values are, since most are such")
  func size() {
    #expect(MemoryLayout<Fact>.size <= MemoryLayout<MeterReport>.size + 1)
    #expect(MemoryLayout<FactEntry>.stride <= 80)
  }
}
