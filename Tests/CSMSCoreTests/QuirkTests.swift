import CSMSCore
import OCPP16
import OCPPJSON
import OCPPRPC
import Testing

@Suite("Quirks")
struct QuirkTests {
  /// Before, what the strict session makes of the mended text, and the rules it took.
  struct Mended: Sendable, CustomTestStringConvertible {
    var faulty: String
    var meant: String
    var rules: [QuirkRule]

    init(_ faulty: String, _ meant: String, _ rules: QuirkRule...) {
      self.faulty = faulty
      self.meant = meant
      self.rules = rules
    }

    var testDescription: String { faulty }
  }

  static let mended: [Mended] = [
    Mended(
      #"[2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available","rssi":{"a":[1]}}]"#,
      #"[2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available"}]"#,
      .unknownMember),
    Mended(
      #"[2,"1","StatusNotification",{"x":1,"connectorId":"1","errorCode":"noerror","status":"available","info":null}]"#,
      #"[2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available"}]"#,
      .unknownMember, .numberAsText, .wordCase, .nullForAbsent),
    Mended(
      #"[2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Unavailible","timestamp":""}]"#,
      #"[2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Unavailable"}]"#,
      .wordSpelling, .emptyText),
    Mended(
      #"[2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Charging","timestamp":"2026-01-02T03:04:05"}]"#,
      #"[2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Charging","timestamp":"2026-01-02T03:04:05Z"}]"#,
      .timeWithoutZone),
    Mended(
      #"[2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Charging","timestamp":"2026-01-02 03:04:05.5+0100"}]"#,
      #"[2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Charging","timestamp":"2026-01-02T03:04:05.5+01:00"}]"#,
      .timeSpelling),
    Mended(
      #"[2,"1","StopTransaction",{"transactionId":7,"meterStop":5,"timestamp":"2026-01-02T03:04:05Z","transactionData":null,"reason":"evdisconnected"}]"#,
      #"[2,"1","StopTransaction",{"transactionId":7,"meterStop":5,"timestamp":"2026-01-02T03:04:05Z","reason":"EVDisconnected"}]"#,
      .nullForAbsent, .wordCase),
    Mended(
      #"[2,"1","MeterValues",{"connectorId":1,"TransactionId":7,"meterValue":[{"timestamp":"2026-01-02T03:04:05Z","sampledValue":[{"value":21.5,"unit":"farenheit","measurand":"temperature"}]}]}]"#,
      #"[2,"1","MeterValues",{"connectorId":1,"transactionId":7,"meterValue":[{"timestamp":"2026-01-02T03:04:05Z","sampledValue":[{"value":"21.5","unit":"Fahrenheit","measurand":"Temperature"}]}]}]"#,
      .memberCase, .textAsNumber, .wordCase, .wordSpelling),
    Mended(
      #"[2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"A model with a very long name","chargePointSerialNumber":null}]"#,
      #"[2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"A model with a very "}]"#,
      .textTooLong, .nullForAbsent),
  ]

  private func outcome(_ frame: String, _ rules: QuirkRules) -> (String, QuirkRules) {
    var bench = SessionBench()
    bench.session.tolerance = rules
    let (_, reaction, written) = bench.receive(frame)
    return ("\(reaction) \(written)", bench.session.tolerated)
  }

  @Test(
    "A faulty call is understood as what it means, and says which rules that took",
    arguments: mended)
  func understood(_ example: Mended) {
    let (meant, nothing) = outcome(example.meant, [])
    let (mended, rules) = outcome(example.faulty, .all)

    #expect(mended == meant)
    #expect(nothing == [])
    #expect(rules == example.rules.reduce(into: []) { $0.insert($1.bit) })
  }

  @Test(
    "Without any one of its rules it is refused with the error it always had", arguments: mended)
  func switchedOff(_ example: Mended) {
    let strict = outcome(example.faulty, [])
    #expect(strict.0.hasPrefix("refuse"))

    for rule in example.rules {
      let (refused, rules) = outcome(example.faulty, QuirkRules.all.subtracting(rule.bit))
      #expect(refused == strict.0, "\(rule)")
      #expect(rules == [])
    }
  }

