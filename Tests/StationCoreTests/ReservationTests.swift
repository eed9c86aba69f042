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
}
