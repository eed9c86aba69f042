internal import OCPPJSON

/// A listing of transactions as SQL: with an index of our choice, because SQLite would have to guess
/// how the rows are spread.
///
/// Every index ends in the order of the listing, so that a page is read and no row is sorted. With a
/// station its own index counts, however busy the token is elsewhere: what a station can do in its
/// life is bounded, and its index holds the tags. What is open or unmatched has small indexes.
struct TransactionQuery {
  let sql: String
  private let filter: TransactionFilter
  /// The upper end: `to`, or the cursor where that comes first.
  private let cursor: TransactionCursor?
  private let to: DateTime?

  static let columns = """
    t.id, s.identity, t.status, t.connector, t.id_tag, t.started_at, t.meter_start,
      t."authorization", t.reservation_id, t.stopped_at, t.meter_stop, t.energy_wh,
      t.meter_decreased, t.reason, t.stop_id_tag, t.reported_id, t.created_at, t.closed_at
    """

  init(_ filter: TransactionFilter, after cursor: TransactionCursor?) {
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
    if filter.station != nil {
      conditions.append("t.station_id = (SELECT id FROM stations WHERE identity = ?)")
    }
    // As a literal, so that SQLite recognizes the partial indexes.
    if let status = filter.status { conditions.append("t.status = \(status.rawValue)") }
    if filter.token != nil { conditions.append("t.id_tag = ? COLLATE NOCASE") }
    if filter.from != nil { conditions.append("t.started_at >= ?") }
    if to != nil { conditions.append("t.started_at < ?") }
    if self.cursor != nil { conditions.append("(t.started_at, t.id) < (?, ?)") }
    if filter.company != nil {
      conditions.append("(SELECT x.company_id FROM charge_sessions x WHERE x.id = t.id) = ?")
    }
    let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    sql =
      "SELECT \(Self.columns) FROM transactions t INDEXED BY \(Self.index(for: filter)) "
      + "JOIN stations s ON s.id = t.station_id\(condition) "
      + "ORDER BY t.started_at DESC, t.id DESC LIMIT ?"
  }

  private static func index(for filter: TransactionFilter) -> StaticString {
    switch filter.status {
    case .active: return "transactions_active"
    case .unmatched: return "transactions_unmatched_time"
    case .completed, nil: break
    }
    if filter.station != nil { return "transactions_start" }
    return filter.token != nil ? "transactions_token" : "transactions_time"
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
