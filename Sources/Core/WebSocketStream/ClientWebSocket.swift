import OCPPJSON

/// The client's end of a WebSocket over any stream of bytes: RFC 6455 without extensions, text
/// messages only. It owns no stream: what is to be written goes to a closure, what was read is handed
/// in, and the time is nobody's business here (`StreamLink` adds it).
///
/// Memory: room for one message, which also serves for the head of the handshake, one chunk for what
/// leaves, and 125 bytes for a ping. For a message there are 256 bytes from the start; a longer one gets
/// its room with its frame's header, and gives it back when it was read.
public struct ClientWebSocket: ~Copyable {
  /// Where bytes go that are to be written to the stream, all of them, in order.
  public typealias Write = (UnsafeBufferPointer<UInt8>) -> Void

  public enum State: Sendable, Equatable {
    /// No stream. Leaves with `open`.
    case idle
    /// The request was written. Leaves for `open`, or for `idle` when the answer is not right.
    case opening
    /// Leaves for `closing` when this end closes, for `idle` when the peer does or errs.
    case open
    /// This end has sent its close frame and waits for the peer's.
    case closing
  }

  public internal(set) var state = State.idle
  /// Makes the handshake's key and the masks; they must not be guessed by whoever chooses what the
  /// station sends (RFC 6455 §10.3).
  let random: () -> UInt32

  /// The message at hand, or the head of the handshake.
  var message: ByteRoom
  private var control = ByteRoom(capacity: 125)
  var key = ByteRoom(capacity: 28)
  var chunk: ByteRoom
  var subprotocol = Text()
  private var header = FrameHeader()
  /// Of the frame at hand, in bytes.
  private var payloadLeft = 0
  /// A text message has begun and not ended.
  private var isFragmented = false
  /// `message` was handed out and is over with the next read.
  private var isDelivered = false

  /// - Parameters:
  ///   - messageLimit: the longest message taken, in bytes, at least 512; the head of the handshake
  ///     must fit too. A longer one closes with 1009.
  ///   - chunk: how much is written at a time, in bytes, at least 16.
  public init(messageLimit: Int, chunk: Int = 256, random: @escaping () -> UInt32) {
    message = ByteRoom(capacity: max(messageLimit, 512), usual: 256)
    self.chunk = ByteRoom(capacity: max(chunk, 16))
    self.random = random
  }

  // MARK: Opening and closing

  /// The stream is gone: back to `idle`, nothing is written.
  public mutating func abandon() {
    state = .idle
    message.clear()
    control.clear()
    header = FrameHeader()
    payloadLeft = 0
    isFragmented = false
    isDelivered = false
  }

  /// Sends a close frame. The peer's leads to `closed`; before the handshake is done, the stream can
  /// only be given up.
  public mutating func close(_ code: UInt16, write: Write) {
    guard state == .open else { return }
    sendClose(code, write)
    state = .closing
  }

  // MARK: Receiving

  /// Reads on, at most to the next event. What it has taken leaves the front of `bytes`; call again
  /// until it returns nil.
  public mutating func read(
    _ bytes: inout UnsafeBufferPointer<UInt8>, write: Write
  ) -> WebSocketEvent? {
    if isDelivered {
      message.clear()
      isDelivered = false
    }
    while !bytes.isEmpty {
      let event: WebSocketEvent?
      switch state {
      case .idle:
        bytes = UnsafeBufferPointer(start: nil, count: 0)
        return nil
      case .opening: event = readHead(&bytes)
      case .open, .closing: event = readFrame(&bytes, write)
      }
      if let event { return event }
    }
    return nil
  }

  /// The message of the last event; valid until the next `read`, `open` or `abandon`.
  public var messageBytes: UnsafeBufferPointer<UInt8> { message.bytes }

  static func first(_ bytes: inout UnsafeBufferPointer<UInt8>) -> UInt8 {
    let byte = bytes[0]
    bytes = UnsafeBufferPointer(rebasing: bytes.dropFirst())
    return byte
  }

  private mutating func readFrame(
    _ bytes: inout UnsafeBufferPointer<UInt8>, _ write: Write
  ) -> WebSocketEvent? {
    if !header.isComplete {
      guard header.take(ClientWebSocket.first(&bytes)) else { return nil }
      if let code = begin() { return violated(code, write) }
      if payloadLeft > 0 { return nil }
      return end(write)
    }
    let length = min(payloadLeft, bytes.count)
    let part = UnsafeBufferPointer(rebasing: bytes[..<length])
    if header.isControl {
      control.put(part)
    } else if state == .open {
      message.put(part)
    }
    bytes = UnsafeBufferPointer(rebasing: bytes[length...])
    payloadLeft -= length
    return payloadLeft == 0 ? end(write) : nil
  }

  /// Whether the frame whose header is complete may come now: nil, or the code to close with.
  private mutating func begin() -> UInt16? {
    guard header.isWellFormed, let opcode = header.opcode else { return CloseStatus.protocolError }
    switch opcode {
    case .text where isFragmented, .continuation where !isFragmented:
      return CloseStatus.protocolError
    case .binary: return CloseStatus.unsupportedData
    case .text, .continuation:
      // While closing, messages are passed over, whatever their size.
      let room = message.capacity - (state == .open ? message.count : 0)
      if header.length > UInt64(room) { return CloseStatus.tooLarge }
      if state == .open { message.makeRoom(Int(header.length)) }
    case .close, .ping, .pong: control.clear()
    }
    payloadLeft = Int(header.length)
    return nil
  }

  /// The payload is complete.
  private mutating func end(_ write: Write) -> WebSocketEvent? {
    let isFinal = header.isFinal
    let opcode = header.opcode
    header = FrameHeader()
    switch opcode {
    case .ping:
      if state == .open { send(.pong, control.bytes, write) }
      return nil
    case .pong: return .pong
    case .close: return closed(write)
    case .text, .continuation, .binary, nil:
      isFragmented = !isFinal
      if isFragmented || state != .open { return nil }
      guard UTF8Sequence.isWellFormed(message.bytes) else {
        return violated(CloseStatus.invalidText, write)
      }
      isDelivered = true
      return .message
    }
  }

  private mutating func closed(_ write: Write) -> WebSocketEvent {
    let body = control.bytes
    if body.count == 1 { return violated(CloseStatus.protocolError, write) }
    var code = CloseStatus.none
    if body.count >= 2 {
      code = UInt16(body[0]) << 8 | UInt16(body[1])
      guard CloseStatus.isSayable(code) else {
        return violated(CloseStatus.protocolError, write)
      }
      guard UTF8Sequence.isWellFormed(UnsafeBufferPointer(rebasing: body[2...])) else {
        return violated(CloseStatus.invalidText, write)
      }
    }
    if state == .open { sendClose(code == CloseStatus.none ? CloseStatus.normal : code, write) }
    abandon()
    return .closed(code: code)
  }

  /// The peer broke a rule: it is told with a close frame, and nothing more is read.
  private mutating func violated(_ code: UInt16, _ write: Write) -> WebSocketEvent {
    if state == .open { sendClose(code, write) }
    abandon()
    return .closed(code: code)
  }
}
