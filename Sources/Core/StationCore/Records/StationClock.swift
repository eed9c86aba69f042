import OCPPJSON

/// When something happened. Before the clock was set that is station time and the boot it belongs
/// to; it becomes wall time when it is sent (CP16-27).
struct Stamp: Sendable, Equatable {
  var isWall: Bool
  var boot: UInt32
  /// Milliseconds since 1970 when `isWall`, else of station time.
  var milliseconds: Int64

  init(milliseconds: Int64, boot: UInt32, isWall: Bool) {
    self.isWall = isWall
    self.boot = boot
    self.milliseconds = milliseconds
  }
}

extension Stamp: Recorded {
  /// What a message can say: up to the year 9000, with room for an offset.
  static var range: ClosedRange<Int64> { 0...221_845_000_000_000 }

  func write(_ writer: inout RecordWriter) {
    writer.put(milliseconds)
    writer.put32(Int32(bitPattern: boot))
    writer.put(isWall)
  }

  /// By boot, and within a boot what was stamped before the clock was set comes first.
  func isBefore(_ other: Stamp) -> Bool {
    if boot != other.boot { return boot < other.boot }
    if isWall != other.isWall { return other.isWall }
    return milliseconds < other.milliseconds
  }

  init?(_ reader: inout RecordReader) {
    // Nothing is lost over a time that makes no sense.
    milliseconds = min(max(reader.getInt64(), Stamp.range.lowerBound), Stamp.range.upperBound)
    boot = UInt32(bitPattern: reader.getInt32())
    isWall = reader.getBool()
    if reader.failed { return nil }
  }
}

/// Monotonic time, the number of this boot, and wall time once somebody told it.
///
/// *Station time* is monotonic time that goes on across boots as if the power had been off for no
/// time at all. An event of an earlier boot that never learned the wall time is placed with the
/// offset of the next boot that did: order and distances within the boot are right, and it is late
/// by at most the time between the boot's last record and the next boot.
struct StationClock: ~Copyable, Sendable {
  private let pin = Pin()
  /// Offsets of this many boots are kept.
  static var offsetLimit: Int { 8 }

  struct BootOffset: Sendable {
    var boot: UInt32
    /// Wall time minus station time.
    var milliseconds: Int64
  }

  var boot: UInt32 = 0
  /// Station time when monotonic time was 0.
  var base: Int64 = 0
  /// Monotonic milliseconds of the event at hand.
  private(set) var now: Int64 = 0
  /// Wall time minus monotonic time, as the last sync had it.
  private(set) var wallOffset: Int64?
  private(set) var offsets: [BootOffset] = []

  var stationTime: Int64 { base + now }
  var isSet: Bool { wallOffset != nil }
  var wall: DateTime? { wallOffset.map { DateTime(milliseconds: now + $0) } }

  /// Time never runs backwards, whatever a driver says.
  mutating func advance(to now: Int64) { self.now = max(self.now, now) }

  /// The central system said what time it is. True for the first time since boot.
  mutating func set(_ wall: DateTime) -> Bool {
    let isFirst = wallOffset == nil
    wallOffset = wall.milliseconds - now
    if isFirst { note(BootOffset(boot: boot, milliseconds: wall.milliseconds - stationTime)) }
    return isFirst
  }

  mutating func note(_ offset: BootOffset) {
    if let old = offsets.firstIndex(where: { $0.boot == offset.boot }) { offsets.remove(at: old) }
    if offsets.count == StationClock.offsetLimit { offsets.remove(at: 0) }
    let place = offsets.firstIndex { $0.boot > offset.boot } ?? offsets.count
    offsets.insert(offset, at: place)
  }

  @inline(never) func stamp() -> Stamp {
    if let wall { return Stamp(milliseconds: wall.milliseconds, boot: boot, isWall: true) }
    return Stamp(milliseconds: stationTime, boot: boot, isWall: false)
  }

  /// The wall time of a stamp; nil while neither its boot nor a later one knows it. The same answer
  /// for ever once there is one, so that the retry of a message says what the message said.
  @inline(never) func wall(of stamp: Stamp) -> DateTime? {
    if stamp.isWall { return DateTime(milliseconds: stamp.milliseconds) }
    for offset in offsets where offset.boot >= stamp.boot {
      return DateTime(milliseconds: stamp.milliseconds + offset.milliseconds)
    }
    return nil
  }
}

/// Random enough for jitter; nothing secret depends on it.
struct Jitter: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed | 1 }

  /// Between half of `wait` and `wait`.
  mutating func spread(_ wait: Int64) -> Int64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    let half = max(wait / 2, 1)
    return wait - half + Int64(state % UInt64(half + 1))
  }
}
