internal import CSMSCore
internal import OCPPJSON

/// Makes one page: merges the entries of its leads, newest first, and reads the rows of those that pass,
/// until the page is full, everything was read, or the work is done.
struct TransactionListing {
  private let database: Database
  private let filter: TransactionFilter
  private let station: Int64?
  /// Everything before this, exclusively.
  private let start: TransactionCursor
  private let budget: Budget
  private let everything: [TransactionLead]

  /// Nil when nothing can pass.
  /// - Parameter everything: what leads when the filter names nothing.
  init?(
    _ filter: TransactionFilter, after cursor: TransactionCursor?, _ budget: Budget,
    everything: [TransactionLead] = TransactionLead.all, in database: Database
  ) throws(StoreError) {
    if TransactionLead.isEmpty(filter) { return nil }
    self.database = database
    self.filter = filter
    self.budget = budget
    self.everything = everything
    var start = cursor ?? TransactionCursor(time: DateTime(milliseconds: .max), id: .max)
    if let to = filter.to, to <= start.time { start = TransactionCursor(time: to, id: .min) }
    self.start = start
    station = try TransactionListing.row(of: filter.station, in: database)
    if filter.station != nil && station == nil { return nil }
  }

  private static func row(of station: Text?, in database: Database) throws(StoreError) -> Int64? {
    guard let station else { return nil }
    let query = try database.statement("SELECT id FROM stations WHERE identity = ?")
    defer { query.reset() }
    return try query.bind(station).step() ? query.int64(0) : nil
  }

  /// - Parameter read: reads the row of a transaction, if it is what is asked for: an index cannot tell
  ///   everything.
  func page<Row>(
    limit: Int, skip: Int = 0, read: (Int) throws(StoreError) -> Row?
  ) throws(StoreError) -> Page<Row, TransactionCursor> {
    var page = Page<Row, TransactionCursor>()
    var toSkip = skip
    var heads: [Head] = []
    defer { for head in heads { head.statement.reset() } }
    for lead in try leads() {
      let head = Head(try open(lead))
      if try head.advance() { heads.append(head) } else { head.statement.reset() }
    }
    while let newest = heads.indices.max(by: { heads[$0].place < heads[$1].place }) {
      let place = heads[newest].place
      page.work += 1
      if heads[newest].passes {
        page.work += budget.row
        if let row = try read(place.id) {
          if toSkip > 0 { toSkip -= 1 } else { page.rows.append(row) }
        }
      }
      if try !heads[newest].advance() { heads.remove(at: newest).statement.reset() }
      // What is to be passed over is passed over in one go: the next page would begin it anew.
      if page.rows.count >= limit || page.work >= budget.all && toSkip == 0 {
        page.next = heads.isEmpty ? nil : place.cursor
        break
      }
    }
    return page
  }

  // MARK: Leads

  private func leads() throws(StoreError) -> [TransactionLead] {
    let candidates = TransactionLead.candidates(for: filter)
    if candidates.isEmpty { return filter.status == .completed ? [.completed] : everything }
    return [
      try budget.shortest(of: candidates, isFirstEnough: candidates[0].tells(filter)) {
        (lead, limit) throws(StoreError) in
        try count(lead, upTo: limit)
      }
    ]
  }

  private func count(_ lead: TransactionLead, upTo limit: Int) throws(StoreError) -> Int {
    let entries = try open(lead)
    defer { entries.reset() }
    var count = 0
    while count < limit, try entries.step() { count += 1 }
    return count
  }

  private func open(_ lead: TransactionLead) throws(StoreError) -> Statement {
    let query = try database.statement(lead.sql)
    let count = query.parameterCount
    query.bind(filter.from?.milliseconds ?? .min)
    query.bind(start.time).bind(start.id)
    if count >= 4 { query.bind(station) }
    if count >= 5 { query.bind(filter.token) }
    if count >= 6 { query.bind(filter.company) }
    if count >= 7 { query.bind(filter.flag?.rawValue) }
    return query
  }

  /// A transaction, if it is what is asked for.
  func row(_ id: Int) throws(StoreError) -> TransactionRow? {
    let query = try database.statement(TransactionRow.select)
    defer { query.reset() }
    query.bind(id).bind(station).bind(filter.token).bind(filter.company)
      .bind(filter.flag?.rawValue)
    switch filter.status {
    case nil: query.bindNull().bindNull()
    case .active: query.bind(0).bindNull()
    case .completed: query.bind(1).bind(true)
    case .reconciled: query.bind(1).bind(false)
    case .unmatched: query.bind(2).bindNull()
    }
    return try query.step() ? TransactionRow(query) : nil
  }
}

/// An entry of a lead.
private struct Place: Comparable {
  var time: Int64
  var id: Int

  var cursor: TransactionCursor { TransactionCursor(time: DateTime(milliseconds: time), id: id) }

  static func < (one: Place, other: Place) -> Bool {
    (one.time, one.id) < (other.time, other.id)
  }
}

/// How far a lead was read.
private final class Head {
  let statement: Statement
  private(set) var place = Place(time: 0, id: 0)
  private(set) var passes = false

  init(_ statement: Statement) { self.statement = statement }

  /// Moves to the next entry; false at the end.
  func advance() throws(StoreError) -> Bool {
    guard try statement.step() else { return false }
    place = Place(time: statement.int64(0), id: statement.int(1))
    passes = statement.bool(2)
    return true
  }
}
