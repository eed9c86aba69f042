public import OCPPJSON

/// What becomes of stations' requests for certificates. A request that is over stays as it is.
extension StoreEditor {
  /// Keeps the certificate that was made of a request.
  /// - Parameters:
  ///   - serialNumber: in hexadecimal.
  ///   - issuer: a distinguished name (RFC 2253).
  /// - Returns: false when the request was not waiting for one.
  public func issueCertificate(
    _ id: Int, chain: Text, serialNumber: Text, issuer: Text, expiresAt: DateTime, at now: DateTime
  ) throws(StoreError) -> Bool {
    try database.statement(
      """
      UPDATE certificate_requests SET status = 1, chain = ?, serial_number = ?, issuer = ?,
        expires_at = ?, issued_at = ?, note = NULL WHERE id = ? AND status = 0
      """
    ).bind(chain).bind(serialNumber).bind(issuer).bind(expiresAt).bind(now).bind(id).run()
    return database.changes == 1
  }

  /// Counts an attempt to bring a certificate, before it is made.
  public func countCertificateAttempt(_ id: Int) throws(StoreError) {
    try database.statement(
      "UPDATE certificate_requests SET attempts = attempts + 1 WHERE id = ? AND status = 1"
    ).bind(id).run()
  }

  /// Ends a request.
  /// - Returns: false when it was not in the status `before`.
  @discardableResult
  public func endCertificateRequest(
    _ id: Int, from before: CertificateStatus, as status: CertificateStatus, note: Text?,
    at now: DateTime
  ) throws(StoreError) -> Bool {
    try database.statement(
      """
      UPDATE certificate_requests SET status = ?, note = ?, ended_at = ? WHERE id = ? AND status = ?
      """
    ).bind(status.rawValue).bind(note).bind(now).bind(id).bind(before.rawValue).run()
    return database.changes == 1
  }

  /// Says why a request waits.
  public func noteCertificateRequest(_ id: Int, _ note: Text) throws(StoreError) {
    try database.statement(
      "UPDATE certificate_requests SET note = ? WHERE id = ? AND status < 2"
    ).bind(note).bind(id).run()
  }
}
