internal import CSMSCore

/// Whose meter values these are, and those of them that are only in the log so far.
final class MeterOwner {
  /// A transaction's id, or a meter series' id negated.
  let id: Int64
  /// A value that knows nothing of its owner.
  @exclusivity(unchecked) private var unwritten: UnwrittenRecords
  /// Its records become a chunk at the end of the group.
  var isDue = false

  init(id: Int64, flushedThrough: Int64 = .min) {
    self.id = id
    unwritten = UnwrittenRecords(flushedThrough: flushedThrough)
  }

  /// Records not in a chunk yet, one after the other.
  var records: [UInt8] { unwritten.records }
  /// The log row of the oldest of those records.
  var firstSequence: Int64 { unwritten.firstSequence }
  /// The newest timestamp in chunks; a record after it cannot be in one.
  var flushedThrough: Int64 { unwritten.flushedThrough }
  var isEmpty: Bool { unwritten.count == 0 }
  var recordCount: Int { unwritten.count }
  /// The timestamps of the oldest and the newest record that is not in a chunk yet.
  var span: ClosedRange<Int64> { unwritten.first...unwritten.last }

  /// Whether there is enough for a chunk.
  var isFull: Bool {
    unwritten.records.count >= StoreLimits.chunkBytes
      || unwritten.count >= StoreLimits.chunkRecords
        - Int(truncatingIfNeeded: id) & (StoreLimits.chunkRecordsSpread - 1)
  }

  /// Adds a record, unless it is among those not in a chunk yet; false then.
  func appendUnlessHeld(
    _ record: UnsafeRawBufferPointer, at time: Int64, sequence: Int64
  ) -> Bool {
    unwritten.appendUnlessHeld(record, at: time, sequence: sequence)
  }

  /// Adds a record that is neither here nor in a chunk.
  func append(_ record: UnsafeRawBufferPointer, at time: Int64, sequence: Int64) {
    unwritten.append(record, at: time, sequence: sequence)
  }

  /// Everything is in chunks now. The room is given back, so that owners who rest weigh little.
  func cleared() {
    unwritten = UnwrittenRecords(
      flushedThrough: max(unwritten.flushedThrough, unwritten.last), newest: unwritten.newest)
    isDue = false
  }
}

/// Records that are only in the log so far.
private struct UnwrittenRecords {
  /// Bytes that the first record makes room for: most owners have several.
  private static let firstRoom = 480

  private(set) var records: [UInt8] = []
  private(set) var count = 0
  private(set) var firstSequence: Int64 = 0
  let flushedThrough: Int64
  /// The newest timestamp of all records, those in chunks too.
  private(set) var newest: Int64
  private(set) var first = Int64.max
  private(set) var last = Int64.min

  init(flushedThrough: Int64, newest: Int64 = .min) {
    self.flushedThrough = flushedThrough
    self.newest = max(flushedThrough, newest)
  }

  mutating func appendUnlessHeld(
    _ record: UnsafeRawBufferPointer, at time: Int64, sequence: Int64
  ) -> Bool {
    // One newer than all others is none of them.
    if time <= newest, holds(record) { return false }
    append(record, at: time, sequence: sequence)
    return true
  }

  private func holds(_ record: UnsafeRawBufferPointer) -> Bool {
    records.withUnsafeBytes { bytes in
      MeterRecords(records).contains {
        $0.range.count == record.count && bytes[$0.range].elementsEqual(record)
      }
    }
  }

  mutating func append(_ record: UnsafeRawBufferPointer, at time: Int64, sequence: Int64) {
    if count == 0 {
      firstSequence = sequence
      records.reserveCapacity(Self.firstRoom)
    }
    count += 1
    records.append(contentsOf: record)
    first = min(first, time)
    last = max(last, time)
    newest = max(newest, time)
  }
}
