extension JSONReader {
  @usableFromInline @inline(never) mutating func intInAnyForm() -> Int {
    var byte = peek()
    let start = cursor
    var place = cursor
    var isNegative = false
    if byte == 0x2D {
      isNegative = true
      place += 1
      byte = place < end ? place.pointee : 0
    }
    var digit = byte &- 0x30
    if digit > 9 {
      if isNegative { fail(.formation, .badNumber, at: start) } else { wrongType() }
      return 0
    }
    // UInt64 holds any 19 digits; longer numbers are out of range anyway.
    var value = UInt64(digit)
    place += 1
    if digit == 0 {
      if place < end, place.pointee &- 0x30 <= 9 {
        fail(.formation, .badNumber, at: start)
        return 0
      }
    } else {
      while place < end {
        digit = place.pointee &- 0x30
        if digit > 9 { break }
        if value <= 0xFFFF_FFFF { value = value &* 10 &+ UInt64(digit) }
        place += 1
      }
    }
    if place < end, place.pointee == 0x2E || place.pointee | 0x20 == 0x65 {
      return wholeDecimal(start)
    }
    if value > (isNegative ? 0x8000_0000 : 0x7FFF_FFFF) {
      fail(.property, .integerRange, at: start)
      return 0
    }
    cursor = place
    let magnitude = Int64(truncatingIfNeeded: value)
    return Int(truncatingIfNeeded: isNegative ? 0 &- magnitude : magnitude)
  }

  mutating func wholeDecimal(_ start: UnsafePointer<UInt8>) -> Int {
    let value = decimal()
    if failed { return 0 }
    let (whole, rest) = value.truncated() ?? (Int64.max, 0)
    if rest != 0 {
      fail(.type, .notInteger, at: start)
      return 0
    }
    if whole < -0x8000_0000 || whole > 0x7FFF_FFFF {
      fail(.property, .integerRange, at: start)
      return 0
    }
    return Int(truncatingIfNeeded: whole)
  }

  /// An integer from `low` through `high`.
  @inline(never) public mutating func int(_ low: Int, _ high: Int) -> Int {
    _ = peek()
    let start = cursor
    let value = int()
    if failed { return 0 }
    if value < low { fail(.property, .belowMinimum, at: start) }
    if value > high { fail(.property, .aboveMaximum, at: start) }
    return value
  }

  @usableFromInline @inline(never) mutating func decimalInAnyForm() -> Decimal {
    let byte = peek()
    let start = cursor
    if byte != 0x2D && byte &- 0x30 > 9 {
      wrongType()
      return Decimal(0)
    }
    var scanner = DecimalScanner(cursor, end)
    switch scanner.scan() {
    case .value(let value):
      cursor = scanner.place
      return value
    case .malformed: fail(.formation, .badNumber, at: start)
    case .outOfRange: fail(.property, .integerRange, at: start)
    }
    return Decimal(0)
  }

  /// A number from `low` through `high`.
  @inline(never) public mutating func decimal(_ low: Int, _ high: Int) -> Decimal {
    _ = peek()
    let start = cursor
    let value = decimal()
    if failed { return value }
    if value < low { fail(.property, .belowMinimum, at: start) }
    if value > high { fail(.property, .aboveMaximum, at: start) }
    return value
  }

  /// A number with at most `fraction` decimal places (`multipleOf` 0.1 is one).
  @inline(never) public mutating func decimal(fraction digits: Int) -> Decimal {
    _ = peek()
    let start = cursor
    let value = decimal()
    if !failed, !value.hasAtMost(fractionDigits: digits) {
      fail(.property, .notMultiple, at: start)
    }
    return value
  }

  /// `true` or `false`.
  @inline(never) public mutating func bool() -> Bool {
    switch peek() {
    case 0x74 where matches("true"):
      cursor += 4
      return true
    case 0x66 where matches("false"):
      cursor += 5
      return false
    default:
      wrongType()
      return false
    }
  }

  func matches(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    if end - cursor < count { return false }
    #if arch(x86_64) || arch(arm64)
      if count >= 4 { return NameTable.same(cursor, literal.utf8Start, count) }
    #endif
    var index = 0
    while index < count {
      if cursor[index] != literal.utf8Start[index] { return false }
      index &+= 1
    }
    return true
  }
}

/// The grammar of a JSON number, digits collected as mantissa and exponent.
struct DecimalScanner {
  enum Outcome {
    case value(Decimal)
    case malformed
    case outOfRange
  }

  private(set) var place: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  private var mantissa: Int64 = 0
  private var exponent = 0

  /// One more digit fits a mantissa below this.
  private static var mantissaLimit: Int64 { 100_000_000_000_000_000 }

  init(_ place: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) {
    self.place = place
    self.end = end
  }

  private func isAt(_ byte: UInt8) -> Bool { place < end && place.pointee == byte }

  mutating func scan() -> Outcome {
    let isNegative = isAt(0x2D)
    if isNegative { place += 1 }
    let startsWithZero = isAt(0x30)
    let whole = digits(step: 0)
    if whole == 0 || startsWithZero && whole > 1 { return .malformed }
    if isAt(0x2E) {
      place += 1
      if digits(step: -1) == 0 { return .malformed }
    }
    if place < end, place.pointee | 0x20 == 0x65 {
      place += 1
      if !scanExponent() { return .malformed }
    }
    if mantissa == 0 { exponent = min(max(exponent, -128), 0) }
    if exponent > 127 || exponent < -128 { return .outOfRange }
    return .value(
      Decimal(
        mantissa: isNegative ? 0 &- mantissa : mantissa,
        exponent: Int8(truncatingIfNeeded: exponent)))
  }

  /// Digits before the point (`step` 0) or after it (−1); those past the mantissa's 18 only scale.
  private mutating func digits(step: Int) -> Int {
    let start = place
    while place < end {
      let digit = place.pointee &- 0x30
      if digit > 9 { break }
      if mantissa < DecimalScanner.mantissaLimit {
        mantissa = mantissa &* 10 &+ Int64(digit)
        exponent &+= step
      } else if step == 0 {
        exponent &+= 1
      }
      place += 1
    }
    return place - start
  }

  private mutating func scanExponent() -> Bool {
    let isNegative = isAt(0x2D)
    if isNegative || isAt(0x2B) { place += 1 }
    let start = place
    var value = 0
    while place < end {
      let digit = place.pointee &- 0x30
      if digit > 9 { break }
      if value < 10_000 { value = value &* 10 &+ Int(digit) }
      place += 1
    }
    exponent = isNegative ? exponent &- value : exponent &+ value
    return place != start
  }
}
