import OCPPJSON
import Tariffs

/// The same cost, reckoned watt-hour by watt-hour and second by second, with a calendar that is looked
/// up day by day; times are whole seconds. Slow, and with nothing of the engine's in it.
struct Oracle {
  let tariff: Tariff
  /// From an instant on, the offset; in seconds.
  let offsets: [(from: Int64, offset: Int64)]

  /// Quantities by dimension and price: Wh, seconds, times.
  typealias Quantities = [TariffDimension: [Int?: Int64]]

  func quantities(_ usage: Usage) -> Quantities {
    let energy = usage.steps.reduce(0) { $0 + $1.energy }
    if let moment = usage.undated {
      var tally = Tally(self, from: moment.seconds, through: moment.seconds)
      tally.count(.energy, at: moment.seconds, energy)
      if energy > 0 { tally.count(.start, at: moment.seconds) }
      return tally.found
    }
    let (start, end) = (usage.start.seconds, usage.end.seconds)
    var tally = Tally(self, from: start, through: end)
    if energy > 0 { tally.count(.start, at: start) }
    for step in usage.steps {
      let from = min(max(step.from.seconds, start), end) * 1000
      let to = min(max(step.to.seconds, start), end) * 1000
      var number: Int64 = 0
      while number < step.energy {
        number += 1
        // A watt-hour is complete at the first millisecond at which that much has flowed.
        let complete = from + (number * (to - from) + step.energy - 1) / step.energy
        tally.count(.energy, at: (to > from ? complete - 1 : from) / 1000)
      }
    }
    var second = start
    let standing = Oracle.standing(usage)
    while second < end {
      tally.count(.time, at: second)
      if second >= standing.from + tariff.idleGrace / 1000 && second < standing.to {
        tally.count(.idle, at: second)
      }
      second += 1
    }
    return tally.found
  }

  /// The seconds at the end in which nothing flowed: steps are taken away from the front until all
  /// that are left are at zero and follow each other.
  private static func standing(_ usage: Usage) -> (from: Int64, to: Int64) {
    var left = usage.steps[...]
    while !left.isEmpty {
      let isAtRest = left.allSatisfy { $0.energy == 0 }
      let isWhole = zip(left, left.dropFirst()).allSatisfy { $0.to == $1.from }
      if isAtRest && isWhole { break }
      left = left.dropFirst()
    }
    guard let first = left.first, let last = left.last else { return (.max / 2, .min) }
    return (
      min(max(first.from.seconds, usage.start.seconds), usage.end.seconds), last.to.seconds
    )
  }

  /// Counts by dimension and price; prices are looked up once for every minute.
  private struct Tally {
    private let first: Int64
    private let prices: [Int]
    private var counts: [Int64]
    private let width: Int

    init(_ oracle: Oracle, from start: Int64, through end: Int64) {
      first = start / 60
      width = oracle.tariff.prices.count + 1
      var prices: [Int] = []
      for minute in first...(end / 60) {
        for dimension in TariffDimension.allCases {
          prices.append(oracle.price(dimension, minute * 60) ?? oracle.tariff.prices.count)
        }
      }
      self.prices = prices
      counts = [Int64](repeating: 0, count: width * 4)
    }

    mutating func count(_ dimension: TariffDimension, at second: Int64, _ amount: Int64 = 1) {
      let price = prices[Int(second / 60 - first) * 4 + dimension.rawValue]
      counts[dimension.rawValue * width + price] += amount
    }

    var found: Quantities {
      var found: Quantities = [:]
      for dimension in TariffDimension.allCases {
        for price in 0..<width {
          found[dimension, default: [:]][price == width - 1 ? nil : price] =
            counts[dimension.rawValue * width + price]
        }
      }
      return found
    }
  }

  /// The price that counts: the first that names the dimension and holds at this second.
  private func price(_ dimension: TariffDimension, _ second: Int64) -> Int? {
    let offset = offsets.last { $0.from <= second }?.offset ?? offsets[0].offset
    let (weekday, minute) = Oracle.calendar(second + offset)
    for (index, price) in tariff.prices.enumerated() where price.rate(dimension) != nil {
      let window = price.window
      func isOn(_ day: Int) -> Bool { (Int(window.days) >> day) & 1 == 1 }
      let isInside: Bool
      if window.until > window.from {
        isInside = isOn(weekday) && minute >= window.from && minute < window.until
      } else {
        let yesterday = weekday == 0 ? 6 : weekday - 1
        isInside =
          isOn(weekday) && minute >= window.from || isOn(yesterday) && minute < window.until
      }
      if isInside { return index }
    }
    return nil
  }

  /// The weekday (Monday is 0) and the minute of the day of a local second, counted from Monday,
  /// 2024-01-01, a day at a time.
  private static func calendar(_ local: Int64) -> (weekday: Int, minute: Int) {
    var day: Int64 = 1_704_067_200
    var weekday = 0
    // Weeks first, so that it ends this year.
    while local < day { day -= 604_800 }
    while local >= day + 604_800 { day += 604_800 }
    while local >= day + 86_400 {
      day += 86_400
      weekday += 1
    }
    return (weekday, Int((local - day) / 60))
  }

  /// Amounts in minor units, by long division digit by digit.
  func amount(_ dimension: TariffDimension, _ quantity: Int64, _ rate: Rate) -> Int64 {
    let units: Int64 = dimension == .energy ? 1_000 : dimension == .start ? 1 : 60
    var scale: Int64 = 1
    for _ in 0..<tariff.currency.exponent { scale *= 10 }
    // Small numbers in the tests: all of it fits.
    let whole = quantity * rate.millionths * scale
    let divisor = units * 1_000_000
    return whole / divisor + (whole % divisor * 2 >= divisor ? 1 : 0)
  }
}

extension DateTime {
  var seconds: Int64 { milliseconds / 1000 }
}
