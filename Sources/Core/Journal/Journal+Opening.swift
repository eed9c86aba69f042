extension JournalLimits {
  /// Whether they fit the partition.
  func isPossible(_ layout: JournalLayout) -> Bool {
    payload >= 0 && payload <= 0xFFFF && records > 0
      && layout.frameBytes(payload: payload) <= layout.roomPerSector
      && spareSectors >= 2 && spareSectors < layout.sectorCount
      && essentialBytes >= 0 && normalBytes >= 0 && essentialRecords >= 0 && normalRecords >= 0
  }
}

extension Journal {
  mutating func load() throws(JournalError) {
    guard try findHead() else { return try loadUnused() }
    try loadSectors()
    let isFull = head - tail + 1 == layout.sectorCount
    if isFull, headHoldsOnlyCopies {
      // The power was lost while the last free sector was filled with copies. The originals are all
      // there: starting over makes sure that there is room for the copies however often that
      // happens.
      try erase(layout.slot(head))
      try sync()
      guard try findHead() else { throw JournalError(.foreign) }
      try loadSectors()
    }
    try addUp()
  }

  /// Finds the newest sector with a readable header; false if there is none.
  private mutating func findHead() throws(JournalError) -> Bool {
    head = -1
    for slot in 0..<layout.sectorCount {
      switch try sectorHeader(slot) {
      case .newerFormat: throw JournalError(.newerFormat)
      case .otherGeometry: throw JournalError(.otherGeometry)
      case .none: break
      case .valid(let header):
        guard layout.slot(header.serial) == slot, header.serial > head else { break }
        head = header.serial
        headEraseCount = header.eraseCount
        nextSequence = max(1, header.nextSequence)
      }
    }
    return head >= 0
  }

  /// An erased partition, apart from first headers that were cut short, is a new journal.
  private mutating func loadUnused() throws(JournalError) {
    var blanks = 0
    for slot in 0..<layout.sectorCount {
      let start = slot * layout.sectorSize
      if try isBlank(start, layout.sectorSize) { continue }
      // Sector after sector, starting with the first, may have been tried.
      guard blanks == slot,
        try isBlank(start + layout.headerBytes, layout.sectorSize - layout.headerBytes),
        try isTornFirstHeader(slot)
      else { throw JournalError(.foreign) }
      blanks += 1
    }
    guard blanks < layout.sectorCount else { throw JournalError(.foreign) }
    head = blanks - 1
    tail = blanks
    isErased = true
    opening.isNew = true
    opening.tornWrites = blanks
  }

  /// Whether the bytes can be what programming the very first header has left: no bit cleared that
  /// the header does not clear.
  private func isTornFirstHeader(_ slot: Int) throws(JournalError) -> Bool {
    let header = SectorHeader(serial: slot, eraseCount: 0, nextSequence: 1)
    let expected = UnsafeMutableRawBufferPointer(rebasing: chunk[Journal.chunkBytes...])
    header.encode(layout, into: expected)
    try read(slot * layout.sectorSize, layout.headerBytes)
    return (0..<layout.headerBytes).allSatisfy { chunk[$0] & expected[$0] == expected[$0] }
  }

  /// Reads every sector, oldest first, and finds out where to go on.
  private mutating func loadSectors() throws(JournalError) {
    records.removeAll()
    opening = JournalOpening()
    // The header of the newest sector may have been damaged; its records carry its serial.
    if try hasFrames(head + 1) { head += 1 }
    let oldest = max(0, head - layout.sectorCount + 1)
    var inOldest = opening
    for serial in oldest...head {
      var isReadable = false
      if case .valid(let header) = try sectorHeader(layout.slot(serial)) {
        isReadable = header.serial == serial
        nextSequence = max(nextSequence, header.nextSequence)
      }
      headHoldsOnlyCopies = true
      if isReadable {
        try load(serial)
      } else if try !isUnused(serial), try !isRetired(serial) {
        opening.damagedSectors += 1
        try load(serial)
      }
      if serial == head, !isReadable { headOffset = layout.sectorSize }
      if serial == oldest { inOldest = opening }
    }
    findTail()
    if tail > oldest, head - oldest + 1 == layout.sectorCount {
      // Nothing lives in the sector to be erased next; perhaps it is half erased already.
      opening.damagedPlaces -= inOldest.damagedPlaces
      opening.damagedSectors -= inOldest.damagedSectors
    }
  }

  private mutating func findTail() {
    tail = head
    for position in records.indices {
      tail = min(tail, serial(ofAddress: records.entry(position).address))
    }
  }

  /// Whether a sector without a readable header was never more than begun.
  private func isUnused(_ serial: Int) throws(JournalError) -> Bool {
    try isBlank(
      layout.address(serial, layout.headerBytes), layout.sectorSize - layout.headerBytes)
  }

