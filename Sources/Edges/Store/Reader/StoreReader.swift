internal import CSMSCore
public import OCPPJSON

/// Reads what is durable, all of it as of one instant. Valid only inside the closure it is handed
/// to.
public final class StoreReader {
  let database: Database
  init(_ database: Database) { self.database = database }

  static let stationColumns = """
    SELECT identity, name, enabled, credential_digest IS NOT NULL, vendor, model,
      charge_point_serial_number, charge_box_serial_number, firmware_version, iccid, imsi,
      meter_type, meter_serial_number, last_boot, last_seen, created_at,
      registration FROM stations
    """

  /// The station of an identity, or nil.
  public func station(_ identity: Text) throws(StoreError) -> StationRow? {
    let query = try database.statement(composed: Self.stationColumns + " WHERE identity = ?")
    defer { query.reset() }
    return try query.bind(identity).step() ? StationRow(query) : nil
  }

  /// Stations by identity, from the one after `cursor` on, at most `StoreLimits.listedRows`.
  /// - Parameter company: whose; nil for everybody's.
  public func stations(
    limit: Int, after cursor: Text? = nil, of company: Text? = nil
  ) throws(StoreError) -> [StationRow] {
    let owner = company == nil ? "" : " AND company_id = ?"
    let query = try database.statement(
      composed: Self.stationColumns + " WHERE identity > ?\(owner) ORDER BY identity LIMIT ?")
    defer { query.reset() }
    query.bind(cursor ?? Text())
    if let company { query.bind(company) }
    query.bind(min(max(limit, 0), StoreLimits.listedRows))
    var rows: [StationRow] = []
    while try query.step() { rows.append(StationRow(query)) }
    return rows
  }

  /// The connectors of a station that have reported, by number; 0 is the station as a whole.
  public func connectors(of identity: Text) throws(StoreError) -> [ConnectorRow] {
    let query = try database.statement(
      """
      SELECT connector, c.status, error_code, info, vendor_id, vendor_error_code, timestamp,
        received_at FROM connectors c JOIN stations s ON s.id = c.station_id
      WHERE s.identity = ? ORDER BY connector
      """)
    defer { query.reset() }
    query.bind(identity)
    var rows: [ConnectorRow] = []
    while try query.step() {
      var status = ConnectorStatus(
        connector: query.int(0), status: query.text(1), errorCode: query.text(2))
      status.info = query.optionalText(3)
      status.vendorId = query.optionalText(4)
      status.vendorErrorCode = query.optionalText(5)
      status.timestamp = query.optionalDateTime(6)
      rows.append(ConnectorRow(status: status, receivedAt: query.dateTime(7)))
    }
    return rows
  }

  /// A station's notices, newest first, at most `StoreLimits.listedRows`.
  public func notices(
    of identity: Text, limit: Int, before id: Int = .max
  ) throws(StoreError) -> [NoticeRow] {
    let query = try database.statement(
      """
      SELECT n.id, kind, status, info, request_id, timestamp, received_at
      FROM notices n JOIN stations s ON s.id = n.station_id
      WHERE s.identity = ? AND n.id < ? ORDER BY n.id DESC LIMIT ?
      """)
    defer { query.reset() }
    query.bind(identity).bind(id).bind(min(max(limit, 0), StoreLimits.listedRows))
    var rows: [NoticeRow] = []
    while try query.step() {
      var notice = StationNotice(kind: query.text(1), status: query.text(2))
      notice.info = query.optionalText(3)
      notice.requestId = query.optionalInt(4)
      notice.timestamp = query.optionalDateTime(5)
      rows.append(NoticeRow(id: query.int(0), notice: notice, receivedAt: query.dateTime(6)))
    }
    return rows
  }

  /// How much there is of everything: totals that are kept, however much that is.
  public func counts() throws(StoreError) -> StoreCounts {
    let query = try database.statement(
      """
      SELECT name, value FROM counters WHERE name IN ('stations', 'transactions_active',
        'transactions_completed', 'transactions_reconciled', 'transactions_unmatched')
      ORDER BY name
      """)
    defer { query.reset() }
    var totals: [Int] = []
    while try query.step() { totals.append(query.int(1)) }
    precondition(totals.count == 5, "The schema has every total.")
    return StoreCounts(
      stations: totals[0], activeTransactions: totals[1], completedTransactions: totals[2],
      unmatchedTransactions: totals[4], reconciledTransactions: totals[3])
  }

  /// Asks the database something trivial and returns how long that took.
  public func health() throws(StoreError) -> Duration {
    let clock = ContinuousClock()
    let start = clock.now
    _ = try database.number("SELECT value FROM counters WHERE name = 'transactions'")
    return clock.now - start
  }
}

extension StationRow {
  fileprivate init(_ row: Statement) {
    identity = row.text(0)
    name = row.optionalText(1)
    isEnabled = row.bool(2)
    hasCredential = row.bool(3)
    lastBoot = row.optionalDateTime(13)
    lastSeen = row.optionalDateTime(14)
    createdAt = row.dateTime(15)
    registration = row.optionalText(16)
    // Before its first boot an operator may have said what it is expected to be.
    if row.isNull(4) && row.isNull(5) { return }
    var boot = StationBoot(vendor: row.text(4), model: row.text(5))
    boot.chargePointSerialNumber = row.optionalText(6)
    boot.chargeBoxSerialNumber = row.optionalText(7)
    boot.firmwareVersion = row.optionalText(8)
    boot.iccid = row.optionalText(9)
    boot.imsi = row.optionalText(10)
    boot.meterType = row.optionalText(11)
    boot.meterSerialNumber = row.optionalText(12)
    boot.registration = Registration.allCases.first { $0.word == registration } ?? .accepted
    self.boot = boot
  }
}
