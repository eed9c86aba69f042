/// A small, fast, seeded source of chance (SplitMix64): the same seed, the same world, on any
/// machine.
struct Chance: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// One that has nothing to do with its parent's later draws, so that what happens to one station
  /// does not depend on how many others there are.
  init(_ seed: UInt64, stream: UInt64) {
    var mixer = Chance(seed ^ (stream &+ 1) &* 0xD134_2543_DE82_EF95)
    state = mixer.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func below(_ limit: Int) -> Int { limit <= 1 ? 0 : Int(next() % UInt64(limit)) }

  /// A whole number of the range.
  mutating func between(_ low: Int64, _ high: Int64) -> Int64 {
    high <= low ? low : low + Int64(next() % UInt64(high - low + 1))
  }

  /// True so many times in a million.
  mutating func perMillion(_ count: Int) -> Bool { count > 0 && below(1_000_000) < count }

  mutating func percent(_ count: Int) -> Bool { count > 0 && below(100) < count }

  /// A wait with this mean, as of things that happen independently of each other; without floating
  /// point, so that it is the same everywhere: the sum of the bits of a geometric distribution.
  mutating func wait(mean: Int64) -> Int64 {
    // −ln(u) for u uniform, as the sum of ln 2 for each leading zero bit and an even spread.
    let word = next() | 1
    let zeros = Int64(word.leadingZeroBitCount)
    let spread = Int64(next() & 0xFFFF)
    return max(1, mean * (zeros * 65_536 + spread) * 693 / (65_536 * 1000))
  }
}
