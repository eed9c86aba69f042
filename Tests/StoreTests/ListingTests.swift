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

  var testDescription: String { "\(filter) after \(cursor as Any)" }

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

  /// Ninety, of two stations: some stopped, some not, and stops of nothing.
  private func fill(_ store: SQLiteStore) throws {
    try store.ownStations(["CP2"], by: "A")
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
  }

  @Test("Whatever leads is read inside one index, from the place where the page begins")
  func plans() throws {
    try folder.open().close()
    let database = try Database(path: folder.database, readOnly: true)
    defer { database.close() }
    let range = "started_at>? AND started_at<?)"
    for lead in TransactionLead.allCases {
      let expected: [String] =
        switch lead {
        case .active: ["SEARCH transactions USING COVERING INDEX transactions_active (\(range)"]
        case .reconciled:
          ["SEARCH transactions USING COVERING INDEX transactions_reconciled (\(range)"]
        case .unmatched:
          ["SEARCH transactions USING COVERING INDEX transactions_unmatched_time (\(range)"]
        case .flag:
          [
            "SEARCH transaction_flags USING PRIMARY KEY (flag=? AND started_at>? AND (started_at,id)<(?,?))"
          ]
        case .station:
          [
            "SEARCH transactions USING COVERING INDEX transactions_start (station_id=? AND \(range)",
            // Only what began at one instant.
            "USE TEMP B-TREE FOR RIGHT PART OF ORDER BY",
          ]
        case .token:
          ["SEARCH transactions USING COVERING INDEX transactions_token (id_tag=? AND \(range)"]
        case .company:
          [
            "SEARCH transactions USING COVERING INDEX transactions_company (company_id=? AND \(range)"
          ]
        case .completed:
          // Every entry passes, so that its row is read anyway.
          ["SEARCH transactions USING INDEX transactions_completed (\(range)"]
        }
      #expect(try database.plan(lead.sql).map { "\($0)" } == expected)
    }
    #expect(
      try database.plan(TransactionRow.select) == [
        "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)",
        "SEARCH s USING INTEGER PRIMARY KEY (rowid=?)",
      ])
  }

  @Test("Every filter but a time has something that can lead, and nothing else leads")
  func leads() {
    #expect(Combination.all.count == 960)
    for filter in Combination.all.map(\.filter) {
      var expected: Set<TransactionLead> = []
      switch filter.status {
      case .active: expected.insert(.active)
      case .reconciled: expected.insert(.reconciled)
      case .unmatched: expected.insert(.unmatched)
      case .completed, nil: break
      }
      if filter.flag != nil { expected.insert(.flag) }
      if filter.station != nil { expected.insert(.station) }
      if filter.token != nil { expected.insert(.token) }
      if filter.company != nil && filter.station == nil { expected.insert(.company) }
      #expect(Set(TransactionLead.candidates(for: filter)) == expected)
    }
  }

  @Test("Every combination of filters lists exactly what passes, newest first")
  func combinations() throws {
    let store = try folder.open(StoreOptions(isDurable: false))
    try fill(store)

    let rows = try store.listed()
    try #require(rows.count == 90)
    for combination in Combination.all {
      let listed = try store.listed(combination.filter, after: combination.cursor)
      #expect(listed == rows.filter(combination.holds), "\(combination.testDescription)")
      let first = try store.listed(combination.filter, limit: 3, after: combination.cursor)
      #expect(first == Array(listed.prefix(3)))
    }
  }

  /// The pages of a listing, each of which may do so much work.
  private func pages(
    _ store: SQLiteStore, _ filter: TransactionFilter, after start: TransactionCursor? = nil,
    limit: Int, work: Int = StoreLimits.listingWork
  ) throws -> [Page<TransactionRow, TransactionCursor>] {
    try store.read { reader throws(StoreError) in
      let budget = Budget(all: work, row: StoreLimits.rowWork)
      var pages: [Page<TransactionRow, TransactionCursor>] = []
      var cursor = start
      repeat {
        let page = try reader.transactions(filter, limit: limit, after: cursor, budget)
        pages.append(page)
        cursor = page.next
      } while cursor != nil
      return pages
    }
  }

  @Test("A page that did its work ends early, and the next one goes on where it ended")
  func bounded() throws {
    let store = try folder.open(StoreOptions(isDurable: false))
    try fill(store)
    let rows = try store.listed()
    for combination in Combination.all {
      let pages = try pages(
        store, combination.filter, after: combination.cursor, limit: 4, work: 30)
      #expect(
        pages.flatMap(\.rows) == rows.filter(combination.holds), "\(combination.testDescription)")
      // The last entry may be a row.
      #expect(pages.allSatisfy { $0.work <= 30 + StoreLimits.rowWork })
    }
  }

  @Test("A late page costs what the first one does, whatever leads")
  func latePages() throws {
    let store = try folder.open(StoreOptions(isDurable: false))
    try store.ownStations(["CP2"], by: "A")
    for index in 0..<200 {
      let start = TransactionStart.sample.with {
        $0.timestamp.milliseconds += Int64(index) * 1_000
        // Of its own, so that none ends another.
        $0.connector = index
      }
      let id = store.started(start, from: "CP2")
      store.started(start, from: "CP2")
      if index % 4 != 0 { store.keep(.transactionStopped(.sample(id)), from: "CP2") }
    }
    var filters = [
      TransactionFilter(), TransactionFilter(status: .active),
      TransactionFilter(status: .completed),
      TransactionFilter(station: "CP2"), TransactionFilter(token: "tag1"),
      TransactionFilter(flag: .startRepeated),
      TransactionFilter(station: "CP2", token: "TAG1", flag: .startRepeated),
    ]
    filters.append(TransactionFilter())
    filters[7].company = "A"
    for filter in filters {
      let pages = try pages(store, filter, limit: 10)
      #expect(pages.flatMap(\.rows).count >= 50)
      #expect(pages.allSatisfy { $0.work <= 10 * (1 + StoreLimits.rowWork) }, "\(filter)")
      // Who has read everything is not sent to an empty page.
      #expect(pages.last?.rows.isEmpty == false)
    }
  }

  @Test("The completed ones are listed without a look at those that are open")
  func completedOnly() throws {
    let store = try folder.open(StoreOptions(isDurable: false))
    let first = store.started()
    store.keep(.transactionStopped(.sample(first)))
    for index in 1...50 {
      // Each on a connector of its own, so that none ends another.
      store.started(
        .sample.with {
          $0.connector = index + 1
          $0.timestamp.milliseconds += Int64(index)
        })
    }
    let pages = try pages(store, TransactionFilter(status: .completed), limit: 10)
    #expect(pages.flatMap(\.rows).map(\.id) == [first])
    #expect(pages.reduce(0) { $0 + $1.work } == 1 + StoreLimits.rowWork)
  }

  @Test("Of a frequent token in a company that hardly has it, the company's few are read")
  func rarestLeads() throws {
    let store = try folder.open(StoreOptions(isDurable: false))
    try store.ownStations(["CP2"], by: "A")
    for index in 0..<300 {
      store.started(.sample.with { $0.meterStart = index })
    }
    for index in 0..<4 {
      store.started(
        .sample.with {
          $0.meterStart = index
          $0.idTag = index == 0 ? "TAG1" : "OTHER"
        }, from: "CP2")
    }
    var filter = TransactionFilter(token: "TAG1")
    filter.company = "A"
    let page = try pages(store, filter, limit: 100, work: 1_000)[0]
    #expect(page.rows.map(\.id) == [301])
    #expect(page.work == 4 * (1 + StoreLimits.rowWork))
    // The other way round the token leads.
    filter.token = "OTHER"
    #expect(try pages(store, filter, limit: 100, work: 1_000)[0].work == 3 * 11)
    // At a station the rarer of the two.
    let at = try pages(store, TransactionFilter(station: "CP1", token: "OTHER"), limit: 9)[0]
    #expect(at.rows.isEmpty && at.work == 3)
  }

  @Test("Unmatched stops have no token and no company: nothing is read for them")
  func unmatched() throws {
    let store = try folder.open()
    store.keep(.transactionStopped(.sample(99)))
    #expect(try store.listed(TransactionFilter(status: .unmatched)).count == 1)
    for (token, company) in [("TAG1", nil), (nil, "A")] as [(Text?, Text?)] {
      var filter = TransactionFilter(status: .unmatched, token: token)
      filter.company = company
      let pages = try pages(store, filter, limit: 100)
      #expect(pages.count == 1 && pages[0].rows.isEmpty && pages[0].work == 0)
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

extension Database {
  /// How SQLite goes about it.
  func plan(_ sql: StaticString) throws -> [Text] {
    let query = try statement(composed: "EXPLAIN QUERY PLAN \(sql)")
    defer { query.reset() }
    var plan: [Text] = []
    while try query.step() { plan.append(query.text(3)) }
    return plan
  }
}

extension SQLiteStore {
  func ownStations(_ stations: [Text], by company: Text) throws {
    try write { editor throws(StoreError) in
      try editor.database.execute(
        "INSERT INTO companies(id, name, created_at, updated_at) VALUES ('\(company)', 'A', 0, 0)")
      for station in stations {
        try editor.createStation(station, StationChange(), at: DateTime(noon))
        try editor.assignStation(station, to: company)
      }
    }
  }

  func totals() throws -> StoreCounts {
    try read { reader throws(StoreError) in try reader.counts() }
  }
}
