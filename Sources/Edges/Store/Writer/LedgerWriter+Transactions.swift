internal import CSMSCore
internal import OCPPJSON

/// What the writer remembers of a transaction.
final class TransactionMemory {
  let station: Int64
  let meterStart: Int
  let owner: MeterOwner
  var isActive: Bool

  init(station: Int64, meterStart: Int, owner: MeterOwner, isActive: Bool) {
    self.station = station
    self.meterStart = meterStart
    self.owner = owner
    self.isActive = isActive
  }
}

extension LedgerWriter {
  /// A start that was kept before gets the id it got then (connector, tag, meter and timestamp
  /// agree byte by byte); another gets the next one.
  func keep(
    _ start: TransactionStart, of station: StationMemory, at now: DateTime
  ) throws(StoreError) -> Receipt {
    let reserved = try reservedID(for: start, station)
    let id = reserved ?? counters.transactions + 1
    guard id <= Int64(Int32.max) else {
      onError(StoreError(.constraint, path: database.path, "all transaction ids are used up"))
      return .failed
    }
    try database.statement(
      """
      INSERT INTO transactions(id, station_id, status, connector, id_tag, started_at, meter_start,
        "authorization", reservation_id, created_at) VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT(station_id, started_at, connector, meter_start, id_tag) DO NOTHING
      """
    ).bind(id).bind(station.id).bind(start.connector).bind(start.idTag).bind(start.timestamp)
      .bind(start.meterStart).bind(start.authorization).bind(start.reservationId).bind(now).run()
    if database.changes == 0 {
      return .transaction(id: try firstID(of: start, station), isNew: false)
    }
    try beginSession(id, start, station, isReserved: reserved != nil, at: now)
    counters.transactions = max(counters.transactions, id)
    counters.moved(from: nil, to: .active)
    let owner = MeterOwner(id: id)
    owners[id] = owner
    transactions[id] = TransactionMemory(
      station: station.id, meterStart: start.meterStart, owner: owner, isActive: true)
    return .transaction(id: Int(id), isNew: true)
  }

  private func firstID(
    of start: TransactionStart, _ station: StationMemory
  ) throws(StoreError) -> Int {
    let query = try database.statement(
      """
      SELECT id FROM transactions WHERE status < 2 AND station_id = ? AND started_at = ?
        AND connector = ? AND meter_start = ? AND id_tag = ?
      """)
    defer { query.reset() }
    let isFound = try query.bind(station.id).bind(start.timestamp).bind(start.connector)
      .bind(start.meterStart).bind(start.idTag).step()
    precondition(isFound, "The row that an insert ran into is there.")
    return query.int(0)
  }

  /// Closes the transaction, or says why there is nothing to close.
  func keep(
    _ stop: TransactionStop, of station: StationMemory, at now: DateTime
  ) throws(StoreError) -> StopOutcome {
    guard let transaction = try transaction(stop.transactionId, of: station) else {
      try keepUnmatched(stop, of: station, at: now)
      return .unmatched
    }
    guard transaction.isActive else {
      try compare(stop)
      return .repeated
    }
    let (energy, overflow) = stop.meterStop.subtractingReportingOverflow(transaction.meterStart)
    let isPlausible = energy >= 0 && !overflow
    try database.statement(
      """
      UPDATE transactions SET status = 1, stopped_at = ?, meter_stop = ?, reason = ?,
        stop_id_tag = ?, energy_wh = ?, meter_decreased = ?, closed_at = ? WHERE id = ?
      """
    ).bind(stop.timestamp).bind(stop.meterStop).bind(stop.reason).bind(stop.idTag)
      .bind(isPlausible ? energy : nil).bind(!isPlausible).bind(now)
      .bind(stop.transactionId).run()
    transaction.isActive = false
    counters.moved(from: .active, to: .completed)
    try endSession(stop.transactionId, at: now)
    try keep(stop.readings, of: transaction.owner)
    markDue(transaction.owner)
    stopped.append(transaction.owner.id)
    return .closed
  }

  /// The transaction a station means by a number: one of its own, active or completed.
  func transaction(
    _ number: Int, of station: StationMemory
  ) throws(StoreError) -> TransactionMemory? {
    let id = Int64(number)
    if let known = transactions[id] { return known.station == station.id ? known : nil }
    guard id > 0 && id <= counters.transactions else { return nil }
    let query = try database.statement(
      "SELECT meter_start, status FROM transactions WHERE id = ? AND station_id = ? AND status < 2")
    guard try query.bind(id).bind(station.id).step() else {
      query.reset()
      return nil
    }
    let (meterStart, isActive) = (query.int(0), query.int64(1) == 0)
    query.reset()
    let found = TransactionMemory(
      station: station.id, meterStart: meterStart, owner: try owner(id), isActive: isActive)
    transactions[id] = found
    return found
  }

  /// Kept once, under an id of its own, so that an operator sees it and can bill it by hand.
  private func keepUnmatched(
    _ stop: TransactionStop, of station: StationMemory, at now: DateTime
  ) throws(StoreError) {
    let id = counters.transactions + 1
    try database.statement(
      """
      INSERT INTO transactions(id, station_id, status, started_at, stopped_at, meter_stop, reason,
        stop_id_tag, reported_id, created_at, closed_at)
      VALUES (?1, ?2, 2, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
      ON CONFLICT(station_id, reported_id, stopped_at, meter_stop) WHERE status = 2 DO NOTHING
      """
    ).bind(id).bind(station.id).bind(stop.timestamp).bind(stop.meterStop).bind(stop.reason)
      .bind(stop.idTag).bind(stop.transactionId).bind(now).run()
    guard database.changes > 0 else { return }
    counters.transactions = id
    counters.moved(from: nil, to: .unmatched)
    guard !stop.readings.isEmpty else { return }
    let owner = MeterOwner(id: id)
    owners[id] = owner
    try keep(stop.readings, of: owner)
    markDue(owner)
    stopped.append(id)
  }

  /// A repeated stop that says something else is worth a look; the first one stands.
  private func compare(_ stop: TransactionStop) throws(StoreError) {
    let query = try database.statement(
      "SELECT stopped_at, meter_stop, reason, stop_id_tag FROM transactions WHERE id = ?")
    defer { query.reset() }
    guard try query.bind(stop.transactionId).step() else { return }
    if query.dateTime(0) == stop.timestamp && query.int(1) == stop.meterStop
      && query.optionalText(2) == stop.reason && query.optionalText(3) == stop.idTag
    {
      return
    }
    differingStops += 1
    onError(
      StoreError(
        .stopDiffers, path: database.path,
        "the stop of transaction \(stop.transactionId) came again with meter \(stop.meterStop)"
          + " instead of \(query.int(1)), or another time, reason or tag; the first one stands"))
  }
}
