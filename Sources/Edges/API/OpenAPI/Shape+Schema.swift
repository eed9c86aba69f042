import OCPPJSON

extension Shape {
  /// The shape in JSON Schema 2020-12, as OpenAPI 3.1 has it.
  var schema: JSONValue {
    switch self {
    case .text(let length):
      return .members([
        ("type", "string"),
        ("minLength", length.lowerBound > 0 ? .integer(length.lowerBound) : nil),
        ("maxLength", length.upperBound < .max ? .integer(length.upperBound) : nil),
      ])
    case .words(let words):
      return ["type": "string", "enum": .list(words.map { .string($0) })]
    case .integer(let range):
      return .members([
        ("type", "integer"), ("minimum", .integer(range.lowerBound)),
        ("maximum", range.upperBound < .max ? .integer(range.upperBound) : nil),
      ])
    case .number: return ["type": "number"]
    case .boolean: return ["type": "boolean"]
    case .instant: return ["type": "string", "format": "date-time"]
    case .day:
      return [
        "anyOf": [
          ["type": "string", "format": "date-time"], ["type": "string", "format": "date"],
        ]
      ]
    case .list(let item, let count):
      return .members([
        ("type", "array"), ("items", item.schema),
        ("minItems", count.lowerBound > 0 ? .integer(count.lowerBound) : nil),
        ("maxItems", count.upperBound < .max ? .integer(count.upperBound) : nil),
      ])
    case .object(let members): return Shape.schema(members)
    case .map(let shape): return ["type": "object", "additionalProperties": shape.schema]
    case .anything: return [:]
    case .orNull(let shape): return ["anyOf": [shape.schema, ["type": "null"]]]
    case .named(let name, _): return ["$ref": .string("#/components/schemas/\(name)")]
    }
  }

  private static func schema(_ members: [Member]) -> JSONValue {
    let required = members.filter(\.isRequired).map { JSONValue.string($0.name) }
    return .members([
      ("type", "object"),
      ("properties", .object(members.map { JSONValue.Member($0.name, described($0)) })),
      ("required", required.isEmpty ? nil : .list(required)),
      ("additionalProperties", false),
    ])
  }

  private static func described(_ member: Member) -> JSONValue {
    guard !member.summary.isEmpty, case .object(let fields) = member.shape.schema else {
      return member.shape.schema
    }
    return .object(fields + [JSONValue.Member("description", .string(member.summary))])
  }

  /// The named shapes in this one, itself included.
  var named: [(name: String, shape: Shape)] {
    switch self {
    case .named(let name, let shape): [(name, shape)] + shape.named
    case .list(let shape, _), .map(let shape), .orNull(let shape): shape.named
    case .object(let members): members.flatMap { $0.shape.named }
    case .text, .words, .integer, .number, .boolean, .instant, .day, .anything: []
    }
  }
}
