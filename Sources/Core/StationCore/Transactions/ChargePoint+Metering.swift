import OCPP16
import OCPPJSON

extension ChargePoint {
  /// Asks for a reading, once for all who want one.
  @inline(never) mutating func want(_ purpose: MeterPurposes, _ number: Int) {
    let connector = connectors.place(number)
    if connector.pointee.wanted.isEmpty {
      connector.pointee.meterTries = 0
      askMeter(number)
    } else if purpose == .end {
      connector.pointee.needsFreshReading = true
    }
    connector.pointee.wanted.insert(purpose)
  }

  private mutating func askMeter(_ number: Int) {
    let connector = connectors.place(number)
    connector.pointee.meterTries += 1
    connector.pointee.meterDeadline = now + setup.meterTimeout
    connector.pointee.needsFreshReading = false
    output.add(.readMeter(connector: number))
  }

  /// The meter does not answer. Money waits for it as long as `meterTries` allow; for anything else
  /// its last reading counts.
  mutating func meterSilent(_ number: Int) {
    let connector = connectors.place(number)
    let wanted = connector.pointee.wanted
    if wanted.contains(.begin) || wanted.contains(.end),
      connector.pointee.meterTries < setup.meterTries
    {
      return askMeter(number)
    }
    if wanted.contains(.begin) {
      // A station without a working meter cannot sell energy.
      connector.pointee.wanted.remove(.begin)
      prompt(number, .outOfService)
      abandonStart(number)
    }
    if !connector.pointee.wanted.isEmpty { takeReading(number) }
  }

  mutating func meterRead(_ number: Int, _ reading: MeterReading) {
    guard connectors.indices.contains(number) else { return }
    let connector = connectors.place(number)
    connector.pointee.reading = reading.sane
    connector.pointee.readAt = now
    if number > 0 && reading.energy > MeterReading.registerRange.upperBound {
      // From here on its energy could not be told: none is sold.
      if connector.pointee.ownFault == .noError {
        faulted(number, .powerMeterFailure, "the register is above 2147483647 Wh")
      }
    }
    let isTooOld = connector.pointee.needsFreshReading
    if isTooOld {
      // It was asked for before the contactor opened, and energy may have flowed since.
      connector.pointee.needsFreshReading = false
      connector.pointee.wanted.remove(.end)
    }
    if !connector.pointee.wanted.isEmpty { takeReading(number) }
    if isTooOld { want(.end, number) }
    journalSample(number)
  }

  /// Gives the latest reading to all who asked for one.
  @inline(never) mutating func takeReading(_ number: Int) {
    let connector = connectors.place(number)
    let wanted = connector.pointee.wanted
    connector.pointee.wanted = []
    connector.pointee.needsFreshReading = false
    if connector.pointee.reading == nil {
      connector.pointee.reading = connector.pointee.lastSample?.reading
    }
    if connector.pointee.reading == nil { return }
    // A transaction that is over has its last sample when it ended.
    let stamp = connector.pointee.transaction?.ending?.stamp ?? clock.stamp()
    if wanted.contains(.begin) { readToBegin(number, stamp) }
    if wanted.contains(.periodic) { readPeriodic(number, stamp) }
    if wanted.contains(.aligned) { readAligned(number, stamp) }
    if wanted.contains(.trigger) { readForTrigger(number, stamp) }
    if wanted.contains(.end) { readToEnd(number) }
  }

  // Each has the sample on its own stack, and none while another works.

  @inline(never) private mutating func readToBegin(_ number: Int, _ stamp: Stamp) {
    let connector = connectors.place(number)
    guard case .starting(let token) = connector.pointee.phase,
      let sample = connector.pointee.sample(.transactionBegin, stamp)
    else { return }
    transactionBegins(number, token, sample)
  }

  @inline(never) private mutating func readPeriodic(_ number: Int, _ stamp: Stamp) {
    guard let sample = connectors.place(number).pointee.sample(.samplePeriodic, stamp) else {
      return
    }
    periodic(number, sample)
  }

  @inline(never) private mutating func readAligned(_ number: Int, _ stamp: Stamp) {
    let connector = connectors.place(number)
    let stamp = connector.pointee.alignedStamp ?? stamp
    guard let sample = connector.pointee.sample(.sampleClock, stamp) else { return }
    aligned(number, sample)
  }

  @inline(never) private mutating func readForTrigger(_ number: Int, _ stamp: Stamp) {
    let connector = connectors.place(number)
    guard let sample = connector.pointee.sample(.trigger, stamp) else { return }
    notify(
      .meterValues(
        connector: number, transaction: connector.pointee.transaction?.number, sample),
      isTriggered: true)
  }

  @inline(never) private mutating func readToEnd(_ number: Int) {
    let connector = connectors.place(number)
    guard let ending = connector.pointee.transaction?.ending,
      var last = connector.pointee.sample(.transactionEnd, ending.stamp)
    else { return }
    // After a restart the register of now is exact, because nothing flowed since (CP16-51); should
    // the meter be silent, nothing that was journalled is given away.
    let journalled = connector.pointee.lastSample?.reading.energy ?? 0
    last.reading.energy = max(last.reading.energy, journalled)
    transactionEnds(number, ending, last)
  }

  // MARK: Periodic

