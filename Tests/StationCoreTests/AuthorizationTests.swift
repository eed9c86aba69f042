import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct AuthorizationTests {
  static let blocked = "{\"idTagInfo\":{\"status\":\"Blocked\"}}"

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
    "Offline both keys together decide about what is known to be good, known to be bad and not known",
    .covers("CP16-29", "CP16-30"), arguments: [true, false], [true, false])
  func offlineTable(knownMay: Bool, unknownMay: Bool) {
    let bench = Bench.accepted()
    bench.server.verdicts["SPENT"] = Self.blocked
    for tag in ["SEEN", "SPENT"] as [Text] {
      bench.charge(tag)
      if bench.contactor[1] { bench.swipe(tag) }
      bench.unplug()
    }
    let entries = [
      entry("GOOD", "Accepted"), entry("BAD", "Blocked"), entry("GONE", "Expired"),
      entry("OLD", "Accepted", ",\"expiryDate\":\"2026-03-01T00:00:01Z\""),
    ]
    #expect(sendList(bench, entries.joined(separator: ",")) == "Accepted")
    bench.run(10_000)
    bench.configure("LocalAuthorizeOffline", "\(knownMay)")
    bench.configure("AllowOfflineTxForUnknownId", "\(unknownMay)")
    bench.goOffline()
    let good: [Text] = ["GOOD", "SEEN"]
    let bad: [Text] = ["BAD", "GONE", "OLD", "SPENT"]
    for tag in good + bad + ["NEW"] {
      bench.charge(tag)
      let may =
        !bad.contains { $0.isSame(ignoringCase: tag) }
        && (unknownMay || knownMay && !tag.isSame(ignoringCase: "NEW"))
      #expect(bench.contactor[1] == may, "\(tag)")
      if bench.contactor[1] { bench.handle(.localStopPressed(connector: 1)) }
      bench.unplug()
    }
  }

  @Test(
    "A refused id gets no more than MaxEnergyOnInvalidId, though the meter says nothing unasked",
    .covers("CP16-36"), arguments: [3_600, 11_000, 22_000] as [Int32])
  func energyOfRefusedID(power: Int32) {
    let bench = Bench.accepted()
    bench.power = power
    bench.configureOffline()
    bench.configure("StopTransactionOnInvalidId", "false")
    bench.configure("MaxEnergyOnInvalidId", "100")
    bench.goOffline()
    bench.charge("BAD")
    bench.server.verdicts["BAD"] = Self.blocked
    bench.serverIsUp = true
    bench.handle(.networkAvailable)
    bench.run(1)
    let begin = bench.energy[1]
    let asked = bench.meterQuestions
    bench.run(600_000)
    #expect(!bench.contactor[1] && bench.server.stops.isEmpty)
    #expect((93...107).contains(bench.energy[1] - begin))
    #expect(bench.meterQuestions - asked < 60)
    // With nothing left to give there is nothing to look at either.
    let later = bench.meterQuestions
    bench.run(600_000)
    #expect(bench.meterQuestions - later <= 11)
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
    let kept = ReservationTests.reserve(2, 1, "HOLDER")
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
}

extension Bench {
  var meterQuestions: Int {
    steps.count { if case .readMeter = $0 { true } else { false } }
  }
}
