import CSMSCore
import OCPPJSON
import Testing

@testable import Store

private let kind = RecordKind(
  "session", view: "session_records",
  columns: [
    "id", "start", "status", "charger_id", "company_id", "site_id", "driver_id", "user_id",
  ],
  position: "id", isNewestFirst: true, table: "charge_sessions")

@Suite("The listing of sessions")
struct SessionListingTests {
  let folder = Folder()

  /// Forty sessions of two stations, one of a company, in an order of their own; beside them some that
  /// are ordered, failed, or not paid.
  private func filled() throws -> SQLiteStore {
    let store = try folder.open(StoreOptions(isDurable: false))
    try store.ownStations(["CP2"], by: "A")
    for index in 0..<40 {
      let start = TransactionStart.sample.with {
        $0.connector = index
        $0.timestamp.milliseconds += Int64(index * 7 % 40) * 1_000
      }
      let id = store.started(start, from: index % 3 == 0 ? "CP2" : "CP1")
      if index % 5 != 0 { store.keep(.transactionStopped(.sample(id))) }
      if index % 5 != 0 { store.keep(.transactionStopped(.sample(id)), from: "CP2") }
    }
    try store.write { editor throws(StoreError) in
      try editor.database.execute(
        """
        INSERT INTO charge_sessions(id, station_id, phase, payment_status, created_at, updated_at)
          SELECT 1000 + id, station_id, id % 3 + 1, 'pending', 1, 1 FROM charge_sessions WHERE id < 9;
        UPDATE charge_sessions SET site_id = 'S' WHERE id % 2 = 0;
        UPDATE charge_sessions SET driver_id = 'D', user_id = 'U' WHERE id % 4 = 0;
        UPDATE charge_sessions SET payment_status = 'failed' WHERE id % 6 = 0;
        """)
    }
    return store
  }

  private static let conditions: [RecordCondition] =
    [
      RecordCondition("charger_id", .equal, .text("CP2")),
      RecordCondition("company_id", .equal, .text("A")),
      RecordCondition("site_id", .equal, .text("S")),
      RecordCondition("driver_id", .equal, .text("D")),
      RecordCondition("user_id", .equal, .text("U")),
      RecordCondition("start", .atLeast, .integer(noon + 9_000)),
      RecordCondition("start", .below, .integer(noon + 30_000)),
    ]
    + ["pending", "started", "stopped", "completed", "failed"].map {
      RecordCondition("status", .equal, .text($0))
    }

  /// Nothing, each condition, every two, and every two within a period.
  private static let combinations: [[RecordCondition]] = {
    var all: [[RecordCondition]] = [[]]
    for (index, one) in conditions.enumerated() {
      all.append([one])
      for other in conditions[(index + 1)...] {
        all.append([one, other])
        all.append([one, other, conditions[5], conditions[6]])
      }
    }
    return all
  }()

  private func pages(
    _ store: SQLiteStore, _ conditions: [RecordCondition], limit: Int, _ budget: Budget = .sessions
  ) throws -> [Page<Record, RecordValue>] {
    try store.read { reader throws(StoreError) in
      var pages: [Page<Record, RecordValue>] = []
      var cursor: RecordValue?
      repeat {
        let page = try reader.page(
          kind, where: conditions, after: cursor, skip: 0, limit: limit, budget)
        pages.append(page)
        cursor = page.next
      } while cursor != nil
      return pages
    }
  }

  private func ids(_ records: [Record]) -> [Int64] { records.compactMap { $0["id"].integer } }

