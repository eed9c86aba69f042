/// Records: sites, drivers, tariffs; what companies keep of stations, connectors and tokens; charge
/// sessions, each the app's half of a transaction.
enum Migration0007 {
  static let sql = tables + stations + sessions + views

  private static let tables = """
    CREATE TABLE sites (
      id TEXT PRIMARY KEY,
      company_id TEXT NOT NULL REFERENCES companies(id),
      name TEXT NOT NULL,
      enabled INTEGER NOT NULL DEFAULT 1,
      group_id TEXT, address TEXT, city TEXT, region TEXT, country TEXT, zip_code TEXT,
      geo TEXT,                       -- JSON
      time_zone TEXT,
      tax_rate TEXT,                  -- a decimal
      contact_name TEXT, contact_phone TEXT, contact_email TEXT,
      tariff_id TEXT,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sites_company ON sites(company_id, id);

    CREATE TABLE drivers (
      id TEXT PRIMARY KEY,
      company_id TEXT NOT NULL REFERENCES companies(id),
      full_name TEXT NOT NULL,
      enabled INTEGER NOT NULL DEFAULT 1,
      email TEXT, phone TEXT, group_id TEXT,
      notify_actions INTEGER NOT NULL DEFAULT 1,
      notify_payments INTEGER NOT NULL DEFAULT 1,
      notify_system INTEGER NOT NULL DEFAULT 1,
      tariff_id TEXT,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX drivers_company ON drivers(company_id, id);

    CREATE TABLE tariffs (
      id TEXT PRIMARY KEY,
      company_id TEXT NOT NULL REFERENCES companies(id),
      name TEXT NOT NULL,
      enabled INTEGER NOT NULL DEFAULT 1,
      currency TEXT NOT NULL,
      definition TEXT NOT NULL,       -- JSON
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tariffs_company ON tariffs(company_id, id);

    """

  private static let stations = """
    ALTER TABLE stations ADD COLUMN company_id TEXT REFERENCES companies(id);
    ALTER TABLE stations ADD COLUMN site_id TEXT REFERENCES sites(id);
    ALTER TABLE stations ADD COLUMN type TEXT;
    ALTER TABLE stations ADD COLUMN geo TEXT;
    ALTER TABLE stations ADD COLUMN address TEXT;
    ALTER TABLE stations ADD COLUMN owner_name TEXT;
    ALTER TABLE stations ADD COLUMN group_id TEXT;
    ALTER TABLE stations ADD COLUMN pincode TEXT;
    ALTER TABLE stations ADD COLUMN availability TEXT;
    ALTER TABLE stations ADD COLUMN access_type TEXT;
    ALTER TABLE stations ADD COLUMN active_24x7 INTEGER;
    ALTER TABLE stations ADD COLUMN photo TEXT;
    ALTER TABLE stations ADD COLUMN payment_id TEXT;
    ALTER TABLE stations ADD COLUMN tariff_id TEXT;
    ALTER TABLE stations ADD COLUMN updated_at INTEGER;
    CREATE INDEX stations_company ON stations(company_id, identity);
    CREATE INDEX stations_site ON stations(site_id, identity);

    -- What somebody says a connector is, whether it has reported or not.
    CREATE TABLE connector_records (
      station_id INTEGER NOT NULL REFERENCES stations(id) ON DELETE CASCADE,
      connector INTEGER NOT NULL,
      name TEXT, type TEXT,
      enabled INTEGER NOT NULL DEFAULT 1,
      rated_power_kw TEXT, max_current TEXT,
      tariff_id TEXT,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      PRIMARY KEY (station_id, connector)
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE tokens ADD COLUMN company_id TEXT REFERENCES companies(id);
    ALTER TABLE tokens ADD COLUMN driver_id TEXT REFERENCES drivers(id);
    ALTER TABLE tokens ADD COLUMN name_on TEXT;
    ALTER TABLE tokens ADD COLUMN number_on TEXT;
    ALTER TABLE tokens ADD COLUMN created_at INTEGER;
    ALTER TABLE tokens ADD COLUMN updated_at INTEGER;
    CREATE INDEX tokens_company ON tokens(company_id, id_tag_folded);
    CREATE INDEX tokens_driver ON tokens(driver_id, id_tag_folded);

    """

