public import OCPPJSON
import Synchronization

/// A clock that stands still until somebody moves it.
public final class TestClock: Sendable {
  /// 2026-01-02T03:04:05.678Z.
  public static let start = DateTime(milliseconds: 1_767_323_045_678)

  private let time = Mutex(TestClock.start)

  public init() {}

  public var now: DateTime { time.withLock { $0 } }

  public func advance(milliseconds: Int64) {
    time.withLock { $0.milliseconds += milliseconds }
  }
}
