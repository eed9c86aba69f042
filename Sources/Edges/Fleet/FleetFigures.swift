/// What a fleet has done and does, of one loop or of all.
public struct FleetFigures: Sendable, Equatable {
  // Now
  /// Stations that are switched on.
  public var stations = 0
  /// … whose socket is open.
  public var online = 0
  /// … which the central system has accepted.
  public var registered = 0
  /// Running transactions.
  public var charging = 0
  /// In W.
  public var power: Int64 = 0
  /// Transaction messages the central system has not acknowledged.
  public var owed = 0

  // So far
  /// Delivered, in Wh.
  public var energy: Int64 = 0
  public var messagesIn: UInt64 = 0
  public var messagesOut: UInt64 = 0
  public var connections: UInt64 = 0
  public var failedConnections: UInt64 = 0
  public var lostConnections: UInt64 = 0
  /// Drivers who came, transactions that began, and drivers who were turned away.
  public var visits: UInt64 = 0
  public var transactions: UInt64 = 0
  public var refusals: UInt64 = 0
  /// CALLERRORs of the central system.
  public var callErrors: UInt64 = 0
  /// Messages given up after all their attempts, and batches a journal did not take.
  public var deadLetters: UInt64 = 0
  public var journalFailures: UInt64 = 0
  /// From a call's departure to its answer.
  public var answerTimes = AnswerTimes()

  public init() {}

  public mutating func add(_ other: FleetFigures) {
    stations += other.stations
    online += other.online
    registered += other.registered
    charging += other.charging
    power += other.power
    owed += other.owed
    energy += other.energy
    messagesIn += other.messagesIn
    messagesOut += other.messagesOut
    connections += other.connections
    failedConnections += other.failedConnections
    lostConnections += other.lostConnections
    visits += other.visits
    transactions += other.transactions
    refusals += other.refusals
    callErrors += other.callErrors
    deadLetters += other.deadLetters
    journalFailures += other.journalFailures
    answerTimes.add(other.answerTimes)
  }
}

/// Durations in buckets an eighth wide, from a microsecond to some hours.
public struct AnswerTimes: Sendable, Equatable {
  private var buckets = [UInt64](repeating: 0, count: 280)
  public private(set) var count: UInt64 = 0
  /// In microseconds.
  public private(set) var longest: UInt64 = 0

  public init() {}

  public mutating func record(microseconds: UInt64) {
    count += 1
    longest = max(longest, microseconds)
    buckets[Self.bucket(microseconds)] += 1
  }

  public mutating func add(_ other: AnswerTimes) {
    count += other.count
    longest = max(longest, other.longest)
    for index in buckets.indices { buckets[index] += other.buckets[index] }
  }

  /// What was added since an earlier reading; `longest` stays that of all.
  public func since(_ earlier: AnswerTimes) -> AnswerTimes {
    var rest = self
    rest.count -= earlier.count
    for index in buckets.indices { rest.buckets[index] -= earlier.buckets[index] }
    return rest
  }

  /// The time within which this share of the answers came, in microseconds: the upper end of its
  /// bucket.
  public func quantile(_ share: Double) -> UInt64 {
    var left = UInt64((Double(count) * share).rounded(.up))
    for (index, number) in buckets.enumerated() where number > 0 {
      if number >= left { return min(Self.upperEnd(index), longest) }
      left -= number
    }
    return longest
  }

  private static func bucket(_ microseconds: UInt64) -> Int {
    if microseconds < 8 { return Int(microseconds) }
    let power = 63 - microseconds.leadingZeroBitCount
    return min(279, (power - 2) * 8 + Int(microseconds >> UInt64(power - 3) & 7))
  }

  private static func upperEnd(_ bucket: Int) -> UInt64 {
    if bucket < 8 { return UInt64(bucket) }
    let power = bucket / 8 + 2
    return UInt64(bucket % 8 + 9) << UInt64(power - 3)
  }
}
