import OCPPJSON
import Tariffs
import Testing

@Suite("Definitions of tariffs")
struct DefinitionTests {
  @Test("Everything a definition may say is read exactly")
  func everything() throws {
    let tariff = try Tariff.reading(
      """
      {"idle_grace_minutes": 7.5, "minimum": 0.5, "maximum": 40, "tax_rate": 0.19,
       "prices_include_tax": false, "prices": [
        {"days": ["sat", "sun"], "from": "22:30", "until": "06:00", "per_kwh": 0.123456},
        {"until": "24:00", "per_minute": 1e-2, "per_idle_minute": 0, "per_start": 1000000}]}
      """)
    #expect(tariff.idleGrace == 450_000)
    #expect(tariff.minimum == 50 && tariff.maximum == 4_000 && tariff.taxRate == 190_000)
    #expect(!tariff.pricesIncludeTax)
    #expect(tariff.prices[0].window == DayWindow(days: 0b110_0000, from: 1_350, until: 360))
    #expect(tariff.prices[0].perKWh == Rate(millionths: 123_456))
    #expect(tariff.prices[0].perMinute == nil)
    #expect(tariff.prices[1].window == .always)
    #expect(tariff.prices[1].perMinute == Rate(millionths: 10_000))
    #expect(tariff.prices[1].perIdleMinute == Rate(millionths: 0))
    #expect(tariff.prices[1].perStart?.decimal.canonicalText == "1000000")
    #expect(try Tariff.reading("{}") == Tariff(currency: Currency(code: "EUR")!))
  }

  static let faults: [(String, String)] = [
    ("[]", "definition is malformed"), ("{", "definition is malformed"),
    ("{} x", "definition is malformed"), (#"{"prices":1}"#, "definition is malformed"),
    (#"{"a":1}"#, "definition has a member that tariffs do not have"),
    (
      #"{"prices":[{},{"per_mile":1}]}"#,
      "definition.prices[1] has a member that tariffs do not have"
    ), (#"{"prices":[{"per_kwh":"1"}]}"#, "definition.prices[0] is malformed"),
    (#"{"prices":[{"per_kwh":-1}]}"#, "definition.prices[0].per_kwh must not be negative"),
    (#"{"prices":[{"per_kwh":1000001}]}"#, "definition.prices[0].per_kwh is too great"),
    (
      #"{"prices":[{"per_minute":0.0000001}]}"#,
      "definition.prices[0].per_minute has more digits after the point than count"
    ), (#"{"minimum":0.005}"#, "definition.minimum has more digits after the point than count"),
    (#"{"minimum":2,"maximum":1}"#, "definition.maximum must not be below the minimum"),
    (#"{"tax_rate":1.1}"#, "definition.tax_rate is too great"),
    (#"{"tax_rate":0.1,"tax_rate":0.1}"#, "definition.tax_rate is given twice"),
    (
      #"{"prices":[{"per_kwh":1,"per_kwh":1}]}"#,
      "definition.prices[0].per_kwh is given twice"
    ), (#"{"idle_grace_minutes":1441}"#, "definition.idle_grace_minutes is too great"),
    (
      #"{"prices":[{"days":["monday"]}]}"#,
      "definition.prices[0].days must be some of mon, tue, wed, thu, fri, sat, sun"
    ),
    (
      #"{"prices":[{"days":["mon","mon"]}]}"#,
      "definition.prices[0].days must not name a day twice"
    ), (#"{"prices":[{"days":[]}]}"#, "definition.prices[0] is malformed"),
    (
      #"{"prices":[{"from":"24:00"}]}"#,
      "definition.prices[0].from must be a time of day like 08:00, 23:59 at most"
    ),
    (
      #"{"prices":[{"until":"24:01"}]}"#,
      "definition.prices[0].until must be a time of day like 20:00, 24:00 at most"
    ),
    (
      #"{"prices":[{"until":"9:00"}]}"#,
      "definition.prices[0].until must be a time of day like 20:00, 24:00 at most"
    ),
    (
      #"{"prices":[{"from":"08:00","until":"08:00"}]}"#,
      "definition.prices[0].until must not be the same as from; a whole day is 00:00 to 24:00"
    ),
    (
      "{\"prices\":[\(Array(repeating: "{}", count: 33).joined(separator: ","))]}",
      "definition.prices must be 32 at most"
    ),
  ]

  @Test("What is wrong is said with its place", arguments: faults)
  func wrong(definition: String, said: String) {
    let fault = #expect(throws: TariffFault.self) { try Tariff.reading(definition) }
    #expect(fault.map { "\($0)" } == said)
  }

  @Test("The currencies of ISO 4217 have the digits it gives them, and nothing else is one")
  func currencies() {
    let digits: [(Text, Int)] = [
      ("EUR", 2), ("USD", 2), ("ZWG", 2), ("JPY", 0), ("XPF", 0), ("KWD", 3), ("TND", 3),
      ("OMR", 3),
    ]
    for (code, exponent) in digits { #expect(Currency(code: code)?.exponent == exponent) }
    for code: Text in ["eur", "EU", "EURO", "XXX", "", "UR ", "   "] {
      #expect(Currency(code: code) == nil)
    }
    let codes = Currency.codes.map(\.description)
    #expect(codes.count == Set(codes).count && codes.count > 150)
    #expect(codes.allSatisfy { $0.count == 3 && Currency(code: Text($0)) != nil })
    #expect(Currency(code: "EUR")?.decimal(-5) == "-0.05")
  }
}
