public import StationCore

/// A scenario: lines that say what happens to a virtual station, when, and what is to come of it.
public struct Script {
  /// How long an expectation has when it does not say, in milliseconds.
  static let usualPatience: Int64 = 10_000
  /// In lines.
  static let limit = 10_000

  enum Statement {
    case act(Act)
    /// Wait so many milliseconds.
    case after(Int64)
    /// Wait until so many milliseconds after the beginning.
    case at(Int64)
    case expect(Expectation, within: Int64)
    case say(String)
  }

  struct Line {
    var number: Int
    var text: String
    var statement: Statement
  }

  let lines: [Line]
  /// Whether it says nothing at all: running it would show nothing.
  public var isEmpty: Bool { lines.isEmpty }

  /// The language, for people who ask.
  public static var grammar: String {
    """
    A scenario has one statement a line; # begins a comment. Times are 500ms, 2s, 5m or 1h;
    a number alone is seconds.
      after TIME [COMMAND]        wait, and then do it
      at TIME [COMMAND]           the same, counted from the beginning
      say WORDS                   print them
      COMMAND                     one of these:
    \(Act.grammar)
      EXPECTATION [within TIME]   one of these, to be so in time (10s):
    \(Expectation.grammar)
    """
  }

  /// Reads a whole text.
  ///
  /// - Parameter vehicle: what `plug` plugs in when it says nothing else.
  /// - Throws: everything that is wrong, each with its line's number.
  public init(_ text: String, vehicle: ElectricVehicle = ElectricVehicle()) throws(SyntaxError) {
    var found: [Line] = []
    var faults: [String] = []
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
    if all.count > Script.limit { throw SyntaxError("more than \(Script.limit) lines") }
    for (index, line) in all.enumerated() {
      do throws(SyntaxError) {
        var words = try Words(String(line))
        if words.isEmpty { continue }
        for statement in try Script.statements(&words, vehicle) {
          let text = line.drop { $0.isWhitespace }
          found.append(Line(number: index + 1, text: String(text), statement: statement))
        }
      } catch {
        faults.append("\(index + 1): \(error.description)")
      }
    }
    if !faults.isEmpty { throw SyntaxError(faults.joined(separator: "\n")) }
    lines = found
  }

  private static func statements(
    _ words: inout Words, _ vehicle: ElectricVehicle
  ) throws(SyntaxError) -> [Statement] {
    var found: [Statement] = []
    if words.next == "after" || words.next == "at" {
      let isAfter = words.optional() == "after"
      let time = try words.duration()
      found.append(isAfter ? .after(time) : .at(time))
      if words.isEmpty { return found }
    }
    switch words.next {
    case "say":
      _ = words.optional()
      var said: [String] = []
      while let word = words.optional() { said.append(word) }
      found.append(.say(said.joined(separator: " ")))
    case "expect":
      _ = words.optional()
      let expectation = try Expectation(&words)
      var patience = usualPatience
      if words.next == "within" {
        _ = words.optional()
        patience = try words.duration()
      }
      found.append(.expect(expectation, within: patience))
    default: found.append(.act(try Act(&words, vehicle)))
    }
    try words.end()
    return found
  }
}
