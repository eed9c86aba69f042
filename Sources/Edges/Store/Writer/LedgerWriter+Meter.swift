internal import CSMSCore
internal import OCPPJSON

/// A connector's meter outside any known transaction.
struct SeriesKey: Hashable {
  var station: Int64
  var connector: Int
  /// The transaction id the station gave, if it gave one.
  var reported: Int?
}

extension LedgerWriter {
  func keep(
    _ report: MeterReport, of station: StationMemory, at now: DateTime
  ) throws(StoreError) {
    if let number = report.transactionId, let known = try transaction(number, of: station) {
      // What is only said once more says nothing.
      if let newest = try keep(report.readings, of: known.owner) {
        try heard(report.readings, until: newest, in: known, of: station, at: now)
      }
      return
    }
    let key = SeriesKey(
      station: station.id, connector: report.connector, reported: report.transactionId)
    try keep(report.readings, of: try owner(key))
  }

  /// New readings of a transaction; those that come after its stop change nothing.
  private func heard(
    _ readings: [UInt8], until newest: DateTime, in known: TransactionMemory,
    of station: StationMemory, at now: DateTime
  ) throws(StoreError) {
    let (conclusion, concludedAt): (Conclusion?, DateTime)
    switch known.state {
    case .completed: return
    case .active: (conclusion, concludedAt) = (nil, now)
    case .reconciled(let made, let time), .told(let made, let time):
      (conclusion, concludedAt) = (made, time)
    }
    try flag(
      known, LedgerWriter.flags(ofReadingsUntil: newest, receivedAt: now), insteadOf: [])
    var wasTold = false
    if let conclusion {
      let revision = try revise(
        known, conclusion, concludedAt: concludedAt, newest: newest, of: station, at: now)
      guard case .goesOn(let told) = revision else { return }
      wasTold = told
    }
    try announceProgress(known, readings, isReopened: wasTold, at: now)
  }

  /// Adds the records the owner does not have yet to the log and to its unflushed ones.
  /// - Returns: the date of the newest of them; nil when there were none.
  @discardableResult
  func keep(_ readings: [UInt8], of owner: MeterOwner) throws(StoreError) -> DateTime? {
    if readings.isEmpty { return nil }
    var newest: Int64?
    let prior = try priorRecords(owner, readings)
    let wasEmpty = owner.isEmpty
    let sequence = log.nextSequence
    let entry = log.beginEntry(owner: owner.id)
    readings.withUnsafeBytes { bytes in
      for record in MeterRecords(readings) {
        let time = record.timestamp.milliseconds
        let slice = UnsafeRawBufferPointer(rebasing: bytes[record.range])
        if let prior, prior.contains(slice) { continue }
        if owner.appendUnlessHeld(slice, at: time, sequence: sequence) {
          log.append(slice)
          newest = max(newest ?? time, time)
        }
      }
    }
    log.endEntry(entry)
    if wasEmpty && !owner.isEmpty { log.wait(owner) }
    if owner.isFull { markDue(owner) }
    if log.pending.count >= StoreLimits.meterLogRowBytes { try writeLogRow() }
    return newest.map { DateTime(milliseconds: $0) }
  }

  /// The records in chunks that one of these may be a copy of; nil when all are newer than those.
  private func priorRecords(
    _ owner: MeterOwner, _ readings: [UInt8]
  ) throws(StoreError) -> RecordSet? {
    if owner.flushedThrough == .min { return nil }
    var oldest = Int64.max
    for record in MeterRecords(readings) { oldest = min(oldest, record.timestamp.milliseconds) }
    if oldest > owner.flushedThrough { return nil }
    var newest = Int64.min
    for record in MeterRecords(readings) {
      let time = record.timestamp.milliseconds
      if time <= owner.flushedThrough { newest = max(newest, time) }
    }
    let query = try database.statement(
      """
      SELECT records FROM meter_chunks WHERE owner = ? AND last_at >= ? AND first_at <= ?
      ORDER BY last_at DESC LIMIT ?
      """)
    defer { query.reset() }
    query.bind(owner.id).bind(oldest).bind(newest).bind(StoreLimits.duplicateSearchChunks)
    var found = RecordSet()
    while try query.step() { found.insert(query.blob(0), from: oldest, through: newest) }
    return found
  }

  func markDue(_ owner: MeterOwner) {
    if owner.isDue || owner.isEmpty { return }
    owner.isDue = true
    due.append(owner)
  }

  /// The owner of a transaction's records, or of a series' (negative).
  func owner(_ id: Int64) throws(StoreError) -> MeterOwner {
    if let known = owners[id] { return known }
    let (_, last) = try flushed(id)
    let owner = MeterOwner(id: id, flushedThrough: last)
    owners[id] = owner
    return owner
  }

