internal import CSMSCore
public import OCPPJSON

extension StoreReader {
  /// A transaction or an unmatched stop, or nil.
  public func transaction(_ id: Int) throws(StoreError) -> TransactionRow? {
    let query = try database.statement(TransactionRow.select)
    defer { query.reset() }
    query.bind(id)
    for _ in 2...query.parameterCount { query.bindNull() }
    return try query.step() ? TransactionRow(query) : nil
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
  ) throws(StoreError) -> Page<TransactionRow, TransactionCursor> {
    try transactions(filter, limit: limit, after: cursor, .transactions)
  }

  func transactions(
    _ filter: TransactionFilter, limit: Int, after cursor: TransactionCursor?, _ budget: Budget
  ) throws(StoreError) -> Page<TransactionRow, TransactionCursor> {
    let limit = min(limit, StoreLimits.listedRows)
    guard limit > 0,
      let listing = try TransactionListing(filter, after: cursor, budget, in: database)
    else { return Page() }
    return try listing.page(limit: limit) { (id) throws(StoreError) in try listing.row(id) }
  }
}

extension TransactionRow {
  /// ?1 the transaction, ?2 its station's row, ?3 its token, ?4 its company, ?5 a flag, ?6 the status as it is
  /// kept, ?7 whether it has its stop; NULL is anything.
  static let select: StaticString = """
    SELECT t.id, s.identity, t.status, t.connector, t.id_tag, t.started_at, t.meter_start,
      t."authorization", t.reservation_id, t.stopped_at, t.meter_stop, t.energy_wh,
      t.meter_decreased, t.reason, t.stop_id_tag, t.reported_id, t.created_at, t.closed_at,
      t.billable_wh, t.flags, t.id_group, t.reconciled_at, t.reconciled_reason, t.evidence_at,
      t.evidence_wh
    FROM transactions t JOIN stations s ON s.id = t.station_id
    WHERE t.id = ?1 AND (?2 IS NULL OR t.station_id = ?2)
      AND (?3 IS NULL OR t.id_tag = ?3 COLLATE NOCASE) AND (?4 IS NULL OR t.company_id = ?4)
      AND (?5 IS NULL OR t.flags & ?5 <> 0) AND (?6 IS NULL OR t.status = ?6)
      AND (?7 IS NULL OR (t.stopped_at IS NOT NULL) = ?7)
    """

  init(_ row: Statement) {
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
