internal import OCPPJSON

extension StoreReader {
  private static let transactionColumns = """
    SELECT t.id, s.identity, t.status, t.connector, t.id_tag, t.started_at, t.meter_start,
      t."authorization", t.reservation_id, t.stopped_at, t.meter_stop, t.energy_wh,
      t.meter_decreased, t.reason, t.stop_id_tag, t.reported_id, t.created_at, t.closed_at
    FROM transactions t JOIN stations s ON s.id = t.station_id
    """

  /// A transaction or an unmatched stop, or nil.
  public func transaction(_ id: Int) throws(StoreError) -> TransactionRow? {
    let query = try database.statement(composed: Self.transactionColumns + " WHERE t.id = ?")
    defer { query.reset() }
    return try query.bind(id).step() ? TransactionRow(query) : nil
  }

  /// The transactions that pass the filter, newest first, from the one after `cursor` on, at most
  /// `StoreLimits.listedRows`.
  public func transactions(
    _ filter: TransactionFilter = TransactionFilter(), limit: Int,
    after cursor: TransactionCursor? = nil
  ) throws(StoreError) -> [TransactionRow] {
    var conditions: [String] = []
    if filter.station != nil {
      conditions.append("t.station_id = (SELECT id FROM stations WHERE identity = ?)")
    }
    // As a literal, so that SQLite recognizes the partial indexes.
    if let status = filter.status { conditions.append("t.status = \(status.rawValue)") }
    if filter.token != nil { conditions.append("t.id_tag = ? COLLATE NOCASE") }
    if filter.from != nil { conditions.append("t.started_at >= ?") }
    if filter.to != nil { conditions.append("t.started_at < ?") }
    if cursor != nil { conditions.append("(t.started_at, t.id) < (?, ?)") }
    let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    let query = try database.statement(
      composed: Self.transactionColumns + condition
        + " ORDER BY t.started_at DESC, t.id DESC LIMIT ?")
    defer { query.reset() }
    if let station = filter.station { query.bind(station) }
    if let token = filter.token { query.bind(token) }
    if let from = filter.from { query.bind(from) }
    if let to = filter.to { query.bind(to) }
    if let cursor { query.bind(cursor.time).bind(cursor.id) }
    query.bind(min(max(limit, 0), StoreLimits.listedRows))
    var rows: [TransactionRow] = []
    while try query.step() { rows.append(TransactionRow(query)) }
    return rows
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
