import CSMSCore
import OCPPJSON
import Testing

@testable import Store

@Suite struct TransactionTests {
  let folder = Folder()

  @Test("A start gets an id, and the same start again gets the same id")
  func resentStart() throws {
    let store = try folder.open()
    let first = store.keep(.transactionStarted(.sample))
    let again = store.keep(.transactionStarted(.sample), .transactionStarted(.sample))

    #expect(first == [.transaction(id: 1, isNew: true)])
    #expect(again == Array(repeating: .transaction(id: 1, isNew: false), count: 2))
    #expect(
      store.keep(.transactionStarted(.sample), from: "CP2")[0] == .transaction(id: 2, isNew: true))
  }

  @Test(
    "A start that differs in connector, tag, meter or time is another transaction",
    arguments: [
      TransactionStart.sample.with { $0.connector = 2 },
      TransactionStart.sample.with { $0.idTag = "tag1" },
      TransactionStart.sample.with { $0.meterStart = 1_001 },
      TransactionStart.sample.with { $0.timestamp.milliseconds += 1 },
    ])
  func otherStart(_ other: TransactionStart) throws {
    let store = try folder.open()
    store.keep(.transactionStarted(.sample))
    #expect(store.keep(.transactionStarted(other))[0] == .transaction(id: 2, isNew: true))
  }

  @Test("A start resent after its stop still gets its first id")
  func resentAfterStop() throws {
    let store = try folder.open()
    let id = store.started()
    store.keep(.transactionStopped(.sample(id)))
    #expect(store.keep(.transactionStarted(.sample))[0] == .transaction(id: id, isNew: false))
    #expect(try store.row(id)?.status == .completed)
  }

  @Test("A stop closes the transaction with everything both messages said")
  func stop() throws {
    let store = try folder.open()
    let id = store.started(.sample.with { $0.reservationId = 9 })
    let stop = TransactionStop.sample(id).with {
      $0.reason = "EVDisconnected"
      $0.idTag = "a tag that is longer than twenty-two bytes"
    }
    #expect(store.keep(.transactionStopped(stop), at: noon + 5)[0] == .stopped(.closed))

    let row = try #require(try store.row(id))
    #expect(row.station == "CP1" && row.status == .completed && row.status.word == "completed")
    #expect(row.connector == 1 && row.idTag == "TAG1" && row.authorization == "Accepted")
    #expect(row.startedAt == .init(noon) && row.meterStart == 1_000 && row.reservationId == 9)
    #expect(row.stoppedAt == stop.timestamp && row.meterStop == 6_000 && row.energyWh == 5_000)
    #expect(row.reason == "EVDisconnected" && row.stopIdTag == stop.idTag)
    #expect(!row.meterDecreased && row.createdAt == .init(noon) && row.closedAt == .init(noon + 5))
  }

  @Test("A repeated stop changes nothing; one that differs is reported")
  func repeatedStop() throws {
    let errors = ErrorLog()
    let store = try folder.open(errors.options)
    let id = store.started()
    store.keep(.transactionStopped(.sample(id)))
    let row = try store.row(id)

    #expect(store.keep(.transactionStopped(.sample(id)))[0] == .stopped(.repeated))
    #expect(errors.all.isEmpty)
    let other = TransactionStop.sample(id).with { $0.meterStop = 9_999 }
    #expect(store.keep(.transactionStopped(other))[0] == .stopped(.repeated))
    #expect(errors.all.map(\.code) == [.stopDiffers])
    var expected = try #require(row)
    expected.flags.formUnion([.stopRepeated, .stopDiffers])
    #expect(try store.row(id) == expected)
  }

  @Test(
    "A meter that went backwards, or past every number, leaves the energy open and says so",
    arguments: [999, Int.min])
  func meterDecreased(_ meterStop: Int) throws {
    let store = try folder.open()
    let id = store.started()
    store.keep(.transactionStopped(.sample(id).with { $0.meterStop = meterStop }))
    let row = try #require(try store.row(id))
    #expect(row.status == .completed && row.energyWh == nil && row.meterDecreased)
  }

  @Test("A stop of an unknown transaction is kept once, for an operator to see")
  func unknownStop() throws {
    let store = try folder.open()
    let stop = TransactionStop.sample(77).with { $0.readings = record(noon) }
    for _ in 0..<2 {
      #expect(store.keep(.transactionStopped(stop))[0] == .stopped(.unmatched))
    }

    let rows = try store.listed(TransactionFilter(status: .unmatched))
    #expect(rows.count == 1)
    let row = try #require(rows.first)
    #expect(row.reportedId == 77 && row.meterStop == 6_000 && row.energyWh == nil)
    #expect(row.startedAt == nil && row.idTag == nil && row.stoppedAt == stop.timestamp)
    #expect(try store.records(row.id) == record(noon))
  }

  @Test("A station cannot stop or meter another one's transaction, nor an unmatched one's row")
  func foreignStop() throws {
    let store = try folder.open()
    let id = store.started()
    #expect(store.keep(.transactionStopped(.sample(id)), from: "CP2")[0] == .stopped(.unmatched))
    store.keep(report(id, record(noon)), from: "CP2")

    #expect(try store.row(id)?.status == .active)
    #expect(try store.records(id).isEmpty)
    let unmatched = try #require(try store.listed(TransactionFilter(status: .unmatched)).first)
    let stop = Fact.transactionStopped(.sample(unmatched.id))
    #expect(store.keep(stop, from: "CP2")[0] == .stopped(.unmatched))
    #expect(store.keep(stop, from: "CP1")[0] == .stopped(.unmatched))
  }

  @Test("Ids go on after a restart, after deletions, and past ids of unmatched stops")
  func idsAreNeverReused() throws {
    var store = try folder.open()
    _ = store.started()
    store.keep(.transactionStopped(.sample(50)))
    try store.write { editor throws(StoreError) in try editor.deleteStation("CP1", cascade: true) }
    store.close()
    store = try folder.open()
    #expect(store.started() == 3)
  }

  @Test("When the ids of OCPP 1.6 are used up, a start fails and the others go on")
  func idsUsedUp() throws {
    let errors = ErrorLog()
    try folder.open().close()
    try folder.execute("UPDATE counters SET value = 2147483646 WHERE name = 'transactions'")
    let store = try folder.open(errors.options)
    let other = TransactionStart.sample.with { $0.connector = 2 }
    let receipts = store.keep(
      .transactionStarted(.sample), .transactionStarted(other),
      .booted(.init(vendor: "V", model: "M")))
    #expect(receipts == [.transaction(id: 2_147_483_647, isNew: true), .failed, .kept])
    #expect(errors.all.count == 1)
  }

  @Test("The listing goes newest first, page by page, and filters")
  func listing() throws {
    let store = try folder.open()
    for index in 0..<10 {
      let start = TransactionStart.sample.with {
        $0.timestamp.milliseconds += Int64(index / 2) * 1_000
        $0.connector = index
        $0.idTag = index % 2 == 0 ? "EVEN" : "odd"
      }
      let id = store.started(start, from: index < 6 ? "CP1" : "CP2")
      if index < 3 {
        store.keep(.transactionStopped(.sample(id)))
      }
    }
    store.keep(.transactionStopped(.sample(500)))

    var ids: [Int] = []
    var cursor: TransactionCursor?
    while true {
      let page = try store.listed(limit: 3, after: cursor)
      if page.isEmpty { break }
      ids += page.map(\.id)
      cursor = page.last?.cursor
    }
    #expect(ids == [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    #expect(
      try store.listed(TransactionFilter(status: .active)).map(\.id) == [10, 9, 8, 7, 6, 5, 4])
    #expect(try store.listed(TransactionFilter(status: .completed)).map(\.id) == [3, 2, 1])
    #expect(try store.listed(TransactionFilter(station: "CP2")).map(\.id) == [10, 9, 8, 7])
    #expect(try store.listed(TransactionFilter(station: "nobody")).isEmpty)
    #expect(try store.listed(TransactionFilter(token: "Odd")).map(\.id) == [10, 8, 6, 4, 2])
    let range = TransactionFilter(from: .init(noon + 1_000), to: .init(noon + 3_000))
    #expect(try store.listed(range).map(\.id) == [6, 5, 4, 3])
    #expect(try store.listed(TransactionFilter(), limit: -1).isEmpty)
    #expect(try store.row(99) == nil)

    let counts = try store.read { reader throws(StoreError) in try reader.counts() }
    #expect(
      counts
        == StoreCounts(
          stations: 2, activeTransactions: 7, completedTransactions: 3, unmatchedTransactions: 1))
  }
}
