internal import CSMSCore
internal import OCPPJSON

/// A transaction's other half: the charge session, with what companies know of it.
extension LedgerWriter {
  /// The app's session that ordered this start, when it has no transaction yet: the tag was made for it,
  /// and the station is the one that was asked. A session that was given up is found too: energy
  /// flows, and must not be nobody's.
  func reservation(
    for start: TransactionStart, _ station: StationMemory
  ) throws(StoreError) -> (id: Int64, company: Text?, isGivenUp: Bool)? {
    guard SessionTag.isReserved(start.idTag) else { return nil }
    let query = try database.statement(
      """
      SELECT x.id, x.company_id, x.phase = 3 FROM charge_sessions x WHERE x.reserved_tag = ? AND x.station_id = ?
        AND NOT EXISTS (SELECT 1 FROM transactions t WHERE t.id = x.id)
      """)
    defer { query.reset() }
    guard try query.bind(start.idTag.caseFolded).bind(station.id).step() else { return nil }
    return (query.int64(0), query.optionalText(1), query.bool(2))
  }

  /// The transaction has begun. Company, site and driver are those of this moment.
  func beginSession(
    _ id: Int64, _ start: TransactionStart, _ station: StationMemory, isReserved: Bool,
    at now: DateTime
  ) throws(StoreError) {
    if isReserved {
      try database.statement(
        """
        UPDATE charge_sessions SET phase = 0, failure = NULL, connector = ?, updated_at = ?,
          payment_status = CASE WHEN payment_status = 'pending'
              OR payment_status = 'failed' AND payment_lapsed = 1 THEN 'authorized'
            ELSE payment_status END, payment_lapsed = NULL
        WHERE id = ?
        """
      ).bind(start.connector).bind(now).bind(id).run()
      return try bindTariff(id)
    }
    let owners = try owners(of: station)
    let driver = try driver(of: start.idTag, in: owners.company)
    // Not from the query: SQLite would prepare to take back one of many rows.
    try database.statement(
      """
      INSERT INTO charge_sessions(id, station_id, connector, company_id, site_id, driver_id, card_id,
        created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
      """
    ).bind(id).bind(station.id).bind(start.connector).bind(owners.company).bind(owners.site)
      .bind(driver).bind(start.idTag).bind(now).run()
    // Tariffs are a company's.
    if owners.company != nil { try bindTariff(id) }
  }

  /// The session that a bridge calls so; nil when there is none.
  func session(named name: Int, of station: StationMemory) throws(StoreError) -> Int64? {
    let query = try database.statement(
      "SELECT id FROM charge_sessions WHERE station_id = ? AND external_id = ?")
    defer { query.reset() }
    return try query.bind(station.id).bind(name).step() ? query.int64(0) : nil
  }

  /// False when the bridge calls it something else.
  func nameSession(_ id: Int64, _ name: Int) throws(StoreError) -> Bool {
    try database.statement(
      "UPDATE charge_sessions SET external_id = ?1 WHERE id = ?2 AND ifnull(external_id, ?1) = ?1"
    ).bind(name).bind(id).run()
    return database.changes == 1
  }

  func owners(of station: StationMemory) throws(StoreError) -> StationOwners {
    if let known = station.owners, known.edit == edits { return known }
    let query = try database.statement("SELECT company_id, site_id FROM stations WHERE id = ?")
    defer { query.reset() }
    var found = StationOwners(edit: edits)
    if try query.bind(station.id).step() {
      found.company = query.optionalText(0)
      found.site = query.optionalText(1)
    }
    station.owners = found
    return found
  }

  private func driver(of idTag: Text, in company: Text?) throws(StoreError) -> Text? {
    guard let company else { return nil }
    let query = try database.statement(
      "SELECT driver_id FROM tokens WHERE id_tag_folded = ? AND company_id = ?")
    defer { query.reset() }
    return try query.bind(idTag.caseFolded).bind(company).step() ? query.optionalText(0) : nil
  }

  /// The session is over: what was authorized is due.
  func endSession(_ id: Int64, at now: DateTime) throws(StoreError) {
    // Most sessions have nothing to change: when they end is with their transaction.
    try database.statement(
      """
      UPDATE charge_sessions SET phase = 0, updated_at = ?,
        payment_completed_by_end = ifnull(payment_status, '') = 'authorized',
        payment_status = CASE payment_status WHEN 'authorized' THEN 'completed'
          ELSE payment_status END
      WHERE id = ? AND (phase <> 0 OR payment_status = 'authorized')
      """
    ).bind(now).bind(id).run()
  }
}
