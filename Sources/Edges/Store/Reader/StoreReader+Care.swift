public import CSMSCore
public import OCPPJSON

/// What is wanted of single stations, and what they made of it.
extension StoreReader {
  /// The policies of all stations that have one, to be held in memory from the start on.
  public func policies() throws(StoreError) -> [(identity: Text, policy: StationPolicy)] {
    let query = try database.statement(
      """
      SELECT identity, p.registration, unknown_tokens, local_list, maximum_power_w
      FROM station_policies p JOIN stations s ON s.id = station_id
      """)
    defer { query.reset() }
    var rows: [(identity: Text, policy: StationPolicy)] = []
    while try query.step() {
      var policy = StationPolicy()
      policy.admission = query.optionalText(1).flatMap { Admission(word: $0) }
      policy.acceptsUnknownTokens = query.isNull(2) ? nil : query.bool(2)
      policy.keepsLocalList = query.bool(3)
      policy.maximumPower = query.optionalInt(4)
      rows.append((query.text(0), policy))
    }
    return rows
  }

  /// The settings a station told, by key.
  public func configuration(of identity: Text) throws(StoreError) -> [SettingRow] {
    try rows(
      """
      SELECT key, is_read_only, value, read_at FROM station_configuration
      WHERE station_id = (SELECT id FROM stations WHERE identity = ?) ORDER BY key_folded
      """, of: identity
    ) { row in
      SettingRow(
        entry: ConfigurationEntry(
          key: row.text(0), isReadOnly: row.bool(1), value: row.optionalText(2)),
        readAt: row.dateTime(3))
    }
  }

  /// The settings an operator wants of a station, by key.
  public func wantedConfiguration(of identity: Text) throws(StoreError) -> [WantedSettingRow] {
    try rows(
      """
      SELECT key, value, result, tried_at FROM wanted_configuration
      WHERE station_id = (SELECT id FROM stations WHERE identity = ?) ORDER BY key_folded
      """, of: identity
    ) { row in
      WantedSettingRow(
        key: row.text(0), value: row.text(1), result: row.optionalText(2),
        triedAt: row.optionalDateTime(3))
    }
  }

  /// The stations whose last BootNotification was not answered with Accepted, with its answer.
  public func unacceptedStations() throws(StoreError) -> [(
    station: Text, registration: Registration
  )] {
    let query = try database.statement(
      "SELECT identity, registration FROM stations WHERE registration IN ('Pending', 'Rejected')")
    defer { query.reset() }
    var rows: [(station: Text, registration: Registration)] = []
    while try query.step() {
      rows.append((query.text(0), query.text(1) == "Pending" ? .pending : .rejected))
    }
    return rows
  }

  /// What a station was told about its availability, by connector.
  public func availability(of identity: Text) throws(StoreError) -> [AvailabilityRow] {
    try rows(
      """
      SELECT connector, is_operative, result, changed_at FROM availability
      WHERE station_id = (SELECT id FROM stations WHERE identity = ?) ORDER BY connector
      """, of: identity
    ) { row in
      AvailabilityRow(
        connector: row.int(0), isOperative: row.bool(1), result: row.text(2),
        changedAt: row.dateTime(3))
    }
  }

  private func rows<Row>(
    _ sql: StaticString, of identity: Text, _ row: (Statement) -> Row
  ) throws(StoreError) -> [Row] {
    let query = try database.statement(sql)
    defer { query.reset() }
    query.bind(identity)
    var rows: [Row] = []
    while try query.step() { rows.append(row(query)) }
    return rows
  }

  /// A station's reservations, newest first, at most `StoreLimits.listedRows`.
  /// - Parameter since: those only that were accepted at or after this.
  public func reservations(
    of identity: Text, since: DateTime? = nil, limit: Int
  ) throws(StoreError) -> [ReservationRow] {
    let query = try database.statement(
      """
      SELECT reservation_id, connector, id_tag, parent, expiry, status, transaction_id, created_at,
        ended_at FROM reservations
      WHERE station_id = (SELECT id FROM stations WHERE identity = ?) AND created_at >= ?
      ORDER BY created_at DESC, reservation_id DESC LIMIT ?
      """)
    defer { query.reset() }
    query.bind(identity).bind(since ?? DateTime(milliseconds: .min))
      .bind(min(max(limit, 0), StoreLimits.listedRows))
    var rows: [ReservationRow] = []
    while try query.step() {
      rows.append(
        ReservationRow(
          id: query.int(0), connector: query.int(1), idTag: query.text(2),
          parent: query.optionalText(3), expiry: query.dateTime(4),
          status: ReservationRow.Status(rawValue: query.int64(5)) ?? .cancelled,
          transaction: query.optionalInt(6), createdAt: query.dateTime(7),
          endedAt: query.optionalDateTime(8)))
    }
    return rows
  }

