/// An instant: milliseconds since 1970-01-01T00:00:00Z, past 2038 and before 1970 too.
@frozen public struct DateTime: Sendable, Equatable, Comparable {
  public var milliseconds: Int64

  @inlinable public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  @inlinable public static func < (left: DateTime, right: DateTime) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// 0000-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z, the bounds of RFC 3339.
  static let earliest: Int64 = -62_167_219_200_000
  static let latest: Int64 = 253_402_300_799_999

  /// Parses RFC 3339: any offset, 0–9 fraction digits (kept to the millisecond, cut not rounded),
  /// `T` and `Z` in either case, second 60 for a leap second. Nil for anything else, a missing
  /// offset included.
  public init?(rfc3339 bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 20, bytes.count <= 35, let start = bytes.baseAddress else { return nil }
    var cursor = DateTimeCursor(start, bytes.count)
    guard let seconds = cursor.dateAndTime(), let fraction = cursor.fraction(),
      let offset = cursor.offset()
    else { return nil }
    milliseconds = (seconds - offset) * 1000 + fraction
    if milliseconds < DateTime.earliest || milliseconds > DateTime.latest { return nil }
  }
}

/// Reads the parts of a date-time one after the other.
struct DateTimeCursor {
  let text: UnsafePointer<UInt8>
  let count: Int
  var index = 19
  var bad = false

  init(_ text: UnsafePointer<UInt8>, _ count: Int) {
    self.text = text
    self.count = count
  }

  mutating func twoDigits(_ at: Int) -> Int {
    let tens = text[at] &- 0x30
    let ones = text[at &+ 1] &- 0x30
    if tens > 9 || ones > 9 { bad = true }
    return Int(tens) &* 10 &+ Int(ones)
  }

  /// `YYYY-MM-DDThh:mm:ss` as seconds since 1970.
  mutating func dateAndTime() -> Int64? {
    let year = twoDigits(0) &* 100 &+ twoDigits(2)
    let month = twoDigits(5)
    let day = twoDigits(8)
    let hour = twoDigits(11)
    let minute = twoDigits(14)
    let second = twoDigits(17)
    if bad || text[4] != 0x2D || text[7] != 0x2D || text[10] | 0x20 != 0x74 { return nil }
    if text[13] != 0x3A || text[16] != 0x3A { return nil }
    if month == 0 || month > 12 || day == 0 || hour > 23 || minute > 59 || second > 60 {
      return nil
    }
    if day > 28 && day > DateTime.days(inMonth: month, ofYear: year) { return nil }
    let days = DateTime.daysSince1970(year: year, month: month, day: day)
    return Int64(days) * 86_400 + Int64(hour &* 3600 &+ minute &* 60 &+ second)
  }

  /// `.` and 1–9 digits as milliseconds, or 0 when there is no fraction.
  mutating func fraction() -> Int64? {
    if text[index] != 0x2E { return 0 }
    index += 1
    var value = 0
    var digits = 0
    while index < count {
      let digit = text[index] &- 0x30
      if digit > 9 { break }
      if digits < 3 { value = value &* 10 &+ Int(digit) }
      digits &+= 1
      index &+= 1
    }
    if digits == 0 || digits > 9 { return nil }
    while digits < 3 {
      value &*= 10
      digits &+= 1
    }
    return Int64(value)
  }

  /// `Z` or `±hh:mm`, to the end of the text, in seconds.
  mutating func offset() -> Int64? {
    if index >= count { return nil }
    let sign = text[index]
    if sign | 0x20 == 0x7A { return index + 1 == count ? 0 : nil }
    if sign != 0x2B && sign != 0x2D { return nil }
    if index + 6 != count || text[index + 3] != 0x3A { return nil }
    let hours = twoDigits(index + 1)
    let minutes = twoDigits(index + 4)
    if bad || hours > 23 || minutes > 59 { return nil }
    let seconds = Int64(hours &* 3600 &+ minutes &* 60)
    return sign == 0x2D ? -seconds : seconds
  }
}

extension DateTime {
  static func days(inMonth month: Int, ofYear year: Int) -> Int {
    if month == 2 {
      let isLeap = year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
      return isLeap ? 29 : 28
    }
    return 30 + ((month + month >> 3) & 1)
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar.
  static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    // Years start in March, so that the leap day is the last one; eras are 400 years.
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date of a day counted from 1970-01-01.
  static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

#if !hasFeature(Embedded)
  extension DateTime: Hashable {}

  extension DateTime: CustomStringConvertible {
    /// RFC 3339 in UTC with milliseconds.
    public var description: String {
      var writer = JSONWriter(capacity: 32)
      writer.dateTime(self)
      return writer.withBytes { String(decoding: $0.dropFirst().dropLast(), as: UTF8.self) }
    }

    /// Parses RFC 3339; nil for anything else.
    public init?(_ text: some StringProtocol) {
      let bytes = [UInt8](text.utf8)
      guard let value = bytes.withUnsafeBufferPointer({ DateTime(rfc3339: $0) }) else { return nil }
      self = value
    }
  }
#endif
