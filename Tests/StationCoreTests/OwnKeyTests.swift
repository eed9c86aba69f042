import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct OwnKeyTests {
  static let keys: [OwnKey] = [
    OwnKey("LedColour", .text(limit: 6), value: "white"),
    OwnKey("FanSpeed", .integer(0...100), value: "40"),
    OwnKey("NightMode", .flag, value: "false"),
  ]

  func bench(_ change: (inout [OwnKey]) -> Void = { _ in }) -> Bench {
    var keys = OwnKeyTests.keys
    change(&keys)
    return Bench.accepted { $0.ownKeys = keys }
  }

  func change(_ bench: Bench, _ key: String, _ value: String) -> String? {
    bench.status("ChangeConfiguration", "{\"key\":\"\(key)\",\"value\":\"\(value)\"}")
  }

  func value(_ bench: Bench, _ key: String) -> String? {
    let answer = bench.call("GetConfiguration", "{\"key\":[\"\(key)\"]}")
    return (answer?["configurationKey"] as? [[String: Any]])?.first?["value"] as? String
  }

  @Test("A key of the maker's own is told like OCPP's, by its name and among all")
  func told() {
    let bench = bench()
    #expect(value(bench, "ledcolour") == "white")
    let all = bench.call("GetConfiguration")?["configurationKey"] as? [[String: Any]]
    #expect(all?.filter { $0["key"] as? String == "FanSpeed" }.count == 1)
    let unknown = bench.call("GetConfiguration", "{\"key\":[\"Nothing\"]}")
    #expect(unknown?["unknownKey"] as? [String] == ["Nothing"])
  }

  @Test("It takes what its type takes, and the driver hears of it")
  func changed() {
    let bench = bench { $0[1].needsRestart = true }
    #expect(change(bench, "LedColour", "blue") == "Accepted")
    #expect(change(bench, "LedColour", "ultramarine") == "Rejected")
    #expect(change(bench, "FanSpeed", "101") == "Rejected")
    #expect(change(bench, "FanSpeed", "100") == "RebootRequired")
    #expect(change(bench, "NightMode", "perhaps") == "Rejected")
    #expect(change(bench, "NightMode", "TRUE") == "Accepted")
    #expect(change(bench, "Nothing", "1") == "NotSupported")
    #expect(bench.station.ownValue("LedColour") == "blue")
    let heard = bench.steps.compactMap {
      if case .applyConfiguration(let key) = $0 { key.description } else { nil }
    }
    // The interval of BootNotification's answer is a change too.
    #expect(heard == ["HeartbeatInterval", "LedColour", "FanSpeed", "NightMode"])
  }

  @Test("What the central system may not change, the program may")
  func readOnly() {
    let bench = bench { $0[0].isReadOnly = true }
    #expect(change(bench, "LedColour", "blue") == "Rejected")
    let isTaken = bench.station.preset("LEDCOLOUR", "red")
    let isTooLongTaken = bench.station.preset("LedColour", "too long a word")
    #expect(isTaken && !isTooLongTaken)
    #expect(bench.station.ownValue("LedColour") == "red")
  }

  @Test(
    "Its value outlives the power, as long as the firmware has the key and it can have the value")
  func kept() {
    let bench = bench()
    #expect(change(bench, "LedColour", "blue") == "Accepted")
    #expect(change(bench, "FanSpeed", "90") == "Accepted")
    let next = bench.rebooted {
      $0.ownKeys = [OwnKeyTests.keys[0], OwnKey("FanSpeed", .integer(0...50), value: "25")]
    }
    next.powerOn()
    #expect(next.station.ownValue("LedColour") == "blue")
    #expect(next.station.ownValue("FanSpeed") == "25")
    #expect(next.station.ownValue("NightMode") == nil)
    let without = bench.rebooted { $0.ownKeys = [] }
    without.powerOn()
    #expect(value(without, "LedColour") == nil)
  }
}
