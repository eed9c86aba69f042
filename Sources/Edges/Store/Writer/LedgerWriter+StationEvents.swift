internal import CSMSCore
internal import OCPPJSON

/// What is told of stations and their connectors.
extension LedgerWriter {
  /// How a station is before it reports something; nil when nobody wants to know.
  struct StatusBefore {
    var connectors: [(number: Int, status: Text)]

    var summary: StationSummary? { StationSummary(connectors) }
    func status(_ number: Int) -> Text? { connectors.first { $0.number == number }?.status }
  }

  func statusBefore(
    _ station: StationMemory, at now: DateTime
  ) throws(StoreError) -> StatusBefore? {
    var isAnyWanted = false
    for type in [EventType.connectorStatus, .stationStatus, .availabilityChanged]
    where try isWanted(type, at: now) { isAnyWanted = true }
    guard isAnyWanted else { return nil }
    let query = try database.statement(
      "SELECT connector, status FROM connectors WHERE station_id = ? ORDER BY connector")
    defer { query.reset() }
    query.bind(station.id)
    var connectors: [(number: Int, status: Text)] = []
    while try query.step() { connectors.append((query.int(0), query.text(1))) }
    return StatusBefore(connectors: connectors)
  }

  /// What a status that is new changed.
  func announce(
    _ status: ConnectorStatus, of station: StationMemory, after before: StatusBefore,
    at now: DateTime
  ) throws(StoreError) {
    let company = try company(ofStation: station.id)
    var after = before
    after.connectors.removeAll { $0.number == status.connector }
    after.connectors.append((status.connector, status.status))
    if status.connector > 0 {
      try announce(connector: status, of: station, company, at: now)
      let old = before.status(status.connector).map { $0 == "Available" }
      if old != (status.status == "Available") {
        try announce(availability: status, of: station, company, at: now)
      }
    }
    if status.connector == 0 || before.summary != after.summary {
      try announce(summary: after, before, status, of: station, company, at: now)
    }
  }

  private func announce(
    connector status: ConnectorStatus, of station: StationMemory, _ company: Text?,
    at now: DateTime
  ) throws(StoreError) {
    guard try isWanted(.connectorStatus, at: now) else { return }
    var data = EventData()
    data.set("connector_id", status.connector)
    LedgerWriter.write(status, &data)
    try announce(
      .connectorStatus, station: station.identity, company: company, at: now, data: data.text())
  }

  private static func write(_ status: ConnectorStatus, _ data: inout EventData) {
    data.set("status", status.status)
    data.set("error_code", status.errorCode)
    data.set("info", status.info)
    data.set("vendor_id", status.vendorId)
    data.set("vendor_error_code", status.vendorErrorCode)
    data.set("reported_at", status.timestamp)
  }

  private func announce(
    availability status: ConnectorStatus, of station: StationMemory, _ company: Text?,
    at now: DateTime
  ) throws(StoreError) {
    guard try isWanted(.availabilityChanged, at: now) else { return }
    var data = EventData()
    data.set("connector_id", status.connector)
    data.set("available", status.status == "Available")
    data.set("status", status.status)
    try announce(
      .availabilityChanged, station: station.identity, company: company, at: now,
      data: data.text())
  }

  private func announce(
    summary after: StatusBefore, _ before: StatusBefore, _ status: ConnectorStatus,
    of station: StationMemory, _ company: Text?, at now: DateTime
  ) throws(StoreError) {
    guard try isWanted(.stationStatus, at: now) else { return }
    var data = EventData()
    data.set("status", after.summary.map { Text($0.word) })
    data.set("previous_status", before.summary.map { Text($0.word) })
    if status.connector == 0 {
      data.set("reported_status", status.status)
      data.set("error_code", status.errorCode)
      data.set("info", status.info)
    }
    try announce(
      .stationStatus, station: station.identity, company: company, at: now, data: data.text())
  }

  func announce(
    firmware notice: StationNotice, of station: StationMemory, at now: DateTime
  ) throws(StoreError) {
    guard try isWanted(.firmwareStatus, at: now) else { return }
    var data = EventData()
    data.set("status", notice.status)
    data.set("request_id", notice.requestId)
    try announce(
      .firmwareStatus, station: station.identity, company: try company(ofStation: station.id),
      at: now, data: data.text())
  }

  func announce(security row: SecurityEventRow, at now: DateTime) throws(StoreError) {
    guard try isWanted(.securityEvent, at: now) else { return }
    var data = EventData()
    data.set("type", row.type)
    data.set("source", Text(row.source.rawValue))
    data.set("detail", row.detail)
    data.set("remote_address", row.remoteAddress)
    data.set("reported_at", row.at)
    data.set("suppressed", row.suppressed == 0 ? nil : Int64(row.suppressed))
    try announce(
      .securityEvent, station: row.station, company: try company(ofStation: row.station), at: now,
      data: data.text())
  }
}
