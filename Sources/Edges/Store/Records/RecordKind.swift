public import OCPPJSON

/// A value of a record as SQLite has it: booleans are 0 and 1, instants milliseconds, decimals and
/// JSON are texts.
public enum RecordValue: Sendable, Equatable {
  case null
  case integer(Int64)
  case text(Text)

  public var text: Text? { if case .text(let value) = self { value } else { nil } }
  public var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
}

/// A column of a record with its value.
public struct RecordColumn: Sendable, Equatable {
  public var name: String
  public var value: RecordValue

  public init(_ name: String, _ value: RecordValue) {
    self.name = name
    self.value = value
  }
}

/// What a kind of record is in the database: where it is read, and where it is written. Names are
/// constants of the program, never a client's words.
public struct RecordKind: Sendable {
  /// For messages: "site".
  public var noun: String
  /// The table or view it is read from, whose columns have the names of the interface.
  public var view: String
  public var columns: [String]
  /// The column of the view by which lists are ordered; its values are unique.
  public var position: String
  public var isNewestFirst: Bool
  /// The table it is written to.
  public var table: String

  public init(
    _ noun: String, view: String, columns: [String], position: String = "id",
    isNewestFirst: Bool = false, table: String
  ) {
    self.noun = noun
    self.view = view
    self.columns = columns
    self.position = position
    self.isNewestFirst = isNewestFirst
    self.table = table
  }
}

/// A record as it was read.
public struct Record: Sendable {
  public var position: RecordValue
  fileprivate let columns: [String]
  fileprivate let values: [RecordValue]

  /// The value of a column; null when there is none of that name.
  public subscript(name: String) -> RecordValue {
    columns.firstIndex(of: name).map { values[$0] } ?? .null
  }
}

/// What a record must be like to be listed.
public struct RecordCondition: Sendable {
  public enum Comparison: String, Sendable {
    case equal = "="
    case atLeast = ">="
    case above = ">"
    case below = "<"
  }

  public var column: String
  public var comparison: Comparison
  public var value: RecordValue
  /// The column that counts where the first one is empty.
  public var substitute: String?

  public init(
    _ column: String, orElse substitute: String? = nil, _ comparison: Comparison = .equal,
    _ value: RecordValue
  ) {
    self.column = column
    self.substitute = substitute
    self.comparison = comparison
    self.value = value
  }

  fileprivate var clause: String {
    let column = substitute.map { "ifnull(\"\(self.column)\", \"\($0)\")" } ?? "\"\(column)\""
    return "\(column) \(comparison.rawValue) ?"
  }
}

extension RecordKind {
  /// The records that fulfil conditions, whose values are bound in their order.
  func select(where conditions: [RecordCondition]) -> String {
    let columns = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let clauses = conditions.map(\.clause)
    let filter = clauses.isEmpty ? "" : " WHERE " + clauses.joined(separator: " AND ")
    return "SELECT \(position), \(columns) FROM \(view)\(filter)"
  }
}

extension Record {
  init(_ row: Statement, _ kind: RecordKind) {
    position = row.value(0)
    columns = kind.columns
    values = kind.columns.indices.map { row.value(Int32($0) + 1) }
  }
}

extension StoreReader {
  /// A page of the records that fulfil all conditions, in the kind's order, from the one after `cursor`
  /// on.
  public func page(
    _ kind: RecordKind, where conditions: [RecordCondition], after cursor: RecordValue? = nil,
    skip: Int = 0, limit: Int
  ) throws(StoreError) -> Page<Record, RecordValue> {
    try page(kind, where: conditions, after: cursor, skip: skip, limit: limit, .sessions)
  }

  func page(
    _ kind: RecordKind, where conditions: [RecordCondition], after cursor: RecordValue?, skip: Int,
    limit: Int, _ budget: Budget
  ) throws(StoreError) -> Page<Record, RecordValue> {
    let limit = min(max(limit, 1), StoreLimits.listedRows)
    if kind.table == "charge_sessions" && !conditions.contains(where: { $0.column == "id" }) {
      return try SessionListing(kind, where: conditions, budget, in: database)
        .page(after: cursor, skip: max(skip, 0), limit: limit)
    }
    let rows = try records(kind, where: conditions, after: cursor, skip: skip, limit: limit)
    return Page(rows: rows, next: rows.count == limit ? rows.last?.position : nil)
  }

