/// Holds the journal to its place in memory: without one, the compiler hands a function that only looks at
/// it a copy of 138 bytes (docs/decisions/0039-chip-budgets.md).
@_rawLayout(like: UInt8)
@frozen @usableFromInline struct Pin: ~Copyable, @unchecked Sendable {
  @inlinable init() {}
  // Said, because Embedded Swift does not find the implicit one of a raw layout.
  @inlinable deinit {}
}
