/// Who did what, and what threatens.
enum Migration0004 {
  static let sql = """
    CREATE TABLE audit_log (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      company TEXT,
      method TEXT NOT NULL,
      path TEXT NOT NULL,
      target TEXT,
      remote_address TEXT NOT NULL,
      status INTEGER NOT NULL,
      outcome TEXT
    ) STRICT;
    CREATE INDEX audit_log_actor ON audit_log(actor);
    CREATE INDEX audit_log_target ON audit_log(target);

    -- source: what stations report of themselves, or what the central system saw.
    CREATE TABLE security_events (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      source TEXT NOT NULL,
      type TEXT NOT NULL,
      station TEXT,
      remote_address TEXT,
      detail TEXT,
      suppressed INTEGER NOT NULL DEFAULT 0   -- like ones before it that were not written
    ) STRICT;
    CREATE INDEX security_events_station ON security_events(station);
    CREATE INDEX security_events_type ON security_events(type);
    """
}
