import OCPP16

/// A meter value that goes into the transactionData of StopTransaction. Not copyable: there is one.
struct StopSample: ~Copyable, Sendable {
  var slot = 0
  var sample: Sample
  var transaction: UInt64
  /// Boot number and counter: the order in which the samples were taken, whatever the clock said.
  var sequence: UInt64

  init(sample: Sample, transaction: UInt64, sequence: UInt64) {
    self.sample = sample
    self.transaction = transaction
    self.sequence = sequence
  }
}

extension StopSample: Recorded {
  func write(_ writer: inout RecordWriter) {
    writer.put(transaction)
    sample.write(&writer)
    writer.put(sequence)
  }

  init?(_ reader: inout RecordReader) {
    let transaction = reader.get64()
    guard let sample = Sample(&reader) else { return nil }
    // A record of an older firmware ends here (CP16-26).
    let sequence = reader.isAtEnd ? 0 : reader.get64()
    if reader.failed { return nil }
    self.init(sample: sample, transaction: transaction, sequence: sequence)
  }
}

/// The meter values of all transactions that have not been delivered. When there is no more room for
/// one, the least missed of the same transaction goes, or of another one; Transaction.Begin and
/// Transaction.End never do (CP16-61), and neither does anything of a transaction whose
/// StopTransaction may have left the station: a retry says what the first attempt said.
struct StopSamples: ~Copyable {
  private let pin = Pin()
  private var samples: PieceTable<StopSample>
  let limit: Int

  init(limit: Int) {
    self.limit = limit
    samples = PieceTable(limit: limit)
  }

  var count: Int { samples.count }
  var indices: Range<Int> { samples.indices }

  /// - Precondition: there is a sample at that index.
  subscript(index: Int) -> StopSample {
    unsafeAddress { samples.address(index) }
  }

  func count(of transaction: UInt64) -> Int {
    var count = 0
    for index in samples.indices where samples[index].transaction == transaction { count += 1 }
    return count
  }

  /// Adds a sample, which is then the last, in a slot that may be that of one that had to go; false when
  /// it was the new one that could not be kept.
  mutating func add(
    _ new: consuming StopSample, perTransaction: Int, sparing sent: UInt64?
  ) -> Bool {
    let transaction = new.transaction
    var isFull = samples.count >= limit || count(of: transaction) >= perTransaction
    // The new one takes the place of the one that goes, in the journal too.
    var place: Int?
    if isFull,
      let index = leastMissed(of: transaction, sparing: sent) ?? leastMissed(of: nil, sparing: sent)
    {
      place = take(index)
      isFull = samples.count >= limit
    }
    // Beginning and end have room of their own beyond the limit: two per connector.
    let isEdge =
      new.sample.context == .transactionBegin || new.sample.context == .transactionEnd
    if isFull && !isEdge { return false }
    new.slot = place ?? freeSlot()
    samples.append(new)
    return true
  }

  private func freeSlot() -> Int {
    var slot = 0
    while isTaken(slot) { slot += 1 }
    return slot
  }

  private func isTaken(_ slot: Int) -> Bool {
    for index in samples.indices where samples[index].slot == slot { return true }
    return false
  }

  mutating func restore(_ sample: consuming StopSample) {
    var place = 0
    while place < samples.count, samples[place].sequence <= sample.sequence { place += 1 }
    samples.insert(sample, at: place)
  }

  /// Takes a sample out and returns its slot.
  mutating func remove(at index: Int) -> Int { take(index) }

  /// Takes out the sample that is missed least, of whatever transaction, and returns its slot.
  mutating func thin(sparing sent: UInt64?) -> Int? {
    guard let index = leastMissed(of: nil, sparing: sent) else { return nil }
    return take(index)
  }

  private mutating func take(_ index: Int) -> Int {
    let slot = samples[index].slot
    samples.remove(at: index)
    return slot
  }

  /// The sample between whose neighbours the least time passes.
  private func leastMissed(of transaction: UInt64?, sparing sent: UInt64?) -> Int? {
    var best: (index: Int, gap: Int64)?
    for index in samples.indices {
      let own = samples[index].transaction
      if let transaction, own != transaction { continue }
      if own == sent { continue }
      switch samples[index].sample.context {
      case .transactionBegin, .transactionEnd: continue
      default: break
      }
      let gap = gap(around: index)
      if best.map({ gap < $0.gap }) ?? true { best = (index, gap) }
    }
    return best?.index
  }

  /// Milliseconds between the neighbours of a sample within its transaction.
  private func gap(around index: Int) -> Int64 {
    let own = samples[index].transaction
    var before = samples[index].sample.stamp.milliseconds
    var after = before
    var place = index - 1
    while place >= 0 {
      if samples[place].transaction == own {
        before = samples[place].sample.stamp.milliseconds
        break
      }
      place -= 1
    }
    place = index + 1
    while place < samples.count {
      if samples[place].transaction == own {
        after = samples[place].sample.stamp.milliseconds
        break
      }
      place += 1
    }
    return after - before
  }
}
