internal import CSMSCore

/// What of a filter leads through a listing of transactions: an index, read newest first, entry by entry.
///
/// Its third column says whether the entry passes as far as the index itself can tell. Entries that do
/// not are read and counted all the same, so that the work of a page has a bound. The parameters are
/// the same everywhere: ?1 the earliest start, ?2 and ?3 the place before which to begin, ?4 the
/// station's row, ?5 the token, ?6 the company, ?7 the flag; NULL is anything.
enum TransactionLead: CaseIterable {
  case active
  case reconciled
  case unmatched
  case flag
  case station
  case token
  case company
  case completed

  /// One text each, prepared once. As literals, so that SQLite recognizes the partial indexes.
  var sql: StaticString {
    switch self {
    case .active:
      """
      SELECT started_at, id, (?4 IS NULL OR station_id = ?4)
        AND (?5 IS NULL OR id_tag = ?5 COLLATE NOCASE) AND (?6 IS NULL OR company_id = ?6)
      FROM transactions INDEXED BY transactions_active
      WHERE status = 0 AND started_at >= ?1 AND (started_at, id) < (?2, ?3)
      ORDER BY started_at DESC, id DESC
      """
    case .reconciled:
      """
      SELECT started_at, id, (?4 IS NULL OR station_id = ?4)
        AND (?5 IS NULL OR id_tag = ?5 COLLATE NOCASE) AND (?6 IS NULL OR company_id = ?6)
      FROM transactions INDEXED BY transactions_reconciled
      WHERE status = 1 AND stopped_at IS NULL AND started_at >= ?1 AND (started_at, id) < (?2, ?3)
      ORDER BY started_at DESC, id DESC
      """
    case .unmatched:
      """
      SELECT started_at, id, ?4 IS NULL OR station_id = ?4
      FROM transactions INDEXED BY transactions_unmatched_time
      WHERE status = 2 AND started_at >= ?1 AND (started_at, id) < (?2, ?3)
      ORDER BY started_at DESC, id DESC
      """
    case .flag:
      """
      SELECT started_at, id, (?4 IS NULL OR station_id = ?4)
        AND (?5 IS NULL OR id_tag = ?5 COLLATE NOCASE)
      FROM transaction_flags
      WHERE flag = ?7 AND started_at >= ?1 AND (started_at, id) < (?2, ?3)
      ORDER BY started_at DESC, id DESC
      """
    case .station:
      """
      SELECT started_at, id, ?5 IS NULL OR id_tag = ?5 COLLATE NOCASE
      FROM transactions INDEXED BY transactions_start
      WHERE station_id = ?4 AND started_at >= ?1 AND (started_at, id) < (?2, ?3)
      ORDER BY started_at DESC, id DESC
      """
    case .token:
      """
      SELECT started_at, id, ?4 IS NULL OR station_id = ?4
      FROM transactions INDEXED BY transactions_token
      WHERE id_tag = ?5 COLLATE NOCASE AND started_at >= ?1 AND (started_at, id) < (?2, ?3)
      ORDER BY started_at DESC, id DESC
      """
    case .company:
      """
      SELECT started_at, id, 1 FROM transactions INDEXED BY transactions_company
      WHERE company_id = ?6 AND started_at >= ?1 AND (started_at, id) < (?2, ?3)
      ORDER BY started_at DESC, id DESC
      """
    case .completed:
      """
      SELECT started_at, id, 1 FROM transactions INDEXED BY transactions_completed
      WHERE status = 1 AND stopped_at IS NOT NULL
        AND started_at >= ?1 AND (started_at, id) < (?2, ?3)
      ORDER BY started_at DESC, id DESC
      """
    }
  }

  /// Every transaction is in exactly one of these.
  static let all: [TransactionLead] = [.completed, .active, .reconciled, .unmatched]

  /// The leads that list all a filter asks for, each of them alone; first the one to take when all are
  /// long. Empty when only all transactions, or all that are completed, will do.
  static func candidates(for filter: TransactionFilter) -> [TransactionLead] {
    var leads: [TransactionLead] = []
    switch filter.status {
    case .active: leads.append(.active)
    case .reconciled: leads.append(.reconciled)
    case .unmatched: leads.append(.unmatched)
    case .completed, nil: break
    }
    if filter.flag != nil { leads.append(.flag) }
    if filter.station != nil { leads.append(.station) }
    if filter.token != nil { leads.append(.token) }
    // A station is nearly always of one company.
    if filter.company != nil && filter.station == nil { leads.append(.company) }
    return leads
  }

  /// Whether the index itself tells everything that a filter it leads can ask for.
  func tells(_ filter: TransactionFilter) -> Bool {
    switch self {
    case .active, .reconciled, .unmatched: filter.flag == nil
    case .flag, .station, .token, .company, .completed: false
    }
  }

  /// A stop of nothing has neither a token nor a company.
  static func isEmpty(_ filter: TransactionFilter) -> Bool {
    filter.status == .unmatched && (filter.token != nil || filter.company != nil)
  }
}
