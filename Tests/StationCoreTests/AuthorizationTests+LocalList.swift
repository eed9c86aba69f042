import OCPP16
import OCPPJSON
import TestKit
import Testing

@testable import StationCore

extension AuthorizationTests {
  func sendList(_ bench: Bench, _ entries: String, version: Int = 1, type: String = "Full")
    -> String?
  {
    bench.status(
      "SendLocalList",
      "{\"listVersion\":\(version),\"updateType\":\"\(type)\",\"localAuthorizationList\":[\(entries)]}"
    )
  }

  private func sendListCode(_ bench: Bench) -> String? {
    bench.call("SendLocalList", "{\"listVersion\":1,\"updateType\":\"Full\"}")?.string("code")
  }

  func entry(_ id: String, _ status: String, _ more: String = "") -> String {
    "{\"idTag\":\"\(id)\",\"idTagInfo\":{\"status\":\"\(status)\"\(more)}}"
  }

  @Test(
    "List versions, sizes, duplicates, differential updates and conflicts are as the specification says",
    .covers("CP16-38"))
  func localList() {
    let bench = Bench.accepted {
      $0.listLimit = 4; $0.listPerCall = 3
    }
    func version() -> Int? { bench.call("GetLocalListVersion")?.int("listVersion") }
    #expect(version() == 0)
    #expect(sendList(bench, entry("A", "Accepted"), version: 0) == "Failed")
    #expect(sendList(bench, entry("A", "Accepted"), version: -1) == "Failed")
    #expect(sendList(bench, entry("A", "Accepted") + "," + entry("a", "Blocked")) == "Failed")
    #expect(
      sendList(bench, entry("A", "Accepted") + "," + entry("B", "Accepted"), version: 5)
        == "Accepted")
    #expect(version() == 5)
    #expect(
      sendList(bench, entry("C", "Accepted"), version: 5, type: "Differential") == "VersionMismatch"
    )
    #expect(
      sendList(
        bench, "{\"idTag\":\"A\"}," + entry("C", "Accepted"), version: 6, type: "Differential")
        == "Accepted")
    #expect(sendList(bench, "{\"idTag\":\"A\"}", version: 7) == "Failed")
    #expect(
      sendList(
        bench, ["D", "E", "F"].map { entry($0, "Accepted") }.joined(separator: ","), version: 7,
        type: "Differential") == "Failed")
    #expect(version() == 6)
    bench.configureOffline()
    bench.goOffline()
    bench.charge("B")
    #expect(bench.contactor[1])
    bench.server.verdicts["B"] = Self.blocked
    bench.goOnline()
    let conflicts = bench.calls("StatusNotification").filter {
      $0.string("errorCode") == "LocalListConflict"
    }
    #expect(conflicts.map { $0.int("connectorId") } == [0])
    #expect(sendList(bench, "", version: 9) == "Accepted")
    #expect(version() == 0)
    #expect(sendList(bench, entry("A", "Accepted"), version: 2, type: "Differential") == "Accepted")
    #expect(version() == 2)
    #expect(sendList(bench, "{\"idTag\":\"A\"}", version: 3, type: "Differential") == "Accepted")
    #expect(version() == 0)
    #expect(bench.rebooted().station.localListVersion == 0)
    bench.configure("LocalAuthListEnabled", "false")
    #expect(sendList(bench, entry("A", "Accepted"), version: 10) == "NotSupported")
    #expect(version() == -1)
    let none = Bench.accepted { $0.listLimit = 0 }
    #expect(none.call("GetLocalListVersion")?.int("listVersion") == -1)
    #expect(sendListCode(none) == "NotSupported")
  }

  @Test(
    "Whatever a differential update adds and removes, and in whatever order, the list is what it should be",
    .covers("CP16-38"), arguments: 1...20 as ClosedRange<UInt64>)
  func randomDifferentials(seed: UInt64) {
    let bench = Bench.accepted {
      $0.listLimit = 8; $0.listPerCall = 8; $0.cacheLimit = 4
    }
    var chance = Chance(seed)
    var model: [String: String] = [:]
    for version in 1...60 {
      var wanted = model
      var entries: [String] = []
      for number in 0..<12 where entries.count < 8 && chance.below(3) == 0 {
        let id = "T\((number * 5 + version) % 12)"
        if chance.below(2) == 0 {
          wanted[id] = nil
          entries.append("{\"idTag\":\"\(id)\"}")
        } else {
          let status = chance.below(3) == 0 ? "Blocked" : "Accepted"
          wanted[id] = status
          entries.append(entry(id, status))
        }
      }
      let answer = sendList(
        bench, entries.joined(separator: ","), version: 100 + version, type: "Differential")
      #expect(answer == (wanted.count > 8 ? "Failed" : "Accepted"))
      if answer == "Accepted" { model = wanted }
      #expect(listed(bench) == model)
    }
    #expect(listed(bench.rebooted()) == model)
  }

  private func listed(_ bench: Bench) -> [String: String] {
    var all: [String: String] = [:]
    for entry in bench.station.list.entries {
      all["\(entry.idTag)"] = entry.status == .blocked ? "Blocked" : "Accepted"
    }
    return all
  }
}
