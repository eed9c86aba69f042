import CSMSCore
import OCPPJSON
import Testing

@testable import Store

/// Every combination of what a listing can be asked for.
private struct Combination: CustomTestStringConvertible {
  var filter: TransactionFilter
  var cursor: TransactionCursor?

  static let all: [Combination] = {
    var all: [Combination] = []
    for station in [nil, "CP1"] as [Text?] {
      for status in [nil] + TransactionStatus.allCases.map(Optional.some) {
        for token in [nil, "tag1"] as [Text?] {
          for from in [nil, DateTime(noon + 2_000)] {
            for to in [nil, DateTime(noon + 7_000)] {
              for cursor in [nil, noon + 5_000, noon + 8_000] {
                let filter = TransactionFilter(
                  station: station, status: status, from: from, to: to, token: token)
                let place = cursor.map { TransactionCursor(time: DateTime($0), id: 40) }
                all += owned(filter).map { Combination(filter: $0, cursor: place) }
              }
            }
          }
        }
      }
    }
    return all
  }()

  /// As it is, with a flag, and both as somebody asks who is bound to a company.
  private static func owned(_ filter: TransactionFilter) -> [TransactionFilter] {
    var flagged = filter
    flagged.flag = .zombie
    return [filter, flagged].flatMap { one in
      var owned = one
      owned.company = "A"
      return [one, owned]
    }
  }

  var testDescription: String { TransactionQuery(filter, after: cursor).sql }

  /// The same, without SQL.
  func holds(_ row: TransactionRow) -> Bool {
    let time = row.cursor.time
    if let station = filter.station, row.station != station { return false }
    if let status = filter.status, row.status != status { return false }
    // CP2 is company A's; what was never begun is nobody's.
    if filter.company != nil, row.station != "CP2" || row.status == .unmatched { return false }
    if let flag = filter.flag, !row.flags.contains(flag) { return false }
    if let token = filter.token, row.idTag?.caseFolded != token.caseFolded { return false }
    if let from = filter.from, time < from { return false }
    if let to = filter.to, time >= to { return false }
    guard let cursor else { return true }
    return time < cursor.time || (time == cursor.time && row.id < cursor.id)
  }
}

@Suite("The listing of transactions")
struct ListingTests {
  let folder = Folder()

  @Test("Every combination of filters seeks in an index and sorts nothing but ties of one instant")
  func plans() throws {
    try folder.open().close()
    let database = try Database(path: folder.database, readOnly: true)
    defer { database.close() }
    #expect(Combination.all.count == 960)
    let rare = Combination.all.filter { TransactionQuery.isOpen($0.filter) }
    let queries =
      Combination.all.map { ($0, TransactionQuery($0.filter, after: $0.cursor)) }
      + rare.map { ($0, TransactionQuery($0.filter, after: $0.cursor, isTokenRare: true)) }
    #expect(queries.count == 1_008)
    for (combination, listing) in queries {
      let sql = listing.sql
      let query = try database.statement(composed: "EXPLAIN QUERY PLAN " + sql)
      var plan: [Text] = []
      while try query.step() { plan.append(query.text(3)) }
      query.reset()

      let isFlagged = combination.filter.flag != nil
      let place = isFlagged ? " f USING PRIMARY KEY (flag=?" : " t USING INDEX "
      let rows = try #require(plan.first { "\($0)".contains(place) }, "\(sql)")
      // Only what asks for everything of an index may begin at its end.
      let filter = combination.filter
      let isBounded = filter.from != nil || filter.to != nil || combination.cursor != nil
      let seeks =
        isBounded || isFlagged
        || (filter.status ?? .completed == .completed)
          && (filter.station != nil || filter.token != nil || filter.company != nil)
      #expect("\(rows)".hasPrefix(seeks ? "SEARCH" : "SCAN"), "\(sql)")
      let sorts = plan.filter { "\($0)".contains("TEMP B-TREE") }
      #expect(sorts.allSatisfy { $0 == "USE TEMP B-TREE FOR RIGHT PART OF ORDER BY" }, "\(sql)")
      #expect(sorts.isEmpty || "\(rows)".contains("transactions_start"), "\(sql)")
      #expect(!plan.contains { "\($0)".contains("SCAN s") }, "\(sql)")
    }
  }

  @Test("Every combination of filters lists exactly what passes, newest first")
  func combinations() throws {
    let store = try folder.open(StoreOptions(isDurable: false))
    try folder.execute(
      "INSERT INTO companies(id, name, created_at, updated_at) VALUES ('A', 'A', 0, 0)")
    try store.write { editor throws(StoreError) in
      try editor.createStation("CP2", StationChange(), at: DateTime(noon))
      try editor.assignStation("CP2", to: "A")
    }
    for index in 0..<90 {
      let station: Text = index % 3 == 0 ? "CP2" : "CP1"
      if index % 7 == 0 {
        let stop = TransactionStop.sample(5_000 + index).with {
          $0.timestamp = DateTime(noon + Int64(index / 8) * 1_000)
        }
        store.keep(.transactionStopped(stop), from: station)
        continue
      }
      let start = TransactionStart.sample.with {
        $0.timestamp.milliseconds += Int64(index / 8) * 1_000
        $0.meterStart = index
        $0.idTag = index % 4 == 0 ? "TAG2" : "TAG1"
      }
      let id = store.started(start, from: station)
      if index % 2 == 0 { store.keep(.transactionStopped(.sample(id)), from: station) }
    }

    let rows = try store.listed()
    try #require(rows.count == 90)
    for combination in Combination.all {
      let listed = try store.listed(combination.filter, after: combination.cursor)
      #expect(listed == rows.filter(combination.holds), "\(combination.testDescription)")
      let first = try store.listed(combination.filter, limit: 3, after: combination.cursor)
      #expect(first == Array(listed.prefix(3)))
    }
  }

  @Test("A token at a station is found whether the station leads or the token")
  func eitherLeads() throws {
    let store = try folder.open(StoreOptions(isDurable: false))
    for index in 0..<12 {
      let start = TransactionStart.sample.with {
        $0.meterStart = index
        $0.idTag = index % 2 == 0 ? "RARE" : "OTHER"
      }
      store.started(start, from: index < 6 ? "CP1" : "CP2")
    }
    let filter = TransactionFilter(station: "CP1", token: "rare")
    for isTokenRare in [true, false] {
      let ids = try store.read { reader throws(StoreError) in
        let listing = TransactionQuery(filter, after: nil, isTokenRare: isTokenRare)
        let query = try reader.database.statement(composed: listing.sql)
        defer { query.reset() }
        listing.bind(to: query, limit: 100)
        var ids: [Int] = []
        while try query.step() { ids.append(query.int(0)) }
        return ids
      }
      #expect(ids == [5, 3, 1])
    }
  }

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

extension SQLiteStore {
  func totals() throws -> StoreCounts {
    try read { reader throws(StoreError) in try reader.counts() }
  }
}
