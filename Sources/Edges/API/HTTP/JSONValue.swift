import OCPPJSON
import OCPPRPC

/// A JSON value whose shape is not known beforehand, its decimals exact.
indirect enum JSONValue: Sendable, Equatable {
  struct Member: Sendable, Equatable {
    var name: String
    var value: JSONValue

    init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  case null
  case bool(Bool)
  case number(OCPPJSON.Decimal)
  case text(Text)
  case list([JSONValue])
  case object([Member])

  /// How deep a body may be nested.
  static let depthLimit = 16

  /// - Throws: a 400 that says what is wrong with the text.
  init(parsing bytes: [UInt8]) throws(Problem) {
    var value = JSONValue.null
    let report: Text? = bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      value = JSONValue.read(&reader, depth: 0)
      reader.finish()
      return reader.failed ? reader.error.report(in: buffer) : nil
    }
    if let report { throw Problem(400, "The body is not JSON that can be used: \(report)") }
    self = value
  }

  private static func read(_ reader: inout JSONReader, depth: Int) -> JSONValue {
    if depth > depthLimit { reader.refuse(.formation, .tooDeep) }
    if reader.failed { return .null }
    switch reader.nextByte() {
    case UInt8(ascii: "{"): return object(&reader, depth)
    case UInt8(ascii: "["):
      return .list(reader.array(0, .max) { read(&$0, depth: depth + 1) })
    case UInt8(ascii: "\""): return .text(reader.text())
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool(reader.bool())
    case UInt8(ascii: "n"):
      reader.skip()
      return .null
    default: return .number(reader.decimal())
    }
  }

  private static func object(_ reader: inout JSONReader, _ depth: Int) -> JSONValue {
    var members: [Member] = []
    var names: Set<String> = []
    var count = 0
    while let name = reader.memberName(&count)?.description {
      if !names.insert(name).inserted { reader.refuse(.occurrence, .duplicateMember) }
      members.append(Member(name, read(&reader, depth: depth + 1)))
    }
    return .object(members)
  }

  /// The member's value; nil when there is none, or this is no object.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  func write(_ writer: inout JSONWriter) {
    switch self {
    case .null: writer.literal("null")
    case .bool(let value): writer.bool(value)
    case .number(let value): writer.decimal(value)
    case .text(let value): writer.text(value)
    case .list(let values):
      writer.beginArray()
      for value in values {
        writer.item()
        value.write(&writer)
      }
      writer.endArray()
    case .object(let members):
      writer.beginObject()
      for (index, member) in members.enumerated() {
        if index > 0 { writer.byte(UInt8(ascii: ",")) }
        writer.text(Text(member.name))
        writer.byte(UInt8(ascii: ":"))
        member.value.write(&writer)
      }
      writer.endObject()
    }
  }

  var bytes: [UInt8] {
    var writer = JSONWriter(capacity: 4096)
    write(&writer)
    return writer.withBytes { [UInt8]($0) }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral
{
  init(stringLiteral value: String) { self = .text(Text(value)) }
  init(integerLiteral value: Int) { self = .number(OCPPJSON.Decimal(value)) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
  init(arrayLiteral elements: JSONValue...) { self = .list(elements) }

  static func string(_ value: String) -> JSONValue { .text(Text(value)) }
  static func integer(_ value: Int) -> JSONValue { .number(OCPPJSON.Decimal(value)) }
  static func instant(_ value: DateTime) -> JSONValue { .text(Text(value.description)) }

  /// An object of the members that have a value.
  static func members(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }
}
