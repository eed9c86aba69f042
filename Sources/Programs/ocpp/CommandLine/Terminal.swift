import ServerLog
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output and standard error. A command that makes a text and ends waits for its reader; one that
/// serves or charges meanwhile does not (`neverWait`).
enum Terminal {
  private static let isQueued = Atomic(false)

  /// From now on what is written goes by a bounded queue (`LineQueue`): who does not read misses lines,
  /// and no loop stands still.
  static func neverWait() { isQueued.store(true, ordering: .releasing) }

  /// Why something that was printed is lost: the first `errno`, or 0. A reader that went away
  /// (EPIPE) has read what it wanted.
  private static let fault = Atomic<Int32>(0)

  /// Says so when something that was printed is lost.
  /// - Returns: whether all of it was written.
  static func isAllWritten() -> Bool {
    let code = fault.load(ordering: .relaxed)
    if code == 0 { return true }
    complain("ocpp: the output could not be written: \(String(cString: strerror(code)))")
    return false
  }

  /// Whether a person is looking.
  static var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 }

  static func print(_ text: String) { put(text + "\n", STDOUT_FILENO) }

  /// Without a line break, for lines that are written again.
  static func write(_ text: String) { put(text, STDOUT_FILENO) }

  static func complain(_ text: String) { put(text + "\n", STDERR_FILENO) }

  private static func put(_ text: String, _ descriptor: Int32) {
    if isQueued.load(ordering: .acquiring) {
      return (descriptor == STDERR_FILENO ? LineQueue.standardError : .standardOutput).add(text)
    }
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = writeSome(descriptor, rest)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 {
          if descriptor == STDOUT_FILENO && errno != EPIPE {
            _ = fault.compareExchange(expected: 0, desired: errno, ordering: .relaxed)
          }
          return
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }

  private static func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}

/// What is wrong with how a command was called.
struct UsageError: Error, Equatable {
  let message: String
  init(_ message: String) { self.message = message }
}
