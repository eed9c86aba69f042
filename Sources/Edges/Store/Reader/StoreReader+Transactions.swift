internal import CSMSCore
public import OCPPJSON

extension StoreReader {
  /// A transaction or an unmatched stop, or nil.
  public func transaction(_ id: Int) throws(StoreError) -> TransactionRow? {
    let query = try database.statement(
      composed: "SELECT \(TransactionQuery.columns) FROM transactions t "
        + "JOIN stations s ON s.id = t.station_id WHERE t.id = ?")
    defer { query.reset() }
    return try query.bind(id).step() ? TransactionRow(query) : nil
  }

  /// The stations with open transactions, and when the store last heard of them (behind by up to ten
  /// minutes).
  public func stationsWithOpenTransactions() throws(StoreError) -> [(
    identity: Text, lastSeen: DateTime?
  )] {
    let query = try database.statement(
      """
      SELECT identity, last_seen FROM stations
      WHERE id IN (SELECT station_id FROM transactions WHERE status = 0) ORDER BY identity
      """)
    defer { query.reset() }
    var stations: [(identity: Text, lastSeen: DateTime?)] = []
    while try query.step() { stations.append((query.text(0), query.optionalDateTime(1))) }
    return stations
  }

  /// The transactions that pass the filter, newest first, from the one after `cursor` on, at most
  /// `StoreLimits.listedRows`.
  public func transactions(
    _ filter: TransactionFilter = TransactionFilter(), limit: Int,
    after cursor: TransactionCursor? = nil
  ) throws(StoreError) -> [TransactionRow] {
    var isTokenRare = false
    if TransactionQuery.isOpen(filter) { isTokenRare = try self.isTokenRare(filter.token) }
    let listing = TransactionQuery(filter, after: cursor, isTokenRare: isTokenRare)
    let query = try database.statement(composed: listing.sql)
    defer { query.reset() }
    listing.bind(to: query, limit: limit)
    var rows: [TransactionRow] = []
    while try query.step() { rows.append(TransactionRow(query)) }
    return rows
  }
}

extension StoreReader {
  /// Whether the token has few transactions, anywhere: counted as far as that.
  private func isTokenRare(_ token: Text?) throws(StoreError) -> Bool {
    guard let token else { return false }
    let query = try database.statement(
      """
      SELECT count(*) FROM (SELECT 1 FROM transactions INDEXED BY transactions_token
        WHERE id_tag = ? COLLATE NOCASE LIMIT ?)
      """)
    defer { query.reset() }
    return try query.bind(token).bind(StoreLimits.rareTokenRows).step()
      && query.int(0) < StoreLimits.rareTokenRows
  }
}

extension TransactionRow {
  fileprivate init(_ row: Statement) {
    id = row.int(0)
    station = row.text(1)
    let status = TransactionStatus(rawValue: row.int64(2))
    precondition(status != nil, "The schema admits no other status.")
    self.status = status == .completed && row.isNull(9) ? .reconciled : status ?? .unmatched
    connector = row.optionalInt(3)
    idTag = row.optionalText(4)
    startedAt = self.status == .unmatched ? nil : row.dateTime(5)
    meterStart = row.optionalInt(6)
    authorization = row.optionalText(7)
    reservationId = row.optionalInt(8)
    stoppedAt = row.optionalDateTime(9)
    meterStop = row.optionalInt(10)
    energyWh = row.optionalInt(11)
    meterDecreased = row.bool(12)
    reason = row.optionalText(13)
    stopIdTag = row.optionalText(14)
    reportedId = row.optionalInt(15)
    createdAt = row.dateTime(16)
    closedAt = row.optionalDateTime(17)
    billableWh = row.optionalInt(18)
    flags = TransactionFlags(rawValue: row.int64(19))
    group = row.optionalText(20)
    reconciledAt = row.optionalDateTime(21)
    if let reason = Reconciliation(rawValue: row.int64(22)), let at = row.optionalDateTime(23) {
      conclusion = Conclusion(reason, at: at, energy: row.optionalInt(24))
    }
  }
}
