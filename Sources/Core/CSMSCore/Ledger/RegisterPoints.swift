import OCPPJSON

/// What the register of one transaction said, gathered from packed meter values piece by piece, so that
/// nobody needs all of them at once.
///
/// At most `LedgerLimits.registerPoints` are held: when there are more, every second one goes, and from
/// then on as many are passed over. What is left proves the same energy, only less exactly when.
public struct RegisterPoints: Sendable, Equatable {
  /// How many meter records there were, whatever they said.
  public private(set) var records = 0
  private var held: [RegisterPoint] = []
  /// Of so many, one is held.
  private var stride = 1
  private var passedOver = 0
  /// Passed over, but newer than every other.
  private var newest: RegisterPoint?
  private var last = DateTime(milliseconds: .min)
  private let limit: Int

  public init() { self.init(limit: LedgerLimits.registerPoints) }

  init(limit: Int) { self.limit = limit }

  /// - Parameters:
  ///   - packed: whole records, in the order they were kept.
  ///   - most: how many records there may be in all; those beyond it are left out.
  public mutating func add(_ packed: [UInt8], upTo most: Int = .max) {
    var count = 0
    var end = 0
    for record in MeterRecords(packed) {
      if records + count >= most { break }
      count += 1
      end = record.range.upperBound
    }
    records += count
    let isWhole = end == packed.count
    for point in RegisterReadings(isWhole ? packed : Array(packed[..<end])) { add(point) }
  }

  private mutating func add(_ point: RegisterPoint) {
    let isNewest = point.time >= last
    if isNewest {
      last = point.time
      newest = nil
    }
    passedOver += 1
    guard passedOver >= stride else {
      if isNewest { newest = point }
      return
    }
    passedOver = 0
    held.append(point)
    if held.count < limit { return }
    stride *= 2
    let rest = held.indices.filter { $0 % 2 == 1 }.map { held[$0] }
    held = rest
  }

  /// In the order of time, which stations that were offline do not keep; by place where times agree, so
  /// that the order is always the same.
  var inOrder: [RegisterPoint] {
    let points = newest.map { held + [$0] } ?? held
    let isSorted = zip(points, points.dropFirst()).allSatisfy { $0.time <= $1.time }
    if isSorted { return points }
    let order = points.indices.sorted {
      points[$0].time == points[$1].time ? $0 < $1 : points[$0].time < points[$1].time
    }
    return order.map { points[$0] }
  }
}
