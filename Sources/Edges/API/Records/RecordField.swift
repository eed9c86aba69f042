import OCPPJSON
import Store

/// One member of a record: what it looks like, and where it is kept.
struct RecordField: Sendable {
  enum Storage: Sendable {
    case text
    case integer
    case boolean
    case instant
    /// A text in the database, so that it stays exact.
    case decimal
    /// A text in the database.
    case json
  }

  let name: String
  let shape: Shape
  let storage: Storage
  let summary: String
  /// The column it is written to; nil when only the server says it.
  var column: String?
  /// Must be given for a new one.
  var isRequired = false
  /// Is in every answer, when it must be given: not so where older records lack it.
  var isAlwaysThere = true
  /// May be given for a new one only.
  var isFixed = false
  /// For a new one, when it is not given.
  var initial: RecordValue = .null
  /// What is wrong with a value that fits the shape: "must be …".
  var check: (@Sendable (JSONValue) -> String?)?
  /// What it is, of a member that is in no column: it follows from the others.
  var derive: (@Sendable (Record) -> JSONValue?)?
  /// What is written instead of the value itself.
  var encode: (@Sendable (RecordValue) -> RecordValue)?

  init(_ name: String, _ storage: Storage, _ shape: Shape? = nil, _ summary: String = "") {
    self.name = name
    self.storage = storage
    self.summary = summary
    self.shape = shape ?? RecordField.shape(storage)
    column = name
  }

  private static func shape(_ storage: Storage) -> Shape {
    switch storage {
    case .text: .text(0...255)
    case .integer: .integer(-9_007_199_254_740_991...9_007_199_254_740_991)
    case .boolean: .boolean
    case .instant: .instant
    case .decimal: .number
    case .json: .map(.anything)
    }
  }

  fileprivate func with(_ change: (inout RecordField) -> Void) -> RecordField {
    var copy = self
    change(&copy)
    return copy
  }

  var required: RecordField { with { $0.isRequired = true } }
  /// Some records, made elsewhere, lack it.
  var sometimesMissing: RecordField { with { $0.isAlwaysThere = false } }
  var fixed: RecordField { with { $0.isFixed = true } }
  /// Only the server says it.
  var told: RecordField { with { $0.column = nil } }
  func `in`(_ column: String) -> RecordField { with { $0.column = column } }
  func initially(_ value: RecordValue) -> RecordField { with { $0.initial = value } }
  func encoded(_ encode: @escaping @Sendable (RecordValue) -> RecordValue) -> RecordField {
    with { $0.encode = encode }
  }

  func checked(_ check: @escaping @Sendable (JSONValue) -> String?) -> RecordField {
    with { $0.check = check }
  }
  /// Follows from the other members.
  func derived(_ derive: @escaping @Sendable (Record) -> JSONValue?) -> RecordField {
    told.with { $0.derive = derive }
  }

  /// The value as it is kept, of one that fits the shape.
  func stored(_ value: JSONValue) throws(Problem) -> RecordValue {
    if value != .null, let fault = check?(value) { throw .invalid(name, fault) }
    switch (storage, value) {
    case (_, .null): return .null
    case (.text, .text(let text)): return .text(text)
    case (.integer, .number(let number)): return .integer(number.integer ?? 0)
    case (.boolean, .bool(let flag)): return .integer(flag ? 1 : 0)
    case (.instant, .text(let text)):
      return DateTime(text.description).map { .integer($0.milliseconds) } ?? .null
    case (.decimal, .number(let number)): return .text(number.canonicalText)
    case (.json, _):
      let bytes = value.bytes
      if bytes.count > RecordLimits.jsonBytes {
        throw .invalid(name, "must have at most \(RecordLimits.jsonBytes) bytes")
      }
      return .text(Text(utf8: bytes))
    default: throw .invalid(name, "has the wrong type")
    }
  }

  /// The value as it is shown; nil for none.
  func shown(_ value: RecordValue) -> JSONValue? {
    switch (storage, value) {
    case (_, .null): return nil
    case (.boolean, .integer(let number)): return .bool(number != 0)
    case (.instant, .integer(let number)): return .instant(DateTime(milliseconds: number))
    case (_, .integer(let number)): return .integer(Int(number))
    case (.decimal, .text(let text)), (.json, .text(let text)):
      return try? JSONValue(parsing: text.bytes)
    case (_, .text(let text)): return .text(text)
    }
  }
}

/// The bounds of records.
enum RecordLimits {
  /// Of a member that is a whole JSON object.
  static let jsonBytes = 65_536
  /// How many records a list may pass over with `skip`.
  static let skip = 1_000_000
}
