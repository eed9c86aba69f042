/// Chooses which readings to give up: every second of the expendable records, from the oldest to the
/// newest, and then again from the oldest, so that what remains stays evenly spread (CP16-25).
public struct EvenThinning: Sendable {
  /// Only records of this kind, or of any.
  private let kind: UInt8?
  /// The number of the record chosen last in this pass.
  private var last: UInt32 = 0

  public init(kind: UInt8? = nil) { self.kind = kind }

  /// The next record to drop; nil when nothing expendable of the kind is left.
  public mutating func next(in records: JournalIndex) -> UInt32? {
    if let choice = second(after: last, in: records) {
      last = choice
      return choice
    }
    let choice = second(after: 0, in: records) ?? first(after: 0, in: records)?.sequence
    last = choice ?? 0
    return choice
  }

  private func second(after sequence: UInt32, in records: JournalIndex) -> UInt32? {
    guard let kept = first(after: sequence, in: records) else { return nil }
    return first(after: kept.sequence, in: records)?.sequence
  }

  private func first(after sequence: UInt32, in records: JournalIndex) -> JournalRecord? {
    var position = records.firstPosition(notBefore: sequence &+ 1)
    while position < records.endIndex {
      let record = records[position]
      if record.priority == .expendable, kind == nil || record.kind == kind { return record }
      position += 1
    }
    return nil
  }
}
