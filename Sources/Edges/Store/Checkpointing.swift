/// Copies the WAL into the database while the writer goes on.
///
/// A checkpoint of a thousand pages takes some milliseconds, which every answer behind it would
/// wait for. So this thread, on a connection of its own, copies what is there, and the writer only
/// the few pages that came meanwhile; when it next writes, the WAL starts over.
final class Checkpointing: Sendable {
  /// The numbers of the checkpoints to do.
  private let due = Mailbox<UInt64>(limit: 1)
  /// The numbers of those that are done.
  private let done = Mailbox<UInt64>(limit: 1)
  private let thread: WorkThread

  init(
    path: String, writing: Mailbox<WriterJob>, onError: @escaping @Sendable (StoreError) -> Void
  ) throws(StoreError) {
    let database = try Database(path: path)
    try database.execute("PRAGMA synchronous = FULL")
    // Sent whole to the one thread that uses it from here on.
    nonisolated(unsafe) let sent = database
    let (due, done) = (due, done)
    thread = WorkThread {
      while let number = due.takeAll().last {
        do throws(StoreError) {
          try sent.checkpoint(.passive)
        } catch {
          onError(error)
        }
        _ = done.post(number)
        _ = writing.post(.edit { $0.finishCheckpoint(number, hasWaited: false) })
      }
      sent.close()
      done.close()
    }
  }

  /// The WAL has grown by another `checkpointPages`.
  func request(_ number: UInt64) { _ = due.post(number) }

  /// Waits until the checkpoint is done, or none will be any more.
  func wait(for number: UInt64) {
    while let latest = done.takeAll().last, latest < number {}
  }

  /// Ends after the checkpoint that is going on.
  func close() {
    due.close()
    thread.join()
  }
}

/// When the writer asks for the next checkpoint, and when it waits for one.
struct CheckpointPace {
  private let pages: Int
  private let checkpointing: Checkpointing
  /// Of the checkpoint that is under way, or of the last one.
  private var number: UInt64 = 0
  private var isRunning = false
  /// The WAL's length when the last one was over.
  private var base = 0

  init(pages: Int, _ checkpointing: Checkpointing) {
    self.pages = pages
    self.checkpointing = checkpointing
  }

  /// After a commit that left the WAL this long. The number of the checkpoint that fell so far
  /// behind that it had to be waited for, and now is to be finished.
  mutating func committed(walPages: Int) -> UInt64? {
    // The WAL has started over.
    if walPages < base { base = 0 }
    let growth = walPages - base
    if isRunning {
      guard growth >= pages * StoreLimits.checkpointLag else { return nil }
      checkpointing.wait(for: number)
      return number
    }
    if growth >= pages {
      isRunning = true
      number += 1
      checkpointing.request(number)
    }
    return nil
  }

  /// Whether this checkpoint is the one under way; it is over then.
  mutating func finish(_ finished: UInt64, hasWaited: Bool) -> Bool {
    guard isRunning, finished == number else { return false }
    isRunning = false
    // Its number is there already: taken, so that they do not pile up.
    if !hasWaited { checkpointing.wait(for: number) }
    return true
  }

  mutating func settled(walPages: Int) { base = walPages }
}

extension LedgerWriter {
  /// Copies what the background checkpoint left, so that the WAL can start over. Nothing happens
  /// when that has been done already.
  func finishCheckpoint(_ number: UInt64, hasWaited: Bool) {
    guard pace?.finish(number, hasWaited: hasWaited) == true else { return }
    do throws(StoreError) {
      try database.checkpoint(.passive)
    } catch {
      onError(error)
    }
    pace?.settled(walPages: database.walPages)
  }
}
