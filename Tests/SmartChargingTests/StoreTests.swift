import SmartCharging
import TestKit
import Testing

@Suite("The store of profiles")
struct StoreTests {
  @Test("A profile replaces one of the same id, wherever that was", .covers("CP16-52"))
  func sameID() {
    var store = store()
    store.accept(profile(7, level: 1), on: 1)

    store.accept(profile(7, level: 2), on: 2)

    #expect(store.installed.count == 1)
    #expect(store.installed[0].connector == 2)
    #expect(store.installed[0].profile.stackLevel == 2)
  }

  @Test("A profile replaces one of the same level and purpose on its connector", .covers("CP16-52"))
  func samePlace() {
    var store = store()
    store.accept(profile(1, level: 1), on: 1)
    store.accept(profile(2, level: 1), on: 2)
    store.accept(profile(3, level: 2), on: 1)
    store.accept(profile(4, level: 1, .transaction), on: 1, during: 50)

    store.accept(profile(5, level: 1), on: 1)

    #expect(store.ids == [2, 3, 4, 5])
  }

  @Test("A full store still replaces, and refuses what it has no room for", .covers("CP16-52"))
  func full() {
    var store = store(profiles: 2)
    store.accept(profile(1, level: 0), on: 1)
    store.accept(profile(2, level: 1), on: 1)

    #expect(store.refuses(profile(3, level: 2), on: 1) == .storeFull)
    #expect(store.ids == [1, 2])
    #expect(store.refuses(profile(2, level: 3), on: 1) == nil)
    #expect(store.refuses(profile(4, level: 0), on: 1) == nil)
    #expect(store.ids == [2, 4])
  }

  @Test("One profile may replace two: its id's and its place's", .covers("CP16-52"))
  func two() {
    var store = store(profiles: 2)
    store.accept(profile(1, level: 0), on: 1)
    store.accept(profile(2, level: 1), on: 1)

    store.accept(profile(1, level: 1), on: 1)

    #expect(store.ids == [1])
  }

  @Test("A profile for a future time ends the one it replaces at once, as §3.13.2 notes")
  func future() {
    var store = store()
    store.accept(profile(1, periods: .from(0, 10_000)), on: 1)
    store.accept(profile(2, validFrom: at(hour), periods: .from(0, 8_000)), on: 1)

    #expect(store.decides(at: 0).reason == .hardware)
    #expect(store.decides(at: hour).profile == 2)
  }

  @Test("A transaction's profiles end with it and leave the others", .covers("CP16-54"))
  func transactionEnds() {
    var store = store()
    store.accept(profile(1, .transaction), on: 1, during: 50)
    store.accept(profile(2, .transaction), on: 2, during: 51)
    store.accept(profile(3), on: 1)

    store.transactionEnded(50, connector: 1)

    #expect(store.ids == [2, 3])
  }

  @Test("A remote start's profile counts from its transaction on", .covers("CP16-54"))
  func remoteStart() throws {
    var store = store()
    try store.hold(
      profile(1, .transaction, .relative, start: nil, periods: .from(0, 9_000)), forRemoteStart: 77,
      connector: nil, at: at(0))
    let session = ChargingSession.transaction(50, start: at(60))
    #expect(store.decides(at: 60, session: session).reason == .hardware)

    store.transactionStarted(50, connector: 2, remoteStart: 77)

    #expect(store.decides(at: 60, connector: 2, session: session).limit == 9_000)
    #expect(store.decides(at: 60, connector: 1, session: session).reason == .hardware)
    store.transactionEnded(50, connector: 2)
    #expect(store.installed.isEmpty)
  }

  @Test("A remote start that comes to nothing takes its profile along", .covers("CP16-54"))
  func abandoned() throws {
    var store = store()
    try store.hold(profile(1, .transaction), forRemoteStart: 77, connector: 1, at: at(0))
    try store.hold(
      profile(2, level: 1, .transaction), forRemoteStart: 78, connector: 1, at: at(0))

    store.remoteStartAbandoned(77)

    #expect(store.ids == [2])
    store.transactionStarted(50, connector: 1, remoteStart: nil)
    #expect(store.installed[0].binding == .remoteStart(78))
  }

