#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Keeps two servers from opening the same data: an advisory lock on `<database>.lock` that the
/// system drops when the process ends, however it ends.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// - Parameter path: the database's real path: it locks by name.
  /// - Throws: `inUse` when another store holds it, `permission` when the database has a second name or the file
  ///   cannot be made.
  init(database path: String) throws(StoreError) {
    let lockPath = path + ".lock"
    let locked = try FolderLock.make(lockPath)
    guard flock(locked, LOCK_EX | LOCK_NB) == 0 else {
      close(locked)
      throw StoreError(
        .inUse, path: path, "another server has it open (\(lockPath) is locked)",
        advice: "Stop that server, or choose another data folder.")
    }
    do throws(StoreError) {
      // Only under the lock and before SQLite opens it: closing a descriptor drops every lock
      // this process has on the file.
      let file = try FolderLock.make(path)
      var found = stat()
      let names = fstat(file, &found) == 0 ? Int(found.st_nlink) : 1
      close(file)
      if names > 1 { throw .linked(path, names) }
    } catch {
      close(locked)
      throw error
    }
    descriptor = locked
  }

  /// Opens or creates a file for its owner only: credentials and charging histories are nobody
  /// else's business. SQLite gives its WAL the rights of the database.
  private static func make(_ file: String) throws(StoreError) -> Int32 {
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw StoreError(
        .permission, path: file, "the file cannot be opened (\(reason))",
        advice: "Check that the folder exists and belongs to the user who runs the server.")
    }
    return descriptor
  }

  deinit {
    // A child that was just forked, and has not become its program yet, holds the lock too.
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
