/// The queue of what transactions owe the central system.
extension ChargePoint {
  /// Puts a message in line and in the journal. Meter values are thinned when there is little room
  /// left, so that the start and stop of every transaction always fit (CP16-25).
  @inline(never) mutating func enqueue(
    _ transaction: UInt64, _ number: Int, _ content: QueuedMessage.Content
  ) {
    let reserve = transactionCount
    if case .values = content {
      while queue.count + reserve >= queue.limit {
        if !thinQueue() { return }
      }
    } else {
      while queue.count >= queue.limit, thinQueue() {}
    }
    queue.append(
      content, connector: number, sequence: nextSequence(), transaction: transaction)
    let last = queue.count - 1
    output.put(.message, queue[last].slot, queue[last], queue[last].priority)
  }

  /// The transaction whose StopTransaction is at the head of the queue: it may have been sent, before
  /// a restart too, and is not changed any more.
  @inline(never) var transactionOfSentStop: UInt64? {
    if queue.isEmpty { return nil }
    guard case .stop = queue[0].content else { return nil }
    return queue[0].transaction
  }

  /// Gives up the meter value that is missed least, and what was noted of its attempts. False when
  /// there is none to give up.
  @inline(never) mutating func thinQueue() -> Bool {
    let hadAttempts = queue.attempts > 0
    guard let slot = queue.thin() else { return false }
    output.forget(.message, slot)
    if hadAttempts && queue.attempts == 0 { output.forget(.attempts, 0) }
    return true
  }
}
