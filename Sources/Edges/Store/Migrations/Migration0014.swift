/// Listings that do only so much work (docs/decisions/0045-listings-do-bounded-work.md).
enum Migration0014 {
  static let sql = transactions + sessions

  /// What is over is listed without passing over what is open. The index takes the place of the one over
  /// all transactions: a start has one entry less to write, a stop one more. The small indexes hold what
  /// makes a transaction theirs too, because SQLite would look it up in the row.
  private static let transactions = """
    DROP INDEX transactions_time;
    CREATE INDEX transactions_completed ON transactions(started_at)
      WHERE status = 1 AND stopped_at IS NOT NULL;
    DROP INDEX transactions_active;
    CREATE INDEX transactions_active ON transactions(started_at, id, station_id, id_tag, company_id,
      connector, id_group, "authorization", status) WHERE status = 0;
    DROP INDEX transactions_reconciled;
    CREATE INDEX transactions_reconciled
      ON transactions(started_at, id, station_id, id_tag, company_id, status, stopped_at)
      WHERE status = 1 AND stopped_at IS NULL;
    DROP INDEX transactions_unmatched_time;
    CREATE INDEX transactions_unmatched_time ON transactions(started_at, id, station_id, status)
      WHERE status = 2;

    """

  /// Ordinary sessions have no user, are not ordered, and owe nothing: they pay for none of these but, where
  /// there is one, their company's.
  private static let sessions = """
    DROP INDEX charge_sessions_company;
    CREATE INDEX charge_sessions_company ON charge_sessions(company_id, id, site_id)
      WHERE company_id IS NOT NULL;
    CREATE INDEX charge_sessions_user ON charge_sessions(user_id, id) WHERE user_id IS NOT NULL;
    DROP INDEX charge_sessions_pending;
    CREATE INDEX charge_sessions_unsettled ON charge_sessions(phase, id, payment_status)
      WHERE phase > 0 OR payment_status <> 'completed' AND payment_status <> 'refunded';

    """
}
