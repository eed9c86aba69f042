internal import CSMSCore

/// Whose meter values these are, and those of them that are only in the log so far.
final class MeterOwner {
  /// A transaction's id, or a meter series' id negated.
  let id: Int64
  /// Records not in a chunk yet, one after the other.
  private(set) var records: [UInt8] = []
  /// Of each of those records: a hash, and where it starts.
  private var hashes: [UInt64] = []
  private var starts: [Int] = []
  /// The log row of the oldest of those records.
  private(set) var firstSequence: Int64 = 0
  /// The newest timestamp in chunks; a record after it cannot be in one.
  private(set) var flushedThrough: Int64
  /// The newest timestamp of all records.
  private var newest: Int64
  private var first = Int64.max
  private var last = Int64.min
  /// Its records become a chunk at the end of the group.
  var isDue = false

  init(id: Int64, flushedThrough: Int64 = .min) {
    self.id = id
    self.flushedThrough = flushedThrough
    newest = flushedThrough
  }

  var isEmpty: Bool { starts.isEmpty }
  var recordCount: Int { starts.count }
  /// The timestamps of the oldest and the newest record that is not in a chunk yet.
  var span: ClosedRange<Int64> { first...last }

  /// Whether there is enough for a chunk.
  var isFull: Bool {
    records.count >= StoreLimits.chunkBytes
      || starts.count >= StoreLimits.chunkRecords
        - Int(truncatingIfNeeded: id) & (StoreLimits.chunkRecordsSpread - 1)
  }

  /// Whether a record is among those not in a chunk yet. One newer than all others never is.
  func holds(_ record: UnsafeRawBufferPointer, at time: Int64) -> Bool {
    if time > newest { return false }
    let hash = MeterHash.of(record)
    for index in hashes.indices where hashes[index] == hash {
      let start = starts[index]
      let end = index + 1 < starts.count ? starts[index + 1] : records.count
      let isSame = records.withUnsafeBytes { $0[start..<end].elementsEqual(record) }
      if isSame { return true }
    }
    return false
  }

  /// Adds a record that is neither here nor in a chunk.
  func append(_ record: UnsafeRawBufferPointer, at time: Int64, sequence: Int64) {
    if starts.isEmpty { firstSequence = sequence }
    starts.append(records.count)
    hashes.append(MeterHash.of(record))
    records.append(contentsOf: record)
    first = min(first, time)
    last = max(last, time)
    newest = max(newest, time)
  }

  /// Everything is in chunks now. The room is given back, so that owners who rest weigh little.
  func cleared() {
    flushedThrough = max(flushedThrough, last)
    records = []
    hashes = []
    starts = []
    firstSequence = 0
    first = .max
    last = .min
    isDue = false
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
