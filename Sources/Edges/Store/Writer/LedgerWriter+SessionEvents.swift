internal import CSMSCore
internal import OCPPJSON

/// What is told of sessions.
extension LedgerWriter {
  /// A session as its events tell of it.
  private struct SessionBrief {
    var company: Text?
    var station: Text?
    var connector: Int?
    var user: Text?
    var driver: Text?
    var payment: Text?
    var paymentStatus: Text?
    /// In minor units.
    var cost: Int64?
    var currency: Text?

    func write(_ data: inout EventData) {
      data.set("connector_id", connector)
      data.set("user_id", user)
      data.set("driver_id", driver)
      data.set("payment_transaction_id", payment)
      data.set("payment_status", paymentStatus)
    }
  }

  private func brief(ofSession id: Int64) throws(StoreError) -> SessionBrief? {
    let query = try database.statement(
      """
      SELECT x.company_id, s.identity, x.connector, x.user_id, x.driver_id, x.payment_id,
        x.payment_status, x.cost, x.currency FROM charge_sessions x JOIN stations s ON s.id = x.station_id
      WHERE x.id = ?
      """)
    defer { query.reset() }
    guard try query.bind(id).step() else { return nil }
    return SessionBrief(
      company: query.optionalText(0), station: query.optionalText(1),
      connector: query.optionalInt(2), user: query.optionalText(3), driver: query.optionalText(4),
      payment: query.optionalText(5), paymentStatus: query.optionalText(6),
      cost: query.optionalInt64(7), currency: query.optionalText(8))
  }

  func announceStart(_ id: Int64, _ start: TransactionStart, at now: DateTime) throws(StoreError) {
    guard try isWanted(.sessionStarted, at: now), let brief = try brief(ofSession: id) else {
      return
    }
    var data = EventData()
    data.set("status", word: "started")
    brief.write(&data)
    // A tag that was made for the session is nobody's card.
    if !SessionTag.isReserved(start.idTag) { data.set("id_tag", start.idTag) }
    data.set("authorization", start.authorization)
    data.set("start_time", start.timestamp)
    data.set("meter_start_wh", start.meterStart)
    data.set("reservation_id", start.reservationId)
    try announce(
      .sessionStarted, station: brief.station, transaction: id, company: brief.company, at: now,
      data: data.text())
  }

  /// - Parameter isReopened: the session had been closed without its stop, and goes on.
  func announceProgress(
    _ transaction: TransactionMemory, _ readings: [UInt8], isReopened: Bool, at now: DateTime
  ) throws(StoreError) {
    guard try isWanted(.sessionProgress, at: now) else { return }
    let figures = LiveFigures(readings)
    let id = transaction.owner.id
    guard isReopened || figures.register != nil || figures.power != nil,
      let brief = try brief(ofSession: id)
    else { return }
    let start = transaction.start
    let energy = figures.energy(since: Int64(start.energy))
    var data = EventData()
    data.set("status", word: "charging")
    brief.write(&data)
    data.set("energy_wh", energy)
    data.set("energy_consumed_kwh", thousandths: energy)
    data.set("current_power_kw", thousandths: figures.power)
    data.set("meter_wh", figures.register)
    data.set("measured_at", figures.measuredAt)
    data.set(
      "duration_seconds",
      figures.measuredAt.map { max(0, ($0.milliseconds - start.time.milliseconds) / 1000) })
    if isReopened { data.set("reopened", true) }
    try announce(
      .sessionProgress, station: brief.station, transaction: id, company: brief.company, at: now,
      data: data.text())
  }

  /// The session is over, with its stop or by proof; again when its stop comes after all.
  func announceEnd(_ id: Int64, isCorrection: Bool, at now: DateTime) throws(StoreError) {
    guard try isWanted(.sessionStopped, at: now), let brief = try brief(ofSession: id) else {
      return
    }
    let query = try database.statement(
      """
      SELECT started_at, stopped_at, meter_start, meter_stop, energy_wh, billable_wh, reason,
        reconciled_reason, evidence_at FROM transactions WHERE id = ?
      """)
    defer { query.reset() }
    guard try query.bind(id).step() else { return }
    let start = query.dateTime(0)
    let stop = query.optionalDateTime(1)
    var data = EventData()
    data.set("status", word: "stopped")
    brief.write(&data)
    data.set("start_time", start)
    data.set("stop_time", stop)
    let end = stop ?? query.optionalDateTime(8)
    data.set("duration_seconds", end.map { max(0, ($0.milliseconds - start.milliseconds) / 1000) })
    data.set("energy_wh", query.optionalInt64(4))
    data.set("energy_consumed_kwh", thousandths: query.optionalInt64(4))
    data.set("billable_wh", query.optionalInt64(5))
    data.set("meter_start_wh", query.optionalInt64(2))
    data.set("meter_stop_wh", query.optionalInt64(3))
    data.set("cost", brief.cost)
    data.set("currency", brief.cost == nil ? nil : brief.currency)
    data.set("reason", stop == nil ? nil : query.optionalText(6) ?? "Local")
    if stop == nil, let reason = query.optionalInt64(7).flatMap({ Reconciliation(rawValue: $0) }) {
      data.set("reconciled", word: reason.word)
    }
    if isCorrection { data.set("corrected", true) }
    try announce(
      .sessionStopped, station: brief.station, transaction: id, company: brief.company, at: now,
      data: data.text())
  }

  /// A session that an app ordered never began.
  func announceFailure(_ id: Int64, _ reason: Text, at now: DateTime) throws(StoreError) {
    guard try isWanted(.sessionStopped, at: now), let brief = try brief(ofSession: id) else {
      return
    }
    var data = EventData()
    data.set("status", word: "failed")
    brief.write(&data)
    data.set("reason", reason)
    try announce(
      .sessionStopped, station: brief.station, transaction: id, company: brief.company, at: now,
      data: data.text())
  }
}
