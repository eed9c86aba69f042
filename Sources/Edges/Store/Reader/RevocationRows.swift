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
    while try query.step() {
      rows.append(
        RevocationRow(
          serialNumber: query.text(0), issuer: query.text(1), station: query.optionalText(2),
          reason: query.optionalText(3), expiresAt: query.optionalDateTime(4),
          revokedAt: query.dateTime(5)))
    }
    return rows
  }
}
