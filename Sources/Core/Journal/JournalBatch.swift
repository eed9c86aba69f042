/// Changes that happen together or not at all. Use one again and again: it keeps its memory.
public struct JournalBatch: Sendable {
  /// For each change a frame header, whose sequence is not yet known, and the payload.
  package var bytes: [UInt8] = []
  /// How many changes.
  public private(set) var count = 0
  /// A payload was longer than a record can ever be.
  var isTooLong = false

  public init() {}

  /// Adds an event: see `Journal.append`.
  public mutating func append(
    kind: UInt8, key: UInt32 = 0, priority: JournalPriority, _ payload: borrowing RawSpan
  ) {
    add(.event, kind, key, priority, payload)
  }

  /// Sets a value: see `Journal.put`.
  public mutating func put(
    kind: UInt8, key: UInt32, priority: JournalPriority, _ payload: borrowing RawSpan
  ) {
    add(.value, kind, key, priority, payload)
  }

  /// Removes the record of that number, event or value; nothing happens if none lives.
  public mutating func remove(_ sequence: UInt32) {
    add(.removeRecord, 0, sequence, .expendable, RawSpan())
  }

  /// Removes the value of this kind and key, if there is one.
  public mutating func removeValue(kind: UInt8, key: UInt32) {
    add(.removeValue, kind, key, .expendable, RawSpan())
  }

  /// Makes it empty.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    count = 0
    isTooLong = false
  }

  /// The priority of the most essential record: what the whole batch is treated as.
  public var priority: JournalPriority {
    var priority = JournalPriority.expendable
    var offset = 0
    while let header = header(offset) {
      switch header.operation {
      case .event, .value: priority = min(priority, header.priority)
      case .removeRecord, .removeValue: break
      }
      offset += JournalLayout.frameFields + header.length
    }
    return priority
  }

  private mutating func add(
    _ operation: FrameHeader.Operation, _ kind: UInt8, _ key: UInt32, _ priority: JournalPriority,
    _ payload: borrowing RawSpan
  ) {
    let start = begin(FrameHeader(operation, kind: kind, key: key, priority: priority))
    payload.withUnsafeBytes { bytes.append(contentsOf: $0) }
    end(start)
  }

  /// A batch of values names a key once: the last word counts.
  mutating func begin(replacing header: FrameHeader) -> Int {
    var offset = 0
    while let old = self.header(offset) {
      let end = offset + JournalLayout.frameFields + old.length
      if old.kind == header.kind && old.key == header.key {
        bytes.removeSubrange(offset..<end)
        count -= 1
        break
      }
      offset = end
    }
    return begin(header)
  }

  private mutating func begin(_ header: FrameHeader) -> Int {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: JournalLayout.frameFields))
    write(header, start)
    count += 1
    return start
  }

  /// The payload of the change that began there was appended to `bytes`.
  package mutating func end(_ start: Int) {
    guard var header = header(start) else { return }
    header.length = bytes.count - start - JournalLayout.frameFields
    if header.length > 0xFFFF {
      isTooLong = true
      bytes.removeSubrange(start...)
      count -= 1
    } else {
      write(header, start)
    }
  }

  private mutating func write(_ header: FrameHeader, _ start: Int) {
    bytes.withUnsafeMutableBytes {
      header.encode(into: UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
    }
  }

  /// The change whose header stands there.
  func header(_ offset: Int) -> FrameHeader? {
    guard offset < bytes.count else { return nil }
    return bytes.withUnsafeBytes { FrameHeader(UnsafeRawBufferPointer(rebasing: $0[offset...])) }
  }
}

extension Journal {
  /// Makes all changes of the batch, in order, or none. When this returns they survive a loss of
  /// power.
  ///
  /// - Parameter choose: as for `append`; the batch counts as its most essential record.
  /// - Returns: the number of the first change; the others follow.
  /// - Throws: `.tooLong` when the batch does not fit a sector or a payload is longer than the
  ///   limit; `.full`, `.exhausted`, `.flash`.
  @discardableResult
  public mutating func commit(
    _ batch: JournalBatch, orDrop choose: (JournalIndex) -> UInt32? = { _ in nil }
  ) throws(JournalError) -> UInt32 {
    let bytes = try frameBytes(batch)
    while true {
      let growth = try growth(batch)
      if admits(growth.bytes, growth.records, batch.priority) { break }
      try drop(choose(records), for: batch.priority)
    }
    try makeRoom(bytes)
    guard UInt32.max - nextSequence > UInt32(batch.count) else { throw JournalError(.exhausted) }
    let first = nextSequence
    let start = headOffset
    var offset = 0
    var index = 0
    while var header = batch.header(offset) {
      header.sequence = try takeSequence()
      header.follows = index > 0
      header.continues = index + 1 < batch.count
      let payload = offset + JournalLayout.frameFields
      offset = payload + header.length
      _ = try write(header, batch.bytes.span.bytes.extracting(payload..<offset))
      index += 1
    }
    try sync()
    try account(batch, first, start)
    return first
  }

  /// Enters the records of a batch, written from that offset on.
  private mutating func account(
    _ batch: JournalBatch, _ first: UInt32, _ start: Int
  ) throws(JournalError) {
    var place = start
    var offset = 0
    var sequence = first
    while var header = batch.header(offset) {
      header.sequence = sequence
      try account(header, layout.address(head, place))
      place += layout.frameBytes(payload: header.length)
      offset += JournalLayout.frameFields + header.length
      sequence += 1
    }
  }

  /// What all of it takes; it has to fit one sector.
  private func frameBytes(_ batch: JournalBatch) throws(JournalError) -> Int {
    var offset = 0
    var bytes = 0
    while let header = batch.header(offset) {
      guard header.length <= limits.payload else { throw JournalError(.tooLong) }
      bytes += layout.frameBytes(payload: header.length)
      offset += JournalLayout.frameFields + header.length
    }
    guard bytes <= layout.roomPerSector, !batch.isTooLong else { throw JournalError(.tooLong) }
    return bytes
  }

  /// How much more lives after the batch than before, at most: an older record is taken off once,
  /// however often the batch replaces it.
  private func growth(
    _ batch: JournalBatch
  ) throws(JournalError) -> (bytes: Int, records: Int) {
    var growth = (bytes: 0, records: 0)
    var offset = 0
    while let header = batch.header(offset) {
      if header.operation == .event || header.operation == .value {
        growth.bytes += layout.frameBytes(payload: header.length)
        growth.records += 1
      }
      if let ended = ended(header), !batch.ends(header, before: offset) {
        growth.bytes -= try frameBytes(records.entry(ended))
        growth.records -= 1
      }
      offset += JournalLayout.frameFields + header.length
    }
    return growth
  }

  /// Where the living record stands that this change ends.
  private func ended(_ header: FrameHeader) -> Int? {
    switch header.operation {
    case .event: nil
    case .value, .removeValue: records.position(ofValue: header.kind, key: header.key)
    case .removeRecord: records.position(of: header.key)
    }
  }
}

extension JournalBatch {
  /// Whether a change before that one ends the same record.
  fileprivate func ends(_ change: FrameHeader, before end: Int) -> Bool {
    var offset = 0
    while offset < end, let header = header(offset) {
      let isSame =
        switch (header.operation, change.operation) {
        case (.removeRecord, .removeRecord): header.key == change.key
        case (.value, .value), (.value, .removeValue), (.removeValue, .value),
          (.removeValue, .removeValue):
          header.key == change.key && header.kind == change.kind
        default: false
        }
      if isSame { return true }
      offset += JournalLayout.frameFields + header.length
    }
    return false
  }
}
