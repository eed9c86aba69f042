import OCPPJSON

/// What is wrong with a tariff's definition.
public struct TariffFault: Error, Sendable, Equatable {
  /// Which of the prices it is in; nil when it is outside them.
  public var price: Int?
  /// The member; empty for the definition itself.
  public var member: StaticString
  /// A fragment: "must be …".
  public var reason: StaticString

  public init(price: Int? = nil, member: StaticString, reason: StaticString) {
    self.price = price
    self.member = member
    self.reason = reason
  }

  public static func == (left: TariffFault, right: TariffFault) -> Bool {
    left.price == right.price && Text(left.member) == Text(right.member)
      && Text(left.reason) == Text(right.reason)
  }
}

extension Tariff {
  /// Reads a definition: an object with `prices`, `idle_grace_minutes`, `minimum`, `maximum`,
  /// `tax_rate` and `prices_include_tax`, all of which may be left out (docs/tariffs.md).
  ///
  /// - Throws: what is wrong, and where; a member it does not have is wrong too.
  public init(
    currency: Currency, definition: UnsafeBufferPointer<UInt8>
  ) throws(TariffFault) {
    var reader = JSONReader(definition)
    var reading = DefinitionReading(currency)
    reading.definition(&reader)
    reader.finish()
    if let fault = reading.fault { throw fault }
    if reader.failed { throw TariffFault(price: reading.place, member: "", reason: "is malformed") }
    if let low = reading.tariff.minimum, let high = reading.tariff.maximum, low > high {
      throw TariffFault(price: nil, member: "maximum", reason: "must not be below the minimum")
    }
    self = reading.tariff
  }
}

/// A definition on its way to a tariff.
private struct DefinitionReading {
  var tariff: Tariff
  var fault: TariffFault?
  /// Which price is being read.
  var place: Int?
  /// The members seen, one bit each.
  private var seen = 0

  init(_ currency: Currency) { tariff = Tariff(currency: currency) }

  mutating func definition(_ reader: inout JSONReader) {
    var count = 0
    while let name = reader.memberName(&count) {
      switch name {
      case "prices": prices(&reader)
      case "idle_grace_minutes":
        once("idle_grace_minutes", 0)
        let minutes = number(&reader, "idle_grace_minutes", TariffLimits.graceMinutes, 3)
        tariff.idleGrace = minutes * 60
      case "minimum": tariff.minimum = amount(&reader, "minimum", 1)
      case "maximum": tariff.maximum = amount(&reader, "maximum", 2)
      case "tax_rate":
        once("tax_rate", 3)
        tariff.taxRate = number(&reader, "tax_rate", 1, TariffLimits.fractionDigits)
      case "prices_include_tax":
        once("prices_include_tax", 4)
        tariff.pricesIncludeTax = reader.bool()
      default: unknown(&reader)
      }
    }
  }

  private mutating func prices(_ reader: inout JSONReader) {
    once("prices", 5)
    var count = 0
    while reader.element(&count, 0, TariffLimits.prices) {
      place = tariff.prices.count
      let outside = seen
      seen = 0
      price(&reader)
      seen = outside
    }
    if reader.failed && reader.error.fault != .tooManyItems { return }
    place = nil
    if reader.failed { refuse("prices", "must be 32 at most") }
  }

  private mutating func price(_ reader: inout JSONReader) {
    var price = Price()
    var count = 0
    var hasHours = false
    while let name = reader.memberName(&count) {
      switch name {
      case "days": price.window.days = days(&reader)
      case "from":
        hasHours = true
        price.window.from = minute(&reader, "from", 1, 0...1439)
      case "until":
        hasHours = true
        price.window.until = minute(&reader, "until", 2, 0...1440)
      case "per_kwh": price.perKWh = rate(&reader, "per_kwh", 3)
      case "per_minute": price.perMinute = rate(&reader, "per_minute", 4)
      case "per_idle_minute": price.perIdleMinute = rate(&reader, "per_idle_minute", 5)
      case "per_start": price.perStart = rate(&reader, "per_start", 6)
      default: unknown(&reader)
      }
    }
    if hasHours && price.window.from == price.window.until {
      refuse("until", "must not be the same as from; a whole day is 00:00 to 24:00")
    }
    tariff.prices.append(price)
  }

