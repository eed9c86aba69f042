internal import CSMSCore
internal import OCPPJSON

/// A listing of transactions as SQL: with an index of our choice, because SQLite would have to guess
/// how the rows are spread.
///
/// Every index ends in the order of the listing, so that a page is read and no row is sorted. The index
/// by station holds the tags and the one by token the stations: of a token at a station the rarer of
/// the two leads, and the other is compared inside the index. What is open or unmatched has small
/// indexes. A company leads where neither a station nor a token does.
struct TransactionQuery {
  let sql: String
  private let filter: TransactionFilter
  /// The upper end: `to`, or the cursor where that comes first.
  private let cursor: TransactionCursor?
  private let to: DateTime?

  static let columns = """
    t.id, s.identity, t.status, t.connector, t.id_tag, t.started_at, t.meter_start,
      t."authorization", t.reservation_id, t.stopped_at, t.meter_stop, t.energy_wh,
      t.meter_decreased, t.reason, t.stop_id_tag, t.reported_id, t.created_at, t.closed_at,
      t.billable_wh, t.flags, t.id_group, t.reconciled_at, t.reconciled_reason, t.evidence_at,
      t.evidence_wh
    """

  /// - Parameter isTokenRare: whether the token of the filter leads where there is a station too.
  init(
    _ filter: TransactionFilter, after cursor: TransactionCursor?, isTokenRare: Bool = false
  ) {
    self.filter = filter
    // One upper end only: with two, SQLite seeks by one and walks through what the other skips.
    if let to = filter.to, let cursor, to <= cursor.time {
      self.to = to
      self.cursor = nil
    } else {
      to = cursor == nil ? filter.to : nil
      self.cursor = cursor
    }
    var conditions: [String] = []
    // Flagged ones are listed by the table of flags, which holds what else is compared.
    let table = filter.flag == nil ? "t" : "f"
    if let flag = filter.flag { conditions.append("f.flag = \(flag.rawValue)") }
    if filter.station != nil {
      conditions.append("\(table).station_id = (SELECT id FROM stations WHERE identity = ?)")
    }
    // As a literal, so that SQLite recognizes the partial indexes.
    if let status = filter.status { conditions.append(Self.condition(status)) }
    if filter.status == .completed, filter.flag == nil, filter.station == nil, filter.token == nil,
      filter.company == nil
    {
      // What is newest is mostly open still: passed over inside the index, without its row.
      conditions.append(
        "t.id NOT IN (SELECT id FROM transactions INDEXED BY transactions_active WHERE status = 0)")
    }
    if filter.token != nil { conditions.append("\(table).id_tag = ? COLLATE NOCASE") }
    if filter.from != nil { conditions.append("\(table).started_at >= ?") }
    if to != nil { conditions.append("\(table).started_at < ?") }
    if self.cursor != nil { conditions.append("(\(table).started_at, \(table).id) < (?, ?)") }
    if filter.company != nil { conditions.append("t.company_id = ?") }
    let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    let source =
      filter.flag == nil
      ? "transactions t INDEXED BY \(Self.index(for: filter, isTokenRare))"
      : "transaction_flags f CROSS JOIN transactions t ON t.id = f.id"
    sql =
      "SELECT \(Self.columns) FROM \(source) JOIN stations s ON s.id = t.station_id\(condition) "
      + "ORDER BY \(table).started_at DESC, \(table).id DESC LIMIT ?"
  }

  private static func condition(_ status: TransactionStatus) -> String {
    switch status {
    case .active: "t.status = 0"
    case .completed: "t.status = 1 AND t.stopped_at IS NOT NULL"
    case .reconciled: "t.status = 1 AND t.stopped_at IS NULL"
    case .unmatched: "t.status = 2"
    }
  }

  private static func index(for filter: TransactionFilter, _ isTokenRare: Bool) -> String {
    switch filter.status {
    case .active: return "transactions_active"
    case .unmatched: return "transactions_unmatched_time"
    case .reconciled: return "transactions_reconciled"
    case .completed, nil: break
    }
    if filter.station != nil && !isTokenRare { return "transactions_start" }
    if filter.token != nil { return "transactions_token" }
    return filter.company != nil ? "transactions_company" : "transactions_time"
  }

  /// Whether the answer depends on which of station and token is rarer.
  static func isOpen(_ filter: TransactionFilter) -> Bool {
    guard filter.station != nil, filter.token != nil, filter.flag == nil else { return false }
    switch filter.status {
    case .completed, nil: return true
    case .active, .unmatched, .reconciled: return false
    }
  }

  func bind(to query: Statement, limit: Int) {
    if let station = filter.station { query.bind(station) }
    if let token = filter.token { query.bind(token) }
    if let from = filter.from { query.bind(from) }
    if let to { query.bind(to) }
    if let cursor { query.bind(cursor.time).bind(cursor.id) }
    if let company = filter.company { query.bind(company) }
    query.bind(min(max(limit, 0), StoreLimits.listedRows))
  }
}
