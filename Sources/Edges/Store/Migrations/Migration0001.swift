/// The first schema. Instants are milliseconds since 1970 UTC, energy is in Wh.
enum Migration0001 {
  static let sql = """
    CREATE TABLE stations (
      id INTEGER PRIMARY KEY,
      identity TEXT NOT NULL UNIQUE,
      name TEXT,
      enabled INTEGER NOT NULL DEFAULT 1,
      credential_salt BLOB,
      credential_digest BLOB,
      vendor TEXT, model TEXT,
      charge_point_serial_number TEXT, charge_box_serial_number TEXT,
      firmware_version TEXT, iccid TEXT, imsi TEXT,
      meter_type TEXT, meter_serial_number TEXT,
      last_boot INTEGER,
      last_seen INTEGER,
      created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE connectors (
      station_id INTEGER NOT NULL REFERENCES stations(id) ON DELETE CASCADE,
      connector INTEGER NOT NULL,
      status TEXT NOT NULL,
      error_code TEXT NOT NULL,
      info TEXT, vendor_id TEXT, vendor_error_code TEXT,
      timestamp INTEGER,              -- when the station says it happened
      received_at INTEGER NOT NULL,   -- when this status was first reported
      PRIMARY KEY (station_id, connector)
    ) STRICT, WITHOUT ROWID;

    -- status: 0 active, 1 completed, 2 unmatched. An unmatched stop is a row of its own under a
    -- fresh id that no station was ever given; reported_id is what the station called it, and
    -- started_at repeats stopped_at so that every row has its place in the listing.
    CREATE TABLE transactions (
      id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),
      station_id INTEGER NOT NULL REFERENCES stations(id),
      status INTEGER NOT NULL CHECK (status IN (0, 1, 2)),
      connector INTEGER,
      id_tag TEXT,
      started_at INTEGER NOT NULL,
      meter_start INTEGER,
      "authorization" TEXT,
      reservation_id INTEGER,
      stopped_at INTEGER,
      meter_stop INTEGER,
      reason TEXT,
      stop_id_tag TEXT,
      energy_wh INTEGER,              -- NULL until stopped, and when the meter went backwards
      meter_decreased INTEGER NOT NULL DEFAULT 0,
      reported_id INTEGER,
      created_at INTEGER NOT NULL,
      closed_at INTEGER
    ) STRICT;
    -- What makes a resent start the same one; also lists a station's transactions by time.
    CREATE UNIQUE INDEX transactions_start
      ON transactions(station_id, started_at, connector, meter_start, id_tag) WHERE status < 2;
    CREATE UNIQUE INDEX transactions_unmatched
      ON transactions(station_id, reported_id, stopped_at, meter_stop) WHERE status = 2;
    CREATE INDEX transactions_active ON transactions(started_at) WHERE status = 0;
    CREATE INDEX transactions_time ON transactions(started_at);
    CREATE INDEX transactions_token ON transactions(id_tag COLLATE NOCASE, started_at);

    -- Meter values outside any known transaction: of a connector, under the transaction id the
    -- station gave, if it gave one. In meter_chunks and meter_log their owner is -id.
    CREATE TABLE meter_series (
      id INTEGER PRIMARY KEY,
      station_id INTEGER NOT NULL REFERENCES stations(id) ON DELETE CASCADE,
      connector INTEGER NOT NULL,
      reported_id INTEGER
    ) STRICT;
    CREATE INDEX meter_series_key ON meter_series(station_id, connector, reported_id);

    -- Packed records of one owner. through_seq: everything of this owner up to that row of the
    -- log is in chunks.
    CREATE TABLE meter_chunks (
      id INTEGER PRIMARY KEY,
      owner INTEGER NOT NULL,
      first_at INTEGER NOT NULL,
      last_at INTEGER NOT NULL,
      record_count INTEGER NOT NULL,
      through_seq INTEGER NOT NULL,
      records BLOB NOT NULL
    ) STRICT;
    CREATE INDEX meter_chunks_owner ON meter_chunks(owner, last_at, first_at, through_seq);

    -- The intake: one row per commit, entries of owner (8 bytes), length (4 bytes), records.
    CREATE TABLE meter_log (
      seq INTEGER PRIMARY KEY,
      entries BLOB NOT NULL
    ) STRICT;

    -- High-water marks, so that no number is given twice even after rows were deleted.
    CREATE TABLE counters (
      name TEXT PRIMARY KEY,
      value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO counters VALUES ('transactions', 0), ('meter_log', 0), ('meter_series', 0);

    CREATE TABLE notices (
      id INTEGER PRIMARY KEY,
      station_id INTEGER NOT NULL REFERENCES stations(id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      status TEXT NOT NULL,
      info TEXT,
      request_id INTEGER,
      timestamp INTEGER,
      received_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX notices_station ON notices(station_id);

    CREATE TABLE tokens (
      id_tag_folded TEXT PRIMARY KEY,
      id_tag TEXT NOT NULL,
      status TEXT NOT NULL,
      expiry INTEGER,
      parent TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE api_keys (
      name TEXT PRIMARY KEY,
      digest BLOB NOT NULL UNIQUE,
      created_at INTEGER NOT NULL,
      last_used INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE settings (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
