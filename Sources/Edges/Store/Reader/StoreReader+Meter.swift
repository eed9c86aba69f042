internal import CSMSCore
public import OCPPJSON

extension StoreReader {
  /// Every instant.
  public static var always: ClosedRange<DateTime> {
    DateTime(milliseconds: .min)...DateTime(milliseconds: .max)
  }

  /// A transaction's meter records in the order they were kept, one after the other as
  /// `MeterRecords` reads them; none for an unknown id.
  public func meterRecords(
    ofTransaction id: Int, during range: ClosedRange<DateTime> = StoreReader.always
  ) throws(StoreError) -> [UInt8] {
    try records(owner: Int64(id), range)
  }

  /// How many meter records a transaction has, and from when to when.
  public func meterSpan(ofTransaction id: Int) throws(StoreError) -> MeterSpan {
    var span = MeterSpan()
    let packed = try records(owner: Int64(id), StoreReader.always)
    for record in MeterRecords(packed) {
      span.count += 1
      span.first = min(span.first ?? record.timestamp, record.timestamp)
      span.last = max(span.last ?? record.timestamp, record.timestamp)
    }
    return span
  }

  /// The meter records of a series (see `meterSeries`).
  public func meterRecords(
    ofSeries id: Int, during range: ClosedRange<DateTime> = StoreReader.always
  ) throws(StoreError) -> [UInt8] {
    try records(owner: -Int64(id), range)
  }

  /// What a station metered outside any known transaction.
  public func meterSeries(of identity: Text) throws(StoreError) -> [MeterSeriesRow] {
    let query = try database.statement(
      """
      SELECT m.id, connector, reported_id FROM meter_series m
      JOIN stations s ON s.id = m.station_id
      WHERE s.identity = ? ORDER BY connector, reported_id
      """)
    defer { query.reset() }
    query.bind(identity)
    var rows: [MeterSeriesRow] = []
    while try query.step() {
      rows.append(
        MeterSeriesRow(
          id: query.int(0), connector: query.int(1), reportedId: query.optionalInt(2)))
    }
    return rows
  }

  private func records(
    owner: Int64, _ range: ClosedRange<DateTime>
  ) throws(StoreError) -> [UInt8] {
    var found: [UInt8] = []
    try database.eachMeterChunk(of: owner, during: range) { found.append(contentsOf: $0) }
    try eachLogged(of: owner) { found.append(contentsOf: $0) }
    if range == StoreReader.always { return found }
    var inside: [UInt8] = []
    for record in MeterRecords(found) where range.contains(record.timestamp) {
      inside.append(contentsOf: found[record.range])
    }
    return inside
  }

  /// What the register said in a transaction, read chunk by chunk.
  /// - Parameter most: how many meter records count, of those kept first.
  func registerPoints(
    ofTransaction id: Int, upTo most: Int
  ) throws(StoreError) -> RegisterPoints {
    var points = RegisterPoints()
    try database.eachMeterChunk(of: Int64(id), most: StoreLimits.accountChunks) {
      points.add($0, upTo: most)
    }
    try eachLogged(of: Int64(id)) { points.add($0, upTo: most) }
    return points
  }

  /// Hands on an owner's records that are in no chunk yet, in the order they were kept.
  private func eachLogged(
    of owner: Int64, _ body: ([UInt8]) -> Void
  ) throws(StoreError) {
    let newest = try database.statement(
      "SELECT ifnull(max(through_seq), 0) FROM meter_chunks WHERE owner = ?")
    defer { newest.reset() }
    _ = try newest.bind(owner).step()
    // The log is bounded (StoreLimits.meterLogBytes), so that looking through it takes some
    // milliseconds at most.
    let log = try database.statement("SELECT entries FROM meter_log WHERE seq > ? ORDER BY seq")
    defer { log.reset() }
    log.bind(newest.int64(0))
    while try log.step() {
      log.withBlob(0) { row in
        var index = 0
        while let entry = MeterLogEntry.at(index, in: row) {
          index = entry.range.upperBound
          if entry.owner == owner { body(Array(row[entry.range])) }
        }
      }
    }
  }
}

extension Database {
  /// Hands on an owner's chunks that have something of this period, one by one, in the order they were
  /// kept: the writer and the reader know them by this only.
  func eachMeterChunk(
    of owner: Int64, during range: ClosedRange<DateTime> = StoreReader.always, most: Int = -1,
    _ body: ([UInt8]) -> Void
  ) throws(StoreError) {
    let chunks = try statement(
      """
      SELECT records FROM meter_chunks
      WHERE owner = ? AND last_at >= ? AND first_at <= ? ORDER BY id LIMIT ?
      """)
    defer { chunks.reset() }
    chunks.bind(owner).bind(range.lowerBound).bind(range.upperBound).bind(most)
    while try chunks.step() { body(chunks.blob(0)) }
  }
}
