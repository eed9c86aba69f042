import CSMSCore
import OCPP16
import OCPPJSON
import Testing

@testable import Store

/// One reading of the register, packed.
func reading(_ time: Int64, _ energy: Int) -> [UInt8] {
  MeterPacking.pack([
    MeterValue(
      timestamp: .init(time), sampledValue: [SampledValue(value: Text("\(energy)"))])
  ])
}

func status(_ word: Text, at time: Int64?, connector: Int = 1) -> Fact {
  var status = ConnectorStatus(connector: connector, status: word, errorCode: "NoError")
  status.timestamp = time.map { DateTime($0) }
  return .connectorStatus(status)
}

let minute: Int64 = 60_000

@Suite struct ReconciliationTests {
  let folder = Folder()

  @Test("A new start on its connector closes a zombie, with the reason and what readings prove")
  func newStart() throws {
    let store = try folder.open()
    let id = store.started()
    store.keep(report(id, reading(noon + 10 * minute, 3_000)), at: noon + 10 * minute)
    let next = TransactionStart.sample.with {
      $0.timestamp.milliseconds += 60 * minute
      $0.meterStart = 9_000
    }
    #expect(
      store.keep(.transactionStarted(next), at: noon + 61 * minute)[0]
        == .transaction(id: 2, isNew: true))

