/// Listings that stay quick with ten million transactions, and totals that are kept instead of
/// counted.
enum Migration0006 {
  static let sql = """
    -- Of all rows, no longer only of those with a start: what makes a resent start the same one is
    -- also how a station's transactions are listed, and its tags are looked at without the rows.
    -- A stop without a start has NULLs here, which are never the same.
    DROP INDEX transactions_start;
    CREATE UNIQUE INDEX transactions_start
      ON transactions(station_id, started_at, connector, meter_start, id_tag);
    -- With the station in it, so that a token at a station is found without the rows.
    DROP INDEX transactions_token;
    CREATE INDEX transactions_token
      ON transactions(id_tag COLLATE NOCASE, started_at, id, station_id);
    -- Small ones, of what is open and of what matches nothing: station and token are compared
    -- inside the index.
    DROP INDEX transactions_active;
    CREATE INDEX transactions_active
      ON transactions(started_at, id, station_id, id_tag) WHERE status = 0;
    CREATE INDEX transactions_unmatched_time
      ON transactions(started_at, id, station_id, id_tag) WHERE status = 2;

    INSERT INTO counters
      SELECT 'transactions_active', count(*) FROM transactions WHERE status = 0;
    INSERT INTO counters
      SELECT 'transactions_completed', count(*) FROM transactions WHERE status = 1;
    INSERT INTO counters
      SELECT 'transactions_unmatched', count(*) FROM transactions WHERE status = 2;
    INSERT INTO counters SELECT 'stations', count(*) FROM stations;
    CREATE TRIGGER stations_counted AFTER INSERT ON stations BEGIN
      UPDATE counters SET value = value + 1 WHERE name = 'stations';
    END;
    CREATE TRIGGER stations_uncounted AFTER DELETE ON stations BEGIN
      UPDATE counters SET value = value - 1 WHERE name = 'stations';
    END;
    """
}
