import Network
import StationCore

/// The socket to the central system: connecting, losing, pinging.
extension StationDriver {
  func connect() {
    if isStopped { return }
    guard !isOffline else { return lost("the network is gone", .connectFailed) }
    do {
      let client = try security.client()
      listener.link(.connecting(url: client.url))
      attempt = client.connect(on: loop, handler: self) { [self] result in
        attempt = nil
        switch result {
        case .success(let socket): opened(socket)
        case .failure(let error): failed(error)
        }
      }
    } catch {
      failed(.tls(error))
    }
  }

  private func opened(_ socket: WebSocket) {
    if isStopped { return socket.terminate() }
    self.socket = socket
    security.connected(&station)
    listener.link(.connected)
    startPinging()
    handle(.connected)
  }

  private func failed(_ error: NetworkError) {
    if isStopped { return }
    let mayHelp = security.failed(error, &station)
    lost("\(error)", .connectFailed)
    // What was tried is taken back: the old way is tried at once.
    if mayHelp { handle(.networkAvailable) }
  }

  func lost(_ reason: String, _ event: Event) {
    socket = nil
    pinger?.cancel()
    if isStopped { return }
    handle(event)
    let wait = UInt64(clamping: station.reconnectWait ?? 0)
    listener.link(.disconnected(reason: reason, retryInMilliseconds: wait))
  }

  func textReceived(_ text: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket) {
    if isStopped { return }
    if let frame = listener.frame { frame(.received, String(decoding: text, as: UTF8.self)) }
    let now = now
    station.frameReceived(UnsafeBufferPointer(text), now: now)
    drain()
  }

  func pongReceived(_ payload: UnsafeBufferPointer<UInt8>, on socket: WebSocket) {
    owesPong = false
  }

  func closed(_ code: CloseCode, reason: String, on socket: WebSocket) {
    if isStopped { return }
    lost("closed with \(code.rawValue)\(reason.isEmpty ? "" : ": \(reason)")", .disconnected)
    if security.wantsReconnect { handle(.networkAvailable) }
  }

  /// A connection that has died without a word is noticed (`WebSocketPingInterval`; 0 is off).
  func startPinging() {
    pinger?.cancel()
    owesPong = false
    pingInterval = station.pingInterval
    let wait = UInt64(max(pingInterval, 0))
    if wait == 0 { return }
    pinger = loop.schedule(afterMilliseconds: wait, repeating: wait) { [self] in
      if owesPong {
        socket?.terminate()
      } else {
        owesPong = true
        socket?.ping()
      }
    }
  }
}
