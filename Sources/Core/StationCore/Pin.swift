import Synchronization

/// Holds the value it is a part of to its place in memory. A value without one is loaded and stored
/// member by member, and functions that only look at it are handed a copy: of a charge point more than
/// a kilobyte on the stack, each time (docs/decisions/0039-chip-budgets.md).
struct Pin: ~Copyable, Sendable {
  private let place = Atomic<UInt8>(0)
}
