/// An append-only log on a small flash partition, which survives a loss of power at any instant.
///
/// It holds *events*, which live until they are removed (the message queue, the steps of a
/// transaction), and *values*, of which the latest of each kind and key lives (configuration,
/// profiles, list and cache entries). Every change is one record; a record counts once its last
/// unit is programmed, and a batch once its last record is. The sectors form a ring: records are
/// appended at its head, and what still lives at its tail is copied to the head before the tail is
/// erased, so that every sector is erased equally often (docs/decisions/0011-journal.md).
///
/// RAM: `JournalIndex.bytesPerRecord` for each record that lives, in pieces of 32, up to
/// `JournalLimits.records` of them; 128 bytes of buffer, and about 150 bytes of state. Only a record
/// for which another piece is needed allocates anything.
public struct Journal<Port: FlashPort>: ~Copyable {
  private let pin = Pin()
  /// The flash, for counters and closing; programming it behind the journal's back ruins it.
  public internal(set) var port: Port
  public let limits: JournalLimits
  /// The living records, oldest first.
  public internal(set) var records: JournalIndex
  /// What was found when the journal was opened.
  public internal(set) var opening = JournalOpening()
  /// What was written since.
  public internal(set) var traffic = JournalTraffic()
  /// The bytes of flash that living records take, everything around them included.
  public internal(set) var liveBytes = 0

  let layout: JournalLayout
  /// Where bytes stand on their way to and from the flash, and as much again to compare with.
  var chunk: UnsafeMutableRawBufferPointer { buffer.bytes }
  private let buffer = FlashBuffer(bytes: 2 * FlashBuffer.chunk)
  static var chunkBytes: Int { FlashBuffer.chunk }

  /// The serial of the sector appended to; -1 before the first.
  var head = -1
  /// Where the next frame goes in it; `sectorSize` when there is none.
  var headOffset: Int
  /// The serial of the oldest sector that is not free.
  var tail = 0
  var nextSequence: UInt32 = 1
  /// How often the head was erased.
  var headEraseCount: UInt32 = 0
  /// The largest frame there may be: what a sector's end can waste.
  var largestFrame: Int
  /// When it was opened, everything in the newest sector was in an older one too.
  var headHoldsOnlyCopies = false
  /// The partition was found erased, so that its first sectors need no erase.
  var isErased = false

  /// Opens the journal that the partition holds, or a new one if the partition is erased. Writes
  /// nothing, except that it erases one sector when the power was lost while it was filled with
  /// copies.
  ///
  /// - Throws: `.foreign`, `.newerFormat` or `.otherGeometry`, having changed nothing;
  ///   `.badLimits`; `.flash`. Damage is no error: what is intact is opened, and `opening` says
  ///   what is not.
  public static func open(_ port: Port, limits: JournalLimits) throws(JournalError) -> Journal {
    var journal = try Journal(unread: port, limits: limits)
    try journal.load()
    return journal
  }

  /// Erases the partition, whatever it holds, and forgets it; keeps only the highest erase count.
  /// When the power is lost meanwhile, the partition opens as `.foreign` or with the newer part of
  /// what it held: format it again.
  public static func format(_ port: Port, limits: JournalLimits) throws(JournalError) -> Journal {
    var journal = try Journal(unread: port, limits: limits)
    try journal.eraseEverything()
    return journal
  }

  private init(unread port: Port, limits: JournalLimits) throws(JournalError) {
    guard let layout = JournalLayout(port.geometry), limits.isPossible(layout) else {
      throw JournalError(.badLimits)
    }
    self.port = port
    self.layout = layout
    self.limits = limits
    largestFrame = layout.frameBytes(payload: limits.payload)
    headOffset = layout.sectorSize
    records = JournalIndex(capacity: limits.records)
  }

  private mutating func eraseEverything() throws(JournalError) {
    for slot in 0..<layout.sectorCount {
      if case .valid(let header) = try sectorHeader(slot) {
        headEraseCount = max(headEraseCount, header.eraseCount)
      }
    }
    for slot in 0..<layout.sectorCount { try erase(slot) }
    try sync()
    headEraseCount += 1
    isErased = true
  }

  /// Gives the flash back.
  public consuming func close() -> Port { port }

  /// How often each sector was erased, as far as its header is readable; the place in the partition
  /// is the place in the array.
  public func eraseCounts() throws(JournalError) -> [UInt32?] {
    var counts: [UInt32?] = []
    for slot in 0..<layout.sectorCount {
      if case .valid(let header) = try sectorHeader(slot) {
        counts.append(header.eraseCount)
      } else {
        counts.append(nil)
      }
    }
    return counts
  }

  func sectorHeader(_ slot: Int) throws(JournalError) -> SectorHeader.Finding {
    try read(slot * layout.sectorSize, Journal.chunkBytes)
    return SectorHeader.decode(UnsafeRawBufferPointer(chunk), layout)
  }
}

/// What was found when a journal was opened.
public struct JournalOpening: Equatable, Sendable {
  /// Nothing was ever written, or the very first write was cut short.
  public var isNew = false
  /// Writes that a loss of power cut short: as if they had never been.
  public var tornWrites = 0
  /// Places where the flash lost bits; each may have cost one record or more, and the removal or
  /// the replacement of older ones, which are then back.
  public var damagedPlaces = 0
  /// Sectors whose header was unreadable; what is intact in them was read all the same.
  public var damagedSectors = 0

  public init() {}
}

/// What a journal has written since it was opened.
public struct JournalTraffic: Equatable, Sendable {
  /// Bytes of the records the caller appended, everything around them included.
  public var appendedBytes: UInt64 = 0
  /// Bytes of living records copied so that their sector could be erased.
  public var copiedBytes: UInt64 = 0
  public var erases: UInt64 = 0
  /// Living records found damaged when they were to be copied: gone.
  public var lostRecords = 0

  public init() {}
}

/// Memory that lives as long as the journal.
final class FlashBuffer {
  /// A multiple of every unit, and no less than a sector header.
  static var chunk: Int { 64 }
  let bytes: UnsafeMutableRawBufferPointer

  init(bytes count: Int) { bytes = .allocate(byteCount: count, alignment: 8) }

  deinit { bytes.deallocate() }
}
