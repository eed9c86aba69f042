import CUV

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Opens a connection to a host: name look-up, then one address after the other, then TLS when that is
/// wanted. Used on the loop's thread; whoever dials sets the time limit.
final class Dialer {
  private let loop: EventLoop
  private let place: HostPlace
  private let tls: TLSClientContext?
  private let outputLimit: Int
  /// Makes the owner of a transport, whose `transportReady` says that the connection stands.
  private var makeOwner: ((Transport) -> any TransportOwner)?
  /// Called once when no address answers; not after `release` and `cancel`.
  private var failed: ((NetworkError) -> Void)?
  private var transport: Transport?
  private var addresses: ArraySlice<SocketAddress> = []
  private var lastError = NetworkError.disconnected

  init(
    _ loop: EventLoop, _ place: HostPlace, tls: TLSClientContext?, outputLimit: Int,
    makeOwner: @escaping (Transport) -> any TransportOwner,
    failed: @escaping (NetworkError) -> Void
  ) {
    self.loop = loop
    self.place = place
    self.tls = tls
    self.outputLimit = outputLimit
    self.makeOwner = makeOwner
    self.failed = failed
  }

  /// - Throws: `.system` when the look-up cannot begin; `failed` is not called then.
  func begin() throws(NetworkError) {
    if let address = try? SocketAddress(literal: place.host, port: place.port) {
      addresses = [address]
      loop.soon { [self] in connectNext() }
    } else {
      try lookUp()
    }
  }

  /// Gives up: the connection is closed, nothing more is called.
  func cancel() {
    transport?.close()
    release()
  }

  /// Forgets the connection, which goes on with its owner.
  func release() {
    transport = nil
    makeOwner = nil
    failed = nil
  }

  private func fail(_ error: NetworkError) {
    let failed = failed
    cancel()
    failed?(error)
  }

  // MARK: Name

  private func lookUp() throws(NetworkError) {
    let request = UnsafeMutablePointer<uv_getaddrinfo_t>.allocate(capacity: 1)
    request.pointee.data = Unmanaged.passRetained(self).toOpaque()
    var hints = addrinfo()
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    let code = uv_getaddrinfo(
      loop.uv, request,
      { request, status, found in
        let dialer = Unmanaged<Dialer>.fromOpaque(request!.pointee.data).takeRetainedValue()
        request!.deallocate()
        dialer.lookedUp(status, found)
        uv_freeaddrinfo(found)
      }, place.host, "\(place.port)", &hints)
    if code < 0 {
      Unmanaged<Dialer>.fromOpaque(request.pointee.data).release()
      request.deallocate()
      throw .system(operation: "look up \(place.host)", code: code)
    }
  }

  private func lookedUp(_ status: Int32, _ found: UnsafeMutablePointer<addrinfo>?) {
    guard failed != nil, !loop.isStopping else { return fail(.loopStopped) }
    guard status == 0 else {
      return fail(.system(operation: "look up \(place.host)", code: status))
    }
    var next = found
    while let entry = next {
      if let address = entry.pointee.ai_addr {
        addresses.append(
          SocketAddress(copying: address, length: Int(entry.pointee.ai_addrlen)))
      }
      next = entry.pointee.ai_next
    }
    connectNext()
  }

  // MARK: Connection

  /// Tries the next address of the name.
  private func connectNext() {
    guard let makeOwner else { return }
    guard !loop.isStopping else { return fail(.loopStopped) }
    guard var address = addresses.popFirst() else { return fail(lastError) }
    let transport = Transport(loop, outputLimit: outputLimit, statistics: nil)
    transport.owner = makeOwner(transport)
    if place.isSecure {
      transport.secure(TLSSession(client: tls ?? .system, host: place.host))
    }
    self.transport = transport
    let request = UnsafeMutablePointer<uv_connect_t>.allocate(capacity: 1)
    request.pointee.data = Unmanaged.passRetained(self).toOpaque()
    let code = address.withPointer {
      uv_tcp_connect(request, transport.tcp, $0) { request, status in
        let dialer = Unmanaged<Dialer>.fromOpaque(request!.pointee.data).takeRetainedValue()
        request!.deallocate()
        dialer.connected(status)
      }
    }
    if code < 0 {
      Unmanaged<Dialer>.fromOpaque(request.pointee.data).release()
      request.deallocate()
      connectionFailed(code)
    }
  }

  private func connected(_ status: Int32) {
    guard failed != nil, let transport, transport.state == .open else { return }
    guard status == 0 else { return connectionFailed(status) }
    transport.begin()
    if let tls = transport.tls {
      transport.shakeHands(tls)
    } else {
      transport.owner?.transportReady()
    }
  }

  private func connectionFailed(_ code: Int32) {
    transport?.close()
    transport = nil
    lastError = .system(operation: "connect to \(place.authority)", code: code)
    connectNext()
  }
}
