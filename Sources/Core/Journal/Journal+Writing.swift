extension Journal {
  /// A frame on its way to the flash.
  struct Pen {
    var address: Int
    var filled = 0
    var crc: CRC32
  }

  /// Sectors that hold nothing that lives.
  var freeSectors: Int { layout.sectorCount - (head - tail + 1) }

  /// Writes one frame at the head, where `makeRoom` has found room; returns its address. When the
  /// flash fails, its place is skipped.
  mutating func write(
    _ header: FrameHeader, _ payload: borrowing RawSpan
  ) throws(JournalError) -> Int {
    var pen = begin(header)
    let address = pen.address
    try payload.withUnsafeBytes { bytes throws(JournalError) in try put(bytes, &pen) }
    try finish(&pen, header)
    return address
  }

  private mutating func begin(_ header: FrameHeader) -> Pen {
    let offset = headOffset
    let pen = Pen(
      address: layout.address(head, offset), filled: JournalLayout.frameFields,
      crc: CRC32(seed: layout.seed(serial: head, offset: offset)))
    let bytes = layout.frameBytes(payload: header.length)
    // Until it is finished: behind it, and a unit free, as after a loss of power.
    headOffset = min(layout.sectorSize, offset + bytes + layout.unit)
    header.encode(into: chunk)
    return pen
  }

  private mutating func put(
    _ bytes: UnsafeRawBufferPointer, _ pen: inout Pen
  ) throws(JournalError) {
    var done = 0
    while done < bytes.count {
      if pen.filled == Journal.chunkBytes { try empty(&pen, Journal.chunkBytes) }
      let part = min(bytes.count - done, Journal.chunkBytes - pen.filled)
      for index in 0..<part { chunk[pen.filled + index] = bytes[done + index] }
      pen.filled += part
      done += part
    }
  }

  /// Programs what is in the chunk, filled up to whole units.
  private mutating func empty(_ pen: inout Pen, _ bytes: Int) throws(JournalError) {
    pen.crc.update(UnsafeRawBufferPointer(rebasing: chunk[..<pen.filled]))
    for index in pen.filled..<bytes { chunk[index] = FlashGeometry.erasedByte }
    try program(pen.address, bytes)
    pen.address += bytes
    pen.filled = 0
  }

  /// The checksum comes last, in a unit of its own: whatever part of the frame was programmed when
  /// the power went, it does not fit unless all of it was.
  private mutating func finish(_ pen: inout Pen, _ header: FrameHeader) throws(JournalError) {
    try empty(&pen, layout.rounded(pen.filled))
    for index in 0..<layout.unit { chunk[index] = FlashGeometry.erasedByte }
    chunk.put(pen.crc.value, at: 0)
    try program(pen.address, layout.unit)
    headOffset = pen.address + layout.unit - layout.slot(head) * layout.sectorSize
  }

  /// Cleans and begins sectors until so many bytes fit in one piece at the head, with a sector
  /// free.
  mutating func makeRoom(_ bytes: Int) throws(JournalError) {
    var cleaned = 0
    while freeSectors < 1 || headOffset + bytes > layout.sectorSize {
      if freeSectors > 1 {
        try beginSector()
      } else {
        // Once around, everything that lives stands close together.
        guard cleaned <= 2 * layout.sectorCount, tail < head else { throw JournalError(.full) }
        try cleanSector()
        cleaned += 1
      }
    }
  }

  /// Erases the sector after the head and makes it the head.
  private mutating func beginSector() throws(JournalError) {
    let serial = head + 1
    let slot = layout.slot(serial)
    // What was copied has to be safe before the originals go.
    try sync()
    var count = headEraseCount
    if case .valid(let old) = try sectorHeader(slot) { count = old.eraseCount &+ 1 }
    if isErased, serial < layout.sectorCount {
      isErased = serial + 1 < layout.sectorCount
    } else {
      try retire(slot)
      try erase(slot)
      count = max(count, 1)
    }
    let header = SectorHeader(serial: serial, eraseCount: count, nextSequence: nextSequence)
    header.encode(layout, into: chunk)
    try program(slot * layout.sectorSize, layout.headerBytes)
    try sync()
    head = serial
    headOffset = layout.headerBytes
    headEraseCount = count
  }

  /// Clears a sector's header. An erase that is cut short may leave an old record readable and the
  /// removal of it not; with the header gone, neither counts.
  private mutating func retire(_ slot: Int) throws(JournalError) {
    for index in 0..<layout.headerBytes { chunk[index] = 0 }
    try program(slot * layout.sectorSize, layout.headerBytes)
    try sync()
  }

  /// Copies what lives in the oldest sector to the head; then the sector is free. Before it is, the
  /// last free sector may have been begun: it holds copies only, so that opening can start over.
  mutating func cleanSector() throws(JournalError) {
    let start = layout.slot(tail) * layout.sectorSize
    let range = start..<start + layout.sectorSize
    var position = 0
    while position < records.count {
      guard range.contains(records.entry(position).address) else {
        position += 1
        continue
      }
      if try copy(position) { position += 1 } else { records.remove(position) }
    }
    tail += 1
  }

  /// False when the record turned out damaged: it is lost.
  private mutating func copy(_ position: Int) throws(JournalError) -> Bool {
    let entry = records.entry(position)
    guard let frame = try frame(of: entry), frame.isCommitted,
      frame.header.sequence == entry.sequence
    else {
      traffic.lostRecords += 1
      return false
    }
    if headOffset + frame.bytes > layout.sectorSize {
      guard freeSectors > 0 else { throw JournalError(.full) }
      try beginSector()
    }
    var header = frame.header
    header.follows = false
    header.continues = false
    var pen = begin(header)
    let address = pen.address
    var source = entry.address + JournalLayout.frameFields
    var left = header.length
    while left > 0 {
      if pen.filled == Journal.chunkBytes { try empty(&pen, Journal.chunkBytes) }
      let part = min(left, Journal.chunkBytes - pen.filled)
      try read(source, into: pen.filled, part)
      pen.filled += part
      source += part
      left -= part
    }
    try finish(&pen, header)
    records.move(position, to: address)
    traffic.copiedBytes += UInt64(frame.bytes)
    return true
  }

  private func read(
    _ address: Int, into offset: Int, _ count: Int
  ) throws(JournalError) {
    let target = UnsafeMutableRawBufferPointer(rebasing: chunk[offset..<offset + count])
    do throws(FlashError) { try port.read(at: address, into: target) } catch {
      throw JournalError(error)
    }
  }

  /// Cleans one sector ahead of need, if there is something to gain: called when there is time, it
  /// keeps the erase and the copying out of the next append.
  ///
  /// - Returns: whether calling it again now would gain more.
  public mutating func tidy() throws(JournalError) -> Bool {
    guard isWorthTidying else { return false }
    try cleanSector()
    try sync()
    return isWorthTidying
  }

  /// Fewer than three sectors are free, and at least two could be.
  private var isWorthTidying: Bool {
    let used = (head - tail) * layout.roomPerSector
    return tail < head && freeSectors < 3 && used - liveBytes > 2 * layout.roomPerSector
  }
}
