import OCPP16
import OCPPJSON
public import SmartCharging

extension ChargePoint {
  /// Wall time for schedules. Before this boot knows it, the time as an earlier boot knew it, late by
  /// as long as the power was off: a limit that was there before the power went is there after it.
  var scheduleTime: DateTime {
    clock.wall ?? supposedTime(clock.stationTime)
  }

  /// The same of any station time that nobody knows the wall time of: both are off by as much, so that
  /// what lies between them is right.
  private func supposedTime(_ stationTime: Int64) -> DateTime {
    DateTime(milliseconds: stationTime + (clock.offsets.last?.milliseconds ?? 0))
  }

  /// A connector as the schedules see it.
  func chargingConnector(_ number: Int, assuming start: DateTime? = nil) -> ChargingConnector {
    var session = ChargingSession.none
    if let transaction = connectors[number].transaction {
      let start =
        clock.wall(of: transaction.start) ?? supposedTime(transaction.start.milliseconds)
      // It has begun, whatever a clock says that was set back since: its limits hold.
      session = .transaction(
        Int(truncatingIfNeeded: transaction.number), start: min(start, scheduleTime))
    } else if let start {
      session = .assumed(start: start)
    }
    return ChargingConnector(number: number, supply: supply(number), session: session)
  }

  /// Works the limits out again when something they depend on has changed, or their time is up.
  mutating func updateLimits() {
    if setup.profileLimit == 0 { return }
    if !smartCharging.isStale && smartCharging.nextChange.map({ $0 > now }) ?? true { return }
    smartCharging.isStale = false
    smartCharging.charging.removeAll(keepingCapacity: true)
    for number in 1..<connectors.count where connectors[number].isInTransaction {
      smartCharging.charging.append(chargingConnector(number))
    }
    let time = scheduleTime
    let until = smartCharging.store.share(
      smartCharging.charging, supply: supply(0), at: time, in: .amperes,
      turn: Int(truncatingIfNeeded: now / SmartCharger.turnLength), load: &smartCharging.share)
    var wake = WakeTime()
    if let until { wake.note(now + max(1, until.milliseconds - time.milliseconds)) }
    for number in 1..<connectors.count {
      guard let taker = smartCharging.share.taker(number) else {
        connectors[number].limit = setup.maximumCurrent
        continue
      }
      connectors[number].limit = Int32(clamping: taker.share)
      if case .waitsForTurn = taker.reason {
        wake.note((now / SmartCharger.turnLength + 1) * SmartCharger.turnLength)
      }
    }
    smartCharging.nextChange = wake.time
  }

  /// The limit of a connector in mA by phase, and why.
  public func limitDecision(_ connector: Int) -> LimitDecision? {
    guard setup.profileLimit > 0, connectors.indices.contains(connector) else { return nil }
    return smartCharging.store.limit(
      of: chargingConnector(connector), at: scheduleTime, in: .amperes)
  }

  // MARK: Transactions

  mutating func transactionBeganForSmartCharging(_ number: Int, _ remoteStart: Int?) {
    guard FeatureSet.isComplete, let transaction = connectors[number].transaction?.number else {
      return
    }
    smartCharging.isStale = true
    if smartCharging.store.installed.isEmpty { return }
    let before = smartCharging.store.installed
    smartCharging.store.transactionStarted(
      Int(truncatingIfNeeded: transaction), connector: number, remoteStart: remoteStart)
    journalProfiles(before)
  }

  mutating func transactionEndedForSmartCharging(_ number: Int, _ transaction: UInt64) {
    if !FeatureSet.isComplete { return }
    smartCharging.isStale = true
    if smartCharging.store.installed.isEmpty { return }
    let before = smartCharging.store.installed
    smartCharging.store.transactionEnded(Int(truncatingIfNeeded: transaction), connector: number)
    journalProfiles(before)
  }

  /// The profile of a remote start dies with the transaction that never began (CP16-54), unless
  /// somebody of the same id is about to begin with it.
  @inline(never) mutating func startAbandonedForSmartCharging(_ remoteStart: Int?) {
    guard FeatureSet.isComplete, let remoteStart else { return }
    for number in connectors.indices where connectors[number].remoteStart == remoteStart { return }
    // Its own answer is still to come.
    if case .authorize(let asked)? = outstanding?.content, asked.remoteStart == remoteStart {
      return
    }
    for index in authorizations.indices where authorizations[index].remoteStart == remoteStart {
      return
    }
    if smartCharging.store.installed.isEmpty { return }
    let before = smartCharging.store.installed
    smartCharging.store.remoteStartAbandoned(remoteStart)
    journalProfiles(before)
  }

