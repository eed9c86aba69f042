import Foundation
import Store
import Synchronization

/// Keeps a second server, which has a database of its own, from writing its journal of frames among
/// this one's files and deleting them: a lock on `frames.lock` in the data folder that the system
/// drops when the process ends, however it ends.
final class FramesLock: Sendable {
  private let descriptor: Mutex<Int32>

  /// - Returns: nil when no journal is kept.
  /// - Throws: when another server has the folder, or the file cannot be made.
  init?(_ configuration: ServeConfiguration) throws {
    if configuration.framesDays == 0 { return nil }
    let folder = configuration.data
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw UsageError("The data folder \(folder) cannot be made: \(error.localizedDescription)")
    }
    let path = "\(folder)/frames.lock"
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else {
      throw UsageError("The file \(path) cannot be opened: \(String(cString: strerror(errno))).")
    }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      close(opened)
      throw StoreError(
        .inUse, path: "\(folder)/frames",
        "another server keeps its journal of frames there (\(path) is locked)",
        advice: "Give this one a folder of its own with --data, or no journal with --frames-days 0."
      )
    }
    descriptor = Mutex(opened)
  }

  deinit { release() }

  /// Lets the next one in; again does nothing.
  func release() {
    descriptor.withLock { descriptor in
      if descriptor >= 0 {
        // A child that was just forked, and has not become its program yet, holds the lock too.
        _ = flock(descriptor, LOCK_UN)
        close(descriptor)
      }
      descriptor = -1
    }
  }
}
