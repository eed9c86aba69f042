import OCPPJSON
import StationCore
import TestKit
import Testing

extension AuthorizationTests {
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
}
