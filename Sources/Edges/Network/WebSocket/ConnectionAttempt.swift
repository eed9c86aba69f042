import CUV

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A WebSocket that is being opened: name look-up, connection, handshake. Used on the loop's thread.
public final class ConnectionAttempt {
  let client: WebSocketClient
  let loop: EventLoop
  let handler: any WebSocketHandler
  /// Nil once it was called or the attempt was cancelled.
  private var completion: ((Result<WebSocket, NetworkError>) -> Void)?
  private var timer: LoopTimer?
  private var transport: Transport?
  private var addresses: ArraySlice<SocketAddress> = []
  private var lastError = NetworkError.disconnected
  private(set) var url: WebSocketURL?
  let key = Base64.encode(secureRandomBytes(16))

  init(
    _ client: WebSocketClient, _ loop: EventLoop, _ handler: any WebSocketHandler,
    _ completion: @escaping (Result<WebSocket, NetworkError>) -> Void
  ) {
    self.client = client
    self.loop = loop
    self.handler = handler
    self.completion = completion
  }

  /// Gives up; the completion is not called. Harmless when repeated or too late.
  public func cancel() {
    loop.checkCurrent()
    _ = endAttempt()
  }

  func begin() {
    do throws(NetworkError) {
      let url = try WebSocketURL(client.url)
      self.url = url
      timer = loop.schedule(afterMilliseconds: client.timeoutMilliseconds) { [self] in
        fail(.timedOut)
      }
      if let address = try? SocketAddress(literal: url.host, port: url.port) {
        addresses = [address]
        loop.soon { [self] in connectNext() }
      } else {
        try lookUp(url)
      }
    } catch {
      loop.soon { [self] in fail(error) }
    }
  }

  /// Ends look-up, timer and connection, and hands out the completion if it is still due.
  private func endAttempt(keepsTransport: Bool = false)
    -> ((Result<WebSocket, NetworkError>) -> Void)?
  {
    let due = completion
    completion = nil
    timer?.cancel()
    timer = nil
    if !keepsTransport { transport?.close() }
    transport = nil
    return due
  }

  func fail(_ error: NetworkError) { endAttempt()?(.failure(error)) }

  func succeed(_ socket: WebSocket) {
    socket.take()
    endAttempt(keepsTransport: true)?(.success(socket))
  }

  // MARK: Name

  private func lookUp(_ url: WebSocketURL) throws(NetworkError) {
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
        let attempt = Unmanaged<ConnectionAttempt>.fromOpaque(request!.pointee.data)
          .takeRetainedValue()
        request!.deallocate()
        attempt.lookedUp(status, found)
        uv_freeaddrinfo(found)
      }, url.host, "\(url.port)", &hints)
    if code < 0 {
      Unmanaged<ConnectionAttempt>.fromOpaque(request.pointee.data).release()
      request.deallocate()
      throw .system(operation: "look up \(url.host)", code: code)
    }
  }

  private func lookedUp(_ status: Int32, _ found: UnsafeMutablePointer<addrinfo>?) {
    guard completion != nil, !loop.isStopping else {
      fail(.loopStopped)
      return
    }
    guard status == 0 else {
      fail(.system(operation: "look up \(url?.host ?? "")", code: status))
      return
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
    guard completion != nil else { return }
    guard !loop.isStopping else {
      fail(.loopStopped)
      return
    }
    guard var address = addresses.popFirst() else {
      fail(lastError)
      return
    }
    let transport = Transport(
      loop, outputLimit: client.maxBufferedOutputBytes, statistics: nil)
    transport.owner = ClientHandshake(self, transport)
    if let url, url.isSecure {
      transport.secure(TLSSession(client: client.tls ?? .system, host: url.host))
    }
    self.transport = transport
    let request = UnsafeMutablePointer<uv_connect_t>.allocate(capacity: 1)
    request.pointee.data = Unmanaged.passRetained(self).toOpaque()
    let code = address.withPointer {
      uv_tcp_connect(request, transport.tcp, $0) { request, status in
        let attempt = Unmanaged<ConnectionAttempt>.fromOpaque(request!.pointee.data)
          .takeRetainedValue()
        request!.deallocate()
        attempt.connected(status)
      }
    }
    if code < 0 {
      Unmanaged<ConnectionAttempt>.fromOpaque(request.pointee.data).release()
      request.deallocate()
      connectionFailed(code)
    }
  }

  private func connected(_ status: Int32) {
    guard completion != nil, let transport, transport.state == .open else { return }
    guard status == 0 else {
      connectionFailed(status)
      return
    }
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
    lastError = .system(operation: "connect to \(client.url)", code: code)
    connectNext()
  }
}
