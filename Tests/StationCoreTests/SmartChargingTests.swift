import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct SmartChargingTests {
  func set(_ bench: Bench, _ profile: String, _ connector: Int) -> String? {
    bench.status("SetChargingProfile", Profiles.set(profile, connector))
  }

  func clear(_ bench: Bench, _ json: String) -> String? {
    bench.status("ClearChargingProfile", json)
  }

  @Test(
    "A profile replaces one of its id, or of its level and purpose, also in a full store",
    .covers("CP16-52"))
  func replacing() {
    let bench = Bench.accepted { $0.profileLimit = 2 }
    bench.charge()
    #expect(set(bench, Profiles.profile(id: 1, level: 0, periods: [(0, "10")]), 0) == "Accepted")
    #expect(set(bench, Profiles.profile(id: 2, level: 1, periods: [(0, "12")]), 0) == "Accepted")
    #expect(set(bench, Profiles.profile(id: 3, level: 2), 0) == "Rejected")
    #expect(set(bench, Profiles.profile(id: 3, level: 1, periods: [(0, "14")]), 0) == "Accepted")
    #expect(bench.offered[1] == 14_000)
    #expect(set(bench, Profiles.profile(id: 3, level: 5, periods: [(0, "16")]), 0) == "Accepted")
    #expect(bench.offered[1] == 16_000)
    #expect(bench.journal.keys.filter { $0.kind == 16 }.count == 2)
  }

  @Test("A connector's TxDefaultProfile overrides connector 0's", .covers("CP16-53"))
  func overriding() {
    let bench = Bench.accepted { $0.connectors = 2 }
    bench.charge("A", 1)
    bench.charge("B", 2)
    #expect(set(bench, Profiles.profile(id: 1, level: 5, periods: [(0, "10")]), 0) == "Accepted")
    #expect(set(bench, Profiles.profile(id: 2, level: 0, periods: [(0, "20")]), 2) == "Accepted")
    #expect(bench.offered[1] == 10_000 && bench.offered[2] == 20_000)
  }

  @Test(
    "A TxProfile without its transaction is refused; a remote start's profile dies with the start that never came",
    .covers("CP16-54"))
  func transactionProfiles() {
    let bench = Bench.accepted()
    let tx = Profiles.profile(id: 5, purpose: "TxProfile", periods: [(0, "8")])
    #expect(set(bench, tx, 1) == "Rejected")
    let other = Profiles.profile(id: 5, purpose: "TxProfile", more: ",\"transactionId\":999")
    let remote = { (profile: String) in
      bench.status(
        "RemoteStartTransaction",
        "{\"idTag\":\"A\",\"connectorId\":1,\"chargingProfile\":\(profile)}")
    }
    #expect(remote(Profiles.profile(purpose: "TxDefaultProfile")) == "Rejected")
    #expect(remote(tx) == "Accepted")
    #expect(bench.journal.keys.contains { $0.kind == 16 })
    bench.run(61_000)
    #expect(!bench.journal.keys.contains { $0.kind == 16 })
    #expect(remote(tx) == "Accepted")
    bench.plug()
    #expect(bench.offered[1] == 8_000)
    #expect(set(bench, other, 1) == "Rejected")
    bench.swipe("A")
    #expect(!bench.journal.keys.contains { $0.kind == 16 })
    bench.unplug()
    bench.charge("A")
    #expect(bench.offered[1] == 32_000)
  }

  @Test(
    "The limit is the least of ChargePointMaxProfile and the transaction's; the next change is the earliest",
    .covers("CP16-55"))
  func minimum() {
    let bench = Bench.accepted()
    bench.charge()
    #expect(
      set(
        bench,
        Profiles.profile(
          id: 1, purpose: "ChargePointMaxProfile", kind: "Absolute",
          periods: [(0, "20"), (300, "9")], schedule: ",\"startSchedule\":\"2026-03-01T00:00:00Z\""),
        0) == "Accepted")
    #expect(
      set(
        bench, Profiles.profile(id: 2, purpose: "TxProfile", periods: [(0, "12"), (600, "25")]), 1)
        == "Accepted")
    #expect(bench.offered[1] == 12_000)
    bench.run(299_000)
    #expect(bench.offered[1] == 12_000)
    bench.run(2_000)
    #expect(bench.offered[1] == 9_000)
    bench.run(310_000)
    #expect(bench.offered[1] == 9_000)
    #expect(clear(bench, "{\"id\":1}") == "Accepted")
    #expect(bench.offered[1] == 25_000)
  }

  @Test("ChargePointMaxProfile is shared out over the connectors that charge", .covers("CP16-56"))
  func sharing() {
    let bench = Bench.accepted { $0.connectors = 2 }
    #expect(
      set(
        bench,
        Profiles.profile(
          id: 1, purpose: "ChargePointMaxProfile", kind: "Absolute", periods: [(0, "20")],
          schedule: ",\"startSchedule\":\"2026-03-01T00:00:00Z\""), 0) == "Accepted")
    bench.charge("A", 1)
    #expect(bench.offered[1] == 20_000)
    bench.charge("B", 2)
    #expect(bench.offered[1] == 10_000 && bench.offered[2] == 10_000)
    bench.swipe("A", 1)
    #expect(bench.offered[1] == 0 && bench.offered[2] == 20_000)
    // Not enough for two: they take turns, and together never exceed it.
    #expect(
      set(
        bench,
        Profiles.profile(
          id: 1, purpose: "ChargePointMaxProfile", kind: "Absolute", periods: [(0, "8")],
          schedule: ",\"startSchedule\":\"2026-03-01T00:00:00Z\""), 0) == "Accepted")
    bench.unplug(1)
    bench.charge("A", 1)
    #expect(bench.offered[1] + bench.offered[2] == 8_000)
    let first = bench.offered[1]
    bench.run(900_000)
    #expect(bench.offered[1] != first && bench.offered[1] + bench.offered[2] == 8_000)
  }

  @Test("Daily profiles recur on UTC, gaps fall through, validity has edges", .covers("CP16-57"))
  func recurrence() {
    let bench = Bench.accepted()
    bench.charge()
    let night = Profiles.profile(
      id: 1, level: 1, kind: "Recurring", periods: [(0, "6")],
      more: ",\"recurrencyKind\":\"Daily\"",
      schedule: ",\"duration\":3600,\"startSchedule\":\"2026-02-20T01:00:00Z\"")
    #expect(set(bench, night, 0) == "Accepted")
    #expect(
      set(
        bench,
        Profiles.profile(
          id: 2, level: 0, kind: "Absolute", periods: [(0, "16")],
          more: ",\"validFrom\":\"2026-03-01T00:30:00Z\",\"validTo\":\"2026-03-02T00:30:00Z\""), 0)
        == "Accepted")
    #expect(bench.offered[1] == 32_000)
    var seen: [Int32] = []
    for _ in 0..<53 {
      bench.run(1_800_000)
      if seen.last != bench.offered[1] { seen.append(bench.offered[1]) }
    }
    #expect(seen == [16_000, 6_000, 16_000, 32_000, 6_000, 32_000])
  }

  @Test(
    "Composite schedules convert W and A, merge neighbours, and omit everything when rejected",
    .covers("CP16-58"))
  func composite() {
    let bench = Bench.accepted()
    bench.charge()
    #expect(
      set(
        bench,
        Profiles.profile(
          id: 1, purpose: "TxProfile", unit: "W",
          periods: [(0, "6900"), (60, "6900"), (120, "13800")]), 1) == "Accepted")
    #expect(bench.offered[1] == 10_000)
    let answer = bench.call(
      "GetCompositeSchedule", "{\"connectorId\":1,\"duration\":300,\"chargingRateUnit\":\"A\"}")!
    #expect(answer.string("status") == "Accepted")
    let schedule = answer["chargingSchedule"] as? [String: Any]
    let periods = schedule?["chargingSchedulePeriod"] as? [[String: Any]] ?? []
    #expect(periods.map { $0["limit"] as? Double } == [10, 20])
    #expect(periods.map { $0["startPeriod"] as? Int } == [0, 120])
    #expect(
      bench.call("GetCompositeSchedule", "{\"connectorId\":0,\"duration\":60}")?.string("status")
        == "Accepted")
    for bad in ["{\"connectorId\":9,\"duration\":60}", "{\"connectorId\":1,\"duration\":-1}"] {
      let refused = bench.call("GetCompositeSchedule", bad)!
      #expect(refused.payload.count == 1 && refused.string("status") == "Rejected")
    }
    #expect(set(bench, Profiles.profile(id: 2, periods: [(0, "-1")]), 0) == "Rejected")
    // A minimum rate above the limit pauses; it never raises.
    #expect(
      set(
        bench,
        Profiles.profile(
          id: 1, purpose: "TxProfile", periods: [(0, "8")], schedule: ",\"minChargingRate\":9"), 1)
        == "Accepted")
    #expect(bench.offered[1] <= 8_000)
  }

  @Test(
    "ClearChargingProfile takes the id alone, else the AND of the rest, else all; a unit that is none is a PropertyConstraintViolation",
    .covers("CP16-59"))
  func clearing() {
    let bench = Bench.accepted { $0.connectors = 2 }
    func fill() {
      for (id, level, connector) in [(1, 0, 0), (2, 1, 1), (3, 1, 2)] {
        #expect(set(bench, Profiles.profile(id: id, level: level), connector) == "Accepted")
      }
    }
    func left() -> Int { bench.journal.keys.filter { $0.kind == 16 }.count }
    fill()
    #expect(clear(bench, "{\"id\":1,\"stackLevel\":7}") == "Accepted")
    #expect(left() == 2)
    #expect(clear(bench, "{\"connectorId\":1,\"stackLevel\":0}") == "Unknown")
    #expect(
      clear(
        bench,
        "{\"connectorId\":1,\"stackLevel\":1,\"chargingProfilePurpose\":\"TxDefaultProfile\"}")
        == "Accepted")
    #expect(left() == 1)
    fill()
    #expect(clear(bench, "{}") == "Accepted")
    #expect(left() == 0)
    #expect(
      bench.call("SetChargingProfile", Profiles.set(Profiles.profile(unit: "VA"), 0))?.string(
        "code") == "PropertyConstraintViolation")
  }
}
