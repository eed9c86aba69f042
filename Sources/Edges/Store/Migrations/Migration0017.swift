/// Ends that wait for their stop before they are told of (docs/decisions/0021-closed-by-proof.md).
enum Migration0017 {
  static let sql = """
    CREATE TABLE ends_in_doubt (
      transaction_id INTEGER PRIMARY KEY REFERENCES transactions(id) ON DELETE CASCADE,
      station_id INTEGER NOT NULL,
      connector INTEGER NOT NULL,
      since INTEGER NOT NULL
    );

    """
}
