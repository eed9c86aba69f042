public import OCPPJSON

/// How long and how often an event is tried at one receiver.
public struct DeliveryPolicy: Sendable {
  /// After the first failures, in milliseconds.
  public var quickRetries: [Int64] = [1_000, 4_000, 15_000]
  /// After the next one; then twice as long each time, in milliseconds.
  public var slowRetry: Int64 = 30_000
  /// No longer than this between two attempts, in milliseconds.
  public var longestPause: Int64 = 900_000
  /// How long after it happened an event is retried, in milliseconds; then it is parked.
  public var patience: Int64 = 86_400_000
  /// Requests under way at a time, while the receiver answers well.
  public var concurrency = 4
  /// Failures in a row after which a receiver is taken to be down.
  public var failuresUntilDown = 5
  /// The longest pause between two attempts at a receiver that is down, in milliseconds.
  public var longestProbe: Int64 = 300_000
  /// Nothing is left alone for longer than this, in milliseconds: more between two looks at the time is
  /// a clock that was set, or a machine that slept.
  public var longestGap: Int64 = 3_600_000
  /// Lanes in memory at a time; the others wait in the store.
  public var lanes = 256

  public init() {}

  /// The pause after so many failed attempts, before jitter.
  func pause(afterFailures failures: Int) -> Int64 {
    if failures <= quickRetries.count { return quickRetries[max(failures, 1) - 1] }
    return DeliveryPolicy.doubled(slowRetry, failures - quickRetries.count - 1, longestPause)
  }

  /// The pause before a receiver that is down is tried again.
  func probe(afterFailures failures: Int) -> Int64 {
    DeliveryPolicy.doubled(2_000, failures - failuresUntilDown, longestProbe)
  }

  /// When an item is due. A time that no pause leads to is one of a clock that was wrong when it was
  /// written down, and does not make it wait until then.
  func due(_ item: DeliveryItem, at now: DateTime) -> DateTime {
    let longest = max(quickRetries.max() ?? 0, slowRetry, longestPause)
    return DeliveryPolicy.bounded(item.nextAt, by: longest, at: now)
  }

  /// When a receiver that is down is due, likewise.
  func probeDue(_ time: DateTime, at now: DateTime) -> DateTime {
    DeliveryPolicy.bounded(time, by: longestProbe, at: now)
  }

  /// Jitter makes a pause longer by a quarter at most.
  private static func bounded(
    _ time: DateTime, by longest: Int64, at now: DateTime
  ) -> DateTime {
    time.milliseconds > now.milliseconds &+ longest &+ longest / 4 ? now : time
  }

  private static func doubled(_ base: Int64, _ times: Int, _ limit: Int64) -> Int64 {
    var pause = base
    for _ in 0..<min(max(times, 0), 32) where pause < limit { pause *= 2 }
    return min(pause, limit)
  }
}

/// An event that waits for one receiver.
public struct DeliveryItem: Sendable, Equatable {
  public var event: Int64
  /// Those of one lane are sent one after the other.
  public var lane: Int64
  /// How often it was tried.
  public var attempts: Int
  /// Not before this.
  public var nextAt: DateTime
  /// Not retried after this.
  public var until: DateTime

  public init(event: Int64, lane: Int64, attempts: Int, nextAt: DateTime, until: DateTime) {
    self.event = event
    self.lane = lane
    self.attempts = attempts
    self.nextAt = nextAt
    self.until = until
  }
}

/// What became of an item, to be written down before its lane goes on.
public enum DeliveryRuling: Sendable, Equatable {
  case delivered
  /// Once more, not before this.
  case retry(at: DateTime)
  /// Given up, until somebody asks for it to be sent again.
  case parked
}
