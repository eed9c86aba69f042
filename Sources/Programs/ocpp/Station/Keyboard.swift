import Network
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal without echo and line editing, and its keys one by one. What it was before is restored
/// by `restore`, also when the program ends by `exit`.
final class Keyboard: Sendable {
  /// What the terminal was before; nil when there is nothing to restore. Global, because `atexit`
  /// takes no context.
  private static let before = Mutex<termios?>(nil)

  /// - Parameters:
  ///   - key: on the loop's thread: each byte, one after the other; nil at the end of input.
  init(loop: EventLoop, key: @escaping @Sendable (UInt8?) -> Void) throws(UsageError) {
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else {
      throw UsageError("standard input is no terminal.")
    }
    Keyboard.before.withLock { $0 = settings }
    atexit { Keyboard.restore() }
    // Ctrl-C stays a signal.
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    Keyboard.read(loop, key)
  }

  static func restore() {
    before.withLock { before in
      guard var settings = before else { return }
      tcsetattr(STDIN_FILENO, TCSANOW, &settings)
      before = nil
    }
  }

  /// Reading a terminal blocks, so it has a thread of its own; it ends with the program.
  private static func read(_ loop: EventLoop, _ key: @escaping @Sendable (UInt8?) -> Void) {
    final class Context {
      let loop: EventLoop
      let key: @Sendable (UInt8?) -> Void
      init(_ loop: EventLoop, _ key: @escaping @Sendable (UInt8?) -> Void) {
        self.loop = loop
        self.key = key
      }
    }
    let context = Unmanaged.passRetained(Context(loop, key)).toOpaque()
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    pthread_create(
      &thread, nil,
      { context in
        #if canImport(Glibc)
          let pointer = context!
        #else
          let pointer = context
        #endif
        let reader = Unmanaged<Context>.fromOpaque(pointer).takeRetainedValue()
        let key = reader.key
        var byte: UInt8 = 0
        while true {
          let count = posixRead(&byte)
          if count < 0 && errno == EINTR { continue }
          let found: UInt8? = count == 1 ? byte : nil
          guard reader.loop.execute({ key(found) }), found != nil else { return nil }
        }
      }, context)
  }

  /// How many columns a line may have.
  static var width: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
      ? Int(size.ws_col) : 80
  }
}

private func posixRead(_ byte: inout UInt8) -> Int {
  #if canImport(Glibc)
    Glibc.read(STDIN_FILENO, &byte, 1)
  #else
    Darwin.read(STDIN_FILENO, &byte, 1)
  #endif
}
