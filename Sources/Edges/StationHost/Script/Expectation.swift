import OCPPJSON
import StationCore

/// How two numbers are compared.
enum Comparison: String, CaseIterable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="

  func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .equal: left == right
    case .unequal: left != right
    case .less: left < right
    case .atMost: left <= right
    case .greater: left > right
    case .atLeast: left >= right
    }
  }
}

/// What a scenario wants to be so.
enum Expectation: Equatable {
  enum Figure: String, CaseIterable {
    /// Of a connector: W, Wh of the transaction, A, percent.
    case power, energy, limit, charge
    /// Of the station: messages owed.
    case queue
  }
  enum TransactionMatch: Equatable {
    case some
    case none
    case id(Int)
  }

  case link(String)
  case status(connector: Int, String)
  case transaction(connector: Int, TransactionMatch)
  case figure(Figure, connector: Int, Comparison, Double)
  case configuration(key: String, value: String)
  case firmware(String)
  /// Calls of one action since the scenario began, resent ones too.
  case frames(FrameDirection, action: String, Comparison, Int)

  static var grammar: String {
    """
      expect link STATE           off, offline, connecting, waiting, connected or registered
      expect status N STATUS      such as Charging
      expect transaction N WHAT   yes, no, or the central system's id
      expect power|energy|limit|charge N OP NUMBER    W, Wh, A, percent; OP is = != < <= > >=
      expect queue OP NUMBER      transaction messages that are owed
      expect config KEY VALUE     a configuration key
      expect firmware VERSION     the firmware that runs
      expect sent|received ACTION [OP NUMBER]         calls since the beginning (>= 1)
    """
  }

  init(_ words: inout Words) throws(SyntaxError) {
    let what = try words.word("what is expected")
    switch what {
    case "link":
      let state = try words.word("the state")
      guard StationState.Link(rawValue: state) != nil else {
        throw SyntaxError("\"\(state)\" is no state of the link")
      }
      self = .link(state)
    case "status":
      self = .status(connector: try words.connector(), try words.word("the status"))
    case "transaction":
      let number = try words.connector()
      self = .transaction(connector: number, try Expectation.transaction(&words))
    case "config":
      let key = try words.word("the key")
      self = .configuration(key: key, value: try words.word("the value"))
    case "firmware": self = .firmware(try words.word("the version"))
    case "sent", "received":
      let action = try words.word("the action")
      let (comparison, count) = try Expectation.count(&words)
      self = .frames(what == "sent" ? .sent : .received, action: action, comparison, count)
    default:
      guard let figure = Figure(rawValue: what) else {
        throw SyntaxError("nothing is known of \"\(what)\"")
      }
      let number = figure == .queue ? 0 : try words.connector()
      let comparison = try Expectation.comparison(&words)
      let word = try words.word("the number")
      guard let value = Double(word) else { throw SyntaxError("\"\(word)\" is no number") }
      self = .figure(figure, connector: number, comparison, value)
    }
  }

  private static func transaction(
    _ words: inout Words
  ) throws(SyntaxError) -> TransactionMatch {
    switch try words.word("yes, no or an id") {
    case "yes": return .some
    case "no": return .none
    case let word:
      guard let id = Int(word) else { throw SyntaxError("\"\(word)\" is not yes, no or an id") }
      return .id(id)
    }
  }

  private static func comparison(_ words: inout Words) throws(SyntaxError) -> Comparison {
    let word = try words.word("one of = != < <= > >=")
    guard let comparison = Comparison(rawValue: word) else {
      throw SyntaxError("\"\(word)\" is not one of = != < <= > >=")
    }
    return comparison
  }

  private static func count(_ words: inout Words) throws(SyntaxError) -> (Comparison, Int) {
    guard let next = words.next, next != "within" else { return (.atLeast, 1) }
    let comparison = try comparison(&words)
    return (comparison, Int(clamping: try words.integer("how many")))
  }
}

extension Expectation {
  /// Nil when it is so, else what is so instead.
  func fault(_ state: StationState, _ frames: FrameCounts) -> String? {
    switch self {
    case .link(let wanted):
      return state.link.rawValue == wanted ? nil : "it is \(state.link.rawValue)"
    case .configuration(let key, let wanted):
      let found = state.configuration.first { $0.key.lowercased() == key.lowercased() }?.value
      return found == wanted ? nil : found.map { "it is \"\($0)\"" } ?? "there is no such key"
    case .firmware(let wanted):
      return state.firmwareVersion == wanted ? nil : "it is \(state.firmwareVersion ?? "unknown")"
    case .frames(let direction, let action, let comparison, let count):
      let found = frames.count(direction, action)
      return comparison.holds(Double(found), Double(count)) ? nil : "there are \(found)"
    case .figure(.queue, _, let comparison, let value):
      let found = state.queueLength
      return comparison.holds(Double(found), value) ? nil : "it is \(found)"
    case .status(let number, _), .transaction(let number, _), .figure(_, let number, _, _):
      guard let connector = state.connectors.first(where: { $0.evse == number }) else {
        return "there is no connector \(number)"
      }
      return fault(connector)
    }
  }

  private func fault(_ connector: StationState.Connector) -> String? {
    switch self {
    case .status(_, let wanted):
      return connector.status == wanted ? nil : "it is \(connector.status)"
    case .transaction(_, let match):
      if Expectation.holds(match, connector.transaction) { return nil }
      guard let found = connector.transaction else { return "there is none" }
      return found.id.map { "it is \($0)" } ?? "it has no id yet"
    case .figure(let figure, _, let comparison, let value):
      let found: Double? =
        switch figure {
        case .power: Double(connector.powerW)
        case .energy: connector.transaction.map { Double($0.energyWh) }
        case .limit: connector.limit?.amperes
        case .charge: connector.stateOfCharge
        case .queue: nil
        }
      guard let found else { return "there is nothing to measure" }
      return comparison.holds(found, value) ? nil : "it is \(found)"
    case .link, .configuration, .firmware, .frames: return nil
    }
  }

  private static func holds(
    _ match: TransactionMatch, _ transaction: StationState.Transaction?
  ) -> Bool {
    switch match {
    case .some: transaction != nil
    case .none: transaction == nil
    case .id(let id): transaction?.id == id
    }
  }
}

/// How many calls of each action went either way.
struct FrameCounts: Equatable {
  private var sent: [String: Int] = [:]
  private var received: [String: Int] = [:]

  /// Counts a frame if it is a call.
  mutating func note(_ direction: FrameDirection, _ text: String) {
    let parts = text.split(separator: "\"", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].filter({ !$0.isWhitespace }) == "[2," else { return }
    switch direction {
    case .sent: sent[String(parts[3]), default: 0] += 1
    case .received: received[String(parts[3]), default: 0] += 1
    }
  }

  func count(_ direction: FrameDirection, _ action: String) -> Int {
    (direction == .sent ? sent : received)[action] ?? 0
  }
}
