import OCPPJSON
import SmartCharging
import TestKit
import Testing

@Suite("Composite schedules")
struct CompositeTests {
  private func compose(
    _ store: ProfileStore, duration: Int64 = 1000, unit: RateUnit = .amperes, step: Int64 = 100,
    connector: Int = 1, supply: Supply = Supply(maximumMilliamps: 32_000, switchesPhases: true),
    session: ChargingSession = .none, into schedule: inout CompositeSchedule
  ) -> CompositeRefusal? {
    let request = CompositeRequest(start: at(0), duration: duration, unit: unit, step: step)
    do {
      try store.compose(
        request, of: ChargingConnector(number: connector, supply: supply, session: session),
        into: &schedule)
      return nil
    } catch {
      return error
    }
  }

  @Test("Purposes and stack levels become one schedule", .covers("CP16-55", "CP16-58"))
  func combined() {
    var store = store()
    store.accept(profile(1, .stationMaximum, periods: .from(0, 20_000), .from(300, 10_000)), on: 0)
    store.accept(profile(2, periods: .from(0, 16_000, phases: 3)), on: 1)
    store.accept(
      profile(3, level: 1, duration: 200, start: at(100), periods: .from(0, 6_000, phases: 1)),
      on: 1)
    var schedule = CompositeSchedule()

    #expect(compose(store, into: &schedule) == nil)

    #expect(
      schedule.periods == [
        .from(0, 16_000, phases: 3), .from(100, 6_000, phases: 1), .from(300, 10_000, phases: 3),
      ])
    #expect(schedule.start == at(0))
    #expect(schedule.duration == 1000)
    #expect(schedule.unit == .amperes)
    #expect(!schedule.isCut)
  }

  @Test("Equal neighbouring periods merge, equal after rounding too", .covers("CP16-58"))
  func merging() {
    var store = store()
    store.accept(
      profile(
        1, periods: .from(0, 10_000), .from(10, 10_000), .from(20, 10_099), .from(30, 10_100)),
      on: 1)
    var schedule = CompositeSchedule()

    #expect(compose(store, into: &schedule) == nil)
    #expect(schedule.periods == [.from(0, 10_000), .from(30, 10_100)])
    #expect(compose(store, step: 1, into: &schedule) == nil)
    #expect(schedule.periods.map(\.start) == [0, 20, 30])
  }

  @Test("Limits are never negative and never above the profile's", .covers("CP16-58"))
  func neverNegative() {
    var store = store()
    store.accept(profile(1, unit: .watts, periods: .from(0, 0), .from(10, 11_000_000)), on: 1)
    var schedule = CompositeSchedule()

    #expect(compose(store, into: &schedule) == nil)
    #expect(schedule.periods == [.from(0, 0), .from(10, 15_900)])
    #expect(compose(store, unit: .watts, into: &schedule) == nil)
    #expect(schedule.periods == [.from(0, 0), .from(10, 11_000_000)])
  }

  @Test("A duration of 0 has the limit that holds now")
  func now() {
    var store = store()
    store.accept(profile(1, periods: .from(0, 10_000), .from(1, 5_000)), on: 1)
    var schedule = CompositeSchedule()

    #expect(compose(store, duration: 0, into: &schedule) == nil)
    #expect(schedule.periods == [.from(0, 10_000)])
    #expect(schedule.duration == 0)
  }

  @Test("A change in the last second is in it, one at its end is not")
  func edge() {
    var store = store()
    store.accept(profile(1, periods: .from(0, 10_000), .from(99, 5_000), .from(100, 7_000)), on: 1)
    var schedule = CompositeSchedule()

    #expect(compose(store, duration: 100, into: &schedule) == nil)
    #expect(schedule.periods == [.from(0, 10_000), .from(99, 5_000)])
  }

  @Test("A connector without a transaction shows what the next one would get")
  func assumed() {
    var store = store()
    store.accept(
      profile(1, .transactionDefault, .relative, periods: .from(0, 10_000), .from(60, 5_000)), on: 0
    )
    var schedule = CompositeSchedule()

    #expect(compose(store, session: .assumed(start: at(0)), into: &schedule) == nil)
    #expect(schedule.periods == [.from(0, 10_000), .from(60, 5_000)])
  }

  @Test("One with more periods than fit ends early and says so")
  func cut() {
    var store = store()
    store.accept(profile(1, periods: .from(0, 1000), .from(10, 2000), .from(20, 3000)), on: 1)
    var schedule = CompositeSchedule(periodLimit: 2)

    #expect(compose(store, into: &schedule) == nil)
    #expect(schedule.periods == [.from(0, 1000), .from(10, 2000)])
    #expect(schedule.duration == 20)
    #expect(schedule.isCut)
  }

  @Test("One with more changes than are looked at ends early, merged ones counted")
  func tooManyChanges() {
    var store = store()
    store.accept(
      profile(
        1, .transactionDefault, .recurring(.daily), periods: .from(0, 1000), .from(43_200, 1000)),
      on: 1)
    var schedule = CompositeSchedule(changeLimit: 10)

    #expect(compose(store, duration: 1000 * day, into: &schedule) == nil)
    #expect(schedule.periods == [.from(0, 1000)])
    #expect(schedule.duration == 5 * day)
    #expect(schedule.isCut)
  }

  @Test("An offset that no message can hold ends it early")
  func tooLong() {
    var store = store()
    store.accept(profile(1, validFrom: at(3_000_000_000), periods: .from(0, 1000)), on: 1)
    var schedule = CompositeSchedule()

    #expect(compose(store, duration: 4_000_000_000, into: &schedule) == nil)
    #expect(schedule.duration == 3_000_000_000)
    #expect(schedule.isCut)
  }

  @Test("A refusal leaves nothing behind and says why", .covers("CP16-58"))
  func refusals() {
    var store = store()
    store.accept(profile(1, duration: 500), on: 1)
    var schedule = CompositeSchedule()

    #expect(compose(store, connector: 3, into: &schedule) == .connectorUnknown)
    #expect(compose(store, connector: -1, into: &schedule) == .connectorUnknown)
    #expect(compose(store, duration: -1, into: &schedule) == .durationOutOfRange)
    #expect(compose(store, step: 0, into: &schedule) == .stepOutOfRange)
    #expect(compose(store, supply: Supply(), into: &schedule) == .unlimited)
    #expect(schedule.periods.isEmpty && schedule.duration == 0)
    #expect(compose(store, duration: 500, supply: Supply(), into: &schedule) == nil)

    let amperesOnly = ProfileStore(limits: StoreLimits(connectors: 1, allowsWatts: false))
    #expect(compose(amperesOnly, unit: .watts, into: &schedule) == .unitNotAllowed)
  }

  @Test("The whole station takes what its connectors may, or its own limit where that is less")
  func station() throws {
    var store = store()
    store.accept(profile(1, periods: .from(0, 10_000)), on: 0)
    store.accept(profile(2, .stationMaximum, periods: .from(0, 32_000), .from(60, 15_000)), on: 0)
    let supply = Supply(maximumMilliamps: 32_000)
    let connectors = [1, 2].map { ChargingConnector(number: $0, supply: supply) }
    var schedule = CompositeSchedule()

    try store.composeStation(
      CompositeRequest(start: at(0), duration: 100, unit: .amperes),
      supply: Supply(maximumMilliamps: 63_000), connectors: connectors, into: &schedule)

    #expect(schedule.periods == [.from(0, 20_000), .from(60, 15_000)])
    func decision(_ second: Int64, _ connectors: [ChargingConnector]) -> LimitDecision {
      store.stationLimit(supply: Supply(), connectors: connectors, at: at(second), in: .amperes)
    }
    #expect(decision(0, connectors).reason == .connectors)
    #expect(decision(60, connectors).profile == 2)
    let open = connectors + [ChargingConnector(number: 2, supply: Supply())]
    store.accept(profile(1, duration: 30, periods: .from(0, 10_000)), on: 0)
    #expect(decision(30, open).limit == 32_000)
    #expect(decision(0, open).change == 30)
    store = ProfileStore(limits: store.limits)
    #expect(decision(0, open).reason == .unlimited)
    store.accept(profile(1, duration: 30, periods: .from(0, 10_000)), on: 1)
    #expect(decision(0, open).change == 30)
  }
}
