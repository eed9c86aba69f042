public import CSMSCore
public import OCPPJSON
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The durable ledger of the central system on SQLite.
///
/// One thread writes: it takes everything that waits, keeps it in one commit (one wait for the
/// disk), and hands out the receipts. Another thread reads, on a connection of its own that never
/// holds up the writer.
public final class SQLiteStore: FactLedger {
  /// The database file, with links followed; ":memory:" for one that lives as long as the store.
  public let path: String

  let writing: Mailbox<WriterJob>
  /// Nil in memory, where the writer also reads.
  let reading: Mailbox<ReaderJob>?
  let troubles: StoreTrouble
  private let running: Mutex<Running>

  /// What runs until the store is closed.
  private struct Running {
    var lock: FolderLock?
    var threads: [WorkThread] = []
    var checkpointing: Checkpointing?
    /// Of a database that was not closed cleanly.
    var check: IntegrityCheck?
  }

  /// Opens the database, creating or migrating it first, and starts its threads.
  ///
  /// - Throws: `inUse`, `foreignFile`, `newerSchema`, `corrupt`, `permission`, or what else SQLite
  ///   says, always with the file and with what to do next.
  public init(path: String, options: StoreOptions = StoreOptions()) throws(StoreError) {
    let path = try SQLiteStore.realPath(path)
    self.path = path
    // A file that may not grow is an error like a full disk, not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    let isInMemory = path == ":memory:"
    let lock = isInMemory ? nil : try FolderLock(database: path)
    troubles = StoreTrouble(onError: options.onError)
    let (database, check) = try SQLiteStore.prepare(path, options, troubles)
    let writer = try LedgerWriter(
      database: database, troubles: troubles, onError: options.onError)

    if !isInMemory { troubles.watch(StorePlace(database: path)) }
    writing = Mailbox(limit: StoreLimits.inboxEntries)
    let writing = writing
    var checkpointing: Checkpointing?
    if !isInMemory {
      let made = try Checkpointing(path: path, writing: writing, onError: options.onError)
      writer.pace = CheckpointPace(pages: options.checkpointPages, made)
      checkpointing = made
    }
    // Sent whole to the one thread that uses it from here on.
    nonisolated(unsafe) let sentWriter = writer
    let writerThread = WorkThread { SQLiteStore.write(sentWriter, writing) }
    running = Mutex(
      Running(
        lock: lock, threads: [writerThread], checkpointing: checkpointing, check: check))
    if isInMemory {
      reading = nil
      return
    }
    let readBox = Mailbox<ReaderJob>(limit: StoreLimits.inboxEntries)
    reading = readBox
    do throws(StoreError) {
      let reader = StoreReader(try Database(path: path, readOnly: true))
      nonisolated(unsafe) let sentReader = reader
      let readerThread = WorkThread { SQLiteStore.read(sentReader, readBox) }
      running.withLock { $0.threads.append(readerThread) }
    } catch {
      close()
      throw error
    }
  }

  deinit { close() }

  /// Leaves a batch for the next commit.
  ///
  /// `deliver` is called on the writer's thread, and should only pass the receipts on; when more
  /// than `StoreLimits.inboxEntries` wait, or the store is closed, it is called with `failed`
  /// receipts before `record` returns.
  public func record(
    _ batch: [FactEntry], deliver: @escaping @Sendable ([FactReceipt]) -> Void
  ) {
    let posted = writing.post(.facts(batch, deliver), weight: max(batch.count, 1))
    if posted == .taken { return }
    deliver(batch.map { FactReceipt(ticket: $0.ticket, receipt: .failed) })
  }

  /// Tells of the sessions whose connector became Available a while ago and whose stop did not come
  /// (`LedgerLimits.stopGraceMilliseconds`). Facts that come do it as well; call this for when none do.
  public func settleEnds(at now: DateTime) {
    _ = writing.post(.edit({ $0.settle(at: now) }))
  }

  /// Waits until everything recorded before is on disk and delivered.
  public func flush() {
    let done = Mailbox<Void>(limit: 1)
    guard writing.post(.edit({ _ in _ = done.post(()) })) == .taken else { return }
    _ = done.takeAll()
  }

