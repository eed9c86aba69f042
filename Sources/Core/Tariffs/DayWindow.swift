/// A part of the local week: the same hours, by the clock on the wall, on some of its days. One that
/// ends before it begins goes on after midnight and belongs to the day on which it begins.
public struct DayWindow: Sendable, Equatable {
  /// Bit 0 is Monday, bit 6 Sunday.
  public var days: UInt8
  /// In minutes since midnight, 0…1439.
  public var from: Int
  /// In minutes since midnight, 0…1440; never the same as `from`.
  public var until: Int

  public static var everyDay: UInt8 { 0x7F }
  public static var minutesOfDay: Int { 1_440 }

  public init(days: UInt8 = DayWindow.everyDay, from: Int = 0, until: Int = minutesOfDay) {
    self.days = days
    self.from = from
    self.until = until
  }

  public static var always: DayWindow { DayWindow() }

  /// The words for the days, Monday first.
  public static func word(ofDay index: Int) -> StaticString {
    switch index {
    case 0: "mon"
    case 1: "tue"
    case 2: "wed"
    case 3: "thu"
    case 4: "fri"
    case 5: "sat"
    default: "sun"
    }
  }

  func contains(_ moment: LocalMoment) -> Bool {
    let (start, end) = (Int64(from) * 60_000, Int64(until) * 60_000)
    let isToday = days & 1 << UInt8(moment.weekday) != 0
    if start < end { return isToday && moment.ofDay >= start && moment.ofDay < end }
    if moment.ofDay >= start { return isToday }
    return moment.ofDay < end && days & 1 << UInt8((moment.weekday + 6) % 7) != 0
  }
}
