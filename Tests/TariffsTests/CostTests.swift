import OCPPJSON
import Tariffs
import Testing

@Suite("What a session costs")
struct CostTests {
  private let noon = DateTime(at: "2026-06-10T10:00:00Z")

  private func cost(
    _ definition: String, _ usage: Usage, in place: LocalTime = berlin, currency: Text = "EUR",
    site: Int64 = 0
  ) throws -> SessionCost {
    SessionCost(
      try Tariff.reading(definition, currency), usage, in: place, siteTaxRate: site)
  }

  @Test("Energy, time, a start: each line is rounded half up, and the lines add up")
  func lines() throws {
    let usage = Usage.even(noon, minutes: 61, energy: 12_345)

    let found = try cost(
      #"{"prices":[{"per_kwh":0.39,"per_minute":0.025,"per_start":0.995}]}"#, usage)

    // 4.81455, 1.525 and 0.995
    #expect(found.said == ["energy 12345 481", "time 3660000 153", "start 1 100"])
    #expect(found.subtotal == 734 && found.total == 734 && found.tax == 0)
  }

  @Test(
    "Half a cent is rounded up, less than that down", arguments: [(12, 0), (13, 1), (12_500, 500)])
  func halves(energy: Int64, cents: Int64) throws {
    let usage = Usage.even(noon, minutes: 1, energy: energy)

    #expect(try cost(#"{"prices":[{"per_kwh":0.40}]}"#, usage).total == cents)
  }

  @Test("Prices by the hour: what flowed before the boundary at the one, the rest at the other")
  func windows() throws {
    // 19:30 to 20:30 in Berlin.
    let usage = Usage.even(DateTime(at: "2026-06-10T17:30:00Z"), minutes: 60, energy: 10_001)
    let day = #"{"from":"08:00","until":"20:00","per_kwh":0.50}"#

    let found = try cost(#"{"prices":[\#(day),{"per_kwh":0.30}]}"#, usage)

    // The odd watt-hour is complete after the boundary.
    #expect(found.said == ["energy 5000 250", "energy 5001 150"])
  }

  @Test("A window over midnight belongs to the day on which it begins")
  func nights() throws {
    let friday = #"{"prices":[{"days":["fri"],"from":"22:00","until":"06:00","per_kwh":1}]}"#
    func total(_ start: StaticString) throws -> Int64 {
      try cost(friday, .even(DateTime(at: start), minutes: 1, energy: 1_000), in: .utc).total
    }
    #expect(try total("2026-06-12T21:59:00Z") == 0)
    #expect(try total("2026-06-12T22:00:00Z") == 100)
    #expect(try total("2026-06-13T05:59:00Z") == 100)
    #expect(try total("2026-06-13T06:00:00Z") == 0)
    #expect(try total("2026-06-12T03:00:00Z") == 0)
  }

  @Test("The clock on the wall counts: an hour is left out in spring, and comes twice in autumn")
  func clocks() throws {
    let night = #"{"prices":[{"from":"02:00","until":"03:00","per_minute":0.01}]}"#
    let spring = Usage.even(DateTime(at: "2026-03-28T23:00:00Z"), minutes: 300, energy: 0)
    let autumn = Usage.even(DateTime(at: "2026-10-24T22:00:00Z"), minutes: 300, energy: 0)
    let plain = Usage.even(DateTime(at: "2026-06-09T22:00:00Z"), minutes: 300, energy: 0)
    #expect(try cost(night, spring).said == [])
    #expect(try cost(night, autumn).said == ["time 7200000 120"])
    #expect(try cost(night, plain).said == ["time 3600000 60"])
  }

  @Test("A leap day has its own weekday")
  func leapDay() throws {
    let tuesday = #"{"prices":[{"days":["tue"],"per_kwh":1}]}"#
    let usage = Usage.even(DateTime(at: "2028-02-28T23:00:00Z"), minutes: 120, energy: 2_000)
    #expect(try cost(tuesday, usage, in: .utc).said == ["energy 1000 100", "energy 1000 0"])
  }

  @Test("Who stays after charging has ended pays for it after the grace, by what is measured")
  func idle() throws {
    let definition = #"{"prices":[{"per_idle_minute":0.10}],"idle_grace_minutes":15}"#
    var usage = Usage(
      start: noon, end: noon.plus(120),
      steps: [
        EnergyStep(from: noon, to: noon.plus(60), energy: 5_000),
        EnergyStep(from: noon.plus(60), to: noon.plus(120), energy: 0),
      ])
    #expect(try cost(definition, usage).said == ["energy 5000 0", "idle 2700000 450"])
    // A pause in between is not the driver's.
    usage.steps.swapAt(0, 1)
    usage.steps[0] = EnergyStep(from: noon, to: noon.plus(60), energy: 0)
    usage.steps[1] = EnergyStep(from: noon.plus(60), to: noon.plus(120), energy: 5_000)
    #expect(try cost(definition, usage).said == ["energy 5000 0"])
    // Only as far as somebody read the meter, and not across what is not proven.
    usage.steps = [
      EnergyStep(from: noon, to: noon.plus(10), energy: 5_000),
      EnergyStep(from: noon.plus(10), to: noon.plus(40), energy: 0),
      EnergyStep(from: noon.plus(50), to: noon.plus(80), energy: 0),
    ]
    #expect(try cost(definition, usage).said == ["energy 5000 0", "idle 900000 150"])
    usage.steps = [EnergyStep(from: noon, to: noon.plus(60), energy: 5_000)]
    #expect(try cost(definition, usage).said == ["energy 5000 0"])
  }

  @Test("The minimum is owed when energy was delivered, the maximum is never passed")
  func bounds() throws {
    let definition = #"{"prices":[{"per_kwh":0.50,"per_minute":1}],"minimum":2.00,"maximum":9.99}"#
    func said(_ minutes: Int64, _ energy: Int64) throws -> [String] {
      try cost(definition, .even(noon, minutes: minutes, energy: energy)).said
    }
    #expect(try said(0, 1_000) == ["energy 1000 50", "minimum 1 150"])
    #expect(try said(30, 1_000) == ["energy 1000 50", "time 1800000 3000", "maximum 1 -2051"])
    #expect(try said(0, 0) == [])
    #expect(try said(5, 0) == ["time 300000 500"])
  }

  @Test("No energy: no start fee either; time is charged nevertheless")
  func nothingDelivered() throws {
    let found = try cost(
      #"{"prices":[{"per_start":1,"per_minute":0.10}]}"#, .even(noon, minutes: 10, energy: 0))
    #expect(found.said == ["time 600000 100"])
  }

  @Test("Tax is in the prices, or comes on top; the tariff's own rate before the site's")
  func tax() throws {
    let usage = Usage.even(noon, minutes: 1, energy: 10_000)
    let inside = try cost(#"{"prices":[{"per_kwh":0.119}]}"#, usage, site: 190_000)
    #expect(inside.total == 119 && inside.tax == 19)
    let onTop = try cost(
      #"{"prices":[{"per_kwh":0.10}],"prices_include_tax":false,"tax_rate":0.07}"#, usage,
      site: 190_000)
    #expect(onTop.subtotal == 100 && onTop.tax == 7 && onTop.total == 107)
    #expect(onTop.taxRate == 70_000)
    // A discount takes its share of the tax along.
    #expect(inside.payable(discount: 60) == 59 && inside.tax(in: 59) == 9)
    #expect(inside.payable(discount: 500) == 0)
  }

  @Test(
    "Amounts have the digits of their currency",
    arguments: [("EUR", "12.35"), ("JPY", "12"), ("KWD", "12.345")] as [(Text, Text)])
  func currencies(code: Text, amount: Text) throws {
    let found = try cost(
      #"{"prices":[{"per_kwh":1}]}"#, .even(noon, minutes: 1, energy: 12_345), currency: code)
    #expect(Currency(code: code)?.decimal(found.total) == amount)
  }

  @Test("Dates that cannot be believed: one price for the energy, nothing for the time")
  func undated() throws {
    let definition =
      #"{"prices":[{"from":"08:00","until":"20:00","per_kwh":0.50,"per_minute":9,"per_idle_minute":9},{"per_kwh":0.30}]}"#
    var usage = Usage.even(noon, minutes: 60, energy: 2_000)
    usage.undated = DateTime(at: "2026-06-10T20:00:00Z")
    #expect(try cost(definition, usage).said == ["energy 2000 60"])
    let backwards = Usage(
      start: noon, end: noon.plus(-1),
      steps: [EnergyStep(from: noon, to: noon, energy: 2_000)])
    #expect(try cost(definition, backwards).said == ["energy 2000 100"])
    let endless = Usage.even(noon, minutes: 401 * 1440, energy: 2_000)
    #expect(try cost(definition, endless).said == ["energy 2000 100"])
  }

  @Test("A session of a year is reckoned at once, and no amount overflows")
  func extremes() throws {
    let prices = (0..<32).map {
      #"{"from":"00:\#($0 + 10)","until":"12:\#($0 + 10)","per_kwh":1000000,"per_minute":1000000}"#
    }
    let definition = "{\"prices\":[\(prices.joined(separator: ","))],\"tax_rate\":1}"
    let usage = Usage.even(noon, minutes: 399 * 1440, energy: 1 << 52)
    let found = try cost(definition, usage, currency: "KWD")
    #expect(found.total == TariffLimits.cost && found.tax <= found.total)
  }
}
