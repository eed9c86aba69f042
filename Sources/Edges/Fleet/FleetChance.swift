/// A small, seeded source of chance (SplitMix64): eight bytes for each station.
struct FleetChance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func between(_ low: Int64, _ high: Int64) -> Int64 {
    low + Int64(next() % UInt64(max(high - low + 1, 1)))
  }

  mutating func percent(_ share: Int) -> Bool { between(0, 99) < Int64(share) }

  /// From 0 up to but not including 1.
  mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }
}
