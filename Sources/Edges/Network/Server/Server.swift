import CUV

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Answers requests that a server receives. All calls come on the thread of the server's loop.
public protocol HTTPHandler: AnyObject {
  /// Must lead to one `respond` or `upgrade`, now or later; an exchange that is dropped without
  /// answers 500.
  func serve(_ request: HTTPRequest, _ exchange: HTTPExchange)

  /// What a client is told whose request could not be read at all (400, 411, 413, 414, 417, 431,
  /// 501, 505), or was dropped without an answer (500).
  func refusal(status: Int) -> (headers: [(String, String)], body: [UInt8])

  /// A client could not be agreed with on TLS, so that there will be no request: for the log.
  func tlsFailed(_ error: TLSError, remoteAddress: String)
}

extension HTTPHandler {
  public func refusal(status: Int) -> (headers: [(String, String)], body: [UInt8]) { ([], []) }

  public func tlsFailed(_ error: TLSError, remoteAddress: String) {}
}

/// Listens on one port on one event loop. For several threads make one server per loop and let the
/// others share the first one's port; the kernel spreads the connections.
///
/// `@unchecked Sendable`: the reference may travel, but all work happens on the loop's thread, to
/// which the public methods go by themselves.
public final class Server: @unchecked Sendable {
  private static let backlog: Int32 = 4_096

  public let loop: EventLoop
  public let limits: ServerLimits
  /// Nil when the server speaks plain HTTP.
  public let tls: TLSServerContext?
  let handler: any HTTPHandler
  let counts = StatisticsBox()
  private let newcomers: Newcomers
  private var listener: Listener?

  /// - Parameters:
  ///   - tls: makes all connections speak TLS.
  ///   - handler: kept as long as the server or one of its connections lives.
  public init(
    loop: EventLoop, limits: ServerLimits = ServerLimits(), tls: TLSServerContext? = nil,
    handler: any HTTPHandler
  ) {
    self.loop = loop
    self.limits = limits
    self.tls = tls
    newcomers = Newcomers(limit: limits.maxHandshakesPerAddress)
    self.handler = handler
  }

  /// Begins to listen. May be called by any thread; waits until the port is open.
  /// - Parameters:
  ///   - address: an IPv4 or IPv6 literal, such as `127.0.0.1` or `::`.
  ///   - port: 0 lets the system choose.
  /// - Returns: the port.
  /// - Throws: `.invalidAddress`, or `.system` when the port is taken, by whomever and however, or not
  ///   allowed.
  @discardableResult
  public func listen(address: String, port: UInt16) throws(NetworkError) -> UInt16 {
    try loop.wait { [self] () throws(NetworkError) in
      try begin(SocketAddress(literal: address, port: port), sharesPort: false)
    }
  }

  /// Begins to listen where another server of this process does already. That one had the port for
  /// itself first, so that no other process can have a part of it without being noticed: this is
  /// refused by the system on either side.
  /// - Throws: `.system` when the other does not listen, or on a system that cannot share.
  public func listen(beside first: Server) throws(NetworkError) {
    let place = try first.loop.wait { () throws(NetworkError) in
      guard let listener = first.listener else {
        throw NetworkError.system(operation: "share a port", code: UV_EBADF.rawValue)
      }
      try listener.sharePort()
      return listener.place
    }
    try loop.wait { [self] () throws(NetworkError) in _ = try begin(place, sharesPort: true) }
  }

  private func begin(
    _ place: SocketAddress, sharesPort: Bool
  ) throws(NetworkError) -> UInt16 {
    precondition(listener == nil, "A server listens once.")
    let listener = try Listener(self, place, sharesPort, backlog: Self.backlog)
    self.listener = listener
    return listener.place.port
  }

  /// Takes no more connections; the open ones go on. May be called by any thread; harmless when
  /// repeated or after the loop has ended.
  public func stopListening() {
    try? loop.wait { [self] in
      listener?.loopStops()
      listener = nil
    }
  }

  /// The counts so far. May be called by any thread; zeros after the loop has ended.
  public var statistics: ServerStatistics {
    (try? loop.wait { [self] in counts.values }) ?? ServerStatistics()
  }

  fileprivate func accept(_ stream: UnsafeMutablePointer<uv_stream_t>) {
    let isFull = counts.values.connections >= limits.maxConnections
    counts.values.connections += 1
    let transport = Transport(loop, outputLimit: limits.maxBufferedOutputBytes, statistics: counts)
    guard uv_accept(stream, transport.stream) == 0 else { return transport.close() }
    let peer = SocketAddress(peerOf: transport.tcp)?.text ?? ""
    guard !isFull, let newcomer = newcomers.admit(peer) else {
      counts.values.refused += 1
      return transport.close()
    }
    counts.values.accepted += 1
    if let tls { transport.secure(TLSSession(server: tls)) }
    transport.owner = HTTPConnection(transport, self, remoteAddress: peer, newcomer)
    transport.setDeadline(milliseconds: limits.handshakeTimeoutMilliseconds)
    transport.begin()
  }
}

/// The listening socket of a server.
private final class Listener: LoopHandle {
  let tcp = UnsafeMutablePointer<uv_tcp_t>.allocate(capacity: 1)
  /// With the port that the system chose, when it did.
  private(set) var place: SocketAddress
  /// Nil once closed.
  private var server: Server?

  init(
    _ server: Server, _ place: SocketAddress, _ sharesPort: Bool, backlog: Int32
  ) throws(NetworkError) {
    self.place = place
    self.server = server
    super.init()
    var place = place
    try check(
      uv_tcp_init_ex(server.loop.uv, tcp, UInt32(place.family)), "uv_tcp_init_ex")
    tcp.pointee.data = Unmanaged.passRetained(self).toOpaque()
    do throws(NetworkError) {
      if sharesPort { try sharePort() }
      try check(place.withPointer { uv_tcp_bind(tcp, $0, 0) }, "bind to \(place.text)")
      let stream = UnsafeMutableRawPointer(tcp).assumingMemoryBound(to: uv_stream_t.self)
      let code = uv_listen(stream, backlog) { stream, status in
        let listener = Unmanaged<Listener>.fromOpaque(stream!.pointee.data).takeUnretainedValue()
        if status == 0 { listener.server?.accept(stream!) }
      }
      try check(code, "listen on \(place.text)")
      self.place = SocketAddress(localOf: tcp) ?? place
    } catch {
      loopStops()
      throw error
    }
  }

  deinit { tcp.deallocate() }

  /// Lets others in who ask for the same (SO_REUSEPORT). A socket that did not when it was bound was
  /// alone then. libuv 1.44 has no flag for it, so the option is set on its descriptor.
  func sharePort() throws(NetworkError) {
    var descriptor: uv_os_fd_t = -1
    let handle = UnsafeMutableRawPointer(tcp).assumingMemoryBound(to: uv_handle_t.self)
    try check(uv_fileno(handle, &descriptor), "uv_fileno")
    var one: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    if setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &one, size) != 0 {
      throw .system(operation: "SO_REUSEPORT", code: -errno)
    }
  }

  override func loopStops() {
    guard server != nil else { return }
    server = nil
    uv_close(UnsafeMutableRawPointer(tcp).assumingMemoryBound(to: uv_handle_t.self)) {
      Unmanaged<Listener>.fromOpaque($0!.pointee.data).release()
    }
  }
}
