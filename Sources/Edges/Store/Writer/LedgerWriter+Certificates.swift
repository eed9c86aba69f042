internal import CSMSCore
internal import OCPPJSON

extension LedgerWriter {
  /// Keeps a station's request for a certificate in place of the one that is under way, if there is
  /// one; the same one again changes nothing.
  func keep(
    _ request: CertificateRequest, of station: StationMemory, named identity: Text, at now: DateTime
  ) throws(StoreError) -> Receipt {
    guard try isName(request.commonName, of: station, identity) else { return .declined }
    let open = try database.statement(
      """
      SELECT 1 FROM certificate_requests WHERE station_id = ? AND status < 2 AND csr = ?
      """)
    let isSame = try open.bind(station.id).bind(request.csr).step()
    open.reset()
    if isSame { return .kept }
    try database.statement(
      """
      UPDATE certificate_requests SET status = ?, ended_at = ? WHERE station_id = ? AND status < 2
      """
    ).bind(CertificateStatus.replaced.rawValue).bind(now).bind(station.id).run()
    try database.statement(
      """
      INSERT INTO certificate_requests(station_id, csr, common_name, key_type, is_proven, received_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    ).bind(station.id).bind(request.csr).bind(request.commonName).bind(request.keyType)
      .bind(request.isProven).bind(now).run()
    try database.statement(
      """
      DELETE FROM certificate_requests WHERE station_id = ?1 AND id <= (
        SELECT id FROM certificate_requests WHERE station_id = ?1
        ORDER BY id DESC LIMIT 1 OFFSET ?2)
      """
    ).bind(station.id).bind(StoreLimits.certificateRequestsOfStation).run()
    return .kept
  }

  /// A station may ask for a certificate under its identity, or a serial number it told.
  private func isName(
    _ name: Text, of station: StationMemory, _ identity: Text
  ) throws(StoreError) -> Bool {
    if name == identity { return true }
    let query = try database.statement(
      """
      SELECT 1 FROM stations
      WHERE id = ?1 AND (charge_point_serial_number = ?2 OR charge_box_serial_number = ?2)
      """)
    defer { query.reset() }
    return try query.bind(station.id).bind(name).step()
  }
}
