import OCPPJSON

/// What a line of a cost is about.
public enum CostItem: Sendable, Equatable {
  /// Used, at a price of the tariff; nil for energy that no price names.
  case used(TariffDimension, price: Int?)
  /// What is missing to the minimum.
  case minimum
  /// What is beyond the maximum, as a negative amount.
  case maximum
  /// What the cost was when it was kept, beside what it would be today; of either sign.
  case kept

  public var word: StaticString {
    switch self {
    case .used(let dimension, _): dimension.word
    case .minimum: "minimum"
    case .maximum: "maximum"
    case .kept: "kept"
    }
  }
}

/// One line of a cost.
public struct CostLine: Sendable, Equatable {
  public var item: CostItem
  /// In Wh, in milliseconds, or how many times; 1 for minimum, maximum and kept.
  public var quantity: Int64
  /// Of a kWh, a minute, or a time; nil for minimum, maximum and kept.
  public var rate: Rate?
  /// In minor units.
  public var amount: Int64

  public init(item: CostItem, quantity: Int64, rate: Rate?, amount: Int64) {
    self.item = item
    self.quantity = quantity
    self.rate = rate
    self.amount = amount
  }
}

/// What a session costs, line by line. Each line is rounded to minor units, half up; their sum is
/// exact; tax is rounded once, half up (docs/decisions/0034-tariffs.md).
public struct SessionCost: Sendable, Equatable {
  public private(set) var lines: [CostLine] = []
  /// The sum of the lines, in the terms of the prices.
  public private(set) var subtotal: Int64 = 0
  /// In millionths.
  public private(set) var taxRate: Int64
  /// The tax in `total`.
  public private(set) var tax: Int64 = 0
  /// What is owed, tax included.
  public private(set) var total: Int64 = 0

  /// - Parameters:
  ///   - place: the site's local time over the whole session.
  ///   - siteTaxRate: for a tariff that says none, in millionths.
  public init(_ tariff: Tariff, _ usage: Usage, in place: LocalTime, siteTaxRate: Int64 = 0) {
    taxRate = tariff.taxRate ?? siteTaxRate
    var account = UsageAccount(tariff, place)
    account.add(usage)
    lines = account.lines
    for line in lines { subtotal += line.amount }
    keepBounds(tariff, hasEnergy: usage.energy > 0)
    subtotal = min(subtotal, TariffLimits.cost)
    let million: Int64 = 1_000_000
    if tariff.pricesIncludeTax {
      total = subtotal
      tax = Rounded.quotient(Int128(total) * Int128(taxRate), Int128(million + taxRate))
    } else {
      tax = Rounded.quotient(Int128(subtotal) * Int128(taxRate), Int128(million))
      total = min(subtotal + tax, TariffLimits.cost)
    }
  }

  private mutating func keepBounds(_ tariff: Tariff, hasEnergy: Bool) {
    var correction: (CostItem, Int64)?
    if let low = tariff.minimum, hasEnergy, subtotal < low {
      correction = (.minimum, low - subtotal)
    } else if let high = tariff.maximum, subtotal > high {
      correction = (.maximum, high - subtotal)
    }
    guard let (item, amount) = correction else { return }
    lines.append(CostLine(item: item, quantity: 1, rate: nil, amount: amount))
    subtotal += amount
  }

  /// Makes it the cost that was kept when the session ended, where that is another: a line says by how much, so
  /// that the lines still add up.
  /// - Parameters:
  ///   - cost: in minor units, tax included.
  ///   - tax: the tax in it; nil where nobody kept it.
  public mutating func stand(at cost: Int64, tax kept: Int64?, pricesIncludeTax: Bool) {
    let kept = kept ?? tax(in: cost)
    if cost == total && kept == tax { return }
    (total, tax) = (cost, kept)
    let difference = (pricesIncludeTax ? total : total - tax) - subtotal
    if difference == 0 { return }
    lines.append(CostLine(item: .kept, quantity: 1, rate: nil, amount: difference))
    subtotal += difference
  }

  /// What is to be paid after a discount; never below zero.
  public func payable(discount: Int64) -> Int64 { max(0, total - max(0, discount)) }

