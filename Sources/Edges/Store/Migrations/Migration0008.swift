/// Versions of tariffs, what sessions are bound to, and what they cost.
enum Migration0008 {
  static let sql = tariffs + sessions + views

  private static let tariffs = """
    ALTER TABLE tariffs ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
    -- The connectors of the company with this group_id.
    ALTER TABLE tariffs ADD COLUMN connector_group_id TEXT;
    CREATE UNIQUE INDEX tariffs_connector_group ON tariffs(company_id, connector_group_id)
      WHERE connector_group_id IS NOT NULL;
    ALTER TABLE connector_records ADD COLUMN group_id TEXT;

    -- What a tariff said at a time; sessions refer to these, and outlive the tariff with them.
    CREATE TABLE tariff_versions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      tariff_id TEXT NOT NULL,
      version INTEGER NOT NULL,
      company_id TEXT NOT NULL,
      name TEXT NOT NULL,
      currency TEXT NOT NULL,
      definition TEXT NOT NULL,       -- JSON
      created_at INTEGER NOT NULL,
      UNIQUE (tariff_id, version)
    ) STRICT;
    CREATE INDEX tariff_versions_company ON tariff_versions(company_id);
    CREATE TRIGGER tariff_versions_fixed BEFORE UPDATE ON tariff_versions BEGIN
      SELECT RAISE(ABORT, 'a version of a tariff never changes');
    END;
    CREATE TRIGGER tariffs_made AFTER INSERT ON tariffs BEGIN
      UPDATE tariffs SET version = 1 + ifnull(
        (SELECT max(v.version) FROM tariff_versions v WHERE v.tariff_id = NEW.id), 0)
        WHERE id = NEW.id;
      INSERT INTO tariff_versions(tariff_id, version, company_id, name, currency, definition,
          created_at)
        SELECT id, version, company_id, name, currency, definition, created_at FROM tariffs
        WHERE id = NEW.id;
    END;
    CREATE TRIGGER tariffs_changed AFTER UPDATE OF currency, definition ON tariffs
      WHEN OLD.currency IS NOT NEW.currency OR OLD.definition IS NOT NEW.definition BEGIN
      UPDATE tariffs SET version = 1 + OLD.version WHERE id = NEW.id;
      INSERT INTO tariff_versions(tariff_id, version, company_id, name, currency, definition,
          created_at)
        SELECT id, version, company_id, name, currency, definition, updated_at FROM tariffs
        WHERE id = NEW.id;
    END;
    UPDATE tariffs SET version = 1;
    INSERT INTO tariff_versions(tariff_id, version, company_id, name, currency, definition,
        created_at)
      SELECT id, version, company_id, name, currency, definition, created_at FROM tariffs;

    """

  private static let sessions = """
    -- Tariff, time zone and tax rate are those of the moment it began. meter_records: from how many
    -- of its meter values the cost was reckoned.
    ALTER TABLE charge_sessions ADD COLUMN tariff_version_id INTEGER;
    ALTER TABLE charge_sessions ADD COLUMN time_zone TEXT;
    ALTER TABLE charge_sessions ADD COLUMN tax_rate TEXT;
    ALTER TABLE charge_sessions ADD COLUMN tax INTEGER;
    ALTER TABLE charge_sessions ADD COLUMN meter_records INTEGER;

    """

  private static let views = """
    DROP VIEW connector_listing;
    CREATE VIEW connector_listing AS SELECT
      k.connector AS id, s.identity AS charger_id, s.company_id, s.site_id, r.name, r.type,
      ifnull(r.enabled, 1) AS enabled, c.status, c.error_code, r.rated_power_kw, r.max_current,
      r.group_id, r.tariff_id, ifnull(r.created_at, c.received_at) AS created_at,
      max(ifnull(r.updated_at, 0), ifnull(c.received_at, 0)) AS updated_at,
      s.identity || '/' || printf('%010d', k.connector) AS position
      FROM (SELECT station_id, connector FROM connector_records
        UNION SELECT station_id, connector FROM connectors WHERE connector > 0) k
      JOIN stations s ON s.id = k.station_id
      LEFT JOIN connector_records r ON r.station_id = k.station_id AND r.connector = k.connector
      LEFT JOIN connectors c ON c.station_id = k.station_id AND c.connector = k.connector;

    CREATE VIEW tariff_version_records AS SELECT
      v.tariff_id || '/' || printf('%010d', v.version) AS position, v.tariff_id, v.version,
      v.company_id, v.name, v.currency, v.definition, v.created_at FROM tariff_versions v;

    -- The tariff that a session has when it begins: the most specific one that is switched on.
    CREATE VIEW session_tariffs AS SELECT
      x.id, i.time_zone, i.tax_rate,
      (SELECT v.id FROM (
          SELECT 1 AS place, d.tariff_id AS tariff FROM drivers d WHERE d.id = x.driver_id
          UNION ALL SELECT 2, r.tariff_id FROM connector_records r
            WHERE r.station_id = x.station_id AND r.connector = x.connector
          UNION ALL SELECT 3, g.id FROM connector_records r JOIN tariffs g
            ON g.company_id = x.company_id AND g.connector_group_id = r.group_id
            WHERE r.station_id = x.station_id AND r.connector = x.connector
          UNION ALL SELECT 4, s.tariff_id
          UNION ALL SELECT 5, i.tariff_id
          UNION ALL SELECT 6, c.tariff_id FROM companies c WHERE c.id = x.company_id) p
        JOIN tariffs f ON f.id = p.tariff AND f.company_id = x.company_id AND f.enabled
        JOIN tariff_versions v ON v.tariff_id = f.id AND v.version = f.version
        ORDER BY p.place LIMIT 1) AS tariff_version_id
      FROM charge_sessions x
      JOIN stations s ON s.id = x.station_id
      LEFT JOIN sites i ON i.id = x.site_id;

    DROP VIEW session_records;
    CREATE VIEW session_records AS SELECT
      x.id, x.id AS transaction_id, x.company_id, x.site_id, s.identity AS charger_id,
      s.name AS charger_name, ifnull(t.connector, x.connector) AS connector_id, x.driver_id,
      x.card_id, t.started_at AS start, t.stopped_at AS "end",
      (t.stopped_at - t.started_at) / 1000 AS duration_seconds,
      ifnull(x.failure, t.reason) AS reason, t.meter_start, t.meter_stop, t.energy_wh,
      CASE WHEN t.status = 1 THEN t.billable_wh END AS billable_energy_wh,
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
      x.external_id, x.user_id, x.owner_id, x.owner_name,
      ifnull(v.tariff_id, x.pricing_plan_id) AS pricing_plan_id, v.version AS tariff_version,
      x.cost, x.tax, x.currency, x.discount, x.payment_id, x.payment_method, x.payment_status,
      x.payment_amount, x.start_deadline, x.reserved_tag, x.phase, x.created_at, x.updated_at
      FROM charge_sessions x
      JOIN stations s ON s.id = x.station_id
      LEFT JOIN transactions t ON t.id = x.id AND t.station_id = x.station_id
      LEFT JOIN tariff_versions v ON v.id = x.tariff_version_id
      LEFT JOIN connectors c ON c.station_id = x.station_id
        AND c.connector = ifnull(t.connector, x.connector);

    """
}
