public import OCPPJSON

/// What an operator may change of a station; nil leaves it as it is.
public struct StationChange: Sendable {
  public var name: Text?
  public var isEnabled: Bool?
  public var credential: CredentialChange?
  /// What the station is expected to be; its BootNotification has the last word.
  public var vendor: Text?
  public var model: Text?
  public var serialNumber: Text?
  public var firmwareVersion: Text?

  /// What happens to a station's password.
  public enum CredentialChange: Sendable {
    case set(StationCredential)
    case removed
  }

  public init(
    name: Text? = nil, isEnabled: Bool? = nil, credential: CredentialChange? = nil
  ) {
    self.name = name
    self.isEnabled = isEnabled
    self.credential = credential
  }
}

extension StoreEditor {
  /// A station said that it is alive; nothing for one that is not on record.
  public func noteSignOfLife(of identity: Text, at now: DateTime) throws(StoreError) {
    try database.statement(
      "UPDATE stations SET last_seen = max(ifnull(last_seen, 0), ?) WHERE identity = ?"
    ).bind(now).bind(identity).run()
  }

  /// - Throws: `exists`.
  public func createStation(
    _ identity: Text, _ change: StationChange = StationChange(), at now: DateTime
  ) throws(StoreError) {
    try database.statement(
      "INSERT INTO stations(identity, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING"
    ).bind(identity).bind(now).run()
    if database.changes == 0 { throw error(.exists, "there is a station \(identity) already") }
    try updateStation(identity, change)
  }

  /// - Throws: `notFound`.
  public func updateStation(_ identity: Text, _ change: StationChange) throws(StoreError) {
    let id = try station(identity)
    if let name = change.name {
      try database.statement("UPDATE stations SET name = ? WHERE id = ?").bind(name).bind(id).run()
    }
    if let isEnabled = change.isEnabled {
      try database.statement("UPDATE stations SET enabled = ? WHERE id = ?").bind(isEnabled)
        .bind(id).run()
    }
    for (column, value) in [
      ("vendor", change.vendor), ("model", change.model),
      ("charge_point_serial_number", change.serialNumber),
      ("firmware_version", change.firmwareVersion),
    ] {
      guard let value else { continue }
      try database.statement(composed: "UPDATE stations SET \(column) = ? WHERE id = ?")
        .bind(value).bind(id).run()
    }
    let credential: StationCredential?
    switch change.credential {
    case nil: return
    case .set(let new): credential = new
    case .removed: credential = nil
    }
    try setCredential(credential, of: id)
    // Set by hand: whatever was in doubt is over.
    try database.statement("DELETE FROM station_keys WHERE station_id = ?").bind(id).run()
  }

  /// The station is a company's from now on.
  public func assignStation(_ identity: Text, to company: Text) throws(StoreError) {
    try database.statement("UPDATE stations SET company_id = ? WHERE identity = ?").bind(company)
      .bind(identity).run()
  }

  /// Creates the station, or changes the one that is there. Returns whether it is new.
  @discardableResult
  public func upsertStation(
    _ identity: Text, _ change: StationChange, at now: DateTime
  ) throws(StoreError) -> Bool {
    do throws(StoreError) {
      try createStation(identity, change, at: now)
      return true
    } catch {
      guard error.code == .exists else { throw error }
      try updateStation(identity, change)
      return false
    }
  }

  /// Deletes the station with its connectors, notices and meter series, and with `cascade` its
  /// transactions too. Their ids are never given again.
  ///
  /// - Parameter company: the only one whose sessions may go with it; nil when all may.
  /// - Throws: `notFound`; `hasTransactions` when there are some and `cascade` is false, or when some
  ///   are not that company's.
  public func deleteStation(
    _ identity: Text, cascade: Bool = false, seenBy company: Text? = nil
  ) throws(StoreError) {
    let id = try station(identity)
    if let company { try needOwnSessions(at: identity, company, sparesNobodys: true) }
    let query = try database.statement("SELECT count(*) FROM transactions WHERE station_id = ?")
    _ = try query.bind(id).step()
    let count = query.int(0)
    query.reset()
    guard count == 0 || cascade else {
      throw error(.hasTransactions, "station \(identity) has \(count) transactions")
    }
    // What is only in the log becomes chunks, so that the log names nobody who is gone.
    isWriterStale = true
    try failOrders(of: id)
    try writer.flushAll()
    try database.statement(
      """
      DELETE FROM meter_chunks WHERE owner IN (
        SELECT id FROM transactions WHERE station_id = ?1
        UNION ALL SELECT -id FROM meter_series WHERE station_id = ?1)
      """
    ).bind(id).run()
    try deleteTransactions(of: id)
    try revokeCertificates(ofStation: id)
    try database.statement("DELETE FROM stations WHERE id = ?").bind(id).run()
  }

  /// What was sold at a station is on the books of the company that had it then, whoever has it now.
  /// - Parameter sparesNobodys: whether what was sold for no company stays too.
  /// - Throws: `hasTransactions` when the station has a session that is not the company's.
  func needOwnSessions(
    at identity: Text, _ company: Text, sparesNobodys: Bool
  ) throws(StoreError) {
    let query = try database.statement(
      """
      SELECT 1 FROM charge_sessions WHERE station_id = ?1
        AND ifnull(company_id <> ?2, ?3) UNION ALL
      SELECT 1 FROM transactions WHERE station_id = ?1 AND company_id <> ?2 LIMIT 1
      """)
    defer { query.reset() }
    guard try query.bind(try station(identity)).bind(company).bind(sparesNobodys).step() else {
      return
    }
    throw error(
      .hasTransactions,
      "station \(identity) has sessions that are not of company \(company) and stay on record; "
        + "only an admin may delete it, by itself and with cascade")
  }

  /// Whoever waits for a session there hears that none begins.
  private func failOrders(of station: Int64) throws(StoreError) {
    let query = try database.statement(
      "SELECT id FROM charge_sessions WHERE phase IN (1, 2) AND station_id = ?")
    var ids: [Int] = []
    _ = query.bind(station)
    while try query.step() { ids.append(query.int(0)) }
    query.reset()
    let now = DateTime(milliseconds: try database.number("SELECT unixepoch() * 1000") ?? 0)
    for id in ids { try failSession(id, "The charger was deleted.", at: now) }
  }

  private func deleteTransactions(of station: Int64) throws(StoreError) {
    try lowerTotals(byTransactionsWhere: "station_id", station)
    try database.statement("DELETE FROM transactions WHERE station_id = ?").bind(station).run()
  }

  /// The totals go down with the rows, which are about to be deleted; the writer, which is stale,
  /// reads them anew.
  func lowerTotals(byTransactionsWhere column: String, _ key: Int64) throws(StoreError) {
    try database.statement(
      composed: """
        UPDATE counters SET value = value - (
          SELECT count(*) FROM transactions WHERE \(column) = ? AND name = CASE
            WHEN status = 0 THEN 'transactions_active' WHEN status = 2 THEN 'transactions_unmatched'
            WHEN stopped_at IS NULL THEN 'transactions_reconciled' ELSE 'transactions_completed' END)
        WHERE name IN ('transactions_active', 'transactions_completed', 'transactions_reconciled',
          'transactions_unmatched')
        """
    ).bind(key).run()
  }

  func station(_ identity: Text) throws(StoreError) -> Int64 {
    let query = try database.statement("SELECT id FROM stations WHERE identity = ?")
    defer { query.reset() }
    guard try query.bind(identity).step() else {
      throw error(.notFound, "there is no station \(identity)")
    }
    return query.int64(0)
  }
}