  private static let sessions = """
    -- id: the transaction's, which an app's session has before its transaction begins.
    -- phase: 0 as the transaction goes, 1 ordered, 2 the station accepted the order, 3 failed,
    -- 4 stopping. Company, site, driver and card are those of the day it began.
    CREATE TABLE charge_sessions (
      id INTEGER PRIMARY KEY,
      station_id INTEGER NOT NULL REFERENCES stations(id) ON DELETE CASCADE,
      connector INTEGER,
      company_id TEXT, site_id TEXT, driver_id TEXT, card_id TEXT,
      phase INTEGER NOT NULL DEFAULT 0 CHECK (phase BETWEEN 0 AND 4),
      failure TEXT,
      reserved_tag TEXT,
      start_deadline INTEGER,
      external_id INTEGER,
      user_id TEXT, owner_id TEXT, owner_name TEXT,
      payment_id TEXT, payment_method TEXT,
      payment_status TEXT
        CHECK (payment_status IN ('pending', 'authorized', 'completed', 'failed', 'refunded')),
      payment_amount INTEGER,
      pricing_plan_id TEXT,
      cost INTEGER, currency TEXT, discount INTEGER,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX charge_sessions_company ON charge_sessions(company_id, id);
    CREATE INDEX charge_sessions_station ON charge_sessions(station_id, id);
    CREATE INDEX charge_sessions_driver ON charge_sessions(driver_id, id)
      WHERE driver_id IS NOT NULL;
    CREATE UNIQUE INDEX charge_sessions_payment
      ON charge_sessions(ifnull(company_id, ''), payment_id) WHERE payment_id IS NOT NULL;
    CREATE UNIQUE INDEX charge_sessions_tag ON charge_sessions(reserved_tag)
      WHERE reserved_tag IS NOT NULL;
    CREATE UNIQUE INDEX charge_sessions_external ON charge_sessions(station_id, external_id)
      WHERE external_id IS NOT NULL;
    CREATE INDEX charge_sessions_pending ON charge_sessions(phase) WHERE phase IN (1, 2);
    INSERT INTO charge_sessions(id, station_id, connector, card_id, created_at, updated_at)
      SELECT id, station_id, connector, id_tag, created_at, ifnull(closed_at, created_at)
      FROM transactions WHERE status < 2;

    CREATE TABLE session_events (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      session_id INTEGER NOT NULL REFERENCES charge_sessions(id) ON DELETE CASCADE,
      date_time INTEGER NOT NULL,
      type TEXT NOT NULL,
      trigger_reason TEXT, origin TEXT,
      data TEXT,                      -- JSON
      temperature TEXT, current TEXT, voltage TEXT,  -- decimals
      meter_value INTEGER,            -- in Wh
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX session_events_session ON session_events(session_id, date_time);

    """

