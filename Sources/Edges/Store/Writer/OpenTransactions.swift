internal import CSMSCore
internal import OCPPJSON

/// All transactions that have begun and not ended: by connector, and counted by token and by group.
/// In memory, since looking it up would take an index for each, written at every start and every stop.
struct OpenTransactions {
  /// What is known of one of them.
  struct Entry {
    var station: Int64
    var connector: Int
    var startedAt: DateTime
    /// When the start arrived.
    var heardAt: DateTime
    var idTag: Text
    var group: Text?
    /// Whether it counts against the limits of its token and group.
    var isAccepted: Bool
  }

  private var entries: [Int64: Entry] = [:]
  private var ofStation: [Int64: [Int64]] = [:]
  private var ofToken: [Text: Int] = [:]
  private var ofGroup: [Text: Int] = [:]

  init() {}

  init(_ database: Database) throws(StoreError) {
    let query = try database.statement(
      """
      SELECT id, station_id, connector, started_at, id_tag, id_group, "authorization", created_at
      FROM transactions INDEXED BY transactions_active WHERE status = 0
      """)
    defer { query.reset() }
    while try query.step() {
      begin(
        query.int64(0),
        Entry(
          station: query.int64(1), connector: query.int(2), startedAt: query.dateTime(3),
          heardAt: query.dateTime(7), idTag: query.text(4), group: query.optionalText(5),
          isAccepted: query.optionalText(6) == TokenStatus.accepted.word))
    }
  }

  /// Those of a connector, in the order of their ids.
  func on(_ connector: Int, of station: Int64) -> [OpenTransaction] {
    transactions(of: station) { $0.connector == connector }
  }

  func of(_ station: Int64) -> [OpenTransaction] { transactions(of: station) { _ in true } }

  private func transactions(
    of station: Int64, _ isMeant: (Entry) -> Bool
  ) -> [OpenTransaction] {
    guard let ids = ofStation[station] else { return [] }
    var found: [OpenTransaction] = []
    for id in ids {
      guard let entry = entries[id], isMeant(entry) else { continue }
      found.append(
        OpenTransaction(id: id, startedAt: entry.startedAt, heardAt: entry.heardAt))
    }
    if found.count > 1 { found.sort { $0.id < $1.id } }
    return found
  }

  /// How many accepted ones a token has.
  func count(token: Text) -> Int { ofToken[token.caseFolded] ?? 0 }

  /// How many accepted ones the tokens of a group have.
  func count(group: Text) -> Int { ofGroup[group.caseFolded] ?? 0 }

  mutating func begin(_ id: Int64, _ entry: Entry) {
    guard entries.updateValue(entry, forKey: id) == nil else { return }
    ofStation[entry.station, default: []].append(id)
    count(entry, 1)
  }

  mutating func end(_ id: Int64) {
    guard let entry = entries.removeValue(forKey: id) else { return }
    ofStation[entry.station]?.removeAll { $0 == id }
    if ofStation[entry.station]?.isEmpty ?? false { ofStation[entry.station] = nil }
    count(entry, -1)
  }

  private mutating func count(_ entry: Entry, _ change: Int) {
    guard entry.isAccepted else { return }
    OpenTransactions.add(change, to: &ofToken, entry.idTag)
    if let group = entry.group { OpenTransactions.add(change, to: &ofGroup, group) }
  }

  private static func add(_ change: Int, to counts: inout [Text: Int], _ name: Text) {
    let key = name.caseFolded
    let sum = (counts[key] ?? 0) + change
    counts[key] = sum == 0 ? nil : sum
  }
}
