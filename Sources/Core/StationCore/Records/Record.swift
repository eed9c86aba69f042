import Journal

/// What a record is about. The raw value stands in flash: never reuse one.
public enum RecordKind: UInt8, Sendable, CaseIterable {
  /// Identity prefix, boot number, station time. Key 0.
  case boot = 1
  /// Wall time minus station time at the first sync of a boot. Key: boot number modulo 8.
  case clockOffset = 2
  /// A configuration value. Key: the key's raw value.
  case configuration = 3
  /// Inoperative or scheduled. Key: connector.
  case availability = 4
  /// The running transaction of a connector. Key: connector.
  case transaction = 5
  /// The last meter sample of a running transaction. Key: connector.
  case lastSample = 6
  /// A transaction message that is owed to the central system. Key: slot.
  case message = 7
  /// Attempts spent on the head of the queue. Key 0.
  case attempts = 8
  /// The id the central system gave a transaction whose messages are still owed. Key: slot.
  case transactionID = 9
  /// A meter value that goes into StopTransaction. Key: slot.
  case stopSample = 10
  /// A message that was given up. Key: ring of the last ones.
  case deadLetter = 11
  /// The local list's version. Key 0.
  case listVersion = 12
  case listEntry = 13
  case cacheEntry = 14
  /// Key: connector, 0 for any connector.
  case reservation = 15
  /// An installed charging profile. Key: slot.
  case profile = 16
  /// The firmware update under way. Key 0.
  case firmware = 17
  /// A security event that is owed to the central system. Key: slot.
  case securityEvent = 18

  /// Whether a station with the Core profile alone has such records.
  var isOfCore: Bool {
    switch self {
    case .boot, .clockOffset, .configuration, .availability, .transaction, .lastSample, .message,
      .attempts, .transactionID, .stopSample, .deadLetter, .cacheEntry:
      true
    case .listVersion, .listEntry, .reservation, .profile, .firmware, .securityEvent: false
    }
  }
}

/// What goes first when the journal runs out of room.
public enum RecordPriority: UInt8, Sendable {
  /// May be dropped by the journal itself: the last of many samples.
  case expendable
  case normal
  /// Money: the beginning and the end of a transaction.
  case essential
}

/// A value that is written to the journal, or a key that is to be forgotten.
public struct Record: Sendable {
  public let kind: RecordKind
  public let key: UInt32
  /// Forget the key; no bytes.
  public let isRemoval: Bool
  /// The place of the value in the output.
  let bytes: Range<Int>
}

/// The records of an event, in order; no two are of the same kind and key.
public struct Records: Sequence, IteratorProtocol, Sendable {
  let batch: JournalBatch
  private var offset = 0

  init(batch: JournalBatch) { self.batch = batch }

  public var isEmpty: Bool { batch.count == 0 }

  public mutating func next() -> Record? {
    guard let (change, next) = batch.change(offset) else { return nil }
    offset = next
    guard let kind = RecordKind(rawValue: change.kind) else { return nil }
    return Record(
      kind: kind, key: change.key, isRemoval: change.isRemoval, bytes: change.payload)
  }
}

/// Something that survives a power cut.
protocol Recorded: ~Copyable {
  func write(_ writer: inout RecordWriter)
  init?(_ reader: inout RecordReader)
}
