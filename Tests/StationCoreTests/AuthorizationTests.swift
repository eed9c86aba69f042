import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct AuthorizationTests {
  static let blocked = "{\"idTagInfo\":{\"status\":\"Blocked\"}}"

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
    "LocalPreAuthorize spares the Authorize, LocalAuthorizeOffline decides offline, and the list beats the cache",
    .covers("CP16-29"))
  func localFirst() {
    let bench = Bench.accepted()
    bench.charge("TAG1")
    #expect(bench.calls("Authorize").count == 1)
    bench.swipe("TAG1")
    bench.unplug()
    bench.charge("tag1")
    #expect(bench.calls("Authorize").count == 1)
    bench.swipe("TAG1")
    bench.unplug()
    // The list blocks what the cache accepts.
    #expect(sendList(bench, entry("TAG1", "Blocked")) == "Accepted")
    bench.goOffline()
    bench.charge("TAG1")
    #expect(!bench.contactor[1])
    bench.goOnline()
    bench.unplug()
    #expect(sendList(bench, entry("TAG1", "Accepted"), version: 2) == "Accepted")
    bench.goOffline()
    bench.charge("TAG1")
    #expect(bench.contactor[1])
    bench.swipe("TAG1")
    bench.unplug()
    bench.goOnline()
    bench.configure("LocalAuthorizeOffline", "false")
    bench.configure("LocalPreAuthorize", "false")
    bench.goOffline()
    bench.charge("TAG1")
    #expect(!bench.contactor[1])
    bench.unplug()
    bench.goOnline()
    let before = bench.calls("Authorize").count
    bench.charge("TAG1")
    #expect(bench.calls("Authorize").count == before + 1)
  }

  @Test(
    "Offline a listed id that is not accepted or has expired is refused even when unknown ids may charge",
    .covers("CP16-30"),
    arguments: ["BAD", "OLD"])
  func offlineRefusal(tag: String) {
    let bench = Bench.accepted()
    bench.configureOffline()
    #expect(
      sendList(
        bench,
        entry("BAD", "Blocked") + ","
          + entry("OLD", "Accepted", ",\"expiryDate\":\"2026-03-01T00:00:01Z\"")) == "Accepted")
    bench.run(10_000)
    bench.goOffline()
    bench.charge(Text(tag))
    #expect(!bench.contactor[1])
    bench.unplug()
    bench.charge("UNKNOWN")
    #expect(bench.contactor[1])
  }

  @Test(
    "The cache learns from Authorize, Start and Stop, never a listed id; full, invalid entries go first, then the oldest",
    .covers("CP16-31"))
  func cacheLearns() {
    let bench = Bench.accepted { $0.cacheLimit = 2 }
    bench.server.verdicts["B"] = Self.blocked
    bench.charge("A")
    bench.swipe("A")
    bench.unplug()
    bench.charge("B")
    bench.unplug()
    #expect(bench.journal.keys.filter { $0.kind == 14 }.count == 2)
    bench.charge("C")
    bench.swipe("C")
    bench.unplug()
    bench.goOffline()
    bench.charge("A")
    #expect(bench.contactor[1], "the invalid B went, not A")
    bench.swipe("A")
    bench.unplug()
    bench.goOnline()
    bench.charge("D")
    bench.swipe("D")
    bench.unplug()
    bench.goOffline()
    bench.charge("C")
    #expect(!bench.contactor[1], "C was the oldest: A was learned again from its Start")
    bench.unplug()
    bench.goOnline()
    // What Start and Stop say is learned too.
    bench.reply = {
      $0.action == "StopTransaction" ? .result(Self.blocked) : .usual
    }
    bench.charge("E")
    bench.swipe("E")
    bench.unplug()
    bench.goOffline()
    bench.charge("E")
    #expect(!bench.contactor[1])
    bench.unplug()
    bench.goOnline()
    bench.reply = { _ in .usual }
    #expect(sendList(bench, entry("L", "Accepted")) == "Accepted")
    let entries = bench.journal.filter { $0.key.kind == 14 }.values
    bench.charge("L")
    #expect(
      bench.journal.filter { $0.key.kind == 14 }.values.sorted { $0.lexicographicallyPrecedes($1) }
        == entries.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test("Known but not valid, and online: the central system is asked", .covers("CP16-32"))
  func invalidAsksAgain() {
    let bench = Bench.accepted()
    bench.server.verdicts["A"] = Self.blocked
    bench.charge("A")
    bench.server.verdicts["A"] = nil
    bench.swipe("A")
    #expect(bench.calls("Authorize").count == 2)
    #expect(bench.contactor[1])
  }

  @Test(
    "Cache, list and profiles survive a restart, all of them, the top stack level included",
    .covers("CP16-33"))
  func survival() {
    let bench = Bench.accepted()
    #expect(sendList(bench, entry("L", "Accepted")) == "Accepted")
    bench.charge("CACHED")
    bench.swipe("CACHED")
    bench.unplug()
    for level in 0...8 {
      #expect(
        bench.status(
          "SetChargingProfile",
          Profiles.set(id: level + 1, level: level, purpose: "TxDefaultProfile", limit: 6 + level))
          == "Accepted")
    }
    let next = bench.rebooted()
    next.powerOn()
    next.configureOffline()
    next.goOffline()
    next.charge("L")
    #expect(next.contactor[1] && next.offered[1] == 14_000)
    next.swipe("L")
    next.unplug()
    next.charge("CACHED")
    #expect(next.contactor[1])
  }

  @Test(
    "ClearCache without a cache is rejected; with one it clears the cache and nothing else",
    .covers("CP16-34"))
  func clearCache() {
    let none = Bench.accepted { $0.cacheLimit = 0 }
    #expect(none.status("ClearCache") == "Rejected")
    let bench = Bench.accepted()
    bench.configure("AuthorizationCacheEnabled", "false")
    #expect(bench.status("ClearCache") == "Rejected")
    bench.configure("AuthorizationCacheEnabled", "true")
    #expect(sendList(bench, entry("L", "Accepted")) == "Accepted")
    bench.charge("A")
    #expect(bench.status("ClearCache") == "Accepted")
    #expect(!bench.journal.keys.contains { $0.kind == 14 })
    #expect(bench.journal.keys.contains { $0.kind == 13 })
    #expect(bench.contactor[1])
    #expect(bench.call("GetLocalListVersion")?.int("listVersion") == 1)
  }

  @Test(
    "The same idTag or the same known parent stops without Authorize; any other id is asked about",
    .covers("CP16-35"))
  func stopping() {
    let parent = "{\"idTagInfo\":{\"status\":\"Accepted\",\"parentIdTag\":\"FAMILY\"}}"
    let bench = Bench.accepted()
    for tag in ["A", "B", "C"] { bench.server.verdicts[tag] = parent }
    bench.charge("A")
    bench.swipe("A")
    bench.unplug()
    bench.charge("B")
    let asked = bench.calls("Authorize").count
    bench.swipe("A")
    #expect(bench.calls("Authorize").count == asked, "A's parent is known from the cache")
    #expect(bench.server.stops.count == 2)
    bench.unplug()
    bench.charge("A")
    bench.swipe("C")
    #expect(bench.calls("Authorize").count == asked + 1)
    #expect(bench.server.stops.count == 3)
    bench.unplug()
    bench.charge("A")
    bench.swipe("STRANGER")
    #expect(bench.calls("Authorize").count == asked + 2)
    #expect(bench.contactor[1] && bench.server.stops.count == 3)
    #expect(bench.prompts.last == .refused)
  }

  @Test(
    "StartTransaction.conf not accepted: stop and keep the cable locked, or give no energy beyond MaxEnergyOnInvalidId",
    .covers("CP16-36"))
  func invalidID() {
    let bench = Bench.accepted()
    bench.configureOffline()
    bench.server.verdicts["BAD"] = Self.blocked
    bench.goOffline()
    bench.charge("BAD")
    #expect(bench.contactor[1])
    bench.goOnline()
    #expect(bench.server.stops[101]?.reason == "DeAuthorized")
    #expect(!bench.contactor[1] && bench.locked[1])
    bench.swipe("BAD")
    #expect(!bench.locked[1])
    bench.unplug()
    bench.configure("StopTransactionOnInvalidId", "false")
    bench.configure("MaxEnergyOnInvalidId", "1000")
    bench.call("ClearCache")
    bench.goOffline()
    bench.charge("BAD")
    bench.serverIsUp = true
    bench.run(1_200_000, tick: 1_000)
    #expect(bench.server.stops.count == 1)
    #expect(!bench.contactor[1])
    #expect(bench.statuses().last == "SuspendedEVSE")
    bench.swipe("BAD")
    let start = bench.server.starts[1]
    let energy = bench.server.stops[102]!.meterStop - start.meterStart
    #expect(energy >= 1_000 && energy < 3_500)
  }

  @Test(
    "AuthorizeRemoteTxRequests decides whether a remote start asks first", .covers("CP16-37"),
    arguments: [true, false])
  func remoteStart(asks: Bool) {
    let bench = Bench.accepted()
    bench.configure("AuthorizeRemoteTxRequests", asks ? "true" : "false")
    bench.server.verdicts["A"] = Self.blocked
    bench.plug()
    #expect(
      bench.status("RemoteStartTransaction", "{\"idTag\":\"A\",\"connectorId\":1}") == "Accepted")
    #expect(bench.calls("Authorize").count == (asks ? 1 : 0))
    #expect(bench.calls("StartTransaction").count == (asks ? 0 : 1))
  }

  @Test(
    "Whom the maker's electronics know begins without Authorize; the central system has its say")
  func authorizedElsewhere() {
    let bench = Bench.accepted { $0.connectors = 2 }
    bench.server.verdicts["PAID"] = Self.blocked
    bench.plug()
    bench.handle(.tokenAuthorized(idTag: "PAID", parentIdTag: "", connector: 1))
    #expect(bench.calls("Authorize").isEmpty)
    #expect(bench.server.starts.count == 1)
    bench.run(60_000, tick: 1_000)
    #expect(bench.server.stops.count == 1)
    bench.unplug()
    // The same rules as for everybody else: the reservation, the cable, the connector.
    let kept = ConnectorTests.reserve(2, 1, "HOLDER")
    #expect(bench.status("ReserveNow", kept) == "Accepted")
    let long = "A123456789012345678901"
    for (tag, connector) in [("OTHER", 2), ("", 1), (long, 1), ("A", 9), ("A", 0)] {
      bench.handle(.tokenAuthorized(idTag: Text(tag), parentIdTag: "", connector: connector))
    }
    #expect(bench.server.starts.count == 1)
    bench.goOffline()
    bench.handle(.tokenAuthorized(idTag: "CASH", parentIdTag: "FAMILY", connector: 1))
    #expect(!bench.contactor[1])
    bench.plug()
    #expect(bench.contactor[1])
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
    bench.configure("LocalAuthListEnabled", "false")
    #expect(sendList(bench, entry("A", "Accepted"), version: 10) == "NotSupported")
    #expect(version() == -1)
    let none = Bench.accepted { $0.listLimit = 0 }
    #expect(none.call("GetLocalListVersion")?.int("listVersion") == -1)
    #expect(sendListCode(none) == "NotSupported")
  }
}
