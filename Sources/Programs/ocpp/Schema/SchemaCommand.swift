import Foundation

/// `ocpp schema`: what a message may hold, as JSON Schema.
enum SchemaCommand {
  static let usage = """
    Usage: ocpp schema VERSION [MESSAGE [--response]]

      ocpp schema 1.6                         all messages: who sends them, feature profile
      ocpp schema 2.1 MeterValues             JSON Schema of the request
      ocpp schema 2.1 MeterValues --response  JSON Schema of the response

    VERSION is 1.6, 2.0.1 or 2.1.
    """

  private static let models = [
    "1.6": MessageModel.ocpp16, "2.0.1": MessageModel.ocpp201, "2.1": MessageModel.ocpp21,
  ]

  /// Runs the command with what stands after `schema`; the result is the exit status: 0, or 2 for
  /// arguments that make no sense.
  static func run(_ arguments: [String]) -> Int32 {
    if arguments.contains("--help") || arguments.contains("-h") {
      Terminal.print(usage)
      return 0
    }
    let options = arguments.filter { $0.hasPrefix("-") }
    let names = arguments.filter { !$0.hasPrefix("-") }
    if let unknown = options.first(where: { $0 != "--response" }) {
      return refuse("There is no option \(unknown).")
    }
    guard let version = names.first, names.count <= 2 else {
      return refuse(names.isEmpty ? "Which version?" : "One message at a time.")
    }
    guard let text = models[version] else {
      let known = models.keys.sorted().joined(separator: ", ")
      return refuse("There is no message model of OCPP \(version); there is one of \(known).")
    }
    let model = MessageModel(text: text)
    guard names.count == 2 else {
      if !options.isEmpty { return refuse("The response of which message?") }
      list(model)
      return 0
    }
    guard let message = model.message(names[1]) else { return refuseMessage(names[1], model) }
    if message.isSend && !options.isEmpty {
      return refuse("\(message.name) is sent without waiting for a response.", showsUsage: false)
    }
    Terminal.print(ModelSchema(model: model).text(of: message, isResponse: !options.isEmpty))
    return 0
  }

  private static func list(_ model: MessageModel) {
    let width = model.messages.map(\.name.count).max() ?? 0
    for message in model.messages {
      let name = message.name.padding(toLength: width, withPad: " ", startingAt: 0)
      let sender = message.sender.phrase.padding(toLength: 25, withPad: " ", startingAt: 0)
      Terminal.print("\(name)  \(sender)  \(message.profile)")
    }
  }

  private static func refuseMessage(_ name: String, _ model: MessageModel) -> Int32 {
    let near = NearMatches.of(name, in: model.messages.map(\.name))
    let hint =
      near.isEmpty
      ? "`ocpp schema \(model.version)` lists all messages."
      : "Did you mean \(near.joined(separator: " or "))?"
    return refuse("OCPP \(model.version) has no message \(name). \(hint)", showsUsage: false)
  }

  private static func refuse(_ sentence: String, showsUsage: Bool = true) -> Int32 {
    let text = sentence + "\n" + (showsUsage ? "\n" + usage + "\n" : "")
    FileHandle.standardError.write(Data(text.utf8))
    return 2
  }
}

/// Names that somebody may have meant.
enum NearMatches {
  private static let limit = 3

  /// The names that contain `word`, or are a few letters away from it, whatever the case; nearest
  /// first.
  static func of(_ word: String, in names: [String]) -> [String] {
    let wanted = Array(word.lowercased().prefix(64))
    if wanted.isEmpty { return [] }
    let ranked: [(name: String, distance: Int)] = names.compactMap { name in
      let candidate = Array(name.lowercased())
      let distance = distance(wanted, candidate)
      let contains = wanted.count >= 3 && name.lowercased().contains(word.lowercased())
      return contains || distance <= max(2, candidate.count / 4) ? (name, distance) : nil
    }
    return ranked.sorted { $0.distance < $1.distance }.prefix(limit).map(\.name)
  }

  /// The letters to change, add or leave out (Levenshtein).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let change = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[right.count]
  }
}
