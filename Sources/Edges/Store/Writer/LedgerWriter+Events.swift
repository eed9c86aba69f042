internal import CSMSCore
internal import OCPPJSON

/// Events for others, written in the commit of the fact that causes them.
extension LedgerWriter {
  /// Whether anybody wants to hear of it; what nobody wants is not written.
  func isWanted(_ type: EventType, at now: DateTime) throws(StoreError) -> Bool {
    if !outbox.isLoaded { try outbox.load(database) }
    return outbox.wants(type, at: now)
  }

  /// Writes the event, and a delivery for each webhook that wants it.
  func announce(
    _ type: EventType, station: Text?, transaction: Int64? = nil, company: Text?, at now: DateTime,
    data: Text
  ) throws(StoreError) {
    counters.events += 1
    let event = StationEvent(
      id: counters.events, type: type, at: now, station: station, transaction: transaction,
      company: company, data: data)
    try database.statement(
      """
      INSERT INTO events(id, type, at, station, transaction_id, company_id, data)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    ).bind(event.id).bind(Int64(type.rawValue)).bind(now).bind(station)
      .bind(transaction.map { Int($0) }).bind(company).bind(data).run()
    for place in outbox.receivers(of: type, company) { try address(event, to: place) }
    if event.id % StoreLimits.eventTrimInterval == 0 { try trimEvents(through: event.id) }
  }

  private func address(_ event: StationEvent, to place: Int) throws(StoreError) {
    let number = outbox.subscriptions[place].number
    let isTaken = outbox.take(place)
    try database.statement(
      """
      INSERT INTO deliveries(webhook, event_id, lane, status, next_at, retry_until, failure)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    ).bind(number).bind(event.id).bind(event.lane).bind(Int64(isTaken ? 0 : 2)).bind(event.at)
      .bind(DateTime(milliseconds: event.at.milliseconds + StoreLimits.deliveryPatience))
      .bind(isTaken ? nil : LedgerWriter.queueFull).run()
    if !outbox.addressed.contains(number) { outbox.addressed.append(number) }
  }

  private static let queueFull: Text = "More waited for this webhook than may."

  /// Events that nobody waits for go when there are `StoreLimits.keptEvents` newer ones.
  private func trimEvents(through newest: Int64) throws(StoreError) {
    let last = newest - StoreLimits.keptEvents
    try database.statement("DELETE FROM deliveries WHERE event_id <= ? AND status = 1").bind(last)
      .run()
    try database.statement(
      """
      DELETE FROM events WHERE id <= ?
        AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.event_id = events.id)
      """
    ).bind(last).run()
  }

  /// The oldest parked deliveries go when there are too many, and are counted. Once a commit: a receiver
  /// that takes nothing costs an event no more than another one does.
  func trimParked() throws(StoreError) {
    for (webhook, count) in outbox.takeExcess() {
      try database.statement(
        """
        DELETE FROM deliveries WHERE webhook = ?1 AND event_id IN (
          SELECT event_id FROM deliveries INDEXED BY deliveries_parked
          WHERE webhook = ?1 AND status = 2 ORDER BY event_id LIMIT ?2)
        """
      ).bind(webhook).bind(count).run()
      try database.statement("UPDATE webhooks SET dropped = dropped + ? WHERE number = ?")
        .bind(database.changes).bind(webhook).run()
    }
  }

  func company(ofStation id: Int64) throws(StoreError) -> Text? {
    let query = try database.statement("SELECT company_id FROM stations WHERE id = ?")
    defer { query.reset() }
    return try query.bind(id).step() ? query.optionalText(0) : nil
  }

  func company(ofStation identity: Text?) throws(StoreError) -> Text? {
    guard let identity else { return nil }
    let query = try database.statement("SELECT company_id FROM stations WHERE identity = ?")
    defer { query.reset() }
    return try query.bind(identity).step() ? query.optionalText(0) : nil
  }
}
