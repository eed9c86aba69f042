/// How much of something may happen: at once, and per second in the long run.
public struct RateLimit: Sendable, Equatable {
  public var burst: Double
  public var perSecond: Double

  public init(burst: Double, perSecond: Double) {
    self.burst = burst
    self.perSecond = perSecond
  }
}

/// What is left of a rate limit.
struct TokenBucket {
  private var tokens: Double
  private var filledAt: UInt64

  init(_ limit: RateLimit, now: UInt64) {
    tokens = limit.burst
    filledAt = now
  }

  /// Takes one, if there is one.
  /// - Parameter now: in milliseconds of a clock that never goes back.
  mutating func take(_ limit: RateLimit, now: UInt64) -> Bool {
    if now > filledAt {
      tokens = min(limit.burst, tokens + Double(now - filledAt) * limit.perSecond / 1000)
      filledAt = now
    }
    guard tokens >= 1 else { return false }
    tokens -= 1
    return true
  }

  /// Whether nothing has been taken lately, so that it can be forgotten.
  func isFull(_ limit: RateLimit, now: UInt64) -> Bool {
    now > filledAt && tokens + Double(now - filledAt) * limit.perSecond / 1000 >= limit.burst
  }
}

/// Buckets by name, at most `limit` of them: when there are more, the full ones are forgotten, and
/// when none is full, whoever is new has to wait.
struct TokenBuckets {
  private let rate: RateLimit
  private let limit: Int
  private var buckets: [String: TokenBucket] = [:]

  init(_ rate: RateLimit, limit: Int) {
    self.rate = rate
    self.limit = limit
  }

  mutating func take(_ name: String, now: UInt64) -> Bool {
    if buckets[name] == nil, buckets.count >= limit {
      buckets = buckets.filter { !$0.value.isFull(rate, now: now) }
      if buckets.count >= limit { return false }
    }
    return buckets[name, default: TokenBucket(rate, now: now)].take(rate, now: now)
  }

  /// Whether there is one to take.
  mutating func has(_ name: String, now: UInt64) -> Bool {
    guard var bucket = buckets[name] else { return true }
    return bucket.take(rate, now: now)
  }
}
