import OCPPJSON

/// What came of the bytes that were read.
public enum WebSocketEvent: Sendable, Equatable {
  /// The handshake is done: messages may be sent.
  case opened
  /// A whole text message: `messageBytes` has it until the next read.
  case message
  case pong
  /// The handshake failed: give the stream up.
  case failed(UpgradeFailure)
  /// The WebSocket is closed, by the peer or for its error, with this code; the answer was written.
  /// Give the stream up.
  case closed(code: UInt16)
}

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

  public private(set) var state = State.idle
  /// Makes the handshake's key and the masks; they must not be guessed by whoever chooses what the
  /// station sends (RFC 6455 §10.3).
  private let random: () -> UInt32

  /// The message at hand, or the head of the handshake.
  private var message: ByteRoom
  private var control = ByteRoom(capacity: 125)
  private var key = ByteRoom(capacity: 28)
  private var chunk: ByteRoom
  private var subprotocol = Text()
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

  /// Begins on a new stream: writes the request. Forgets everything of an earlier stream.
  ///
  /// - Returns: nil, or why the request cannot be made; then nothing was written.
  public mutating func open(_ request: UpgradeRequest, write: Write) -> UpgradeFailure? {
    abandon()
    guard request.isPossible else { return .badRequest }
    key.clear()
    var word: UInt32 = 0
    key.putBase64(count: 16) { index in
      if index & 3 == 0 { word = random() }
      return UInt8(truncatingIfNeeded: word >> UInt32(8 * (index & 3)))
    }
    request.write(key: key, to: &message)
    guard !message.isOverfull else {
      message.clear()
      return .badRequest
    }
    write(message.bytes)
    message.clear()
    subprotocol = request.subprotocol
    state = .opening
    return nil
  }

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

  // MARK: Sending

  /// Sends a text message, which must be UTF-8; does nothing unless `open`.
  public mutating func send(_ text: UnsafeBufferPointer<UInt8>, write: Write) {
    if state == .open { send(.text, text, write) }
  }

  /// Asks for a sign of life: the peer answers with `pong`.
  public mutating func ping(write: Write) {
    if state == .open { send(.ping, UnsafeBufferPointer(start: nil, count: 0), write) }
  }

  private mutating func sendClose(_ code: UInt16, _ write: Write) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2) { payload in
      payload[0] = UInt8(code >> 8)
      payload[1] = UInt8(code & 0xFF)
      send(.close, UnsafeBufferPointer(payload), write)
    }
  }

  private mutating func send(
    _ opcode: Opcode, _ payload: UnsafeBufferPointer<UInt8>, _ write: Write
  ) {
    chunk.clear()
    chunk.put(0x80 | opcode.rawValue)
    if payload.count < 126 {
      chunk.put(0x80 | UInt8(payload.count))
    } else {
      let isShort = payload.count < 65_536
      chunk.put(isShort ? 0x80 | 126 : 0x80 | 127)
      var shift = isShort ? 8 : 56
      while shift >= 0 {
        chunk.put(UInt8(truncatingIfNeeded: UInt64(payload.count) >> UInt64(shift)))
        shift -= 8
      }
    }
    let mask = random()
    for place in 0..<4 { chunk.put(UInt8(truncatingIfNeeded: mask >> UInt32(8 * place))) }
    for index in 0..<payload.count {
      if chunk.count == chunk.capacity {
        write(chunk.bytes)
        chunk.clear()
      }
      chunk.put(payload[index] ^ UInt8(truncatingIfNeeded: mask >> UInt32(8 * (index & 3))))
    }
    write(chunk.bytes)
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

  private static func first(_ bytes: inout UnsafeBufferPointer<UInt8>) -> UInt8 {
    let byte = bytes[0]
    bytes = UnsafeBufferPointer(rebasing: bytes.dropFirst())
    return byte
  }

  private mutating func readHead(
    _ bytes: inout UnsafeBufferPointer<UInt8>
  ) -> WebSocketEvent? {
    while !bytes.isEmpty {
      message.put(ClientWebSocket.first(&bytes))
      if message.isOverfull { return fail(.notHTTP) }
      let end = message.count
      guard end >= 4, message.start[end - 1] == 0x0A, message.start[end - 2] == 0x0D,
        message.start[end - 3] == 0x0A, message.start[end - 4] == 0x0D
      else { continue }
      var response = UpgradeResponse(message.bytes)
      var accept = ByteRoom(capacity: 28)
      putAccept(&accept)
      if let failure = response.failure(accept: accept.bytes, subprotocol: subprotocol) {
        return fail(failure)
      }
      message.clear()
      state = .open
      return .opened
    }
    return nil
  }

  private mutating func fail(_ failure: UpgradeFailure) -> WebSocketEvent {
    abandon()
    return .failed(failure)
  }

  private func putAccept(_ room: inout ByteRoom) {
    var hash = SHA1()
    hash.update(key.bytes)
    let suffix: StaticString = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
    hash.update(UnsafeBufferPointer(start: suffix.utf8Start, count: suffix.utf8CodeUnitCount))
    let digest = hash.finish()
    room.putBase64(count: 20) { digest[$0] }
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
