import CSMSCore
import OCPPJSON
import Testing

@testable import Store

@Suite("What a session costs the store")
struct WritingCostTests {
  let folder = Folder()

  @Test(
    "No statement that writes a session fills a temporary table, or opens more than ten B-trees")
  func programs() throws {
    let store = try folder.open()
    let id = store.started()
    store.keep(report(id, record(1)))
    store.keep(.transactionStopped(.sample(id)))

    let writes = try store.write { editor throws(StoreError) in
      let database = editor.database
      var writes: [(sql: String, temporary: Int, opened: Int)] = []
      let tables = ["transactions", "charge_sessions", "meter_log", "meter_chunks"]
      for sql in database.preparedSQL
      where tables.contains(where: {
        sql.hasPrefix("INSERT INTO \($0)(") || sql.hasPrefix("UPDATE \($0) ")
      }) {
        let program = try database.statement(composed: "EXPLAIN " + sql)
        var (temporary, opened) = (0, 0)
        while try program.step() {
          let instruction = program.text(1)
          if instruction == "OpenEphemeral" { temporary += 1 }
          if instruction == "OpenWrite" || instruction == "OpenRead" { opened += 1 }
        }
        program.reset()
        writes.append((sql, temporary, opened))
      }
      return writes.map { "\($0.temporary) \($0.opened) \($0.sql)" }
    }

    #expect(writes.count >= 5, "\(writes)")
    for write in writes {
      let numbers = write.split(separator: " ").prefix(2).compactMap { Int($0) }
      #expect(numbers[0] == 0, "\(write)")
      #expect(numbers[1] <= 10, "\(write)")
    }
  }

  @Test("Flags of a database of before are listed, and its rules still hold")
  func oldFlags() throws {
    let old = try Database(path: folder.database)
    for sql in Schema.migrations.prefix(7) { try old.execute(sql) }
    try old.execute(
      """
      INSERT INTO stations(id, identity, created_at) VALUES (1, 'CP1', 0);
      INSERT INTO transactions(id, station_id, status, started_at, connector, meter_start, id_tag,
          created_at, flags, stopped_at)
        VALUES (1, 1, 1, 1, 1, 1, 'A', 1, 2049, 2), (2, 1, 1, 2, 1, 1, 'B', 2, 0, 3),
          (3, 1, 0, 3, 1, 1, 'C', 3, 2048, NULL);
      UPDATE counters SET value = 3 WHERE name = 'transactions';
      PRAGMA application_id = \(Schema.applicationId);
      PRAGMA user_version = 7;
      """)
    old.close()

    let store = try folder.open()
    #expect(try store.listed(TransactionFilter(flag: .zombie)).map(\.id) == [3, 1])
    #expect(try store.listed(TransactionFilter(flag: .meterDecrease)).map(\.id) == [1])
    // The one that was open is known, and can be stopped.
    #expect(store.keep(.transactionStopped(.sample(3))) == [.stopped(.closed)])
    store.close()
    for broken in [
      "UPDATE transactions SET status = 3 WHERE id = 1",
      "INSERT INTO charge_sessions(id, station_id, payment_status, created_at, updated_at)"
        + " VALUES (9, 1, 'perhaps', 0, 0)",
    ] {
      #expect(throws: StoreError.self) { try folder.execute(broken) }
    }
    try folder.execute(
      "INSERT INTO charge_sessions(id, station_id, payment_status, created_at, updated_at)"
        + " VALUES (9, 1, 'refunded', 0, 0)")
  }

  @Test(
    "Companies find the transactions of before, and since when a station is theirs is on record")
  func oldCompanies() throws {
    let old = try Database(path: folder.database)
    for sql in Schema.migrations.prefix(12) { try old.execute(sql) }
    try old.execute(
      """
      INSERT INTO companies(id, name, created_at, updated_at) VALUES ('A', 'A', 0, 0), ('B', 'B', 0, 0);
      INSERT INTO stations(id, identity, created_at, company_id) VALUES (1, 'CP1', 5, 'A');
      INSERT INTO transactions(id, station_id, status, started_at, connector, meter_start, id_tag,
          created_at, stopped_at)
        VALUES (1, 1, 1, 1, 1, 1, 'A', 1, 2), (2, 1, 0, 2, 1, 1, 'B', 2, NULL);
      INSERT INTO charge_sessions(id, station_id, company_id, created_at, updated_at)
        VALUES (1, 1, 'A', 1, 1), (2, 1, NULL, 1, 1);
      PRAGMA application_id = \(Schema.applicationId);
      PRAGMA user_version = 12;
      """)
    old.close()

    let store = try folder.open()
    var filter = TransactionFilter()
    filter.company = "A"
    #expect(try store.listed(filter).map(\.id) == [1])
    func since() throws -> [DateTime] {
      try store.read { reader throws(StoreError) in try reader.ownedStations().map(\.since) }
    }
    #expect(try since() == [DateTime(milliseconds: 5)])
    try folder.execute("UPDATE stations SET company_id = 'A', updated_at = 50 WHERE id = 1")
    #expect(try since() == [DateTime(milliseconds: 5)])
    try folder.execute("UPDATE stations SET company_id = 'B', updated_at = 77 WHERE id = 1")
    #expect(try since() == [DateTime(milliseconds: 77)])
  }

  @Test("A flag is listed once for as long as it is set, and goes with its transaction")
  func flagRows() throws {
    let store = try folder.open()
    let id = store.started()
    for _ in 0..<3 { store.started() }
    func listed() throws -> [Int] {
      try store.listed(TransactionFilter(flag: .startRepeated)).map(\.id)
    }
    #expect(try listed() == [id])
    #expect(try store.row(id)?.flags.contains(.startRepeated) == true)
    store.keep(.transactionStopped(.sample(id)))
    #expect(try store.row(id)?.flags.contains(.startRepeated) == true)
    #expect(try listed() == [id])

    try store.write { editor throws(StoreError) in
      try editor.deleteStation("CP1", cascade: true)
    }
    store.close()
    let database = try Database(path: folder.database, readOnly: true)
    defer { database.close() }
    #expect(try database.number("SELECT count(*) FROM transaction_flags") == 0)
  }
}
