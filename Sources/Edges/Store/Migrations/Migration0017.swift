/// Ends that wait for their stop before they are told of, and the ids that stations spoke of (docs/decisions/0021-closed-by-proof.md).
enum Migration0017 {
  static let sql = """
    CREATE TABLE ends_in_doubt (
      transaction_id INTEGER PRIMARY KEY REFERENCES transactions(id) ON DELETE CASCADE,
      station_id INTEGER NOT NULL,
      connector INTEGER NOT NULL,
      since INTEGER NOT NULL
    );
    -- Which ids a station spoke of: looked up at each start.
    CREATE INDEX meter_series_reported ON meter_series(station_id, reported_id)
      WHERE reported_id IS NOT NULL;

    """
}
