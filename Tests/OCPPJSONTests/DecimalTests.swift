import OCPPJSON
import Testing

@Suite("Decimal")
struct DecimalTests {
  @Test(
    "A number is written as it was read, without exponent",
    arguments: [
      ("16.1", "16.1"), ("21.4", "21.4"), ("0.3", "0.3"), ("-0.05", "-0.05"), ("0", "0"),
      ("-0", "0"), ("-0.0", "0.0"), ("16.10", "16.10"), ("1e2", "100"), ("1E+2", "100"),
      ("1.5e3", "1500"), ("15e-1", "1.5"), ("1e-3", "0.001"), ("-12.5E-2", "-0.125"),
      ("123456789012345678", "123456789012345678"),
      ("0.000000000000000001", "0.000000000000000001"),
      ("999999999999999999", "999999999999999999"), ("0e999", "0"), ("0e-999999999", nil),
      ("1e20", "100000000000000000000"),
    ] as [(String, String?)])
  func writtenAsRead(text: String, expected: String?) {
    let decimal = value(of: text) { $0.decimal() }
    guard let expected else {
      #expect(decimal == Decimal(0))
      return
    }
    #expect(decimal.map { number in written { $0.decimal(number) } } == expected)
  }

  @Test("Digits after the 18th are dropped, the magnitude stays")
  func longMantissa() {
    #expect(
      value(of: "1234567890123456789012") { $0.decimal() }?.description
        == "1234567890123456780000")
    #expect(
      value(of: "0.1234567890123456789") { $0.decimal() }
        == Decimal(mantissa: 123_456_789_012_345_678, exponent: -18))
    let threes = String(repeating: "3", count: 100)
    #expect(
      value(of: "0." + threes) { $0.decimal() }
        == Decimal(mantissa: 333_333_333_333_333_333, exponent: -18))
  }

  @Test(
    "A number beyond ±10^127 or with more than 128 places is out of range",
    arguments: ["1e128", "1e400", "-1e99999999999", "1e-129", "1e-99999999999999999999"])
  func overflow(text: String) {
    let expected = Finding(violation: .property, fault: .integerRange, offset: 0, path: "$")
    #expect(finding(in: text) { _ = $0.decimal() } == expected)
  }

  @Test(
    "What JSON does not call a number is refused",
    arguments: [
      "-", "+1", ".5", "1.", "01", "-01", "1e", "1e+", "1.e2", "0x1", "1_0", "NaN", "Infinity",
      "--1",
    ])
  func malformed(text: String) {
    #expect(finding(in: text) { _ = $0.decimal() } != nil)
    #expect(finding(in: text) { _ = $0.int() } != nil)
    #expect(finding(in: text) { $0.skip() } != nil)
  }

  @Test(
    "multipleOf 0.1 is decided exactly",
    arguments: [
      ("16.1", true), ("21.4", true), ("0.3", true), ("16.10", true), ("16", true), ("-7.9", true),
      ("1e5", true), ("161e-1", true), ("1610e-2", true), ("0.00", true), ("16.11", false),
      ("0.05", false), ("1e-2", false), ("123456789012345.67", false),
    ])
  func multipleOf(text: String, isMultiple: Bool) {
    let found = finding(in: text) { _ = $0.decimal(fraction: 1) }
    #expect((found == nil) == isMultiple)
    if let found { #expect(found.fault == .notMultiple && found.violation == .property) }
  }

  @Test("Equality is by value, and equal values have equal hashes")
  func equality() {
    let spellings = [
      Decimal(mantissa: 161, exponent: -1), Decimal(mantissa: 16_100, exponent: -3),
    ]
    #expect(spellings[0] == spellings[1])
    #expect(spellings[0].hashValue == spellings[1].hashValue)
    #expect(Decimal(mantissa: 0, exponent: 5) == Decimal(0))
    #expect(Decimal(mantissa: 1, exponent: 0) != Decimal(mantissa: 1, exponent: 1))
    #expect(Decimal(mantissa: -1, exponent: 0) != Decimal(1))
  }

  @Test(
    "Scaling gives an integer exactly or nothing",
    arguments: [
      (Decimal(mantissa: 725, exponent: -2), 3, 7250),
      (Decimal(mantissa: 725, exponent: -2), 2, 725),
      (Decimal(mantissa: 725, exponent: -2), 1, nil),
      (Decimal(mantissa: 1, exponent: 18), 0, 1_000_000_000_000_000_000),
      (Decimal(mantissa: 1, exponent: 19), 0, nil), (Decimal(mantissa: 0, exponent: 127), 127, 0),
      (Decimal(mantissa: .min, exponent: 0), 0, Int64.min),
      (Decimal(mantissa: 5, exponent: -128), 3, nil),
    ] as [(Decimal, Int, Int64?)])
  func scaling(value: Decimal, power: Int, expected: Int64?) {
    #expect(value.scaled(byPowerOfTen: power) == expected)
  }

  @Test(
    "Comparing with an integer sees the smallest fraction",
    arguments: [
      ("5", 0), ("5.000000000000000001", 0), ("5.00000000000000001", 1),
      ("4.99999999999999999", -1),
      ("1e100", 1), ("-1e100", -1), ("50e-1", 0),
    ])
  func comparing(text: String, sign: Int) throws {
    let number = try #require(value(of: text) { $0.decimal() })
    #expect((number > 5) == (sign > 0))
    #expect((number < 5) == (sign < 0))
  }

  @Test("A bound of a number is part of its range")
  func range() {
    for (text, fault) in [
      ("-1", nil), ("100", nil), ("100.0", nil), ("100.1", .aboveMaximum), ("-1.01", .belowMinimum),
    ] as [(String, Fault?)] {
      #expect(finding(in: text) { _ = $0.decimal(-1, 100) }?.fault == fault, "\(text)")
    }
  }
}
