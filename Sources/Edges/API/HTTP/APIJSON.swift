import Foundation
import OCPPJSON

/// JSON of the HTTP interface: snake_case, times in RFC 3339 UTC.
enum APIJSON {
  static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  static func decoder() -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }

  /// What is wrong with a body, by field.
  static func problem(_ error: DecodingError) -> Problem {
    switch error {
    case .keyNotFound(let key, let context):
      return .invalid(path(context.codingPath + [key]), "is required")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return .invalid(path(context.codingPath), "has the wrong type")
    case .dataCorrupted(let context):
      return .invalid(path(context.codingPath), context.debugDescription)
    @unknown default:
      return Problem(400, "The body is not valid.")
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    let names = keys.map { key in key.intValue.map { "[\($0)]" } ?? snakeCased(key.stringValue) }
    return names.isEmpty ? "body" : names.joined(separator: ".")
  }

  private static func snakeCased(_ name: String) -> String {
    name.reduce(into: "") { result, character in
      if character.isUppercase { result += "_" }
      result += character.lowercased()
    }
  }
}

/// An instant in a body or an answer.
struct Timestamp: Codable, Sendable, Equatable {
  var dateTime: DateTime

  init(_ dateTime: DateTime) { self.dateTime = dateTime }

  init?(_ dateTime: DateTime?) {
    guard let dateTime else { return nil }
    self.dateTime = dateTime
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = DateTime(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "must be an RFC 3339 date-time")
    }
    dateTime = value
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(dateTime.description)
  }
}