  /// Whether the sector is the one to be erased next and its header was cleared for that, which
  /// begins with the first word: nothing in it counts any more. Any other unreadable header is
  /// damage.
  private func isRetired(_ serial: Int) throws(JournalError) -> Bool {
    guard serial == head - layout.sectorCount + 1 else { return false }
    try read(layout.address(serial, 0), 4)
    return UnsafeRawBufferPointer(chunk).word(at: 0) != JournalLayout.magic
  }

  /// Whether the sector after the newest, whose header is unreadable, holds records of that serial.
  private func hasFrames(_ serial: Int) throws(JournalError) -> Bool {
    guard try sectorHeader(layout.slot(serial)) == .none, try !isUnused(serial) else {
      return false
    }
    var offset = layout.headerBytes
    while offset < layout.sectorSize {
      if let frame = try frame(serial, offset), frame.isCommitted { return true }
      offset += layout.unit
    }
    return false
  }

  /// Reads one sector's records into the index and leaves `headOffset` where one could go on in it.
  private mutating func load(_ serial: Int) throws(JournalError) {
    var offset = layout.headerBytes
    /// Behind everything that was ever programmed.
    var end = offset
    /// Unreadable bytes before this were judged already.
    var judged = 0
    var batch: Int?
    while offset < layout.sectorSize {
      if let frame = try frame(serial, offset), frame.isCommitted {
        if offset != end || !frame.header.follows { batch = nil }
        if !frame.header.follows { batch = offset }
        nextSequence = max(nextSequence, frame.header.sequence &+ 1)
        let next = offset + frame.bytes
        if let batch, !frame.header.continues { try apply(serial, from: batch, to: next) }
        if !frame.header.continues { batch = nil }
        offset = next
        end = next
        judged = 0
      } else if try isBlank(layout.address(serial, offset), layout.unit) {
        batch = nil
        offset += layout.unit
        // No frame begins with all ones: what was never programmed is passed over by the chunk.
        while offset < layout.sectorSize - Journal.chunkBytes,
          try isBlank(layout.address(serial, offset), Journal.chunkBytes)
        {
          offset += Journal.chunkBytes
        }
      } else {
        batch = nil
        if offset >= judged { judged = try judge(serial, offset) }
        offset += layout.unit
        end = max(offset, judged == .max ? 0 : judged)
      }
    }
    // One unit stays free, because the last write may have begun there and left no readable trace.
    headOffset = min(layout.sectorSize, end + layout.unit)
  }

  /// Counts unreadable bytes as torn or as damaged; returns where the next finding may begin.
  private mutating func judge(_ serial: Int, _ offset: Int) throws(JournalError) -> Int {
    if let frame = try frame(serial, offset), frame.mayBeTorn {
      opening.tornWrites += 1
      return offset + frame.bytes
    }
    let fieldsEnd = min(
      layout.sectorSize, offset + layout.rounded(JournalLayout.frameFields))
    let behind = min(layout.unit, layout.sectorSize - fieldsEnd)
    if try isBlank(layout.address(serial, fieldsEnd), behind) {
      opening.tornWrites += 1
      return fieldsEnd
    }
    opening.damagedPlaces += 1
    return .max
  }

  /// Takes the committed frames of one record or one batch into the index.
  private mutating func apply(_ serial: Int, from: Int, to end: Int) throws(JournalError) {
    var offset = from
    while offset < end {
      let address = layout.address(serial, offset)
      try read(address, JournalLayout.frameFields)
      guard let header = FrameHeader(UnsafeRawBufferPointer(chunk)) else { return }
      let bytes = layout.frameBytes(payload: header.length)
      switch header.operation {
      case .event, .value:
        if records.position(of: header.sequence) == nil { headHoldsOnlyCopies = false }
        largestFrame = max(largestFrame, bytes)
      case .removeRecord, .removeValue:
        headHoldsOnlyCopies = false
      }
      enter(header, address: address)
      offset += bytes
    }
  }

  /// Changes the index as the record says.
  mutating func enter(_ header: FrameHeader, address: Int) {
    switch header.operation {
    case .event:
      records.insert(header, address: address)
    case .value:
      if let older = records.position(ofValue: header.kind, key: header.key) {
        guard records.entry(older).sequence <= header.sequence else { return }
        records.remove(older)
      }
      records.insert(header, address: address)
    case .removeRecord:
      if let position = records.position(of: header.key) { records.remove(position) }
    case .removeValue:
      if let position = records.position(ofValue: header.kind, key: header.key) {
        records.remove(position)
      }
    }
  }

  private mutating func addUp() throws(JournalError) {
    liveBytes = 0
    for position in records.indices { liveBytes += try frameBytes(records.entry(position)) }
  }

  /// The bytes of flash a living record takes.
  func frameBytes(_ entry: JournalIndex.Entry) throws(JournalError) -> Int {
    try read(entry.address, 4)
    return layout.frameBytes(payload: Int(UnsafeRawBufferPointer(chunk).word(at: 0) & 0xFFFF))
  }
}
