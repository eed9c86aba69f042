import Journal
import OCPP16
import OCPPJSON

extension ChargePoint {
  /// How long a restart waits for a flash that refuses, and between two tries, in milliseconds.
  static var restartPatience: Int64 { 10_000 }

  /// The batch is durable and the steps were performed: the output is empty again.
  public mutating func performed() {
    output.clear()
    isJournalFailing = false
    stuckUntil = nil
    outstanding?.isSent = true
  }

  /// The batch is not durable, and of the steps only the safe ones were performed. The records stay
  /// in the output and are tried again with the next event, at the latest after a second; until then
  /// no contactor closes, nothing is sent, and no transaction begins.
  ///
  /// When the journal has no room for them, and nothing is left that could be given up, it never will: the
  /// station restarts from what is in the journal. A restart that was asked for waits no longer
  /// than `restartPatience` for a flash that refuses.
  ///
  /// What was dropped follows from the state again: calls that were not sent count as lost with the
  /// connection, the hardware is told anew. Answers that were not sent stay away, because what they
  /// would have promised did not happen. Updates, uploads and what the program is told of its
  /// configuration wait for the records (`Step.waits`).
  mutating func persistFailed() {
    isJournalFailing = true
    output.dropSteps()
    if isRebooting {
      isRebooting = false
      reset = PendingReset(deadline: now, tries: reset?.tries ?? 0)
    }
    let isHopeless = journalRoom.isTooLong || !makeRoom() && journalRoom.isFull
    stuckUntil = isHopeless || reset != nil ? stuckUntil ?? now + ChargePoint.restartPatience : nil
    if outstanding?.isSent == false { interrupted(isTimeout: false) }
    forgetCalls()
    for number in 1..<connectors.count {
      connectors[number].hardwareToldNothing()
    }
    failingUntil = now + 1000
  }

  /// The batch can never be made durable, so that all the station could do is wait for ever. What it holds
  /// is forgotten: it never happened.
  mutating func startOverIfStuck() {
    guard let stuckUntil, stuckUntil <= now, !isRebooting else { return }
    self.stuckUntil = nil
    output.clear()
    isJournalFailing = false
    isAstray = true
    // What was to open in this turn went with the rest: all are told.
    for number in 1..<connectors.count { connectors[number].isContactorClosed = true }
    reboot(.hard)
  }

  /// A station that must not go on restarts again, `restartPatience` after a restart that failed.
  mutating func restartAgain(after event: Event) {
    guard isAstray else { return }
    if case .resetFailed = event {
      stuckUntil = now + ChargePoint.restartPatience
    } else if let due = stuckUntil, due <= now {
      stuckUntil = nil
      output.add(.reboot(.hard))
    }
  }

  /// Gives the journal room: an eighth of the meter values that wait and of the samples for stops,
  /// evenly (CP16-25), as far as the batch can take it. With none of either left, what the authorization
  /// cache knows. False when there was nothing to give up.
  private mutating func makeRoom() -> Bool {
    var values = 0
    for index in queue.indices {
      if case .values = queue[index].content { values += 1 }
    }
    var isRoomMade = false
    for _ in 0..<(values + 7) / 8 where hasRoomForRemoval && thinQueue() { isRoomMade = true }
    for _ in 0..<(stopSamples.count + 7) / 8 where hasRoomForRemoval {
      guard let slot = stopSamples.thin(sparing: transactionOfSentStop) else { break }
      output.forget(.stopSample, slot)
      isRoomMade = true
    }
    if isRoomMade { return true }
    while hasRoomForRemoval, let entry = cache.entries.last {
      _ = cache.remove(entry.idTag)
      output.forget(.cacheEntry, entry.slot)
      isRoomMade = true
    }
    return isRoomMade
  }
}
