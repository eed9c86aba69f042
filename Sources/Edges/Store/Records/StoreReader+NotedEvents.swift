extension StoreReader {
  /// Events somebody noted of a session.
  public func notedEvents(of session: Int) throws(StoreError) -> [NotedEvent] {
    let query = try database.statement(
      """
      SELECT id, date_time, type, trigger_reason, origin, data, temperature, current, voltage,
        meter_value, created_at, updated_at, session_id FROM session_events WHERE session_id = ?
      ORDER BY date_time, id
      """)
    defer { query.reset() }
    query.bind(session)
    var rows: [NotedEvent] = []
    while try query.step() { rows.append(NotedEvent(query)) }
    return rows
  }

  /// One event that somebody noted, or nil.
  public func notedEvent(_ id: Int) throws(StoreError) -> NotedEvent? {
    let query = try database.statement(
      """
      SELECT id, date_time, type, trigger_reason, origin, data, temperature, current, voltage,
        meter_value, created_at, updated_at, session_id FROM session_events WHERE id = ?
      """)
    defer { query.reset() }
    return try query.bind(id).step() ? NotedEvent(query) : nil
  }
}
