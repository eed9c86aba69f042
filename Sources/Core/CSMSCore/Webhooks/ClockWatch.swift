import OCPPJSON

/// Whether the clock was set forward, seen from how far two looks at it are apart.
///
/// What happened before the jump has its patience anew from there: nobody tried it in the time that was
/// left out. A clock that goes back again takes that back.
struct ClockWatch: Sendable {
  private var lookedAt: DateTime?
  private var jumpedTo: DateTime?

  mutating func look(at now: DateTime, longestGap: Int64) {
    if let lookedAt, now.milliseconds &- lookedAt.milliseconds > longestGap { jumpedTo = now }
    if let jumpedTo, now < jumpedTo { self.jumpedTo = nil }
    lookedAt = now
  }

  /// Whether an item's time is over.
  func isPast(_ item: DeliveryItem, patience: Int64, at now: DateTime) -> Bool {
    guard item.until <= now else { return false }
    guard let jumpedTo, item.until.milliseconds &- patience < jumpedTo.milliseconds else {
      return true
    }
    return now.milliseconds &- jumpedTo.milliseconds >= patience
  }
}
