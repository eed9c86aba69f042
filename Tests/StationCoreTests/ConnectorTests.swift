import OCPP16
import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct ConnectorTests {
  @Test("ConnectionTimeOut runs from Preparing, whatever the wall clock does", .covers("CP16-39"))
  func connectionTimeOut() {
    let bench = Bench.accepted()
    bench.swipe("TAG1")
    bench.run(30_000)
    bench.worldTime += 1_000_000_000
    bench.call("TriggerMessage", "{\"requestedMessage\":\"Heartbeat\"}")
    bench.run(29_000)
    #expect(bench.statuses().last == "Preparing")
    bench.run(1_500)
    #expect(bench.statuses().last == "Available")
    #expect(bench.prompts.last == .cableTimeout)
    bench.plug()
    #expect(!bench.contactor[1])
  }

  @Test("Plugged and no id in time: Finishing; a token still begins afterwards", .covers("CP16-40"))
  func noID() {
    let bench = Bench.accepted()
    bench.plug()
    bench.run(61_000)
    #expect(bench.statuses() == ["Available", "Preparing", "Finishing"])
    bench.swipe("TAG1")
    #expect(bench.statuses().last == "Charging")
    bench.swipe("TAG1")
    bench.unplug()
    #expect(bench.statuses().last == "Available")
  }

  @Test("A status shorter than MinimumStatusDuration is never told", .covers("CP16-41"))
  func flicker() {
    let bench = Bench.accepted()
    bench.configure("MinimumStatusDuration", "5")
    bench.handle(.cableInserted(connector: 1))
    bench.run(2_000)
    bench.handle(.cableRemoved(connector: 1))
    bench.run(20_000)
    #expect(bench.statuses() == ["Available"])
    bench.handle(.cableInserted(connector: 1))
    bench.run(6_000)
    #expect(bench.statuses() == ["Available", "Preparing"])
  }

  @Test("SuspendedEVSE outranks SuspendedEV", .covers("CP16-42"))
  func suspension() {
    let bench = Bench.accepted()
    bench.charge()
    bench.handle(.evNotReady(connector: 1))
    #expect(bench.statuses().last == "SuspendedEV")
    bench.handle(.evseNotReady(connector: 1))
    #expect(bench.statuses().last == "SuspendedEVSE")
    bench.handle(.evReady(connector: 1))
    #expect(bench.statuses().last == "SuspendedEVSE" && !bench.contactor[1])
    bench.handle(.evseReady(connector: 1))
    #expect(bench.statuses().last == "Charging" && bench.contactor[1])
  }

  @Test(
    "An unplugged vehicle suspends and stays locked, or stops with EVDisconnected, as the keys say",
    .covers("CP16-43"))
  func unplugged() {
    let bench = Bench.accepted()
    bench.configure("StopTransactionOnEVSideDisconnect", "false")
    bench.charge()
    bench.unplug()
    #expect(bench.statuses().last == "SuspendedEV")
    #expect(bench.locked[1] && !bench.contactor[1] && bench.server.stops.isEmpty)
    bench.plug()
    #expect(bench.contactor[1])
    bench.configure("StopTransactionOnEVSideDisconnect", "true")
    bench.unplug()
    #expect(bench.server.stops[101]?.reason == "EVDisconnected")
    #expect(!bench.locked[1])
    bench.configure("UnlockConnectorOnEVSideDisconnect", "false")
    bench.charge()
    bench.unplug()
    #expect(bench.server.stops[102]?.reason == "EVDisconnected")
    #expect(bench.locked[1])
    bench.swipe("TAG1")
    #expect(!bench.locked[1])
  }

  @Test(
    "A cleared fault returns to the state before it, a transaction included", .covers("CP16-44"))
  func fault() {
    let bench = Bench.accepted()
    bench.plug()
    bench.handle(.faulted(connector: 1, .groundFailure, info: "RCD"))
    bench.handle(.faultCleared(connector: 1))
    bench.swipe("TAG1")
    bench.handle(.faulted(connector: 1, .overCurrentFailure, info: "fuse"))
    #expect(!bench.contactor[1])
    #expect(bench.calls("StatusNotification").last?.string("errorCode") == "OverCurrentFailure")
    #expect(bench.calls("StatusNotification").last?.string("info") == "fuse")
    bench.handle(.faultCleared(connector: 1))
    #expect(bench.contactor[1])
    #expect(
      bench.statuses() == [
        "Available", "Preparing", "Faulted", "Preparing", "Charging", "Faulted", "Charging",
      ])
    #expect(bench.server.stops.isEmpty)
  }

  @Test("Connector 0 is only ever Available, Unavailable or Faulted", .covers("CP16-45"))
  func connectorZero() {
    let bench = Bench.accepted()
    #expect(bench.status("ReserveNow", Self.reserve(0, 1)) == "Accepted")
    bench.charge("R")
    bench.handle(.cableInserted(connector: 0))
    bench.swipe("X", 0)
    bench.handle(.faulted(connector: 0, .internalError, info: ""))
    bench.handle(.faultCleared(connector: 0))
    bench.call("ChangeAvailability", "{\"connectorId\":0,\"type\":\"Inoperative\"}")
    bench.call("ChangeAvailability", "{\"connectorId\":0,\"type\":\"Operative\"}")
    #expect(Set(bench.statuses(0)) == ["Available", "Faulted", "Unavailable"])
  }

  @Test(
    "ChangeAvailability waits for the transaction, repeats as Accepted, means all for 0, and survives a restart",
    .covers("CP16-46"))
  func availability() {
    let bench = Bench.accepted { $0.connectors = 2 }
    func change(_ connector: Int, _ type: String) -> String? {
      bench.status("ChangeAvailability", "{\"connectorId\":\(connector),\"type\":\"\(type)\"}")
    }
    #expect(change(3, "Inoperative") == "Rejected")
    #expect(change(2, "Inoperative") == "Accepted")
    #expect(change(2, "Inoperative") == "Accepted")
    #expect(bench.statuses(2).last == "Unavailable")
    bench.charge("TAG1", 1)
    #expect(change(0, "Inoperative") == "Scheduled")
    #expect(bench.contactor[1] && bench.statuses(0).last == "Unavailable")
    bench.swipe("TAG1", 1)
    bench.unplug(1)
    #expect(bench.statuses(1).last == "Unavailable")
    let next = bench.rebooted()
    next.powerOn()
    #expect(
      (0...2).map { next.statuses($0).last } == ["Unavailable", "Unavailable", "Unavailable"])
    next.charge("TAG1", 1)
    #expect(!next.contactor[1])
    next.call("ChangeAvailability", "{\"connectorId\":0,\"type\":\"Operative\"}")
    #expect(next.statuses(1).last == "Preparing")
    next.swipe("TAG1", 1)
    #expect(next.contactor[1])
  }

  @Test(
    "UnlockConnector ends the transaction first; unknown is NotSupported; a stuck lock is UnlockFailed",
    .covers("CP16-47"))
  func unlock() {
    let bench = Bench.accepted()
    bench.charge()
    #expect(bench.status("UnlockConnector", "{\"connectorId\":0}") == "NotSupported")
    #expect(bench.status("UnlockConnector", "{\"connectorId\":7}") == "NotSupported")
    #expect(bench.status("UnlockConnector", "{\"connectorId\":1}") == "Unlocked")
    #expect(bench.server.stops[101]?.reason == "UnlockCommand")
    #expect(!bench.locked[1])
    // Open, read, and only then unlocked.
    let order = bench.steps.compactMap { step in
      switch step {
      case .openContactor: "open"
      case .readMeter: "read"
      case .forceUnlock: "unlock"
      default: nil
      }
    }
    #expect(order.suffix(3) == ["open", "read", "unlock"])
    bench.autoUnlock = false
    #expect(bench.status("UnlockConnector", "{\"connectorId\":1}") == "UnlockFailed")
    bench.autoUnlock = nil
    #expect(bench.status("UnlockConnector", "{\"connectorId\":1}") == nil)
    bench.run(11_000)
    #expect(bench.sent.last { $0.kind == 3 }?.string("status") == "UnlockFailed")
    let fixed = Bench.accepted { $0.canUnlock = false }
    #expect(fixed.status("UnlockConnector", "{\"connectorId\":1}") == "NotSupported")
  }

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