  /// The tax in an amount that includes it.
  public func tax(in amount: Int64) -> Int64 {
    Rounded.quotient(Int128(amount) * Int128(taxRate), Int128(1_000_000 + taxRate))
  }
}

/// Adds up what was used at which price.
private struct UsageAccount {
  private let tariff: Tariff
  private var walk: PriceWalk
  /// For each dimension one quantity for each price, and a last one for what no price names.
  private var quantities: [[Int64]]

  init(_ tariff: Tariff, _ place: LocalTime) {
    self.tariff = tariff
    walk = PriceWalk(tariff, place)
    let none = [Int64](repeating: 0, count: tariff.prices.count + 1)
    quantities = [none, none, none, none]
  }

  mutating func add(_ usage: Usage) {
    let energy = usage.energy
    if let moment = usage.undated {
      walk.seek(moment.milliseconds)
      count(.energy, energy)
      if energy > 0 { count(.start, 1) }
      return
    }
    if energy > 0 {
      walk.seek(usage.start.milliseconds)
      count(.start, 1)
    }
    for step in usage.steps {
      add(
        step.energy, from: usage.within(step.from).milliseconds,
        to: usage.within(step.to).milliseconds)
    }
    addTime(.time, from: usage.start.milliseconds, to: usage.end.milliseconds)
    guard let idle = usage.idle else { return }
    addTime(
      .idle, from: idle.lowerBound.milliseconds + tariff.idleGrace,
      to: idle.upperBound.milliseconds)
  }

  /// Spreads energy evenly; what has flowed at a boundary is rounded down, so that a watt-hour is at
  /// the price of the moment in which it was completed.
  private mutating func add(_ energy: Int64, from start: Int64, to end: Int64) {
    if energy == 0 { return }
    var time = start
    var done: Int64 = 0
    repeat {
      walk.seek(time)
      let next = min(walk.end, end)
      let flowed =
        next >= end ? energy : Int64(Int128(energy) * Int128(next - start) / Int128(end - start))
      count(.energy, flowed - done)
      done = flowed
      time = next
    } while time < end
  }

  private mutating func addTime(_ dimension: TariffDimension, from start: Int64, to end: Int64) {
    var time = start
    while time < end {
      walk.seek(time)
      let next = min(walk.end, end)
      count(dimension, next - time)
      time = next
    }
  }

  private mutating func count(_ dimension: TariffDimension, _ quantity: Int64) {
    quantities[dimension.rawValue][walk.price(dimension) ?? tariff.prices.count] += quantity
  }

  /// In the order of the dimensions, then of the prices; what no price names only for energy, so
  /// that the energy of the lines is the whole energy.
  var lines: [CostLine] {
    var lines: [CostLine] = []
    for dimension in TariffDimension.allCases {
      for (index, quantity) in quantities[dimension.rawValue].enumerated() where quantity > 0 {
        let rate = index < tariff.prices.count ? tariff.prices[index].rate(dimension) : nil
        if rate == nil && dimension != .energy { continue }
        let price = rate == nil ? nil : index
        lines.append(
          CostLine(
            item: .used(dimension, price: price), quantity: quantity,
            rate: rate ?? Rate(millionths: 0), amount: amount(dimension, quantity, rate)))
      }
    }
    return lines
  }

  private func amount(_ dimension: TariffDimension, _ quantity: Int64, _ rate: Rate?) -> Int64 {
    guard let rate else { return 0 }
    let units: Int128 =
      switch dimension {
      case .energy: 1_000
      case .time, .idle: 60_000
      case .start: 1
      }
    let most = Int64(1) << 50
    let product = Int128(min(quantity, most)) * Int128(rate.millionths)
    return Rounded.quotient(
      product * Int128(tariff.currency.scale), units * Int128(1_000_000))
  }
}

/// The one way in which amounts are rounded here.
enum Rounded {
  /// `dividend / divisor`, half up, at most `TariffLimits.cost`; neither is negative.
  static func quotient(_ dividend: Int128, _ divisor: Int128) -> Int64 {
    let quotient = (2 * dividend + divisor) / (2 * divisor)
    return Int64(min(quotient, Int128(TariffLimits.cost)))
  }
}
