import StationCore
import Testing

@testable import Fleet

@Suite("When drivers come")
struct ArrivalTests {
  /// The hours of the drivers' day at which so many come, one after the other.
  private func arrivals(_ plan: ArrivalPlan, seed: UInt64, count: Int = 4_000) -> [Int64] {
    var chance = FleetChance(seed: seed)
    var now: Int64 = 0
    return (0..<count).map { _ in
      now += plan.wait(from: now, &chance)
      return now
    }
  }

  @Test("The same seed has the same drivers, another has others")
  func seeded() {
    let plan = ArrivalPlan()
    #expect(arrivals(plan, seed: 7) == arrivals(plan, seed: 7))
    #expect(arrivals(plan, seed: 7) != arrivals(plan, seed: 8))
  }

  @Test("As many come a day as were asked for", arguments: ArrivalPlan.Pattern.allCases)
  func rate(_ pattern: ArrivalPlan.Pattern) throws {
    var plan = ArrivalPlan()
    plan.pattern = pattern
    plan.visitsPerDay = 10
    let last = try #require(arrivals(plan, seed: 1).last)
    let perDay = 4_000 / (Double(last) / 86_400_000)
    #expect((9.5...10.5).contains(perDay), "\(perDay)")
  }

  @Test("Office drivers come in the morning, home drivers in the evening")
  func patterns() {
    var plan = ArrivalPlan()
    plan.startHour = 0
    func share(_ pattern: ArrivalPlan.Pattern, _ hours: Range<Int>) -> Double {
      plan.pattern = pattern
      let times = arrivals(plan, seed: 3)
      return Double(times.count { hours.contains(Int($0 / 3_600_000) % 24) }) / Double(times.count)
    }
    #expect(share(.office, 7..<10) > 0.7)
    #expect(share(.home, 17..<23) > 0.7)
    #expect((0.2...0.3).contains(share(.steady, 0..<6)))
  }

  @Test("Compressed time has the same day in less of ours")
  func speed() throws {
    var plan = ArrivalPlan()
    let slow = arrivals(plan, seed: 5, count: 500)
    plan.speed = 60
    let fast = arrivals(plan, seed: 5, count: 500)
    let ratio = Double(try #require(slow.last)) / Double(try #require(fast.last))
    #expect((55.0...65.0).contains(ratio), "\(ratio)")
    #expect(plan.compressed(3_600_000) == 60_000)
    #expect(plan.compressed(600, least: 100) == 100)
  }
}

@Suite("A driver at a connector")
struct DriverTests {
  private let setup = FleetSetup()

  private func kind(_ act: Driver.Act?) -> String {
    switch act {
    case .plug: "plug"
    case .present: "present"
    case .unplug: "unplug"
    case nil: "nothing"
    }
  }

  /// Acts at the driver's next instant.
  private func next(
    _ driver: inout Driver, _ chance: inout FleetChance, charging: Bool = false,
    refused: Bool = false
  ) -> String {
    kind(
      driver.act(
        at: driver.nextAt, hasTransaction: charging, wasRefused: refused, setup, &chance))
  }

  @Test("Comes, plugs in, presents the token, charges, presents it again, and leaves")
  func visit() {
    var chance = FleetChance(seed: 1)
    var driver = Driver(firstAt: 1_000)
    #expect(
      kind(driver.act(at: 999, hasTransaction: false, wasRefused: false, setup, &chance))
        == "nothing")
    #expect(!driver.isHere)
    #expect(next(&driver, &chance) == "plug")
    #expect(next(&driver, &chance) == "present")
    #expect(next(&driver, &chance, charging: true) == "nothing")
    #expect(driver.phase == .charging)
    let arrived = driver.nextAt
    #expect(next(&driver, &chance, charging: true) == "present")
    #expect(driver.phase == .leaving && driver.nextAt > arrived)
    #expect(next(&driver, &chance) == "unplug")
    #expect(!driver.isHere && driver.nextAt > arrived)
  }