  /// The local list of a station, or nil when none was ever sent.
  public func localList(of identity: Text) throws(StoreError) -> LocalListRow? {
    let query = try database.statement(
      """
      SELECT version, revision, entry_count, result, sent_at FROM local_lists
      WHERE station_id = (SELECT id FROM stations WHERE identity = ?)
      """)
    defer { query.reset() }
    guard try query.bind(identity).step() else { return nil }
    return LocalListRow(
      list: .init(version: query.int(0), revision: query.int(1)), entryCount: query.int(2),
      result: query.text(3), sentAt: query.dateTime(4))
  }

  /// How many tokens there are, and how many changes since a revision.
  public func tokenState(
    since revision: Int, in scope: TokenScope = .everybodys
  ) throws(StoreError) -> LocalListStep.Tokens {
    let mine =
      "(?2 IS NULL OR company_id IS NULL OR company_id IN (SELECT value FROM json_each(?2)))"
    let query = try database.statement(
      composed: """
        SELECT (SELECT count(*) FROM tokens WHERE \(mine)),
          (SELECT value FROM counters WHERE name = 'tokens'),
          (SELECT count(*) FROM tokens WHERE revision > ?1 AND \(mine))
            + (SELECT count(*) FROM removed_tokens WHERE revision > ?1 AND \(mine)),
          (SELECT value FROM counters WHERE name = 'whole_local_lists')
        """)
    defer { query.reset() }
    _ = try query.bind(revision).bind(scope.json).step()
    // What was removed longer ago than that is not known any more.
    let isForgotten =
      query.int64(1) - Int64(revision) > StoreLimits.removedTokens
      || query.int64(3) > Int64(revision)
    return .init(
      count: query.int(0), revision: query.int(1), changed: isForgotten ? .max : query.int(2))
  }

  /// The tokens that changed since a revision, as they count: those of a driver or a company that is
  /// switched off are blocked, those that are gone have no row. Since 0 all there are.
  public func changedTokens(
    since revision: Int, in scope: TokenScope = .everybodys
  ) throws(StoreError) -> [(idTag: Text, row: TokenRow?)] {
    let query = try database.statement(
      """
      SELECT t.id_tag, CASE WHEN t.status = 'Accepted'
          AND (ifnull(d.enabled, 1) = 0 OR ifnull(c.enabled, 1) = 0) THEN 'Blocked'
          ELSE t.status END, t.expiry, t.parent
      FROM tokens t LEFT JOIN drivers d ON d.id = t.driver_id
      LEFT JOIN companies c ON c.id = t.company_id
      WHERE (?1 = 0 OR t.revision > ?1) AND (?2 IS NULL OR t.company_id IS NULL
        OR t.company_id IN (SELECT value FROM json_each(?2)))
      UNION ALL SELECT id_tag, NULL, NULL, NULL FROM removed_tokens
      WHERE ?1 > 0 AND revision > ?1 AND (?2 IS NULL OR company_id IS NULL
        OR company_id IN (SELECT value FROM json_each(?2)))
      ORDER BY 1
      """)
    defer { query.reset() }
    query.bind(revision).bind(scope.json)
    var rows: [(idTag: Text, row: TokenRow?)] = []
    while try query.step() {
      let row = query.optionalText(1).map {
        TokenRow(
          idTag: query.text(0), status: $0, expiry: query.optionalDateTime(2),
          parent: query.optionalText(3))
      }
      rows.append((query.text(0), row))
    }
    return rows
  }

  /// How many transactions a token and a group have that count against their limits.
  public func openTransactions(
    of idTag: Text, group: Text?
  ) throws(StoreError) -> (token: Int, group: Int) {
    let query = try database.statement(
      """
      SELECT count(*) FILTER (WHERE id_tag = ?1 COLLATE NOCASE),
        count(*) FILTER (WHERE id_group = ?2 COLLATE NOCASE)
      FROM transactions INDEXED BY transactions_active
      WHERE status = 0 AND "authorization" = 'Accepted'
      """)
    defer { query.reset() }
    _ = try query.bind(idTag).bind(group).step()
    return (query.int(0), query.int(1))
  }
}
