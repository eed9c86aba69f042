/// The kinds of WebSocket frames (RFC 6455 §5.2).
public enum Opcode: UInt8, Sendable {
  case continuation = 0
  case text = 1
  case binary = 2
  case close = 8
  case ping = 9
  case pong = 10

  /// Control frames may stand between the fragments of a message and are short.
  public var isControl: Bool { rawValue >= 8 }
}

/// Which end of a WebSocket we are: a client masks what it sends, a server must not (§5.1).
public enum WebSocketRole: Sendable {
  case server
  case client
}

/// The head of one WebSocket frame (RFC 6455 §5.2), as it was received.
public struct FrameHeader: Equatable, Sendable {
  /// The longest header: 2 bytes, an 8-byte length and a 4-byte mask.
  public static let maxLength = 14
  /// The longest payload of a control frame, in bytes (§5.5).
  public static let maxControlPayload = 125

  public var opcode: Opcode
  public var isFinal: Bool
  /// Bytes of the header itself.
  public var length: Int
  /// Bytes that follow the header.
  public var payloadLength: Int
  /// The masking key in memory order; 0 for frames of a server.
  public var mask: UInt32
}

/// What the first bytes of a frame say.
public enum FrameParse: Equatable, Sendable {
  /// More bytes are needed to tell.
  case incomplete
  /// The connection must fail with this code.
  case invalid(CloseCode)
  case frame(FrameHeader)
}

extension FrameHeader {
  /// Reads a frame header and refuses what RFC 6455 forbids: reserved bits and opcodes, fragmented
  /// or long control frames, lengths that are not minimal, and a mask that does not fit the role.
  /// - Parameters:
  ///   - bytes: what has arrived, from the start of a frame.
  ///   - role: our role; the frame is the peer's.
  ///   - limit: the longest data payload that is acceptable; more is `.tooLarge`, told before the
  ///     payload has arrived.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, role: WebSocketRole, limit: Int
  ) -> FrameParse {
    guard bytes.count >= 2 else { return .incomplete }
    let first = bytes[0]
    let second = bytes[1]
    guard first & 0x70 == 0, let opcode = Opcode(rawValue: first & 0x0F) else {
      return .invalid(.protocolError)
    }
    let isFinal = first & 0x80 != 0
    let isMasked = second & 0x80 != 0
    guard isMasked == (role == .server) else { return .invalid(.protocolError) }
    var payload = Int(second & 0x7F)
    if opcode.isControl, !isFinal || payload > maxControlPayload { return .invalid(.protocolError) }
    var length = 2
    if payload == 126 {
      guard bytes.count >= 4 else { return .incomplete }
      payload = Int(bytes[2]) << 8 | Int(bytes[3])
      if payload < 126 { return .invalid(.protocolError) }
      length = 4
    } else if payload == 127 {
      guard bytes.count >= 10 else { return .incomplete }
      var wide: UInt64 = 0
      for index in 2..<10 { wide = wide << 8 | UInt64(bytes[index]) }
      if wide < 65_536 || wide > UInt64(Int64.max) { return .invalid(.protocolError) }
      payload = Int(wide)
      length = 10
    }
    if payload > limit, !opcode.isControl { return .invalid(.tooLarge) }
    guard isMasked else {
      return .frame(.init(opcode, isFinal, length: length, payloadLength: payload, mask: 0))
    }
    guard bytes.count >= length + 4 else { return .incomplete }
    let mask = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: length, as: UInt32.self)
    return .frame(.init(opcode, isFinal, length: length + 4, payloadLength: payload, mask: mask))
  }

  private init(_ opcode: Opcode, _ isFinal: Bool, length: Int, payloadLength: Int, mask: UInt32) {
    self.opcode = opcode
    self.isFinal = isFinal
    self.length = length
    self.payloadLength = payloadLength
    self.mask = mask
  }

  /// Writes the header of an unfragmented frame.
  /// - Parameters:
  ///   - output: at least `maxLength` bytes.
  ///   - mask: a client's masking key in memory order; nil for a server.
  /// - Returns: how many bytes were written.
  public static func write(
    _ opcode: Opcode, payloadLength: Int, mask: UInt32?, to output: UnsafeMutableRawBufferPointer
  ) -> Int {
    output[0] = 0x80 | opcode.rawValue
    let masked: UInt8 = mask == nil ? 0 : 0x80
    var count = 2
    switch payloadLength {
    case ..<126:
      output[1] = masked | UInt8(payloadLength)
    case ..<65_536:
      output[1] = masked | 126
      output[2] = UInt8(payloadLength >> 8)
      output[3] = UInt8(payloadLength & 0xFF)
      count = 4
    default:
      output[1] = masked | 127
      for index in 0..<8 {
        output[2 + index] = UInt8(truncatingIfNeeded: payloadLength >> (56 - 8 * index))
      }
      count = 10
    }
    guard let mask else { return count }
    output.storeBytes(of: mask, toByteOffset: count, as: UInt32.self)
    return count + 4
  }
}
