internal import CSMSCore
public import OCPPJSON

/// A page of sessions, of which much that can be asked for is put together from several tables: an index
/// leads, the rows are checked, and the work has a bound. Those of a period are in the order in which
/// they began, others in the order in which they were heard of.
struct SessionListing {
  private let database: Database
  private let kind: RecordKind
  private let conditions: [RecordCondition]
  private let budget: Budget
  /// Reads one session, if it fulfils the conditions.
  private let row: Statement

  init(
    _ kind: RecordKind, where conditions: [RecordCondition], _ budget: Budget, in database: Database
  ) throws(StoreError) {
    self.database = database
    self.kind = kind
    self.conditions = conditions
    self.budget = budget
    row = try database.statement(composed: kind.select(where: conditions + [.one]))
  }

  func page(
    after cursor: RecordValue?, skip: Int, limit: Int
  ) throws(StoreError) -> Page<Record, RecordValue> {
    if conditions.contains(where: { $0.column == "start" }) {
      return try period(after: cursor, skip: skip, limit: limit)
    }
    var (page, toSkip) = (Page<Record, RecordValue>(), skip)
    let entries = try open(try lead(), before: Self.id(cursor) ?? .max)
    defer { entries.reset() }
    var isOver = try !entries.step()
    while !isOver {
      let id = entries.int64(0)
      page.work += 1
      if entries.bool(1) {
        page.work += budget.row
        if let record = try read(id) {
          if toSkip > 0 { toSkip -= 1 } else { page.rows.append(record) }
        }
      }
      isOver = try !entries.step()
      if page.rows.count >= limit || page.work >= budget.all && toSkip == 0 {
        page.next = isOver ? nil : .integer(id)
        break
      }
    }
    return page
  }

  // MARK: Leads

  typealias Lead = (lead: SessionLead, of: RecordValue)

  private func lead() throws(StoreError) -> Lead {
    let candidates = SessionLead.candidates(for: conditions)
    if candidates.isEmpty { return (.all, .null) }
    return try budget.shortest(of: candidates) { (lead, limit) throws(StoreError) in
      try count(lead, upTo: limit)
    }
  }

  private func count(_ lead: Lead, upTo limit: Int) throws(StoreError) -> Int {
    let entries = try open(lead, before: .max)
    defer { entries.reset() }
    var count = 0
    while count < limit, try entries.step() { count += 1 }
    return count
  }

  private func open(_ lead: Lead, before id: Int64) throws(StoreError) -> Statement {
    let query = try database.statement(lead.lead.sql)
    query.bind(id)
    if query.parameterCount >= 2 { query.bind(lead.of) }
    if query.parameterCount >= 3 { query.bind(site) }
    return query
  }

  private var site: RecordValue {
    conditions.first { $0.column == "site_id" && $0.comparison == .equal }?.value ?? .null
  }

  private func read(_ id: Int64) throws(StoreError) -> Record? {
    row.reset()
    defer { row.reset() }
    for condition in conditions { row.bind(condition.value) }
    row.bind(id)
    return try row.step() ? Record(row, kind) : nil
  }

  // MARK: Of a period

  /// Those that began in a period are found through their transactions, which are in that order; or one
  /// by one where few come into question.
  private func period(
    after cursor: RecordValue?, skip: Int, limit: Int
  ) throws(StoreError) -> Page<Record, RecordValue> {
    let start = try place(cursor)
    for lead in SessionLead.candidates(for: conditions)
    where try count(lead, upTo: budget.all / 100) < budget.all / 100 {
      return try few(lead, after: start, skip: skip, limit: limit)
    }
    guard
      let listing = try TransactionListing(
        filter, after: start, budget, everything: [.completed, .active, .reconciled], in: database)
    else { return Page() }
    let found = try listing.page(limit: limit, skip: skip) { (id) throws(StoreError) in
      try read(Int64(id))
    }
    return Page(rows: found.rows, next: found.next.map(\.position), work: found.work)
  }

  /// What of the conditions transactions can tell.
  private var filter: TransactionFilter {
    var filter = TransactionFilter()
    for condition in conditions {
      switch (condition.column, condition.comparison) {
      case ("charger_id", _): filter.station = condition.value.text
      case ("company_id", _): filter.company = condition.value.text
      case ("start", .atLeast):
        filter.from = condition.value.integer.map { DateTime(milliseconds: $0) }
      case ("start", .below): filter.to = condition.value.integer.map { DateTime(milliseconds: $0) }
      default: break
      }
    }
    return filter
  }

  private func few(
    _ lead: Lead, after start: TransactionCursor?, skip: Int, limit: Int
  ) throws(StoreError) -> Page<Record, RecordValue> {
    var (found, work) = ([(place: TransactionCursor, record: Record)](), 0)
    let entries = try open(lead, before: .max)
    defer { entries.reset() }
    while try entries.step() {
      work += 1
      if !entries.bool(1) { continue }
      work += budget.row
      guard let record = try read(entries.int64(0)), let place = record.began else { continue }
      if start.map({ place.isBefore($0) }) ?? true { found.append((place, record)) }
    }
    found.sort { $1.place.isBefore($0.place) }
    let rest = found.dropFirst(skip)
    return Page(
      rows: rest.prefix(limit).map(\.record),
      next: rest.count > limit ? rest.prefix(limit).last?.place.position : nil, work: work)
  }

  // MARK: Places

  private static func id(_ cursor: RecordValue?) -> Int64? {
    switch cursor {
    case .integer(let id): id
    case .text(let text): TransactionCursor(text).map { Int64($0.id) }
    case .null, nil: nil
    }
  }

  private func place(_ cursor: RecordValue?) throws(StoreError) -> TransactionCursor? {
    switch cursor {
    case .text(let text): return TransactionCursor(text)
    case .null, nil: return nil
    case .integer(let id):
      let query = try database.statement("SELECT started_at FROM transactions WHERE id = ?")
      defer { query.reset() }
      return try query.bind(id).step()
        ? TransactionCursor(time: query.dateTime(0), id: Int(id)) : nil
    }
  }
}

extension TransactionCursor {
  /// As it stands in a `next_cursor`: "1780315200000_7".
  public init?(_ text: Text) {
    let parts = "\(text)".split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 2, let milliseconds = Int64(parts[0]), let id = Int(parts[1]) else {
      return nil
    }
    self.init(time: DateTime(milliseconds: milliseconds), id: id)
  }

  public var text: Text { Text("\(time.milliseconds)_\(id)") }

  fileprivate var position: RecordValue { .text(text) }

  fileprivate func isBefore(_ other: TransactionCursor) -> Bool {
    (time, id) < (other.time, other.id)
  }
}

extension Record {
  /// The place of a session by when it began; nil when it never did.
  fileprivate var began: TransactionCursor? {
    guard let start = self["start"].integer, let id = self["id"].integer else { return nil }
    return TransactionCursor(time: DateTime(milliseconds: start), id: Int(id))
  }
}

extension RecordCondition {
  /// That it is one record, whose id is bound last.
  static let one = RecordCondition("id", .equal, .null)
}
