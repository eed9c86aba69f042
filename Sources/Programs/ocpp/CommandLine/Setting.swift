/// One thing that can be set: by `--name VALUE`, by an environment variable, or in a configuration
/// file; the same word everywhere, in the spelling of the place.
struct Setting<Configuration> {
  /// In the spelling of the command line, without the dashes: "log-level".
  let name: String
  /// What stands for the value in the help; nil for a switch.
  let placeholder: String?
  let help: String
  /// An environment variable with a name of its own, besides `OCPP_NAME`.
  let variable: String?
  /// Forgets the values of the places that count less; nil when there is one value anyway.
  let reset: ((inout Configuration) -> Void)?
  let apply: (inout Configuration, String) throws(UsageError) -> Void

  /// - Parameter reset: makes it a list: `--name` may be given several times; elsewhere the values
  ///   stand in one text between semicolons, or in the file in an array.
  init(
    _ name: String, _ placeholder: String?, _ help: String, variable: String? = nil,
    reset: ((inout Configuration) -> Void)? = nil,
    _ apply: @escaping (inout Configuration, String) throws(UsageError) -> Void
  ) {
    self.name = name
    self.placeholder = placeholder
    self.help = help
    self.variable = variable
    self.reset = reset
    self.apply = apply
  }

  /// The one that counts first: a variable that many programs read may be meant for another one.
  var variables: [String] { ["OCPP_\(snakeCased.uppercased())"] + (variable.map { [$0] } ?? []) }
  var snakeCased: String { String(name.map { $0 == "-" ? "_" : $0 }) }
}

/// Reads settings from a command line.
struct SettingsReader<Configuration> {
  let settings: [Setting<Configuration>]

  /// Applies the options of a command line.
  func apply(_ arguments: [String], to configuration: inout Configuration) throws(UsageError) {
    var index = 0
    var given: Set<String> = []
    while index < arguments.count {
      let word = arguments[index]
      index += 1
      guard word.hasPrefix("--") else { throw UsageError("\"\(word)\" is not an option.") }
      let parts = word.dropFirst(2)
        .split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let name = parts.first, let setting = settings.first(where: { $0.name == name }) else {
        throw UsageError("There is no option \(word).")
      }
      var value = "true"
      if parts.count == 2 {
        value = parts[1]
      } else if setting.placeholder != nil {
        guard index < arguments.count else {
          throw UsageError("--\(name) needs a value: --\(name) \(setting.placeholder ?? "").")
        }
        value = arguments[index]
        index += 1
      }
      if value.isEmpty {
        throw UsageError(
          "--\(name) needs a value: --\(name) \(setting.placeholder ?? "yes or no").")
      }
      if given.insert(name).inserted { setting.reset?(&configuration) }
      try set(setting, value, "--\(name)", &configuration)
    }
  }

  /// Applies environment variables.
  func apply(
    environment: [String: String], to configuration: inout Configuration
  ) throws(UsageError) {
    for setting in settings {
      let set = setting.variables.first { !(environment[$0] ?? "").isEmpty }
      guard let variable = set, let value = environment[variable] else { continue }
      try setAll(setting, value, variable, &configuration)
    }
  }

  /// Applies the members of a configuration file, all as text.
  func apply(file: [String: String], path: String, to configuration: inout Configuration)
    throws(UsageError)
  {
    for (key, value) in file.sorted(by: { $0.key < $1.key }) {
      guard let setting = settings.first(where: { $0.snakeCased == key }) else {
        throw UsageError("\(path): there is no setting \"\(key)\".")
      }
      try setAll(setting, value, "\(path): \(key)", &configuration)
    }
  }

  /// A text that may have several values.
  private func setAll(
    _ setting: Setting<Configuration>, _ text: String, _ place: String,
    _ configuration: inout Configuration
  ) throws(UsageError) {
    guard let reset = setting.reset else {
      return try set(setting, text, place, &configuration)
    }
    reset(&configuration)
    for value in text.split(separator: ";") {
      try set(setting, String(value), place, &configuration)
    }
  }

  private func set(
    _ setting: Setting<Configuration>, _ value: String, _ place: String,
    _ configuration: inout Configuration
  ) throws(UsageError) {
    do throws(UsageError) {
      try setting.apply(&configuration, value)
    } catch {
      throw UsageError("\(place): \(error.message)")
    }
  }

  /// A line or two per option.
  var help: String {
    settings.map { setting in
      let head = "  --\(setting.name)" + (setting.placeholder.map { " \($0)" } ?? "")
      let gap = String(repeating: " ", count: max(2, 30 - head.count))
      let lines = setting.help.split(separator: "\n")
      let indent = "\n" + String(repeating: " ", count: 30)
      return head + gap + lines.joined(separator: indent)
    }.joined(separator: "\n")
  }
}

/// Values as people write them.
enum SettingValue {
  static func integer(_ text: String, in range: ClosedRange<Int>) throws(UsageError) -> Int {
    guard let number = Int(text), range.contains(number) else {
      throw UsageError(
        "\"\(text)\" is not a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  static func boolean(_ text: String) throws(UsageError) -> Bool {
    switch text.lowercased() {
    case "true", "yes", "on", "1": return true
    case "false", "no", "off", "0": return false
    default: throw UsageError("\"\(text)\" is neither true nor false.")
    }
  }
}
