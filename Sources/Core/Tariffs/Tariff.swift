public import OCPPJSON

/// What is charged for in a tariff.
public enum TariffDimension: Int, Sendable, CaseIterable {
  /// Per kWh of billable energy.
  case energy
  /// Per minute from begin to end.
  case time
  /// Per minute after charging has ended and the grace is over.
  case idle
  /// Once, when energy was delivered.
  case start

  public var word: StaticString {
    switch self {
    case .energy: "energy"
    case .time: "time"
    case .idle: "idle"
    case .start: "start"
    }
  }
}

/// A price per kWh, per minute or per start, exact to a millionth of the currency's unit.
public struct Rate: Sendable, Equatable {
  /// In millionths of the currency's unit: 390,000 is 0.39 EUR.
  public var millionths: Int64

  public init(millionths: Int64) { self.millionths = millionths }

  /// "0.39".
  public var decimal: Decimal { Decimal(mantissa: millionths, exponent: -6).normalized }
}

/// Prices that hold in one part of the week.
public struct Price: Sendable, Equatable {
  public var window: DayWindow
  public var perKWh: Rate?
  public var perMinute: Rate?
  public var perIdleMinute: Rate?
  public var perStart: Rate?

  public init(window: DayWindow = .always) { self.window = window }

  public func rate(_ dimension: TariffDimension) -> Rate? {
    switch dimension {
    case .energy: perKWh
    case .time: perMinute
    case .idle: perIdleMinute
    case .start: perStart
    }
  }
}

/// What charging costs. For each thing that is charged for, the first price that holds at the moment
/// and names it counts; what no price names is free.
public struct Tariff: Sendable, Equatable {
  public var currency: Currency
  public var prices: [Price] = []
  /// How long a car may stay after charging has ended, in milliseconds.
  public var idleGrace: Int64 = 0
  /// In minor units, in the terms of the prices (with tax, or without); owed when energy was
  /// delivered.
  public var minimum: Int64?
  /// In minor units, in the terms of the prices.
  public var maximum: Int64?
  /// In millionths: 190,000 is 19 %. Nil leaves it to the site.
  public var taxRate: Int64?
  /// Whether the prices are what the driver pays; otherwise tax comes on top of their sum.
  public var pricesIncludeTax = true

  public init(currency: Currency) { self.currency = currency }
}

/// The bounds of tariffs.
public enum TariffLimits {
  public static var prices: Int { 32 }
  /// Of a price, in units of the currency.
  public static var rate: Int { 1_000_000 }
  /// Of minimum and maximum, in units of the currency.
  public static var amount: Int { 1_000_000_000 }
  /// Digits after the point of a price and of a tax rate.
  public static var fractionDigits: Int { 6 }
  public static var graceMinutes: Int { 1_440 }
  /// A session that would be longer has a wrong date; its time is not charged. In milliseconds.
  public static var sessionLength: Int64 { 400 * 86_400_000 }
  /// No cost is greater, in minor units: what JSON numbers hold exactly everywhere.
  public static var cost: Int64 { 9_007_199_254_740_991 }
}
