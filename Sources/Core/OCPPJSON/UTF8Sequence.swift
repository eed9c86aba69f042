/// Well-formed UTF-8 (Unicode table 3-7): no overlong forms, no surrogates, nothing past U+10FFFF.
package enum UTF8Sequence {
  /// Whether all of the bytes are.
  package static func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard var place = bytes.baseAddress else { return true }
    let end = place + bytes.count
    while place < end {
      if place.pointee < 0x80 {
        place += 1
        continue
      }
      let length = length(place, end)
      if length == 0 { return false }
      place += length
    }
    return true
  }

  /// The length of the sequence of two or more bytes at `place`, or 0 when it is malformed.
  static func length(_ place: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
    let first = place[0]
    let left = end - place
    if first < 0xC2 || first > 0xF4 { return 0 }
    if first < 0xE0 { return left >= 2 && isContinuation(place[1]) ? 2 : 0 }
    if first < 0xF0 {
      if left < 3 || !isContinuation(place[1]) || !isContinuation(place[2]) { return 0 }
      if first == 0xE0 && place[1] < 0xA0 { return 0 }
      if first == 0xED && place[1] > 0x9F { return 0 }
      return 3
    }
    if left < 4 || !isContinuation(place[1]) || !isContinuation(place[2])
      || !isContinuation(place[3])
    {
      return 0
    }
    if first == 0xF0 && place[1] < 0x90 { return 0 }
    if first == 0xF4 && place[1] > 0x8F { return 0 }
    return 4
  }

  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// How many Unicode scalars well-formed bytes hold.
  static func scalars(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var scalars = 0
    var index = 0
    while index < count {
      if !isContinuation(start[index]) { scalars &+= 1 }
      index &+= 1
    }
    return scalars
  }
}

/// Resolves the escape sequences of a JSON string into room of the same size.
struct EscapeDecoder {
  private var source: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  private let room: UnsafeMutablePointer<UInt8>
  /// Bytes written.
  private(set) var count = 0

  init(
    _ source: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
    _ room: UnsafeMutablePointer<UInt8>
  ) {
    self.source = source
    self.end = end
    self.room = room
  }

  /// Nil, or the place of the first bad escape.
  mutating func decode() -> UnsafePointer<UInt8>? {
    while source < end {
      let byte = source.pointee
      if byte != 0x5C {
        put(byte)
        source += 1
        continue
      }
      let place = source
      if end - source < 2 { return place }
      let letter = source[1]
      source += 2
      switch letter {
      case 0x22, 0x5C, 0x2F: put(letter)
      case 0x62: put(8)
      case 0x66: put(12)
      case 0x6E: put(10)
      case 0x72: put(13)
      case 0x74: put(9)
      case 0x75: if !putScalar() { return place }
      default: return place
      }
    }
    return nil
  }

  @inline(__always) private mutating func put(_ byte: UInt8) {
    room[count] = byte
    count &+= 1
  }

  private mutating func putScalar() -> Bool {
    guard var scalar = hex4() else { return false }
    if scalar & 0xF800 == 0xD800 {
      // A surrogate is only good as the first half of a pair.
      guard scalar < 0xDC00, end - source >= 2, source[0] == 0x5C, source[1] == 0x75 else {
        return false
      }
      source += 2
      guard let low = hex4(), low & 0xFC00 == 0xDC00 else { return false }
      scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
    }
    switch scalar {
    case ..<0x80: put(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      put(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      put(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case ..<0x10000:
      put(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      put(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      put(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      put(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      put(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      put(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      put(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
    return true
  }

  private mutating func hex4() -> UInt32? {
    if end - source < 4 { return nil }
    var value: UInt32 = 0
    for index in 0..<4 {
      let byte = source[index]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte &- 0x30
      case 0x41...0x46: digit = byte &- 55
      case 0x61...0x66: digit = byte &- 87
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    source += 4
    return value
  }
}
