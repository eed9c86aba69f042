#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lines on their way to a descriptor whose reader may stand still: a pipe that nobody empties, a terminal
/// after Ctrl-S. A thread of its own writes them, so that whoever adds one never waits; when `limit` is
/// reached, lines are left out until the reader is back, and one line says how many.
///
/// The descriptor is not made non-blocking: that would change it for every process that shares it.
///
/// `@unchecked Sendable`: everything that changes is touched under `mutex` only.
public final class LineQueue: @unchecked Sendable {
  /// How many bytes may wait, beside as many that are being written: some 10,000 lines.
  public static let limit = 1 << 20
  /// How long the end of the program waits for a reader who takes nothing, in milliseconds.
  public static let patience: Int64 = 1_000
  /// How long it waits for a reader who takes something now and then, in milliseconds.
  public static let longestEnd: Int64 = 5_000
  /// What a pipe takes in one piece (PIPE_BUF), so that lines of several processes do not mix.
  static let piece = 4096

  private let descriptor: Int32
  private let limit: Int
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private var waiting: [UInt8] = []
  private var isWriting = false
  private var hasThread = false
  private var leftOut = 0
  /// Grows with every piece the reader took.
  private var taken = 0

  /// - Parameter limit: how many bytes may wait.
  public init(descriptor: Int32, limit: Int = LineQueue.limit) {
    self.descriptor = descriptor
    self.limit = limit
    mutex = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  /// A queue lives as long as its thread, which is as long as the process; without one it may go.
  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  public static let standardError = LineQueue(descriptor: STDERR_FILENO)
  /// The same as that of standard error where both are the same file, so that their lines keep their order.
  public static let standardOutput =
    isSameFile(STDOUT_FILENO, STDERR_FILENO)
    ? standardError : LineQueue(descriptor: STDOUT_FILENO)

  /// What is still waiting is written, for as long as `finish` says, before the program ends.
  public static func finishStandard() {
    if standardOutput !== standardError { standardOutput.finish() }
    standardError.finish()
  }

  /// Takes a line, with its line break. Never waits for the reader.
  public func add(_ line: String) {
    locked {
      // Whatever comes after a line that was left out waits for the line that says so: order is kept.
      guard leftOut == 0, waiting.count + line.utf8.count <= limit else { return leftOut += 1 }
      waiting.append(contentsOf: line.utf8)
      if !hasThread {
        hasThread = true
        startThread()
      }
      pthread_cond_broadcast(changed)
    }
  }

  /// Waits until all is written, or the reader took nothing for `patience`, or `longestEnd` is over.
  public func finish() {
    locked {
      let end = Self.now() + Self.longestEnd
      var (last, patient) = (taken, Self.now() + Self.patience)
      while isWriting || !waiting.isEmpty || leftOut > 0 {
        let time = Self.now()
        if taken != last { (last, patient) = (taken, time + Self.patience) }
        guard time < min(end, patient) else { return }
        wait(milliseconds: min(end, patient) - time)
      }
    }
  }

  // MARK: The thread

  private func startThread() {
    let this = Unmanaged.passRetained(self)
    #if canImport(Darwin)
      var thread: pthread_t?
      let code = pthread_create(
        &thread, nil,
        { raw in
          Unmanaged<LineQueue>.fromOpaque(raw).takeUnretainedValue().work()
          return nil
        }, this.toOpaque())
      if let thread { pthread_detach(thread) }
    #else
      var thread = pthread_t()
      let code = pthread_create(
        &thread, nil,
        { raw in
          Unmanaged<LineQueue>.fromOpaque(raw!).takeUnretainedValue().work()
          return nil
        }, this.toOpaque())
      if code == 0 { pthread_detach(thread) }
    #endif
    precondition(code == 0, "The system refused a thread.")
  }

  private func work() {
    // Signals are for those who wait for them.
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
    var lines: [UInt8] = []
    while true {
      lines.removeAll(keepingCapacity: lines.count <= Self.piece * 4)
      take(&lines)
      lines.withUnsafeBytes { write($0) }
    }
  }

  /// Waits for lines and takes all, and says after them how many were left out.
  private func take(_ lines: inout [UInt8]) {
    locked {
      isWriting = false
      pthread_cond_broadcast(changed)
      while waiting.isEmpty && leftOut == 0 { pthread_cond_wait(changed, mutex) }
      isWriting = true
      swap(&lines, &waiting)
      guard leftOut > 0 else { return }
      let text = "lines left out here because nobody read them in time: \(leftOut)"
      lines.append(contentsOf: (ServerLog.line(.warning, text) + "\n").utf8)
      leftOut = 0
    }
  }

  /// Whole lines, as many at a time as a pipe takes in one piece. A reader who has gone is nobody's loss.
  private func write(_ lines: UnsafeRawBufferPointer) {
    var rest = lines
    while !rest.isEmpty {
      let count = writeSome(UnsafeRawBufferPointer(rebasing: rest[..<Self.firstPiece(of: rest)]))
      if count < 0 && errno == EINTR { continue }
      if count < 0 && errno == EAGAIN {
        // Another process has made the descriptor non-blocking.
        var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&room, 1, -1)
        continue
      }
      if count <= 0 { return }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      locked {
        taken += 1
        pthread_cond_broadcast(changed)
      }
    }
  }

  /// How much of it goes first: lines that fit into a piece, or else one.
  static func firstPiece(of lines: UnsafeRawBufferPointer) -> Int {
    if lines.count <= piece { return lines.count }
    if let last = lines[..<piece].lastIndex(of: 0x0A) { return last + 1 }
    return lines[piece...].firstIndex(of: 0x0A).map { $0 + 1 } ?? lines.count
  }

  private func writeSome(_ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  // MARK: Waiting

  private func locked(_ body: () -> Void) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    body()
  }

  /// Until something changed, or the time is over. Holds the mutex before and after.
  private func wait(milliseconds: Int64) {
    var until = timespec()
    clock_gettime(CLOCK_REALTIME, &until)
    let nanoseconds = Int64(until.tv_nsec) + milliseconds % 1000 * 1_000_000
    until.tv_sec += Int(milliseconds / 1000 + nanoseconds / 1_000_000_000)
    until.tv_nsec = Int(nanoseconds % 1_000_000_000)
    pthread_cond_timedwait(changed, mutex, &until)
  }

  /// Monotonic milliseconds.
  private static func now() -> Int64 { ServerLog.monotonic() }

  private static func isSameFile(_ one: Int32, _ other: Int32) -> Bool {
    var (first, second) = (stat(), stat())
    return fstat(one, &first) == 0 && fstat(other, &second) == 0
      && first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
