internal import CSMSCore

/// The intake of meter values: what was added since the last commit, and which rows of the log
/// still hold something that is in no chunk.
struct MeterLog {
  /// The row that entries go to now.
  private(set) var nextSequence: Int64
  /// Entries of the row to come.
  private(set) var pending: [UInt8] = []
  /// Rows in the database, oldest first, from `rowsStart` on.
  private var rows: [(sequence: Int64, bytes: Int)] = []
  private var rowsStart = 0
  /// Owners in the order their oldest unflushed record came, from `waitingStart` on; stale where
  /// an owner has been flushed since.
  private var waiting: [(owner: MeterOwner, sequence: Int64)] = []
  private var waitingStart = 0
  /// What the rows hold together.
  private(set) var bytes = 0

  init(nextSequence: Int64) { self.nextSequence = nextSequence }

  /// Starts an entry; its records follow. Returns where, for `endEntry`.
  mutating func beginEntry(owner: Int64) -> Int {
    let start = pending.count
    MeterLogEntry.appendHeader(owner: owner, to: &pending)
    return start
  }

  mutating func append(_ record: UnsafeRawBufferPointer) { pending.append(contentsOf: record) }

  /// Ends the entry, or takes it back when it has no records.
  mutating func endEntry(_ start: Int) {
    let length = pending.count - start - MeterLogEntry.headerLength
    if length == 0 {
      pending.removeLast(MeterLogEntry.headerLength)
    } else {
      MeterLogEntry.setLength(length, at: start, in: &pending)
    }
  }

  /// The owner has its first record in no chunk now.
  mutating func wait(_ owner: MeterOwner) { waiting.append((owner, owner.firstSequence)) }

  /// The row with the pending entries has been written.
  mutating func rowWritten() {
    rowExists(nextSequence, bytes: pending.count)
    pending.removeAll(keepingCapacity: true)
  }

  /// A row is in the database.
  mutating func rowExists(_ sequence: Int64, bytes count: Int) {
    rows.append((sequence, count))
    bytes += count
    nextSequence = max(nextSequence, sequence + 1)
  }

  /// The owner with the oldest record in no chunk.
  mutating func oldest() -> MeterOwner? {
    while waitingStart < waiting.count {
      let (owner, sequence) = waiting[waitingStart]
      if !owner.isEmpty && owner.firstSequence == sequence { return owner }
      waitingStart += 1
    }
    waiting.removeAll(keepingCapacity: true)
    waitingStart = 0
    return nil
  }

  /// Marks owners as due from the oldest on, until the rest of the log is within its limit.
  mutating func markEarly() -> [MeterOwner] {
    guard bytes > StoreLimits.meterLogBytes else { return [] }
    var early: [MeterOwner] = []
    var excess = bytes - StoreLimits.meterLogBytes + StoreLimits.meterLogTrimBytes
    var row = rowsStart
    var index = waitingStart
    while index < waiting.count, early.count < StoreLimits.earlyChunksPerCommit {
      let (owner, sequence) = waiting[index]
      index += 1
      guard !owner.isEmpty && owner.firstSequence == sequence && !owner.isDue else { continue }
      while row < rows.count && rows[row].sequence < sequence {
        excess -= rows[row].bytes
        row += 1
      }
      if excess <= 0 { break }
      owner.isDue = true
      early.append(owner)
    }
    return early
  }

  /// The row before which everything is in chunks, when cutting there is worth a write.
  mutating func trim() -> Int64? {
    let head = oldest()?.firstSequence ?? nextSequence
    var end = rowsStart
    var freed = 0
    while end < rows.count && rows[end].sequence < head {
      freed += rows[end].bytes
      end += 1
    }
    guard freed >= StoreLimits.meterLogTrimBytes else { return nil }
    bytes -= freed
    rowsStart = end
    // The dead fronts go when they are the larger half, so that this costs little per element.
    if rowsStart > rows.count / 2 {
      rows.removeFirst(rowsStart)
      rowsStart = 0
    }
    if waitingStart > waiting.count / 2 {
      waiting.removeFirst(waitingStart)
      waitingStart = 0
    }
    return head
  }
}

/// One owner's records inside a log row: owner (8 bytes), length (4 bytes), big-endian, records.
struct MeterLogEntry {
  static var headerLength: Int { 12 }

  var owner: Int64
  /// The records' place in the row.
  var range: Range<Int>

  static func appendHeader(owner: Int64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: owner.bigEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: UInt32(0)) { bytes.append(contentsOf: $0) }
  }

  static func setLength(_ length: Int, at start: Int, in bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes {
      $0.storeBytes(of: UInt32(length).bigEndian, toByteOffset: start + 8, as: UInt32.self)
    }
  }

  /// The entry at `index`, or nil at the end of the row.
  static func at(_ index: Int, in row: UnsafeRawBufferPointer) -> MeterLogEntry? {
    let start = index + headerLength
    guard start <= row.count else { return nil }
    let owner = row.loadUnaligned(fromByteOffset: index, as: Int64.self)
    let length = row.loadUnaligned(fromByteOffset: index + 8, as: UInt32.self)
    let end = start + Int(UInt32(bigEndian: length))
    guard end <= row.count else { return nil }
    return MeterLogEntry(owner: Int64(bigEndian: owner), range: start..<end)
  }
}
