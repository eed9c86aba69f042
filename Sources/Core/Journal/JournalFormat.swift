/// Where things lie in a sector: a header, then frames of one record each, one after the other.
/// Numbers are little-endian. docs/decisions/0011-journal.md has the picture.
struct JournalLayout {
  /// Readers refuse a greater major number; a greater minor number only adds.
  static let major: UInt8 = 1
  static let minor: UInt8 = 0
  /// "OCPJ".
  static let magic: UInt32 = 0x4A50_434F
  static let sectorFields = 24
  static let frameFields = 12

  let sectorSize: Int
  let sectorCount: Int
  /// In bytes: what is programmed together, and what a frame's parts are rounded up to.
  let unit: Int

  /// Nil when the geometry is not one the journal can use.
  init?(_ geometry: FlashGeometry) {
    sectorSize = geometry.sectorSize
    sectorCount = geometry.sectorCount
    unit = max(4, geometry.programUnit)
    guard sectorSize >= 256, sectorSize & (sectorSize - 1) == 0, sectorSize <= 1 << 20,
      sectorCount >= 4, sectorCount <= 0xFFFF, geometry.size <= JournalIndex.largestPartition,
      geometry.programUnit >= 1, geometry.programUnit <= 32, unit & (unit - 1) == 0
    else { return nil }
  }

  func rounded(_ bytes: Int) -> Int { (bytes + unit - 1) & ~(unit - 1) }

  /// The sector header with its checksum.
  var headerBytes: Int { rounded(JournalLayout.sectorFields) + unit }

  /// A record with everything around it.
  func frameBytes(payload: Int) -> Int { rounded(JournalLayout.frameFields + payload) + unit }

  /// What a sector holds beside its header.
  var roomPerSector: Int { sectorSize - headerBytes }

  func slot(_ serial: Int) -> Int { serial % sectorCount }
  func address(_ serial: Int, _ offset: Int) -> Int { slot(serial) * sectorSize + offset }

  /// A frame's checksum depends on where it stands, so that bytes copied elsewhere, or left over
  /// from the sector's last life, are never taken for a record.
  func seed(serial: Int, offset: Int) -> UInt32 {
    (UInt32(truncatingIfNeeded: serial) &* 0x9E37_79B1) ^ UInt32(truncatingIfNeeded: offset)
  }
}

/// The first bytes of a sector in use.
struct SectorHeader: Equatable {
  /// Counts the sectors ever begun; `serial % sectorCount` is the place, so that wear is even.
  var serial: Int
  var eraseCount: UInt32
  /// No record appended before this sector was begun has this number or a greater one.
  var nextSequence: UInt32

  /// What the bytes are.
  enum Finding: Equatable {
    case valid(SectorHeader)
    case newerFormat
    case otherGeometry
    /// Erased, torn, damaged or foreign.
    case none
  }

  func encode(_ layout: JournalLayout, into bytes: UnsafeMutableRawBufferPointer) {
    for index in 0..<layout.headerBytes { bytes[index] = FlashGeometry.erasedByte }
    bytes.put(JournalLayout.magic, at: 0)
    bytes[4] = JournalLayout.major
    bytes[5] = JournalLayout.minor
    bytes[6] = UInt8(layout.sectorSize.trailingZeroBitCount)
    bytes[7] = UInt8(layout.unit.trailingZeroBitCount)
    bytes.put(UInt32(layout.sectorCount) | 0xFFFF_0000, at: 8)
    bytes.put(UInt32(truncatingIfNeeded: serial), at: 12)
    bytes.put(eraseCount, at: 16)
    bytes.put(nextSequence, at: 20)
    bytes.put(
      SectorHeader.checksum(UnsafeRawBufferPointer(bytes)),
      at: layout.rounded(JournalLayout.sectorFields))
  }

  static func decode(_ bytes: UnsafeRawBufferPointer, _ layout: JournalLayout) -> Finding {
    guard bytes.word(at: 0) == JournalLayout.magic, bytes[7] <= 5 else { return .none }
    // The checksum stands where the writer's unit put it.
    let unit = 1 << Int(bytes[7])
    let place = (JournalLayout.sectorFields + unit - 1) & ~(unit - 1)
    guard bytes.word(at: place) == checksum(bytes) else { return .none }
    guard bytes[4] <= JournalLayout.major else { return .newerFormat }
    guard unit == layout.unit, 1 << Int(bytes[6] & 31) == layout.sectorSize,
      Int(bytes.word(at: 8) & 0xFFFF) == layout.sectorCount
    else { return .otherGeometry }
    guard let serial = Int(exactly: bytes.word(at: 12)) else { return .none }
    return .valid(
      SectorHeader(
        serial: serial, eraseCount: bytes.word(at: 16), nextSequence: bytes.word(at: 20)))
  }

  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var crc = CRC32()
    crc.update(UnsafeRawBufferPointer(rebasing: bytes[..<JournalLayout.sectorFields]))
    return crc.value
  }
}

/// The first bytes of a record.
struct FrameHeader: Equatable {
  enum Operation: UInt8 {
    /// One of its own.
    case event = 0
    /// The latest of its kind and key.
    case value
    /// Ends the record whose sequence is `key`.
    case removeRecord
    /// Ends the value of its kind and key.
    case removeValue
  }

  var length: Int
  var kind: UInt8
  var operation: Operation
  var priority: JournalPriority
  /// Belongs to a batch that an earlier frame began.
  var follows = false
  /// Belongs to a batch that a later frame ends: without that one, this does not count.
  var continues = false
  var sequence: UInt32 = 0
  var key: UInt32

  func encode(into bytes: UnsafeMutableRawBufferPointer) {
    let flags =
      0x80 | operation.rawValue | priority.rawValue << 2 | (follows ? 16 : 0) | (continues ? 32 : 0)
    bytes.put(UInt32(length) | UInt32(kind) << 16 | UInt32(flags) << 24, at: 0)
    bytes.put(sequence, at: 4)
    bytes.put(key, at: 8)
  }

  /// Nil when the bytes cannot be a record.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let word = bytes.word(at: 0)
    let flags = UInt8(word >> 24)
    guard flags & 0xC0 == 0x80, let operation = Operation(rawValue: flags & 3),
      let priority = JournalPriority(rawValue: (flags >> 2) & 3)
    else { return nil }
    length = Int(word & 0xFFFF)
    kind = UInt8(truncatingIfNeeded: word >> 16)
    self.operation = operation
    self.priority = priority
    follows = flags & 16 != 0
    continues = flags & 32 != 0
    sequence = bytes.word(at: 4)
    key = bytes.word(at: 8)
  }

  init(
    _ operation: Operation, kind: UInt8 = 0, key: UInt32, priority: JournalPriority = .essential,
    length: Int = 0
  ) {
    self.operation = operation
    self.kind = kind
    self.key = key
    self.priority = priority
    self.length = length
  }
}

extension UnsafeRawBufferPointer {
  func word(at offset: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}

extension UnsafeMutableRawBufferPointer {
  func put(_ word: UInt32, at offset: Int) {
    storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt32.self)
  }
}
