internal import Foundation
public import OCPPJSON
internal import Synchronization
public import Tariffs

/// Local time as Foundation knows it, which has the rules of the IANA database, as tables for Core.
public enum TimeZones {
  /// Tables remembered, one for each zone and year; beyond it all are forgotten and made again.
  static let rememberedYears = 1_024

  private struct Key: Hashable {
    var zone: String
    var year: Int64
  }

  private static let known = Mutex<[Key: [LocalTime.Change]]>([:])

  /// Whether there is a time zone of this name: "Europe/Berlin".
  public static func contains(_ name: Text) -> Bool { zone(name) != nil }

  /// The local time of a zone over a span, or nil for a name that is none.
  public static func localTime(
    of name: Text, from start: DateTime, through end: DateTime
  ) -> LocalTime? {
    guard let zone = zone(name) else { return nil }
    let first = year(start.milliseconds)
    let last = max(first, year(end.milliseconds))
    var changes: [LocalTime.Change] = []
    for year in first...min(last, first + 3) { changes += self.changes(zone, "\(name)", year) }
    return LocalTime(first: offset(zone, first * yearLength), changes: changes)
  }

  private static func zone(_ name: Text) -> TimeZone? {
    let name = "\(name)"
    // Foundation also takes "GMT+3", whose sign people read in two ways.
    if name.hasPrefix("GMT") && name != "GMT" { return nil }
    return TimeZone(identifier: name)
  }

  /// Years of equal length, counted from 1970: only portions in which to remember.
  private static let yearLength: Int64 = 366 * 86_400_000

  private static func year(_ time: Int64) -> Int64 {
    time >= 0 ? time / yearLength : -1 - (-1 - time) / yearLength
  }

  private static func offset(_ zone: TimeZone, _ time: Int64) -> Int64 {
    let date = Date(timeIntervalSince1970: Double(time) / 1000)
    return Int64(zone.secondsFromGMT(for: date)) * 1000
  }

  private static func changes(
    _ zone: TimeZone, _ name: String, _ year: Int64
  ) -> [LocalTime.Change] {
    let key = Key(zone: name, year: year)
    if let found = known.withLock({ $0[key] }) { return found }
    let made = search(zone, year * yearLength, (year + 1) * yearLength)
    known.withLock { known in
      if known.count >= rememberedYears { known = [:] }
      known[key] = made
    }
    return made
  }

  /// Looks at every day, and where two of them differ for the second in between: also finds changes
  /// that are no daylight-saving time.
  private static func search(
    _ zone: TimeZone, _ start: Int64, _ end: Int64
  ) -> [LocalTime.Change] {
    var changes: [LocalTime.Change] = []
    var before = offset(zone, start)
    for day in stride(from: start, to: end, by: 86_400_000) {
      let after = offset(zone, day + 86_400_000)
      if after == before { continue }
      var (low, high) = (day / 1000, day / 1000 + 86_400)
      while high - low > 1 {
        let middle = (low + high) / 2
        if offset(zone, middle * 1000) == before { low = middle } else { high = middle }
      }
      changes.append(LocalTime.Change(at: DateTime(milliseconds: high * 1000), offset: after))
      before = after
    }
    return changes
  }
}
