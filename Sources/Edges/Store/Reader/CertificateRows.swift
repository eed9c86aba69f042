public import CSMSCore
public import OCPPJSON

/// Where a station's request for a certificate is.
public enum CertificateStatus: Int, Sendable, CaseIterable {
  /// Nobody has signed it yet.
  case pending = 0
  /// There is a certificate, which the station does not have yet.
  case issued = 1
  /// The station accepted the certificate.
  case installed = 2
  /// The station did not take the certificate.
  case refused = 3
  /// An operator said no.
  case denied = 4
  /// The station asked again.
  case replaced = 5
  /// The station did not answer to several attempts to bring it.
  case undelivered = 6
  /// An operator revoked the certificate.
  case revoked = 7

  /// The word in records.
  public var word: Text {
    switch self {
    case .pending: "pending"
    case .issued: "issued"
    case .installed: "installed"
    case .refused: "refused"
    case .denied: "denied"
    case .replaced: "replaced"
    case .undelivered: "undelivered"
    case .revoked: "revoked"
    }
  }
}

/// A station's request for a certificate, and what became of it.
public struct CertificateRequestRow: Sendable, Equatable {
  public var id: Int
  public var station: Text
  public var status: CertificateStatus
  public var request: CertificateRequest
  public var receivedAt: DateTime
  /// PEM, the station's own first.
  public var chain: Text?
  /// In hexadecimal.
  public var serialNumber: Text?
  public var expiresAt: DateTime?
  public var issuedAt: DateTime?
  /// How often it was sent.
  public var attempts: Int
  public var endedAt: DateTime?
  /// Why it is not further.
  public var note: Text?
}

extension StoreReader {
  private static let columns = """
    r.id, identity, r.status, csr, common_name, key_type, is_proven, received_at, chain,
    r.serial_number, expires_at, issued_at, attempts, ended_at, note
    """

  /// Requests for certificates, newest first.
  /// - Parameters:
  ///   - station: of this one only.
  ///   - status: in this status only.
  ///   - before: older than the one with this id.
  ///   - company: of its stations only; nil for everybody's.
  public func certificateRequests(
    station: Text? = nil, status: CertificateStatus? = nil, limit: Int, before: Int = .max,
    of company: Text? = nil
  ) throws(StoreError) -> [CertificateRequestRow] {
    let query = try database.statement(
      composed: """
        SELECT \(StoreReader.columns) FROM certificate_requests r JOIN stations s ON s.id = station_id
        WHERE r.id < ?1 AND (?2 IS NULL OR identity = ?2) AND (?3 IS NULL OR r.status = ?3)
          AND (?4 IS NULL OR company_id = ?4) ORDER BY r.id DESC LIMIT ?5
        """)
    query.bind(before).bind(station).bind(status?.rawValue).bind(company)
      .bind(min(max(limit, 0), StoreLimits.listedRows))
    return try rows(query)
  }

  /// The request that is under way, or nil.
  public func openCertificateRequest(
    of station: Text
  ) throws(StoreError) -> CertificateRequestRow? {
    let query = try database.statement(
      composed: """
        SELECT \(StoreReader.columns) FROM certificate_requests r JOIN stations s ON s.id = station_id
        WHERE station_id = (SELECT id FROM stations WHERE identity = ?) AND r.status < 2
        ORDER BY r.id DESC LIMIT 1
        """)
    return try rows(query.bind(station)).first
  }

  /// The stations with a certificate that they do not have yet.
  public func stationsWithCertificates() throws(StoreError) -> [Text] {
    let query = try database.statement(
      """
      SELECT DISTINCT identity FROM certificate_requests r JOIN stations s ON s.id = station_id
      WHERE r.status < 2
      """)
    defer { query.reset() }
    var stations: [Text] = []
    while try query.step() { stations.append(query.text(0)) }
    return stations
  }

  public func certificateRequest(_ id: Int) throws(StoreError) -> CertificateRequestRow? {
    let query = try database.statement(
      composed: """
        SELECT \(StoreReader.columns) FROM certificate_requests r JOIN stations s ON s.id = station_id
        WHERE r.id = ?
        """)
    return try rows(query.bind(id)).first
  }

  private func rows(_ query: Statement) throws(StoreError) -> [CertificateRequestRow] {
    defer { query.reset() }
    var rows: [CertificateRequestRow] = []
    while try query.step() {
      rows.append(
        CertificateRequestRow(
          id: query.int(0), station: query.text(1),
          status: CertificateStatus(rawValue: query.int(2)) ?? .undelivered,
          request: CertificateRequest(
            csr: query.text(3), commonName: query.text(4), keyType: query.text(5),
            isProven: query.bool(6)),
          receivedAt: query.dateTime(7), chain: query.optionalText(8),
          serialNumber: query.optionalText(9), expiresAt: query.optionalDateTime(10),
          issuedAt: query.optionalDateTime(11), attempts: query.int(12),
          endedAt: query.optionalDateTime(13), note: query.optionalText(14)))
    }
    return rows
  }
}
