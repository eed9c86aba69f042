internal import OCPPJSON

extension StoreReader {
  /// A transaction or an unmatched stop, or nil.
  public func transaction(_ id: Int) throws(StoreError) -> TransactionRow? {
    let query = try database.statement(
      composed: "SELECT \(TransactionQuery.columns) FROM transactions t "
        + "JOIN stations s ON s.id = t.station_id WHERE t.id = ?")
    defer { query.reset() }
    return try query.bind(id).step() ? TransactionRow(query) : nil
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
    self.status = status ?? .unmatched
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
  }
}