  private func owner(_ key: SeriesKey) throws(StoreError) -> MeterOwner {
    if let known = series[key] { return known }
    let query = try database.statement(
      "SELECT id FROM meter_series WHERE station_id = ? AND connector = ? AND reported_id IS ?")
    let isFound = try query.bind(key.station).bind(key.connector).bind(key.reported).step()
    let id = isFound ? query.int64(0) : counters.meterSeries + 1
    query.reset()
    if !isFound {
      try database.statement(
        "INSERT INTO meter_series(id, station_id, connector, reported_id) VALUES (?, ?, ?, ?)"
      ).bind(id).bind(key.station).bind(key.connector).bind(key.reported).run()
      counters.meterSeries = id
    }
    let owner = try owner(-id)
    series[key] = owner
    return owner
  }

  /// The log row through which an owner's records are in chunks, and the newest of them.
  private func flushed(_ id: Int64) throws(StoreError) -> (sequence: Int64, last: Int64) {
    let query = try database.statement(
      "SELECT max(through_seq), max(last_at) FROM meter_chunks WHERE owner = ?")
    defer { query.reset() }
    _ = try query.bind(id).step()
    return (query.optionalInt64(0) ?? 0, query.optionalInt64(1) ?? .min)
  }

  func writeLogRow() throws(StoreError) {
    if log.pending.isEmpty { return }
    try database.statement("INSERT INTO meter_log(seq, entries) VALUES (?, ?)")
      .bind(log.nextSequence).bind(log.pending).run()
    log.rowWritten()
  }

  /// Writes the owner's unflushed records as a chunk.
  func flush(_ owner: MeterOwner) throws(StoreError) {
    if owner.isEmpty { return }
    let span = owner.span
    try database.statement(
      """
      INSERT INTO meter_chunks(owner, first_at, last_at, record_count, through_seq, records)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    ).bind(owner.id).bind(span.lowerBound).bind(span.upperBound).bind(owner.recordCount)
      .bind(log.nextSequence - 1).bind(owner.records).run()
    owner.cleared()
  }

  func cutLog(before head: Int64) throws(StoreError) {
    try database.statement("DELETE FROM meter_log WHERE seq < ?").bind(head).run()
    counters.meterLog = log.nextSequence - 1
  }

  /// Makes chunks of everything that is only in the log, and empties it.
  func flushAll() throws(StoreError) {
    try writeLogRow()
    for owner in owners.values { try flush(owner) }
    due = []
    try cutLog(before: log.nextSequence)
    log = MeterLog(nextSequence: log.nextSequence)
    try counters.write(to: database)
  }

  /// Rebuilds the unflushed records from the log.
  func replayLog() throws(StoreError) {
    log = MeterLog(nextSequence: counters.meterLog + 1)
    var through: [Int64: Int64] = [:]
    let rows = try database.statement("SELECT seq, entries FROM meter_log ORDER BY seq")
    defer { rows.reset() }
    while try rows.step() {
      let sequence = rows.int64(0)
      let row = rows.blob(1)
      log.rowExists(sequence, bytes: row.count)
      var index = 0
      while let entry = row.withUnsafeBytes({ MeterLogEntry.at(index, in: $0) }) {
        index = entry.range.upperBound
        if through[entry.owner] == nil {
          let (flushed, last) = try flushed(entry.owner)
          through[entry.owner] = flushed
          owners[entry.owner] = MeterOwner(id: entry.owner, flushedThrough: last)
        }
        guard let owner = owners[entry.owner], sequence > through[entry.owner] ?? 0 else {
          continue
        }
        let wasEmpty = owner.isEmpty
        owner.append(records: row[entry.range], sequence: sequence)
        if wasEmpty { log.wait(owner) }
      }
    }
  }
}

extension MeterOwner {
  /// Takes records back from the log, where they are only once.
  func append(records: ArraySlice<UInt8>, sequence: Int64) {
    let readings = [UInt8](records)
    readings.withUnsafeBytes { bytes in
      for record in MeterRecords(readings) {
        append(
          UnsafeRawBufferPointer(rebasing: bytes[record.range]),
          at: record.timestamp.milliseconds, sequence: sequence)
      }
    }
  }
}

/// Records by their bytes.
struct RecordSet {
  private var records: Set<[UInt8]> = []

  func contains(_ record: UnsafeRawBufferPointer) -> Bool { records.contains([UInt8](record)) }

  mutating func insert(_ chunk: [UInt8], from oldest: Int64, through newest: Int64) {
    for record in MeterRecords(chunk)
    where record.timestamp.milliseconds >= oldest && record.timestamp.milliseconds <= newest {
      records.insert([UInt8](chunk[record.range]))
    }
  }
}
