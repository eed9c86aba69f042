public import OCPPJSON

extension ProfileStore {
  /// The limit of a connector at an instant: the least of the station's, the transaction's and the
  /// hardware's (§3.13.3). Allocates nothing.
  ///
  /// In each purpose the highest stack level that has a period then counts; a profile in a gap lets
  /// the next one through. `TxProfile` goes before the connector's `TxDefaultProfile`, and that before
  /// connector 0's. For connector 0 the limits on the whole station alone count.
  ///
  /// Where purposes allow different numbers of phases, the fewest is what the current is reckoned
  /// with, so that the result exceeds none of them per phase and none in power. A supply that cannot
  /// switch phases uses all it has, and is reckoned with all.
  public func limit(
    of connector: ChargingConnector, at now: DateTime, in unit: RateUnit
  ) -> LimitDecision {
    limit(of: connector, at: now.seconds, in: unit)
  }

  func limit(of connector: ChargingConnector, at now: Int64, in unit: RateUnit) -> LimitDecision {
    var leaders = Leaders(of: connector, unit: unit)
    let own = connector.number == 0 ? nil : transactionLeader(of: connector, now, &leaders.until)
    let station = leader(.stationMaximum, connector: 0, now, .none, &leaders.until)
    let external = leader(.externalConstraint, connector: 0, now, .none, &leaders.until)

    var allowed: UInt8?
    fewerPhases(own, &allowed)
    fewerPhases(station, &allowed)
    fewerPhases(external, &allowed)
    leaders.phases = allowed

    // From the most particular to the most general: of equal limits the first is the reason.
    tighten(&leaders, own)
    tighten(&leaders, station)
    tighten(&leaders, external)
    leaders.tightenByHardware()
    if let own, let rate = installed[own.index].profile.schedule.minimumRate {
      leaders.minimumRate = connector.supply.convertedUp(
        rate, from: installed[own.index].profile.schedule.unit, to: unit,
        phases: connector.supply.phases(allowed: allowed))
    }
    return leaders.decision
  }

  /// The profile that leads a transaction on the connector, whatever the station's limits.
  private func transactionLeader(
    of connector: ChargingConnector, _ now: Int64, _ until: inout Int64
  ) -> Leader? {
    if case .transaction = connector.session,
      let found = leader(
        .transaction, connector: connector.number, now, connector.session, &until)
    {
      return found
    }
    return leader(.transactionDefault, connector: connector.number, now, connector.session, &until)
      ?? leader(.transactionDefault, connector: 0, now, connector.session, &until)
  }

  /// The highest stack level with a period now. `until` falls to when another one might lead: the end
  /// of its period, or the beginning of one above it. What lies below it does not matter until then.
  private func leader(
    _ purpose: ProfilePurpose, connector: Int, _ now: Int64, _ session: ChargingSession,
    _ until: inout Int64
  ) -> Leader? {
    for index in installed.indices
    where installed[index].counts(purpose, connector: connector, session) {
      let span = installed[index].span(at: now, session: session)
      until = min(until, span.end)
      if let period = span.period { return Leader(index: index, period: period) }
    }
    return nil
  }

  private func fewerPhases(_ leader: Leader?, _ allowed: inout UInt8?) {
    guard let leader,
      let phases = installed[leader.index].profile.schedule.periods[leader.period].phases
    else { return }
    allowed = min(allowed ?? phases, phases)
  }

  private func tighten(_ leaders: inout Leaders, _ leader: Leader?) {
    guard let leader else { return }
    let schedule = installed[leader.index].profile.schedule
    leaders.tighten(
      schedule.periods[leader.period].limit, schedule.unit,
      .profile(
        ProfileReason(
          id: installed[leader.index].profile.id,
          purpose: installed[leader.index].profile.purpose,
          connector: installed[leader.index].connector, period: leader.period)))
  }
}

extension InstalledProfile {
  /// Whether the profile is one of those that can lead this purpose there.
  fileprivate func counts(
    _ wanted: ProfilePurpose, connector number: Int, _ session: ChargingSession
  ) -> Bool {
    guard profile.purpose == wanted && connector == number else { return false }
    switch (binding, session) {
    case (.none, _): return true
    case (.transaction(let own), .transaction(let running, _)): return own == running
    case (.transaction, _), (.remoteStart, _): return false
    }
  }
}

private struct Leader {
  /// In `installed`.
  var index: Int
  /// In the schedule's periods.
  var period: Int
}

/// The leaders of all purposes being brought together.
private struct Leaders {
  let supply: Supply
  let unit: RateUnit
  var phases: UInt8?
  var limit: Int64?
  var minimumRate: Int64?
  var reason = LimitReason.unlimited
  var until = ProfileSpan.never

  init(of connector: ChargingConnector, unit: RateUnit) {
    supply = connector.supply
    self.unit = unit
  }

  mutating func tighten(_ amount: Int64, _ from: RateUnit, _ reason: LimitReason) {
    let converted = supply.converted(
      amount, from: from, to: unit, phases: supply.phases(allowed: phases))
    if let limit, limit <= converted { return }
    limit = converted
    self.reason = reason
  }

  mutating func tightenByHardware() {
    if let maximum = supply.maximumMilliamps { tighten(maximum, .amperes, .hardware) }
  }

  var decision: LimitDecision {
    LimitDecision(
      limit: limit, unit: unit, phases: phases.map { supply.phases(allowed: $0) },
      minimumRate: minimumRate, reason: reason, until: DateTime(seconds: until))
  }
}
