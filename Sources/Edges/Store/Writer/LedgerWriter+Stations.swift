internal import CSMSCore
internal import OCPPJSON

/// What the writer remembers of a station.
final class StationMemory {
  let id: Int64
  let identity: Text
  /// As written, in milliseconds since 1970.
  var lastSeen: Int64
  var connectors: [Int: ConnectorStatus] = [:]
  /// In W; nil when nobody said.
  let maximumPower: Int?
  /// Whose it is; nil until somebody asks, and after each edit.
  var owners: StationOwners?

  init(id: Int64, identity: Text, lastSeen: Int64, maximumPower: Int? = nil) {
    self.id = id
    self.identity = identity
    self.lastSeen = lastSeen
    self.maximumPower = maximumPower
  }
}

/// The company and the site of a station.
struct StationOwners {
  var company: Text?
  var site: Text?
  /// The number of the edit after which this was looked up.
  var edit: UInt64
}

extension LedgerWriter {
  /// The station that reported; one unknown so far gets its row, since admitting it was decided
  /// elsewhere. Nil for one that was on record when it was let in: it was deleted since, and what was
  /// under way does not bring it back.
  func station(of entry: FactEntry) throws(StoreError) -> StationMemory? {
    let now = entry.receivedAt.milliseconds
    if let known = stations[entry.station] {
      if now - known.lastSeen >= StoreLimits.lastSeenInterval { try seen(known, at: now) }
      return known
    }
    let station: StationMemory
    if let known = try self.station(named: entry.station) {
      station = known
      if now &- station.lastSeen >= StoreLimits.lastSeenInterval || station.lastSeen < 0 {
        try seen(station, at: now)
      }
    } else if entry.isOnRecord {
      return nil
    } else {
      try database.statement(
        "INSERT INTO stations(identity, last_seen, created_at) VALUES (?, ?, ?)"
      ).bind(entry.station).bind(now).bind(now).run()
      station = StationMemory(
        id: database.lastInsertedRow, identity: entry.station, lastSeen: now)
    }
    stations[entry.station] = station
    return station
  }

  /// A station on record, without a sign of life from it; nil when there is none.
  func station(named identity: Text) throws(StoreError) -> StationMemory? {
    if let known = stations[identity] { return known }
    let query = try database.statement(
      """
      SELECT id, ifnull(last_seen, -9223372036854775807), p.maximum_power_w
      FROM stations LEFT JOIN station_policies p ON p.station_id = id WHERE identity = ?
      """)
    defer { query.reset() }
    guard try query.bind(identity).step() else { return nil }
    return StationMemory(
      id: query.int64(0), identity: identity, lastSeen: query.int64(1),
      maximumPower: query.optionalInt(2))
  }

  private func seen(_ station: StationMemory, at now: Int64) throws(StoreError) {
    try database.statement("UPDATE stations SET last_seen = ? WHERE id = ?")
      .bind(now).bind(station.id).run()
    station.lastSeen = now
  }

  func keep(
    _ boot: StationBoot, of station: StationMemory, at now: DateTime
  ) throws(StoreError) {
    try database.statement(
      """
      UPDATE stations SET vendor = ?, model = ?, charge_point_serial_number = ?,
        charge_box_serial_number = ?, firmware_version = ?, iccid = ?, imsi = ?, meter_type = ?,
        meter_serial_number = ?, last_boot = ?, last_seen = ?, registration = ? WHERE id = ?
      """
    ).bind(boot.vendor).bind(boot.model).bind(boot.chargePointSerialNumber)
      .bind(boot.chargeBoxSerialNumber).bind(boot.firmwareVersion).bind(boot.iccid)
      .bind(boot.imsi).bind(boot.meterType).bind(boot.meterSerialNumber).bind(now).bind(now)
      .bind(boot.registration.word).bind(station.id).run()
    station.lastSeen = now.milliseconds
  }

  /// A status reported again changes nothing, so that its row says since when it holds.
  func keep(
    _ status: ConnectorStatus, of station: StationMemory, at now: DateTime
  ) throws(StoreError) {
    try reconcile(status, of: station, at: now)
    var undated = status
    undated.timestamp = nil
    if station.connectors[status.connector] == undated { return }
    let before = try statusBefore(station, at: now)
    try database.statement(
      """
      INSERT INTO connectors(station_id, connector, status, error_code, info, vendor_id,
        vendor_error_code, timestamp, received_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      ON CONFLICT DO UPDATE SET status = ?3, error_code = ?4, info = ?5, vendor_id = ?6,
        vendor_error_code = ?7, timestamp = ?8, received_at = ?9
      WHERE status <> ?3 OR error_code <> ?4 OR info IS NOT ?5 OR vendor_id IS NOT ?6
        OR vendor_error_code IS NOT ?7
      """
    ).bind(station.id).bind(status.connector).bind(status.status).bind(status.errorCode)
      .bind(status.info).bind(status.vendorId).bind(status.vendorErrorCode)
      .bind(status.timestamp).bind(now).run()
    if let before, database.changes > 0 {
      try announce(status, of: station, after: before, at: now)
    }
    if station.connectors.count < 64 { station.connectors[status.connector] = undated }
  }

  func keep(
    _ notice: StationNotice, of station: StationMemory, at now: DateTime
  ) throws(StoreError) {
    try database.statement(
      """
      INSERT INTO notices(station_id, kind, status, info, request_id, timestamp, received_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    ).bind(station.id).bind(notice.kind).bind(notice.status).bind(notice.info)
      .bind(notice.requestId).bind(notice.timestamp).bind(now).run()
    let newest = database.lastInsertedRow
    if notice.kind == "SecurityEventNotification" {
      try add(
        SecurityEventRow(
          at: notice.timestamp ?? now, source: .station, type: notice.status,
          station: station.identity, detail: notice.info), receivedAt: now)
    }
    if ["FirmwareStatusNotification", "SignedFirmwareStatusNotification"].contains(notice.kind) {
      try announce(firmware: notice, of: station, at: now)
    }
    if newest % StoreLimits.noticeTrimInterval == 0 {
      try database.statement("DELETE FROM notices WHERE id <= ?")
        .bind(newest - StoreLimits.notices).run()
    }
  }
}
