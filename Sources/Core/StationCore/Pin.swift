/// Holds the value it is a part of to its place in memory. A value without one is loaded and stored
/// member by member, and functions that only look at it are handed a copy: of a charge point more than
/// a kilobyte on the stack, each time (docs/decisions/0039-chip-budgets.md). A raw layout is what the
/// compiler never moves into a register; its one byte is never written nor read, hence it may be sent.
@_rawLayout(like: UInt8)
struct Pin: ~Copyable, @unchecked Sendable {
  init() {}
  // Said, because Embedded Swift does not find the implicit one of a raw layout.
  deinit {}
}
