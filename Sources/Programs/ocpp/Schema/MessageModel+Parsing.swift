extension MessageModel {
  /// Reads a model that belongs to the program. A line that does not fit the grammar is a mistake of
  /// the build, which the tests of the schemas find.
  init(text: String) {
    var parser = ModelParser()
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let isUnderstood = parser.read(line)
      precondition(isUnderstood, "The message model has a line that makes no sense: \(line)")
    }
    self = parser.model
  }
}

/// Reads a model line by line.
private struct ModelParser {
  /// Whose members, or words, the indented lines are.
  private enum Place {
    case nowhere
    case words(String)
    case type(String)
    case request
    case response
  }

  var model = MessageModel()
  private var place = Place.nowhere
  private var profile = ""

  mutating func read(_ line: Substring) -> Bool {
    if line == "->" {
      place = .response
      return !model.messages.isEmpty
    }
    if line.hasPrefix("    ") { return addWords(line) }
    if line.hasPrefix("  ") { return addMember(line.dropFirst(2)) }
    let words = line.split(separator: " ")
    guard words.count >= 2 else { return false }
    let name = String(words[1])
    switch words[0] {
    case "ocpp": model.version = name
    case "profile": profile = name
    case "block": profile = words.dropFirst().joined(separator: " ")
    case "type":
      model.types[name] = []
      place = .type(name)
    case "enum":
      let name = String(name.dropLast())
      model.enums[name] = words.dropFirst(2).map(String.init)
      place = .words(name)
    case "message", "send":
      guard words.count >= 3, let sender = MessageModel.Sender(rawValue: String(words[2])) else {
        return false
      }
      model.messages.append(
        .init(name: name, sender: sender, profile: profile, isSend: words[0] == "send"))
      place = .request
    default: return false
    }
    return true
  }

  private mutating func addWords(_ line: Substring) -> Bool {
    guard case .words(let name) = place else { return false }
    model.enums[name, default: []] += line.split(separator: " ").map(String.init)
    return true
  }

  private mutating func addMember(_ line: Substring) -> Bool {
    guard let member = ModelParser.member(line) else { return false }
    let last = model.messages.count - 1
    switch place {
    case .type(let name): model.types[name, default: []].append(member)
    case .request: model.messages[last].request.append(member)
    case .response: model.messages[last].response.append(member)
    case .nowhere, .words: return false
    }
    return true
  }

  /// `name?: kind(limits) step 0.1[1..5] = default, in Message …`.
  private static func member(_ line: Substring) -> MessageModel.Member? {
    let halves = line.split(separator: ", in ", maxSplits: 1)
    let parts = halves[0].split(separator: ": ", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let rules = parts[1].split(separator: " = ", maxSplits: 1)
    var kind = rules[0]
    let array = bounds(cutFrom: &kind)
    let step = kind.split(separator: " step ", maxSplits: 1).dropFirst().first
    kind = kind.prefix { $0 != " " }
    var (maxLength, minimum, maximum): (Int?, Int?, Int?) = (nil, nil, nil)
    if let open = kind.firstIndex(of: "("), kind.hasSuffix(")") {
      let argument = kind[kind.index(after: open)...].dropLast()
      let limits = argument.split(separator: "..", omittingEmptySubsequences: false)
      if limits.count == 2 {
        (minimum, maximum) = (Int(limits[0]), Int(limits[1]))
      } else {
        maxLength = Int(argument)
      }
      kind = kind[..<open]
    }
    return MessageModel.Member(
      name: String(parts[0].hasSuffix("?") ? parts[0].dropLast() : parts[0]), kind: String(kind),
      isOptional: parts[0].hasSuffix("?"), maxLength: maxLength,
      minimum: minimum, maximum: maximum,
      step: step.map(String.init), array: array,
      difference: halves.count == 2 ? difference(halves[1]) : nil,
      defaultValue: rules.count == 2 ? String(rules[1]) : nil)
  }

  /// Takes `[1..5]` off the end of `text`.
  private static func bounds(cutFrom text: inout Substring) -> MessageModel.Bounds? {
    guard text.last == "]", let start = text.lastIndex(of: "[") else { return nil }
    let inside = text[text.index(after: start)...].dropLast()
    let numbers = inside.split(separator: "..", omittingEmptySubsequences: false)
    guard numbers.count == 2 else { return nil }
    text = text[..<start]
    return MessageModel.Bounds(least: Int(numbers[0]) ?? 0, most: Int(numbers[1]))
  }

  /// `Message without Word` or `Message [..]`.
  private static func difference(_ text: Substring) -> MessageModel.Difference? {
    let parts = text.split(separator: " ")
    guard parts.count >= 2 else { return nil }
    var rest = parts[1]
    return MessageModel.Difference(
      message: String(parts[0]), bounds: bounds(cutFrom: &rest),
      excludedWord: parts.count == 3 ? String(parts[2]) : nil)
  }
}