  private mutating func days(_ reader: inout JSONReader) -> UInt8 {
    once("days", 0)
    var days: UInt8 = 0
    var count = 0
    while reader.element(&count, 1, 7) {
      let word = reader.text(16)
      if reader.failed { return 0 }
      guard let day = (0..<7).first(where: { Text(DayWindow.word(ofDay: $0)) == word }) else {
        refuse("days", "must be some of mon, tue, wed, thu, fri, sat, sun")
        return 0
      }
      if days & 1 << UInt8(day) != 0 { refuse("days", "must not name a day twice") }
      days |= 1 << UInt8(day)
    }
    return days
  }

  /// `HH:MM` as minutes since midnight.
  private mutating func minute(
    _ reader: inout JSONReader, _ name: StaticString, _ bit: Int, _ range: ClosedRange<Int>
  ) -> Int {
    once(name, bit)
    let found: Int? = reader.text(16).withUTF8 { text in
      guard text.count == 5, text[2] == 0x3A else { return nil }
      var value = 0
      for index in [0, 1, 3, 4] {
        let digit = text[index] &- 0x30
        if digit > 9 { return nil }
        value = value * 10 + Int(digit)
      }
      if value % 100 > 59 { return nil }
      return value / 100 * 60 + value % 100
    }
    if let found, range.contains(found) { return found }
    if range.upperBound == DayWindow.minutesOfDay {
      refuse(name, "must be a time of day like 20:00, 24:00 at most")
    } else {
      refuse(name, "must be a time of day like 08:00, 23:59 at most")
    }
    return 0
  }

  private mutating func rate(
    _ reader: inout JSONReader, _ name: StaticString, _ bit: Int
  ) -> Rate {
    once(name, bit)
    return Rate(
      millionths: number(&reader, name, TariffLimits.rate, TariffLimits.fractionDigits))
  }

  /// An amount in minor units.
  private mutating func amount(
    _ reader: inout JSONReader, _ name: StaticString, _ bit: Int
  ) -> Int64 {
    once(name, bit)
    return number(&reader, name, TariffLimits.amount, tariff.currency.exponent)
  }

  /// A number from 0 to a limit, times 10 to the power of the digits it may have after the point.
  private mutating func number(
    _ reader: inout JSONReader, _ name: StaticString, _ limit: Int, _ digits: Int
  ) -> Int64 {
    let value = reader.decimal()
    if reader.failed { return 0 }
    if value < 0 {
      refuse(name, "must not be negative")
    } else if value > limit {
      refuse(name, "is too great")
    } else if let scaled = value.scaled(byPowerOfTen: digits) {
      return scaled
    } else {
      refuse(name, "has more digits after the point than count")
    }
    return 0
  }

  private mutating func once(_ name: StaticString, _ bit: Int) {
    if seen & 1 << bit != 0 { refuse(name, "is given twice") }
    seen |= 1 << bit
  }

  private mutating func unknown(_ reader: inout JSONReader) {
    refuse("", "has a member that tariffs do not have")
    reader.skip()
  }

  private mutating func refuse(_ member: StaticString, _ reason: StaticString) {
    if fault == nil { fault = TariffFault(price: place, member: member, reason: reason) }
  }
}

#if !hasFeature(Embedded)
  extension TariffFault: CustomStringConvertible {
    /// "definition.prices[0].from must be …".
    public var description: String {
      let list = price.map { ".prices[\($0)]" } ?? ""
      let last = member.utf8CodeUnitCount == 0 ? "" : ".\(member)"
      return "definition\(list)\(last) \(reason)"
    }
  }
#endif
