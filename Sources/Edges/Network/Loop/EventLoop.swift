import CUV
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One thread that waits for sockets, timers, signals and jobs, and calls their handlers.
///
/// Everything that belongs to a loop (servers, sockets, timers) is used on the loop's thread only;
/// `execute` is the door for the other threads. A loop is also a serial executor, so an actor can
/// live on it and be entered with `assumeIsolated` from any callback.
///
/// `@unchecked Sendable`: the inbox, the thread and the life cycle are behind locks and atomics. All
/// other members are touched before the loop runs, or by the loop's thread, or after it has ended;
/// `checkCurrent()` traps otherwise. libuv's own memory follows the same rule, except
/// `uv_async_send`, which may be called by any thread and is called under the inbox's lock, so that
/// it cannot meet a closed handle.
public final class EventLoop: @unchecked Sendable {
  /// The largest piece that one read takes from a socket, in bytes.
  static let readBufferSize = 131_072
  /// How much output of one delivery is gathered before it is handed to the kernel, in bytes.
  static let corkBufferSize = 65_536

  /// The largest frame whose head and payload are put together before they are sent, in bytes.
  static let sendBufferSize = 8_192

  let uv: UnsafeMutablePointer<uv_loop_t>
  let async: UnsafeMutablePointer<uv_async_t>
  private let prepare: UnsafeMutablePointer<uv_prepare_t>

  struct Inbox {
    var jobs: [LoopJob] = []
    var isSealed = false
  }
  let inbox = Mutex(Inbox())
  private let hasBegun = UnsafeMutablePointer<uv_sem_t>.allocate(capacity: 1)
  private let thread = Mutex<uv_thread_t?>(nil)
  /// 0 until the loop runs; then the identity of its thread.
  private let runningThread = Atomic<UInt>(0)

  var local: [LoopJob] = []
  var running: [LoopJob] = []
  private(set) var isStopping = false
  private var hasEnded = false
  var taskSide: LoopTaskExecutor?

  /// Read by all transports of this loop, one at a time.
  let readBuffer = UnsafeMutablePointer<UInt8>.allocate(capacity: readBufferSize)
  /// Output of the transport that is delivering right now.
  let corkBuffer = UnsafeMutablePointer<UInt8>.allocate(capacity: corkBufferSize)
  /// What a transport has read by itself, until it is told to handle it in the same turn: bytes, an
  /// error of libuv, or 0 for nothing yet.
  @exclusivity(unchecked) var directRead: Int?
  @exclusivity(unchecked) var corkCount = 0
  /// Where a frame stands on its way to the kernel.
  let sendBuffer = UnsafeMutablePointer<UInt8>.allocate(capacity: sendBufferSize)
  /// The transport whose output is gathered; set for the length of a call of it only.
  @exclusivity(unchecked) var corked: ObjectIdentifier?
  /// Made with the first connection that speaks TLS.
  private(set) lazy var tlsWire = TLSWire()
  var handshakes = HandshakeLine()
  var maskKeys = MaskKeys()
  var httpDate = HTTPDate()

  /// Called once per wake-up, after all I/O, timers and jobs and before the loop may wait again:
  /// the moment to hand over in one piece what the handlers gathered. Set it on the loop's thread
  /// or before the loop runs.
  public var onTurnEnd: (() -> Void)?

