public import OCPPJSON

extension StoreReader {
  /// Ordered sessions that are not over.
  public func openOrders() throws(StoreError) -> [OpenOrder] {
    let query = try database.statement(
      """
      SELECT x.id, s.identity, x.connector, x.reserved_tag, x.start_deadline, x.phase, 0
      FROM charge_sessions x INDEXED BY charge_sessions_unsettled
      JOIN stations s ON s.id = x.station_id
      WHERE x.phase > 0 AND x.phase < 3
      UNION ALL
      SELECT x.id, s.identity, x.connector, x.reserved_tag, x.start_deadline, x.phase, 1
      FROM transactions t JOIN charge_sessions x ON x.id = t.id
      JOIN stations s ON s.id = x.station_id
      WHERE t.status = 0 AND x.reserved_tag IS NOT NULL
      """)
    defer { query.reset() }
    var rows: [OpenOrder] = []
    while try query.step() {
      rows.append(
        OpenOrder(
          id: query.int(0), station: query.text(1), connector: query.int(2), tag: query.text(3),
          deadline: query.dateTime(4), isAccepted: query.int64(5) == 2,
          hasBegun: query.bool(6)))
    }
    return rows
  }

  /// Our id of a session by what a bridge calls it, or by itself when it calls it nothing, and whether it
  /// has a name of a bridge; nil when this charger has none.
  public func session(
    _ number: Int, ofStation identity: Text
  ) throws(StoreError) -> (id: Int, isNamed: Bool)? {
    let query = try database.statement(
      """
      SELECT x.id, x.external_id IS NOT NULL FROM charge_sessions x JOIN stations s ON s.id = x.station_id
      WHERE s.identity = ?1 AND (x.external_id = ?2 OR x.id = ?2 AND x.external_id IS NULL)
      ORDER BY x.external_id IS NULL LIMIT 1
      """)
    defer { query.reset() }
    guard try query.bind(identity).bind(number).step() else { return nil }
    return (query.int(0), query.bool(1))
  }

  /// Whether a payment has a session at a station.
  public func hasSession(
    paidBy payment: Text, at identity: Text
  ) throws(StoreError) -> Bool {
    let query = try database.statement(
      """
      SELECT 1 FROM charge_sessions x JOIN stations s ON s.id = x.station_id
      WHERE s.identity = ? AND x.payment_id = ? LIMIT 1
      """)
    defer { query.reset() }
    return try query.bind(identity).bind(payment).step()
  }
}