    let row = try #require(try store.row(id))
    #expect(row.status == .reconciled && row.status.word == "reconciled")
    #expect(row.flags == .zombie && row.energyWh == 2_000 && row.billableWh == 2_000)
    #expect(row.stoppedAt == nil && row.meterStop == nil && row.reason == nil)
    #expect(row.conclusion == Conclusion(.startOnConnector, at: next.timestamp, energy: 9_000))
    #expect(row.closedAt == .init(noon + 61 * minute) && row.reconciledAt == row.closedAt)
    #expect(try store.row(2)?.status == .active)
  }

  @Test("A connector that is Available closes a zombie; other words and older dates prove nothing")
  func available() throws {
    let store = try folder.open()
    let id = store.started()
    for fact in [
      status("Available", at: noon), status("Available", at: noon - 1),
      status("Available", at: noon + minute, connector: 2),
      status("Available", at: noon + minute, connector: 0), status("Finishing", at: noon + minute),
      status("Faulted", at: noon + minute), status("Unavailable", at: noon + minute),
    ] {
      store.keep(fact)
      #expect(try store.row(id)?.status == .active)
    }
    store.keep(status("Available", at: noon + 2 * minute))
    #expect(try store.row(id)?.conclusion?.reason == .connectorAvailable)
    #expect(try store.row(id)?.conclusion?.evidenceAt == .init(noon + 2 * minute))
  }

  @Test("An Available that was remembered already, and one without a date, close a zombie too")
  func repeatedAvailable() throws {
    let store = try folder.open()
    store.keep(status("Available", at: nil))
    let id = store.started()
    store.keep(status("Available", at: nil), at: noon + 5)
    #expect(try store.row(id)?.conclusion == Conclusion(.connectorAvailable, at: .init(noon + 5)))
  }

  @Test("The stop of a zombie corrects the record whenever it comes, and counts once")
  func lateStop() throws {
    var store = try folder.open()
    let id = store.started()
    store.keep(status("Available", at: noon + 90 * minute), at: noon + 90 * minute)
    store.close()
    store = try folder.open()
    let stop = TransactionStop.sample(id).with { $0.reason = "PowerLoss" }
    let later = noon + 600 * minute
    #expect(store.keep(.transactionStopped(stop), at: later) == [.stopped(.corrected)])
    #expect(store.keep(.transactionStopped(stop), at: later) == [.stopped(.repeated)])

    let row = try #require(try store.row(id))
    #expect(row.status == .completed && row.meterStop == 6_000 && row.stoppedAt == stop.timestamp)
    #expect(row.energyWh == 5_000 && row.billableWh == 5_000 && row.reason == "PowerLoss")
    #expect(row.flags == [.zombie, .lateStop, .reportedLate, .stopRepeated])
    #expect(row.conclusion?.reason == .connectorAvailable)
    #expect(try store.listed().count == 1)
  }

  @Test("A replayed start that is older than the open one closes nothing")
  func olderStart() throws {
    let store = try folder.open()
    let later = TransactionStart.sample.with { $0.timestamp.milliseconds += 60 * minute }
    let id = store.started(later, at: noon + 60 * minute)
    let older = store.started(at: noon + 61 * minute)
    #expect(try store.row(id)?.status == .active)
    #expect(try store.row(older)?.status == .active)
    store.keep(.transactionStopped(.sample(older).with { $0.timestamp = .init(noon + minute) }))
    #expect(try store.row(older)?.status == .completed && store.row(id)?.status == .active)
  }

  @Test("Readings newer than the proof open a zombie again; older ones add to what is proven")
  func reopened() throws {
    let store = try folder.open()
    let id = store.started()
    store.keep(status("Available", at: noon + 30 * minute), at: noon + 31 * minute)
    store.keep(report(id, reading(noon + 20 * minute, 2_500)), at: noon + 32 * minute)
    #expect(try store.row(id)?.status == .reconciled && store.row(id)?.billableWh == 1_500)

    store.keep(report(id, reading(noon + 40 * minute, 4_000)), at: noon + 40 * minute)
    let row = try #require(try store.row(id))
    #expect(row.status == .active && row.flags == .reopened && row.billableWh == nil)
    #expect(row.conclusion == nil && row.closedAt == nil)
    #expect(store.keep(.transactionStopped(.sample(id))) == [.stopped(.closed)])
  }

  @Test("Readings do not open a zombie again once its connector has another transaction")
  func notReopened() throws {
    let store = try folder.open()
    let id = store.started()
    let next = store.started(.sample.with { $0.timestamp.milliseconds += minute })
    store.keep(report(id, reading(noon + 2 * minute, 1_100)))
    #expect(try store.row(id)?.status == .reconciled && store.row(next)?.status == .active)
  }

  @Test("The transactions of a station that is gone are closed where they were last heard of")
  func gone() throws {
    let store = try folder.open()
    let id = store.started()
    let other = store.started(from: "CP2")
    let listed = try store.read { reader throws(StoreError) in
      try reader.stationsWithOpenTransactions().map(\.identity)
    }
    #expect(listed == ["CP1", "CP2"])
    let count = try store.write { editor throws(StoreError) in
      try editor.reconcileTransactions(
        ofGone: "CP1", lastHeard: .init(noon + minute), at: .init(noon + 100 * minute))
    }
    #expect(count == 1)
    #expect(
      try store.row(id)?.conclusion == Conclusion(.stationGone, at: .init(noon + minute)))
    #expect(try store.row(other)?.status == .active)
    #expect(store.keep(.transactionStopped(.sample(id))) == [.stopped(.corrected)])
  }

  @Test("Every reason of OCPP 1.6 stays on record", arguments: Reason.allCases.map(\.word))
  func reasons(_ reason: Text) throws {
    let store = try folder.open()
    let id = store.started()
    store.keep(.transactionStopped(.sample(id).with { $0.reason = reason }))
    #expect(try store.row(id)?.reason == reason)
  }

  @Test(
    "A token beyond its transactions, or its group's, is kept as ConcurrentTx, also when resent")
  func concurrent() throws {
    let store = try folder.open()
    func start(_ connector: Int, _ tag: Text, group: Text? = nil) -> TransactionStart {
      .sample.with {
        $0.connector = connector
        $0.idTag = tag
        $0.group = group
        $0.tokenLimit = group == nil ? 1 : nil
        $0.groupLimit = group == nil ? nil : 2
      }
    }
    #expect(store.keep(.transactionStarted(start(1, "A")))[0] == .transaction(id: 1, isNew: true))
    #expect(store.keep(.transactionStarted(start(2, "a")))[0] == .concurrent(id: 2, isNew: true))
    #expect(store.keep(.transactionStarted(start(2, "a")))[0] == .concurrent(id: 2, isNew: false))
    #expect(try store.row(2)?.authorization == "ConcurrentTx")
    // The one that was refused does not count, and an end makes room.
    store.keep(.transactionStopped(.sample(1)))
    #expect(store.keep(.transactionStarted(start(3, "A")))[0] == .transaction(id: 3, isNew: true))

    for (connector, id) in [(4, 4), (5, 5)] {
      let receipt = store.keep(.transactionStarted(start(connector, Text("G\(id)"), group: "HOME")))
      #expect(receipt == [.transaction(id: id, isNew: true)])
    }
    let third = start(6, "G6", group: "home")
    #expect(store.keep(.transactionStarted(third))[0] == .concurrent(id: 6, isNew: true))
    #expect(try store.row(6)?.group == "home")
  }
}
