/// SHA-1 of a few bytes, for the one place that asks for it: the key of a WebSocket handshake (RFC
/// 6455 §4.2.2). It protects nothing there.
struct SHA1 {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0
  )
  /// The block at hand, and then its expansion, sixteen words at a time.
  private var words = InlineArray<16, UInt32>(repeating: 0)
  private var length = 0

  mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { push(byte) }
  }

  private mutating func push(_ byte: UInt8) {
    let word = length / 4 & 15
    words[word] = words[word] << 8 | UInt32(byte)
    length += 1
    if length & 63 == 0 { compress() }
  }

  private static func rotated(_ word: UInt32, _ by: UInt32) -> UInt32 {
    word << by | word >> (32 - by)
  }

  private mutating func compress() {
    var (a, b, c, d, e) = state
    for round in 0..<80 {
      if round >= 16 {
        words[round & 15] = SHA1.rotated(
          words[(round &+ 13) & 15] ^ words[(round &+ 8) & 15] ^ words[(round &+ 2) & 15]
            ^ words[round & 15], 1)
      }
      let mixed: UInt32
      switch round / 20 {
      case 0: mixed = (b & c | ~b & d) &+ 0x5A82_7999
      case 1: mixed = (b ^ c ^ d) &+ 0x6ED9_EBA1
      case 2: mixed = (b & c | b & d | c & d) &+ 0x8F1B_BCDC
      default: mixed = (b ^ c ^ d) &+ 0xCA62_C1D6
      }
      let next = SHA1.rotated(a, 5) &+ mixed &+ e &+ words[round & 15]
      (e, d, c, b, a) = (d, c, SHA1.rotated(b, 30), a, next)
    }
    state.0 &+= a
    state.1 &+= b
    state.2 &+= c
    state.3 &+= d
    state.4 &+= e
  }

  /// The 20 bytes of the digest.
  mutating func finish() -> InlineArray<20, UInt8> {
    let bits = UInt64(length) * 8
    push(0x80)
    while length & 63 != 56 { push(0) }
    for shift in 0..<8 { push(UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * shift))) }
    var digest = InlineArray<20, UInt8>(repeating: 0)
    for index in 0..<20 {
      let word =
        switch index / 4 {
        case 0: state.0
        case 1: state.1
        case 2: state.2
        case 3: state.3
        default: state.4
        }
      digest[index] = UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * (index & 3)))
    }
    return digest
  }
}
