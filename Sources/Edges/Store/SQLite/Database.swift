internal import CSQLite

/// One SQLite connection; used by one thread at a time.
final class Database {
  let path: String
  let handle: OpaquePointer
  private var fixed: [UInt: Statement] = [:]
  private var composed: [String: Statement] = [:]
  private var isOpen = true
  private let walPageCount: UnsafeMutablePointer<Int32>

  /// - Parameter gathersWAL: for a connection that writes with `synchronous = FULL`.
  init(
    path: String, readOnly: Bool = false, gathersWAL: Bool = false
  ) throws(StoreError) {
    self.path = path
    _ = Database.configured
    var handle: OpaquePointer?
    let flags =
      (readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
      | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(path, &handle, flags, gathersWAL ? GatheringFiles.name : nil)
    guard let handle else {
      throw StoreError(.sqlite, path: path, "there is no memory to open the database")
    }
    if code != SQLITE_OK {
      let error = StoreError(sqlite: handle, path: path)
      sqlite3_close_v2(handle)
      throw error
    }
    self.handle = handle
    walPageCount = .allocate(capacity: 1)
    walPageCount.initialize(to: 0)
    csqlite_quote_names_only(handle)
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, StoreLimits.busyMilliseconds)
  }

  deinit {
    close()
    walPageCount.deallocate()
  }

  /// Before the first connection of the process; later it would change nothing.
  private static let configured = csqlite_count_no_memory() == SQLITE_OK

  /// Finalizes the statements and closes the connection; again does nothing.
  func close() {
    guard isOpen else { return }
    isOpen = false
    for statement in fixed.values { statement.finalize() }
    for statement in composed.values { statement.finalize() }
    fixed = [:]
    composed = [:]
    sqlite3_close_v2(handle)
  }

  /// Runs SQL that answers nothing, several statements too.
  func execute(_ sql: String) throws(StoreError) {
    if sqlite3_exec(handle, sql, nil, nil, nil) != SQLITE_OK {
      throw StoreError(sqlite: handle, path: path)
    }
  }

  /// The prepared statement for a literal, kept for the life of the connection; ready to bind.
  func statement(_ sql: StaticString) throws(StoreError) -> Statement {
    let key = UInt(bitPattern: sql.utf8Start)
    if let statement = fixed[key] { return statement.ready() }
    let statement = try Statement(self, sql.description)
    fixed[key] = statement
    return statement
  }

  /// The prepared statement for SQL put together at run time.
  func statement(composed sql: String) throws(StoreError) -> Statement {
    if let statement = composed[sql] { return statement.ready() }
    if composed.count >= StoreLimits.composedStatements {
      for statement in composed.values { statement.finalize() }
      composed = [:]
    }
    let statement = try Statement(self, sql)
    composed[sql] = statement
    return statement
  }

  /// The first column of the first row of a query, or nil.
  func number(_ sql: StaticString) throws(StoreError) -> Int64? {
    let statement = try statement(sql)
    defer { statement.reset() }
    return try statement.step() ? statement.optionalInt64(0) : nil
  }

  /// Runs `body` in one transaction that takes the write lock at once.
  func transaction<Value>(
    _ body: () throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    try statement("BEGIN IMMEDIATE").run()
    do throws(StoreError) {
      let value = try body()
      try statement("COMMIT").run()
      return value
    } catch {
      rollBack()
      throw error
    }
  }

  /// Undoes the open transaction, if there is one.
  func rollBack() {
    for statement in fixed.values { statement.reset() }
    if sqlite3_get_autocommit(handle) == 0 { _ = sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
  }

  enum Checkpoint {
    /// Copies what it can of the WAL without waiting for anyone.
    case passive
    /// Waits for readers, copies the whole WAL and empties it.
    case truncate
  }

  func checkpoint(_ kind: Checkpoint) throws(StoreError) {
    let mode = kind == .passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE
    let code = sqlite3_wal_checkpoint_v2(handle, nil, mode, nil, nil)
    if code == SQLITE_OK || (kind == .passive && code & 0xFF == SQLITE_BUSY) { return }
    throw StoreError(sqlite: handle, path: path)
  }

  /// Counts the WAL's pages after each commit, instead of letting SQLite checkpoint by itself.
  func countWALPages() {
    sqlite3_wal_hook(
      handle,
      { context, _, _, pages in
        context?.assumingMemoryBound(to: Int32.self).pointee = pages
        return SQLITE_OK
      }, walPageCount)
  }

  /// The length of the WAL after this connection's last commit.
  var walPages: Int { Int(walPageCount.pointee) }

  /// The text of everything prepared so far.
  var preparedSQL: [String] {
    var texts: [String] = []
    var statement = sqlite3_next_stmt(handle, nil)
    while let found = statement {
      if let text = sqlite3_sql(found) { texts.append(String(cString: text)) }
      statement = sqlite3_next_stmt(handle, found)
    }
    return texts
  }

  /// How many instructions SQLite has run for what is prepared: work that can be compared exactly, where
  /// times cannot.
  var instructions: Int {
    var sum = 0
    var statement = sqlite3_next_stmt(handle, nil)
    while let found = statement {
      sum += Int(sqlite3_stmt_status(found, SQLITE_STMTSTATUS_VM_STEP, 0))
      statement = sqlite3_next_stmt(handle, found)
    }
    return sum
  }

  /// The rows the last statement changed.
  var changes: Int { Int(sqlite3_changes(handle)) }
  var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }
}

extension StoreError {
  /// The connection's last error in this project's words.
  init(sqlite handle: OpaquePointer, path: String) {
    let extended = sqlite3_extended_errcode(handle)
    let said = String(cString: sqlite3_errmsg(handle))
    switch extended & 0xFF {
    case SQLITE_FULL:
      self.init(
        .diskFull, path: path, "the disk is full",
        advice: "Free some space; nothing that was acknowledged is lost.")
    case SQLITE_BUSY, SQLITE_LOCKED:
      self.init(
        .locked, path: path, "another program holds the database",
        advice: "Close it, a database browser perhaps.")
    case SQLITE_CORRUPT:
      self = .damaged(path, said)
    case SQLITE_NOTADB:
      self.init(
        .corrupt, path: path, "this file is not an SQLite database",
        advice: "Move it away, or choose another data folder.")
    case SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_AUTH:
      self.init(
        .permission, path: path, "the database cannot be opened for writing (\(said))",
        advice: "Check that the folder exists and belongs to the user who runs the server.")
    case SQLITE_IOERR:
      self.init(
        .inputOutput, path: path, "the disk failed (\(said), \(extended))",
        advice: "Look at the system's log for errors of the disk.")
    case SQLITE_CONSTRAINT:
      self.init(.constraint, path: path, "a rule of the schema refused it (\(said))")
    default:
      self.init(.sqlite, path: path, "SQLite refused (\(said), \(extended))")
    }
  }
}
