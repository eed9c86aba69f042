import Foundation

/// A JSON value of a request to the control API.
enum ControlValue: Decodable, Equatable {
  case null
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([ControlValue])
  case object([String: ControlValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let integer = try? value.decode(Int.self) {
      self = .integer(integer)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([ControlValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: ControlValue].self))
    }
  }

  /// As a configuration value stands on the wire; nil for what cannot be one.
  var configurationText: String? {
    switch self {
    case .flag(let flag): flag ? "true" : "false"
    case .integer(let integer): "\(integer)"
    case .text(let text): text
    case .null, .number, .list, .object: nil
    }
  }
}

/// The members of a request's body. Each getter throws a sentence that says what is wrong.
struct ControlBody {
  private let members: [String: ControlValue]

  /// - Parameters:
  ///   - bytes: JSON; nothing counts as an empty object.
  ///   - allowed: names of members; others are refused, so that a misspelt one is noticed.
  init(_ bytes: [UInt8], allowed: [String]) throws(ActRefusal) {
    if bytes.isEmpty {
      members = [:]
      return
    }
    guard
      let found = try? JSONDecoder().decode([String: ControlValue].self, from: Data(bytes))
    else { throw ActRefusal("The body is not a JSON object.") }
    members = found.filter { $0.value != .null }
    if let unknown = members.keys.filter({ !allowed.contains($0) }).min() {
      let names = allowed.isEmpty ? "none" : allowed.joined(separator: ", ")
      throw ActRefusal("There is no member \"\(unknown)\" here; there are: \(names).")
    }
  }

  func optionalText(_ name: String) throws(ActRefusal) -> String? {
    switch members[name] {
    case nil: return nil
    case .text(let text): return text
    default: throw ActRefusal("\"\(name)\" must be a string.")
    }
  }

  func text(_ name: String) throws(ActRefusal) -> String {
    guard let text = try optionalText(name), !text.isEmpty else {
      throw ActRefusal("\"\(name)\" is missing.")
    }
    return text
  }

  func integer(_ name: String) throws(ActRefusal) -> Int {
    guard case .integer(let integer)? = members[name] else {
      throw ActRefusal(
        members[name] == nil ? "\"\(name)\" is missing." : "\"\(name)\" must be a whole number.")
    }
    return integer
  }

  func integers(_ name: String) throws(ActRefusal) -> [Int] {
    guard let value = members[name] else { return [] }
    guard case .list(let list) = value else {
      throw ActRefusal("\"\(name)\" must be a list of whole numbers.")
    }
    var found: [Int] = []
    for member in list {
      guard case .integer(let integer) = member else {
        throw ActRefusal("\"\(name)\" must be a list of whole numbers.")
      }
      found.append(integer)
    }
    return found
  }

  func flag(_ name: String) throws(ActRefusal) -> Bool {
    switch members[name] {
    case nil: return false
    case .flag(let flag): return flag
    default: throw ActRefusal("\"\(name)\" must be true or false.")
    }
  }

  /// In thousandths.
  func thousandths(_ name: String) throws(ActRefusal) -> Int64 {
    switch members[name] {
    case .integer(let integer) where abs(integer) < 1_000_000_000: return Int64(integer) * 1_000
    case .number(let number) where abs(number) < 1_000_000_000: return Int64(number * 1_000)
    case nil: throw ActRefusal("\"\(name)\" is missing.")
    default: throw ActRefusal("\"\(name)\" must be a number.")
    }
  }

  /// Text, or a flag or a whole number as text.
  func configurationText(_ name: String) throws(ActRefusal) -> String {
    guard let value = members[name] else { throw ActRefusal("\"\(name)\" is missing.") }
    guard let text = value.configurationText else {
      throw ActRefusal("\"\(name)\" must be a string, a whole number, true or false.")
    }
    return text
  }

  /// An object of configuration values, in the order of their names.
  func configuration(_ name: String) throws(ActRefusal) -> [(String, String)] {
    guard let value = members[name] else { return [] }
    guard case .object(let object) = value else {
      throw ActRefusal("\"\(name)\" must be an object.")
    }
    var found: [(String, String)] = []
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      guard let text = value.configurationText else {
        throw ActRefusal("\"\(name).\(key)\" must be a string, a whole number, true or false.")
      }
      found.append((key, text))
    }
    return found
  }
}
