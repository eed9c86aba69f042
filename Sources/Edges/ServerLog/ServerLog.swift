import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How important a line is. Lines below the threshold are not written.
public enum LogLevel: UInt8, Sendable, CaseIterable, Comparable {
  case debug
  case info
  case warning
  case error

  public static func < (left: LogLevel, right: LogLevel) -> Bool { left.rawValue < right.rawValue }

  public var name: String {
    switch self {
    case .debug: "debug"
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// The level of that name, or nil. `warn` is what other programs call a warning.
  public init?(name: String) {
    let name = name.lowercased()
    let level = LogLevel.allCases.first { $0.name == name }
    guard let level = level ?? (name == "warn" ? .warning : nil) else { return nil }
    self = level
  }
}

/// Writes one line per event: time, level, and what happened to what. Passwords, keys and payloads
/// never go in.
public final class ServerLog: Sendable {
  /// Longer lines are cut.
  static let lineLimit = 2000

  private let threshold: LogLevel
  private let sink: @Sendable (String) -> Void
  private let clock: @Sendable () -> Int64
  private let repeated = Mutex(RepeatedLines())

  /// Writes lines of `threshold` and above to standard error, by a queue that never keeps the caller
  /// waiting (`LineQueue`), or to `sink`.
  /// - Parameter clock: monotonic milliseconds; the system's without one.
  public init(
    threshold: LogLevel, sink: (@Sendable (String) -> Void)? = nil,
    clock: (@Sendable () -> Int64)? = nil
  ) {
    self.threshold = threshold
    self.sink = sink ?? Self.standardError
    self.clock = clock ?? Self.monotonic
  }

  /// Whether a line of this level would be written: ask before building an expensive one.
  public func isEnabled(_ level: LogLevel) -> Bool { level >= threshold }

  public func log(_ level: LogLevel, _ message: @autoclosure () -> String) {
    guard isEnabled(level) else { return }
    // A peer's words may be in the message: they must not be able to start a line of their own.
    let text = message().prefix(Self.lineLimit).map { $0.isNewline ? " " : $0 }
    sink(Self.line(level, String(text)))
  }

  static func line(_ level: LogLevel, _ text: String) -> String {
    "\(timestamp()) \(level.name) \(text)"
  }

  public func debug(_ message: @autoclosure () -> String) { log(.debug, message()) }
  public func info(_ message: @autoclosure () -> String) { log(.info, message()) }
  public func warning(_ message: @autoclosure () -> String) { log(.warning, message()) }

  /// The same error again within ten seconds is counted instead, and the next one says how often it came.
  public func error(_ message: @autoclosure () -> String) {
    let text = String(message().prefix(Self.lineLimit))
    guard let leftOut = repeated.withLock({ $0.pass(text, now: clock()) }) else { return }
    log(.error, leftOut == 0 ? text : "\(text) (and \(leftOut) times more before)")
  }

  @Sendable private static func standardError(_ line: String) {
    LineQueue.standardError.add(line + "\n")
  }

  @Sendable static func monotonic() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
  }

  private static func timestamp() -> String {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var parts = tm()
    gmtime_r(&now.tv_sec, &parts)
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date =
      "\(padded(Int(parts.tm_year) + 1900, 4))-\(padded(Int(parts.tm_mon) + 1, 2))-\(padded(Int(parts.tm_mday), 2))"
    let time =
      "\(padded(Int(parts.tm_hour), 2)):\(padded(Int(parts.tm_min), 2)):\(padded(Int(parts.tm_sec), 2))"
    return "\(date)T\(time).\(padded(now.tv_nsec / 1_000_000, 3))Z"
  }
}
