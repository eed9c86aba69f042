import OCPPJSON
import Tariffs
import Testing

/// A tariff and a session from a seed, near something that makes reckoning hard.
private struct Case {
  let tariff: Tariff
  let usage: Usage
  let place: LocalTime
  let oracle: Oracle
  let siteTaxRate: Int64

  /// Around these: both changes of the clocks, a leap day, a midnight, a new year.
  private static let moments: [DateTime] = [
    DateTime(at: "2026-03-29T01:00:00Z"), DateTime(at: "2026-10-25T01:00:00Z"),
    DateTime(at: "2028-02-29T00:00:00Z"), DateTime(at: "2026-06-10T22:00:00Z"),
    DateTime(at: "2026-12-31T23:00:00Z"),
  ]

  init(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let tariff = Case.tariff(&random)
    self.tariff = tariff
    let moment = Case.moments[random.below(Case.moments.count)].milliseconds / 60_000
    // Minutes, or odd seconds.
    let unit: Int64 = random.once(in: 2) ? 60 : 1
    let start = (moment + Int64(random.below(120)) - 90) * 60 + Int64(random.below(60)) % unit
    let most = unit == 1 ? 5_000 : random.once(in: 20) ? 1_500 : 90
    let length = random.once(in: 12) ? 0 : Int64(random.below(most))
    var usage = Case.usage(start, start + length * unit, &random)
    if random.once(in: 15) {
      usage.undated = DateTime(milliseconds: (start + Int64(random.below(90_000))) * 1000)
    }
    self.usage = usage
    (place, oracle) = Case.place(tariff, moment * 60, &random)
    siteTaxRate = Int64(random.below(300_000))
  }

  private static func tariff(_ random: inout SeededRandom) -> Tariff {
    let codes: [Text] = ["EUR", "JPY", "KWD"]
    var tariff = Tariff(currency: Currency(code: codes[random.below(3)])!)
    func rate(_ most: Int, _ random: inout SeededRandom) -> Rate? {
      random.once(in: 3)
        ? nil : Rate(millionths: random.once(in: 8) ? 0 : Int64(random.below(most)))
    }
    for _ in 0..<(1 + random.below(5)) {
      var price = Price()
      if !random.once(in: 4) { price.window.days = UInt8(1 + random.below(127)) }
      if !random.once(in: 3) {
        price.window.from = random.once(in: 2) ? random.below(24) * 60 : random.below(1440)
        price.window.until = random.once(in: 2) ? random.below(25) * 60 : random.below(1441)
        if price.window.from == price.window.until { price.window.until = 1440 }
      }
      price.perKWh = rate(2_000_000, &random)
      price.perMinute = rate(300_000, &random)
      price.perIdleMinute = rate(500_000, &random)
      price.perStart = rate(5_000_000, &random)
      tariff.prices.append(price)
    }
    tariff.idleGrace = random.once(in: 3) ? 0 : Int64(random.below(60)) * 60_000
    if random.once(in: 4) { tariff.minimum = Int64(random.below(1_000)) }
    if random.once(in: 4) { tariff.maximum = (tariff.minimum ?? 0) + Int64(random.below(1_000)) }
    if random.once(in: 2) { tariff.taxRate = Int64(random.below(1_000_001)) }
    tariff.pricesIncludeTax = random.once(in: 2)
    return tariff
  }

  /// Readings at whole seconds, some of them beyond both ends, some where nothing flowed.
  private static func usage(
    _ start: Int64, _ end: Int64, _ random: inout SeededRandom
  ) -> Usage {
    var steps: [EnergyStep] = []
    var time = start
    if random.once(in: 20) { time -= 100 }
    for _ in 0..<random.below(7) {
      let gap = random.once(in: 6) ? 0 : Int64(random.below(Int(max(end - start, 4)) / 2))
      let next = time + gap
      let energy = random.once(in: 3) ? 0 : Int64(random.below(900))
      steps.append(
        EnergyStep(
          from: DateTime(milliseconds: time * 1000), to: DateTime(milliseconds: next * 1000),
          energy: energy))
      // A gap in what is proven, now and then.
      time = random.once(in: 8) ? next + Int64(random.below(60)) : next
    }
    return Usage(
      start: DateTime(milliseconds: start * 1000), end: DateTime(milliseconds: end * 1000),
      steps: steps)
  }

