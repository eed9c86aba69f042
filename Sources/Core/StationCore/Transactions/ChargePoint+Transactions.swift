import Journal
import OCPP16
import OCPPJSON

extension ChargePoint {
  /// Token and cable are there: the meter is read, and its answer begins the transaction.
  @inline(never) mutating func begin(_ number: Int, _ token: Token) {
    let connector = connectors.place(number)
    // From here on the token is the connector's, so that whatever ends the start ends what came with it.
    connector.pointee.phase = .starting(token)
    guard canBegin else {
      prompt(number, .memoryFull)
      return abandonStart(number)
    }
    guard connector.pointee.fault == .noError else {
      prompt(number, .outOfService)
      return abandonStart(number)
    }
    prompt(number, .accepted)
    want(.begin, number)
  }

  /// Whether one more transaction fits: the last thing that is refused when memory or journal are
  /// full (CP16-25).
  @inline(never) var canBegin: Bool {
    // A reset waits for what runs, and not for ever for what comes.
    if isJournalFailing || isRebooting || reset != nil { return false }
    var owed = 0
    for index in queue.indices where queue[index].priority == .essential { owed += 1 }
    // In the journal room is made for it where there is something to give up.
    let spare = queue.count - owed + stopSamples.count + cache.entries.count
    if spare < 8 && !hasRoomForTransaction { return false }
    // Its start, its stop, and a stop for every transaction that runs.
    return owed + transactionCount + 2 <= queue.limit
  }

  /// How many transactions run.
  @inline(never) var transactionCount: Int {
    var count = 0
    for number in connectors.indices where connectors[number].isInTransaction { count += 1 }
    return count
  }

  /// The first reading is there. Everything that makes the transaction is one batch, durable before
  /// the contactor closes.
  mutating func transactionBegins(_ number: Int, _ token: Token, _ sample: Sample) {
    let connector = connectors.place(number)
    guard canBegin else {
      prompt(number, .memoryFull)
      return abandonStart(number)
    }
    guard connector.pointee.fault == .noError else {
      prompt(number, .outOfService)
      return abandonStart(number)
    }
    let reservation = takeReservation(number, token)
    var transaction = Transaction(
      number: nextSequence(), idTag: token.idTag, parentIdTag: token.parentIdTag,
      start: sample.stamp, meterStart: sample.reading.energy)
    transaction.reservation = reservation
    connector.pointee.transaction = transaction
    connector.pointee.phase = .charging
    connector.pointee.isHeld = false
    output.put(.transaction, number, transaction, .essential)
    enqueue(
      transaction.number, number,
      .start(
        idTag: token.idTag, meterStart: sample.reading.energy, at: sample.stamp,
        reservation: reservation))
    keepLast(number, sample)
    keepForStop(number, sample)
    planSamples(number)
    transactionBeganForSmartCharging(number, token.remoteStart)
    prompt(number, .charging)
  }

  /// Opens the contactor and reads the meter for the last time. From here on the transaction is over,
  /// why and since when: a power cut before the reading changes neither. Does nothing without a
  /// transaction that runs.
  @inline(never) mutating func stop(_ number: Int, _ reason: Reason, by idTag: Text) {
    let connector = connectors.place(number)
    switch connector.pointee.phase {
    case .charging:
      connector.pointee.phase = .stopping
      connector.pointee.nextSample = nil
      openContactor(number)
      connector.pointee.transaction?.ending = Ending(
        reason: reason, idTag: idTag, stamp: clock.stamp())
      putTransaction(number)
      want(.end, number)
    case .starting:
      // Nothing is durable yet: it never was.
      abandonStart(number)
    case .idle, .waitingForCable, .waitingForToken, .stopping, .finishing: break
    }
  }

  /// The last reading is there: the end and what is owed for it are one batch.
  @inline(never) mutating func transactionEnds(_ number: Int, _ ending: Ending, _ sample: Sample) {
    let connector = connectors.place(number)
    guard let begun = connector.pointee.transaction?.meterStart,
      let transaction = connector.pointee.transaction?.number,
      let id = connector.pointee.transaction?.id
    else { return }
    // The register never goes back; a reading that does is of another meter.
    let meterStop = max(sample.reading.energy, begun)
    keepForStop(number, sample)
    hold(number, after: ending.reason)
    connector.pointee.forgetTransaction()
    output.forget(.transaction, number)
    output.forget(.lastSample, number)
    enqueue(
      transaction, number,
      .stop(idTag: ending.idTag, meterStop: meterStop, at: sample.stamp, ending.reason))
    if id != .pending { name(transaction, id) }
    connector.pointee.phase = connector.pointee.isPlugged ? .finishing : .idle
    transactionEndedForSmartCharging(number, transaction)
    applyScheduledAvailability(number)
    prompt(number, .finished)
    if connector.pointee.unlockDeadline != nil { tryUnlock(number) }
  }

