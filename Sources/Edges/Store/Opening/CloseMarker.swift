/// Whether the database was closed by the one who wrote it: a row in `counters`, 1 from the start of
/// a store to its orderly end, then 0; or 2 when the look for damage was not finished by then.
///
/// It stands in the database file itself, not only in the WAL, so that a copy of the file alone
/// knows that it was made of a running server.
enum CloseMarker {
  /// - Returns: whether a store was open when this file was last written; false in one that no
  ///   version with this marker had open.
  static func isSet(in database: Database) throws(StoreError) -> Bool {
    try database.number("SELECT value FROM counters WHERE name = 'in_use'") == 1
  }

  /// - Parameter hasReaders: whether the WAL is being read; if not, it is left empty.
  static func set(in database: Database, hasReaders: Bool) throws(StoreError) {
    if try isSet(in: database) { return }
    try database.execute("INSERT OR REPLACE INTO counters VALUES ('in_use', 1)")
    try database.checkpoint(hasReaders ? .passive : .truncate)
  }

  /// Whether it was closed in order, and yet is to be looked through.
  static func isUnchecked(in database: Database) throws(StoreError) -> Bool {
    try database.number("SELECT value FROM counters WHERE name = 'in_use'") == 2
  }

  static func clear(in database: Database) throws(StoreError) {
    try database.execute("UPDATE counters SET value = 0 WHERE name = 'in_use'")
  }
}

extension LedgerWriter {
  /// The orderly end: the next start need not look for damage.
  func markClosed(isChecked: Bool = true) {
    guard troubles.error == nil else { return }
    if !isChecked {
      try? database.execute("UPDATE counters SET value = 2 WHERE name = 'in_use'")
      return
    }
    // What fails here fails for the last checkpoint too, which says so; the next start then looks.
    try? CloseMarker.clear(in: database)
  }
}
