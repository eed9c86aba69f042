import OCPPJSON
import SmartCharging

/// Monday, 2026-06-08T00:00:00Z: times in these tests are seconds after it.
let monday: Int64 = 1_780_876_800

func at(_ seconds: Int64) -> DateTime { DateTime(milliseconds: (monday + seconds) * 1000) }

let hour: Int64 = 3600
let day: Int64 = 86_400

extension SchedulePeriod {
  /// From a start in seconds, so many thousandths.
  static func from(_ start: Int32, _ limit: Int64, phases: UInt8? = nil) -> SchedulePeriod {
    SchedulePeriod(start: start, limit: limit, phases: phases)
  }
}

/// A profile whose members that do not matter to a test have a value that does not disturb it.
func profile(
  _ id: Int = 1, level: Int = 0, _ purpose: ProfilePurpose = .transactionDefault,
  _ kind: ProfileKind = .absolute, validFrom: DateTime? = nil, validTo: DateTime? = nil,
  transaction: Int? = nil, unit: RateUnit = .amperes, duration: Int32? = nil,
  start: DateTime? = at(0), minimumRate: Int64? = nil, periods: SchedulePeriod...
) -> ChargingProfile {
  ChargingProfile(
    id: id, stackLevel: level, purpose: purpose, kind: kind, validFrom: validFrom,
    validTo: validTo, transaction: transaction,
    schedule: ChargingSchedule(
      unit: unit, duration: duration, start: start,
      periods: periods.isEmpty ? [.from(0, 16_000)] : periods, minimumRate: minimumRate))
}

func store(profiles: Int = 16, connectors: Int = 2) -> ProfileStore {
  ProfileStore(limits: StoreLimits(profiles: profiles, connectors: connectors))
}

extension ProfileStore {
  /// Stores a profile that must be accepted.
  mutating func accept(
    _ profile: ChargingProfile, on connector: Int, during transaction: Int? = nil,
    at now: DateTime = at(0)
  ) {
    do {
      try set(profile, connector: connector, activeTransaction: transaction, at: now)
    } catch {
      fatalError("refused: \(error)")
    }
  }

  /// The reason a profile is refused for; nil when it is stored.
  mutating func refuses(
    _ profile: ChargingProfile, on connector: Int, during transaction: Int? = nil
  ) -> ProfileRefusal? {
    do {
      try set(profile, connector: connector, activeTransaction: transaction, at: at(0))
      return nil
    } catch {
      return error
    }
  }

  var ids: [Int] { installed.map(\.profile.id).sorted() }

  /// Connector 1 in amperes, three phases of 230 V that can be switched, 32 A at most.
  func decides(
    at seconds: Int64, connector: Int = 1, session: ChargingSession = .none,
    unit: RateUnit = .amperes,
    supply: Supply = Supply(maximumMilliamps: 32_000, switchesPhases: true)
  ) -> LimitDecision {
    limit(
      of: ChargingConnector(number: connector, supply: supply, session: session),
      at: at(seconds), in: unit)
  }
}

extension LimitDecision {
  /// The id of the profile that decided.
  var profile: Int? {
    if case .profile(let reason) = reason { return reason.id }
    return nil
  }

  /// Seconds after Monday.
  var change: Int64? { until.map { $0.milliseconds / 1000 - monday } }
}

/// A small generator, so that a seed makes the same profiles everywhere (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements.randomElement(using: &self)!
  }

  /// True once in so many times.
  mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

  mutating func within(_ range: ClosedRange<Int64>) -> Int64 { .random(in: range, using: &self) }
}