  /// Berlin, or a place whose clocks jump by odd amounts near the moment, in both directions.
  private static func place(
    _ tariff: Tariff, _ moment: Int64, _ random: inout SeededRandom
  ) -> (LocalTime, Oracle) {
    var offsets: [(from: Int64, offset: Int64)] = [(.min, 3_600)]
    if random.once(in: 3) {
      offsets[0].offset = Int64(random.below(26 * 60) - 12 * 60) * 60
      for _ in 0..<random.below(3) {
        let from = (offsets.count == 1 ? moment - 7_200 : offsets.last!.from) + 60
        let change = Int64(random.below(48) - 24) * 1_800
        // Whole minutes, as real clocks have it.
        offsets.append(
          (from + Int64(random.below(150)) * 60, offsets.last!.offset + change))
      }
    } else {
      offsets += [
        (DateTime(at: "2026-03-29T01:00:00Z").seconds, 7_200),
        (DateTime(at: "2026-10-25T01:00:00Z").seconds, 3_600),
      ]
    }
    let changes = offsets.dropFirst().map {
      LocalTime.Change(at: DateTime(milliseconds: $0.from * 1000), offset: $0.offset * 1000)
    }
    return (
      LocalTime(first: offsets[0].offset * 1000, changes: changes),
      Oracle(tariff: tariff, offsets: offsets)
    )
  }
}

@Suite("Costs agree with a reckoning watt-hour by watt-hour and second by second")
struct OracleTests {
  /// More than this in every build would add nothing but time.
  private static let seeds: ClosedRange<UInt64> = 1...2_000

  @Test("in every quantity, amount, tax and total")
  func costs() {
    var lines = 0
    for seed in Self.seeds {
      let each = Case(seed: seed)
      let cost = SessionCost(
        each.tariff, each.usage, in: each.place, siteTaxRate: each.siteTaxRate)
      let expected = expected(each)
      let isSame =
        cost.lines == expected.lines && cost.tax == expected.tax && cost.total == expected.total
      #expect(isSame, "seed \(seed): \(cost.said), expected \(expected)")
      lines += cost.lines.count
      // What is shown adds up.
      #expect(cost.lines.reduce(0) { $0 + $1.amount } == cost.subtotal, "seed \(seed)")
      let energy = cost.lines.filter { if case .used(.energy, _) = $0.item { true } else { false } }
      #expect(energy.reduce(0) { $0 + $1.quantity } == each.usage.energy, "seed \(seed)")
      if !isSame { return }
    }
    #expect(lines > 3_500)
  }

  private struct Expected {
    var lines: [CostLine] = []
    var tax: Int64 = 0
    var total: Int64 = 0
  }

  private func expected(_ each: Case) -> Expected {
    var found = Expected()
    let quantities = each.oracle.quantities(each.usage)
    let tariff = each.tariff
    for dimension in TariffDimension.allCases {
      let isTime = dimension == .time || dimension == .idle
      for (index, price) in tariff.prices.enumerated() {
        guard let rate = price.rate(dimension), let quantity = quantities[dimension]?[index],
          quantity > 0
        else { continue }
        found.lines.append(
          CostLine(
            item: .used(dimension, price: index), quantity: isTime ? quantity * 1000 : quantity,
            rate: rate, amount: each.oracle.amount(dimension, quantity, rate)))
      }
      if dimension == .energy, let free = quantities[.energy]?[nil], free > 0 {
        found.lines.append(
          CostLine(
            item: .used(.energy, price: nil), quantity: free, rate: Rate(millionths: 0), amount: 0))
      }
    }
    var sum = found.lines.reduce(0) { $0 + $1.amount }
    if let low = tariff.minimum, each.usage.energy > 0, sum < low {
      found.lines.append(CostLine(item: .minimum, quantity: 1, rate: nil, amount: low - sum))
      sum = low
    } else if let high = tariff.maximum, sum > high {
      found.lines.append(CostLine(item: .maximum, quantity: 1, rate: nil, amount: high - sum))
      sum = high
    }
    let rate = tariff.taxRate ?? each.siteTaxRate
    let (dividend, divisor) =
      tariff.pricesIncludeTax ? (sum * rate, 1_000_000 + rate) : (sum * rate, 1_000_000)
    found.tax = dividend / divisor + (dividend % divisor * 2 >= divisor ? 1 : 0)
    found.total = tariff.pricesIncludeTax ? sum : sum + found.tax
    return found
  }
}
