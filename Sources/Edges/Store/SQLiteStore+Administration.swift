extension SQLiteStore {
  /// Changes what operators administer in a database that a server may have open at the same time:
  /// users and API keys, which the server reads again when they changed. What the server's writer
  /// remembers (stations, transactions, meter values) must not be touched.
  ///
  /// It never brings an older database to the newest schema: the server that it belongs to could
  /// not read it any more.
  ///
  /// - Throws: `olderSchema` when that is to be done first; `newerSchema` when a server of another
  ///   version has it open; what `body` throws, or what SQLite says.
  public static func administer<Value>(
    path: String, _ body: (StoreEditor, StoreReader) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    let path = try realPath(path)
    let lock: FolderLock?
    do throws(StoreError) {
      lock = try FolderLock(database: path)
    } catch {
      guard error.code == .inUse else { throw error }
      lock = nil
    }
    defer { withExtendedLifetime(lock) {} }
    let database = try Database(path: path)
    defer { database.close() }
    if lock != nil {
      try Schema.checkIsNewest(database)
      try database.prepareForWriting(StoreOptions())
    } else if try database.number("PRAGMA user_version") != Schema.newest {
      throw StoreError(
        .newerSchema, path: path, "a server of another version has it open",
        advice: "Use the same version of this program.")
    }
    try database.execute("PRAGMA foreign_keys = ON")
    let writer = try LedgerWriter(database: database, onError: { _ in })
    return try writer.edit { (editor) throws(StoreError) in
      try body(editor, StoreReader(database))
    }
  }
}