  @Test(
    "Who is refused, or waits in vain, leaves without having charged", arguments: [true, false])
  func turnedAway(_ refused: Bool) {
    var chance = FleetChance(seed: 1)
    var driver = Driver(firstAt: 0)
    _ = next(&driver, &chance)
    _ = next(&driver, &chance)
    #expect(next(&driver, &chance, refused: refused) == "nothing")
    #expect(driver.phase == .leaving)
    #expect(next(&driver, &chance) == "unplug")
  }

  @Test("A transaction that ends by itself sends the driver off")
  func endedElsewhere() {
    var chance = FleetChance(seed: 1)
    var driver = Driver(firstAt: 0)
    _ = next(&driver, &chance)
    _ = next(&driver, &chance)
    _ = next(&driver, &chance, charging: true)
    #expect(
      kind(driver.act(at: 60_000, hasTransaction: false, wasRefused: false, setup, &chance))
        == "nothing")
    #expect(driver.phase == .leaving)
  }

  @Test("After the last round whoever is there leaves and nobody comes")
  func closing() {
    var chance = FleetChance(seed: 1)
    var away = Driver(firstAt: 5)
    away.close(at: 1)
    away.come(at: 2)
    #expect(away.nextAt == .max)

    var charging = Driver(firstAt: 0)
    _ = next(&charging, &chance)
    _ = next(&charging, &chance)
    _ = next(&charging, &chance, charging: true)
    charging.close(at: 500)
    #expect(charging.nextAt == 500)
    #expect(next(&charging, &chance, charging: true) == "present")
    #expect(next(&charging, &chance) == "unplug")
    #expect(next(&charging, &chance) == "nothing" && charging.nextAt == .max)
  }
}

@Suite("An outlet and its vehicle")
struct OutletTests {
  @Test("Energy flows only while the contactor is closed, and the register never goes back")
  func energy() {
    var outlet = Outlet(register: 1_000)
    let kind = ElectricVehicle.Kind(capacity: 50_000, phases: 3, maximumCurrent: 16_000)
    outlet.plug(ElectricVehicle(kind, charge: 100), at: 0)
    outlet.offer(16_000, at: 0)
    #expect(outlet.reading(at: 600_000).energy == 1_000)

    outlet.close(at: 600_000)
    let charging = outlet.reading(at: 4_200_000)
    #expect((11_900...12_040).contains(charging.energy), "\(charging.energy)")
    #expect(charging.power == 11_040 && charging.current1 == 16_000 && charging.current3 == 16_000)
    #expect(charging.stateOfCharge > 25)

    outlet.open(at: 4_200_000)
    let after = outlet.reading(at: 9_000_000)
    #expect(after.energy == charging.energy && after.power == 0)
    outlet.unplug(at: 9_000_000)
    #expect(outlet.reading(at: 9_000_001).stateOfCharge == -1)
  }
}

@Suite("Answer times")
struct AnswerTimesTests {
  @Test(
    "Quantiles are right within an eighth, and the difference of two readings is what came between")
  func quantiles() {
    var times = AnswerTimes()
    #expect(times.quantile(0.99) == 0)
    for microseconds in 1...10_000 as ClosedRange<UInt64> {
      times.record(microseconds: microseconds)
    }
    for share in [0.01, 0.5, 0.9, 0.99, 1] {
      let exact = share * 10_000
      let answer = Double(times.quantile(share))
      #expect(answer >= exact && answer <= exact * 1.125 + 1, "\(share): \(answer)")
    }
    #expect(times.longest == 10_000)
    let before = times
    for _ in 0..<100 { times.record(microseconds: 77) }
    times.record(microseconds: .max / 2)
    let between = times.since(before)
    #expect(between.count == 101 && (77...80).contains(between.quantile(0.5)))
    var sum = before
    sum.add(between)
    #expect(sum.count == times.count && sum.quantile(0.3) == times.quantile(0.3))
  }
}