  /// Waits until the look for damage is over, when there is one.
  func finishCheck() {
    let check = running.withLock { $0.check }
    _ = check?.finding(within: .max)
  }

  /// Keeps what still waits, empties the WAL, and closes; again does nothing.
  public func close() {
    let ending = running.withLock { running in
      defer { running = Running() }
      return running
    }
    // First, since SQLite refuses the last checkpoint while another one runs.
    ending.checkpointing?.close()
    ending.check?.close()
    reading?.close()
    switch ending.check?.finding {
    case nil, .sound: _ = writing.post(.edit { $0.markClosed() })
    // The next start looks again.
    case .unfinished: _ = writing.post(.edit { $0.markClosed(isChecked: false) })
    case .damaged: break
    }
    writing.close()
    // The writer ends last, so that it takes the WAL with it; then the lock goes.
    for thread in ending.threads.reversed() { thread.join() }
    withExtendedLifetime(ending.lock) {}
  }
}

/// What the writer's thread is asked to do.
enum WriterJob: Sendable {
  case facts([FactEntry], @Sendable ([FactReceipt]) -> Void)
  case edit(@Sendable (LedgerWriter) -> Void)
}

/// What the reader's thread is asked to do.
typealias ReaderJob = @Sendable (StoreReader) -> Void

extension SQLiteStore {
  /// The writer's thread: groups of batches, and edits between them, in the order they came.
  private static func write(_ writer: LedgerWriter, _ inbox: Mailbox<WriterJob>) {
    while true {
      let jobs = inbox.takeAll()
      if jobs.isEmpty { break }
      var group: [FactEntry] = []
      var deliveries: [(count: Int, deliver: @Sendable ([FactReceipt]) -> Void)] = []
      for job in jobs {
        switch job {
        case .facts(let batch, let deliver):
          if group.isEmpty { group = batch } else { group.append(contentsOf: batch) }
          deliveries.append((batch.count, deliver))
        case .edit(let body):
          keep(writer, &group, &deliveries)
          body(writer)
        }
      }
      keep(writer, &group, &deliveries)
    }
    do throws(StoreError) {
      try writer.database.checkpoint(.truncate)
    } catch {
      writer.onError(error)
    }
    writer.database.close()
  }

  private static func keep(
    _ writer: LedgerWriter, _ group: inout [FactEntry],
    _ deliveries: inout [(count: Int, deliver: @Sendable ([FactReceipt]) -> Void)]
  ) {
    if deliveries.isEmpty { return }
    let receipts = group.isEmpty ? [] : writer.keep(group)
    if deliveries.count == 1 {
      deliveries[0].deliver(receipts)
    } else {
      var start = 0
      for (count, deliver) in deliveries {
        deliver(Array(receipts[start..<start + count]))
        start += count
      }
    }
    group = []
    deliveries = []
  }

  private static func read(_ reader: StoreReader, _ inbox: Mailbox<ReaderJob>) {
    while true {
      let jobs = inbox.takeAll()
      if jobs.isEmpty { break }
      for job in jobs { job(reader) }
    }
    reader.database.close()
  }
}

extension Database {
  /// Sets the connection up for the one writer.
  func prepareForWriting(_ options: StoreOptions) throws(StoreError) {
    // Page size and vacuum only take effect in a file without pages.
    try execute("PRAGMA page_size = \(options.pageSize)")
    try execute("PRAGMA auto_vacuum = NONE")
    try execute("PRAGMA journal_mode = WAL")
    try execute("PRAGMA synchronous = \(options.isDurable ? "FULL" : "OFF")")
    try execute("PRAGMA foreign_keys = ON")
    countWALPages()
    // Debian builds SQLite so that it overwrites deleted rows with zeros: every trimmed page of
    // the meter log would go through the WAL once more.
    try execute("PRAGMA secure_delete = OFF")
    try execute("PRAGMA cache_size = -16384")
    try execute("PRAGMA temp_store = MEMORY")
  }
}
