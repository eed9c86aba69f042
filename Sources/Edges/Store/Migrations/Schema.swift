/// Recognizes a database file as ours and brings it to the newest schema.
enum Schema {
  /// "OCPP" in the file's header, where `file` and others look for it.
  static let applicationId: Int64 = 0x4F43_5050

  /// Migration n takes `user_version` from n - 1 to n. Never change one that was released.
  static let migrations = [
    Migration0001.sql, Migration0002.sql, Migration0006.sql, Migration0005.sql, Migration0003.sql,
    Migration0007.sql, Migration0004.sql, Migration0008.sql, Migration0009.sql, Migration0012.sql,
    Migration0010.sql, Migration0011.sql, Migration0013.sql, Migration0014.sql,
    Migration0015.sql, Migration0016.sql, Migration0017.sql, Migration0018.sql,
  ]

  /// The schema this program writes.
  static var newest: Int64 { Int64(migrations.count) }

  /// Brings a database to the newest schema. What stood in it before is kept beside it first, as
  /// `<database>.before-<schema>`, since no older version reads it afterwards.
  ///
  /// - Throws: `diskFull` when there is no room for that copy, or what SQLite says.
  static func migrate(
    _ database: Database, from version: Int64, _ options: StoreOptions
  ) throws(StoreError) {
    guard version < newest else { return }
    if version > 0 {
      if options.keepsCopyBeforeUpgrade { try UpgradeCopy.make(of: database, options.onNotice) }
      options.onNotice("\(database.path) goes from schema \(version) to \(newest)")
    }
    try database.transaction { () throws(StoreError) in
      for sql in migrations[Int(version)...] { try database.execute(sql) }
      try database.execute("PRAGMA application_id = \(applicationId)")
      try database.execute("PRAGMA user_version = \(newest)")
    }
  }

  /// For those who change what is in a database, and not what it is like.
  ///
  /// - Throws: `olderSchema`, `foreignFile`, `newerSchema`, or what SQLite says.
  static func checkIsNewest(_ database: Database) throws(StoreError) {
    let version = try version(of: database)
    if version == newest { return }
    let what = version == 0 ? "it is empty" : "an older version of this program wrote it"
    throw StoreError(
      .olderSchema, path: database.path,
      "\(what) (schema \(version), this one writes \(newest))",
      advice: "Start the server of this version once, which upgrades it, or use the older version.")
  }

  /// The schema of a database; 0 of an empty one.
  ///
  /// - Throws: `foreignFile`, `newerSchema`, or what SQLite says.
  static func version(of database: Database) throws(StoreError) -> Int64 {
    let owner = try database.number("PRAGMA application_id") ?? 0
    let version = try database.number("PRAGMA user_version") ?? 0
    let tables = try database.number("SELECT count(*) FROM sqlite_schema") ?? 0
    let isEmpty = owner == 0 && version == 0 && tables == 0
    guard owner == applicationId || isEmpty else {
      throw StoreError(
        .foreignFile, path: database.path, "this SQLite database belongs to another program",
        advice: "Move it away, or choose another data folder.")
    }
    guard version <= newest else {
      throw StoreError(
        .newerSchema, path: database.path,
        "a newer version of this program wrote it (schema \(version), this one knows \(newest))",
        advice: "Run that version, or put back what was there before the upgrade: it is in "
          + "\(UpgradeCopy.path(of: database.path, before: version)), unless it was taken away "
          + "(docs/operating.md).")
    }
    return version
  }
}