  /// The records that fulfil all conditions, in the kind's order, from the one after `cursor` on.
  public func records(
    _ kind: RecordKind, where conditions: [RecordCondition], after cursor: RecordValue? = nil,
    skip: Int = 0, limit: Int
  ) throws(StoreError) -> [Record] {
    var all = conditions
    if let cursor {
      all.append(RecordCondition(kind.position, kind.isNewestFirst ? .below : .above, cursor))
    }
    let order = " ORDER BY \(kind.position)\(kind.isNewestFirst ? " DESC" : "") LIMIT ? OFFSET ?"
    let query = try database.statement(composed: kind.select(where: all) + order)
    defer { query.reset() }
    for condition in all { query.bind(condition.value) }
    query.bind(min(max(limit, 0), StoreLimits.listedRows)).bind(max(skip, 0))
    var rows: [Record] = []
    while try query.step() { rows.append(Record(query, kind)) }
    return rows
  }

  /// The first record that fulfils all conditions, or nil.
  public func record(
    _ kind: RecordKind, where conditions: [RecordCondition]
  ) throws(StoreError) -> Record? {
    try records(kind, where: conditions, limit: 1).first
  }
}

extension StoreEditor {
  /// Adds a row to the kind's table.
  /// - Throws: `exists` when there is one with its key already.
  public func insertRecord(
    _ kind: RecordKind, _ columns: [RecordColumn]
  ) throws(StoreError) {
    let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let statement = try database.statement(
      composed:
        "INSERT INTO \(kind.table)(\(names)) VALUES (\(places)) ON CONFLICT DO NOTHING")
    for column in columns { statement.bind(column.value) }
    try statement.run()
    if database.changes == 0 {
      throw error(.exists, "this \(kind.noun) is there already, or its id is taken")
    }
  }

  /// Changes the rows with this key.
  /// - Throws: `exists` when what it becomes is there already.
  public func updateRecord(
    _ kind: RecordKind, key: [RecordColumn], _ columns: [RecordColumn]
  ) throws(StoreError) {
    let sets = columns.map { "\"\($0.name)\" = ?" }.joined(separator: ", ")
    let filter = key.map { "\"\($0.name)\" = ?" }.joined(separator: " AND ")
    let statement = try database.statement(
      composed: "UPDATE OR IGNORE \(kind.table) SET \(sets) WHERE \(filter)")
    for column in columns + key { statement.bind(column.value) }
    try statement.run()
    if database.changes == 0 {
      throw error(.exists, "the \(kind.noun) would be the same as another one")
    }
  }

  /// A connector that only reported gets a row for what somebody says of it.
  public func ensureConnectorRecord(
    _ kind: RecordKind, _ key: [RecordColumn], at now: DateTime
  ) throws(StoreError) {
    guard kind.table == "connector_records", key.count == 2 else { return }
    try database.statement(
      """
      INSERT INTO connector_records(station_id, connector, created_at, updated_at)
      VALUES (?1, ?2, ?3, ?3) ON CONFLICT DO NOTHING
      """
    ).bind(key[0].value).bind(key[1].value).bind(now).run()
  }

  /// The number of a station's row.
  /// - Throws: `notFound`.
  public func rowID(ofStation identity: Text) throws(StoreError) -> Int64 {
    let query = try database.statement("SELECT id FROM stations WHERE identity = ?")
    defer { query.reset() }
    guard try query.bind(identity).step() else {
      throw error(.notFound, "there is no charger \(identity)")
    }
    return query.int64(0)
  }

  /// Whether any row of a table has this value in a column.
  func hasRow(_ table: String, _ column: String, _ value: RecordValue) throws(StoreError) -> Bool {
    let query = try database.statement(
      composed: "SELECT 1 FROM \(table) WHERE \(column) = ? LIMIT 1")
    defer { query.reset() }
    return try query.bind(value).step()
  }

  /// The values of a column in the rows that have a value in another.
  func column(
    _ name: String, of table: String, where column: String, _ value: RecordValue
  ) throws(StoreError) -> [Text] {
    let query = try database.statement(
      composed: "SELECT \(name) FROM \(table) WHERE \(column) = ?")
    defer { query.reset() }
    query.bind(value)
    var found: [Text] = []
    while try query.step() { found.append(query.text(0)) }
    return found
  }
}

extension Statement {
  @discardableResult func bind(_ value: RecordValue) -> Statement {
    switch value {
    case .null: bindNull()
    case .integer(let number): bind(number)
    case .text(let text): bind(text)
    }
  }

  func value(_ column: Int32) -> RecordValue {
    switch type(column) {
    case .null: .null
    case .integer: .integer(int64(column))
    case .text: .text(text(column))
    }
  }
}
