import OCPP16
import OCPPJSON

/// An id and what is known of it.
struct TokenEntry: Sendable {
  var expiry: DateTime?
  var status = AuthorizationStatus.accepted
  private var place: UInt16 = 0
  var idTag: Text
  /// Empty when there is none.
  var parentIdTag = Text()
  /// When it was last learned, as a count.
  var age: UInt32 = 0

  /// Its place in the journal, below `StationSetup.largestTable`.
  var slot: Int {
    get { Int(place) }
    set { place = UInt16(truncatingIfNeeded: newValue) }
  }

  init(idTag: Text, info: IdTagInfo) {
    self.idTag = idTag
    parentIdTag = info.parentIdTag ?? Text()
    status = info.status
    expiry = info.expiryDate
  }

  /// Accepted, and not expired as far as the clock can tell.
  func isValid(at wall: DateTime?) -> Bool {
    if status != .accepted { return false }
    if let expiry, let wall, expiry <= wall { return false }
    return true
  }
}

extension TokenEntry: Recorded {
  /// What it takes at most beside its two texts.
  static var longestRest: Int { 18 }

  func write(_ writer: inout RecordWriter) {
    writer.put(idTag)
    writer.put(parentIdTag)
    writer.put8(status.rawValue)
    writer.put(expiry)
    writer.put32(Int32(bitPattern: age))
  }

  init?(_ reader: inout RecordReader) {
    idTag = reader.getText()
    parentIdTag = reader.getText()
    status = reader.getEnum(or: .invalid)
    expiry = reader.getOptionalTime()
    age = UInt32(bitPattern: reader.getInt32())
    if reader.failed { return nil }
  }
}

/// A bounded table of ids, looked up whatever the case of their letters.
struct TokenTable: ~Copyable, Sendable {
  private let pin = Pin()
  private(set) var entries: [TokenEntry] = []
  let limit: Int
  private var nextAge: UInt32 = 1

  init(limit: Int) { self.limit = limit }

  func entry(_ idTag: Text) -> TokenEntry? { index(idTag).map { entries[$0] } }

  func holds(_ idTag: Text) -> Bool { index(idTag) != nil }

  @inline(never) private func index(_ idTag: Text) -> Int? {
    entries.indices.first { entries[$0].idTag.isSame(ignoringCase: idTag) }
  }

  /// Adds or replaces; when the table is full, what is not valid goes first, then the oldest
  /// (CP16-31). Returns the entry as it now stands.
  mutating func put(_ entry: TokenEntry, at wall: DateTime?) -> TokenEntry {
    var entry = entry
    entry.age = nextAge
    nextAge &+= 1
    if let index = index(entry.idTag) {
      entry.slot = entries[index].slot
      entries[index] = entry
    } else {
      if entries.count >= limit, let victim = victim(at: wall) { entries.remove(at: victim) }
      entry.slot = freeSlot()
      entries.append(entry)
    }
    return entry
  }

  mutating func restore(_ entry: TokenEntry, slot: Int) {
    if entries.count >= limit { return }
    var entry = entry
    entry.slot = slot
    nextAge = max(nextAge, entry.age &+ 1)
    entries.append(entry)
  }

  /// Removes an id and returns its slot.
  mutating func remove(_ idTag: Text) -> Int? {
    index(idTag).map { entries.remove(at: $0).slot }
  }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  private func victim(at wall: DateTime?) -> Int? {
    var oldest: Int?
    for index in entries.indices {
      if !entries[index].isValid(at: wall) { return index }
      if oldest.map({ entries[index].age < entries[$0].age }) ?? true { oldest = index }
    }
    return oldest
  }

  private func freeSlot() -> Int {
    var slot = 0
    while entries.indices.contains(where: { entries[$0].slot == slot }) { slot += 1 }
    return slot
  }
}
