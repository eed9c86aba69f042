extension SQLiteStore {
  /// Copies a database into a new file, as it is at one instant, whether a server has it open or not.
  ///
  /// - Returns: the copy's length in bytes.
  /// - Throws: `foreignFile`, `newerSchema`, `diskFull`, `permission`, or what SQLite says.
  public static func backUp(path: String, to target: String) throws(StoreError) -> Int64 {
    // Read-only, so that it neither changes nor closes what a server left after a crash.
    let database = try Database(path: path, readOnly: true)
    defer { database.close() }
    try database.takeRoomForAll()
    guard try Schema.version(of: database) > 0 else {
      throw StoreError(.notFound, path: path, "the database is empty: there is nothing to keep")
    }
    return try database.copyWhole(to: target)
  }

  /// Waits until a file, or what a folder lists, is on the disk.
  public static func makeDurable(_ path: String) throws(StoreError) {
    try Database.makeDurable(path)
  }
}
