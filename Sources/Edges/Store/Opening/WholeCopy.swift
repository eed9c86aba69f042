#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The system's `close`, by another name than the connection's.
private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }

extension Database {
  /// For a connection that goes through everything once: an index is compared with its table's rows
  /// in another order than theirs.
  func takeRoomForAll() throws(StoreError) {
    try execute("PRAGMA cache_size = -\(StoreLimits.wholeCacheKiB)")
  }

  /// Copies everything as it is at one instant into a new file, which has that name only once it is
  /// whole and on the disk. Others may write meanwhile; their WAL grows until the copy is made.
  ///
  /// `VACUUM INTO` and not SQLite's backup interface: that one begins anew with each commit of
  /// another process, and beside a busy server it would never end.
  ///
  /// - Returns: the copy's length in bytes.
  /// - Throws: `diskFull` before anything is written when there is no room; `permission`, or what
  ///   SQLite says.
  func copyWhole(to target: String) throws(StoreError) -> Int64 {
    let temporary = target + ".part"
    // What one that was killed left needs no room.
    unlink(temporary)
    unlink(temporary + "-journal")
    try checkRoom(beside: target)
    // SQLite fills a file that is empty; ours is for its owner's eyes only.
    let made = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard made >= 0 else { throw .refused(temporary) }
    closeDescriptor(made)
    do throws(StoreError) {
      let quoted = temporary.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''")
      try execute("VACUUM INTO '\(quoted)'")
      let copy = try Database(path: temporary)
      defer { copy.close() }
      try CloseMarker.clear(in: copy)
    } catch {
      unlink(temporary)
      throw error
    }
    try Database.makeDurable(temporary)
    guard rename(temporary, target) == 0 else { throw .refused(target) }
    try Database.makeDurable(Database.folder(of: target))
    return SQLiteStore.fileBytes(target)
  }

  private func checkRoom(beside target: String) throws(StoreError) {
    let pages = try number("PRAGMA page_count") ?? 0
    let needed = pages * (try number("PRAGMA page_size") ?? 0) + StoreLimits.copyReserveBytes
    var disk = statvfs()
    guard statvfs(Database.folder(of: target), &disk) == 0 else { return }
    let free = Int64(disk.f_bavail) * Int64(disk.f_frsize)
    if free >= needed { return }
    throw StoreError(
      .diskFull, path: target,
      "there is no room for a copy of the database (\(free >> 20) MiB are free, "
        + "\(needed >> 20) MiB are needed)", advice: "Free some space.")
  }

  /// Waits until a file, or what a folder lists, is on the disk.
  static func makeDurable(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .refused(path) }
    defer { closeDescriptor(descriptor) }
    guard fsync(descriptor) == 0 else { throw .refused(path) }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

extension StoreError {
  /// The system's last refusal of a file.
  static func refused(_ file: String) -> StoreError {
    let reason = String(cString: strerror(errno))
    return StoreError(
      errno == ENOSPC ? .diskFull : .permission, path: file,
      "the file cannot be written (\(reason))",
      advice: "Check that the folder exists, belongs to this user and has room.")
  }
}
