import OCPP16
import OCPPJSON
public import StationCore

/// What is wrong with a line of a scenario or a typed command.
public struct SyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

/// The words of one line, taken from left to right.
struct Words {
  private var words: ArraySlice<String>

  /// Words stand between spaces; "double quotes" keep spaces together; # begins a comment.
  init(_ line: String) throws(SyntaxError) {
    var found: [String] = []
    var word: String?
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
        word = word ?? ""
      } else if !isQuoted && character == "#" {
        break
      } else if !isQuoted && character.isWhitespace {
        if let whole = word { found.append(whole) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if isQuoted { throw SyntaxError("a quotation mark is missing") }
    if let word { found.append(word) }
    words = found[...]
  }

  var isEmpty: Bool { words.isEmpty }
  var next: String? { words.first }

  mutating func optional() -> String? { words.popFirst() }

  mutating func word(_ what: String) throws(SyntaxError) -> String {
    guard let word = words.popFirst() else { throw SyntaxError("\(what) is missing") }
    return word
  }

  mutating func connector() throws(SyntaxError) -> Int {
    let word = try word("the connector's number")
    guard let number = Int(word), (0...64).contains(number) else {
      throw SyntaxError("\"\(word)\" is no connector's number")
    }
    return number
  }

  mutating func integer(_ what: String) throws(SyntaxError) -> Int64 {
    let word = try word(what)
    guard let number = Int64(word) else { throw SyntaxError("\"\(word)\" is no whole number") }
    return number
  }

  /// In milliseconds: `500ms`, `2s`, `5m`, `1h`, or seconds without a unit.
  mutating func duration() throws(SyntaxError) -> Int64 {
    let word = try word("a time, such as 2s")
    let digits = word.prefix { $0.isNumber || $0 == "." }
    let factor: Double? =
      switch word.dropFirst(digits.count) {
      case "ms": 1
      case "", "s": 1_000
      case "m": 60_000
      case "h": 3_600_000
      default: nil
      }
    guard let factor, let number = Double(digits), number <= 1_000_000 else {
      throw SyntaxError("\"\(word)\" is no time, such as 500ms, 2s, 5m or 1h")
    }
    return Int64(number * factor)
  }

  func end() throws(SyntaxError) {
    if let word = words.first { throw SyntaxError("\"\(word)\" is one word too many") }
  }
}

extension Act {
  /// The words of a scenario and of typed commands, for people who ask.
  public static var grammar: String {
    """
      plug N [soc=PERCENT] [capacity=WH] [phases=N] [current=A] [temperature=C]
      unplug N                    take the vehicle away
      swipe TOKEN [N]             present a card
      stop N [emergency]          press a button
      suspend N, resume N         the vehicle wants no energy, or wants it again
      fault N ERROR, clear N      such as GroundFailure; N is 0 for the whole station
      offline, online             the network goes, comes back
      power on|off|cycle          off is pulling the plug
      config KEY VALUE            set a configuration key
      cache TOKEN STATUS          put a token into the cache, Accepted or Blocked or …
      list TOKEN STATUS           put a token on the local list
    """
  }

  /// One command. `vehicle` is what is plugged in when the line says nothing else.
  public init(command: String, vehicle: ElectricVehicle) throws(SyntaxError) {
    var words = try Words(command)
    self = try Act(&words, vehicle)
    try words.end()
  }

  init(_ words: inout Words, _ vehicle: ElectricVehicle) throws(SyntaxError) {
    let verb = try words.word("a command")
    switch verb {
    case "plug":
      let number = try words.connector()
      self = .plugIn(connector: number, try Act.vehicle(&words, vehicle))
    case "unplug": self = .plugOut(connector: try words.connector())
    case "suspend": self = .suspend(connector: try words.connector())
    case "resume": self = .resume(connector: try words.connector())
    case "clear": self = .clearFault(connector: try words.connector())
    case "offline": self = .goOffline
    case "online": self = .goOnline
    case "swipe", "stop", "fault", "power", "config", "cache", "list":
      self = try Act.withWords(verb, &words)
    default: throw SyntaxError("there is no command \"\(verb)\"")
    }
  }

  private static func withWords(_ verb: String, _ words: inout Words) throws(SyntaxError) -> Act {
    switch verb {
    case "swipe":
      let token = try words.word("the token")
      return .swipe(
        idTag: Text(token), connector: words.isEmpty ? nil : try words.connector())
    case "stop":
      let number = try words.connector()
      guard let button = words.optional() else { return .stopCharging(connector: number, .stop) }
      guard button == "emergency" else {
        throw SyntaxError("\"\(button)\" is no button; there is: emergency")
      }
      return .stopCharging(connector: number, .emergencyStop)
    case "fault":
      let number = try words.connector()
      let word = try words.word("the error")
      do throws(ActRefusal) {
        return .fault(connector: number, try ControlVerb.errorCode(word))
      } catch { throw SyntaxError(error.description) }
    case "power": return try power(&words)
    case "config":
      let key = try words.word("the key")
      return .configure(key: Text(key), value: Text(try words.word("the value")))
    default:
      let token = Text(try words.word("the token"))
      let word = try words.word("the status")
      do throws(ActRefusal) {
        let status = try ControlVerb.status(word)
        return verb == "cache" ? .cacheToken(token, status) : .listToken(token, status)
      } catch { throw SyntaxError(error.description) }
    }
  }

  private static func power(_ words: inout Words) throws(SyntaxError) -> Act {
    switch try words.word("on, off or cycle") {
    case "on": return .powerOn
    case "off": return .powerOff
    case "cycle": return .powerCycle
    case let other: throw SyntaxError("power goes on, off or cycle, not \"\(other)\"")
    }
  }

  /// The usual vehicle with what the line changes of it.
  private static func vehicle(
    _ words: inout Words, _ usual: ElectricVehicle
  ) throws(SyntaxError) -> ElectricVehicle? {
    if words.isEmpty { return nil }
    var capacity = usual.kind.capacity
    var phases = usual.kind.phases
    var current = usual.kind.maximumCurrent
    var charge = usual.charge
    var temperature = usual.temperature
    while let word = words.optional() {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let value = Int64(parts[1]), abs(value) <= 1_000_000 else {
        throw SyntaxError("\"\(word)\" is not NAME=NUMBER")
      }
      switch parts[0] {
      case "soc" where (0...100).contains(value): charge = value * 10
      case "capacity" where value > 0: capacity = value
      case "phases" where (1...3).contains(value): phases = value
      case "current" where value > 0: current = value * 1_000
      case "temperature" where (-60...100).contains(value): temperature = value * 1_000
      default: throw SyntaxError("\"\(word)\": no such property of a vehicle, or out of its range")
      }
    }
    let kind = ElectricVehicle.Kind(
      capacity: capacity, phases: phases, maximumCurrent: current,
      maximumPower: usual.kind.maximumPower)
    return ElectricVehicle(kind, charge: charge, temperature: temperature)
  }
}
