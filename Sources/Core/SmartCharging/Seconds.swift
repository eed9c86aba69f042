import OCPPJSON

extension DateTime {
  /// Whole seconds since 1970, rounded down. Schedules count seconds (§7.13), so everything here does;
  /// an instant is taken to be the second it lies in.
  var seconds: Int64 {
    let whole = milliseconds / 1000
    return milliseconds % 1000 < 0 ? whole - 1 : whole
  }

  /// The instant, or nil when it lies beyond what can be written, which means never.
  init?(seconds: Int64) {
    guard seconds <= DateTime.lastSecond else { return nil }
    self.init(milliseconds: seconds * 1000)
  }

  /// 9999-12-31T23:59:59Z, the last second of RFC 3339.
  private static var lastSecond: Int64 { 253_402_300_799 }
}
