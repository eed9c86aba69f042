import CUV

extension Transport {
  /// Lets the owner know when this many milliseconds have passed. There is one deadline; a new one
  /// replaces it.
  func setDeadline(milliseconds: UInt64) { setDeadline(.owner, milliseconds) }

  /// Takes the deadline away and keeps its timer for the next one.
  func suspendDeadline() {
    deadline = .none
    timer?.pause()
  }

  /// Takes the deadline away with its timer, for connections that may be idle for days.
  func clearDeadline() {
    deadline = .none
    timer?.cancel()
    timer = nil
  }

  private func setDeadline(_ purpose: Deadline, _ milliseconds: UInt64) {
    guard state != .closed else { return }
    deadline = purpose
    if let timer {
      timer.restart(afterMilliseconds: milliseconds)
    } else {
      timer = LoopTimer(loop, after: milliseconds, repeating: 0) { [self] in deadlinePassed() }
    }
  }

  private func deadlinePassed() {
    switch deadline {
    case .none: break
    case .owner: owner?.deadlinePassed()
    case .linger: close()
    case .output(let lastQueued):
      let queued = queuedBytes
      if queued >= lastQueued {
        close()
      } else {
        setDeadline(.output(lastQueued: queued), Self.stallMilliseconds)
      }
    }
  }

  /// The owner's last word: writes what is queued, then ends our direction and waits for the peer's
  /// end, so that the last bytes are not lost to a reset. The owner hears no more.
  func finish() {
    guard state == .open else { return }
    flushCork()
    endTLS()
    guard state == .open else { return }
    state = .finishing
    owner = nil
    if !isDelivering { dropInput() }
    let request = UnsafeMutablePointer<uv_shutdown_t>.allocate(capacity: 1)
    let code = uv_shutdown(request, stream) { request, _ in
      let transport = Transport.from(request!.pointee.handle.pointee.data)
      request!.deallocate()
      if transport.state == .finishing {
        // Whoever has ended is not waited for.
        if transport.pendingEnd != nil { return transport.close() }
        transport.setDeadline(.linger, Transport.lingerMilliseconds)
      }
    }
    if code < 0 {
      request.deallocate()
      close()
      return
    }
    setDeadline(.output(lastQueued: queuedBytes + 1), Self.stallMilliseconds)
    if pendingEnd == nil, isPaused || uv_is_active(handle) == 0 { startReading() }
  }

  /// Closes at once; the owner hears no more.
  func close(resets: Bool = false) {
    if !resets, state == .open { endTLS() }
    guard state != .closed else { return }
    state = .closed
    owner = nil
    clearDeadline()
    if !isDelivering { dropInput() }
    statistics?.values.connections -= 1
    let released: uv_close_cb = {
      let transport = Unmanaged<Transport>.fromOpaque($0!.pointee.data).takeRetainedValue()
      transport.tls = nil
    }
    if !resets || uv_tcp_close_reset(tcp, released) != 0 { uv_close(handle, released) }
  }

  /// The peer will say nothing more; whether it still listens cannot be known. What came before is
  /// delivered, and what is owed for it leaves, before the connection ends.
  func peerEnded(_ reason: TransportEnd) {
    let waits =
      switch state {
      case .open: isPaused || isDeliveryScheduled || owner?.isAnswering == true
      case .finishing: queuedPieces > 0
      case .closed: false
      }
    guard waits else { return end(reason) }
    pendingEnd = reason
    uv_read_stop(stream)
  }

  /// The peer or the system ended the connection, told by libuv.
  func end(_ reason: TransportEnd) {
    let last = owner
    if reason != .endOfFile { tls?.abandon() }
    close()
    last?.transportEnded(reason)
  }

  /// Ends the connection inside a call of the owner, which hears of it later in this turn.
  func cut(_ reason: TransportEnd) {
    let last = owner
    tls?.abandon()
    if reason == .slowReader { statistics?.values.slowReaders += 1 }
    close(resets: reason == .slowReader)
    if let last { loop.soon { last.transportEnded(reason) } }
  }
}
