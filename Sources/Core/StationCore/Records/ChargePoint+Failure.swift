import OCPP16
import OCPPJSON

extension ChargePoint {
  /// The batch is durable and the steps were performed: the output is empty again.
  public mutating func performed() {
    output.clear()
    isJournalFailing = false
    outstanding?.isSent = true
  }

  /// The batch is not durable, and of the steps only the safe ones were performed. The records stay
  /// in the output and are tried again with the next event, at the latest after a second; until then
  /// no contactor closes, nothing is sent, and no transaction begins.
  ///
  /// What was dropped follows from the state again: calls that were not sent count as lost with the
  /// connection, the hardware is told anew. Answers that were not sent stay away, because what they
  /// would have promised did not happen.
  mutating func persistFailed() {
    isJournalFailing = true
    output.dropSteps()
    makeRoom()
    if outstanding?.isSent == false { interrupted(isTimeout: false) }
    forgetCalls()
    if isRebooting {
      isRebooting = false
      reset = PendingReset(deadline: now)
    }
    if firmware.phase == .downloading || firmware.phase == .verifying {
      firmware.phase = .scheduled
      firmware.attemptsLeft += 1
      firmware.nextAt = now
    }
    let soon = now
    upload?.retryAt = soon
    for number in 1..<connectors.count {
      connectors[number].hardwareToldNothing()
    }
    failingUntil = now + 1000
  }

  /// Gives the journal room: an eighth of the meter values that wait and of the samples for stops,
  /// evenly (CP16-25). With none of either left, what the authorization cache knows.
  private mutating func makeRoom() {
    var values = 0
    for index in queue.indices {
      if case .values = queue[index].content { values += 1 }
    }
    var isRoomMade = false
    for _ in 0..<(values + 7) / 8 where thinQueue() { isRoomMade = true }
    for _ in 0..<(stopSamples.count + 7) / 8 {
      guard let slot = stopSamples.thin(sparing: transactionOfSentStop) else { break }
      output.forget(.stopSample, slot)
      isRoomMade = true
    }
    if isRoomMade { return }
    for entry in cache.entries { output.forget(.cacheEntry, entry.slot) }
    cache.removeAll()
  }
}
