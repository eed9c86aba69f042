/// The names of an object's members, or the words of an enumeration, with a perfect hash: one
/// lookup, one comparison. Made by the message generator as one constant of 7-bit bytes:
///
///     0      log2 of the number of slots
///     1      number of names
///     2…3    seed of the hash (7 bits each, low first)
///     4…10   mask of the required members (7 bits each, low first)
///     11…    per name 3 bytes: offset (7 bits low, 7 bits high) and length
///     …      the slots: index + 1, or 0
///     …      the names, then 8 bytes of padding so that copies may go by whole words
@frozen public struct NameTable: Sendable {
  // A pointer into the constant data of the program: never freed, never written.
  @usableFromInline nonisolated(unsafe) let base: UnsafePointer<UInt8>

  @inlinable @inline(__always) public init(_ constant: StaticString) { base = constant.utf8Start }

  @inlinable @inline(__always) var slots: Int { 1 &<< Int(base[0]) }

  /// The number of names.
  @inlinable @inline(__always) public var count: Int { Int(base[1]) }

  @inlinable @inline(__always) var required: UInt64 {
    #if arch(x86_64) || arch(arm64)
      // Seven bits of each of seven bytes: pairs, then pairs of pairs, then both halves.
      let groups = NameTable.word64(base + 4) & 0x007F_7F7F_7F7F_7F7F
      let pairs = groups & 0x007F_007F_007F_007F | groups >> 1 & 0x3F80_3F80_3F80_3F80
      let fours = pairs & 0x0000_3FFF_0000_3FFF | pairs >> 2 & 0x0FFF_C000_0FFF_C000
      return fours & 0x0FFF_FFFF | fours >> 4 & 0x00FF_FFFF_F000_0000
    #else
      var mask: UInt64 = 0
      var index = 7
      while index > 0 {
        index &-= 1
        mask = mask << 7 | UInt64(base[4 &+ index])
      }
      return mask
    #endif
  }

  /// The length of a name.
  @inlinable @inline(__always) func length(_ index: Int) -> Int { Int(base[13 &+ index &* 3]) }

  /// The bytes of a name.
  @inlinable @inline(__always) public func name(_ index: Int) -> (UnsafePointer<UInt8>, Int) {
    let entry = base + (11 &+ index &* 3)
    return (base + (Int(entry[0]) &+ Int(entry[1]) << 7), Int(entry[2]))
  }

  /// The name as text.
  public func text(_ index: Int) -> Text {
    let (start, count) = name(index)
    return Text(utf8: UnsafeBufferPointer(start: start, count: count))
  }

  @inlinable @inline(__always) static func word16(_ p: UnsafePointer<UInt8>) -> UInt16 {
    UnsafeRawPointer(p).loadUnaligned(as: UInt16.self)
  }
  @inlinable @inline(__always) static func word32(_ p: UnsafePointer<UInt8>) -> UInt32 {
    UnsafeRawPointer(p).loadUnaligned(as: UInt32.self)
  }
  @inlinable @inline(__always) static func word64(_ p: UnsafePointer<UInt8>) -> UInt64 {
    UnsafeRawPointer(p).loadUnaligned(as: UInt64.self)
  }

  #if arch(x86_64) || arch(arm64) || arch(wasm32)
    /// The index of a name, or −1.
    @inlinable @inline(__always) public func find(_ p: UnsafePointer<UInt8>, _ n: Int) -> Int {
      lookUp(p, n)
    }
  #else
    // A chip has room for it once.
    /// The index of a name, or −1.
    @inline(never) public func find(_ p: UnsafePointer<UInt8>, _ n: Int) -> Int { lookUp(p, n) }
  #endif

  /// The index of a name, or −1.
  @inlinable public func find(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    name.baseAddress.map { find($0, name.count) } ?? -1
  }

  @inlinable @inline(__always) func lookUp(_ p: UnsafePointer<UInt8>, _ n: Int) -> Int {
    if n == 0 { return -1 }
    var hash: UInt64
    if n >= 8 {
      hash =
        (NameTable.word64(p) &* 0x9E37_79B9_7F4A_7C15)
        ^ (NameTable.word64(p + (n &- 8)) &* 0xC2B2_AE3D_27D4_EB4F)
      if n > 16 { hash ^= NameTable.word64(p + (n >> 1 &- 4)) &* 0x1656_67B1_9E37_79F9 }
    } else if n >= 4 {
      hash =
        (UInt64(NameTable.word32(p)) | UInt64(NameTable.word32(p + (n &- 4))) << 32)
        &* 0x9E37_79B9_7F4A_7C15
    } else {
      hash =
        UInt64(UInt32(p[0]) | UInt32(p[n >> 1]) << 8 | UInt32(p[n &- 1]) << 16)
        &* 0x9E37_79B9_7F4A_7C15
    }
    hash &+= UInt64(truncatingIfNeeded: n)
    hash = (hash ^ hash >> 32) &* (UInt64(base[2]) << 1 &+ UInt64(base[3]) << 8 | 1)
    let slot = Int(truncatingIfNeeded: hash >> 40) & (slots &- 1)
    let index = Int(base[11 &+ count &* 3 &+ slot]) &- 1
    if index < 0 { return -1 }
    let (q, m) = name(index)
    return m == n && NameTable.same(p, q, n) ? index : -1
  }

  @inlinable @inline(__always) static func same(
    _ p: UnsafePointer<UInt8>, _ q: UnsafePointer<UInt8>, _ n: Int
  ) -> Bool {
    #if arch(x86_64) || arch(arm64)
      if n >= 8 {
        var x = 0
        while x &+ 8 <= n {
          if word64(q + x) != word64(p + x) { return false }
          x &+= 8
        }
        return word64(q + (n &- 8)) == word64(p + (n &- 8))
      }
      if n >= 4 {
        return word32(q) == word32(p) && word32(q + (n &- 4)) == word32(p + (n &- 4))
      }
    #endif
    var x = 0
    while x < n {
      if q[x] != p[x] { return false }
      x &+= 1
    }
    return true
  }

  #if arch(x86_64) || arch(arm64)
    /// As `same`, where eight bytes may be read at both places whatever `n` is.
    @inline(__always) static func sameLoadingWords(
      _ p: UnsafePointer<UInt8>, _ q: UnsafePointer<UInt8>, _ n: Int
    ) -> Bool {
      let difference = word64(p) ^ word64(q)
      if n < 8 { return difference &<< UInt64(truncatingIfNeeded: 64 &- 8 &* n) == 0 }
      if difference != 0 { return false }
      var x = 8
      while x &+ 8 <= n {
        if word64(q + x) != word64(p + x) { return false }
        x &+= 8
      }
      return word64(q + (n &- 8)) == word64(p + (n &- 8))
    }
  #endif
}
