internal import CSMSCore
public import OCPPJSON

extension StoreEditor {
  /// Makes the session of an order, unless its payment has one.
  /// - Throws: `notFound` for the station; `exists` when the connector is not free, or the payment is
  ///   another order's.
  public func orderSession(_ order: SessionOrder, at now: DateTime) throws(StoreError)
    -> OrderedSession
  {
    let station = try rowID(ofStation: order.station)
    if let known = try session(of: order, station) { return .existing(known) }
    try checkConnector(order, station)
    try checkDriver(order, station)
    let id = try writer.nextTransaction(at: station)
    writer.counters.transactions = id
    try writer.counters.write(to: database)
    try database.statement(
      """
      INSERT INTO charge_sessions(id, station_id, connector, company_id, site_id, driver_id, phase,
        reserved_tag, start_deadline, user_id, owner_id, owner_name, payment_id, payment_method,
        payment_status, created_at, updated_at)
      SELECT ?1, s.id, ?2, s.company_id, s.site_id, d.id, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'pending',
        ?10, ?10
      FROM stations s LEFT JOIN drivers d ON d.id = ?5 AND d.company_id = s.company_id
      WHERE s.id = ?11
      """
    ).bind(id).bind(order.connector).bind(order.tag.caseFolded).bind(order.deadline)
      .bind(order.user).bind(order.ownerID).bind(order.ownerName).bind(order.payment)
      .bind(order.paymentMethod).bind(now).bind(station).run()
    return .made(Int(id))
  }

  private func session(of order: SessionOrder, _ station: Int64) throws(StoreError) -> Int? {
    let query = try database.statement(
      """
      SELECT x.id, x.station_id, x.connector, x.user_id FROM charge_sessions x
      JOIN stations s ON s.id = ?1
      WHERE x.payment_id = ?2 AND ifnull(x.company_id, '') = ifnull(s.company_id, '')
      """)
    defer { query.reset() }
    guard try query.bind(station).bind(order.payment).step() else { return nil }
    guard query.optionalText(3) == order.user else {
      throw error(.exists, "payment \(order.payment) is another user's")
    }
    guard query.int64(1) == station && query.int(2) == order.connector else {
      throw error(.exists, "payment \(order.payment) is that of session \(query.int(0))")
    }
    return query.int(0)
  }

  private func checkConnector(_ order: SessionOrder, _ station: Int64) throws(StoreError) {
    let query = try database.statement(
      """
      SELECT (SELECT status FROM connectors WHERE station_id = ?1 AND connector = ?2),
        ifnull((SELECT enabled FROM connector_records WHERE station_id = ?1 AND connector = ?2), 1),
        EXISTS (SELECT 1 FROM charge_sessions x INDEXED BY charge_sessions_unsettled
          WHERE x.phase > 0 AND x.phase < 3 AND x.station_id = ?1
          AND x.connector = ?2)
      """)
    defer { query.reset() }
    _ = try query.bind(station).bind(order.connector).step()
    let what = "connector \(order.connector) of \(order.station)"
    guard let status = query.optionalText(0) else {
      throw error(.exists, "\(what) is not available: it has not reported a status")
    }
    if !query.bool(1) { throw error(.exists, "\(what) is not available: it is switched off") }
    if status != "Available" && status != "Preparing" {
      throw error(.exists, "\(what) is not available: it is \(status)")
    }
    if !writer.open.on(order.connector, of: station).isEmpty {
      throw error(.exists, "\(what) is not available: it charges")
    }
    if query.bool(2) {
      throw error(.exists, "\(what) is not available: another session is about to begin")
    }
  }

  /// A driver that is switched off, of the station's company or who asks for itself, charges nothing.
  private func checkDriver(_ order: SessionOrder, _ station: Int64) throws(StoreError) {
    let query = try database.statement(
      """
      SELECT 1 FROM drivers d JOIN stations s ON s.id = ?1
      WHERE d.id = ?2 AND d.enabled = 0 AND (?3 OR d.company_id = s.company_id)
      """)
    defer { query.reset() }
    if try query.bind(station).bind(order.user).bind(order.isDrivers).step() {
      throw error(.exists, "driver \(order.user) is switched off")
    }
  }

  /// The station accepted the order; nothing when the session is further already.
  public func acceptSession(_ id: Int, at now: DateTime) throws(StoreError) {
    try database.statement(
      "UPDATE charge_sessions SET phase = 2, updated_at = ? WHERE id = ? AND phase = 1"
    ).bind(now).bind(id).run()
  }

  /// Gives an order up; false when its transaction has begun, or it was given up before. A payment of
  /// which nobody said anything fails with it.
  @discardableResult
  public func failSession(_ id: Int, _ reason: Text, at now: DateTime) throws(StoreError) -> Bool {
    try database.statement(
      """
      UPDATE charge_sessions SET phase = 3, failure = ?, updated_at = ?,
        payment_lapsed = CASE payment_status WHEN 'pending' THEN 1 END,
        payment_status = CASE payment_status WHEN 'pending' THEN 'failed' ELSE payment_status END
      WHERE id = ? AND phase IN (1, 2)
        AND NOT EXISTS (SELECT 1 FROM transactions t WHERE t.id = charge_sessions.id)
      """
    ).bind(reason).bind(now).bind(id).run()
    guard database.changes == 1 else { return false }
    try writer.announceFailure(Int64(id), reason, at: now)
    return true
  }

  /// An app asked to stop; or, with false, the station would not.
  public func stopSession(_ id: Int, isStopping: Bool, at now: DateTime) throws(StoreError) {
    try database.statement(
      """
      UPDATE charge_sessions SET phase = ?, updated_at = ? WHERE id = ? AND phase IN (0, 4)
        AND EXISTS (SELECT 1 FROM transactions t WHERE t.id = charge_sessions.id AND t.status = 0)
      """
    ).bind(isStopping ? 4 : 0).bind(now).bind(id).run()
  }

  /// Moves a payment on.
  /// - Throws: `exists` when it may not become that; `notFound` without a payment.
  public func setPayment(
    _ id: Int, _ status: Text, amount: Int?, at now: DateTime
  ) throws(StoreError) {
    let query = try database.statement("SELECT payment_status FROM charge_sessions WHERE id = ?")
    let current = try query.bind(id).step() ? query.optionalText(0) : nil
    query.reset()
    guard let current, let old = PaymentStatus(word: current) else {
      throw error(.notFound, "session \(id) has no payment")
    }
    guard let new = PaymentStatus(word: status), old.canBecome(new) else {
      throw error(.exists, "the payment of session \(id) is \(current) and cannot become \(status)")
    }
    try database.statement(
      """
      UPDATE charge_sessions SET payment_status = ?, payment_amount = ifnull(?, payment_amount),
        payment_completed_by_end = 0, payment_lapsed = NULL, updated_at = ? WHERE id = ?
      """
    ).bind(status).bind(amount).bind(now).bind(id).run()
  }

  /// What somebody says of a connector, once more or for the first time.
  public func putConnector(
    _ number: Int, of identity: Text, type: Text?, power: Text?, at now: DateTime
  ) throws(StoreError) {
    let station = try rowID(ofStation: identity)
    try database.statement(
      """
      INSERT INTO connector_records(station_id, connector, type, rated_power_kw, created_at,
        updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)
      ON CONFLICT DO UPDATE SET type = ifnull(?3, type),
        rated_power_kw = ifnull(?4, rated_power_kw), updated_at = ?5
      """
    ).bind(station).bind(number).bind(type).bind(power).bind(now).run()
  }
}
