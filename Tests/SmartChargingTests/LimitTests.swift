import OCPPJSON
import SmartCharging
import TestKit
import Testing

@Suite("The limit and its reason")
struct LimitTests {
  let session = ChargingSession.transaction(50, start: at(0))

  @Test("Without a profile the hardware is the limit, and without that there is none")
  func nothing() {
    let store = store()
    let decision = store.decides(at: 0)
    #expect(decision.limit == 32_000)
    #expect(decision.reason == .hardware)
    #expect(decision.until == nil)
    #expect(decision.phases == nil)
    let open = store.decides(at: 0, supply: Supply())
    #expect(open.limit == nil)
    #expect(open.reason == .unlimited)
  }

  @Test(
    "The highest stack level with a period wins; in its gap the next one does", .covers("CP16-57"))
  func stacking() {
    var store = store()
    store.accept(profile(1, level: 0, periods: .from(0, 10_000)), on: 1)
    store.accept(
      profile(2, level: 3, duration: 600, start: at(100), periods: .from(0, 20_000)), on: 1)

    #expect(store.decides(at: 99).profile == 1)
    #expect(store.decides(at: 99).change == 100)
    #expect(store.decides(at: 100).limit == 20_000)
    #expect(store.decides(at: 100).change == 700)
    #expect(store.decides(at: 699).profile == 2)
    #expect(store.decides(at: 700).profile == 1)
    #expect(store.decides(at: 700).until == nil)
  }

  @Test("A connector's TxDefaultProfile overrides connector 0's, be it higher", .covers("CP16-53"))
  func defaultsOfConnectors() {
    var store = store()
    store.accept(profile(1, level: 5, periods: .from(0, 10_000)), on: 0)
    store.accept(profile(2, level: 0, duration: 60, periods: .from(0, 20_000)), on: 1)

    #expect(
      store.decides(at: 0).reason
        == .profile(ProfileReason(id: 2, purpose: .transactionDefault, connector: 1, period: 0)))
    #expect(
      store.decides(at: 0, connector: 2).reason
        == .profile(ProfileReason(id: 1, purpose: .transactionDefault, connector: 0, period: 0)))
    #expect(store.decides(at: 60).profile == 1)
  }

  @Test("A TxProfile overrides the defaults during its transaction only", .covers("CP16-54"))
  func transactionFirst() {
    var store = store()
    store.accept(profile(1, level: 5, periods: .from(0, 10_000)), on: 1)
    store.accept(profile(2, .transaction, periods: .from(0, 25_000)), on: 1, during: 50)

    #expect(store.decides(at: 0, session: session).limit == 25_000)
    #expect(store.decides(at: 0).profile == 1)
    #expect(store.decides(at: 0, session: .assumed(start: at(0))).profile == 1)
    #expect(store.decides(at: 0, session: .transaction(51, start: at(0))).profile == 1)
  }

  @Test("The least of the station's and the transaction's limit holds", .covers("CP16-55"))
  func minimum() {
    var store = store()
    store.accept(profile(1, .stationMaximum, periods: .from(0, 12_000), .from(60, 20_000)), on: 0)
    store.accept(
      profile(2, .transaction, periods: .from(0, 16_000), .from(90, 8_000)), on: 1, during: 50)

    #expect(store.decides(at: 0, session: session).limit == 12_000)
    #expect(store.decides(at: 60, session: session).limit == 16_000)
    #expect(
      store.decides(at: 90, session: session).reason
        == .profile(ProfileReason(id: 2, purpose: .transaction, connector: 1, period: 1)))
  }

  @Test("The next change is the earliest of all purposes", .covers("CP16-55"))
  func nextChange() {
    var store = store()
    store.accept(profile(1, .stationMaximum, periods: .from(0, 12_000), .from(60, 20_000)), on: 0)
    store.accept(
      profile(2, .transaction, periods: .from(0, 16_000), .from(90, 8_000)), on: 1, during: 50)
    store.accept(profile(3, .externalConstraint, validTo: at(30), periods: .from(0, 14_000)), on: 0)

    #expect(store.decides(at: 0, session: session).change == 30)
    #expect(store.decides(at: 30, session: session).change == 60)
    #expect(store.decides(at: 60, session: session).change == 90)
    #expect(store.decides(at: 90, session: session).until == nil)
  }

  @Test("Of connector 0 only limits on the whole station count")
  func stationOnly() {
    var store = store()
    store.accept(profile(1, periods: .from(0, 10_000)), on: 0)
    store.accept(profile(2, .stationMaximum, periods: .from(0, 20_000)), on: 0)
    #expect(store.decides(at: 0, connector: 0).profile == 2)
  }

  @Test("Of equal limits the most particular is the reason")
  func ties() {
    var store = store()
    store.accept(profile(1, .stationMaximum, periods: .from(0, 32_000)), on: 0)
    #expect(store.decides(at: 0).profile == 1)
    store.accept(profile(2, periods: .from(0, 32_000)), on: 1)
    #expect(store.decides(at: 0).profile == 2)
  }

  @Test("A minimum charging rate never raises a limit", .covers("CP16-58"))
  func minimumRate() {
    var store = store()
    store.accept(profile(1, minimumRate: 8_000, periods: .from(0, 5_000)), on: 1)

    #expect(store.decides(at: 0).limit == 5_000)
    #expect(store.decides(at: 0).minimumRate == 8_000)
    #expect(store.decides(at: 0, unit: .watts).minimumRate == 5_520_000)
  }

  @Test("A minimum charging rate is rounded up where the unit changes")
  func minimumRateUp() {
    var store = store()
    store.accept(
      profile(1, unit: .watts, minimumRate: 4_140_001, periods: .from(0, 5_000_000)), on: 1)
    #expect(store.decides(at: 0).minimumRate == 6_001)
    store.accept(
      profile(1, unit: .watts, minimumRate: 4_140_000, periods: .from(0, 5_000_000)), on: 1)
    #expect(store.decides(at: 0).minimumRate == 6_000)
  }
}

