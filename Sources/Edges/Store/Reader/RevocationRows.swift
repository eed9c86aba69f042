public import OCPPJSON

/// A certificate that lets no station in any more.
public struct RevocationRow: Sendable, Equatable {
  /// In hexadecimal.
  public var serialNumber: Text
  /// A distinguished name (RFC 2253); empty for any issuer.
  public var issuer: Text
  /// Whose it was, as far as that is known.
  public var station: Text?
  public var reason: Text?
  /// When the certificate ends anyway.
  public var expiresAt: DateTime?
  public var revokedAt: DateTime

  public init(
    serialNumber: Text, issuer: Text, station: Text? = nil, reason: Text? = nil,
    expiresAt: DateTime? = nil, revokedAt: DateTime
  ) {
    self.serialNumber = serialNumber
    self.issuer = issuer
    self.station = station
    self.reason = reason
    self.expiresAt = expiresAt
    self.revokedAt = revokedAt
  }
}

extension StoreReader {
  /// Revoked certificates by their numbers and issuers.
  /// - Parameters:
  ///   - limit: how many at most; nil for all.
  ///   - after: only those after this number and issuer.
  public func revocations(
    limit: Int? = nil, after: (serialNumber: Text, issuer: Text)? = nil
  ) throws(StoreError) -> [RevocationRow] {
    let query = try database.statement(
      """
      SELECT serial_number, issuer, station, reason, expires_at, revoked_at
      FROM revoked_certificates WHERE (serial_number, issuer) > (?, ?)
      ORDER BY serial_number, issuer LIMIT ?
      """)
    defer { query.reset() }
    query.bind(after?.serialNumber ?? Text()).bind(after?.issuer ?? Text())
      .bind(limit.map { min(max($0, 0), StoreLimits.listedRows) } ?? -1)
    var rows: [RevocationRow] = []
    while try query.step() { rows.append(RevocationRow(query)) }
    return rows
  }

  /// The revocation of one certificate, or nil.
  public func revocation(_ serialNumber: Text, issuer: Text) throws(StoreError) -> RevocationRow? {
    let query = try database.statement(
      """
      SELECT serial_number, issuer, station, reason, expires_at, revoked_at
      FROM revoked_certificates WHERE serial_number = ? AND issuer = ?
      """)
    defer { query.reset() }
    return try query.bind(serialNumber).bind(issuer).step() ? RevocationRow(query) : nil
  }
}

extension RevocationRow {
  fileprivate init(_ row: Statement) {
    self.init(
      serialNumber: row.text(0), issuer: row.text(1), station: row.optionalText(2),
      reason: row.optionalText(3), expiresAt: row.optionalDateTime(4), revokedAt: row.dateTime(5))
  }
}
