/// Copies the WAL into the database while the writer goes on.
///
/// A checkpoint of a thousand pages takes some milliseconds, which every answer behind it would
/// wait for. So this thread, on a connection of its own, copies what is there, and the writer only
/// the few pages that came meanwhile; when it next writes, the WAL starts over.
final class Checkpointing: Sendable {
  private let due = Mailbox<Void>(limit: 1)
  private let thread: WorkThread

  init(
    path: String, writing: Mailbox<WriterJob>, onError: @escaping @Sendable (StoreError) -> Void
  ) throws(StoreError) {
    let database = try Database(path: path)
    try database.execute("PRAGMA synchronous = FULL")
    // Sent whole to the one thread that uses it from here on.
    nonisolated(unsafe) let sent = database
    let due = due
    thread = WorkThread {
      while !due.takeAll().isEmpty {
        do throws(StoreError) {
          try sent.checkpoint(.passive)
        } catch {
          onError(error)
        }
        _ = writing.post(.edit { $0.finishCheckpoint() })
      }
      sent.close()
    }
  }

  /// The WAL has grown by another `checkpointPages`.
  func request() { _ = due.post(()) }

  /// Ends after the checkpoint that is going on.
  func close() {
    due.close()
    thread.join()
  }
}

/// When the writer asks for the next checkpoint.
struct CheckpointPace {
  private let pages: Int
  private let request: @Sendable () -> Void
  private var isRunning = false
  /// The WAL's length when the last one was over.
  private var base = 0

  init(pages: Int, request: @escaping @Sendable () -> Void) {
    self.pages = pages
    self.request = request
  }

  /// After a commit that left the WAL this long.
  mutating func committed(walPages: Int) {
    // The WAL has started over.
    if walPages < base { base = 0 }
    guard !isRunning, walPages - base >= pages else { return }
    isRunning = true
    request()
  }

  mutating func finished(walPages: Int) {
    isRunning = false
    base = walPages
  }
}

extension LedgerWriter {
  /// Copies what the background checkpoint left, so that the WAL can start over.
  func finishCheckpoint() {
    do throws(StoreError) {
      try database.checkpoint(.passive)
    } catch {
      onError(error)
    }
    pace?.finished(walPages: database.walPages)
  }
}
