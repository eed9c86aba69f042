internal import CSQLite
internal import OCPPJSON
internal import Synchronization

/// Looks through every table for damage, on a thread and a connection of its own: whether its pages
/// hang together, and whether its indexes have what the table has. SQLite's quick_check leaves out
/// the latter, and that is where a copied folder breaks: a start that is not in `transactions_start`
/// is billed twice when the station sends it again.
///
/// Table by table, so that no read transaction keeps the WAL from starting over for longer than
/// one table takes.
final class IntegrityCheck: Sendable {
  enum Finding: Sendable {
    case sound
    case damaged(StoreError)
    /// It was ended, or something else than damage kept it from looking.
    case unfinished(StoreError?)
  }

  // Used by the check's thread alone, and closed when that has ended; only the interruption comes
  // from outside, which SQLite allows on an open connection.
  nonisolated(unsafe) private let database: Database
  private let thread: WorkThread
  private let state: State

  private final class State: Sendable {
    let isEnding = Atomic<Bool>(false)
    let finding = Mutex<Finding?>(nil)
    let found = Mailbox<Void>(limit: 1)
  }

  /// Begins to look.
  ///
  /// - Parameter deliver: told on the check's thread what was found, and after how many milliseconds.
  init(
    path: String, deliver: @escaping @Sendable (Finding, Int64) -> Void
  ) throws(StoreError) {
    let database = try Database(path: path, readOnly: true)
    try database.takeRoomForAll()
    let state = State()
    self.database = database
    self.state = state
    // Sent whole to the thread; see above.
    nonisolated(unsafe) let sent = database
    thread = WorkThread {
      let began = ContinuousClock.now
      let finding = IntegrityCheck.look(through: sent, state)
      // The connection stays open until the end; what it remembers is not needed any more.
      try? sent.execute("PRAGMA shrink_memory")
      state.finding.withLock { $0 = finding }
      let (seconds, attoseconds) = (ContinuousClock.now - began).components
      deliver(finding, seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
      _ = state.found.post(())
    }
  }

  deinit { close() }

  /// What was found, at the latest after so long; nil when it goes on.
  func finding(within milliseconds: Int64) -> Finding? {
    state.found.wait(milliseconds: milliseconds)
    return finding
  }

  /// What was found so far.
  var finding: Finding? { state.finding.withLock { $0 } }

  /// Ends it, finished or not; again does nothing.
  func close() {
    if state.isEnding.exchange(true, ordering: .sequentiallyConsistent) { return }
    sqlite3_interrupt(database.handle)
    thread.join()
    database.close()
  }

  private static func look(through database: Database, _ state: State) -> Finding {
    do throws(StoreError) {
      for table in try tables(of: database) {
        if state.isEnding.load(ordering: .sequentiallyConsistent) { return .unfinished(nil) }
        if let damage = try damage(of: table, in: database) {
          return .damaged(.damaged(database.path, damage))
        }
      }
      return .sound
    } catch {
      if error.code == .corrupt { return .damaged(error) }
      let isEnding = state.isEnding.load(ordering: .sequentiallyConsistent)
      return .unfinished(isEnding ? nil : error)
    }
  }

  /// What money depends on first.
  private static func tables(of database: Database) throws(StoreError) -> [String] {
    let query = try database.statement(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
      ORDER BY name NOT IN ('transactions', 'charge_sessions'), name
      """)
    defer { query.reset() }
    var names: [String] = []
    while try query.step() { names.append(query.text(0).description) }
    return names
  }

  /// The first thing that is wrong with a table or its indexes, in SQLite's words.
  private static func damage(
    of table: String, in database: Database
  ) throws(StoreError) -> String? {
    let query = try Statement(database, "PRAGMA integrity_check(\"\(table)\")")
    defer { query.finalize() }
    guard try query.step() else { return nil }
    let said = query.text(0).description
    return said == "ok" ? nil : "\(table): \(said)"
  }
}

extension StoreError {
  static func damaged(_ path: String, _ what: String) -> StoreError {
    let line = what.split(whereSeparator: \.isNewline).joined(separator: ", ")
    return StoreError(
      .corrupt, path: path, "the database is damaged (\(line))",
      advice: "Stop the server and restore a backup; docs/operating.md says how, and what else can "
        + "be tried.")
  }

  /// What a running server says of damage that a commit or a query came upon.
  static func damaged(_ path: String, by error: StoreError) -> StoreError {
    var damage = damaged(path, "")
    damage.message = "\(error.message), so nothing is acknowledged any more until a restart"
    return damage
  }
}
