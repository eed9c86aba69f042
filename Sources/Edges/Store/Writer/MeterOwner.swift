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
  var isEmpty: Bool { unwritten.starts.isEmpty }
  var recordCount: Int { unwritten.starts.count }
  /// The timestamps of the oldest and the newest record that is not in a chunk yet.
  var span: ClosedRange<Int64> { unwritten.first...unwritten.last }

  /// Whether there is enough for a chunk.
  var isFull: Bool {
    unwritten.records.count >= StoreLimits.chunkBytes
      || unwritten.starts.count >= StoreLimits.chunkRecords
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
    unwritten.append(record, MeterHash.of(record), at: time, sequence: sequence)
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
  private(set) var records: [UInt8] = []
  /// Of each record: a hash, and where it starts.
  private var hashes: [UInt64] = []
  private(set) var starts: [Int] = []
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
    let hash = MeterHash.of(record)
    // One newer than all others is none of them.
    if time <= newest, holds(record, hash) { return false }
    append(record, hash, at: time, sequence: sequence)
    return true
  }

  private func holds(_ record: UnsafeRawBufferPointer, _ hash: UInt64) -> Bool {
    for index in hashes.indices where hashes[index] == hash {
      let start = starts[index]
      let end = index + 1 < starts.count ? starts[index + 1] : records.count
      let isSame = records.withUnsafeBytes { $0[start..<end].elementsEqual(record) }
      if isSame { return true }
    }
    return false
  }

  mutating func append(
    _ record: UnsafeRawBufferPointer, _ hash: UInt64, at time: Int64, sequence: Int64
  ) {
    if starts.isEmpty { firstSequence = sequence }
    starts.append(records.count)
    hashes.append(hash)
    records.append(contentsOf: record)
    first = min(first, time)
    last = max(last, time)
    newest = max(newest, time)
  }
}

/// A hash that only narrows down where to compare bytes.
enum MeterHash {
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: bytes.count)
    var index = 0
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = mixed(hash ^ word)
      index += 8
    }
    while index < bytes.count {
      hash = mixed(hash ^ UInt64(bytes[index]))
      index += 1
    }
    return hash
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
