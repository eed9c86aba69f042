extension WebSocket: TransportOwner {
  typealias Bytes = UnsafeMutableBufferPointer<UInt8>

  /// Handles every whole frame, until one of them pauses or ends the socket.
  func consume(_ bytes: Bytes) -> Int {
    var offset = 0
    while offset < bytes.count, state != .closed, !transport.isPaused {
      let rest = Bytes(rebasing: bytes[offset...])
      let limit = maxMessageBytes - (partial?.count ?? 0)
      switch FrameHeader.parse(UnsafeBufferPointer(rest), role: role, limit: limit) {
      case .incomplete: return offset
      case .invalid(let code):
        fail(code, code == .tooLarge ? "The message is too large." : "Invalid frame.")
        return bytes.count
      case .frame(let header):
        let end = header.length + header.payloadLength
        guard rest.count >= end else { return offset }
        let payload = Bytes(rebasing: rest[header.length..<end])
        if role == .server { applyMask(header.mask, to: UnsafeMutableRawBufferPointer(payload)) }
        offset += end
        received(header, payload)
      }
    }
    return offset
  }

  private func received(_ header: FrameHeader, _ payload: Bytes) {
    switch header.opcode {
    case .text, .binary:
      guard partial == nil else {
        fail(.protocolError, "A message began inside another.")
        return
      }
      if header.isFinal {
        deliver(header.opcode, payload)
      } else if state == .open {
        let begun = PartialMessage(header.opcode)
        begun.append(payload)
        partial = begun
      }
    case .continuation: continued(header, payload)
    case .ping: if state == .open { sendFrame(.pong, UnsafeRawBufferPointer(payload)) }
    case .pong:
      if state == .open { handler?.pongReceived(UnsafeBufferPointer(payload), on: self) }
    case .close: closeReceived(UnsafeBufferPointer(payload))
    }
  }

  private func continued(_ header: FrameHeader, _ payload: Bytes) {
    // After our close frame the peer's messages are dropped unseen.
    guard state == .open else { return }
    guard let partial else {
      fail(.protocolError, "A continuation continues nothing.")
      return
    }
    partial.append(payload)
    if header.isFinal {
      self.partial = nil
      deliver(partial.opcode, partial.message)
      withExtendedLifetime(partial) {}
    } else if partial.fragments >= maxFragments {
      fail(.tooLarge, "The message has too many fragments.")
    }
  }

  private func deliver(_ opcode: Opcode, _ message: Bytes) {
    guard state == .open else { return }
    messagesIn &+= 1
    if opcode == .binary {
      handler?.binaryReceived(message, on: self)
    } else if validatesText, !isValidUTF8(UnsafeBufferPointer(message)) {
      fail(.invalidPayload, "The text is not UTF-8.")
    } else {
      handler?.textReceived(message, on: self)
    }
  }

  /// The peer closes, or answers our close (§5.5.1).
  private func closeReceived(_ payload: UnsafeBufferPointer<UInt8>) {
    var code = CloseCode.noStatus
    var reason = ""
    if payload.count > 0 {
      code = CloseCode(
        rawValue: UInt16(payload[0]) << 8 | UInt16(payload.count > 1 ? payload[1] : 0))
      guard payload.count > 1, code.isAllowedOnWire else {
        fail(.protocolError, "Invalid close code.")
        return
      }
      let text = UnsafeBufferPointer(rebasing: payload[2...])
      guard isValidUTF8(text) else {
        fail(.invalidPayload, "The close reason is not UTF-8.")
        return
      }
      reason = String(decoding: text, as: UTF8.self)
    }
    if state == .open {
      let echoed = payload.prefix(2)
      sendFrame(.close, UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: echoed)))
    }
    state = .closed
    transport.finish()
    tellClosed(code, reason)
  }

  /// The peer broke the protocol: says so and closes (§7.1.7).
  private func fail(_ code: CloseCode, _ reason: String) {
    guard state != .closed else { return }
    if state == .open { sendClose(code, reason: reason) }
    state = .closed
    transport.finish()
    tellClosed(code, reason)
  }

  func transportEnded(_ end: TransportEnd) {
    switch end {
    case .endOfFile: tellClosed(.abnormal, "The peer left without a close frame.")
    case .failed: tellClosed(.abnormal, "The connection was lost.")
    case .truncated: tellClosed(.abnormal, "The peer left without ending TLS.")
    case .tlsFailed(let error): tellClosed(.abnormal, error.description)
    case .slowReader: tellClosed(.abnormal, "The peer did not read.")
    }
  }

  func deadlinePassed() {
    transport.close(resets: true)
    tellClosed(.abnormal, "The peer did not answer the close frame.")
  }

  func sayGoodbye() {
    if state == .open { sendClose(.goingAway, reason: "") }
    state = .closed
    loop.soon { [self] in tellClosed(.goingAway, "The event loop stopped.") }
  }
}
