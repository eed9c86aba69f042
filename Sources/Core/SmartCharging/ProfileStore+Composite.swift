public import OCPPJSON

extension ProfileStore {
  /// Fills `schedule` with a connector's limits from the request's start on, equal neighbours merged.
  /// After a refusal it is empty. For connector 0: `composeStation`.
  ///
  /// For a connector without a transaction, a session `.assumed(start:)` tells what the next one
  /// would get. Allocates nothing.
  public func compose(
    _ request: CompositeRequest, of connector: ChargingConnector,
    into schedule: inout CompositeSchedule
  ) throws(CompositeRefusal) {
    guard connector.number >= 0 && connector.number <= limits.connectors else {
      throw .connectorUnknown
    }
    try compose(request, into: &schedule) { now in
      limit(of: connector, at: now, in: request.unit)
    }
  }

  /// The same for the whole station: the limits on it, or what its connectors may take together where
  /// that is less (§5.9).
  ///
  /// - Parameter connectors: those that take part in the sum.
  public func composeStation(
    _ request: CompositeRequest, supply: Supply, connectors: [ChargingConnector],
    into schedule: inout CompositeSchedule
  ) throws(CompositeRefusal) {
    try compose(request, into: &schedule) { now in
      stationLimit(supply: supply, connectors: connectors, at: now, in: request.unit)
    }
  }

  /// The limit of the whole station, with the sum of its connectors as one of the limits. Allocates
  /// nothing.
  public func stationLimit(
    supply: Supply, connectors: [ChargingConnector], at now: DateTime, in unit: RateUnit
  ) -> LimitDecision {
    stationLimit(supply: supply, connectors: connectors, at: now.seconds, in: unit)
  }

  private func stationLimit(
    supply: Supply, connectors: [ChargingConnector], at now: Int64, in unit: RateUnit
  ) -> LimitDecision {
    var decision = limit(
      of: ChargingConnector(number: 0, supply: supply), at: now, in: unit)
    var sum: Int64? = 0
    for connector in connectors {
      let own = limit(of: connector, at: now, in: unit)
      if let until = own.until, until < decision.until ?? until { decision.until = until }
      if decision.until == nil { decision.until = own.until }
      sum = Self.sum(sum, own.limit)
    }
    if let sum, sum < decision.limit ?? .max {
      decision.limit = sum
      decision.reason = .connectors
    }
    return decision
  }

  /// Nil, no limit, plus anything is nil.
  private static func sum(_ left: Int64?, _ right: Int64?) -> Int64? {
    guard let left, let right else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : sum
  }

  private func compose(
    _ request: CompositeRequest, into schedule: inout CompositeSchedule,
    _ decide: (Int64) -> LimitDecision
  ) throws(CompositeRefusal) {
    let start = request.start.seconds
    schedule.begin(at: DateTime(seconds: start) ?? request.start, unit: request.unit)
    if request.duration < 0 { throw .durationOutOfRange }
    if request.step < 1 { throw .stepOutOfRange }
    if !limits.allows(request.unit) { throw .unitNotAllowed }

    var offset: Int64 = 0
    for _ in 0..<schedule.changeLimit {
      let decision = decide(start + offset)
      guard let limit = decision.limit else {
        schedule.begin(at: schedule.start, unit: request.unit)
        throw .unlimited
      }
      let rounded = limit - limit % request.step
      if !schedule.append(rounded, phases: decision.phases, at: offset) {
        return schedule.end(after: offset, isCut: true)
      }
      guard let until = decision.until, until.seconds - start < request.duration else {
        return schedule.end(after: request.duration, isCut: false)
      }
      offset = until.seconds - start
    }
    schedule.end(after: offset, isCut: true)
  }
}
