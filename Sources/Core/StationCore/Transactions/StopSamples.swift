import OCPP16

/// A meter value that goes into the transactionData of StopTransaction.
struct StopSample: Sendable {
  var transaction: UInt64
  var sample: Sample
  var slot = 0
}

extension StopSample: Recorded {
  func write(_ writer: inout RecordWriter) {
    writer.put(transaction)
    sample.write(&writer)
  }

  init?(_ reader: inout RecordReader) {
    transaction = reader.get64()
    guard let sample = Sample(&reader) else { return nil }
    self.sample = sample
  }
}

/// The meter values of all transactions that have not been delivered. When there is no more room for
/// one, the least missed of the same transaction goes; Transaction.Begin and Transaction.End never
/// do (CP16-61).
struct StopSamples: Sendable {
  private(set) var samples: [StopSample] = []
  let limit: Int

  init(limit: Int) {
    self.limit = limit
    samples.reserveCapacity(limit)
  }

  func count(of transaction: UInt64) -> Int {
    var count = 0
    for sample in samples where sample.transaction == transaction { count += 1 }
    return count
  }

  /// Adds a sample and returns its slot, which may be that of one that had to go; nil when it was
  /// the new one that could not be kept.
  mutating func add(_ transaction: UInt64, _ sample: Sample, perTransaction: Int) -> Int? {
    var isFull = samples.count >= limit || count(of: transaction) >= perTransaction
    if isFull, let index = leastMissed(of: transaction) ?? leastMissed(of: nil) {
      samples.remove(at: index)
      isFull = samples.count >= limit
    }
    // Beginning and end have room of their own beyond the limit: two per connector.
    let isEdge = sample.context == .transactionBegin || sample.context == .transactionEnd
    if isFull && !isEdge { return nil }
    var slot = 0
    while samples.contains(where: { $0.slot == slot }) { slot += 1 }
    samples.append(StopSample(transaction: transaction, sample: sample, slot: slot))
    return slot
  }

  mutating func restore(_ sample: StopSample) {
    let place =
      samples.firstIndex {
        $0.sample.stamp.milliseconds > sample.sample.stamp.milliseconds
      } ?? samples.count
    samples.insert(sample, at: place)
  }

  /// Takes one sample of a finished transaction out; nil when there is none left.
  mutating func remove(_ transaction: UInt64) -> Int? {
    guard let index = samples.firstIndex(where: { $0.transaction == transaction }) else {
      return nil
    }
    return samples.remove(at: index).slot
  }

  /// The sample between whose neighbours the least time passes.
  private func leastMissed(of transaction: UInt64?) -> Int? {
    var best: (index: Int, gap: Int64)?
    for (index, candidate) in samples.enumerated() {
      if let transaction, candidate.transaction != transaction { continue }
      switch candidate.sample.context {
      case .transactionBegin, .transactionEnd: continue
      default: break
      }
      var before = candidate.sample.stamp.milliseconds
      var after = before
      for place in stride(from: index - 1, through: 0, by: -1)
      where samples[place].transaction == candidate.transaction {
        before = samples[place].sample.stamp.milliseconds
        break
      }
      for place in (index + 1)..<max(samples.count, index + 1)
      where samples[place].transaction == candidate.transaction {
        after = samples[place].sample.stamp.milliseconds
        break
      }
      if best.map({ after - before < $0.gap }) ?? true { best = (index, after - before) }
    }
    return best?.index
  }
}
