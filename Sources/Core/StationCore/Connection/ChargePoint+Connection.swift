import OCPP16
import OCPPJSON
import OCPPRPC

extension ChargePoint {
  mutating func linkUp() {
    link = .up
    reconnectBackOff.reset()
    registration.reconnected(now: now)
    lastSentAt = now
  }

  /// Lost, closed or never opened. What waited for an answer is in doubt and no attempt is spent.
  mutating func linkDown() {
    if case .waiting = link { return }
    output.dropFrames()
    interrupted(isTimeout: false)
    forgetCalls()
    link = .waiting(until: now + reconnectBackOff.wait(&jitter))
    // No history: after the reconnect the central system learns what differs by then (CP16-9).
    statusLine.removeAll(keepingCapacity: true)
    for index in connectors.indices { connectors[index].announced = connectors[index].delivered }
    for index in notices.indices { drop(notices[index]) }
    var index = notices.count
    while index > 0 {
      index -= 1
      if !notices[index].outlivesConnection { notices.remove(at: index) }
    }
    // The driver at the charger does not wait for a central system that is not there.
    while !authorizations.isEmpty { decideOffline(authorizations.removeFirst()) }
  }

  /// Whoever called and waits for an answer waits no longer, and nobody else may get it.
  @inline(never) mutating func forgetCalls() {
    unlockCall = nil
    dataCall = nil
    certificateCall = nil
    signedUpdateCall = nil
  }

  /// There is no herd to be afraid of: what came back is this station's own network.
  mutating func networkAvailable() {
    guard case .waiting = link else { return }
    reconnectBackOff.reset()
    link = .waiting(until: now)
  }

  mutating func change(_ identity: StationIdentity) {
    if self.identity == identity { return }
    self.identity = identity
    registration.isOutdated = true
  }

  /// The central system accepted, refused, or wants the station to wait.
  mutating func registered(_ reader: inout JSONReader) {
    var response = BootNotificationResponse(blank: ())
    response.read(&reader)
    reader.endFrame()
    if reader.failed { return registration.unanswered(now: now, &jitter) }
    let wasAccepted = registration.isAccepted
    let interval = Int64(min(max(response.interval, 0), 86_400 * 7))
    registration.answered(response.status, interval: interval * 1000, now: now, &jitter)
    setClock(response.currentTime)
    guard response.status == .accepted else { return }
    if interval > 0 && interval != configuration.number(.heartbeatInterval) {
      change(.heartbeatInterval, number: Int32(min(interval, 86_400)))
    }
    if wasAccepted { return }
    for index in connectors.indices {
      connectors[index].forgetReports()
    }
    if FeatureSet.isComplete { firmwareAfterBoot() }
  }

  /// A time that no message can say is passed over: it is the first or the last there is of somebody who
  /// has none.
  @inline(never) mutating func setClock(_ wall: DateTime) {
    guard Stamp.range.contains(wall.milliseconds) else { return }
    lastSyncAt = now
    smartCharging.isStale = true
    let planned = plannedAligned
    if clock.set(wall), let offset = clock.offsets.first(where: { $0.boot == clock.boot }) {
      output.put(
        .clockOffset, Int(clock.boot % UInt32(StationClock.offsetLimit)), offset, .essential)
      for number in 1..<connectors.count {
        if case .charging = connectors[number].phase { planSamples(number) }
      }
    }
    replanAligned(planned)
    if FeatureSet.isComplete { firmwareClockSet() }
  }

  /// When a Heartbeat is due: any sent message postpones it, but the clock is set once a day at
  /// least (CP16-11).
  var heartbeatDue: Int64 {
    let interval = configuration.milliseconds(.heartbeatInterval)
    let daily = max(lastSyncAt, lastHeartbeatAt) + 86_400_000
    return interval > 0 ? min(lastSentAt + interval, daily) : daily
  }

  /// The call's time is up.
  mutating func expireCall() {
    if let deadline = outstanding?.deadline, deadline <= now { interrupted(isTimeout: true) }
  }

  /// No answer will come any more to the outstanding call, if there is one; a late one will be ignored
  /// (CP16-13).
  @inline(never) mutating func interrupted(isTimeout: Bool) {
    guard let call = outstanding.take() else { return }
    switch call.content {
    case .boot: registration.unanswered(now: now, &jitter)
    case .heartbeat: break
    case .authorize(let authorization): decideOffline(authorization)
    case .status(let report):
      // In doubt: the central system may believe the old status or this one, so that it is told what
      // is so by then, even if that is the old one again.
      connectors[report.connector].forgetReports()
    case .queued:
      let wait = isTimeout ? configuration.milliseconds(.transactionMessageRetryInterval) : 0
      queue.headUnanswered(notBefore: now + wait)
    case .notice(let notice):
      guard notice.outlivesConnection else { return drop(notice) }
      makeRoomForNotice()
      notices.insert(notice, at: 0)
    }
  }
}
