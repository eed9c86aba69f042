import OCPPJSON
import SmartCharging
import TestKit
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many seeds: few in every build, more with `SMART_CHARGING_SEEDS`, one with `SMART_CHARGING_SEED`.
func seeds(_ usual: UInt64) -> ClosedRange<UInt64> {
  func wished(_ name: String) -> UInt64? { getenv(name).flatMap { UInt64(String(cString: $0)) } }
  if let seed = wished("SMART_CHARGING_SEED") { return seed...seed }
  return 1...max(wished("SMART_CHARGING_SEEDS") ?? usual, 1)
}

@Suite("The engine agrees with an evaluation second by second")
struct OracleTests {
  @Test("on the limit, its reason and its next change", .covers("CP16-53", "CP16-55", "CP16-57"))
  func limits() {
    for seed in seeds(300) {
      var world = RandomWorld(seed: seed)
      let oracle = Oracle(entries: world.store.installed.shuffled(using: &world.random))
      for _ in 0..<4 {
        var connector = world.random.pick(world.connectors)
        if world.random.once(in: 8) { connector.number = 0 }
        let now = world.near()
        let unit = world.random.pick([RateUnit.amperes, .watts])
        let decision = world.store.limit(of: connector, at: now, in: unit)
        let second = Oracle.second(now)
        let expected = oracle.outcome(connector, second, unit)
        let found = Oracle.Outcome(
          limit: decision.limit, phases: decision.phases, reason: decision.reason)
        #expect(found == expected, "seed \(seed)")
        let change = oracle.change(connector, after: second, within: 240)
        let until = decision.until.map(Oracle.second)
        if let change {
          #expect(until == change, "seed \(seed)")
        } else {
          #expect(until ?? .max > second + 240, "seed \(seed)")
        }
        if found != expected { return }
      }
    }
  }

  @Test("on changes that lie far ahead")
  func farChanges() {
    for seed in seeds(300) {
      var world = RandomWorld(seed: seed)
      let oracle = Oracle(entries: world.store.installed)
      let connector = world.random.pick(world.connectors)
      var second = monday - day - 300
      // Walk from change to change: each is one, and nothing changes just before it.
      for _ in 0..<40 {
        let now = DateTime(milliseconds: second * 1000)
        guard let until = world.store.limit(of: connector, at: now, in: .amperes).until else {
          #expect(
            oracle.leaders(connector, second) == oracle.leaders(connector, second + 30 * day),
            "seed \(seed)")
          break
        }
        let next = Oracle.second(until)
        let leaders = oracle.leaders(connector, second)
        #expect(oracle.leaders(connector, next) != leaders, "seed \(seed)")
        for _ in 0..<8 {
          let between = world.random.within(second...(next - 1))
          #expect(oracle.leaders(connector, between) == leaders, "seed \(seed)")
        }
        #expect(oracle.leaders(connector, next - 1) == leaders, "seed \(seed)")
        second = next
      }
    }
  }

  @Test("on composite schedules", .covers("CP16-55", "CP16-58"))
  func composites() {
    var schedule = CompositeSchedule(periodLimit: 100)
    for seed in seeds(300) {
      var world = RandomWorld(seed: seed)
      let oracle = Oracle(entries: world.store.installed)
      let connector = world.random.pick(world.connectors)
      let long = seed % 250 == 249
      let request = CompositeRequest(
        start: world.near(), duration: long ? 2 * day : world.random.within(0...300),
        unit: world.random.pick([.amperes, .watts]))
      let start = Oracle.second(request.start)
      let expected = oracle.composite(request.duration) {
        oracle.outcome(connector, start + $0, request.unit)
      }
      var found: [SchedulePeriod]?
      do {
        try world.store.compose(request, of: connector, into: &schedule)
        found = schedule.periods
        #expect(schedule.duration == request.duration && !schedule.isCut, "seed \(seed)")
      } catch {
        #expect(error == .unlimited, "seed \(seed)")
      }
      #expect(found == expected, "seed \(seed)")
      if found != expected { return }
    }
  }

  @Test("on composite schedules of the whole station")
  func stationComposites() {
    var schedule = CompositeSchedule(periodLimit: 100)
    for seed in seeds(300) {
      var world = RandomWorld(seed: seed)
      let oracle = Oracle(entries: world.store.installed)
      let request = CompositeRequest(
        start: world.near(), duration: world.random.within(0...200),
        unit: world.random.pick([.amperes, .watts]))
      let start = Oracle.second(request.start)
      let station = ChargingConnector(number: 0, supply: world.stationSupply)
      let expected = oracle.composite(request.duration) { offset in
        var outcome = oracle.outcome(station, start + offset, request.unit)
        let each = world.connectors.map {
          oracle.outcome($0, start + offset, request.unit).limit
        }
        if each.allSatisfy({ $0 != nil }) {
          let sum = each.reduce(0) { $0 + $1! }
          outcome.limit = min(outcome.limit ?? sum, sum)
        }
        return outcome
      }
      var found: [SchedulePeriod]?
      do {
        try world.store.composeStation(
          request, supply: world.stationSupply, connectors: world.connectors, into: &schedule)
        found = schedule.periods
      } catch {
        #expect(error == .unlimited, "seed \(seed)")
      }
      #expect(found == expected, "seed \(seed)")
      if found != expected { return }
    }
  }

  @Test("on which profiles count, wherever a limit in two units and phases is the least")
  func neverExceeded() {
    for seed in seeds(300) {
      var world = RandomWorld(seed: seed)
      let oracle = Oracle(entries: world.store.installed)
      let connector = world.random.pick(world.connectors)
      let now = world.near()
      let leaders = oracle.leaders(connector, Oracle.second(now)).compactMap { $0 }
      for unit in [RateUnit.amperes, .watts] {
        let decision = world.store.limit(of: connector, at: now, in: unit)
        guard let limit = decision.limit else { continue }
        let phases = Int64(decision.phases ?? connector.supply.phases)
        let volts = connector.supply.volts
        for leader in leaders {
          // What flows at most, per phase and in all, against what each purpose allows.
          let perPhase = unit == .amperes ? limit : limit / (volts * phases)
          let power = unit == .watts ? limit : limit * volts * phases
          switch leader.unit {
          case .amperes: #expect(perPhase <= leader.period.limit, "seed \(seed)")
          case .watts: #expect(power <= leader.period.limit, "seed \(seed)")
          }
          if connector.supply.switchesPhases {
            #expect(phases <= Int64(leader.period.phases ?? 3), "seed \(seed)")
          } else {
            #expect(phases == Int64(connector.supply.phases), "seed \(seed)")
          }
        }
      }
    }
  }
}
