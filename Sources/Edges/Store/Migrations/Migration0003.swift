/// What the ledger concludes of its own, and what operators want of single stations.
enum Migration0003 {
  static var sql: String { ledger + flags + stations + tokens }

  /// A transaction that was closed without its stop has status 1 and no stopped_at.
  private static let ledger = """
    ALTER TABLE transactions ADD COLUMN flags INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE transactions ADD COLUMN billable_wh INTEGER;
    ALTER TABLE transactions ADD COLUMN id_group TEXT;
    ALTER TABLE transactions ADD COLUMN reconciled_at INTEGER;
    ALTER TABLE transactions ADD COLUMN reconciled_reason INTEGER;
    ALTER TABLE transactions ADD COLUMN evidence_at INTEGER;
    ALTER TABLE transactions ADD COLUMN evidence_wh INTEGER;
    UPDATE transactions SET flags = meter_decreased, billable_wh = ifnull(energy_wh, 0)
      WHERE status = 1;
    CREATE INDEX transactions_open ON transactions(station_id, connector) WHERE status = 0;
    CREATE INDEX transactions_open_token ON transactions(id_tag COLLATE NOCASE) WHERE status = 0;
    CREATE INDEX transactions_open_group ON transactions(id_group COLLATE NOCASE)
      WHERE status = 0 AND id_group IS NOT NULL;
    CREATE INDEX transactions_reconciled
      ON transactions(started_at, id, station_id, id_tag) WHERE status = 1 AND stopped_at IS NULL;
    INSERT INTO counters VALUES ('transactions_reconciled', 0);

    """

  /// One small index for each flag, in the order of their bits.
  private static var flags: String {
    (0..<14).map {
      "CREATE INDEX transactions_flag_\($0)"
        + " ON transactions(started_at, id, station_id, id_tag) WHERE flags & \(1 << $0);\n"
    }.joined()
  }

  private static let stations = """
    ALTER TABLE stations ADD COLUMN registration TEXT;

    -- What an operator decided about one station; NULL leaves it to the server's settings.
    CREATE TABLE station_policies (
      station_id INTEGER PRIMARY KEY REFERENCES stations(id) ON DELETE CASCADE,
      registration TEXT,
      unknown_tokens INTEGER,
      local_list INTEGER,
      maximum_power_w INTEGER
    ) STRICT;

    -- What a station's settings were when it was last asked.
    CREATE TABLE station_configuration (
      station_id INTEGER NOT NULL REFERENCES stations(id) ON DELETE CASCADE,
      key_folded TEXT NOT NULL,
      key TEXT NOT NULL,
      value TEXT,
      is_read_only INTEGER NOT NULL,
      read_at INTEGER NOT NULL,
      PRIMARY KEY (station_id, key_folded)
    ) STRICT, WITHOUT ROWID;

    -- What they shall be. result: the station's word to the last attempt; NULL before it.
    CREATE TABLE wanted_configuration (
      station_id INTEGER NOT NULL REFERENCES stations(id) ON DELETE CASCADE,
      key_folded TEXT NOT NULL,
      key TEXT NOT NULL,
      value TEXT NOT NULL,
      result TEXT,
      tried_at INTEGER,
      PRIMARY KEY (station_id, key_folded)
    ) STRICT, WITHOUT ROWID;

    -- What a connector (0: the station) was told last. result: the station's word.
    CREATE TABLE availability (
      station_id INTEGER NOT NULL REFERENCES stations(id) ON DELETE CASCADE,
      connector INTEGER NOT NULL,
      is_operative INTEGER NOT NULL,
      result TEXT NOT NULL,
      changed_at INTEGER NOT NULL,
      PRIMARY KEY (station_id, connector)
    ) STRICT, WITHOUT ROWID;

    -- status: 0 active (until expiry), 1 cancelled, 2 used by a transaction.
    CREATE TABLE reservations (
      station_id INTEGER NOT NULL REFERENCES stations(id) ON DELETE CASCADE,
      reservation_id INTEGER NOT NULL,
      connector INTEGER NOT NULL,
      id_tag TEXT NOT NULL,
      parent TEXT,
      expiry INTEGER NOT NULL,
      status INTEGER NOT NULL DEFAULT 0,
      transaction_id INTEGER,
      created_at INTEGER NOT NULL,
      ended_at INTEGER,
      PRIMARY KEY (station_id, reservation_id)
    ) STRICT, WITHOUT ROWID;

    -- The local list as the station last acknowledged it: everything of the tokens up to revision.
    CREATE TABLE local_lists (
      station_id INTEGER PRIMARY KEY REFERENCES stations(id) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      entry_count INTEGER NOT NULL,
      result TEXT NOT NULL,
      sent_at INTEGER NOT NULL
    ) STRICT;

    """

  /// Every change of a token has a number of its own, so that a station gets what is new to it.
  private static let tokens = """
    ALTER TABLE tokens ADD COLUMN maximum_transactions INTEGER;
    ALTER TABLE tokens ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX tokens_revision ON tokens(revision);
    CREATE TABLE removed_tokens (
      id_tag_folded TEXT PRIMARY KEY,
      id_tag TEXT NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX removed_tokens_revision ON removed_tokens(revision);
    INSERT INTO counters VALUES ('tokens', 1);
    """
}
