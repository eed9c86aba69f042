/// A WebSocket that is being opened: name look-up, connection, handshake. Used on the loop's thread.
public final class ConnectionAttempt {
  let client: WebSocketClient
  let loop: EventLoop
  let handler: any WebSocketHandler
  /// Nil once it was called or the attempt was cancelled.
  private var completion: ((Result<WebSocket, NetworkError>) -> Void)?
  private var timer: LoopTimer?
  private var dialer: Dialer?
  private(set) var url: HostPlace?
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
      let url = try HostPlace(client.url, plain: "ws", secure: "wss")
      self.url = url
      timer = loop.schedule(afterMilliseconds: client.timeoutMilliseconds) { [self] in
        fail(.timedOut)
      }
      let dialer = Dialer(
        loop, url, tls: client.tls, outputLimit: client.maxBufferedOutputBytes,
        makeOwner: { [self] in ClientHandshake(self, $0) }, failed: { [self] in fail($0) })
      self.dialer = dialer
      try dialer.begin()
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
    if keepsTransport { dialer?.release() } else { dialer?.cancel() }
    dialer = nil
    return due
  }

  func fail(_ error: NetworkError) { endAttempt()?(.failure(error)) }

  func succeed(_ socket: WebSocket) {
    socket.take()
    endAttempt(keepsTransport: true)?(.success(socket))
  }
}
