public import OCPPJSON

extension StoreReader {
  /// Entries of the audit log, newest first, at most `StoreLimits.listedRows`; nil lets all pass.
  public func auditLog(
    actor: Text? = nil, target: Text? = nil, from: DateTime? = nil, to: DateTime? = nil,
    limit: Int, before id: Int = .max
  ) throws(StoreError) -> [AuditRow] {
    let query = try database.statement(
      composed: """
        SELECT id, at, actor, company, method, path, target, remote_address, status, outcome
        FROM audit_log WHERE id < ? AND at >= ? AND at < ?
        \(actor == nil ? "" : "AND actor = ?") \(target == nil ? "" : "AND target = ?")
        ORDER BY id DESC LIMIT ?
        """)
    defer { query.reset() }
    bindWindow(query, id, from, to)
    for word in [actor, target].compactMap({ $0 }) { query.bind(word) }
    query.bind(min(max(limit, 0), StoreLimits.listedRows))
    var rows: [AuditRow] = []
    while try query.step() {
      var row = AuditRow(
        at: query.dateTime(1), actor: query.text(2), company: query.optionalText(3),
        method: query.text(4), path: query.text(5), target: query.optionalText(6),
        remoteAddress: query.text(7), status: query.int(8), outcome: query.optionalText(9))
      row.id = query.int(0)
      rows.append(row)
    }
    return rows
  }

  /// Security events, newest first, at most `StoreLimits.listedRows`; nil lets all pass.
  public func securityEvents(
    station: Text? = nil, type: Text? = nil, from: DateTime? = nil, to: DateTime? = nil,
    limit: Int, before id: Int = .max
  ) throws(StoreError) -> [SecurityEventRow] {
    let query = try database.statement(
      composed: """
        SELECT id, at, source, type, station, remote_address, detail, suppressed
        FROM security_events WHERE id < ? AND at >= ? AND at < ?
        \(station == nil ? "" : "AND station = ?") \(type == nil ? "" : "AND type = ?")
        ORDER BY id DESC LIMIT ?
        """)
    defer { query.reset() }
    bindWindow(query, id, from, to)
    for word in [station, type].compactMap({ $0 }) { query.bind(word) }
    query.bind(min(max(limit, 0), StoreLimits.listedRows))
    var rows: [SecurityEventRow] = []
    while try query.step() {
      var row = SecurityEventRow(
        at: query.dateTime(1),
        source: SecurityEventRow.Source(rawValue: query.text(2).description) ?? .centralSystem,
        type: query.text(3), station: query.optionalText(4),
        remoteAddress: query.optionalText(5), detail: query.optionalText(6),
        suppressed: query.int(7))
      row.id = query.int(0)
      rows.append(row)
    }
    return rows
  }

  private func bindWindow(_ query: Statement, _ id: Int, _ from: DateTime?, _ to: DateTime?) {
    query.bind(id).bind(from?.milliseconds ?? .min).bind(to?.milliseconds ?? .max)
  }
}
