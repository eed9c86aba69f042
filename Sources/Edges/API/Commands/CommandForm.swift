import CSMSCore
import OCPPJSON

/// A command as a client of the HTTP interface gives it: its name in the path, its parameters, and
/// how they make the command.
struct CommandForm: Sendable {
  /// "remote_start"; jobs call it that too.
  let name: String
  let summary: String
  let details: String
  let members: [Shape.Member]
  let command: @Sendable (FormValues) throws(Problem) -> StationCommand

  init(
    _ name: String, _ summary: String, _ details: String = "", _ members: [Shape.Member] = [],
    _ command: @escaping @Sendable (FormValues) throws(Problem) -> StationCommand
  ) {
    self.name = name
    self.summary = summary
    self.details = details
    self.members = members
    self.command = command
  }

  /// Whether it only asks: a GET.
  var isQuestion: Bool { ["configuration", "local_list_version"].contains(name) }

  /// The last part of the path; the list and its version share one.
  var path: String { name == "local_list_version" ? "local_list" : name }

  /// The parameters and nothing else.
  var shape: Shape { .object(members) }

  /// The parameters, and how long to wait.
  var requestShape: Shape { .object(members + [CommandForm.timeout]) }

  /// What the body may be when the query says the rest: nothing is required in one place.
  var eitherPlace: Shape {
    .object(
      requestShape.members.map { member in
        let advice = member.isRequired ? "Required, here or in the query." : ""
        let words = [member.summary, advice].filter { !$0.isEmpty }
        return Shape.Member(member.name, member.shape, words.joined(separator: " "))
      })
  }

  static let timeout = Shape.Member(
    "timeout_s", .integer(StationCall.timeoutRange),
    "Seconds to wait for the station's answer, the wait in line included (30).")

  /// Checks the parameters and makes the command of them.
  /// - Throws: a 400 that names what is wrong.
  func command(_ parameters: JSONValue, at path: String = "") throws(Problem) -> StationCommand {
    try shape.check(parameters, at: path)
    return try command(FormValues(parameters))
  }
}

/// The parameters of a form, which fit its shape.
struct FormValues: Sendable {
  private let object: JSONValue

  init(_ object: JSONValue) { self.object = object }

  func value(_ name: String) -> JSONValue? { object[name] }

  func has(_ name: String) -> Bool { object[name] != nil }

  func text(_ name: String) -> Text { optionalText(name) ?? Text() }

  func optionalText(_ name: String) -> Text? {
    guard case .text(let text)? = object[name] else { return nil }
    return text
  }

  func integer(_ name: String) -> Int { optionalInteger(name) ?? 0 }

  func optionalInteger(_ name: String) -> Int? {
    guard case .number(let number)? = object[name] else { return nil }
    return number.integer.map { Int($0) }
  }

  func decimal(_ name: String) -> OCPPJSON.Decimal? {
    guard case .number(let number)? = object[name] else { return nil }
    return number
  }

  func boolean(_ name: String) -> Bool? {
    guard case .bool(let value)? = object[name] else { return nil }
    return value
  }

  func instant(_ name: String) -> DateTime { optionalInstant(name) ?? DateTime(milliseconds: 0) }

  func optionalInstant(_ name: String) -> DateTime? {
    optionalText(name).flatMap { DateTime($0.description) }
  }

  func word<Word: CommandWord>(_ name: String, _ fallback: Word) -> Word {
    optionalWord(name) ?? fallback
  }

  func optionalWord<Word: CommandWord>(_ name: String) -> Word? {
    optionalText(name).flatMap { Word(word: $0) }
  }

  func object(_ name: String) -> FormValues? { object[name].map { FormValues($0) } }

  func objects(_ name: String) -> [FormValues] {
    guard case .list(let values)? = object[name] else { return [] }
    return values.map { FormValues($0) }
  }

  func texts(_ name: String) -> [Text] {
    guard case .list(let values)? = object[name] else { return [] }
    return values.compactMap { value in
      if case .text(let text) = value { text } else { nil }
    }
  }
}
