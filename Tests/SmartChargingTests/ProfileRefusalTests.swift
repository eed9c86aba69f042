import SmartCharging
import TestKit
import Testing

@Suite("Profiles that the store refuses")
struct ProfileRefusalTests {
  @Test("A TxProfile needs its transaction on its connector", .covers("CP16-54"))
  func transactionNeeded() {
    var store = store()
    #expect(store.refuses(profile(1, .transaction), on: 1) == .noTransaction)
    #expect(
      store.refuses(profile(1, .transaction, transaction: 8), on: 1, during: 9)
        == .otherTransaction)
    #expect(store.refuses(profile(1, .transaction), on: 0, during: 9) == .notForTheStation)
    #expect(store.refuses(profile(1, .transaction, transaction: 9), on: 1, during: 9) == nil)
    #expect(store.refuses(profile(2, level: 1, .transaction), on: 1, during: 9) == nil)
  }

  @Test("A limit of the whole station belongs to connector 0")
  func stationOnly() {
    var store = store()
    #expect(store.refuses(profile(1, .stationMaximum), on: 1) == .notForOneConnector)
    #expect(store.refuses(profile(1, .externalConstraint), on: 2) == .notForOneConnector)
    #expect(store.refuses(profile(1, .stationMaximum), on: 0) == nil)
  }

  @Test("A connector the station does not have is refused", arguments: [-1, 3])
  func unknownConnector(number: Int) {
    var store = store(connectors: 2)
    #expect(store.refuses(profile(1), on: number) == .connectorUnknown)
    #expect(throws: ProfileRefusal.connectorUnknown) {
      try store.hold(profile(1, .transaction), forRemoteStart: 1, connector: number, at: at(0))
    }
  }

  @Test("Only a TxProfile for a connector comes with a remote start")
  func remoteStartRefusals() {
    var store = store(profiles: 1)
    #expect(throws: ProfileRefusal.notForARemoteStart) {
      try store.hold(profile(1), forRemoteStart: 1, connector: 1, at: at(0))
    }
    #expect(throws: ProfileRefusal.notForTheStation) {
      try store.hold(profile(1, .transaction), forRemoteStart: 1, connector: 0, at: at(0))
    }
    #expect(throws: ProfileRefusal.stackLevelOutOfRange) {
      try store.hold(
        profile(1, level: 99, .transaction), forRemoteStart: 1, connector: 1, at: at(0))
    }
    store.accept(profile(9), on: 1)
    #expect(throws: ProfileRefusal.storeFull) {
      try store.hold(profile(1, .transaction), forRemoteStart: 1, connector: 1, at: at(0))
    }
  }

  @Test("What is wrong with a profile is said", arguments: wrongProfiles)
  func refusals(wrong: ChargingProfile, reason: ProfileRefusal) {
    var store = ProfileStore(
      limits: StoreLimits(
        periodsPerProfile: 2, highestStackLevel: 3, connectors: 1, allowsWatts: false))
    #expect(store.refuses(wrong, on: 1) == reason)
    #expect(store.installed.isEmpty)
  }

  @Test("A unit the station does not limit in is refused in either direction", .covers("CP16-59"))
  func units() {
    let limits = StoreLimits(connectors: 1, allowsAmperes: false)
    var store = ProfileStore(limits: limits)
    #expect(store.refuses(profile(1), on: 1) == .unitNotAllowed)
    #expect(store.refuses(profile(1, unit: .watts), on: 1) == nil)
  }
}

private let wrongProfiles: [(ChargingProfile, ProfileRefusal)] = [
  (profile(level: -1), .stackLevelOutOfRange),
  (profile(level: 4), .stackLevelOutOfRange),
  (profile(validFrom: at(5), validTo: at(5)), .neverValid),
  (profile(validFrom: at(6), validTo: at(5)), .neverValid),
  (profile(unit: .watts), .unitNotAllowed),
  (profile(duration: 0), .durationOutOfRange),
  (profile(duration: -1), .durationOutOfRange),
  (profile(minimumRate: -1), .minimumRateOutOfRange),
  (profile(minimumRate: StoreLimits.largestAmount + 1), .minimumRateOutOfRange),
  (profile(periods: .from(0, 1), .from(1, 1), .from(2, 1)), .tooManyPeriods),
  (profile(periods: .from(1, 1)), .firstPeriodNotAtZero),
  (profile(periods: .from(0, 1), .from(0, 1)), .periodsNotAscending(index: 1)),
  (profile(periods: .from(0, 1), .from(-1, 1)), .periodsNotAscending(index: 1)),
  (profile(periods: .from(0, -1)), .limitOutOfRange(index: 0)),
  (
    profile(periods: .from(0, 1), .from(1, StoreLimits.largestAmount + 1)),
    .limitOutOfRange(index: 1)
  ),
  (profile(periods: .from(0, 1, phases: 0)), .phasesOutOfRange(index: 0)),
  (profile(periods: .from(0, 1), .from(5, 1, phases: 4)), .phasesOutOfRange(index: 1)),
  (
    ChargingProfile(
      id: 1, stackLevel: 0, purpose: .transactionDefault, kind: .absolute,
      schedule: ChargingSchedule(unit: .amperes, periods: [])), .noPeriods
  ),
]
