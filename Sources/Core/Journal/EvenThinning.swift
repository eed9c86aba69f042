/// Chooses which readings to give up, so that what remains stays evenly spread (CP16-25): the one
/// whose neighbours stand closest together, by their numbers. The oldest and the newest go last.
public struct EvenThinning: Sendable {
  /// Only records of this kind, or of any.
  private let kind: UInt8?

  public init(kind: UInt8? = nil) { self.kind = kind }

  /// The record to drop; nil when nothing expendable of the kind is left.
  public func next(in records: JournalIndex) -> UInt32? {
    var before: UInt32?
    var candidate: UInt32?
    var choice: UInt32?
    var narrowest = UInt32.max
    for record in records
    where record.priority == .expendable && (kind == nil || record.kind == kind) {
      if let before, let candidate, record.sequence - before < narrowest {
        narrowest = record.sequence - before
        choice = candidate
      }
      before = candidate
      candidate = record.sequence
    }
    return choice ?? before ?? candidate
  }
}
