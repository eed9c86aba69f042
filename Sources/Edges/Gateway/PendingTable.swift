import CSMSCore

/// Answers that wait for the disk, found again by a ticket. Slots are used again; the ticket's upper
/// half is the slot's generation, so that a ticket of an earlier use finds nothing.
struct PendingTable {
  struct Entry {
    let link: StationLink
    let answer: PendingAnswer
    /// When the call arrived, in nanoseconds of the monotonic clock.
    let arrivedAt: UInt64
  }

  private struct Slot {
    var generation: UInt32 = 0
    var entry: Entry?
  }

  private var slots: [Slot] = []
  private var free: [UInt32] = []

  var count: Int { slots.count - free.count }

  mutating func insert(_ entry: Entry) -> UInt64 {
    if let index = free.popLast() {
      slots[Int(index)].entry = entry
      return UInt64(slots[Int(index)].generation) << 32 | UInt64(index)
    }
    slots.append(Slot(entry: entry))
    return UInt64(slots.count - 1)
  }

  mutating func remove(_ ticket: UInt64) -> Entry? {
    let index = Int(truncatingIfNeeded: ticket & 0xFFFF_FFFF)
    guard index < slots.count, slots[index].generation == UInt32(truncatingIfNeeded: ticket >> 32),
      let entry = slots[index].entry.take()
    else { return nil }
    slots[index].generation &+= 1
    free.append(UInt32(index))
    return entry
  }
}
