internal import CSQLite

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The files of the system, except that what goes into the WAL is gathered, and leaves in large pieces
/// at the latest when SQLite wants it on disk.
///
/// SQLite writes 24 bytes and then a page, for every page of a commit: two calls of the system each.
/// Nobody else looks at these bytes before they are synchronized, because a commit is announced to
/// other connections after that, and this connection reads through the same file. So this is only for
/// connections with `synchronous = FULL`.
enum GatheringFiles {
  /// What SQLite knows it by; nil when it cannot be had, and the system's own files do.
  static let name: String? = install()

  private static let word = "ocpp-gathering"
  /// Touched by one thread at a time: read-only once SQLite knows it.
  nonisolated(unsafe) private static let system = sqlite3_vfs_find(nil)

  private static func install() -> String? {
    guard let system else { return nil }
    // Known to SQLite for the life of the process.
    let files = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    files.initialize(to: system.pointee)
    files.pointee.pNext = nil
    files.pointee.zName = UnsafePointer(strdup(word))
    files.pointee.szOsFile = Int32(offset + MemoryLayout<WALGathering?>.size)
    files.pointee.xOpen = { _, path, file, flags, answered in
      GatheringFiles.open(path, file!, flags, answered)
    }
    return sqlite3_vfs_register(files, 0) == SQLITE_OK ? word : nil
  }

  /// Where a file's `WALGathering` stands: behind what the system keeps of it.
  private static var offset: Int { (Int(system?.pointee.szOsFile ?? 0) + 15) & ~15 }

  private static func open(
    _ path: UnsafePointer<CChar>?, _ file: UnsafeMutablePointer<sqlite3_file>, _ flags: Int32,
    _ answered: UnsafeMutablePointer<Int32>?
  ) -> Int32 {
    guard let system, let open = system.pointee.xOpen else { return SQLITE_CANTOPEN }
    let code = open(system, path, file, flags, answered)
    guard code == SQLITE_OK, flags & SQLITE_OPEN_WAL != 0, let methods = file.pointee.pMethods
    else { return code }
    let gathering = WALGathering(file, methods)
    place(of: file).initialize(to: gathering)
    file.pointee.pMethods = UnsafePointer(gathering.methods)
    return code
  }

  fileprivate static func place(
    of file: UnsafeMutablePointer<sqlite3_file>
  ) -> UnsafeMutablePointer<WALGathering?> {
    (UnsafeMutableRawPointer(file) + offset).assumingMemoryBound(to: WALGathering?.self)
  }

  fileprivate static func gathering(_ file: UnsafeMutablePointer<sqlite3_file>?) -> WALGathering {
    guard let file, let gathering = place(of: file).pointee else {
      preconditionFailure("Only files that were opened here have these methods.")
    }
    return gathering
  }
}

/// What was written to one WAL and is not in its file yet.
private final class WALGathering {
  /// The most that is gathered, in bytes; SQLite's own files take less than 128 KiB at a time.
  private static let capacity = 120 << 10

  private let file: UnsafeMutablePointer<sqlite3_file>
  private let system: sqlite3_io_methods
  /// What SQLite calls: the system's, with ours in front where bytes move.
  let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
  private let bytes = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
  /// Where in the file the gathered bytes belong, and how many they are.
  private var start: Int64 = 0
  private var count = 0

  init(
    _ file: UnsafeMutablePointer<sqlite3_file>, _ system: UnsafePointer<sqlite3_io_methods>
  ) {
    self.file = file
    self.system = system.pointee
    methods.initialize(to: system.pointee)
    methods.pointee.xWrite = { GatheringFiles.gathering($0).write($1!, Int($2), $3) }
    methods.pointee.xRead = { file, room, count, place in
      let gathering = GatheringFiles.gathering(file)
      return gathering.leave { gathering.system.xRead(file, room, count, place) }
    }
    methods.pointee.xSync = { file, flags in
      let gathering = GatheringFiles.gathering(file)
      return gathering.leave { gathering.system.xSync(file, flags) }
    }
    methods.pointee.xFileSize = { file, size in
      let gathering = GatheringFiles.gathering(file)
      return gathering.leave { gathering.system.xFileSize(file, size) }
    }
    methods.pointee.xTruncate = { file, size in
      let gathering = GatheringFiles.gathering(file)
      return gathering.leave { gathering.system.xTruncate(file, size) }
    }
    methods.pointee.xClose = { file in
      let gathering = GatheringFiles.gathering(file)
      let code = gathering.leave { SQLITE_OK }
      let closed = gathering.system.xClose(file)
      GatheringFiles.place(of: file!).deinitialize(count: 1)
      return code == SQLITE_OK ? closed : code
    }
  }

  deinit {
    methods.deallocate()
    bytes.deallocate()
  }

  private func write(_ source: UnsafeRawPointer, _ length: Int, _ place: Int64) -> Int32 {
    if count > 0, place != start + Int64(count) || count + length > Self.capacity {
      let code = leave { SQLITE_OK }
      if code != SQLITE_OK { return code }
    }
    if length > Self.capacity { return system.xWrite(file, source, Int32(length), place) }
    if count == 0 { start = place }
    (bytes + count).copyMemory(from: source, byteCount: length)
    count += length
    return SQLITE_OK
  }

  /// Hands what was gathered to the system, and goes on when it took it. What it refused is dropped,
  /// as SQLite drops the commit.
  private func leave(_ next: () -> Int32) -> Int32 {
    if count > 0 {
      let length = count
      count = 0
      let code = system.xWrite(file, bytes, Int32(length), start)
      if code != SQLITE_OK { return code }
    }
    return next()
  }
}
