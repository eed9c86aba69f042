import CSMSCore
import OCPP16
import OCPPRPC

/// What went over the wires of one shard, or of all of them added up.
public struct TrafficStatistics: Sendable, Equatable {
  /// Calls from stations, by action index.
  public var callsIn = [UInt64](repeating: 0, count: Action.allCases.count)
  /// Those of them that were refused.
  public var refusedIn = [UInt64](repeating: 0, count: Action.allCases.count)
  /// Calls to stations, by action index.
  public var callsOut = [UInt64](repeating: 0, count: Action.allCases.count)
  /// CALLERRORs sent, by code.
  public var errorsOut = [UInt64](repeating: 0, count: RPCErrorCode.allCases.count)
  /// Frames passed over, by reason.
  public var ignored = [UInt64](repeating: 0, count: IgnoredFrame.allCases.count)
  /// Calls to stations that ended without a good answer.
  public var callsFailed: UInt64 = 0
  /// Facts the store could not keep.
  public var factsFailed: UInt64 = 0
  /// From a call's arrival to its answer.
  public var answerTimes = Histogram()
  /// Stations let in, and sockets replaced by a newer one of the same station.
  public var admitted: UInt64 = 0
  public var replaced: UInt64 = 0
  /// Stations turned away at the door.
  public var refused: UInt64 = 0
  /// Times a station was read later because it said too much.
  public var delayed: UInt64 = 0
  /// Connections cut because the station fell silent.
  public var silenced: UInt64 = 0

  public init() {}

  public mutating func add(_ other: TrafficStatistics) {
    func sum(_ counts: inout [UInt64], _ more: [UInt64]) {
      for index in counts.indices { counts[index] += more[index] }
    }
    sum(&callsIn, other.callsIn)
    sum(&refusedIn, other.refusedIn)
    sum(&callsOut, other.callsOut)
    sum(&errorsOut, other.errorsOut)
    sum(&ignored, other.ignored)
    callsFailed += other.callsFailed
    factsFailed += other.factsFailed
    answerTimes.add(other.answerTimes)
    admitted += other.admitted
    replaced += other.replaced
    refused += other.refused
    silenced += other.silenced
    delayed += other.delayed
  }
}

/// Durations in buckets of powers of two of a microsecond, each split in four: 19 % wide.
public struct Histogram: Sendable, Equatable {
  public private(set) var buckets = [UInt32](repeating: 0, count: 96)
  public private(set) var count: UInt64 = 0
  /// In nanoseconds.
  public private(set) var total: UInt64 = 0
  public private(set) var maximum: UInt64 = 0

  public init() {}

  public mutating func record(nanoseconds: UInt64) {
    count += 1
    total &+= nanoseconds
    maximum = max(maximum, nanoseconds)
    buckets[Histogram.bucket(nanoseconds)] &+= 1
  }

  private static func bucket(_ nanoseconds: UInt64) -> Int {
    let quarters = nanoseconds / 250
    if quarters < 4 { return Int(quarters) }
    let power = 63 - quarters.leadingZeroBitCount
    return min(95, (power - 1) * 4 + Int(quarters >> UInt64(power - 2) & 3))
  }

  /// The upper bound of a bucket, in nanoseconds.
  public static func upperBound(_ bucket: Int) -> UInt64 {
    if bucket < 4 { return UInt64(bucket + 1) * 250 }
    let power = bucket / 4 + 1
    return (UInt64(4 + bucket % 4 + 1) << UInt64(power - 2)) * 250
  }

  /// The duration that `share` (0…1) of all do not exceed, in nanoseconds.
  public func quantile(_ share: Double) -> UInt64 {
    var left = UInt64(Double(count) * share)
    for (index, bucket) in buckets.enumerated() {
      if UInt64(bucket) > left { return min(Histogram.upperBound(index), maximum) }
      left -= UInt64(bucket)
    }
    return maximum
  }

  public mutating func add(_ other: Histogram) {
    for index in buckets.indices { buckets[index] &+= other.buckets[index] }
    count += other.count
    total &+= other.total
    maximum = max(maximum, other.maximum)
  }
}
