/// A session that just ends is not written once more; companies' transactions; since when a station is
/// its company's; certificates that are good no more (docs/decisions/0044-packed-frames-and-revoked-certificates.md).
enum Migration0013 {
  static let sql = sessions + companies + security

  /// When a session ended is with its transaction.
  private static let sessions = """
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
      x.payment_amount, x.start_deadline, x.reserved_tag, x.phase, x.created_at,
      max(x.updated_at, ifnull(t.closed_at, 0)) AS updated_at
      FROM charge_sessions x
      JOIN stations s ON s.id = x.station_id
      LEFT JOIN transactions t ON t.id = x.id AND t.station_id = x.station_id
      LEFT JOIN tariff_versions v ON v.id = x.tariff_version_id
      LEFT JOIN connectors c ON c.station_id = x.station_id
        AND c.connector = ifnull(t.connector, x.connector);

    """

  /// Whoever is bound to a company lists its transactions as quickly as others list all.
  private static let companies = """
    ALTER TABLE transactions ADD COLUMN company_id TEXT;  -- as of the day it began
    UPDATE transactions SET company_id = (SELECT x.company_id FROM charge_sessions x
      WHERE x.id = transactions.id) WHERE status < 2;
    CREATE INDEX transactions_company ON transactions(company_id, started_at)
      WHERE company_id IS NOT NULL;
    DROP INDEX transactions_active;
    CREATE INDEX transactions_active ON transactions(started_at, id, station_id, id_tag, company_id,
      connector, id_group, "authorization") WHERE status = 0;

    -- Since when a station is its company's; NULL for always. What it said before is not theirs.
    ALTER TABLE stations ADD COLUMN company_since INTEGER;
    CREATE TRIGGER stations_moved AFTER UPDATE OF company_id ON stations
      WHEN OLD.company_id IS NOT NEW.company_id BEGIN
      UPDATE stations SET company_since = ifnull(NEW.updated_at, NEW.last_seen) WHERE id = NEW.id;
    END;

    """

  private static let security = """
    -- serial_number: hexadecimal digits, as OpenSSL writes it. issuer: its distinguished name (RFC 2253).
    CREATE TABLE revoked_certificates (
      serial_number TEXT NOT NULL,
      issuer TEXT NOT NULL,
      station TEXT,
      reason TEXT,
      expires_at INTEGER,
      revoked_at INTEGER NOT NULL,
      PRIMARY KEY (serial_number, issuer)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE certificate_requests ADD COLUMN issuer TEXT;

    """
}
