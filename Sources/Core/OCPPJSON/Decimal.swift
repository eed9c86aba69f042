/// An exact decimal number: `mantissa × 10^exponent`. 16.1 stays 16.1.
///
/// Up to 18 significant digits are kept; what a peer writes beyond them is dropped, not rounded.
@frozen public struct Decimal: Sendable {
  public var mantissa: Int64
  /// The power of ten, −128…127.
  public var exponent: Int8

  @inlinable public init(mantissa: Int64, exponent: Int8) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  @inlinable public init(_ integer: Int) {
    mantissa = Int64(integer)
    exponent = 0
  }

  /// The value as an integer, or nil when it has a fraction or does not fit 64 bits.
  public var integer: Int64? { scaled(byPowerOfTen: 0) }

  /// `self × 10^power` as an integer, or nil when that has a fraction or does not fit 64 bits:
  /// `scaled(byPowerOfTen: 3)` of 7.25 is 7250.
  public func scaled(byPowerOfTen power: Int) -> Int64? {
    var value = mantissa
    var left = Int(exponent) + power
    while left < 0 {
      if value == 0 { return 0 }
      if value % 10 != 0 { return nil }
      value /= 10
      left += 1
    }
    while left > 0 {
      if value == 0 { return 0 }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
      left -= 1
    }
    return value
  }

  /// Whether the value has at most `digits` decimal places (`multipleOf` 0.1 is one digit).
  public func hasAtMost(fractionDigits digits: Int) -> Bool {
    var value = mantissa
    var place = Int(exponent)
    while place < -digits {
      if value == 0 { return true }
      if value % 10 != 0 { return false }
      value /= 10
      place += 1
    }
    return true
  }

  /// The integer part towards zero and the sign of what was cut off; nil beyond 64 bits.
  func truncated() -> (whole: Int64, rest: Int)? {
    var value = mantissa
    var rest = 0
    var place = Int(exponent)
    while place < 0 && value != 0 {
      if value % 10 != 0 { rest = value < 0 ? -1 : 1 }
      value /= 10
      place += 1
    }
    while place > 0 && value != 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
      place -= 1
    }
    return (value, rest)
  }

  /// Below, equal or above: negative, zero or positive.
  func compared(to integer: Int) -> Int {
    guard let (whole, rest) = truncated() else { return mantissa < 0 ? -1 : 1 }
    if whole != Int64(integer) { return whole < Int64(integer) ? -1 : 1 }
    return rest
  }

  public static func < (value: Decimal, integer: Int) -> Bool { value.compared(to: integer) < 0 }
  public static func > (value: Decimal, integer: Int) -> Bool { value.compared(to: integer) > 0 }
}

extension Decimal: Equatable {
  /// By value: 16.10 equals 16.1.
  public static func == (left: Decimal, right: Decimal) -> Bool {
    let x = left.normalized
    let y = right.normalized
    return x.mantissa == y.mantissa && x.exponent == y.exponent
  }

  /// Without trailing zeros in the mantissa; zero has exponent 0.
  public var normalized: Decimal {
    if mantissa == 0 { return Decimal(0) }
    var copy = self
    while copy.mantissa % 10 == 0 && copy.exponent < Int8.max {
      copy.mantissa /= 10
      copy.exponent += 1
    }
    return copy
  }
}

#if !hasFeature(Embedded)
  extension Decimal: Hashable {
    public func hash(into hasher: inout Hasher) {
      let value = normalized
      hasher.combine(value.mantissa)
      hasher.combine(value.exponent)
    }
  }

  extension Decimal: CustomStringConvertible {
    public var description: String {
      var writer = JSONWriter(capacity: 32)
      writer.decimal(self)
      return writer.withBytes { String(decoding: $0, as: UTF8.self) }
    }
  }
#endif
