import CUV

/// One TCP connection: bytes in, bytes out, and one deadline. It knows nothing of the protocol.
///
/// With TLS, `received` decrypts before `arrived`, and `send` encrypts before `sendRaw`
/// (Transport+TLS.swift); owners see plain bytes either way.
///
/// Input is read into the loop's shared buffer and parsed there. Only a unit that is incomplete moves
/// to memory of its own, so an idle connection holds none.
final class Transport: LoopHandle {
  /// Incomplete units up to this size are completed in the shared buffer, larger ones in their own.
  static let smallInput = 16_384
  /// How long a finished connection waits for the peer's end of file, in milliseconds.
  static let lingerMilliseconds: UInt64 = 2_000
  /// How long a finishing connection may write nothing before it is cut, in milliseconds.
  static let stallMilliseconds: UInt64 = 10_000

  enum State { case open, finishing, closed }

  enum Deadline { case none, owner, output(lastQueued: Int), linger }

  let loop: EventLoop
  let tcp = UnsafeMutablePointer<uv_tcp_t>.allocate(capacity: 1)
  /// The socket, once it is connected.
  var descriptor: uv_os_fd_t = -1
  var owner: (any TransportOwner)?
  /// Nil without TLS, and once closed.
  var tls: TLSSession?
  /// The peer's end, while what came before it waits for `resume` or for its answer, or, in
  /// `finishing`, for our last bytes to leave.
  var pendingEnd: TransportEnd?
  /// The server's counts, nil for connections that we opened.
  let statistics: StatisticsBox?
  /// More queued output than this many bytes means that the peer does not read.
  let outputLimit: Int
  var state = State.open
  var isPaused = false
  var isDelivering = false
  var isDeliveryScheduled = false
  /// Pieces that libuv has and the kernel has not; while there are none, libuv need not be asked how
  /// many bytes they are.
  @exclusivity(unchecked) var queuedPieces = 0
  var deadline = Deadline.none
  var timer: LoopTimer?
  var input: UnsafeMutablePointer<UInt8>?
  var inputCount = 0
  var inputCapacity = 0
  /// Bytes of the wire in either direction.
  @exclusivity(unchecked) var bytesIn: UInt64 = 0
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

  override func loopStops() {
    owner?.sayGoodbye()
    close()
  }
}
