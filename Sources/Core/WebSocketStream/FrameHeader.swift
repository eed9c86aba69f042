/// What a frame is (RFC 6455 §5.2).
enum Opcode: UInt8 {
  case continuation = 0
  case text = 1
  case binary = 2
  case close = 8
  case ping = 9
  case pong = 10
}

/// The header of a frame from the server, byte by byte as it comes.
struct FrameHeader {
  private var first: UInt8 = 0
  private var second: UInt8 = 0
  private var count = 0
  /// Of the payload, in bytes.
  private(set) var length: UInt64 = 0

  /// How many bytes the header has; known after the second.
  private var size: Int {
    switch second & 0x7F {
    case 126: 4
    case 127: 10
    default: 2
    }
  }

  var isComplete: Bool { count >= 2 && count == size }
  var isFinal: Bool { first & 0x80 != 0 }
  var isControl: Bool { first & 8 != 0 }
  var opcode: Opcode? { Opcode(rawValue: first & 15) }

  /// True when the header is complete.
  mutating func take(_ byte: UInt8) -> Bool {
    switch count {
    case 0: first = byte
    case 1:
      second = byte
      if size == 2 { length = UInt64(byte & 0x7F) }
    default: length = length << 8 | UInt64(byte)
    }
    count += 1
    return isComplete
  }

  /// No reserved bits, no mask, the shortest length there is, and control frames in one piece.
  var isWellFormed: Bool {
    if first & 0x70 != 0 || second & 0x80 != 0 { return false }
    if isControl { return isFinal && size == 2 }
    switch size {
    case 4: return length >= 126
    case 10: return length >= 65_536 && length <= UInt64(Int64.max)
    default: return true
    }
  }
}
