/// A batch that is written in place: the values of a station's event, each key once.
extension JournalBatch {
  /// A value that is put, or removed.
  package struct Change {
    package let kind: UInt8
    package let key: UInt32
    package let priority: JournalPriority
    package let isRemoval: Bool
    /// Where the value stands in `bytes`.
    package let payload: Range<Int>
  }

  /// Begins to put a value, in place of any change of the same kind and key: its bytes are then appended
  /// to `bytes`, and `end` is told what this returns.
  package mutating func beginValue(_ kind: UInt8, _ key: UInt32, _ priority: JournalPriority) -> Int
  {
    begin(replacing: FrameHeader(.value, kind: kind, key: key, priority: priority))
  }

  /// Removes a value, in place of any change of the same kind and key.
  package mutating func removal(_ kind: UInt8, _ key: UInt32) {
    _ = begin(replacing: FrameHeader(.removeValue, kind: kind, key: key, priority: .expendable))
  }

  /// The change that stands there, and where the next one does.
  package func change(_ offset: Int) -> (change: Change, next: Int)? {
    guard let header = header(offset) else { return nil }
    let start = offset + JournalLayout.frameFields
    let change = Change(
      kind: header.kind, key: header.key, priority: header.priority,
      isRemoval: header.operation == .removeValue, payload: start..<start + header.length)
    return (change, start + header.length)
  }
}
