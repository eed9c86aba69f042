import CUV

/// From the socket to the owner: the room for bytes, their delivery, and its pauses.
extension Transport {
  /// Begins to read from a connected socket.
  func begin() {
    uv_tcp_nodelay(tcp, 1)
    uv_fileno(handle, &descriptor)
    startReading()
  }

  func startReading() {
    uv_read_start(
      stream,
      // Twice for each message: libuv's handle keeps the transport alive meanwhile.
      { handle, _, buffer in
        Unmanaged<Transport>.fromOpaque(handle!.pointee.data)
          ._withUnsafeGuaranteedRef { $0.provide(buffer!) }
      },
      { stream, count, _ in
        Unmanaged<Transport>.fromOpaque(stream!.pointee.data)
          ._withUnsafeGuaranteedRef { $0.received(count) }
      })
  }

  private var readsIntoShared: Bool { inputCount <= Self.smallInput }

  /// Asked by libuv where to read to. Without TLS it is read right here, since `recv` costs the kernel
  /// less than the `read` of libuv; what came is handled in `received`, which libuv calls next, saying
  /// that there was no buffer.
  private func provide(_ buffer: UnsafeMutablePointer<uv_buf_t>) {
    guard let tls else {
      loop.directRead = receive(into: room)
      buffer.pointee.len = 0
      return
    }
    let target = UnsafeMutableBufferPointer(
      start: loop.tlsWire.input, count: mustWaitInLine(tls) ? 0 : TLSWire.inputSize)
    buffer.pointee.base = UnsafeMutableRawPointer(target.baseAddress!).assumingMemoryBound(
      to: CChar.self)
    buffer.pointee.len = .init(target.count)
  }

  /// Where plain bytes go: behind those that are here.
  var room: UnsafeMutableBufferPointer<UInt8> {
    if readsIntoShared {
      return UnsafeMutableBufferPointer(
        start: loop.readBuffer + inputCount, count: EventLoop.readBufferSize - inputCount)
    }
    if inputCapacity - inputCount < inputCount / 2 { growInput() }
    return UnsafeMutableBufferPointer(
      start: input! + inputCount, count: inputCapacity - inputCount)
  }

  private func growInput() {
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: inputCount * 2)
    grown.update(from: input!, count: inputCount)
    input!.deallocate()
    input = grown
    inputCapacity = inputCount * 2
  }

  private func received(_ count: Int) {
    var count = count
    if let read = loop.directRead {
      loop.directRead = nil
      count = read
    }
    guard count != 0, state != .closed else { return }
    if count < 0 {
      switch uv_errno_t(Int32(count)) {
      case UV_ENOBUFS: waitInLine()
      case UV_EOF: peerEnded(tls?.phase == .open ? .truncated : .endOfFile)
      default: end(.failed(Int32(count)))
      }
      return
    }
    bytesIn &+= UInt64(count)
    if state == .finishing { return }
    if let tls { decrypt(count, tls) } else { arrived(count) }
  }

  /// So many plain bytes are in `room`.
  func arrived(_ count: Int) {
    let total = inputCount + count
    if readsIntoShared {
      if inputCount > 0 { loop.readBuffer.update(from: input!, count: inputCount) }
      let used = deliver(loop.readBuffer, total)
      keep(UnsafeMutableBufferPointer(start: loop.readBuffer + used, count: total - used))
    } else {
      inputCount = total
      deliverOwnInput()
    }
  }

  /// Gives the owner what has arrived until it wants no more; returns how much it took.
  private func deliver(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    isDelivering = true
    loop.corked = ObjectIdentifier(self)
    var offset = 0
    while offset < count, state == .open, !isPaused, let current = owner {
      let used = current.consume(
        UnsafeMutableBufferPointer(start: bytes + offset, count: count - offset))
      if used == 0, owner === current { break }
      offset += used
    }
    flushCork()
    loop.corked = nil
    isDelivering = false
    return offset
  }

  /// Remembers the bytes that nobody took.
  private func keep(_ rest: UnsafeMutableBufferPointer<UInt8>) {
    guard state == .open, rest.count > 0 else {
      dropInput()
      return
    }
    if rest.count > inputCapacity {
      input?.deallocate()
      input = .allocate(capacity: rest.count)
      inputCapacity = rest.count
    }
    input!.update(from: rest.baseAddress!, count: rest.count)
    inputCount = rest.count
  }

  /// Delivers from the connection's own memory, which this call owns meanwhile.
  private func deliverOwnInput() {
    guard let bytes = input else { return }
    let total = inputCount
    let capacity = inputCapacity
    input = nil
    inputCount = 0
    inputCapacity = 0
    let used = deliver(bytes, total)
    guard state == .open, used < total else {
      bytes.deallocate()
      return
    }
    if used > 0 {
      UnsafeMutableRawPointer(bytes).copyMemory(from: bytes + used, byteCount: total - used)
    }
    input = bytes
    inputCount = total - used
    inputCapacity = capacity
  }

  func dropInput() {
    input?.deallocate()
    input = nil
    inputCount = 0
    inputCapacity = 0
  }

  /// Stops reading and delivering; what is already here waits.
  func pause() {
    guard state == .open, !isPaused else { return }
    isPaused = true
    uv_read_stop(stream)
  }

  /// Undoes `pause`; what waited is delivered later in this turn.
  func resume() {
    guard state == .open, isPaused else { return }
    isPaused = false
    deliverSoon()
  }

  /// Offers the bytes that are here to the owner again, later in this turn.
  func deliverSoon() {
    guard state == .open, !isDeliveryScheduled else { return }
    isDeliveryScheduled = true
    loop.soon { [self] in
      isDeliveryScheduled = false
      guard state == .open, !isPaused else { return }
      deliverOwnInput()
      guard state == .open, !isPaused else { return }
      if let end = pendingEnd {
        if owner?.isAnswering != true { self.end(end) }
      } else if uv_is_active(handle) == 0 {
        startReading()
      }
    }
  }
}
