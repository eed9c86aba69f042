/// A finished bill does not change: what its cost was reckoned with, and who completed its payment, are
/// kept (docs/decisions/0034-tariffs.md).
enum Migration0015 {
  static let sql = """
    -- In W: by what the meter was judged when the cost was kept; NULL without a cost.
    ALTER TABLE charge_sessions ADD COLUMN maximum_power_w INTEGER;
    -- 1 when the end of the transaction completed the payment, and nobody has said anything since.
    ALTER TABLE charge_sessions ADD COLUMN payment_completed_by_end INTEGER NOT NULL DEFAULT 0;

    """
}
