import CUV

/// Why a transport ended without its owner's doing.
enum TransportEnd: Equatable {
  case endOfFile
  case failed(Int32)
  case slowReader
}

/// The protocol spoken over a transport: HTTP first, then perhaps WebSocket.
protocol TransportOwner: AnyObject {
  /// Takes whole units from the start of what has arrived and returns how many bytes they had. Bytes
  /// that are left come again with more behind them; the owner bounds what it waits for.
  func consume(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int
  /// The connection is gone. Called once, never inside a call of the owner.
  func transportEnded(_ end: TransportEnd)
  /// The deadline that the owner set has passed.
  func deadlinePassed()
  /// The loop stops and closes the transport right after this call.
  func sayGoodbye()
}

/// One TCP connection: bytes in, bytes out, and one deadline. It knows nothing of the protocol.
///
/// TLS belongs between `received` and `deliver` on the way in and at the head of `send` on the way
/// out; owners see plain bytes either way.
///
/// Input is read into the loop's shared buffer and parsed there. Only a unit that is incomplete moves
/// to memory of its own, so an idle connection holds none.
final class Transport: LoopHandle {
  /// Incomplete units up to this size are completed in the shared buffer, larger ones in their own.
  private static let smallInput = 16_384
  /// How long a finished connection waits for the peer's end of file, in milliseconds.
  static let lingerMilliseconds: UInt64 = 2_000
  /// How long a finishing connection may write nothing before it is cut, in milliseconds.
  static let stallMilliseconds: UInt64 = 10_000

  enum State { case open, finishing, closed }

  private enum Deadline { case none, owner, output(lastQueued: Int), linger }

  let loop: EventLoop
  let tcp = UnsafeMutablePointer<uv_tcp_t>.allocate(capacity: 1)
  var owner: (any TransportOwner)?
  /// The server's counts, nil for connections that we opened.
  let statistics: StatisticsBox?
  /// More queued output than this many bytes means that the peer does not read.
  let outputLimit: Int
  private(set) var state = State.open
  private(set) var isPaused = false
  private(set) var isDelivering = false
  private var isDeliveryScheduled = false
  private var deadline = Deadline.none
  private var timer: LoopTimer?
  private var input: UnsafeMutablePointer<UInt8>?
  private var inputCount = 0
  private var inputCapacity = 0
  /// Bytes of the wire in either direction.
  private(set) var bytesIn: UInt64 = 0
  private(set) var bytesOut: UInt64 = 0

  init(_ loop: EventLoop, outputLimit: Int, statistics: StatisticsBox?) {
    self.loop = loop
    self.outputLimit = outputLimit
    self.statistics = statistics
    super.init()
    uv_tcp_init(loop.uv, tcp)
    tcp.pointee.data = Unmanaged.passRetained(self).toOpaque()
  }

  deinit {
    input?.deallocate()
    tcp.deallocate()
  }

  var stream: UnsafeMutablePointer<uv_stream_t> {
    UnsafeMutableRawPointer(tcp).assumingMemoryBound(to: uv_stream_t.self)
  }

  var handle: UnsafeMutablePointer<uv_handle_t> {
    UnsafeMutableRawPointer(tcp).assumingMemoryBound(to: uv_handle_t.self)
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> Transport {
    Unmanaged<Transport>.fromOpaque(data!).takeUnretainedValue()
  }

  // MARK: Reading

  /// Begins to read from a connected socket.
  func begin() {
    uv_tcp_nodelay(tcp, 1)
    startReading()
  }

  private func startReading() {
    uv_read_start(
      stream,
      { handle, _, buffer in Transport.from(handle!.pointee.data).provide(buffer!) },
      { stream, count, _ in Transport.from(stream!.pointee.data).received(count) })
  }

  private var readsIntoShared: Bool { inputCount <= Self.smallInput }

  private func provide(_ buffer: UnsafeMutablePointer<uv_buf_t>) {
    let target: UnsafeMutablePointer<UInt8>
    let room: Int
    if readsIntoShared {
      target = loop.readBuffer + inputCount
      room = EventLoop.readBufferSize - inputCount
    } else {
      if inputCapacity - inputCount < inputCount / 2 { growInput() }
      target = input! + inputCount
      room = inputCapacity - inputCount
    }
    buffer.pointee.base = UnsafeMutableRawPointer(target).assumingMemoryBound(to: CChar.self)
    buffer.pointee.len = .init(room)
  }

  private func growInput() {
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: inputCount * 2)
    grown.update(from: input!, count: inputCount)
    input!.deallocate()
    input = grown
    inputCapacity = inputCount * 2
  }

  private func received(_ count: Int) {
    guard count != 0, state != .closed else { return }
    if count < 0 {
      end(count == Int(UV_EOF.rawValue) ? .endOfFile : .failed(Int32(count)))
      return
    }
    bytesIn &+= UInt64(count)
    if state == .finishing { return }
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
    loop.corked = self
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

  private func dropInput() {
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
      if state == .open, !isPaused, uv_is_active(handle) == 0 { startReading() }
    }
  }

  // MARK: Writing

  /// Bytes that the kernel has not taken yet.
  var queuedBytes: Int {
    guard state != .closed else { return 0 }
    return Int(uv_stream_get_write_queue_size(stream))
      + (loop.corked === self ? loop.corkCount : 0)
  }

