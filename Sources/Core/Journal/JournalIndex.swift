/// A record that lives in the journal, without its payload.
public struct JournalRecord: Equatable, Sendable {
  /// Its number: greater than that of every record appended before; never used again.
  public let sequence: UInt32
  /// The caller's: what the payload is.
  public let kind: UInt8
  /// The caller's; a value is the latest of its kind and key.
  public let key: UInt32
  /// Whether a later record of the same kind and key replaces it.
  public let isValue: Bool
  public let priority: JournalPriority
}

/// The living records in the order in which they were appended; twelve bytes of RAM for each, taken in
/// pieces as they come: a partition may hold many records of which few live.
public struct JournalIndex: RandomAccessCollection, Sendable {
  /// RAM for one living record.
  public static var bytesPerRecord: Int { MemoryLayout<Entry>.stride }
  /// In bytes: what 20 bits of place can name.
  static let largestPartition = 4 << 20

  /// Twelve bytes: the sequence, the key, and in one word the place (20 bits, in words), the kind,
  /// whether it is a value, and the priority.
  struct Entry {
    var sequence: UInt32
    var key: UInt32
    var packed: UInt32

    init(_ header: FrameHeader, address: Int) {
      sequence = header.sequence
      key = header.key
      packed =
        UInt32(address / 4) << 12 | UInt32(header.kind) << 4
        | (header.operation == .value ? 8 : 0) | UInt32(header.priority.rawValue)
    }

    var address: Int {
      get { Int(packed >> 12) * 4 }
      set { packed = packed & 0xFFF | UInt32(newValue / 4) << 12 }
    }
    /// Kind and nature together, for comparing both at once.
    var nature: UInt32 { packed & 0xFF8 }
    var priority: JournalPriority { JournalPriority(rawValue: UInt8(packed & 3)) ?? .essential }

    static func nature(value kind: UInt8) -> UInt32 { UInt32(kind) << 4 | 8 }
  }

  /// The entries, shared by copies of this value until one of them changes.
  private final class Memory: @unchecked Sendable {
    var store: PieceStore
    init(_ store: consuming PieceStore) { self.store = store }
  }

  private var memory: Memory

  init(capacity: Int) {
    let piece = capacity > 2_048 ? capacity / 64 : 32
    memory = Memory(PieceStore(stride: MemoryLayout<Entry>.stride, piece: piece))
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { memory.store.count }

  public subscript(position: Int) -> JournalRecord {
    let entry = entry(position)
    return JournalRecord(
      sequence: entry.sequence, kind: UInt8(truncatingIfNeeded: entry.packed >> 4), key: entry.key,
      isValue: entry.packed & 8 != 0, priority: entry.priority)
  }

  /// Where the record of this number stands, if it lives.
  public func position(of sequence: UInt32) -> Int? {
    let position = firstPosition(notBefore: sequence)
    return position < endIndex && entry(position).sequence == sequence ? position : nil
  }

  /// Where the first record stands that is not older than this number; `endIndex` if none is.
  public func firstPosition(notBefore sequence: UInt32) -> Int {
    var low = 0
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if entry(middle).sequence < sequence { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where the value of this kind and key stands, if there is one.
  public func position(ofValue kind: UInt8, key: UInt32) -> Int? {
    let nature = Entry.nature(value: kind)
    var position = endIndex
    while position > 0 {
      position -= 1
      let place = place(position)
      if place.pointee.key == key && place.pointee.nature == nature { return position }
    }
    return nil
  }

  func entry(_ position: Int) -> Entry { place(position).pointee }

  private func place(_ position: Int) -> UnsafeMutablePointer<Entry> {
    memory.store.place(position).assumingMemoryBound(to: Entry.self)
  }

  private mutating func makeOwn() {
    if !isKnownUniquelyReferenced(&memory) { memory = Memory(memory.store.copied()) }
  }

  mutating func move(_ position: Int, to address: Int) {
    makeOwn()
    place(position).pointee.address = address
  }

  mutating func remove(_ position: Int) {
    makeOwn()
    memory.store.close(position)
  }

  /// Keeps the order of the numbers; a record that is there already moves to the new place.
  mutating func insert(_ header: FrameHeader, address: Int) {
    makeOwn()
    let position = firstPosition(notBefore: header.sequence)
    if position == endIndex || entry(position).sequence != header.sequence {
      _ = memory.store.open(position)
    }
    place(position).initialize(to: Entry(header, address: address))
  }

  mutating func removeAll() {
    makeOwn()
    while endIndex > 0 { memory.store.close(endIndex - 1) }
  }
}
