#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Which files a store has open, to notice when their names lead elsewhere: a deleted folder's files go
/// on being written to, and are gone with the process.
struct StorePlace: Sendable {
  private struct File {
    var path: String
    var device: UInt64
    var inode: UInt64
  }

  private let database: String
  private let files: [File]

  /// - Parameter path: of the database, which is open; its WAL and lock are watched too.
  init(database path: String) {
    database = path
    files = ["", "-wal", "-shm", ".lock"].compactMap { StorePlace.file(path + $0) }
  }

  /// What happened when one of the files is no longer where it was. Some microseconds.
  var loss: StoreError? {
    for file in files {
      let now = StorePlace.file(file.path)
      if now?.inode == file.inode && now?.device == file.device { continue }
      // Whoever may not look, or cannot for a moment, knows nothing.
      if now == nil && errno != ENOENT && errno != ENOTDIR { continue }
      let what = now == nil ? "deleted or moved away" : "replaced by another file"
      return StoreError(
        .gone, path: database,
        "\(file.path) was \(what) while the server ran, so nothing is acknowledged any more until "
          + "a restart",
        advice: "Stop the server. Move the folder back if it was moved, restore a backup if it was "
          + "deleted (docs/operating.md), and start it again.")
    }
    return nil
  }

  private static func file(_ path: String) -> File? {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    return File(path: path, device: UInt64(found.st_dev), inode: UInt64(found.st_ino))
  }
}
