/// What the operator knows for certain about limits at a station.
struct CertainLimits {
  /// A limit in mA by phase that holds most of the day, and another one late in the evening.
  struct Bound: Equatable {
    var daily: Int32
    var evening: Int32

    /// When the evening begins, in milliseconds after midnight UTC.
    static var evening: Int64 { 20 * 3_600_000 }
    /// How wrong a station's clock may be: a jump, or a power cut before it was set again.
    private static var doubt: Int64 { 6 * 3_600_000 }

    /// The most that a station may think is allowed at this wall time.
    func ceiling(at wall: Int64) -> Int32 {
      if daily == evening { return daily }
      let time = wall % 86_400_000
      let isCertain = time > Bound.doubt && time < Bound.evening - Bound.doubt
      return isCertain ? daily : max(daily, evening)
    }
  }

  /// Of the transaction that runs.
  enum OfTransaction: Equatable {
    case none
    /// A profile may be there or not: nothing is certain until the transaction ends.
    case unknown
    case certain(Int32)
  }

  /// By connector; 0 is all connectors together.
  var standing: [Int: Bound] = [:]
  var ofTransaction: [OfTransaction]
  /// Counts what may change limits: an answer to anything but the latest proves nothing.
  var changes = 0
  /// Counts the ends of transactions by connector.
  var endings: [Int]

  init(connectors: Int) {
    ofTransaction = Array(repeating: .none, count: connectors + 1)
    endings = Array(repeating: 0, count: connectors + 1)
  }

  /// The most that may be offered at a connector; nil when nothing is certain.
  func ceiling(_ connector: Int, at wall: Int64) -> Int32? {
    switch connector == 0 ? .none : ofTransaction[connector] {
    case .none: standing[connector]?.ceiling(at: wall)
    case .unknown: nil
    case .certain(let limit): limit
    }
  }

  mutating func transactionEnded(_ connector: Int) {
    ofTransaction[connector] = .none
    endings[connector] += 1
  }

  /// Something goes out that takes limits away.
  mutating func clear() {
    standing = [:]
    changes += 1
    for index in ofTransaction.indices where ofTransaction[index] != .none {
      ofTransaction[index] = .unknown
    }
  }
}
