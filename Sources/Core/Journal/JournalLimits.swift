/// What is given up first when the journal is full: see `Journal.append`.
public enum JournalPriority: UInt8, Sendable, CaseIterable, Comparable {
  /// Never dropped, and refused last: Start, Stop, the readings at a transaction's begin and end.
  case essential = 0
  /// Never dropped: configuration, profiles, list entries.
  case normal
  /// May be dropped to make room: periodic readings, cache entries.
  case expendable

  /// Less essential is greater.
  public static func < (left: JournalPriority, right: JournalPriority) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// How much a journal may hold, and what is kept free for whom.
public struct JournalLimits: Equatable, Sendable {
  /// The longest payload of one record, in bytes.
  public var payload: Int
  /// How many records may live at once; each costs `JournalIndex.bytesPerRecord` of RAM.
  public var records: Int
  /// Bytes that only essential records may use.
  public var essentialBytes: Int
  /// Records that only may be essential.
  public var essentialRecords: Int
  /// Bytes, beside the essential ones, that expendable records may not use.
  public var normalBytes: Int
  /// Records, beside the essential ones, that expendable ones may not be.
  public var normalRecords: Int
  /// Sectors that live records never fill: the more, the less is copied (at most `sectorCount`
  /// divided by this times what is appended). At least 2, or as many as there are.
  public var spareSectors: Int

  /// The defaults for a partition: an eighth spare, an eighth for essential records only, an eighth
  /// more that expendable records leave free.
  public init(for geometry: FlashGeometry) {
    payload = min(512, geometry.sectorSize / 4)
    records = max(16, geometry.size / 128)
    spareSectors = max(2, geometry.sectorCount / 8)
    essentialBytes = geometry.size / 8
    normalBytes = geometry.size / 8
    essentialRecords = records / 8
    normalRecords = records / 8
  }
}
