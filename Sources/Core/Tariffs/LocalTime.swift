public import OCPPJSON

/// The local time of a place over some span, as a table: whoever knows the rules of time zones fills
/// it in, so that nothing here has to.
public struct LocalTime: Sendable, Equatable {
  /// From an instant on, local time is ahead of UTC by this much.
  public struct Change: Sendable, Equatable {
    public var at: DateTime
    /// In milliseconds.
    public var offset: Int64

    public init(at: DateTime, offset: Int64) {
      self.at = at
      self.offset = offset
    }
  }

  /// Before the first change, in milliseconds.
  public let first: Int64
  public let changes: [Change]

  /// - Parameters:
  ///   - first: how far local time is ahead of UTC before the first change, in milliseconds.
  ///   - changes: in the order of time.
  public init(first: Int64, changes: [Change] = []) {
    self.first = first
    self.changes = changes
  }

  public static var utc: LocalTime { LocalTime(first: 0) }

  /// How far local time is ahead of UTC, in milliseconds, and when that changes next.
  func offset(at time: Int64) -> (offset: Int64, until: Int64) {
    var offset = first
    for change in changes {
      if change.at.milliseconds > time { return (offset, change.at.milliseconds) }
      offset = change.offset
    }
    return (offset, .max)
  }
}

/// A place in the local week.
struct LocalMoment: Equatable {
  static var dayLength: Int64 { 86_400_000 }

  /// Monday is 0.
  var weekday: Int
  /// Milliseconds since local midnight, by the clock on the wall.
  var ofDay: Int64

  /// - Parameter local: milliseconds since 1970, as local clocks showed them.
  init(local: Int64) {
    var day = local / LocalMoment.dayLength
    ofDay = local % LocalMoment.dayLength
    if ofDay < 0 {
      ofDay += LocalMoment.dayLength
      day -= 1
    }
    // 1970-01-01 was a Thursday.
    weekday = Int(((day + 3) % 7 + 7) % 7)
  }
}