  /// Samples count from the transaction's start (CP16-60), across restarts too as soon as the time is
  /// known again.
  @inline(never) mutating func planSamples(_ number: Int) {
    let connector = connectors.place(number)
    connector.pointee.nextSample = nil
    let interval = configuration.milliseconds(.meterValueSampleInterval)
    guard interval > 0, let transaction = connector.pointee.transaction else { return }
    var elapsed: Int64 = 0
    if let wall = clock.wall, let start = clock.wall(of: transaction.start) {
      elapsed = max(wall.milliseconds - start.milliseconds, 0)
    } else if !transaction.start.isWall {
      elapsed = max(clock.stationTime - transaction.start.milliseconds, 0)
    }
    connector.pointee.nextSample = now + interval - elapsed % interval
  }

  mutating func sampleTick(_ number: Int) {
    let connector = connectors.place(number)
    guard let due = connector.pointee.nextSample, due <= now else { return }
    let interval = configuration.milliseconds(.meterValueSampleInterval)
    guard interval > 0, connector.pointee.isInTransaction else {
      connector.pointee.nextSample = nil
      return
    }
    // A late driver does not get all the samples it slept through.
    connector.pointee.nextSample = due + interval * ((now - due) / interval + 1)
    if case .charging = connector.pointee.phase { want(.periodic, number) }
  }

  private mutating func periodic(_ number: Int, _ sample: Sample) {
    guard let transaction = connectors[number].transaction?.number else { return }
    if !configuration.sampled.isEmpty {
      enqueue(transaction, number, .values(sample))
    }
    if !configuration.stopSampled.isEmpty { keepForStop(number, sample) }
  }

  /// When the energy that a refused id may still have can be used up at the earliest, and not sooner
  /// than in a second; nil while none flows to one (CP16-36).
  @inline(never) func permissionDue(_ number: Int) -> Int64? {
    let connector = connectors.place(number)
    guard connector.pointee.isContactorClosed,
      case .until(let register) = connector.pointee.transaction?.permission
    else { return nil }
    // In Wh, of what fits a key; and in W, all that the connector can give.
    let left = min(max(register - (connector.pointee.reading?.energy ?? register), 0), 1 << 31)
    let phases: Int64 = setup.phases >= 3 ? 3 : 1
    let power = Int64(setup.maximumCurrent) * Int64(setup.voltage) * phases / 1_000
    return connector.pointee.readAt + max(left * 3_600_000 / max(power, 1), 1_000)
  }

  /// Reads the meter of a refused id in time to see that it has had all it may have.
  mutating func permissionTick(_ number: Int) {
    guard let due = permissionDue(number), due <= now, connectors[number].wanted.isEmpty else {
      return
    }
    want(.permission, number)
  }

  // MARK: Clock-aligned

  /// The next instant of the grid that starts at midnight UTC. Planned anew whenever the clock is set
  /// or the interval changes.
  @inline(never) mutating func planAligned() {
    nextAligned = nil
    let interval = configuration.milliseconds(.clockAlignedDataInterval)
    guard interval > 0, let wall = clock.wall?.milliseconds else { return }
    var next = alignedInstant(after: wall, interval)
    // A clock set back by a little does not make the same instant come twice.
    if next == lastAlignedWall { next = alignedInstant(after: next, interval) }
    nextAligned = now + next - wall
  }

  private func alignedInstant(after wall: Int64, _ interval: Int64) -> Int64 {
    let day: Int64 = 86_400_000
    let midnight = wall - ((wall % day) + day) % day
    return min(midnight + ((wall - midnight) / interval + 1) * interval, midnight + day)
  }

  /// The clock was set, and what was planned for an instant of `planned` is still for that one: due when
  /// the new time is past it by less than an interval, else planned anew.
  @inline(never) mutating func replanAligned(_ planned: Int64?) {
    if let planned, let wall = clock.wall?.milliseconds, wall >= planned,
      wall - planned < configuration.milliseconds(.clockAlignedDataInterval)
    {
      nextAligned = now - (wall - planned)
    } else {
      planAligned()
    }
  }

  /// The wall time that clock-aligned values are planned for.
  var plannedAligned: Int64? {
    guard let nextAligned, let wall = clock.wall?.milliseconds else { return nil }
    return wall + nextAligned - now
  }

  @inline(never) mutating func alignedTick() {
    guard let due = nextAligned, due <= now, let wall = clock.wall else { return }
    let boundary = wall.milliseconds - (now - due)
    lastAlignedWall = boundary
    let stamp = Stamp(milliseconds: boundary, boot: clock.boot, isWall: true)
    planAligned()
    if configuration.aligned.isEmpty && configuration.stopAligned.isEmpty { return }
    for number in (setup.hasMainMeter ? 0 : 1)..<connectors.count {
      connectors[number].alignedStamp = stamp
      want(.aligned, number)
    }
  }

  private mutating func aligned(_ number: Int, _ sample: Sample) {
    let connector = connectors.place(number)
    connector.pointee.alignedStamp = nil
    if let transaction = connector.pointee.transaction?.number {
      if !configuration.aligned.isEmpty {
        enqueue(transaction, number, .values(sample))
      }
      if !configuration.stopAligned.isEmpty { keepForStop(number, sample) }
    } else if !configuration.aligned.isEmpty {
      notify(.meterValues(connector: number, transaction: nil, sample))
    }
  }
}
