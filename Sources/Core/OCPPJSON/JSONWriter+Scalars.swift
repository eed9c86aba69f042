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
    reserve(length &+ 18)
    buffer[count] = 0x22
    count &+= 1
    if let source = bytes.baseAddress {
      var index = 0
      var place = buffer + count
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
        if JSONWriter.isEscaped(byte) { break }
        place[0] = byte
        place += 1
        index &+= 1
      }
      count = place - buffer
      if index < length { escaped(source + index, length &- index) }
    }
    buffer[count] = 0x22
    count &+= 1
  }

  @inline(__always) static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C
  }

  /// The rest of a string from its first escape on. Room is made for what it takes, not for the worst
  /// case: a certificate has one escape a line.
  @inline(never) mutating func escaped(_ source: UnsafePointer<UInt8>, _ length: Int) {
    var needed = length &+ 18
    for index in 0..<length where JSONWriter.isEscaped(source[index]) { needed &+= 5 }
    reserve(needed)
    var place = buffer + count
    for index in 0..<length {
      let byte = source[index]
      if JSONWriter.isEscaped(byte) {
        place = JSONWriter.escape(byte, place)
      } else {
        place[0] = byte
        place += 1
      }
    }
    count = place - buffer
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
  @inline(__always) private mutating func digits(
    _ number: UInt64, atLeast minimum: Int, point: Int
  ) {
    var needed = max(JSONWriter.digitCount(number), minimum)
    var place = buffer + (count &+ needed &+ (point > 0 ? 1 : 0))
    count = place - buffer
    var rest = number
    if point > 0 {
      let whole = needed &- point
      while needed > whole {
        place -= 1
        rest = JSONWriter.putLastDigit(of: rest, place)
        needed &-= 1
      }
      place -= 1
      place[0] = 0x2E
    }
    while needed > 0 {
      place -= 1
      rest = JSONWriter.putLastDigit(of: rest, place)
      needed &-= 1
    }
  }

  @inline(__always) private static func putLastDigit(
    of number: UInt64, _ place: UnsafeMutablePointer<UInt8>
  ) -> UInt64 {
    let tenth = number / 10
    place[0] = UInt8(truncatingIfNeeded: number &- tenth &* 10) &+ 0x30
    return tenth
  }

  /// By multiplication, which is cheaper than division; no magnitude of 64 bits has 20 digits.
  @inline(__always) private static func digitCount(_ number: UInt64) -> Int {
    var count = 1
    var power: UInt64 = 10
    while number >= power && count < 19 {
      power &*= 10
      count &+= 1
    }
    return count
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

  // Nine times in a date-time: quick where there is room.
  #if arch(x86_64) || arch(arm64) || arch(wasm32)
    @inline(__always)
  #else
    @inline(never)
  #endif
  private mutating func twoDigits(_ at: Int, _ value: Int) {
    let tens = value / 10
    buffer[count &+ at] = UInt8(truncatingIfNeeded: tens) &+ 0x30
    buffer[count &+ at &+ 1] = UInt8(truncatingIfNeeded: value &- tens &* 10) &+ 0x30
  }
}
