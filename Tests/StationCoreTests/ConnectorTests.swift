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

  @Test(
    "A fault of the whole station opens every contactor and lets nobody begin until it is gone",
    .covers("CP16-44"))
  func stationFault() {
    let bench = Bench.accepted { $0.connectors = 3 }
    bench.charge("A", 1)
    bench.plug(2)
    #expect(bench.status("ReserveNow", ReservationTests.reserve(3, 5)) == "Accepted")
    bench.handle(.faulted(connector: 0, .groundFailure, info: "RCD"))
    #expect(bench.contactor == [false, false, false, false])
    #expect((0...3).map { bench.statuses($0).last } == Array(repeating: "Faulted", count: 4))
    let told = bench.calls("StatusNotification").suffix(4)
    #expect(told.allSatisfy { $0.string("errorCode") == "GroundFailure" })
    #expect(told.compactMap { $0.string("info") } == ["RCD"])
    bench.swipe("B", 2)
    bench.handle(.tokenAuthorized(idTag: "B", parentIdTag: "", connector: 2))
    #expect(
      bench.status("RemoteStartTransaction", "{\"idTag\":\"B\",\"connectorId\":2}") == "Rejected")
    #expect(bench.status("ReserveNow", ReservationTests.reserve(3, 6)) == "Faulted")
    #expect(bench.server.starts.count == 1)
    // A fault of its own goes and comes in between: the station's is still there.
    bench.handle(.faulted(connector: 1, .overCurrentFailure, info: ""))
    bench.handle(.faultCleared(connector: 1))
    #expect(!bench.contactor[1] && bench.offered[1] == 0)
    bench.handle(.faultCleared(connector: 0))
    #expect(bench.contactor[1] && bench.server.stops.isEmpty)
    #expect(
      (0...3).map { bench.statuses($0).last }
        == ["Available", "Charging", "Preparing", "Available"])
    bench.swipe("B", 2)
    #expect(bench.contactor[2])
  }

  @Test("A warning about the whole station stops nobody", .covers("CP16-44"))
  func stationWarning() {
    let bench = Bench.accepted()
    bench.charge()
    bench.handle(
      .errorReported(
        connector: 0, ConnectorError(.readerFailure, info: "dirty", isWarning: true)))
    #expect(bench.contactor[1] && bench.statuses().last == "Charging")
    #expect(bench.statuses(0).last == "Available")
  }

  @Test("Connector 0 is only ever Available, Unavailable or Faulted", .covers("CP16-45"))
  func connectorZero() {
    let bench = Bench.accepted()
    #expect(bench.status("ReserveNow", ReservationTests.reserve(0, 1)) == "Accepted")
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
}
