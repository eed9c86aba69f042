/// Jobs: one command for many stations.
enum Migration0002 {
  static let sql = """
    -- status: 0 running, 1 completed, 2 cancelled, 3 interrupted.
    CREATE TABLE jobs (
      id INTEGER PRIMARY KEY,
      command TEXT NOT NULL,
      parameters TEXT NOT NULL,       -- JSON
      timeout_s INTEGER,
      parallelism INTEGER NOT NULL,
      total INTEGER NOT NULL,
      answered INTEGER NOT NULL DEFAULT 0,
      failed INTEGER NOT NULL DEFAULT 0,
      status INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL,
      finished_at INTEGER
    ) STRICT;
    CREATE INDEX jobs_running ON jobs(id) WHERE status = 0;

    -- is_failure: NULL as long as there is no outcome. outcome: the answer or the problem, as JSON.
    CREATE TABLE job_stations (
      job_id INTEGER NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      station TEXT NOT NULL,
      is_failure INTEGER,
      outcome TEXT,
      finished_at INTEGER,
      PRIMARY KEY (job_id, position)
    ) STRICT, WITHOUT ROWID;

    INSERT INTO counters VALUES ('jobs', 0);
    """
}
