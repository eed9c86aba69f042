import CSMSCore
import OCPPJSON
import Testing

@testable import Store

/// Every combination of what a listing can be asked for.
struct Combination: CustomTestStringConvertible {
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
  func fill(_ store: SQLiteStore) throws {
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