  /// Sends two pieces as one. Inside a delivery they are gathered, else they go to the kernel at once;
  /// what it does not take is copied and queued.
  /// - Parameter isBounded: whether too much queued output cuts the connection.
  func write(
    _ head: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer, isBounded: Bool = true
  ) {
    guard state == .open else { return }
    let total = head.count + body.count
    if loop.corked === self {
      if loop.corkCount + total > EventLoop.corkBufferSize { flushCork() }
      if total <= EventLoop.corkBufferSize {
        let room = UnsafeMutableRawBufferPointer(
          start: loop.corkBuffer + loop.corkCount, count: total)
        room.copyMemory(from: head)
        UnsafeMutableRawBufferPointer(rebasing: room[head.count...]).copyMemory(from: body)
        loop.corkCount += total
        return
      }
    }
    send(head, body, isBounded)
  }

  private func flushCork() {
    guard loop.corked === self, loop.corkCount > 0 else { return }
    let count = loop.corkCount
    loop.corkCount = 0
    if state != .open { return }
    send(
      UnsafeRawBufferPointer(start: loop.corkBuffer, count: count),
      UnsafeRawBufferPointer(start: nil, count: 0), true)
  }

  private func send(
    _ head: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer, _ isBounded: Bool
  ) {
    guard state == .open else { return }
    let total = head.count + body.count
    bytesOut &+= UInt64(total)
    var written = 0
    let queued = Int(uv_stream_get_write_queue_size(stream))
    if queued == 0 {
      var pieces = (uvBuffer(head), uvBuffer(body))
      let code = withUnsafeMutableBytes(of: &pieces) {
        uv_try_write(
          stream, $0.baseAddress!.assumingMemoryBound(to: uv_buf_t.self), body.isEmpty ? 1 : 2)
      }
      if code < 0 && code != UV_EAGAIN.rawValue {
        cut(.failed(code))
        return
      }
      written = max(0, Int(code))
      if written == total { return }
    }
    if isBounded, queued + total - written > outputLimit {
      cut(.slowReader)
      return
    }
    queue(head, body, skipping: written)
  }

  /// Hands libuv a copy of what the kernel did not take: one block, the request in front.
  private func queue(
    _ head: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer, skipping written: Int
  ) {
    let rest = head.count + body.count - written
    let offset = MemoryLayout<uv_write_t>.size
    let block = UnsafeMutableRawPointer.allocate(byteCount: offset + rest, alignment: 16)
    let room = UnsafeMutableRawBufferPointer(start: block + offset, count: rest)
    let headRest = UnsafeRawBufferPointer(rebasing: head[min(written, head.count)...])
    let bodyRest = UnsafeRawBufferPointer(rebasing: body[max(0, written - head.count)...])
    room.copyMemory(from: headRest)
    UnsafeMutableRawBufferPointer(rebasing: room[headRest.count...]).copyMemory(from: bodyRest)
    var piece = uvBuffer(UnsafeRawBufferPointer(room))
    let request = block.bindMemory(to: uv_write_t.self, capacity: 1)
    let code = uv_write(request, stream, &piece, 1) { request, status in
      let transport = Transport.from(request!.pointee.handle.pointee.data)
      UnsafeMutableRawPointer(request!).deallocate()
      if status < 0, transport.state != .closed { transport.end(.failed(status)) }
    }
    if code < 0 {
      block.deallocate()
      cut(.failed(code))
    }
  }

  private func uvBuffer(_ bytes: UnsafeRawBufferPointer) -> uv_buf_t {
    uv_buf_t(
      base: UnsafeMutableRawPointer(mutating: bytes.baseAddress)?
        .assumingMemoryBound(to: CChar.self), len: .init(bytes.count))
  }

  // MARK: Ending

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
    guard state == .open else { return }
    state = .finishing
    owner = nil
    if !isDelivering { dropInput() }
    let request = UnsafeMutablePointer<uv_shutdown_t>.allocate(capacity: 1)
    let code = uv_shutdown(request, stream) { request, _ in
      let transport = Transport.from(request!.pointee.handle.pointee.data)
      request!.deallocate()
      if transport.state == .finishing {
        transport.setDeadline(.linger, Transport.lingerMilliseconds)
      }
    }
    if code < 0 {
      request.deallocate()
      close()
      return
    }
    setDeadline(.output(lastQueued: queuedBytes + 1), Self.stallMilliseconds)
    if isPaused || uv_is_active(handle) == 0 { startReading() }
  }

  /// Closes at once; the owner hears no more.
  func close(resets: Bool = false) {
    guard state != .closed else { return }
    state = .closed
    owner = nil
    clearDeadline()
    if !isDelivering { dropInput() }
    statistics?.values.connections -= 1
    let released: uv_close_cb = { Unmanaged<Transport>.fromOpaque($0!.pointee.data).release() }
    if !resets || uv_tcp_close_reset(tcp, released) != 0 { uv_close(handle, released) }
  }

  /// The peer or the system ended the connection, told by libuv.
  private func end(_ reason: TransportEnd) {
    let last = owner
    close()
    last?.transportEnded(reason)
  }

  /// Ends the connection inside a call of the owner, which hears of it later in this turn.
  private func cut(_ reason: TransportEnd) {
    let last = owner
    if reason == .slowReader { statistics?.values.slowReaders += 1 }
    close(resets: reason == .slowReader)
    if let last { loop.soon { last.transportEnded(reason) } }
  }

  override func loopStops() {
    owner?.sayGoodbye()
    close()
  }
}
