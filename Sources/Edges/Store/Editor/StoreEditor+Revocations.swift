public import OCPPJSON

/// Certificates that let nobody in any more. Those that have expired are forgotten: TLS refuses them.
extension StoreEditor {
  /// Revokes a certificate; one that is revoked already stays as it is.
  /// - Returns: the revocation that holds.
  public func revokeCertificate(_ row: RevocationRow) throws(StoreError) -> RevocationRow {
    try database.statement("DELETE FROM revoked_certificates WHERE expires_at < ?")
      .bind(row.revokedAt).run()
    try database.statement(
      """
      INSERT INTO revoked_certificates(serial_number, issuer, station, reason, expires_at, revoked_at)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """
    ).bind(row.serialNumber).bind(row.issuer).bind(row.station).bind(row.reason)
      .bind(row.expiresAt).bind(row.revokedAt).run()
    return try reader.revocation(row.serialNumber, issuer: row.issuer) ?? row
  }

  /// Takes a revocation back.
  /// - Returns: false when there was none.
  public func restoreCertificate(_ serialNumber: Text, issuer: Text) throws(StoreError) -> Bool {
    try database.statement(
      "DELETE FROM revoked_certificates WHERE serial_number = ? AND issuer = ?"
    ).bind(serialNumber).bind(issuer).run()
    return database.changes == 1
  }

  /// Revokes the certificate that was made of a request.
  /// - Returns: false when there is none, or it is revoked already.
  public func revokeCertificate(
    ofRequest id: Int, reason: Text?, at now: DateTime
  ) throws(StoreError) -> Bool {
    try database.statement(
      """
      INSERT INTO revoked_certificates(serial_number, issuer, station, reason, expires_at, revoked_at)
      SELECT serial_number, ifnull(issuer, ''), identity, ?2, expires_at, ?3
      FROM certificate_requests r JOIN stations s ON s.id = station_id
      WHERE r.id = ?1 AND r.serial_number IS NOT NULL AND r.status <> ?4 ON CONFLICT DO NOTHING
      """
    ).bind(id).bind(reason).bind(now).bind(CertificateStatus.revoked.rawValue).run()
    try database.statement(
      """
      UPDATE certificate_requests SET status = ?2, note = ?3, ended_at = ?4
      WHERE id = ?1 AND serial_number IS NOT NULL AND status <> ?2
      """
    ).bind(id).bind(CertificateStatus.revoked.rawValue).bind(reason).bind(now).run()
    return database.changes == 1
  }

  /// The certificates that a station got here do not let in a later one of its name.
  func revokeCertificates(ofStation id: Int64) throws(StoreError) {
    try database.statement(
      """
      INSERT INTO revoked_certificates(serial_number, issuer, station, reason, expires_at, revoked_at)
      SELECT serial_number, ifnull(issuer, ''), identity, 'The station was deleted.', expires_at,
        unixepoch() * 1000
      FROM certificate_requests r JOIN stations s ON s.id = station_id
      WHERE station_id = ? AND r.serial_number IS NOT NULL ON CONFLICT DO NOTHING
      """
    ).bind(id).run()
  }
}
