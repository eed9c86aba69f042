internal import OCPPJSON

extension StoreEditor {
  /// Writes a line of the audit log; the oldest go beyond `StoreLimits.auditEntries`.
  public func addAudit(_ row: AuditRow) throws(StoreError) {
    try database.statement(
      """
      INSERT INTO audit_log(at, actor, company, method, path, target, remote_address, status, outcome)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ).bind(row.at).bind(row.actor).bind(row.company).bind(row.method).bind(row.path)
      .bind(row.target).bind(row.remoteAddress).bind(row.status).bind(row.outcome).run()
    let newest = database.lastInsertedRow
    if newest % StoreLimits.auditTrimInterval == 0 {
      try database.statement("DELETE FROM audit_log WHERE id <= ?")
        .bind(newest - StoreLimits.auditEntries).run()
    }
  }

  /// Writes security events; the oldest go beyond `StoreLimits.securityEvents`.
  public func addSecurityEvents(_ rows: [SecurityEventRow]) throws(StoreError) {
    for row in rows { try writer.add(row, receivedAt: row.at) }
  }

}

extension LedgerWriter {
  func add(_ row: SecurityEventRow, receivedAt now: DateTime) throws(StoreError) {
    try announce(security: row, at: now)
    try database.statement(
      """
      INSERT INTO security_events(at, source, type, station, remote_address, detail, suppressed)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    ).bind(row.at).bind(Text(row.source.rawValue)).bind(row.type).bind(row.station)
      .bind(row.remoteAddress).bind(row.detail).bind(row.suppressed).run()
    let newest = database.lastInsertedRow
    if newest % StoreLimits.securityTrimInterval == 0 {
      try database.statement("DELETE FROM security_events WHERE id <= ?")
        .bind(newest - StoreLimits.securityEvents).run()
    }
  }
}
