public import OCPPJSON
import Synchronization

/// A clock that stands still until somebody moves it.
public final class TestClock: Sendable {
  /// 2026-01-02T03:04:05.678Z.
  public static let start = DateTime(milliseconds: 1_767_323_045_678)

  private let time = Mutex(TestClock.start)
  private let steady = Mutex<UInt64>(1_000_000)

  public init() {}

  public var now: DateTime { time.withLock { $0 } }

  public func advance(milliseconds: Int64) {
    time.withLock { $0.milliseconds += milliseconds }
    steady.withLock { $0 += UInt64(max(0, milliseconds)) }
  }

  /// Sets the wall clock, as an administrator or a time server does; no time passes.
  public func set(by milliseconds: Int64) {
    time.withLock { $0.milliseconds += milliseconds }
  }

  /// Milliseconds of a clock that nobody sets.
  public var steadyMilliseconds: UInt64 { steady.withLock { $0 } }
}
