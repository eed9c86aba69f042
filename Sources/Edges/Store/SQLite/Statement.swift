internal import CSQLite
internal import OCPPJSON

/// A prepared statement. Values are bound one after the other, columns are read by number.
final class Statement {
  private unowned let database: Database
  private var handle: OpaquePointer?
  private var bound: Int32 = 0
  private var failed = false

  init(_ database: Database, _ sql: String) throws(StoreError) {
    self.database = database
    let code = sqlite3_prepare_v3(
      database.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    if code != SQLITE_OK { throw StoreError(sqlite: database.handle, path: database.path) }
  }

  func finalize() {
    sqlite3_finalize(handle)
    handle = nil
  }

  /// How many values there are to bind.
  var parameterCount: Int { Int(sqlite3_bind_parameter_count(handle)) }

  func ready() -> Statement {
    if bound != 0 { reset() }
    return self
  }

  /// Ends the execution, so that the statement holds no lock, and starts binding anew.
  func reset() {
    sqlite3_reset(handle)
    bound = 0
    failed = false
  }

  @discardableResult func bind(_ value: Int64) -> Statement {
    next { sqlite3_bind_int64($0, $1, value) }
  }

  @discardableResult func bind(_ value: Int) -> Statement { bind(Int64(value)) }

  @discardableResult func bind(_ value: Int64?) -> Statement {
    if let value { bind(value) } else { bindNull() }
  }

  @discardableResult func bind(_ value: Bool) -> Statement { bind(Int64(value ? 1 : 0)) }

  @discardableResult func bind(_ value: Int?) -> Statement {
    if let value { bind(Int64(value)) } else { bindNull() }
  }

  @discardableResult func bind(_ value: DateTime) -> Statement { bind(value.milliseconds) }

  @discardableResult func bind(_ value: DateTime?) -> Statement {
    if let value { bind(value.milliseconds) } else { bindNull() }
  }

  @discardableResult func bind(_ value: Text) -> Statement {
    value.withUTF8 { utf8 in
      next { statement, index in
        utf8.withMemoryRebound(to: CChar.self) {
          csqlite_bind_text_copy(statement, index, $0.baseAddress, Int32($0.count))
        }
      }
    }
  }

  @discardableResult func bind(_ value: Text?) -> Statement {
    if let value { bind(value) } else { bindNull() }
  }

  /// An empty blob stays a blob, not NULL.
  @discardableResult func bind(_ value: [UInt8]) -> Statement {
    if value.isEmpty { return next { sqlite3_bind_zeroblob($0, $1, 0) } }
    return next { csqlite_bind_blob_copy($0, $1, value, Int32(value.count)) }
  }

  @discardableResult func bind(_ value: [UInt8]?) -> Statement {
    if let value { bind(value) } else { bindNull() }
  }

  @discardableResult func bindNull() -> Statement { next { sqlite3_bind_null($0, $1) } }

  private func next(_ body: (OpaquePointer?, Int32) -> Int32) -> Statement {
    bound += 1
    if body(handle, bound) != SQLITE_OK { failed = true }
    return self
  }

  /// Moves to the next row; false at the end.
  func step() throws(StoreError) -> Bool {
    if !failed {
      bound = max(bound, 1)
      switch sqlite3_step(handle) {
      case SQLITE_ROW: return true
      case SQLITE_DONE: return false
      default: break
      }
    }
    let error = StoreError(sqlite: database.handle, path: database.path)
    reset()
    throw error
  }

  /// Runs a statement that answers no rows.
  func run() throws(StoreError) {
    _ = try step()
    reset()
  }

  func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }
  func bool(_ column: Int32) -> Bool { sqlite3_column_int64(handle, column) != 0 }
  func dateTime(_ column: Int32) -> DateTime { DateTime(milliseconds: int64(column)) }

  enum ColumnType {
    case null
    case integer
    case text
  }

  /// Of a value that is none of the others: text, which SQLite makes of anything.
  func type(_ column: Int32) -> ColumnType {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer
    default: .text
    }
  }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func optionalInt64(_ column: Int32) -> Int64? { isNull(column) ? nil : int64(column) }
  func optionalInt(_ column: Int32) -> Int? { isNull(column) ? nil : int(column) }
  func optionalDateTime(_ column: Int32) -> DateTime? { isNull(column) ? nil : dateTime(column) }
  func optionalText(_ column: Int32) -> Text? { isNull(column) ? nil : text(column) }
  func optionalBlob(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : blob(column) }

  func text(_ column: Int32) -> Text {
    let start = sqlite3_column_text(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    return Text(utf8: UnsafeBufferPointer(start: start, count: count))
  }

  func blob(_ column: Int32) -> [UInt8] { withBlob(column) { [UInt8]($0) } }

  /// The bytes of a column, valid until the next step.
  func withBlob<Value>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    let start = sqlite3_column_blob(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    return body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }
}
