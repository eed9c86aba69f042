import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct ReservationTests {
  static func reserve(
    _ connector: Int, _ id: Int, _ tag: String = "R", until: String = "2026-03-01T01:00:00Z",
    _ more: String = ""
  ) -> String {
    "{\"connectorId\":\(connector),\"expiryDate\":\"\(until)\",\"idTag\":\"\(tag)\","
      + "\"reservationId\":\(id)\(more)}"
  }

  @Test(
    "ReserveNow says Faulted, Occupied, Unavailable and Rejected where they fit, and the same id replaces",
    .covers("CP16-48"))
  func reserveAnswers() {
    let bench = Bench.accepted { $0.connectors = 2 }
    bench.handle(.faulted(connector: 1, .otherError, info: ""))
    #expect(bench.status("ReserveNow", Self.reserve(1, 1)) == "Faulted")
    bench.handle(.faultCleared(connector: 1))
    bench.plug(1)
    #expect(bench.status("ReserveNow", Self.reserve(1, 1)) == "Occupied")
    bench.unplug(1)
    bench.call("ChangeAvailability", "{\"connectorId\":1,\"type\":\"Inoperative\"}")
    #expect(bench.status("ReserveNow", Self.reserve(1, 1)) == "Unavailable")
    bench.call("ChangeAvailability", "{\"connectorId\":1,\"type\":\"Operative\"}")
    #expect(bench.status("ReserveNow", Self.reserve(9, 1)) == "Rejected")
    #expect(bench.status("ReserveNow", Self.reserve(1, 1)) == "Accepted")
    #expect(bench.statuses(1).last == "Reserved")
    #expect(bench.status("ReserveNow", Self.reserve(1, 2)) == "Occupied")
    #expect(bench.status("ReserveNow", Self.reserve(2, 1)) == "Accepted")
    #expect(bench.statuses(1).last == "Available" && bench.statuses(2).last == "Reserved")
    #expect(bench.status("CancelReservation", "{\"reservationId\":9}") == "Rejected")
    #expect(bench.status("CancelReservation", "{\"reservationId\":1}") == "Accepted")
    let no = Bench.accepted { $0.reservesConnectorZero = false }
    #expect(no.status("ReserveNow", Self.reserve(0, 1)) == "Rejected")
  }

  @Test(
    "A reservation is kept for its holder or his family, goes into StartTransaction, expires, and dies with a fault",
    .covers("CP16-48"))
  func reservationHolds() {
    let bench = Bench.accepted { $0.connectors = 2 }
    #expect(bench.status("ReserveNow", Self.reserve(1, 7)) == "Accepted")
    bench.plug(1)
    bench.swipe("OTHER", 1)
    #expect(!bench.contactor[1] && bench.prompts.contains(.reserved))
    bench.swipe("R", 1)
    #expect(bench.calls("StartTransaction").last?.int("reservationId") == 7)
    bench.swipe("R", 1)
    bench.unplug(1)
    // The parent is only known to the central system.
    bench.server.verdicts["CHILD"] =
      "{\"idTagInfo\":{\"status\":\"Accepted\",\"parentIdTag\":\"MUM\"}}"
    #expect(
      bench.status("ReserveNow", Self.reserve(1, 8, "R", ",\"parentIdTag\":\"MUM\"")) == "Accepted")
    bench.charge("CHILD", 1)
    #expect(bench.calls("StartTransaction").last?.int("reservationId") == 8)
    bench.swipe("CHILD", 1)
    bench.unplug(1)
    #expect(
      bench.status("ReserveNow", Self.reserve(1, 9, until: "2026-03-01T00:00:30Z")) == "Accepted")
    bench.run(31_000)
    #expect(bench.statuses(1).last == "Available")
    #expect(bench.status("ReserveNow", Self.reserve(1, 10)) == "Accepted")
    bench.handle(.faulted(connector: 1, .otherError, info: ""))
    bench.handle(.faultCleared(connector: 1))
    #expect(bench.statuses(1).last == "Available")
    #expect(bench.status("ReserveNow", Self.reserve(1, 10)) == "Accepted")
    bench.call("ChangeAvailability", "{\"connectorId\":1,\"type\":\"Inoperative\"}")
    bench.call("ChangeAvailability", "{\"connectorId\":1,\"type\":\"Operative\"}")
    #expect(bench.statuses(1).last == "Available")
    #expect(bench.status("CancelReservation", "{\"reservationId\":10}") == "Rejected")
    // Connector 0 keeps one free.
    #expect(bench.status("ReserveNow", Self.reserve(0, 11)) == "Accepted")
    bench.charge("X", 1)
    bench.charge("Y", 2)
    #expect(bench.contactor[1] && !bench.contactor[2])
    bench.swipe("R", 2)
    #expect(bench.contactor[2])
    #expect(bench.calls("StartTransaction").last?.int("reservationId") == 11)
    let next = bench.rebooted()
    #expect(next.journal.keys.filter { $0.kind == 15 }.isEmpty)
  }

  @Test(
    "Who names no connector gets one that is kept for nobody, and another when it turns out to be kept",
    .covers("CP16-48"))
  func choosing() {
    let family = ",\"parentIdTag\":\"MUM\""
    let bench = Bench.accepted { $0.connectors = 3 }
    bench.server.verdicts["CHILD"] =
      "{\"idTagInfo\":{\"status\":\"Accepted\",\"parentIdTag\":\"MUM\"}}"
    #expect(bench.status("ReserveNow", Self.reserve(1, 1, "R", family)) == "Accepted")
    bench.swipe("X", nil)
    #expect((1...3).map { bench.statuses($0).last } == ["Reserved", "Preparing", "Available"])
    #expect(bench.status("RemoteStartTransaction", "{\"idTag\":\"Y\"}") == "Accepted")
    #expect((1...3).map { bench.statuses($0).last } == ["Reserved", "Preparing", "Preparing"])
    // Nothing else is left: only the central system knows whose child it is.
    bench.swipe("Z", nil)
    #expect(bench.statuses(1).last == "Reserved" && bench.prompts.last == .reserved)
    bench.swipe("CHILD", nil)
    #expect(bench.statuses(1).last == "Preparing")
  }

  @Test(
    "A remote start that cannot begin because of a reservation is not accepted",
    .covers("CP16-48"), arguments: [true, false])
  func remoteStartOnReserved(asks: Bool) {
    let bench = Bench.accepted()
    bench.configure("AuthorizeRemoteTxRequests", "\(asks)")
    let family = ",\"parentIdTag\":\"MUM\""
    #expect(bench.status("ReserveNow", Self.reserve(1, 1, "R", family)) == "Accepted")
    for named in ["", ",\"connectorId\":1"] {
      // Where it asks, the answer may name the parent.
      #expect(
        bench.status("RemoteStartTransaction", "{\"idTag\":\"Y\"\(named)}")
          == (asks ? "Accepted" : "Rejected"))
      #expect(bench.statuses().last == "Reserved")
    }
    #expect(bench.status("RemoteStartTransaction", "{\"idTag\":\"R\"}") == "Accepted")
    #expect(bench.statuses().last == "Preparing")
  }

  @Test("A connector taken while the central system was asked gives way to another free one")
  func choosingAgain() {
    let bench = Bench.accepted { $0.connectors = 2 }
    bench.reply = { $0.string("idTag") == "SLOW" && $0.action == "Authorize" ? .silence : .usual }
    bench.swipe("SLOW", nil)
    let id = bench.calls("Authorize").last!.id
    bench.handle(.tokenAuthorized(idTag: "QUICK", parentIdTag: "", connector: 1))
    bench.deliver("[3,\"\(id)\",{\"idTagInfo\":{\"status\":\"Accepted\"}}]")
    bench.pump()
    bench.plug(2)
    #expect(bench.server.starts.map(\.idTag) == ["SLOW"])
  }
}
