import OCPP16

/// A meter value that goes into the transactionData of StopTransaction.
struct StopSample: Sendable {
  var slot = 0
  var sample: Sample
  var transaction: UInt64
  /// Boot number and counter: the order in which the samples were taken, whatever the clock said.
  var sequence: UInt64
}

extension StopSample: Recorded {
  func write(_ writer: inout RecordWriter) {
    writer.put(transaction)
    sample.write(&writer)
    writer.put(sequence)
  }

  init?(_ reader: inout RecordReader) {
    transaction = reader.get64()
    guard let sample = Sample(&reader) else { return nil }
    self.sample = sample
    // A record of an older firmware ends here (CP16-26).
    sequence = reader.isAtEnd ? 0 : reader.get64()
    if reader.failed { return nil }
  }
}

/// The meter values of all transactions that have not been delivered. When there is no more room for
/// one, the least missed of the same transaction goes, or of another one; Transaction.Begin and
/// Transaction.End never do (CP16-61), and neither does anything of a transaction whose
/// StopTransaction may have left the station: a retry says what the first attempt said.
struct StopSamples: ~Copyable, Sendable {
  private let pin = Pin()
  private(set) var samples: [StopSample] = []
  let limit: Int

  init(limit: Int) {
    self.limit = limit
    samples.reserveCapacity(limit)
  }

  func count(of transaction: UInt64) -> Int {
    var count = 0
    for index in samples.indices where samples[index].transaction == transaction { count += 1 }
    return count
  }

  /// Adds a sample and returns its slot, which may be that of one that had to go; nil when it was
  /// the new one that could not be kept.
  mutating func add(
    _ new: StopSample, perTransaction: Int, sparing sent: UInt64?
  ) -> Int? {
    let transaction = new.transaction
    var isFull = samples.count >= limit || count(of: transaction) >= perTransaction
    // The new one takes the place of the one that goes, in the journal too.
    var place: Int?
    if isFull,
      let index = leastMissed(of: transaction, sparing: sent) ?? leastMissed(of: nil, sparing: sent)
    {
      place = samples.remove(at: index).slot
      isFull = samples.count >= limit
    }
    // Beginning and end have room of their own beyond the limit: two per connector.
    let isEdge =
      new.sample.context == .transactionBegin || new.sample.context == .transactionEnd
    if isFull && !isEdge { return nil }
    let slot = place ?? freeSlot()
    samples.append(new)
    samples[samples.count - 1].slot = slot
    return slot
  }

  private func freeSlot() -> Int {
    var slot = 0
    while samples.indices.contains(where: { samples[$0].slot == slot }) { slot += 1 }
    return slot
  }

  mutating func restore(_ sample: StopSample) {
    let place =
      samples.indices.first { samples[$0].sequence > sample.sequence } ?? samples.count
    samples.insert(sample, at: place)
  }

  /// Takes one sample of a finished transaction out; nil when there is none left.
  mutating func remove(_ transaction: UInt64) -> Int? {
    guard let index = samples.indices.first(where: { samples[$0].transaction == transaction })
    else {
      return nil
    }
    return samples.remove(at: index).slot
  }

  /// Takes out the sample that is missed least, of whatever transaction, and returns its slot.
  mutating func thin(sparing sent: UInt64?) -> Int? {
    leastMissed(of: nil, sparing: sent).map { samples.remove(at: $0).slot }
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