  /// The cable stays locked after a refusal, and after an unplugged vehicle when the key says so,
  /// until the one who began comes back (CP16-36, CP16-43).
  @inline(never) private mutating func hold(_ number: Int, after reason: Reason) {
    let connector = connectors.place(number)
    switch reason {
    case .deAuthorized: connector.pointee.isHeld = connector.pointee.isPlugged
    case .evDisconnected:
      connector.pointee.isHeld = !configuration.isOn(.unlockConnectorOnEVSideDisconnect)
    default: connector.pointee.isHeld = false
    }
    connector.pointee.heldFor = connector.pointee.transaction?.idTag ?? Text()
  }

  /// Back to where the connector was before somebody presented a token.
  @inline(never) mutating func abandonStart(_ number: Int) {
    let connector = connectors.place(number)
    let until = now + configuration.milliseconds(.connectionTimeOut)
    let canWait = connector.pointee.isPlugged && !connector.pointee.isOutOfService
    abandonStart(number, for: canWait ? .waitingForToken(until: until) : .idle)
    connector.pointee.wanted.remove(.begin)
    applyScheduledAvailability(number)
  }

  /// Leaves for a phase in which nobody is about to begin.
  @inline(never) mutating func abandonStart(_ number: Int, for phase: ConnectorPhase) {
    let connector = connectors.place(number)
    let remoteStart = connector.pointee.remoteStart
    connector.pointee.phase = phase
    startAbandonedForSmartCharging(remoteStart)
  }

  // MARK: What the central system says

  mutating func started(
    _ transaction: UInt64, _ idTag: Text, _ response: StartTransactionResponse
  ) {
    name(transaction, .known(response.transactionId))
    learn(idTag, response.idTagInfo)
    for number in connectors.indices
    where connectors[number].transaction?.number == transaction {
      if let parent = response.idTagInfo.parentIdTag {
        connectors[number].transaction?.parentIdTag = parent
      }
      if response.idTagInfo.status != .accepted { invalidated(number) }
      putTransaction(number)
    }
  }

  /// The id is not accepted after all (CP16-36).
  private mutating func invalidated(_ number: Int) {
    let connector = connectors.place(number)
    prompt(number, .refused)
    if configuration.isOn(.stopTransactionOnInvalidId) {
      return stop(number, .deAuthorized, by: Text())
    }
    let extra = configuration.number(.maxEnergyOnInvalidId)
    let register = connector.pointee.reading?.energy ?? 0
    connector.pointee.transaction?.permission = .until(register: register + extra)
  }

  /// Gives a transaction the central system's name, wherever the transaction is by now.
  @inline(never) mutating func name(_ transaction: UInt64, _ id: CentralID) {
    for number in connectors.indices
    where connectors[number].transaction?.number == transaction {
      connectors[number].transaction?.id = id
      putTransaction(number)
      return
    }
    guard queue.owes(transaction) else { return }
    var slot = 0
    while openIDs.contains(where: { $0.slot == slot }) { slot += 1 }
    openIDs.append(OpenTransactionID(id: id, slot: slot, transaction: transaction))
    output.put(
      .transactionID, slot, TransactionIDRecord(transaction: transaction, id: id), .essential)
  }

  func centralID(of transaction: UInt64) -> CentralID {
    for number in connectors.indices
    where connectors[number].transaction?.number == transaction {
      return connectors[number].transaction?.id ?? .pending
    }
    for open in openIDs where open.transaction == transaction { return open.id }
    return .pending
  }

  /// Nothing is owed for the transaction any more.
  @inline(never) mutating func closeBooks(_ transaction: UInt64) {
    if let index = openIDs.firstIndex(where: { $0.transaction == transaction }) {
      output.forget(.transactionID, openIDs.remove(at: index).slot)
    }
    forgetSomeSamples()
  }

  /// What was left the last time, in a batch of its own.
  mutating func forgetLeftSamples() {
    if hasLeftSamples && !isJournalFailing && output.batch.count == 0 { forgetSomeSamples() }
  }

  /// Samples of transactions that are over and delivered go a few at a time: as many as there may be would
  /// be more than a batch may take.
  @inline(never) private mutating func forgetSomeSamples() {
    var left = 16
    var index = stopSamples.count
    while index > 0 && left > 0 {
      index -= 1
      if isOwed(stopSamples[index].transaction) { continue }
      output.forget(.stopSample, stopSamples.remove(at: index))
      left -= 1
    }
    hasLeftSamples = left == 0
  }

  private func isOwed(_ transaction: UInt64) -> Bool {
    for number in connectors.indices where connectors[number].transaction?.number == transaction {
      return true
    }
    return queue.owes(transaction)
  }

  /// Journals a transaction as it stands.
  @inline(never) private mutating func putTransaction(_ number: Int) {
    if let transaction = connectors[number].transaction {
      output.put(.transaction, number, transaction, .essential)
    }
  }
}
