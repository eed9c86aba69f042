internal import CSMSCore
internal import OCPPJSON

/// Ends that were concluded from a connector being Available a moment ago. The stop is usually on its
/// way: they are told of, and paid, when it is here or when it did not come in time.
///
/// No more than there are transactions that were open a minute ago.
struct EndsInDoubt {
  struct Entry {
    var station: Int64
    var connector: Int
    var since: DateTime
  }

  private var entries: [Int64: Entry] = [:]
  /// In the order in which they came, from `start` on; some are in no doubt any more, or again.
  private var line: [(id: Int64, since: DateTime)] = []
  private var start = 0

  init() {}

  init(_ database: Database) throws(StoreError) {
    let query = try database.statement(
      "SELECT transaction_id, station_id, connector, since FROM ends_in_doubt ORDER BY since")
    defer { query.reset() }
    while try query.step() {
      add(
        query.int64(0),
        Entry(station: query.int64(1), connector: query.int(2), since: query.dateTime(3)))
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ id: Int64, _ entry: Entry) {
    entries[id] = entry
    line.append((id, entry.since))
  }

  /// - Returns: whether it was in doubt.
  mutating func remove(_ id: Int64) -> Bool { entries.removeValue(forKey: id) != nil }

  func on(_ connector: Int, of station: Int64) -> [Int64] {
    if entries.isEmpty { return [] }
    return entries.filter { $0.value.station == station && $0.value.connector == connector }
      .keys.sorted()
  }

  /// The one that has waited longest, when it has waited long enough. A clock that was set back by more
  /// than the time to wait does not make it wait for that as well.
  mutating func due(at now: DateTime) -> Int64? {
    // A line in which somebody always waits ends nowhere.
    if start > 1_024 && start > line.count / 2 {
      line.removeFirst(start)
      start = 0
    }
    while start < line.count {
      let (id, since) = line[start]
      guard entries[id]?.since == since else {
        start += 1
        continue
      }
      let waited = now.milliseconds - since.milliseconds
      return abs(waited) >= LedgerLimits.stopGraceMilliseconds ? id : nil
    }
    line.removeAll(keepingCapacity: true)
    start = 0
    return nil
  }
}
