import Access
import OCPPJSON
import Store

/// A kind of record as the HTTP interface has it, declared once: paths, SQL and the OpenAPI document
/// all come from this.
struct RecordResource: Sendable {
  /// Another record that this one belongs to.
  struct Parent: Sendable {
    /// The member with its id.
    let field: String
    let kind: RecordKind
    let noun: String
    /// Whether a record without a company takes this one's over; otherwise they have to be the same.
    var givesCompany = true
  }

  /// What a list can be narrowed down by.
  struct Filter: Sendable {
    let name: String
    let column: String
    let comparison: RecordCondition.Comparison
    let shape: Shape
    let storage: RecordField.Storage
    /// Whether a day will do for an instant. One that things are before counts to its end.
    let isDay: Bool

    /// One of the words that a column can hold: another one is a mistake, not a list without anything.
    init(_ name: String, words: [String]) {
      self.name = name
      column = name
      comparison = .equal
      storage = .text
      isDay = false
      shape = .words(words)
    }

    init(
      _ name: String, _ column: String? = nil, _ comparison: RecordCondition.Comparison = .equal,
      _ storage: RecordField.Storage = .text, isDay: Bool = false
    ) {
      self.isDay = isDay
      self.name = name
      self.column = column ?? name
      self.comparison = comparison
      self.storage = storage
      shape =
        switch storage {
        case .instant: isDay ? .day : .instant
        case .integer: .natural
        case .boolean: .boolean
        case .text, .decimal, .json: .anyText
        }
    }
  }

  /// "rfid-cards": the part of the path.
  let name: String
  let tag: String
  let noun: String
  let kind: RecordKind
  let fields: [RecordField]
  /// The lists' paths, without "/db"; the `{names}` are members of the record.
  let lists: [String]
  /// The single records' paths.
  let items: [String]
  var parents: [Parent] = []
  var filters: [Filter] = []
  /// The column that says which company it is of; "id" for companies themselves.
  var companyColumn = "company_id"
  /// The columns of the table that name a record, and the members they hold.
  var key: [(column: String, field: String)] = [("id", "id")]
  /// Makes an id when none is given; nil where one must be.
  var makesID = true
  var writers = Role.operator
  /// Whether POST makes one: sessions begin and end otherwise.
  var isPlain = true

  /// "rfid_cards": the member of a page.
  var listName: String { name.replacing("-", with: "_") }

  var shape: Shape {
    .named(
      noun.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(),
      .object(
        fields.map { field in
          Shape.Member(
            field.name, field.shape, field.summary,
            required: field.isRequired && field.isAlwaysThere || field.name == "id"
              || field.name == "created_at")
        }))
  }

  /// What a client may say of one; members that stand in the path may be left out of the body.
  func bodyShape(isNew: Bool) -> Shape {
    .object(
      fields.filter { $0.column != nil }.map { field in
        let isInPath = parents.contains { $0.field == field.name }
        return Shape.Member(
          field.name, field.isRequired ? field.shape : .orNull(field.shape), field.summary,
          required: isNew && field.isRequired && !isInPath && !(field.name == "id" && makesID))
      })
  }

  func json(_ record: Record, _ more: [(String, JSONValue?)] = []) -> JSONValue {
    .members(
      fields.map { field in
        (
          field.name,
          more.first { $0.0 == field.name }?.1
            ?? (field.derive.map { $0(record) } ?? field.shown(record[field.name]))
        )
      })
  }

  /// The `{names}` of a path.
  static func names(in path: String) -> [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
      String($0.dropFirst().dropLast())
    }
  }
}
