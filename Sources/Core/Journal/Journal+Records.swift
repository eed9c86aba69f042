extension Journal {
  /// The bytes of flash that live records may take, whatever their sizes: the worst that sectors'
  /// ends can waste is taken off, and the spare sectors.
  public var capacity: Int {
    (layout.sectorCount - limits.spareSectors) * (layout.roomPerSector - largestFrame + layout.unit)
  }

  /// The bytes of flash that one batch may take.
  public var batchCapacity: Int { layout.roomPerSector }

  /// The bytes of flash a record takes.
  public func size(ofPayload bytes: Int) -> Int { layout.frameBytes(payload: bytes) }

  /// The bytes that records of this priority may still take.
  public func freeBytes(for priority: JournalPriority = .essential) -> Int {
    max(0, byteLimit(priority) - liveBytes)
  }

  /// How many records of this priority there may still be.
  public func freeRecords(for priority: JournalPriority = .essential) -> Int {
    max(0, recordLimit(priority) - records.count)
  }

  private func byteLimit(_ priority: JournalPriority) -> Int {
    switch priority {
    case .essential: capacity
    case .normal: capacity - limits.essentialBytes
    case .expendable: capacity - limits.essentialBytes - limits.normalBytes
    }
  }

  private func recordLimit(_ priority: JournalPriority) -> Int {
    switch priority {
    case .essential: limits.records
    case .normal: limits.records - limits.essentialRecords
    case .expendable: limits.records - limits.essentialRecords - limits.normalRecords
    }
  }

  /// Whether so much more may live. What takes no more than it replaces always may.
  func admits(_ bytes: Int, _ count: Int, _ priority: JournalPriority) -> Bool {
    (bytes <= 0 || liveBytes + bytes <= byteLimit(priority))
      && (count <= 0 || records.count + count <= recordLimit(priority))
  }

  /// Appends an event, which lives until it is removed. When this returns it survives a loss of
  /// power.
  ///
  /// - Parameters:
  ///   - choose: asked, as often as it takes, for the number of a record to drop when there is no
  ///     room: an expendable one, or one less essential than this. Each is removed at once.
  ///     `EvenThinning` chooses well among periodic readings.
  /// - Returns: its number.
  /// - Throws: `.full` when there is no room and `choose` names nothing that may be dropped;
  ///   `.tooLong`, `.exhausted`, `.flash`.
  @discardableResult
  public mutating func append(
    kind: UInt8, key: UInt32 = 0, priority: JournalPriority, _ payload: borrowing RawSpan,
    orDrop choose: (JournalIndex) -> UInt32? = { _ in nil }
  ) throws(JournalError) -> UInt32 {
    let header = FrameHeader(
      .event, kind: kind, key: key, priority: priority, length: payload.byteCount)
    return try add(header, payload, choose)
  }

  /// Makes the payload the value of its kind and key, in place of an older one. The parameters and
  /// the errors are those of `append`; replacing a value by one no longer always has room.
  @discardableResult
  public mutating func put(
    kind: UInt8, key: UInt32, priority: JournalPriority, _ payload: borrowing RawSpan,
    orDrop choose: (JournalIndex) -> UInt32? = { _ in nil }
  ) throws(JournalError) -> UInt32 {
    let header = FrameHeader(
      .value, kind: kind, key: key, priority: priority, length: payload.byteCount)
    return try add(header, payload, choose)
  }

  private mutating func add(
    _ header: FrameHeader, _ payload: borrowing RawSpan, _ choose: (JournalIndex) -> UInt32?
  ) throws(JournalError) -> UInt32 {
    guard header.length <= limits.payload else { throw JournalError(.tooLong) }
    let bytes = layout.frameBytes(payload: header.length)
    while true {
      let older = try replaced(header)
      if admits(bytes - (older ?? 0), older == nil ? 1 : 0, header.priority) { break }
      try drop(choose(records), for: header.priority)
    }
    return try commit(header, payload)
  }

  /// The bytes of the value that this one would replace.
  func replaced(_ header: FrameHeader) throws(JournalError) -> Int? {
    guard header.operation == .value || header.operation == .removeValue,
      let position = records.position(ofValue: header.kind, key: header.key)
    else { return nil }
    return try frameBytes(records.entry(position))
  }

  /// Drops what the caller chose, if it may be dropped for a record of this priority.
  mutating func drop(
    _ choice: UInt32?, for priority: JournalPriority
  ) throws(JournalError) {
    guard let choice, let position = records.position(of: choice) else {
      throw JournalError(.full)
    }
    let victim = records[position]
    guard victim.priority == .expendable || victim.priority > priority else {
      throw JournalError(.full)
    }
    try remove(victim)
  }

  /// Removes a record, event or value. When this returns it stays removed after a loss of power.
  ///
  /// - Throws: `.notFound` when no such record lives; `.exhausted`, `.flash`.
  public mutating func remove(_ sequence: UInt32) throws(JournalError) {
    guard let position = records.position(of: sequence) else { throw JournalError(.notFound) }
    try remove(records[position])
  }

  private mutating func remove(_ record: JournalRecord) throws(JournalError) {
    let header =
      record.isValue
      ? FrameHeader(.removeValue, kind: record.kind, key: record.key)
      : FrameHeader(.removeRecord, key: record.sequence)
    _ = try commit(header, RawSpan())
  }

  private mutating func commit(
    _ header: FrameHeader, _ payload: borrowing RawSpan
  ) throws(JournalError) -> UInt32 {
    try makeRoom(layout.frameBytes(payload: header.length))
    var header = header
    header.sequence = try takeSequence()
    let address = try write(header, payload)
    try sync()
    try account(header, address)
    return header.sequence
  }

  mutating func takeSequence() throws(JournalError) -> UInt32 {
    guard nextSequence < .max else { throw JournalError(.exhausted) }
    nextSequence += 1
    return nextSequence - 1
  }

  /// Enters a committed record and counts it.
  mutating func account(_ header: FrameHeader, _ address: Int) throws(JournalError) {
    let bytes = layout.frameBytes(payload: header.length)
    traffic.appendedBytes += UInt64(bytes)
    switch header.operation {
    case .event:
      liveBytes += bytes
    case .value:
      liveBytes += try bytes - (replaced(header) ?? 0)
    case .removeValue:
      liveBytes -= try replaced(header) ?? 0
    case .removeRecord:
      if let position = records.position(of: header.key) {
        liveBytes -= try frameBytes(records.entry(position))
      }
    }
    enter(header, address: address)
  }

  /// Reads a record's payload into the array, whose memory is used again, and checks it.
  ///
  /// - Throws: `.notFound` when no such record lives; `.damaged`; `.flash`.
  public func read(_ sequence: UInt32, into payload: inout [UInt8]) throws(JournalError) {
    payload.removeAll(keepingCapacity: true)
    guard let position = records.position(of: sequence) else { throw JournalError(.notFound) }
    let entry = records.entry(position)
    guard let frame = try frame(of: entry), frame.isCommitted, frame.header.sequence == sequence
    else { throw JournalError(.damaged) }
    let start = entry.address + JournalLayout.frameFields
    var done = 0
    while done < frame.header.length {
      let part = min(frame.header.length - done, Journal.chunkBytes)
      try read(start + done, part)
      payload.append(contentsOf: chunk[..<part])
      done += part
    }
  }

  /// Reads the value of this kind and key.
  ///
  /// - Returns: false when there is none; the array is then empty.
  /// - Throws: `.damaged`; `.flash`.
  public func read(
    valueOf kind: UInt8, key: UInt32, into payload: inout [UInt8]
  ) throws(JournalError) -> Bool {
    payload.removeAll(keepingCapacity: true)
    guard let position = records.position(ofValue: kind, key: key) else { return false }
    try read(records.entry(position).sequence, into: &payload)
    return true
  }
}
