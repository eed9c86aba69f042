import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct MeteringTests {
  @Test(
    "Samples count from the transaction's start, aligned ones lie on midnight's grid across clock jumps, and 0 switches off",
    .covers("CP16-60"))
  func rhythms() {
    let bench = Bench.accepted { $0.hasMainMeter = true }
    bench.configure("MeterValueSampleInterval", "60")
    bench.configure(
      "MeterValuesSampledData",
      "Energy.Active.Import.Register,Current.Import.L2,Voltage,SoC,Frequency,Temperature,Current.Offered,Power.Offered,Power.Active.Import"
    )
    bench.run(17_000)
    bench.charge()
    bench.run(200_000)
    let times = bench.calls("MeterValues").map { $0.at - 17_000 }
    #expect(times == [60_000, 120_000, 180_000])
    let text = bench.calls("MeterValues")[0].text
    for part in [
      "\"value\":\"16\"", "\"phase\":\"L2\"", "\"value\":\"230\"", "\"value\":\"50\"",
      "\"value\":\"25\"",
      "\"Celcius\"", "\"value\":\"32\"", "\"value\":\"22080\"", "\"value\":\"42\"",
    ] { #expect(text.contains(part), "\(part) in \(text)") }
    #expect(!text.contains("Hertz"))
    bench.configure("MeterValueSampleInterval", "0")
    bench.configure("ClockAlignedDataInterval", "900")
    let before = bench.calls("MeterValues").count
    bench.run(1_000_000)
    // The clock jumps by 7 minutes and 3 seconds.
    bench.worldTime += 423_000
    bench.call("TriggerMessage", "{\"requestedMessage\":\"Heartbeat\"}")
    bench.run(1_800_000)
    let aligned = bench.calls("MeterValues").dropFirst(before)
    let stamps = aligned.compactMap {
      ($0["meterValue"] as? [[String: Any]])?.first?["timestamp"] as? String
    }
    #expect(stamps.allSatisfy { DateTime($0)!.milliseconds % 900_000 == 0 })
    #expect(Set(stamps).count >= 3)
    let main = aligned.filter { $0.int("connectorId") == 0 }
    #expect(main.count == Set(stamps).count)
    #expect(main.allSatisfy { $0["transactionId"] == nil })
    #expect(
      aligned.filter { $0.int("connectorId") == 1 }.allSatisfy { $0.int("transactionId") == 101 })
    bench.configure("ClockAlignedDataInterval", "0")
    let after = bench.calls("MeterValues").count
    bench.run(3_600_000)
    #expect(bench.calls("MeterValues").count == after)
  }

  private func stamps(_ bench: Bench) -> [String] {
    bench.calls("MeterValues").compactMap {
      ($0["meterValue"] as? [[String: Any]])?.first?["timestamp"] as? String
    }
  }

  @Test(
    "Whatever a sync does around midnight, each instant of the grid is told once",
    .covers("CP16-60"),
    arguments: [-5_000, -2_000, -1, 0, 50, 2_000, 5_000] as [Int64], [-60, 60, 3_000] as [Int64])
  func alignedOnce(jump: Int64, distance: Int64) {
    let bench = Bench.accepted()
    bench.configure("MeterValueSampleInterval", "0")
    bench.configure("ClockAlignedDataInterval", "900")
    bench.charge()
    bench.run(86_400_000 - 1_900_000 - bench.time)
    let before = stamps(bench).count
    bench.run(1_900_000 + distance)
    bench.worldTime += jump
    bench.call("TriggerMessage", "{\"requestedMessage\":\"Heartbeat\"}")
    bench.run(920_000)
    #expect(
      stamps(bench).dropFirst(before) == [
        "2026-03-01T23:30:00.000Z", "2026-03-01T23:45:00.000Z", "2026-03-02T00:00:00.000Z",
        "2026-03-02T00:15:00.000Z",
      ])
  }

  @Test(
    "An instant that is over when the clock is set, before any timer, is told", .covers("CP16-60"))
  func alignedBeforeTimer() {
    let bench = Bench.accepted()
    bench.configure("ClockAlignedDataInterval", "60")
    bench.run(59_950)
    bench.reply = { $0.action == "Heartbeat" ? .silence : .usual }
    bench.call("TriggerMessage", "{\"requestedMessage\":\"Heartbeat\"}")
    let id = bench.calls("Heartbeat").last!.id
    // The driver is busy, and the answer comes before the timer's turn.
    bench.advance(to: bench.time + 100)
    bench.receive("[3,\"\(id)\",{\"currentTime\":\"\(bench.wall)\"}]")
    bench.run(60_000)
    #expect(stamps(bench) == ["2026-03-01T00:01:00.000Z", "2026-03-01T00:02:00.000Z"])
  }

  @Test(
    "transactionData keeps begin and end however little room there is, and is absent with empty lists",
    .covers("CP16-61"))
  func transactionData() {
    let bench = Bench.accepted()
    bench.charge()
    bench.run(600_000)
    bench.swipe("TAG1")
    #expect(bench.calls("StopTransaction")[0]["transactionData"] == nil)
    bench.unplug()
    bench.configure("StopTxnSampledData", "Energy.Active.Import.Register")
    bench.configure("StopTransactionMaxMeterValues", "5")
    bench.charge()
    bench.run(3_600_000)
    bench.swipe("TAG1")
    let data = bench.calls("StopTransaction")[1]["transactionData"] as? [[String: Any]] ?? []
    let contexts = data.flatMap { $0["sampledValue"] as? [[String: Any]] ?? [] }
      .compactMap { $0["context"] as? String }
    #expect(contexts.first == "Transaction.Begin" && contexts.last == "Transaction.End")
    #expect(contexts.count <= 7 && contexts.count >= 5)
    #expect(contexts.contains("Sample.Periodic"))
    let none = Bench.accepted { $0.stopSampleLimit = 1 }
    none.configure("StopTxnAlignedData", "Energy.Active.Import.Register")
    none.configure("StopTransactionMaxMeterValues", "0")
    none.charge()
    none.run(60_000)
    none.swipe("TAG1")
    #expect((none.calls("StopTransaction")[0]["transactionData"] as? [Any])?.count == 2)
  }

  @Test(
    "ChangeConfiguration refuses what does not fit and changes nothing then; GetConfiguration lists, hides and counts",
    .covers("CP16-62"))
  func configuration() {
    let bench = Bench.accepted()
    func change(_ key: String, _ value: String) -> String? {
      bench.status("ChangeConfiguration", "{\"key\":\"\(key)\",\"value\":\"\(value)\"}")
    }
    #expect(change("NoSuchKey", "1") == "NotSupported")
    #expect(change("NumberOfConnectors", "2") == "Rejected")
    #expect(change("ConnectionTimeOut", "0") == "Rejected")
    #expect(change("ConnectionTimeOut", "1e2") == "Rejected")
    #expect(change("LocalPreAuthorize", "maybe") == "Rejected")
    #expect(change("MeterValuesSampledData", "Energy.Active.Import.Register,RPM") == "Rejected")
    #expect(change("MeterValuesSampledData", "Nonsense") == "Rejected")
    #expect(
      bench.station.configurationValue(.meterValuesSampledData) == "Energy.Active.Import.Register")
    #expect(change("AuthorizationKey", "short") == "Rejected")
    #expect(change("AuthorizationKey", "0123456789abcdef") == "Accepted")
    #expect(change("SecurityProfile", "1") == "Accepted")
    #expect(change("SecurityProfile", "0") == "Rejected")
    #expect(change("CONNECTIONTIMEOUT", "30") == "Accepted")
    #expect(change("LocalPreAuthorize", "FALSE") == "Accepted")
    #expect(bench.station.configurationValue(.localPreAuthorize) == "false")
    #expect(change("CpoName", String(repeating: "x", count: 300)) == "Rejected")
    let next = bench.rebooted()
    next.powerOn()
    #expect(next.station.configurationValue(.connectionTimeOut) == "30")
    let answer = next.call(
      "GetConfiguration", "{\"key\":[\"connectiontimeout\",\"Bogus\",\"AuthorizationKey\"]}")!
    let keys = answer["configurationKey"] as? [[String: Any]] ?? []
    #expect(keys.compactMap { $0["value"] as? String } == ["30"])
    #expect(keys.count == 2)
    #expect(answer["unknownKey"] as? [String] == ["Bogus"])
    let all = next.call("GetConfiguration")?["configurationKey"] as? [[String: Any]] ?? []
    #expect(all.count == ConfigurationKey.allCases.count)
    #expect(
      all.first { $0["key"] as? String == "NumberOfConnectors" }?["readonly"] as? Bool == true)
    let many = (0..<65).map { "\"k\($0)\"" }.joined(separator: ",")
    #expect(
      next.call("GetConfiguration", "{\"key\":[\(many)]}")?.string("code")
        == "OccurenceConstraintViolation")
  }
}
