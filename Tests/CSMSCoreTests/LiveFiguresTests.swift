import CSMSCore
import OCPP16
import OCPPJSON
import Testing

@Suite("What the newest meter values say")
struct LiveFiguresTests {
  private func packed(_ samples: [SampledValue]) -> [UInt8] {
    MeterPacking.pack([
      MeterValue(timestamp: DateTime(milliseconds: 7), sampledValue: samples)
    ])
  }

  @Test("The register and the power at the outlet, as plain numbers; what is elsewhere is not it")
  func outlet() {
    let figures = LiveFigures(
      packed([
        SampledValue(value: "3000", location: .outlet),
        SampledValue(value: "123456789", location: .inlet),
        SampledValue(value: "42", format: .signedData),
        SampledValue(value: "7000", measurand: .powerActiveImport, unit: .w),
        SampledValue(value: "90", measurand: .powerActiveImport, location: .inlet, unit: .kW),
        SampledValue(value: "91", measurand: .powerActiveImport, phase: .l1, unit: .kW),
      ]))
    #expect(figures.register == 3_000 && figures.power == 7_000)
    #expect(figures.measuredAt == DateTime(milliseconds: 7))
    let elsewhere = LiveFigures(packed([SampledValue(value: "9", location: .inlet)]))
    #expect(elsewhere == LiveFigures([]) && elsewhere.measuredAt == nil)
  }

  @Test("Registers at the end of all numbers have no energy that anybody believes, and are no trap")
  func extremes() {
    for value in ["-9223372036854775", "9223372036854775", "-999999999999999999"] as [Text] {
      let figures = LiveFigures(
        packed([
          SampledValue(value: value, unit: .kWh),
          SampledValue(value: value, measurand: .powerActiveImport, unit: .kW),
        ]))
      for start in [Int64.min, -1, 0, 1, Int64.max] {
        #expect((figures.energy(since: start) ?? 0) >= 0)
      }
    }
    var figures = LiveFigures([])
    #expect(figures.energy(since: 0) == nil)
    figures.register = .max
    #expect(figures.energy(since: -1) == nil && figures.energy(since: .max) == 0)
    figures.register = .min
    #expect(figures.energy(since: 1) == 0)
    figures.register = 1_500
    #expect(figures.energy(since: 1_000) == 500)
  }
}

@Suite("What proves that a transaction is over")
struct ProofTests {
  private func at(_ minute: Int64) -> DateTime { DateTime(milliseconds: minute * 60_000) }

  private func available(_ minute: Int64?) -> ConnectorStatus {
    var status = ConnectorStatus(connector: 1, status: "Available", errorCode: "NoError")
    status.timestamp = minute.map { at($0) }
    return status
  }

  @Test(
    "A start dated in the future began when it was heard of; a replay proves as little as before")
  func future() {
    let open = OpenTransaction(id: 1, startedAt: at(5_000_000), heardAt: at(100))
    #expect(open.isEnded(by: available(101), receivedAt: at(101)))
    #expect(!open.isEnded(by: available(99), receivedAt: at(101)))
    #expect(open.isEnded(byStartAt: at(101)) && !open.isEnded(byStartAt: at(99)))
    // A clock that is ahead by little is believed.
    let near = OpenTransaction(id: 1, startedAt: at(102), heardAt: at(100))
    #expect(!near.isEnded(by: available(101), receivedAt: at(101)))
  }

  @Test("A status without a date is compared with when the start arrived")
  func undated() {
    let open = OpenTransaction(id: 1, startedAt: at(102), heardAt: at(100))
    #expect(open.isEnded(by: available(nil), receivedAt: at(101)))
    #expect(!open.isEnded(by: available(nil), receivedAt: at(100)))
  }

  @Test("A proof by our clock is refuted by a reading beyond what the station's may be ahead")
  func refuted() {
    let ours = Conclusion(.connectorAvailable, at: at(100))
    #expect(!ours.isRefuted(byReadingAt: at(102), concludedAt: at(100)))
    #expect(ours.isRefuted(byReadingAt: at(106), concludedAt: at(100)))
    #expect(ours.isRefuted(byReadingAt: at(102), concludedAt: at(101)))
    let gone = Conclusion(.stationGone, at: at(100))
    #expect(!gone.isRefuted(byReadingAt: at(102), concludedAt: at(900)))
    let other = Conclusion(.startOnConnector, at: at(100))
    #expect(!other.isRefuted(byReadingAt: at(900), concludedAt: at(101)))
    let end = DateTime(milliseconds: .max)
    #expect(
      Conclusion(.connectorAvailable, at: DateTime(milliseconds: .min))
        .isRefuted(byReadingAt: end, concludedAt: at(1)))
  }
}
