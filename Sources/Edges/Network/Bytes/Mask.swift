/// Masks or unmasks bytes in place (RFC 6455 §5.3), 32 at a time.
/// - Parameter key: the four key bytes in memory order.
public func applyMask(_ key: UInt32, to bytes: UnsafeMutableRawBufferPointer) {
  guard let base = bytes.baseAddress else { return }
  let low = UInt64(littleEndian: UInt64(UInt32(littleEndian: key)))
  let wide = UInt64(littleEndian: UInt64(UInt32(littleEndian: key)) << 32) | low
  let count = bytes.count
  var index = 0
  let wider = SIMD4(repeating: wide)
  while index + 32 <= count {
    let words = base.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
    base.storeBytes(of: words ^ wider, toByteOffset: index, as: SIMD4<UInt64>.self)
    index += 32
  }
  while index + 8 <= count {
    let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    base.storeBytes(of: word ^ wide, toByteOffset: index, as: UInt64.self)
    index += 8
  }
  var rest = UInt64(littleEndian: wide)
  while index < count {
    bytes[index] ^= UInt8(truncatingIfNeeded: rest)
    rest >>= 8
    index += 1
  }
}

/// Unpredictable masking keys (RFC 6455 §10.3), drawn in batches because each draw has a price.
struct MaskKeys {
  private static let batch = 256
  private var keys: [UInt32] = []

  mutating func next() -> UInt32 {
    if keys.isEmpty {
      keys = [UInt32](unsafeUninitializedCapacity: Self.batch) { buffer, count in
        secureRandom(into: UnsafeMutableRawBufferPointer(buffer))
        count = Self.batch
      }
    }
    return keys.removeLast()
  }
}
