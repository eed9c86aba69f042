internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension SQLiteStore {
  /// Opens the database for the writer: recognized, looked through when it was not closed cleanly,
  /// on the newest schema, and marked as open.
  ///
  /// - Returns: also the check, when there is one; it may still go on.
  static func prepare(
    _ path: String, _ options: StoreOptions, _ troubles: StoreTrouble
  ) throws(StoreError) -> (Database, IntegrityCheck?) {
    let isInMemory = path == ":memory:"
    let isCopy = !isInMemory && access(path + "-wal", F_OK) != 0
    let hadWAL = !isInMemory && fileBytes(path + "-wal") > 0
    let database = try Database(path: path, gathersWAL: options.isDurable)
    try database.prepareForWriting(options)
    let version = try Schema.version(of: database)
    var check: IntegrityCheck?
    if !isInMemory, version > 0 {
      let wasOpen = try CloseMarker.isSet(in: database)
      if wasOpen && isCopy { options.onNotice(missingWAL(path)) }
      let isUnchecked = try CloseMarker.isUnchecked(in: database)
      if wasOpen || hadWAL || isUnchecked {
        let isUpgrade = version < Schema.newest
        check = try lookForDamage(path, options, troubles, untilDone: isUpgrade)
      }
    }
    try Schema.migrate(database, from: version, options)
    if !isInMemory { try CloseMarker.set(in: database, hasReaders: check != nil) }
    return (database, check)
  }

  /// Waits for the check as long as a start may take, and lets it go on after that.
  ///
  /// - Throws: `corrupt` when damage was found in that time.
  private static func lookForDamage(
    _ path: String, _ options: StoreOptions, _ troubles: StoreTrouble, untilDone: Bool
  ) throws(StoreError) -> IntegrityCheck {
    let isLate = Flag()
    let check = try IntegrityCheck(path: path) { finding, milliseconds in
      switch finding {
      case .sound:
        if isLate.value.load(ordering: .sequentiallyConsistent) {
          options.onNotice("no damage was found, after \(milliseconds) ms")
        }
      case .damaged(let error):
        if isLate.value.load(ordering: .sequentiallyConsistent) { troubles.stay(error) }
      case .unfinished(let error):
        if let error { options.onError(error) }
      }
    }
    var finding = check.finding(within: options.checkMilliseconds)
    if finding == nil {
      isLate.value.store(true, ordering: .sequentiallyConsistent)
      options.onNotice(
        "\(path) was not closed cleanly and is being looked through for damage; "
          + (untilDone ? "the upgrade waits for it" : "the server starts meanwhile"))
      finding = untilDone ? check.finding(within: .max) : check.finding
    }
    if case .damaged(let error) = finding { throw error }
    return check
  }

  private static func missingWAL(_ path: String) -> String {
    "\(path) was not closed cleanly, and there is no \(path)-wal beside it. After `sqlite3 FILE`, "
      + "its `.backup` or `ocpp admin` that is as it should be; when it was copied without that file, what was "
      + "written last is missing (docs/operating.md)"
  }

  /// A file's length; 0 when it is not there.
  static func fileBytes(_ path: String) -> Int64 {
    var found = stat()
    return stat(path, &found) == 0 ? Int64(found.st_size) : 0
  }
}

/// Raised once, on one thread, for others to see.
private final class Flag: Sendable {
  let value = Atomic<Bool>(false)
}