@Suite("Amperes and watts")
struct UnitTests {
  @Test("Watts become amperes by the phases, rounded down", .covers("CP16-58"))
  func wattsToAmperes() {
    var store = store()
    store.accept(profile(1, unit: .watts, periods: .from(0, 11_000_000)), on: 1)
    // 11 kW / (3 × 230 V) = 15.942… A
    #expect(store.decides(at: 0).limit == 15_942)
    #expect(store.decides(at: 0, unit: .watts).limit == 11_000_000)
  }

  @Test("Amperes become watts by the phases a period allows", .covers("CP16-58"))
  func amperesToWatts() {
    var store = store()
    store.accept(profile(1, periods: .from(0, 16_000, phases: 1), .from(60, 16_000)), on: 1)
    #expect(store.decides(at: 0, unit: .watts).limit == 3_680_000)
    #expect(store.decides(at: 0, unit: .watts).phases == 1)
    #expect(store.decides(at: 60, unit: .watts).limit == 11_040_000)
    #expect(store.decides(at: 60, unit: .watts).phases == nil)
  }

  @Test(
    "A supply that cannot switch phases reckons watts with all it has, and says so",
    .covers("CP16-58"))
  func fixedPhases() {
    var store = store()
    store.accept(
      profile(1, unit: .watts, periods: .from(0, 3_680_000, phases: 1), .from(60, 11_040_000)),
      on: 1)
    let supply = Supply(maximumMilliamps: 32_000)
    #expect(store.decides(at: 0, supply: supply).limit == 5_333)
    #expect(store.decides(at: 0, supply: supply).phases == 3)
    #expect(store.decides(at: 60, supply: supply).limit == 16_000)
    #expect(store.decides(at: 60, supply: supply).phases == nil)
  }

  @Test("A supply with fewer phases than a profile allows decides", .covers("CP16-58"))
  func onePhase() {
    var store = store()
    store.accept(profile(1, unit: .watts, periods: .from(0, 4_600_000, phases: 3)), on: 1)
    let decision = store.decides(at: 0, supply: Supply(phases: 1))
    #expect(decision.limit == 20_000)
    #expect(decision.phases == 1)
  }

  @Test("Purposes that allow different phases are exceeded neither per phase nor in power")
  func differentPhases() {
    var store = store()
    store.accept(profile(1, .stationMaximum, periods: .from(0, 20_000, phases: 3)), on: 0)
    store.accept(profile(2, periods: .from(0, 32_000, phases: 1)), on: 1)

    // 20 A is the station's limit per phase, one phase is the connector's: 4.6 kW.
    #expect(store.decides(at: 0).limit == 20_000)
    #expect(store.decides(at: 0).phases == 1)
    #expect(store.decides(at: 0, unit: .watts).limit == 4_600_000)
  }

  @Test("The nominal voltage is the supply's")
  func voltage() {
    let supply = Supply(volts: 120, phases: 1)
    #expect(supply.converted(1_920_000, from: .watts, to: .amperes, phases: 1) == 16_000)
    #expect(supply.converted(16_000, from: .amperes, to: .watts, phases: 1) == 1_920_000)
    #expect(supply.converted(7, from: .watts, to: .watts, phases: 3) == 7)
  }

  @Test("There and back a limit never grows")
  func roundTrip() {
    var random = Seeded(1)
    for _ in 0..<1000 {
      let supply = Supply(volts: random.within(1...1500), phases: random.pick([1, 2, 3]))
      let amount = random.within(0...StoreLimits.largestAmount)
      let amperes = supply.converted(amount, from: .watts, to: .amperes, phases: supply.phases)
      let back = supply.converted(amperes, from: .amperes, to: .watts, phases: supply.phases)
      #expect(back <= amount && amount - back < supply.volts * Int64(supply.phases))
    }
  }
}
