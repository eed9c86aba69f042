public import CSMSCore
public import OCPPJSON

/// What is wanted of single stations, and what they made of it.
extension StoreEditor {
  /// - Throws: `notFound`.
  public func setPolicy(_ policy: StationPolicy, of identity: Text) throws(StoreError) {
    try database.statement(
      """
      INSERT OR REPLACE INTO station_policies(station_id, registration, unknown_tokens, local_list,
        maximum_power_w) VALUES (?, ?, ?, ?, ?)
      """
    ).bind(try station(identity)).bind(policy.admission?.word)
      .bind(policy.acceptsUnknownTokens.map { $0 ? 1 : 0 }).bind(policy.keepsLocalList)
      .bind(policy.maximumPower).run()
    // The greatest power is looked up anew.
    writer.stations[identity] = nil
  }

  /// Keeps what a station told of its settings; all of them in place of what is there when
  /// `isWhole`.
  public func mirror(
    _ entries: [ConfigurationEntry], isWhole: Bool, of identity: Text, at now: DateTime
  ) throws(StoreError) {
    let id = try station(identity)
    if isWhole {
      try database.statement("DELETE FROM station_configuration WHERE station_id = ?").bind(id)
        .run()
    }
    let insert = try database.statement(
      """
      INSERT OR REPLACE INTO station_configuration(station_id, key_folded, key, value,
        is_read_only, read_at) VALUES (?, ?, ?, ?, ?, ?)
      """)
    for entry in entries.prefix(StoreLimits.settingsOfStation) {
      // Some stations read their password out.
      let value = entry.key.isAuthorizationKey ? nil : entry.value
      try insert.bind(id).bind(entry.key.caseFolded).bind(entry.key).bind(value)
        .bind(entry.isReadOnly).bind(now).run()
    }
  }

  /// Puts the wanted settings of a station in place of those there are. What is wanted as before
  /// keeps the station's word about it.
  public func setWantedConfiguration(
    _ settings: [(key: Text, value: Text)], of identity: Text
  ) throws(StoreError) {
    let id = try station(identity)
    try database.statement(
      """
      DELETE FROM wanted_configuration WHERE station_id = ?
      """
    ).bind(id).run()
    let insert = try database.statement(
      "INSERT INTO wanted_configuration(station_id, key_folded, key, value) VALUES (?, ?, ?, ?)")
    for (key, value) in settings {
      try insert.bind(id).bind(key.caseFolded).bind(key).bind(value).run()
    }
  }

  /// Keeps the station's word to a ChangeConfiguration; a value that was taken is mirrored.
  public func noteSetting(
    _ key: Text, _ value: Text, result: Text, of identity: Text, at now: DateTime
  ) throws(StoreError) {
    let id = try station(identity)
    if key.isAuthorizationKey { return }
    try database.statement(
      """
      UPDATE wanted_configuration SET result = ?, tried_at = ?
      WHERE station_id = ? AND key_folded = ? AND value = ?
      """
    ).bind(result).bind(now).bind(id).bind(key.caseFolded).bind(value).run()
    guard result == "Accepted" else { return }
    try database.statement(
      """
      UPDATE station_configuration SET value = ?, read_at = ? WHERE station_id = ? AND key_folded = ?
      """
    ).bind(value).bind(now).bind(id).bind(key.caseFolded).run()
  }

  /// Forgets what the station said to its wanted settings: it booted, and is asked again.
  public func forgetSettingResults(of identity: Text) throws(StoreError) {
    try database.statement(
      """
      UPDATE wanted_configuration SET result = NULL, tried_at = NULL
      WHERE station_id = ? AND result IS NOT NULL
      """
    ).bind(try station(identity)).run()
  }

  /// Keeps what a connector was told; connector 0 speaks for all.
  public func noteAvailability(
    _ connector: Int, isOperative: Bool, result: Text, of identity: Text, at now: DateTime
  ) throws(StoreError) {
    let id = try station(identity)
    if connector == 0 {
      try database.statement("DELETE FROM availability WHERE station_id = ?").bind(id).run()
    }
    try database.statement(
      """
      INSERT OR REPLACE INTO availability(station_id, connector, is_operative, result, changed_at)
      VALUES (?, ?, ?, ?, ?)
      """
    ).bind(id).bind(connector).bind(isOperative).bind(result).bind(now).run()
  }

  /// Keeps a reservation in place of one with the same id, and forgets the station's oldest ones
  /// beyond `StoreLimits.reservationsOfStation`.
  public func keepReservation(
    _ order: ReservationOrder, of identity: Text, at now: DateTime
  ) throws(StoreError) {
    let id = try station(identity)
    try database.statement(
      """
      INSERT OR REPLACE INTO reservations(station_id, reservation_id, connector, id_tag, parent,
        expiry, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    ).bind(id).bind(order.id).bind(order.connector).bind(order.idTag).bind(order.parent)
      .bind(order.expiry).bind(now).run()
    try database.statement(
      """
      DELETE FROM reservations WHERE station_id = ?1 AND reservation_id IN (
        SELECT reservation_id FROM reservations WHERE station_id = ?1
        ORDER BY created_at DESC LIMIT -1 OFFSET ?2)
      """
    ).bind(id).bind(StoreLimits.reservationsOfStation).run()
  }

  public func cancelReservation(
    _ reservation: Int, of identity: Text, at now: DateTime
  ) throws(StoreError) {
    try database.statement(
      """
      UPDATE reservations SET status = 1, ended_at = ?
      WHERE station_id = ? AND reservation_id = ? AND status = 0
      """
    ).bind(now).bind(try station(identity)).bind(reservation).run()
  }

  public func keepLocalList(_ row: LocalListRow, of identity: Text) throws(StoreError) {
    try database.statement(
      """
      INSERT OR REPLACE INTO local_lists(station_id, version, revision, entry_count, result, sent_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    ).bind(try station(identity)).bind(row.list.version).bind(row.list.revision)
      .bind(row.entryCount).bind(row.result).bind(row.sentAt).run()
  }

  /// Cards or stations changed hands: what stations were sent of the tokens so far does not hold any
  /// more, also what one is just being sent. Each gets its whole list again.
  public func outdateLocalLists() throws(StoreError) {
    let revision = try nextTokenRevision()
    try database.statement("UPDATE counters SET value = ? WHERE name = 'whole_local_lists'")
      .bind(revision).run()
  }

  /// The number of the next change of a token.
  func nextTokenRevision() throws(StoreError) -> Int64 {
    try database.statement("UPDATE counters SET value = value + 1 WHERE name = 'tokens'").run()
    return try database.number("SELECT value FROM counters WHERE name = 'tokens'") ?? 0
  }
}
