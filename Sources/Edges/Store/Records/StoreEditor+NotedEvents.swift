public import OCPPJSON

extension StoreEditor {
  /// Notes an event; at most `StoreLimits.notedEvents` of a session.
  /// - Throws: `exists` when there are that many.
  public func noteEvent(_ event: NotedEvent, of session: Int, at now: DateTime) throws(StoreError)
    -> Int
  {
    let query = try database.statement(
      "SELECT count(*) FROM session_events WHERE session_id = ?")
    _ = try query.bind(session).step()
    let count = query.int(0)
    query.reset()
    if count >= StoreLimits.notedEvents {
      throw error(.exists, "session \(session) has \(count) noted events, which is the most")
    }
    try database.statement(
      """
      INSERT INTO session_events(session_id, date_time, type, trigger_reason, origin, data,
        temperature, current, voltage, meter_value, created_at, updated_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11)
      """
    ).bind(session).bind(event.at).bind(event.type).bind(event.triggerReason).bind(event.origin)
      .bind(event.data).bind(event.temperature).bind(event.current).bind(event.voltage)
      .bind(event.meterValue).bind(now).run()
    return Int(database.lastInsertedRow)
  }

  /// Changes an event that somebody noted, as it is at this moment.
  /// - Throws: `notFound`.
  public func changeEvent(
    _ id: Int, at now: DateTime, _ change: (inout NotedEvent) -> Void
  ) throws(StoreError) -> NotedEvent {
    guard var event = try reader.notedEvent(id) else {
      throw error(.notFound, "there is no event \(id)")
    }
    change(&event)
    event.updatedAt = now
    try database.statement(
      """
      UPDATE session_events SET date_time = ?, type = ?, trigger_reason = ?, origin = ?, data = ?,
        temperature = ?, current = ?, voltage = ?, meter_value = ?, updated_at = ? WHERE id = ?
      """
    ).bind(event.at).bind(event.type).bind(event.triggerReason).bind(event.origin)
      .bind(event.data).bind(event.temperature).bind(event.current).bind(event.voltage)
      .bind(event.meterValue).bind(event.updatedAt).bind(event.id).run()
    return event
  }

  /// - Throws: `notFound`.
  public func removeEvent(_ id: Int, of session: Int) throws(StoreError) {
    try database.statement("DELETE FROM session_events WHERE id = ? AND session_id = ?").bind(id)
      .bind(session).run()
    if database.changes == 0 { throw error(.notFound, "event \(id) was not noted by anybody") }
  }
}
