/// One end of a WebSocket (RFC 6455), without extensions.
///
/// `@unchecked Sendable`: the reference may be kept anywhere, but the socket is used on its loop's
/// thread only, which its methods check.
public final class WebSocket: @unchecked Sendable {
  /// How long the peer has to answer our close frame, in milliseconds; then the socket is cut.
  static let closeTimeoutMilliseconds: UInt64 = 5_000

  enum State {
    case open
    /// Our close frame is out. Leaves for `closed` with the peer's, or when `closeTimeout` has
    /// passed; until then messages are dropped.
    case closing
    case closed
  }

  let transport: Transport
  let role: WebSocketRole
  let maxMessageBytes: Int
  let maxFragments: Int
  /// The subprotocol that was agreed on in the handshake.
  public let subprotocol: String?
  /// The peer as `address:port`, IPv6 in brackets.
  public let remoteAddress: String
  /// Whether text that is not UTF-8 closes the socket with 1007. A handler whose parser checks that
  /// itself may turn it off and close with `.invalidPayload`.
  public var validatesText = true
  /// Whole messages received and sent, without control frames.
  @exclusivity(unchecked) public internal(set) var messagesIn: UInt64 = 0
  @exclusivity(unchecked) public internal(set) var messagesOut: UInt64 = 0
  /// Nil once `closed` has been called.
  @exclusivity(unchecked) var handler: (any WebSocketHandler)?
  var state = State.open
  /// The message whose fragments are arriving.
  var partial: PartialMessage?

  init(
    _ transport: Transport, role: WebSocketRole, subprotocol: String?, remoteAddress: String,
    maxMessageBytes: Int, maxFragments: Int, handler: any WebSocketHandler
  ) {
    self.transport = transport
    self.role = role
    self.subprotocol = subprotocol
    self.remoteAddress = remoteAddress
    self.maxMessageBytes = maxMessageBytes
    self.maxFragments = maxFragments
    self.handler = handler
  }

  /// Becomes the owner of the transport; what has arrived after the handshake is delivered soon.
  func take() {
    transport.owner = self
    if transport.isPaused {
      transport.resume()
    } else if !transport.isDelivering {
      transport.deliverSoon()
    }
  }

  // MARK: Facts

  /// The loop on whose thread the socket is used.
  public var loop: EventLoop { transport.loop }
  /// Whether messages can be sent.
  public var isOpen: Bool { state == .open && transport.state == .open }
  /// Whether the connection under it is gone, though its handler has not been told yet.
  public var isCut: Bool { state != .closed && transport.state == .closed }
  /// Bytes sent that the kernel has not taken yet.
  public var bufferedBytes: Int { transport.queuedBytes }
  /// Bytes of the connection in either direction, with the handshake.
  public var bytesIn: UInt64 { transport.bytesIn }
  public var bytesOut: UInt64 { transport.bytesOut }
  public var isReadingPaused: Bool { transport.isPaused }

  // MARK: Sending

  /// Sends a text message; nothing happens when the socket is not open. The bytes must be UTF-8; the
  /// kernel or the socket has copied them when the call returns.
  public func send(text: UnsafeBufferPointer<UInt8>) {
    send(.text, UnsafeRawBufferPointer(text))
  }

  /// Sends a text message.
  public func send(text: String) {
    var text = text
    text.withUTF8 { send(text: $0) }
  }

  /// Sends a binary message.
  public func send(binary: UnsafeRawBufferPointer) { send(.binary, binary) }

  /// Asks the peer for a pong.
  /// - Parameter payload: at most 125 bytes, which the pong repeats.
  public func ping(_ payload: [UInt8] = []) {
    precondition(payload.count <= FrameHeader.maxControlPayload, "A ping has 125 bytes at most.")
    loop.checkCurrent()
    guard state == .open else { return }
    payload.withUnsafeBytes { sendFrame(.ping, $0) }
  }

  private func send(_ opcode: Opcode, _ payload: UnsafeRawBufferPointer) {
    loop.checkCurrent()
    guard isOpen else { return }
    messagesOut &+= 1
    sendFrame(opcode, payload)
  }

  func sendFrame(_ opcode: Opcode, _ payload: UnsafeRawBufferPointer) {
    guard role == .server else {
      sendMasked(opcode, payload)
      return
    }
    var header: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &header) { header in
      let length = FrameHeader.write(
        opcode, payloadLength: payload.count, mask: nil, to: header)
      transport.write(UnsafeRawBufferPointer(rebasing: header[..<length]), payload)
    }
  }

  private func sendMasked(_ opcode: Opcode, _ payload: UnsafeRawBufferPointer) {
    let mask = loop.maskKeys.next()
    let size = FrameHeader.maxLength + payload.count
    withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { frame in
      let length = FrameHeader.write(
        opcode, payloadLength: payload.count, mask: mask, to: frame)
      let body = UnsafeMutableRawBufferPointer(rebasing: frame[length..<length + payload.count])
      body.copyMemory(from: payload)
      applyMask(mask, to: body)
      transport.write(
        UnsafeRawBufferPointer(rebasing: frame[..<length]), UnsafeRawBufferPointer(body))
    }
  }

  // MARK: Backpressure

  /// Stops delivering and reading, also in the middle of what one read brought. Pings are not
  /// answered meanwhile, and a lost connection is not noticed.
  public func pauseReading() {
    loop.checkCurrent()
    transport.pause()
  }

  /// Undoes `pauseReading`; what waited is delivered in order, after this call has returned.
  public func resumeReading() {
    loop.checkCurrent()
    transport.resume()
  }

  // MARK: Ending

  /// Begins the close handshake (§7.1.2). `closed` follows when the peer has answered, or after 5 s.
  /// Nothing happens when the socket is closing already.
  /// - Parameters:
  ///   - code: one that may be on the wire; others trap.
  ///   - reason: cut to 123 bytes of UTF-8.
  public func close(_ code: CloseCode = .normal, reason: String = "") {
    loop.checkCurrent()
    guard state == .open else { return }
    precondition(code.isAllowedOnWire, "Close code \(code.rawValue) must not be sent.")
    state = .closing
    partial = nil
    sendClose(code, reason: reason)
    transport.setDeadline(milliseconds: Self.closeTimeoutMilliseconds)
    transport.resume()
  }

  /// Cuts the connection without a handshake; `closed` follows later in this turn with `.abnormal`.
  public func terminate() {
    loop.checkCurrent()
    guard state != .closed else { return }
    state = .closed
    partial = nil
    transport.close(resets: true)
    loop.soon { [self] in tellClosed(.abnormal, "Cut by this side.") }
  }

  func sendClose(_ code: CloseCode, reason: String) {
    var payload = [UInt8(code.rawValue >> 8), UInt8(code.rawValue & 0xFF)]
    for character in reason.unicodeScalars {
      let bytes = Array(String(character).utf8)
      if payload.count + bytes.count > FrameHeader.maxControlPayload { break }
      payload += bytes
    }
    payload.withUnsafeBytes { sendFrame(.close, $0) }
  }

  /// The handler's last call.
  func tellClosed(_ code: CloseCode, _ reason: String) {
    state = .closed
    partial = nil
    guard let last = handler else { return }
    handler = nil
    last.closed(code, reason: reason, on: self)
  }
}
