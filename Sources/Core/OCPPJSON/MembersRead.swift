/// Which members of an object were read.
@frozen public struct MembersRead {
  /// Bits 0…47: the members; 63: the opening brace.
  @usableFromInline var mask: UInt64 = 0
  #if arch(x86_64) || arch(arm64)
    /// The member expected next: senders mostly keep the order of the specification, so that a name
    /// is compared before it is looked up.
    @usableFromInline var expected = 0
  #endif

  @inlinable @inline(__always) public init() {}

  @inline(__always) func contains(_ index: Int) -> Bool {
    mask & 1 &<< UInt64(truncatingIfNeeded: index) != 0
  }

  @inline(__always) mutating func insert(_ index: Int) {
    mask |= 1 &<< UInt64(truncatingIfNeeded: index) | 1 << 63
    #if arch(x86_64) || arch(arm64)
      expected = index &+ 1
    #endif
  }
}