  /// Journals what differs from the profiles that were installed before a change.
  @inline(never) mutating func journalProfiles(_ before: [InstalledProfile]) {
    smartCharging.isStale = true
    let after = smartCharging.store.installed
    for old in before.indices {
      let id = before[old].profile.id
      if !after.indices.contains(where: { after[$0].profile.id == id }) {
        output.forget(.profile, Int(truncatingIfNeeded: id))
      }
    }
    for new in after.indices where !contains(before, after[new]) {
      output.put(.profile, Int(truncatingIfNeeded: after[new].profile.id), after[new])
    }
  }

  @inline(never) private func contains(_ all: [InstalledProfile], _ one: InstalledProfile) -> Bool {
    all.indices.contains { all[$0] == one }
  }

  // MARK: Calls

  mutating func setChargingProfile(_ request: SetChargingProfileRequest) {
    let message = request.csChargingProfiles
    guard setup.profileLimit > 0, let profile = SmartCharging.ChargingProfile(message),
      isForItsTransaction(message, request.connectorId), hasRoom(for: message)
    else { return reply(SetChargingProfileResponse(status: .rejected)) }
    var active: Int?
    if connectors.indices.contains(request.connectorId) {
      active = connectors[request.connectorId].transaction.map {
        Int(truncatingIfNeeded: $0.number)
      }
    }
    let before = smartCharging.store.installed
    do throws(ProfileRefusal) {
      try smartCharging.store.set(
        profile, connector: request.connectorId, activeTransaction: active, at: scheduleTime)
    } catch {
      return reply(SetChargingProfileResponse(status: .rejected))
    }
    journalProfiles(before)
    reply(SetChargingProfileResponse(status: .accepted))
  }

  /// Whether the journal has room for one more profile, whatever it takes the place of.
  @inline(never) func hasRoom(for message: OCPP16.ChargingProfile) -> Bool {
    let periods = message.chargingSchedule.chargingSchedulePeriod.count
    return hasRoom(forValue: StationSetup.profileBytes(periods: periods))
  }

  /// A TxProfile that names a transaction is for that one (CP16-54).
  private func isForItsTransaction(_ message: OCPP16.ChargingProfile, _ number: Int) -> Bool {
    guard message.chargingProfilePurpose == .txProfile, let wanted = message.transactionId else {
      return true
    }
    guard connectors.indices.contains(number), let running = connectors[number].transaction else {
      return false
    }
    return running.id == .known(wanted)
  }

  mutating func clearChargingProfile(_ request: ClearChargingProfileRequest) {
    let filter = ProfileFilter(
      id: request.id, connector: request.connectorId,
      purpose: request.chargingProfilePurpose.map { ProfilePurpose($0) },
      stackLevel: request.stackLevel)
    let before = smartCharging.store.installed
    let count = setup.profileLimit > 0 ? smartCharging.store.clear(filter) : 0
    journalProfiles(before)
    reply(ClearChargingProfileResponse(status: count > 0 ? .accepted : .unknown))
  }

  mutating func getCompositeSchedule(_ request: GetCompositeScheduleRequest) {
    let rejected = GetCompositeScheduleResponse(status: .rejected)
    guard connectors.indices.contains(request.connectorId) else { return reply(rejected) }
    let start = scheduleTime
    let wanted = CompositeRequest(
      start: start, duration: Int64(request.duration),
      unit: request.chargingRateUnit == .w ? .watts : .amperes)
    do throws(CompositeRefusal) {
      if request.connectorId == 0 {
        var all: [ChargingConnector] = []
        for number in 1..<connectors.count {
          all.append(chargingConnector(number, assuming: start))
        }
        try smartCharging.store.composeStation(
          wanted, supply: supply(0), connectors: all, into: &smartCharging.composite)
      } else {
        let connector = chargingConnector(request.connectorId, assuming: start)
        try smartCharging.store.compose(wanted, of: connector, into: &smartCharging.composite)
      }
    } catch {
      return reply(rejected)
    }
    reply(response(request.connectorId, smartCharging.composite))
  }

  private func response(
    _ number: Int, _ composite: CompositeSchedule
  ) -> GetCompositeScheduleResponse {
    var schedule = OCPP16.ChargingSchedule(
      chargingRateUnit: composite.unit == .watts ? .w : .a, chargingSchedulePeriod: [])
    schedule.duration = Int(composite.duration)
    for period in composite.periods {
      schedule.chargingSchedulePeriod.append(
        ChargingSchedulePeriod(
          startPeriod: Int(period.start),
          limit: Decimal(mantissa: period.limit, exponent: -3).normalized,
          numberPhases: period.phases.map { Int($0) }))
    }
    return GetCompositeScheduleResponse(
      status: .accepted, connectorId: number, scheduleStart: composite.start,
      chargingSchedule: schedule)
  }
}