  @Test("Whatever leads is read inside one index; only what is open or ordered is sorted")
  func plans() throws {
    try folder.open().close()
    let database = try Database(path: folder.database, readOnly: true)
    defer { database.close() }
    for lead in SessionLead.allCases {
      let plan = try database.plan(lead.sql)
      let first = plan.first.map { "\($0)" } ?? ""
      switch lead {
      case .open: #expect(first == "SCAN transactions USING COVERING INDEX transactions_active")
      case .all:
        #expect(first == "SEARCH charge_sessions USING INTEGER PRIMARY KEY (rowid<?)")
      case .pending:
        #expect(
          first
            == "SEARCH charge_sessions USING COVERING INDEX charge_sessions_unsettled (phase>? AND phase<?)"
        )
      case .failed, .unpaid:
        #expect(
          first
            == "SEARCH charge_sessions USING COVERING INDEX charge_sessions_unsettled (phase=? AND id<?)"
        )
      case .person:
        #expect(first == "MERGE (UNION ALL)")
        let searches = plan.map { "\($0)" }.filter { $0.hasPrefix("SEARCH charge_sessions ") }
        #expect(searches.count == 2 && searches.allSatisfy { $0.contains("_id=? AND id<?") })
      case .station, .user, .driver, .company:
        #expect(first.hasPrefix("SEARCH charge_sessions USING COVERING "))
        #expect(first.contains("INDEX charge_sessions_\(lead) ("))
      }
      let sorts = plan.contains { "\($0)".contains("TEMP B-TREE") }
      #expect(sorts == (lead == .open || lead == .pending), "\(plan)")
    }
    for conditions in Self.combinations {
      let sql = kind.select(where: conditions + [.one])
      let query = try database.statement(composed: "EXPLAIN QUERY PLAN " + sql)
      defer { query.reset() }
      while try query.step() {
        let step = "\(query.text(3))"
        #expect(step.hasPrefix("SEARCH "), "\(sql): \(step)")
      }
    }
  }

  @Test("Every two conditions list exactly what fulfils them, page by page, with bounded work")
  func combinations() throws {
    let store = try filled()
    #expect(Self.combinations.count == 145)
    for conditions in Self.combinations {
      var expected = try store.read { reader throws(StoreError) in
        try reader.records(kind, where: conditions, limit: 1_000)
      }
      if conditions.contains(where: { $0.column == "start" }) {
        expected.sort {
          ($1["start"].integer ?? 0, $1["id"].integer ?? 0)
            < ($0["start"].integer ?? 0, $0["id"].integer ?? 0)
        }
      }
      let text = "\(conditions.map { "\($0.column) \($0.value)" })"
      #expect(
        ids(try pages(store, conditions, limit: 3).flatMap(\.rows)) == ids(expected), "\(text)")
      let narrow = Budget(all: 90, row: 30)
      let found = try pages(store, conditions, limit: 3, narrow)
      #expect(ids(found.flatMap(\.rows)) == ids(expected), "\(text)")
      #expect(found.allSatisfy { $0.work < 90 + 31 }, "\(text)")
    }
  }

  @Test("Who passes over some begins after them, in one go, however much has to be read")
  func skipped() throws {
    let store = try filled()
    for conditions in [[], [Self.conditions[0]], [Self.conditions[5]]] {
      let all = ids(try pages(store, conditions, limit: 100).flatMap(\.rows))
      let found = try store.read { reader throws(StoreError) in
        let narrow = Budget(all: 31, row: 30)
        let first = try reader.page(
          kind, where: conditions, after: nil, skip: 5, limit: 100, narrow)
        let rest = try reader.page(
          kind, where: conditions, after: first.next, skip: 0, limit: 100, .sessions)
        return first.rows + rest.rows
      }
      #expect(ids(found) == Array(all[5...]))
    }
  }

  @Test("A number as the cursor of a period goes on after that session")
  func numberAsCursor() throws {
    let store = try filled()
    let conditions = [Self.conditions[5]]
    let all = ids(try pages(store, conditions, limit: 100).flatMap(\.rows))
    let rest = try store.read { reader throws(StoreError) in
      try reader.page(kind, where: conditions, after: .integer(all[3]), limit: 100)
    }
    #expect(ids(rest.rows) == Array(all[4...]))
  }

  @Test("A late page costs what the first one does")
  func latePages() throws {
    let store = try filled()
    for conditions in [[], [Self.conditions[0]], [Self.conditions[1]], [Self.conditions[3]]] {
      let pages = try pages(store, conditions, limit: 3)
      #expect(pages.count >= 4)
      #expect(pages.allSatisfy { $0.work <= 3 * 31 })
    }
  }
}
