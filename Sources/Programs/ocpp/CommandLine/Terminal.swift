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
        if count <= 0 { return }
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
