/// A start and a stop touch fewer pages: what is open is remembered instead of indexed, and only what
/// is flagged pays for flags (docs/decisions/0038-what-a-message-costs.md).
enum Migration0012 {
  static let sql = flags + open + checks

  /// The fourteen indexes were looked at by every start and every stop.
  private static var flags: String {
    (0..<14).map { "DROP INDEX transactions_flag_\($0);\n" }.joined() + """
      -- A row for each flag of a transaction; flag: the bit's value.
      CREATE TABLE transaction_flags (
        flag INTEGER NOT NULL,
        started_at INTEGER NOT NULL,
        id INTEGER NOT NULL,
        station_id INTEGER NOT NULL,
        id_tag TEXT,
        PRIMARY KEY (flag, started_at, id)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO transaction_flags
        SELECT bit.column1, t.started_at, t.id, t.station_id, t.id_tag FROM transactions t
        JOIN (VALUES (1), (2), (4), (8), (16), (32), (64), (128), (256), (512), (1024), (2048),
          (4096), (8192)) bit ON t.flags & bit.column1
        WHERE t.flags <> 0;
      CREATE TRIGGER transactions_unflagged AFTER DELETE ON transactions WHEN OLD.flags <> 0 BEGIN
        DELETE FROM transaction_flags WHERE started_at = OLD.started_at AND id = OLD.id
          AND flag IN (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192);
      END;

      """
  }

  /// One index of what is open, with everything that the writer remembers of it.
  private static let open = """
    DROP INDEX transactions_open;
    DROP INDEX transactions_open_token;
    DROP INDEX transactions_open_group;
    DROP INDEX transactions_active;
    CREATE INDEX transactions_active ON transactions(started_at, id, station_id, id_tag, connector,
      id_group, "authorization") WHERE status = 0;
    DROP INDEX charge_sessions_pending;
    CREATE INDEX charge_sessions_pending ON charge_sessions(phase) WHERE phase BETWEEN 1 AND 2;

    """

  /// For an IN in a CHECK, SQLite fills a temporary table whenever a row is written. The same rules in
  /// other words; https://www.sqlite.org/lang_altertable.html says that this is how to change them.
  private static let checks = """
    PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql =
        replace(sql, 'CHECK (status IN (0, 1, 2))', 'CHECK (status BETWEEN 0 AND 2)')
      WHERE type = 'table' AND name = 'transactions';
    UPDATE sqlite_schema SET sql = replace(sql,
        'CHECK (payment_status IN (''pending'', ''authorized'', ''completed'', ''failed'', ''refunded''))',
        'CHECK (payment_status = ''pending'' OR payment_status = ''authorized'' OR payment_status = '
        || '''completed'' OR payment_status = ''failed'' OR payment_status = ''refunded'')')
      WHERE type = 'table' AND name = 'charge_sessions';
    PRAGMA writable_schema = RESET;

    """
}
