/// Keys of stations that are being changed, requests for certificates, and indexes for what is kept
/// for a limited time.
enum Migration0011 {
  static let sql = """
    -- New keys that a station may have: good beside the one in stations until it is seen to use one.
    -- decoded: of the bytes that a key of hexadecimal digits stands for; NULL for any other key.
    CREATE TABLE station_keys (
      station_id INTEGER NOT NULL REFERENCES stations(id) ON DELETE CASCADE,
      id INTEGER NOT NULL,
      salt BLOB NOT NULL,
      digest BLOB NOT NULL,
      decoded BLOB,
      sent_at INTEGER NOT NULL,
      answer INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (station_id, id)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO counters VALUES ('station_keys', 0);
    ALTER TABLE stations ADD COLUMN credential_changed_at INTEGER;

    -- A password is nobody's business in a listing of settings.
    UPDATE station_configuration SET value = NULL WHERE key_folded = 'authorizationkey';
    DELETE FROM wanted_configuration WHERE key_folded = 'authorizationkey';

    -- status: 0 waits for an operator, 1 issued, 2 installed, 3 refused by the station, 4 denied by
    -- an operator, 5 replaced by a newer one, 6 given up.
    CREATE TABLE certificate_requests (
      id INTEGER PRIMARY KEY,
      station_id INTEGER NOT NULL REFERENCES stations(id) ON DELETE CASCADE,
      status INTEGER NOT NULL DEFAULT 0,
      csr TEXT NOT NULL,              -- PEM
      common_name TEXT NOT NULL,
      key_type TEXT NOT NULL,
      is_proven INTEGER NOT NULL,     -- whether the station had shown who it is
      received_at INTEGER NOT NULL,
      chain TEXT,                     -- PEM, the station's own first
      serial_number TEXT,
      expires_at INTEGER,
      issued_at INTEGER,
      attempts INTEGER NOT NULL DEFAULT 0,
      ended_at INTEGER,
      note TEXT
    ) STRICT;
    CREATE INDEX certificate_requests_station ON certificate_requests(station_id, id);
    CREATE INDEX certificate_requests_open ON certificate_requests(id) WHERE status < 2;

    -- Meter values outside transactions, oldest first.
    CREATE INDEX meter_chunks_outside ON meter_chunks(last_at) WHERE owner < 0;
    -- A group's tokens: what becomes of it becomes of them.
    CREATE INDEX tokens_parent ON tokens(parent COLLATE NOCASE) WHERE parent IS NOT NULL;
    """
}
