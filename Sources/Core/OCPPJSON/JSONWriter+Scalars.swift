extension JSONWriter {
  /// Constant text as it is, without quotes.
  @inline(never) public mutating func literal(_ text: StaticString) {
    raw(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Bytes that are JSON already.
  public mutating func raw(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (buffer + count).update(from: start, count: bytes.count)
    advance(by: bytes.count)
  }

  /// A value kept as it was written.
  public mutating func raw(_ value: RawJSON) {
    value.bytes.withUnsafeBufferPointer { raw($0) }
  }

  @inline(never) public mutating func text(_ value: Text) {
    value.withUTF8 { string($0) }
  }

  /// A JSON string of UTF-8 bytes, with the quotes.
  public mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) {
    let length = bytes.count
    // Six bytes is the longest escape.
    reserve(length &* 6 &+ 18)
    buffer[count] = 0x22
    var place = buffer + (count &+ 1)
    if let source = bytes.baseAddress {
      var index = 0
      #if arch(x86_64) || arch(arm64)
        while index &+ 8 <= length {
          let word = UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)
          if JSONReader.special(word & 0x7F7F_7F7F_7F7F_7F7F) != 0 { break }
          UnsafeMutableRawPointer(place).storeBytes(of: word, as: UInt64.self)
          place += 8
          index &+= 8
        }
      #endif
      while index < length {
        let byte = source[index]
        index &+= 1
        if byte >= 0x20 && byte != 0x22 && byte != 0x5C {
          place[0] = byte
          place += 1
        } else {
          place = JSONWriter.escape(byte, place)
        }
      }
    }
    place[0] = 0x22
    count = place - buffer + 1
  }

  @inline(never) static func escape(
    _ byte: UInt8, _ place: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    place[0] = 0x5C
    switch byte {
    case 0x22, 0x5C: place[1] = byte
    case 8: place[1] = 0x62
    case 9: place[1] = 0x74
    case 10: place[1] = 0x6E
    case 12: place[1] = 0x66
    case 13: place[1] = 0x72
    default:
      place[1] = 0x75
      place[2] = 0x30
      place[3] = 0x30
      place[4] = 0x30 + byte >> 4
      let low = byte & 15
      place[5] = low < 10 ? 0x30 + low : 87 + low
      return place + 6
    }
    return place + 2
  }

  @inline(never) public mutating func int(_ value: Int) { int64(Int64(value)) }

  @inline(never) public mutating func int64(_ value: Int64) {
    reserve(20)
    if value < 0 {
      buffer[count] = 0x2D
      advance(by: 1)
    }
    digits(value.magnitude, atLeast: 1, point: 0)
  }

  @inline(never) public mutating func bool(_ value: Bool) {
    if value { literal("true") } else { literal("false") }
  }

  /// A number, exactly and without exponent: 16.1, 0.05, 120000.
  @inline(never) public mutating func decimal(_ value: Decimal) {
    reserve(180)
    if value.mantissa < 0 {
      buffer[count] = 0x2D
      advance(by: 1)
    }
    let places = max(0, -Int(value.exponent))
    digits(value.mantissa.magnitude, atLeast: places + 1, point: places)
    if value.exponent > 0 && value.mantissa != 0 {
      for _ in 0..<value.exponent {
        buffer[count] = 0x30
        advance(by: 1)
      }
    }
  }

  /// The digits of a number, with leading zeros up to `atLeast` of them and a decimal point before
  /// the last `point` of them. Room was reserved.
  private mutating func digits(_ number: UInt64, atLeast minimum: Int, point: Int) {
    var needed = 1
    var rest = number
    while rest >= 10 {
      rest /= 10
      needed &+= 1
    }
    needed = max(needed, minimum)
    let length = needed &+ (point > 0 ? 1 : 0)
    var place = buffer + (count &+ length)
    var left = needed
    rest = number
    while left > 0 {
      if point > 0 && needed &- left == point {
        place -= 1
        place[0] = 0x2E
      }
      place -= 1
      let tenth = rest / 10
      place[0] = UInt8(truncatingIfNeeded: rest &- tenth &* 10) &+ 0x30
      rest = tenth
      left &-= 1
    }
    advance(by: length)
  }

  /// RFC 3339 in UTC with milliseconds, which every receiver understands.
  @inline(never) public mutating func dateTime(_ value: DateTime) {
    reserve(32)
    let clamped = min(max(value.milliseconds, DateTime.earliest), DateTime.latest)
    var day = Int(clamped / 86_400_000)
    var rest = Int(clamped % 86_400_000)
    if rest < 0 {
      rest += 86_400_000
      day -= 1
    }
    let date = DateTime.date(ofDay: day)
    let second = rest / 1000
    let millisecond = rest % 1000
    let place = buffer + count
    place[0] = 0x22
    twoDigits(1, date.year / 100)
    twoDigits(3, date.year % 100)
    place[5] = 0x2D
    twoDigits(6, date.month)
    place[8] = 0x2D
    twoDigits(9, date.day)
    place[11] = 0x54
    twoDigits(12, second / 3600)
    place[14] = 0x3A
    twoDigits(15, second / 60 % 60)
    place[17] = 0x3A
    twoDigits(18, second % 60)
    place[20] = 0x2E
    place[21] = UInt8(truncatingIfNeeded: millisecond / 100) &+ 0x30
    twoDigits(22, millisecond % 100)
    place[24] = 0x5A
    place[25] = 0x22
    advance(by: 26)
  }

  @inline(__always) private mutating func twoDigits(_ at: Int, _ value: Int) {
    let tens = value / 10
    buffer[count &+ at] = UInt8(truncatingIfNeeded: tens) &+ 0x30
    buffer[count &+ at &+ 1] = UInt8(truncatingIfNeeded: value &- tens &* 10) &+ 0x30
  }
}
