import CSMSCore
import OCPPJSON

/// What a JSON value must look like. One description checks what comes in and stands in the OpenAPI
/// document, so that the two cannot disagree.
indirect enum Shape: Sendable {
  /// A member of an object.
  struct Member: Sendable {
    let name: String
    let shape: Shape
    let isRequired: Bool
    let summary: String

    init(_ name: String, _ shape: Shape, _ summary: String = "", required: Bool = false) {
      self.name = name
      self.shape = shape
      self.isRequired = required
      self.summary = summary
    }
  }

  /// The length is in characters (Unicode scalars).
  case text(ClosedRange<Int>)
  case words([String])
  case integer(ClosedRange<Int>)
  case number
  case boolean
  case instant
  /// A day, "2026-01-31", or an instant.
  case day
  case list(Shape, ClosedRange<Int>)
  /// These members and no others.
  case object([Member])
  /// Any names, values of one shape.
  case map(Shape)
  case anything
  /// Null is as good as leaving it out.
  case orNull(Shape)
  /// Stands once in the document, under this name.
  case named(String, Shape)

  static let anyText = Shape.text(0...Int.max)
  static let idTag = Shape.text(1...20)
  /// OCPP's integers have 32 bits.
  static let int32 = Shape.integer(-2_147_483_648...2_147_483_647)
  static let natural = Shape.integer(0...2_147_483_647)
  static let positive = Shape.integer(1...2_147_483_647)

  static func words<Word: CommandWord>(_: Word.Type) -> Shape {
    .words(Word.allCases.map { $0.word.description })
  }

  static func list(_ shape: Shape) -> Shape { .list(shape, 0...Int.max) }

  /// Whether it is one word of a query string.
  var isScalar: Bool {
    switch self {
    case .text, .words, .integer, .number, .boolean, .instant, .day: true
    case .list, .object, .map, .anything: false
    case .named(_, let shape), .orNull(let shape): shape.isScalar
    }
  }

  var members: [Member] {
    switch self {
    case .object(let members): members
    case .named(_, let shape): shape.members
    default: []
    }
  }
}

// MARK: Checking

extension Shape {
  /// What is wrong with a value, by field; nothing when all is well.
  func faults(_ value: JSONValue, at path: String) -> [Problem.Field] {
    func fault(_ message: String) -> [Problem.Field] { [.init(field: path, message: message)] }
    switch (self, value) {
    case (.anything, _): return []
    case (.orNull, .null): return []
    case (.named(_, let shape), _), (.orNull(let shape), _): return shape.faults(value, at: path)
    case (.text(let length), .text(let text)):
      let count = text.description.unicodeScalars.count
      return length.contains(count) ? [] : fault(Shape.lengthMessage(length))
    case (.words(let words), .text(let text)):
      return words.contains(text.description)
        ? [] : fault("must be one of \(words.joined(separator: ", "))")
    case (.integer(let range), .number(let number)):
      guard let whole = number.integer, range.contains(Int(whole)) else {
        return fault(
          "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return []
    case (.number, .number), (.boolean, .bool): return []
    case (.instant, .text(let text)):
      return DateTime(text.description) == nil ? fault("must be an RFC 3339 date-time") : []
    case (.day, .text(let text)):
      return DateTime(day: text.description) == nil
        ? fault("must be a day, 2026-01-31, or an RFC 3339 date-time") : []
    case (.list(let item, let count), .list(let values)):
      if !count.contains(values.count) { return fault(Shape.countMessage(count)) }
      return values.enumerated().flatMap { item.faults($1, at: "\(path)[\($0)]") }
    case (.map(let shape), .object(let members)):
      return members.flatMap { shape.faults($0.value, at: Shape.join(path, $0.name)) }
    case (.object(let members), .object(let found)):
      return Shape.faults(members, found, at: path)
    default: return fault("must be \(noun)")
    }
  }

  private static func faults(
    _ members: [Member], _ found: [JSONValue.Member], at path: String
  ) -> [Problem.Field] {
    var faults: [Problem.Field] = []
    for member in found where !members.contains(where: { $0.name == member.name }) {
      faults.append(.init(field: join(path, member.name), message: "unknown member"))
    }
    for member in members {
      let place = join(path, member.name)
      if let value = found.first(where: { $0.name == member.name })?.value {
        faults += member.shape.faults(value, at: place)
      } else if member.isRequired {
        faults.append(.init(field: place, message: "is required"))
      }
    }
    return faults
  }

  /// - Throws: a 400 with all faults.
  func check(_ value: JSONValue, at path: String = "") throws(Problem) {
    let faults = faults(value, at: path)
    if !faults.isEmpty { throw Problem(invalid: faults) }
  }

  private static func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }

  private static func lengthMessage(_ length: ClosedRange<Int>) -> String {
    length.upperBound == .max
      ? "must have at least \(length.lowerBound) characters"
      : "must have \(length.lowerBound) to \(length.upperBound) characters"
  }

  private static func countMessage(_ count: ClosedRange<Int>) -> String {
    count.upperBound == .max
      ? "must have at least \(count.lowerBound) items"
      : "must have \(count.lowerBound) to \(count.upperBound) items"
  }

  private var noun: String {
    switch self {
    case .text, .words: "a text"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .instant: "an RFC 3339 date-time"
    case .day: "a day or an RFC 3339 date-time"
    case .list: "a list"
    case .object, .map: "an object"
    case .anything: "a value"
    case .named(_, let shape), .orNull(let shape): shape.noun
    }
  }

  /// What a query parameter of this shape stands for; nil when it cannot be that.
  func value(ofQuery text: String) -> JSONValue? {
    switch self {
    case .text, .words, .instant, .day: return .text(Text(text))
    case .boolean: return text == "true" ? true : text == "false" ? false : nil
    case .named(_, let shape), .orNull(let shape): return shape.value(ofQuery: text)
    case .integer, .number, .list, .object, .map, .anything:
      return try? JSONValue(parsing: Array(text.utf8))
    }
  }
}

extension Problem {
  /// A 400 for several fields.
  init(invalid faults: [Field]) {
    let words = faults.prefix(3).map { "\($0.field.isEmpty ? "body" : $0.field): \($0.message)" }
    let rest = faults.count > 3 ? " (and \(faults.count - 3) more)" : ""
    self.init(
      400, "The request is not valid: \(words.joined(separator: "; "))\(rest)",
      errors: Array(faults.prefix(100)))
  }
}

extension DateTime {
  /// A day, which begins at midnight UTC, or an instant.
  init?(day text: String) {
    self.init(text.utf8.count == 10 ? text + "T00:00:00Z" : text)
  }
}
