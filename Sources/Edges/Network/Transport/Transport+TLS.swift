import CUV

/// TLS between the socket and the owner, who sees plain bytes either way.
extension Transport {
  /// Speaks TLS from here on. Call it before `begin`.
  func secure(_ session: TLSSession) { tls = session }

  // MARK: In

  /// Whether the handshake must wait for a turn with less to do.
  func mustWaitInLine(_ tls: TLSSession) -> Bool {
    state == .open && tls.phase == .handshaking && !loop.handshakes.admits(tls)
  }

  func waitInLine() {
    guard let tls else { return }
    uv_read_stop(stream)
    loop.handshakes.wait(self, tls)
  }

  /// Bytes of the wire are in the loop's `TLSWire`.
  func decrypt(_ count: Int, _ tls: TLSSession) {
    let wire = loop.tlsWire
    wire.filled(count)
    // What is left belongs to nobody else.
    defer { wire.filled(0) }
    if tls.phase == .handshaking, !shakeHands(tls) { return }
    while state == .open, tls.phase == .open {
      let room = self.room
      let (count, progress) = tls.read(into: room)
      sendRecords(isBounded: true)
      guard state == .open else { return }
      if count > 0 { arrived(count) }
      switch progress {
      case .done, .needsRoom: continue
      case .needsInput: return
      case .peerClosed:
        if state == .open { peerEnded(.endOfFile) }
        return
      case .failed(let error): return tlsFailed(error)
      }
    }
  }

  /// A step of the handshake; true when it is complete.
  @discardableResult
  func shakeHands(_ tls: TLSSession) -> Bool {
    let wire = loop.tlsWire
    let wasCalled = tls.isCalled
    tls.isCalled = false
    var progress: TLSSession.Progress
    var wasExpensive = false
    repeat {
      progress = tls.handshake(wire)
      if wire.hasOutput || (tls.checksPeer && progress == .done) { wasExpensive = true }
      sendRecords(isBounded: true)
    } while progress == .needsRoom && state == .open
    if wasExpensive && !wasCalled { loop.handshakes.spend() }
    guard state == .open else { return false }
    switch progress {
    case .done:
      owner?.transportReady()
      return true
    case .failed(let error): tlsFailed(error)
    case .peerClosed: end(.endOfFile)
    case .needsInput, .needsRoom: break
    }
    return false
  }

  /// The peer is told why (the alert is on its way) and given time to read it.
  private func tlsFailed(_ error: TLSError) {
    guard state == .open else { return }
    statistics?.values.tlsFailures += 1
    if error.code == .plainHTTP { answerPlainHTTP() }
    let last = owner
    finish()
    last?.transportEnded(.tlsFailed(error))
  }

  /// Somebody spoke plain HTTP to a port with TLS.
  private func answerPlainHTTP() {
    let text =
      "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: 46\r\n"
      + "Connection: close\r\n\r\nThis port speaks TLS only: use https or wss.\r\n"
    Array(text.utf8).withUnsafeBytes {
      sendRaw($0, UnsafeRawBufferPointer(start: nil, count: 0), true)
    }
  }

  // MARK: Out

  /// Makes records of two pieces that belong together and sends them.
  func encrypt(
    _ head: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer, _ tls: TLSSession,
    _ isBounded: Bool
  ) {
    let wire = loop.tlsWire
    let total = head.count + body.count
    var offset = 0
    while offset < total, state == .open {
      let size = min(TLSWire.recordSize, total - offset)
      let piece: UnsafeRawBufferPointer
      if offset >= head.count {
        let start = offset - head.count
        piece = UnsafeRawBufferPointer(rebasing: body[start..<start + size])
      } else {
        let ofHead = min(size, head.count - offset)
        wire.plain.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: head[offset..<offset + ofHead]))
        UnsafeMutableRawBufferPointer(rebasing: wire.plain[ofHead...]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: body[..<(size - ofHead)]))
        piece = UnsafeRawBufferPointer(rebasing: wire.plain[..<size])
      }
      let (count, progress) = tls.write(piece)
      offset += count
      if case .failed(let error) = progress {
        cut(.tlsFailed(error))
        return
      }
      if !wire.hasRoomForRecord { sendRecords(isBounded: isBounded) }
    }
    sendRecords(isBounded: isBounded)
  }

  /// Hands what TLS has made to the socket.
  private func sendRecords(isBounded: Bool) {
    let records = loop.tlsWire.takeOutput()
    if records.isEmpty { return }
    sendRaw(records, UnsafeRawBufferPointer(start: nil, count: 0), isBounded)
  }

  /// The end of our direction (close_notify), when it can still be sent.
  func endTLS() {
    if let tls, tls.sayGoodbye() { sendRecords(isBounded: false) }
  }
}
