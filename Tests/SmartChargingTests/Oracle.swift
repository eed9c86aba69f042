import OCPPJSON
import SmartCharging

/// The rules of smart charging written down once more, one second at a time, with no thought for speed:
/// what `ProfileStore` says must be what this says.
struct Oracle {
  var entries: [InstalledProfile]

  struct Leader: Equatable {
    var id: Int
    var connector: Int
    var purpose: ProfilePurpose
    var index: Int
    var period: SchedulePeriod
    var unit: RateUnit
  }

  struct Outcome: Equatable {
    var limit: Int64?
    var phases: UInt8?
    var reason: LimitReason
  }

  static func second(_ date: DateTime) -> Int64 {
    Int64((Double(date.milliseconds) / 1000).rounded(.down))
  }

  /// The index of the profile's period at this second, or nil.
  func index(_ entry: InstalledProfile, _ second: Int64, _ session: ChargingSession) -> Int? {
    let profile = entry.profile
    if let from = profile.validFrom, second < Oracle.second(from) { return nil }
    if let to = profile.validTo, second >= Oracle.second(to) { return nil }
    guard let start = start(entry, second, session), start <= second else { return nil }
    if let duration = profile.schedule.duration, second - start >= Int64(duration) { return nil }
    return profile.schedule.periods.lastIndex { start + Int64($0.start) <= second }
  }

  /// The latest start of the schedule that is not after this second.
  private func start(
    _ entry: InstalledProfile, _ second: Int64, _ session: ChargingSession
  ) -> Int64? {
    var sessionStart: Int64?
    switch session {
    case .none: break
    case .assumed(let start): sessionStart = Oracle.second(start)
    case .transaction(_, let start): sessionStart = Oracle.second(start)
    }
    if [.stationMaximum, .externalConstraint].contains(entry.profile.purpose) {
      sessionStart = Oracle.second(entry.receivedAt)
    }
    let written = entry.profile.schedule.start.map(Oracle.second)
    switch entry.profile.kind {
    case .relative: return sessionStart
    case .absolute: return written ?? sessionStart
    case .recurring(let recurrence):
      let days: Int64 = recurrence == .daily ? 1 : 7
      if let written {
        var start = written
        while start + days * 86_400 <= second { start += days * 86_400 }
        return start
      }
      var today = second / 86_400
      // 1970-01-05 was a Monday.
      while recurrence == .weekly && (today - 4) % 7 != 0 { today -= 1 }
      return today * 86_400
    }
  }

  /// Who leads each purpose at this second: the transaction's, the station's, the external one.
  func leaders(_ connector: ChargingConnector, _ second: Int64) -> [Leader?] {
    var own: Leader?
    if connector.number > 0 {
      var running: Int?
      if case .transaction(let number, _) = connector.session { running = number }
      if let running {
        own = leader(second, connector.session) {
          $0.profile.purpose == .transaction && $0.connector == connector.number
            && $0.binding == .transaction(running)
        }
      }
      for scope in [connector.number, 0] where own == nil {
        own = leader(second, connector.session) {
          $0.profile.purpose == .transactionDefault && $0.connector == scope
        }
      }
    }
    let station = leader(second, .none) { $0.profile.purpose == .stationMaximum }
    let external = leader(second, .none) { $0.profile.purpose == .externalConstraint }
    return [own, station, external]
  }

  private func leader(
    _ second: Int64, _ session: ChargingSession, _ counts: (InstalledProfile) -> Bool
  ) -> Leader? {
    var best: InstalledProfile?
    for entry in entries where counts(entry) && index(entry, second, session) != nil {
      if best == nil || best!.profile.stackLevel < entry.profile.stackLevel { best = entry }
    }
    guard let best, let index = index(best, second, session) else { return nil }
    return Leader(
      id: best.profile.id, connector: best.connector, purpose: best.profile.purpose, index: index,
      period: best.profile.schedule.periods[index], unit: best.profile.schedule.unit)
  }

  func outcome(_ connector: ChargingConnector, _ second: Int64, _ unit: RateUnit) -> Outcome {
    let supply = connector.supply
    let leaders = leaders(connector, second).compactMap { $0 }
    let said = leaders.compactMap(\.period.phases).min()
    let phases = supply.switchesPhases ? min(said ?? 3, supply.phases) : supply.phases
    func inUnit(_ amount: Int64, _ from: RateUnit) -> Int64 {
      if from == unit { return amount }
      let voltsOfAll = supply.volts * Int64(phases)
      return unit == .watts ? amount * voltsOfAll : amount / voltsOfAll
    }
    var choices: [(limit: Int64, reason: LimitReason)] = leaders.map {
      (
        inUnit($0.period.limit, $0.unit),
        .profile(
          ProfileReason(id: $0.id, purpose: $0.purpose, connector: $0.connector, period: $0.index))
      )
    }
    if let maximum = supply.maximumMilliamps {
      choices.append((inUnit(maximum, .amperes), .hardware))
    }
    guard let least = choices.map(\.limit).min() else {
      return Outcome(limit: nil, phases: said.map { _ in phases }, reason: .unlimited)
    }
    return Outcome(
      limit: least, phases: said.map { _ in phases },
      reason: choices.first { $0.limit == least }!.reason)
  }

  /// The first second after this one, up to a horizon, at which somebody else or another period leads.
  func change(_ connector: ChargingConnector, after second: Int64, within horizon: Int64) -> Int64?
  {
    let now = leaders(connector, second)
    for later in (second + 1)...(second + horizon) where leaders(connector, later) != now {
      return later
    }
    return nil
  }

  /// Limits second by second, written as periods. Nil if at some second there is no limit.
  func composite(_ duration: Int64, _ outcome: (Int64) -> Outcome) -> [SchedulePeriod]? {
    var periods: [SchedulePeriod] = []
    for offset in 0..<max(duration, 1) {
      let now = outcome(offset)
      guard let limit = now.limit else { return nil }
      let rounded = limit / 100 * 100
      if let last = periods.last, last.limit == rounded, last.phases == now.phases { continue }
      periods.append(SchedulePeriod(start: Int32(offset), limit: rounded, phases: now.phases))
    }
    return periods
  }
}