  /// Creates a loop that does not run yet. Also makes the process ignore SIGPIPE, because a write to
  /// a peer that left is an ordinary error here.
  /// - Throws: `.system` when the process has no descriptors left.
  public init() throws(NetworkError) {
    signal(SIGPIPE, SIG_IGN)
    uv = .allocate(capacity: 1)
    async = .allocate(capacity: 1)
    prepare = .allocate(capacity: 1)
    uv_sem_init(hasBegun, 0)
    let code = uv_loop_init(uv)
    if code < 0 {
      hasEnded = true
      throw .system(operation: "uv_loop_init", code: code)
    }
    let asyncCode = uv_async_init(uv, async) { handle in
      EventLoop.from(handle!.pointee.loop).takeJobs()
    }
    if asyncCode < 0 {
      uv_loop_close(uv)
      hasEnded = true
      throw .system(operation: "uv_async_init", code: asyncCode)
    }
    async.pointee.data = nil
    uv_prepare_init(uv, prepare)
    prepare.pointee.data = nil
    uv_prepare_start(prepare) { handle in EventLoop.from(handle!.pointee.loop).endTurn() }
    uv.pointee.data = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit {
    if !hasEnded { windDown() }
    uv.deallocate()
    async.deallocate()
    prepare.deallocate()
    uv_sem_destroy(hasBegun)
    hasBegun.deallocate()
    readBuffer.deallocate()
    corkBuffer.deallocate()
    sendBuffer.deallocate()
  }

  private static func from(_ uv: UnsafeMutablePointer<uv_loop_t>?) -> EventLoop {
    Unmanaged<EventLoop>.fromOpaque(uv!.pointee.data).takeUnretainedValue()
  }

  // MARK: Life

  /// Runs the loop on a thread of its own. Call it once, and not together with `run()`.
  /// - Throws: `.system` when the thread cannot be created.
  public func start() throws(NetworkError) {
    precondition(runningThread.load(ordering: .relaxed) == 0, "An event loop runs once.")
    let context = Unmanaged.passRetained(self).toOpaque()
    var id = uv_thread_self()
    let code = thread.withLock { thread in
      let code = uv_thread_create(
        &id, { Unmanaged<EventLoop>.fromOpaque($0!).takeRetainedValue().run() }, context)
      if code == 0 { thread = id }
      return code
    }
    if code < 0 { Unmanaged<EventLoop>.fromOpaque(context).release() }
    try check(code, "uv_thread_create")
    // From here on the thread owns the loop; set-up code must not take it for one that does not run.
    uv_sem_wait(hasBegun)
  }

  /// Runs the loop on the calling thread until `stop()`.
  public func run() {
    let claimed = runningThread.compareExchange(
      expected: 0, desired: Self.currentThread, ordering: .sequentiallyConsistent
    ).exchanged
    precondition(claimed, "An event loop runs once.")
    uv_sem_post(hasBegun)
    if !isStopping { uv_run(uv, UV_RUN_DEFAULT) }
    windDown()
  }

  /// Runs the jobs that are queued, says goodbye to all peers (WebSocket close 1001), closes every
  /// handle and ends the loop. From another thread it waits until the thread of `start()` is gone;
  /// from the loop's own thread, or for a loop in `run()`, it returns at once. Harmless when repeated.
  public func stop() {
    if isCurrent {
      beginStop()
      return
    }
    let id = thread.withLock { thread in
      let id = thread
      thread = nil
      return id
    }
    if id == nil, !isRunning {
      runningThread.store(Self.currentThread, ordering: .relaxed)
      windDown()
      return
    }
    execute { [self] in beginStop() }
    if var id { uv_thread_join(&id) }
  }

  private func beginStop() {
    isStopping = true
    uv_stop(uv)
  }

  /// Nothing in here waits for a peer; only name look-ups under way are waited for.
  private func windDown() {
    isStopping = true
    endTurn()
    // Goodbyes may add jobs, and jobs may add handles: a few rounds, then the doors are shut.
    for _ in 0..<4 {
      closeHandles()
      uv_run(uv, UV_RUN_NOWAIT)
    }
    let rest = inbox.withLock { inbox in
      inbox.isSealed = true
      uv_close(UnsafeMutableRawPointer(async).assumingMemoryBound(to: uv_handle_t.self), nil)
      let rest = inbox.jobs
      inbox.jobs = []
      return rest
    }
    local.append(contentsOf: rest)
    while !local.isEmpty { runLocalJobs() }
    onTurnEnd?()
    onTurnEnd = nil
    closeHandles()
    uv_close(UnsafeMutableRawPointer(prepare).assumingMemoryBound(to: uv_handle_t.self), nil)
    uv_run(uv, UV_RUN_DEFAULT)
    uv_loop_close(uv)
    hasEnded = true
  }

  private func closeHandles() {
    uv_walk(
      uv,
      { handle, _ in
        guard uv_is_closing(handle) == 0, let data = handle!.pointee.data else { return }
        Unmanaged<LoopHandle>.fromOpaque(data).takeUnretainedValue().loopStops()
      }, nil)
  }

  // MARK: Facts

  private static var currentThread: UInt {
    #if canImport(Glibc)
      uv_thread_self()
    #else
      UInt(bitPattern: uv_thread_self())
    #endif
  }

  /// Whether the loop has begun to run (it may have ended since).
  var isRunning: Bool { runningThread.load(ordering: .relaxed) != 0 }

  /// Whether the caller is on this loop's thread.
  public var isCurrent: Bool { runningThread.load(ordering: .relaxed) == Self.currentThread }

  /// Milliseconds of a clock that never jumps, as of the start of this turn. Loop thread only.
  public var monotonicMilliseconds: UInt64 { uv_now(uv) }

  /// Traps when another thread than the loop's uses what belongs to the loop. Before the loop runs,
  /// the thread that sets it up may.
  func checkCurrent() {
    let id = runningThread.load(ordering: .relaxed)
    precondition(
      id == 0 || id == Self.currentThread, "This belongs to an event loop's thread: use execute().")
  }
}
