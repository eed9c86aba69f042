/// Signatures of inbound webhooks that were used, and payments that failed because nothing began.
enum Migration0016 {
  static let sql = signatures + payments

  /// time: what was signed, in seconds. Forgotten once nobody takes a signature that old.
  private static let signatures = """
    CREATE TABLE spent_signatures (
      signature TEXT PRIMARY KEY,
      time INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX spent_signatures_time ON spent_signatures(time);

    """

  /// 1: the payment failed because the order was given up, not because anybody said so.
  private static let payments = """
    ALTER TABLE charge_sessions ADD COLUMN payment_lapsed INTEGER;

    """
}
