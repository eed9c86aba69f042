import OCPPJSON
import SmartCharging

/// A station with random profiles from a seed: all times lie close to a few instants, so that edges
/// meet, pass and touch each other.
struct RandomWorld {
  var random: Seeded
  var store: ProfileStore
  var connectors: [ChargingConnector] = []
  var stationSupply = Supply()
  var refused = 0

  init(seed: UInt64) {
    random = Seeded(seed)
    let count = random.pick([1, 2, 3])
    store = ProfileStore(
      limits: StoreLimits(
        profiles: 12, periodsPerProfile: 6, highestStackLevel: 3, connectors: count))
    stationSupply = makeSupply()
    for number in 1...count {
      let start = DateTime(milliseconds: near().milliseconds + random.pick([0, 0, 1, 999]))
      let session = random.pick([
        ChargingSession.none, .assumed(start: start), .transaction(100 + number, start: start),
        .transaction(100 + number, start: start), .transaction(100 + number, start: start),
      ])
      connectors.append(
        ChargingConnector(number: number, supply: makeSupply(), session: session))
    }
    for id in 1...Int(random.within(1...10)) { add(id) }
  }

  /// One of the instants around which everything happens, give or take two minutes.
  mutating func near() -> DateTime {
    let anchor = random.pick([0, 0, 0, day, day, 2 * day, 7 * day, -day])
    return at(anchor + random.within(-120...120))
  }

  private mutating func makeSupply() -> Supply {
    Supply(
      volts: random.pick([230, 230, 120, 400]), phases: random.pick([3, 3, 1, 2]),
      maximumMilliamps: random.once(in: 4) ? nil : random.pick([6_000, 16_000, 20_000, 32_000]),
      switchesPhases: random.once(in: 2))
  }

  private mutating func add(_ id: Int) {
    let purpose = random.pick([
      ProfilePurpose.stationMaximum, .externalConstraint, .transactionDefault, .transactionDefault,
      .transaction, .transaction,
    ])
    var connector = 0
    switch purpose {
    case .stationMaximum, .externalConstraint: break
    case .transactionDefault: connector = Int(random.within(0...Int64(connectors.count)))
    case .transaction: connector = Int(random.within(1...Int64(connectors.count)))
    }
    var running: Int?
    if connector > 0, case .transaction(let number, _) = connectors[connector - 1].session {
      running = number
    }
    let profile = makeProfile(id, purpose)
    do {
      try store.set(profile, connector: connector, activeTransaction: running, at: near())
    } catch { refused += 1 }
    if random.once(in: 12) {
      try? store.hold(
        makeProfile(100 + id, .transaction), forRemoteStart: id, connector: max(connector, 1),
        at: at(0))
    }
  }

  private mutating func makeProfile(_ id: Int, _ purpose: ProfilePurpose) -> ChargingProfile {
    let kind = random.pick([
      ProfileKind.absolute, .absolute, .recurring(.daily), .recurring(.daily), .recurring(.weekly),
      .relative,
    ])
    let validFrom = random.once(in: 3) ? near() : nil
    let validTo = random.once(in: 3) ? near() : nil
    let duration =
      random.once(in: 2)
      ? Int32(random.pick([1, 30, 60, 100, 200, 86_300, 86_399, 86_400, 86_401, 604_800])) : nil
    let start =
      random.once(in: 6)
      ? nil : DateTime(milliseconds: near().milliseconds + random.pick([0, 0, 500]))
    return ChargingProfile(
      id: id, stackLevel: Int(random.within(0...3)), purpose: purpose, kind: kind,
      validFrom: validFrom, validTo: validTo,
      schedule: ChargingSchedule(
        unit: random.pick([.amperes, .amperes, .watts]), duration: duration, start: start,
        periods: makePeriods(), minimumRate: random.once(in: 5) ? 8_000 : nil))
  }

  private mutating func makePeriods() -> [SchedulePeriod] {
    var starts: [Int32] = [0]
    for _ in 0..<random.within(0...4) {
      let start = Int32(
        random.pick([
          random.within(1...60), random.within(1...200), random.within(86_200...86_500),
        ]))
      if !starts.contains(start) { starts.append(start) }
    }
    return starts.sorted().map { start in
      SchedulePeriod(
        start: start,
        limit: random.pick([
          0, 4_000, 6_000, 10_000, 10_050, 16_000, 16_100, 32_000, 3_680_000, 11_000_000,
          7_360_000,
        ]), phases: random.once(in: 2) ? nil : random.pick([1, 2, 3]))
    }
  }
}
