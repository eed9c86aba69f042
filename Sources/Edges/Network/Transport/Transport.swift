import CUV

/// Why a transport ended without its owner's doing.
enum TransportEnd: Equatable {
  case endOfFile
  case failed(Int32)
  case slowReader
  /// The connection ended, but TLS was not: somebody may have cut it short.
  case truncated
  case tlsFailed(TLSError)
}

/// The protocol spoken over a transport: HTTP first, then perhaps WebSocket.
protocol TransportOwner: AnyObject {
  /// The connection can be written: at once, or after the TLS handshake.
  func transportReady()
  /// Takes whole units from the start of what has arrived and returns how many bytes they had. Bytes
  /// that are left come again with more behind them; the owner bounds what it waits for.
  func consume(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int
  /// The connection is gone. Called once, never inside a call of the owner.
  func transportEnded(_ end: TransportEnd)
  /// The deadline that the owner set has passed.
  func deadlinePassed()
  /// The kernel has taken all output that had to be queued.
  func outputDrained()
  /// The loop stops and closes the transport right after this call.
  func sayGoodbye()
}

extension TransportOwner {
  func transportReady() {}
  func outputDrained() {}
}

/// One TCP connection: bytes in, bytes out, and one deadline. It knows nothing of the protocol.
///
/// With TLS, `received` decrypts before `arrived`, and `send` encrypts before `sendRaw`
/// (Transport+TLS.swift); owners see plain bytes either way.
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

  enum Deadline { case none, owner, output(lastQueued: Int), linger }

  let loop: EventLoop
  let tcp = UnsafeMutablePointer<uv_tcp_t>.allocate(capacity: 1)
  /// The socket, once it is connected.
  private(set) var descriptor: uv_os_fd_t = -1
  var owner: (any TransportOwner)?
  /// Nil without TLS, and once closed.
  var tls: TLSSession?
  /// The peer's end, while what came before it waits for `resume`.
  var pendingEnd: TransportEnd?
  /// The server's counts, nil for connections that we opened.
  let statistics: StatisticsBox?
  /// More queued output than this many bytes means that the peer does not read.
  let outputLimit: Int
  var state = State.open
  private(set) var isPaused = false
  var isDelivering = false
  private var isDeliveryScheduled = false
  /// Pieces that libuv has and the kernel has not; while there are none, libuv need not be asked how
  /// many bytes they are.
  @exclusivity(unchecked) var queuedPieces = 0
  var deadline = Deadline.none
  var timer: LoopTimer?
  private var input: UnsafeMutablePointer<UInt8>?
  private var inputCount = 0
  private var inputCapacity = 0
  /// Bytes of the wire in either direction.
  @exclusivity(unchecked) private(set) var bytesIn: UInt64 = 0
  @exclusivity(unchecked) var bytesOut: UInt64 = 0

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

  static func from(_ data: UnsafeMutableRawPointer?) -> Transport {
    Unmanaged<Transport>.fromOpaque(data!).takeUnretainedValue()
  }

  // MARK: Reading

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
      case UV_EOF: end(tls?.phase == .open ? .truncated : .endOfFile)
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
      if state == .open, !isPaused, let end = pendingEnd { self.end(end) }
      if state == .open, !isPaused, uv_is_active(handle) == 0 { startReading() }
    }
  }

  override func loopStops() {
    owner?.sayGoodbye()
    close()
  }
}
