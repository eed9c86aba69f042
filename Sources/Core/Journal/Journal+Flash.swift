extension Journal {
  /// Reads into the start of the chunk.
  func read(_ address: Int, _ count: Int) throws(JournalError) {
    do throws(FlashError) {
      try port.read(at: address, into: UnsafeMutableRawBufferPointer(rebasing: chunk[..<count]))
    } catch {
      throw JournalError(error)
    }
  }

  /// Programs the start of the chunk.
  mutating func program(_ address: Int, _ count: Int) throws(JournalError) {
    do throws(FlashError) {
      try port.program(at: address, UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    } catch {
      throw JournalError(error)
    }
  }

  mutating func erase(_ slot: Int) throws(JournalError) {
    do throws(FlashError) { try port.erase(sector: slot) } catch { throw JournalError(error) }
    traffic.erases += 1
  }

  mutating func sync() throws(JournalError) {
    do throws(FlashError) { try port.sync() } catch { throw JournalError(error) }
  }

  /// Whether the bytes read erased.
  func isBlank(_ address: Int, _ count: Int) throws(JournalError) -> Bool {
    var done = 0
    while done < count {
      let part = min(count - done, Journal.chunkBytes)
      try read(address + done, part)
      guard isErased(part) else { return false }
      done += part
    }
    return true
  }

  /// Whether the first bytes of the chunk are as erasing leaves them; by words, because the first start
  /// looks at the whole partition.
  private func isErased(_ count: Int) -> Bool {
    let erased = UInt32(FlashGeometry.erasedByte) &* 0x0101_0101
    var index = 0
    while index + 4 <= count {
      if chunk.load(fromByteOffset: index, as: UInt32.self) != erased { return false }
      index += 4
    }
    while index < count {
      if chunk[index] != FlashGeometry.erasedByte { return false }
      index += 1
    }
    return true
  }

  /// A frame that can be read, with its checksums.
  struct Frame {
    var header: FrameHeader
    var bytes: Int
    /// What the checksum has to be.
    var computed: UInt32
    /// What stands there.
    var stored: UInt32

    var isCommitted: Bool { computed == stored }
    /// The checksum is programmed last and programming only clears bits: as long as no bit of it is
    /// cleared that should not be, it may be one that was cut short.
    var mayBeTorn: Bool { stored & computed == computed }
  }

  /// The frame at an offset in the sector of a serial; nil when there is nothing like one.
  func frame(_ serial: Int, _ offset: Int) throws(JournalError) -> Frame? {
    guard offset + layout.frameBytes(payload: 0) <= layout.sectorSize else { return nil }
    let address = layout.address(serial, offset)
    try read(address, JournalLayout.frameFields)
    guard let header = FrameHeader(UnsafeRawBufferPointer(chunk)) else { return nil }
    let bytes = layout.frameBytes(payload: header.length)
    guard offset + bytes <= layout.sectorSize else { return nil }
    var crc = CRC32(seed: layout.seed(serial: serial, offset: offset))
    var done = 0
    let end = JournalLayout.frameFields + header.length
    while done < end {
      let part = min(end - done, Journal.chunkBytes)
      try read(address + done, part)
      crc.update(UnsafeRawBufferPointer(rebasing: chunk[..<part]))
      done += part
    }
    try read(address + bytes - layout.unit, 4)
    return Frame(
      header: header, bytes: bytes, computed: crc.value,
      stored: UnsafeRawBufferPointer(chunk).word(at: 0))
  }

  /// The serial of the sector that holds the address.
  func serial(ofAddress address: Int) -> Int {
    let slot = address / layout.sectorSize
    let behind = (layout.slot(head) - slot + layout.sectorCount) % layout.sectorCount
    return head - behind
  }

  /// The frame of a living record.
  func frame(of entry: JournalIndex.Entry) throws(JournalError) -> Frame? {
    let address = entry.address
    return try frame(serial(ofAddress: address), address % layout.sectorSize)
  }
}
