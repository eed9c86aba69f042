/// How long to wait before the next attempt to connect: doubling, with jitter, so that a thousand
/// stations do not come back in the same second (OCPP-J errata 3.4).
struct BackOff {
  /// In milliseconds.
  static let first: UInt64 = 1_000
  static let longest: UInt64 = 60_000

  private var next = first

  /// The wait before the next attempt, in milliseconds: between half and all of the current step.
  mutating func wait(random: (ClosedRange<UInt64>) -> UInt64 = { .random(in: $0) }) -> UInt64 {
    let step = next
    next = min(next * 2, BackOff.longest)
    return random(step / 2...step)
  }

  /// The connection was good.
  mutating func reset() { next = BackOff.first }
}
