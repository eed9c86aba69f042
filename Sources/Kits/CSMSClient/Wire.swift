public import Foundation
import OCPPJSON

/// JSON as the interface writes it: snake_case names, RFC 3339 instants.
enum Wire {
  static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .custom { Name(snake($0.last?.stringValue ?? "")) }
    encoder.dateEncodingStrategy = .custom { date, encoder in
      var container = encoder.singleValueContainer()
      try container.encode(text(date))
    }
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .custom { path in
      let last = path[path.count - 1]
      return last.intValue == nil ? Name(camel(last.stringValue)) : last
    }
    decoder.dateDecodingStrategy = .custom { decoder in
      let container = try decoder.singleValueContainer()
      guard let instant = DateTime(try container.decode(String.self)) else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "is no RFC 3339 date-time")
      }
      return Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    }
    return decoder
  }

  static func text(_ date: Date) -> String {
    let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
    return DateTime(milliseconds: Int64(milliseconds)).description
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  /// "charger_id" is chargerId, "active_24x7" is active24x7.
  static func camel(_ name: String) -> String {
    let parts = name.split(separator: "_")
    guard let first = parts.first else { return name }
    return first + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  static func snake(_ name: String) -> String {
    if name == "active24x7" { return "active_24x7" }
    return name.reduce(into: "") { text, letter in
      text += letter.isUppercase ? "_\(letter.lowercased())" : String(letter)
    }
  }

  /// Part of a path, or a value of a query.
  static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        String(UnicodeScalar(byte))
      default: "%" + String(0x100 + Int(byte), radix: 16).dropFirst().uppercased()
      }
    }.joined()
  }

  static func query(_ items: [(String, String?)]) -> String {
    let parts = items.compactMap { name, value in value.map { "\(name)=\(encoded($0))" } }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }

  /// Members whose values are nobody's business in a log.
  private static let secrets =
    ["password", "new_password", "old_password", "key", "secret", "access_token", "refresh_token"]

  static func masked(_ body: [UInt8]) -> String {
    guard let value = try? JSONDecoder().decode(JSON.self, from: Data(body)) else {
      return String(decoding: body, as: UTF8.self)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(masked(value))) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  private static func masked(_ value: JSON) -> JSON {
    switch value {
    case .object(let members):
      .object(
        Dictionary(
          uniqueKeysWithValues: members.map { name, value in
            // A secret is a text; a configuration's "key" is a name with its value beside it.
            let isSecret =
              secrets.contains(name) && !(name == "key" && members["value"] != nil)
            if isSecret, case .string = value { return (name, .string("***")) }
            let isKeyValue = name == "value" && members["key"] == .string("AuthorizationKey")
            return (name, isKeyValue ? .string("***") : masked(value))
          }))
    case .array(let values): .array(values.map { masked($0) })
    case .null, .bool, .number, .string: value
    }
  }
}

/// A JSON value whose shape nobody promised.
public enum JSON: Codable, Sendable, Hashable, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  case null
  case bool(Bool)
  case number(Foundation.Decimal)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Foundation.Decimal.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let values): try container.encode(values)
    case .object(let members): try container.encode(members)
    }
  }

  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .number(Foundation.Decimal(value)) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements) { $1 })
  }

  /// The member of an object; nil when there is none.
  public subscript(name: String) -> JSON? {
    if case .object(let members) = self { members[name] } else { nil }
  }
}

extension CSMSClient {
  /// Reads one of the interface's values, as from an answer: for what came another way, a webhook.
  public static func read<Value: Decodable>(
    _: Value.Type, from data: Data
  ) throws(CSMSError) -> Value {
    do { return try Wire.decoder.decode(Value.self, from: data) } catch {
      throw .unreadable(status: 0, "\(error)")
    }
  }

  /// What the interface calls a member of these types.
  public static func interfaceName(_ name: String) -> String { Wire.snake(name) }
}