  static let unsafe: [String] = [
    // Digits may be missing before a tag that became a number.
    #"[2,"1","Authorize",{"idTag":12345}]"#,
    #"[2,"1","StartTransaction",{"connectorId":1,"idTag":77,"meterStart":0,"timestamp":"2026-01-02T03:04:05Z"}]"#,
    // Which one is meant?
    #"[2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Occupied"}]"#,
    #"[2,"1","StatusNotification",{"connectorId":1,"connectorId":2,"errorCode":"NoError","status":"Available"}]"#,
    // What is billed is not guessed.
    #"[2,"1","StopTransaction",{"transactionId":7,"meterStop":null,"timestamp":"2026-01-02T03:04:05Z"}]"#,
    #"[2,"1","StopTransaction",{"transactionId":7,"meterStop":"5 Wh","timestamp":"2026-01-02T03:04:05Z"}]"#,
    #"[2,"1","StopTransaction",{"transactionId":7,"meterStop":5.5,"timestamp":"2026-01-02T03:04:05Z"}]"#,
    #"[2,"1","StopTransaction",{"transactionId":7,"meterStop":"","timestamp":"2026-01-02T03:04:05Z"}]"#,
    #"[2,"1","StopTransaction",{"transactionId":7,"meterStop":5,"timestamp":"02.01.2026 03:04"}]"#,
    #"[2,"1","StopTransaction",{"transactionId":7,"meterStop":5,"timestamp":1767323045}]"#,
    #"[2,"1","StopTransaction",{"transactionId":7,"meterStop":5,"timestamp":""}]"#,
    #"[2,"1","MeterValues",{"connectorId":1,"meterValue":[]}]"#,
    // A serial number that is cut is another's.
    #"[2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"M","chargePointSerialNumber":"12345678901234567890123456"}]"#,
    #"[2,"1","Authorize",{"idTag":"123456789012345678901"}]"#,
    // Not JSON.
    #"[2,"1","StatusNotification",{"connectorId":01,"errorCode":"NoError","status":"Available"}]"#,
    #"[2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available",}]"#,
  ]

  @Test(
    "What cannot be understood safely stays refused, whatever is switched on", arguments: unsafe)
  func refused(frame: String) {
    let strict = outcome(frame, [])
    let tolerant = outcome(frame, .all)

    #expect(strict.0.hasPrefix("refuse"))
    #expect(tolerant.0 == strict.0)
    #expect(tolerant.1 == [])
  }

  @Test("A valid call is not touched and needs no rule")
  func strictWay() {
    let (tolerant, rules) = outcome(#"[2,"1","Heartbeat",{}]"#, .all)

    #expect(tolerant == outcome(#"[2,"1","Heartbeat",{}]"#, []).0)
    #expect(rules == [])
  }

  @Test("Too many faults in one call are refused")
  func tooMany() {
    let members = (1...33).map { ",\"x\($0)\":1" }.joined()
    let frame = "[2,\"1\",\"Heartbeat\",{\(members.dropFirst())}]"

    #expect(outcome(frame, .all).0.hasPrefix("refuse"))
    let fewer = (1...32).map { ",\"x\($0)\":1" }.joined()
    #expect(outcome("[2,\"1\",\"Heartbeat\",{\(fewer.dropFirst())}]", .all).0.hasPrefix("answer"))
  }

  @Test("An answer to a call of ours is mended as well")
  func answers() throws {
    var bench = SessionBench()
    bench.session.tolerance = .all
    let (id, _) = bench.call(.changeAvailability, ticket: 9)

    guard
      case .finish(9, let outcome) = bench.receive(
        "[3,\"\(id)\",{\"status\":\"accepted\",\"x\":1}]"
      ).reaction
    else {
      Issue.record("The answer was not taken.")
      return
    }
    #expect(outcome == .result(Array(#"{"status":"Accepted"}"#.utf8)))
    #expect(bench.session.tolerated == [QuirkRule.wordCase.bit, QuirkRule.unknownMember.bit])
  }

  @Test("No text makes the second pass fail, loop or accept what the first one would not")
  func random() {
    var random = SystemRandomNumberGenerator()
    let seeds = Self.mended.map { Array($0.faulty.utf8) } + Self.unsafe.map { Array($0.utf8) }
    for _ in 0..<20_000 {
      var bytes = seeds.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
        case 1: bytes.remove(at: place)
        default:
          bytes.insert(
            contentsOf: Array(#"",:{}[]0n"#.utf8).randomElement(using: &random).map { [$0] } ?? [],
            at: place)
        }
        if bytes.isEmpty { bytes = [0x5B] }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let (tolerant, rules) = outcome(text, .all)
      if tolerant.hasPrefix("refuse") || tolerant.hasPrefix("ignore") { #expect(rules == []) }
    }
  }
}