  private static let views = """
    CREATE VIEW charger_records AS SELECT
      s.identity AS id, s.company_id, s.site_id, s.name, s.enabled, s.vendor AS brand, s.model,
      s.type, ifnull(s.charge_point_serial_number, s.charge_box_serial_number) AS serial, s.geo,
      s.address, s.owner_name, s.group_id, s.meter_type, s.meter_serial_number AS meter_serial,
      s.pincode, s.availability, s.access_type, s.active_24x7, s.photo, s.firmware_version,
      s.payment_id, s.tariff_id, s.last_boot AS last_connection, s.last_seen AS last_heartbeat,
      s.created_at, ifnull(s.updated_at, s.created_at) AS updated_at,
      (SELECT CASE
        WHEN count(*) = 0 THEN 'unknown'
        WHEN max(c.connector = 0 AND c.status = 'Faulted') THEN 'faulted'
        WHEN max(c.connector = 0 AND c.status = 'Unavailable') THEN 'unavailable'
        WHEN max(c.connector > 0 AND c.status = 'Available') THEN 'available'
        WHEN max(c.connector > 0 AND c.status IN ('Preparing', 'Charging', 'SuspendedEV',
          'SuspendedEVSE', 'Finishing', 'Reserved', 'Occupied')) THEN 'occupied'
        WHEN max(c.connector > 0 AND c.status = 'Faulted') THEN 'faulted'
        WHEN max(c.connector > 0) THEN 'unavailable'
        ELSE 'available' END
      FROM connectors c WHERE c.station_id = s.id) AS status
      FROM stations s;

    CREATE VIEW connector_listing AS SELECT
      k.connector AS id, s.identity AS charger_id, s.company_id, s.site_id, r.name, r.type,
      ifnull(r.enabled, 1) AS enabled, c.status, c.error_code, r.rated_power_kw, r.max_current,
      r.tariff_id, ifnull(r.created_at, c.received_at) AS created_at,
      max(ifnull(r.updated_at, 0), ifnull(c.received_at, 0)) AS updated_at,
      s.identity || '/' || printf('%010d', k.connector) AS position
      FROM (SELECT station_id, connector FROM connector_records
        UNION SELECT station_id, connector FROM connectors WHERE connector > 0) k
      JOIN stations s ON s.id = k.station_id
      LEFT JOIN connector_records r ON r.station_id = k.station_id AND r.connector = k.connector
      LEFT JOIN connectors c ON c.station_id = k.station_id AND c.connector = k.connector;

    CREATE VIEW card_records AS SELECT
      id_tag AS id, id_tag_folded AS position, company_id, driver_id, status = 'Accepted' AS enabled,
      name_on, number_on, expiry AS expiration, ifnull(created_at, 0) AS created_at,
      ifnull(updated_at, 0) AS updated_at FROM tokens;

    CREATE VIEW session_records AS SELECT
      x.id, x.id AS transaction_id, x.company_id, x.site_id, s.identity AS charger_id,
      s.name AS charger_name, ifnull(t.connector, x.connector) AS connector_id, x.driver_id,
      x.card_id, t.started_at AS start, t.stopped_at AS "end",
      (t.stopped_at - t.started_at) / 1000 AS duration_seconds,
      ifnull(x.failure, t.reason) AS reason, t.meter_start, t.meter_stop, t.energy_wh,
      CASE
        WHEN t.id IS NULL AND x.phase IN (1, 2) THEN 'pending'
        WHEN t.id IS NULL THEN 'failed'
        WHEN t.status = 1 AND ifnull(x.payment_status, 'completed') IN ('completed', 'refunded')
          THEN 'completed'
        WHEN t.status = 1 THEN 'stopped'
        WHEN x.phase = 4 THEN 'stopping'
        WHEN c.status = 'Charging' THEN 'charging'
        WHEN c.status IN ('SuspendedEV', 'SuspendedEVSE') THEN 'suspended'
        ELSE 'started' END AS status,
      x.external_id, x.user_id, x.owner_id, x.owner_name, x.pricing_plan_id, x.cost, x.currency,
      x.discount, x.payment_id, x.payment_method, x.payment_status, x.payment_amount,
      x.start_deadline, x.reserved_tag, x.phase, x.created_at, x.updated_at
      FROM charge_sessions x
      JOIN stations s ON s.id = x.station_id
      LEFT JOIN transactions t ON t.id = x.id AND t.station_id = x.station_id
      LEFT JOIN connectors c ON c.station_id = x.station_id
        AND c.connector = ifnull(t.connector, x.connector);

    """
}
