/// Events for others, the webhooks they go to, and what became of each delivery.
enum Migration0009 {
  static let sql = """
    -- id: from the counter "events", never given twice. lane: what keeps its order. company_id: whose
    -- the event was when it happened. data: JSON.
    CREATE TABLE events (
      id INTEGER PRIMARY KEY,
      type INTEGER NOT NULL,
      at INTEGER NOT NULL,
      station TEXT,
      transaction_id INTEGER,
      company_id TEXT,
      data TEXT NOT NULL
    ) STRICT;
    -- events_followed_until: until when events are kept for those who follow them without a webhook.
    -- events_floor: up to this id some may be missing, because nobody listened.
    INSERT INTO counters VALUES ('events', 0), ('events_followed_until', 0), ('events_floor', 0);

    -- number: never given twice. types: a bit for each. secret: sealed under a key that is not here.
    CREATE TABLE webhooks (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      company_id TEXT REFERENCES companies(id) ON DELETE CASCADE,
      url TEXT NOT NULL,
      description TEXT,
      types INTEGER NOT NULL,
      enabled INTEGER NOT NULL,
      secret BLOB NOT NULL,
      dropped INTEGER NOT NULL DEFAULT 0,   -- parked deliveries that had to make room
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX webhooks_company ON webhooks(company_id, id);

    -- status: 0 waiting, 1 delivered, 2 parked. retry_until: then it is parked. response: the
    -- receiver's HTTP status, if there was one.
    CREATE TABLE deliveries (
      webhook INTEGER NOT NULL REFERENCES webhooks(number) ON DELETE CASCADE,
      event_id INTEGER NOT NULL,
      lane INTEGER NOT NULL,
      status INTEGER NOT NULL DEFAULT 0 CHECK (status IN (0, 1, 2)),
      attempts INTEGER NOT NULL DEFAULT 0,
      next_at INTEGER NOT NULL,
      retry_until INTEGER NOT NULL,
      last_at INTEGER,
      response INTEGER,
      failure TEXT,
      PRIMARY KEY (webhook, event_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX deliveries_event ON deliveries(event_id);
    CREATE INDEX deliveries_waiting ON deliveries(webhook, lane, event_id) WHERE status = 0;
    CREATE INDEX deliveries_parked ON deliveries(webhook, event_id) WHERE status = 2;

    -- Who is connected, as far as others were told.
    CREATE TABLE station_presence (
      station TEXT PRIMARY KEY,
      since INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    """
}