  @Test("Clearing by id ignores the other fields", .covers("CP16-59"))
  func clearByID() {
    var store = filled()
    #expect(store.clear(ProfileFilter(id: 2, connector: 9, stackLevel: 9)) == 1)
    #expect(store.ids == [1, 3, 4, 5])
    #expect(store.clear(ProfileFilter(id: 2)) == 0)
  }

  @Test("Clearing by other fields takes what fits all of them", .covers("CP16-59"))
  func clearByFields() {
    var store = filled()
    #expect(store.clear(ProfileFilter(connector: 1, purpose: .transactionDefault)) == 2)
    #expect(store.ids == [3, 4, 5])
    #expect(store.clear(ProfileFilter(purpose: .transactionDefault, stackLevel: 1)) == 0)
    #expect(store.clear(ProfileFilter(connector: 0)) == 1)
    #expect(store.ids == [3, 5])
    #expect(store.clear(ProfileFilter(stackLevel: 0)) == 2)
  }

  @Test("Clearing without a field takes everything, held profiles too", .covers("CP16-59"))
  func clearAll() throws {
    var store = filled()
    try store.hold(profile(9, .transaction), forRemoteStart: 1, connector: nil, at: at(0))
    // A held profile without a connector is not one of connector 0.
    #expect(store.clear(ProfileFilter(connector: 0)) == 1)
    #expect(store.clear(ProfileFilter()) == 5)
    #expect(store.installed.isEmpty)
  }

  /// 1 and 2 on connector 1, 3 on 2, 4 on the station, 5 for a transaction on 1.
  func filled() -> ProfileStore {
    var store = store()
    store.accept(profile(1), on: 1)
    store.accept(profile(2, level: 1), on: 1)
    store.accept(profile(3), on: 2)
    store.accept(profile(4, .stationMaximum), on: 0)
    store.accept(profile(5, .transaction), on: 1, during: 50)
    return store
  }

  @Test("A full store takes the memory it says")
  func memory() {
    let limits = StoreLimits(profiles: 10, periodsPerProfile: 24, connectors: 2)
    #expect(limits.bytes == 32 + 10 * (MemoryLayout<InstalledProfile>.stride + 24 * 16 + 32))
    #expect(MemoryLayout<SchedulePeriod>.stride == 16)
    #expect(MemoryLayout<InstalledProfile>.stride <= 160)
  }

  @Test("The store agrees with a plain list, whatever is set and cleared", .covers("CP16-52"))
  func model() {
    for seed in seeds(300) {
      var random = Seeded(seed)
      var store = store(profiles: 5, connectors: 2)
      var list: [(profile: ChargingProfile, connector: Int)] = []
      for _ in 0..<30 {
        if random.once(in: 5) {
          let filter = ProfileFilter(
            id: random.once(in: 3) ? Int(random.within(1...8)) : nil,
            connector: random.once(in: 2) ? Int(random.within(0...2)) : nil,
            purpose: random.once(in: 3) ? .transactionDefault : nil,
            stackLevel: random.once(in: 2) ? Int(random.within(0...2)) : nil)
          let left = list.filter { entry in
            if let id = filter.id { return entry.profile.id != id }
            return
              !((filter.connector == nil || filter.connector == entry.connector)
              && (filter.purpose == nil || filter.purpose == entry.profile.purpose)
              && (filter.stackLevel == nil || filter.stackLevel == entry.profile.stackLevel))
          }
          #expect(store.clear(filter) == list.count - left.count, "seed \(seed)")
          list = left
        } else {
          let connector = Int(random.within(0...2))
          let purposes: [ProfilePurpose] =
            connector == 0
            ? [.stationMaximum, .transactionDefault] : [.transactionDefault, .transaction]
          let new = profile(
            Int(random.within(1...8)), level: Int(random.within(0...2)), random.pick(purposes))
          let left = list.filter {
            $0.profile.id != new.id
              && !($0.connector == connector && $0.profile.purpose == new.purpose
                && $0.profile.stackLevel == new.stackLevel)
          }
          let refusal = store.refuses(new, on: connector, during: 50)
          #expect(refusal == (left.count < 5 ? nil : .storeFull), "seed \(seed)")
          if refusal == nil { list = left + [(new, connector)] }
        }
        #expect(store.ids == list.map(\.profile.id).sorted(), "seed \(seed)")
      }
    }
  }
}
