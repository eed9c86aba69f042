/// A room for bytes; what does not fit is noted and left out. Room beyond the usual is taken when it is
/// needed and given back when it is cleared.
struct ByteRoom: ~Copyable {
  private(set) var start: UnsafeMutablePointer<UInt8>
  /// The most bytes it takes.
  let capacity: Int
  private let usual: Int
  /// For how many bytes there is room now.
  private var room: Int
  private(set) var count = 0
  /// Something did not fit.
  private(set) var isOverfull = false

  init(capacity: Int, usual: Int = .max) {
    self.capacity = capacity
    self.usual = min(usual, capacity)
    room = self.usual
    start = .allocate(capacity: room)
  }

  deinit { start.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  mutating func clear() {
    count = 0
    isOverfull = false
    if room > usual { change(to: usual) }
  }

  /// Room for so many more bytes, as far as it goes, without growing on the way.
  mutating func makeRoom(_ more: Int) {
    let wanted = more < capacity - count ? count + more : capacity
    if wanted > room { change(to: wanted) }
  }

  @inline(never) private mutating func change(to bytes: Int) {
    let old = start
    if count == 0 { old.deallocate() }
    start = .allocate(capacity: bytes)
    if count > 0 {
      start.update(from: old, count: count)
      old.deallocate()
    }
    room = bytes
  }

  mutating func put(_ byte: UInt8) {
    if count == capacity {
      isOverfull = true
      return
    }
    if count == room { makeRoom(room) }
    start[count] = byte
    count += 1
  }

  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { put(byte) }
  }

  mutating func put(_ constant: StaticString) {
    put(UnsafeBufferPointer(start: constant.utf8Start, count: constant.utf8CodeUnitCount))
  }

  /// RFC 4648 §4, with padding.
  mutating func putBase64(count length: Int, _ byte: (Int) -> UInt8) {
    var index = 0
    while index < length {
      var group: UInt32 = 0
      for place in 0..<3 {
        group = group << 8 | UInt32(index + place < length ? byte(index + place) : 0)
      }
      for place in 0..<4 {
        if index + place > length {
          put(0x3D)
        } else {
          put(ByteRoom.base64Digit(UInt8(truncatingIfNeeded: group >> UInt32(18 - 6 * place)) & 63))
        }
      }
      index += 3
    }
  }

  private static func base64Digit(_ value: UInt8) -> UInt8 {
    switch value {
    case 0..<26: 0x41 + value
    case 26..<52: 0x61 + value - 26
    case 52..<62: 0x30 + value - 52
    case 62: 0x2B
    default: 0x2F
    }
  }

  /// Percent-encoded as one part of a path (RFC 3986 §2.3).
  mutating func putPathPart(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: put(byte)
      default:
        put(0x25)
        put(ByteRoom.hexDigit(byte >> 4))
        put(ByteRoom.hexDigit(byte & 15))
      }
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
