public import OCPPJSON

extension StoreEditor {
  /// Keeps a new job with its stations, and forgets the oldest ones that are over beyond
  /// `StoreLimits.keptJobs`.
  /// - Returns: its id.
  public func createJob(_ job: JobRow, stations: [Text]) throws(StoreError) -> Int {
    try database.statement("UPDATE counters SET value = value + 1 WHERE name = 'jobs'").run()
    let id = Int(try database.number("SELECT value FROM counters WHERE name = 'jobs'") ?? 0)
    try database.statement(
      """
      INSERT INTO jobs(id, command, parameters, timeout_s, parallelism, total, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    ).bind(id).bind(job.command).bind(job.parameters).bind(job.timeout).bind(job.parallelism)
      .bind(stations.count).bind(job.createdAt).run()
    let insert = try database.statement(
      "INSERT INTO job_stations(job_id, position, station) VALUES (?, ?, ?)")
    for (position, station) in stations.enumerated() {
      try insert.bind(id).bind(position).bind(station).run()
    }
    try database.statement(
      """
      DELETE FROM jobs WHERE status <> 0 AND id <= (
        SELECT id FROM jobs ORDER BY id DESC LIMIT 1 OFFSET ?)
      """
    ).bind(StoreLimits.keptJobs).run()
    return id
  }

  /// Keeps what became of a job at some stations; with a status, the job is over.
  public func recordJob(
    _ id: Int, _ outcomes: [JobStationRow], status: JobStatus? = nil, at now: DateTime
  ) throws(StoreError) {
    let update = try database.statement(
      """
      UPDATE job_stations SET is_failure = ?, outcome = ?, finished_at = ?
      WHERE job_id = ? AND position = ?
      """)
    for row in outcomes {
      try update.bind(row.isFailure ?? false).bind(row.outcome).bind(row.finishedAt).bind(id)
        .bind(row.position).run()
    }
    let failed = outcomes.filter { $0.isFailure == true }.count
    try database.statement(
      "UPDATE jobs SET answered = answered + ?, failed = failed + ? WHERE id = ?"
    ).bind(outcomes.count - failed).bind(failed).bind(id).run()
    guard let status else { return }
    try database.statement("UPDATE jobs SET status = ?, finished_at = ? WHERE id = ?")
      .bind(status.rawValue).bind(now).bind(id).run()
  }

  /// What still ran when the server stopped is over.
  public func interruptJobs(at now: DateTime) throws(StoreError) {
    try database.statement("UPDATE jobs SET status = ?, finished_at = ? WHERE status = 0")
      .bind(JobStatus.interrupted.rawValue).bind(now).run()
  }
}
