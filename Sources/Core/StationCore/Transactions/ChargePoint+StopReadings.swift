import OCPP16

/// The readings that a stop needs, kept while a transaction goes on.
extension ChargePoint {
  /// Keeps a sample for StopTransaction. Begin and end go with it whenever anything does; with both
  /// lists empty there is no transactionData at all (CP16-61).
  @inline(never) mutating func keepForStop(_ number: Int, _ sample: Sample) {
    guard let transaction = connectors[number].transaction?.number else { return }
    if configuration.stopSampled.isEmpty && configuration.stopAligned.isEmpty { return }
    let limit = Int(configuration.number(.stopTransactionMaxMeterValues))
    let kept = StopSample(
      sample: sample, transaction: transaction, sequence: nextSequence())
    let isKept = stopSamples.add(
      kept, perTransaction: limit, sparing: transactionOfSentStop)
    if !isKept { return }
    let last = stopSamples.count - 1
    output.put(.stopSample, stopSamples[last].slot, stopSamples[last], .expendable)
  }

  @inline(never) mutating func keepLast(_ number: Int, _ sample: Sample) {
    let connector = connectors.place(number)
    guard let transaction = connector.pointee.transaction?.number else { return }
    connector.pointee.lastSample = sample
    connector.pointee.nextSampleRecord = now + setup.sampleJournalInterval
    connector.pointee.isRecordDue = false
    output.put(
      .lastSample, number,
      LastSample(
        transaction: transaction, stationTime: clock.stationTime, sample: sample))
  }

  /// Time to read the meter for the journal.
  mutating func recordTick(_ number: Int) {
    let connector = connectors.place(number)
    guard let due = connector.pointee.sampleRecordDue, due <= now else { return }
    if !connector.pointee.wanted.isEmpty { return }
    // Silent: asked again after another interval.
    connector.pointee.nextSampleRecord = now + setup.sampleJournalInterval
    connector.pointee.isRecordDue = true
    want(.record, number)
  }

  /// Every so often the reading goes to the journal, for the case that the power goes.
  mutating func journalSample(_ number: Int) {
    let connector = connectors.place(number)
    guard case .charging = connector.pointee.phase, connector.pointee.isInTransaction,
      let reading = connector.pointee.reading,
      connector.pointee.isRecordDue || now >= connector.pointee.nextSampleRecord
    else { return }
    keepLast(
      number,
      Sample(
        context: .interruptionBegin, offered: connector.pointee.offered, stamp: clock.stamp(),
        reading: reading))
  }
}
