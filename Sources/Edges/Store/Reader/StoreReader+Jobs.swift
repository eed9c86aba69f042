public import OCPPJSON

extension StoreReader {
  private static let jobColumns = """
    SELECT id, command, parameters, timeout_s, parallelism, total, answered, failed, status,
      created_at, finished_at FROM jobs
    """

  /// Jobs, newest first, from the one before `cursor` on, at most `StoreLimits.listedRows`.
  public func jobs(limit: Int, before cursor: Int = .max) throws(StoreError) -> [JobRow] {
    let query = try database.statement(
      composed: Self.jobColumns + " WHERE id < ? ORDER BY id DESC LIMIT ?")
    defer { query.reset() }
    query.bind(cursor).bind(min(max(limit, 0), StoreLimits.listedRows))
    var rows: [JobRow] = []
    while try query.step() { rows.append(JobRow(query)) }
    return rows
  }

  /// A job, or nil.
  public func job(_ id: Int) throws(StoreError) -> JobRow? {
    let query = try database.statement(composed: Self.jobColumns + " WHERE id = ?")
    defer { query.reset() }
    return try query.bind(id).step() ? JobRow(query) : nil
  }

  /// The stations of a job in its order, from the one after `cursor` on, at most
  /// `StoreLimits.listedRows`.
  public func stations(
    ofJob id: Int, limit: Int, after cursor: Int = -1
  ) throws(StoreError) -> [JobStationRow] {
    let query = try database.statement(
      """
      SELECT position, station, is_failure, outcome, finished_at FROM job_stations
      WHERE job_id = ? AND position > ? ORDER BY position LIMIT ?
      """)
    defer { query.reset() }
    query.bind(id).bind(cursor).bind(min(max(limit, 0), StoreLimits.listedRows))
    var rows: [JobStationRow] = []
    while try query.step() {
      rows.append(
        JobStationRow(
          position: query.int(0), station: query.text(1),
          isFailure: query.isNull(2) ? nil : query.bool(2), outcome: query.optionalText(3),
          finishedAt: query.optionalDateTime(4)))
    }
    return rows
  }

  /// The identities of stations by what they are, in their order, at most `limit`. Nil lets all pass.
  public func identities(
    vendor: Text?, model: Text?, site: Text? = nil, limit: Int
  ) throws(StoreError) -> [Text] {
    let query = try database.statement(
      """
      SELECT identity FROM stations WHERE (?1 IS NULL OR vendor = ?1) AND (?2 IS NULL OR model = ?2)
        AND (?3 IS NULL OR site_id = ?3)
      ORDER BY identity LIMIT ?4
      """)
    defer { query.reset() }
    query.bind(vendor).bind(model).bind(site).bind(max(limit, 0))
    var identities: [Text] = []
    while try query.step() { identities.append(query.text(0)) }
    return identities
  }
}

extension JobRow {
  fileprivate init(_ row: Statement) {
    self.init(
      command: row.text(1), parameters: row.text(2), timeout: row.optionalInt(3),
      parallelism: row.int(4), total: row.int(5), createdAt: row.dateTime(9))
    id = row.int(0)
    answered = row.int(6)
    failed = row.int(7)
    status = JobStatus(rawValue: row.int64(8)) ?? .interrupted
    finishedAt = row.optionalDateTime(10)
  }
}
