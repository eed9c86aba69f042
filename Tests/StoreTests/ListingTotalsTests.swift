import CSMSCore
import OCPPJSON
import Testing

@testable import Store

@Suite("The totals of the ledger")
struct ListingTotalsTests {
  let folder = Folder()

  @Test("The totals are those of the rows, also after deletions, and survive a restart")
  func totals() throws {
    var store = try folder.open()
    for station in ["CP1", "CP2"] as [Text] {
      for index in 0..<5 {
        let id = store.started(.sample.with { $0.connector = index }, from: station)
        if index < 2 { store.keep(.transactionStopped(.sample(id)), from: station) }
        if index < 2 { store.keep(.transactionStopped(.sample(id)), from: station) }
      }
      store.keep(.transactionStopped(.sample(99)), from: station)
    }
    let both = StoreCounts(
      stations: 2, activeTransactions: 6, completedTransactions: 4, unmatchedTransactions: 2)
    #expect(try store.totals() == both)

    try store.write { editor throws(StoreError) in try editor.deleteStation("CP1", cascade: true) }
    store.started(.sample.with { $0.meterStart = 7 }, from: "CP2")
    store.close()
    store = try folder.open()
    #expect(
      try store.totals()
        == StoreCounts(
          stations: 1, activeTransactions: 4, completedTransactions: 2, unmatchedTransactions: 1))
  }

  @Test("A deletion that is refused leaves the totals alone")
  func refusedDeletion() throws {
    let store = try folder.open()
    _ = store.started()
    #expect(throws: StoreError.self) {
      try store.write { editor throws(StoreError) in try editor.deleteStation("CP1") }
    }
    #expect(try store.totals().activeTransactions == 1)
    #expect(try store.totals().stations == 1)
  }

  @Test("A database of before has its totals counted once, when it is opened")
  func totalsOfOldDatabase() throws {
    let old = try Database(path: folder.database)
    try old.execute(Migration0001.sql)
    try old.execute(Migration0002.sql)
    try old.execute(
      """
      INSERT INTO stations(identity, created_at) VALUES ('CP1', 0), ('CP2', 0);
      INSERT INTO transactions(id, station_id, status, started_at, created_at)
        VALUES (1, 1, 0, 1, 1), (2, 1, 1, 2, 2), (3, 2, 1, 3, 3), (4, 2, 2, 4, 4);
      UPDATE counters SET value = 4 WHERE name = 'transactions';
      PRAGMA application_id = \(Schema.applicationId);
      PRAGMA user_version = 2;
      """)
    old.close()

    let store = try folder.open()
    #expect(
      try store.totals()
        == StoreCounts(
          stations: 2, activeTransactions: 1, completedTransactions: 2, unmatchedTransactions: 1))
    #expect(store.started() == 5)
  }
}
