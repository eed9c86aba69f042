/// A connection while it speaks HTTP/1.1: one request at a time, in order.
///
/// `@unchecked Sendable` because exchanges refer to it from wherever they are kept; everything here
/// runs on the loop's thread.
final class HTTPConnection: TransportOwner, @unchecked Sendable {
  private enum State {
    /// Nothing of a request has come. Leaves for `receiving` with the first byte, for closed after
    /// the idle time.
    case idle
    /// Part of a request is here. Leaves for `answering` when it is complete, for closed after the
    /// handshake time.
    case receiving
    /// The head says that the request has this many bytes; until then nothing is parsed again.
    case body(HTTPHead)
    /// The handler has the request. Leaves for `idle` with the answer.
    case answering
    /// The response is longer than what may be buffered. Leaves for `idle` when the kernel has taken
    /// it, for closed when the peer reads nothing of it for the idle time.
    case draining(lastQueued: Int)
    /// A response without an end of its own. Leaves for closed when either side ends it.
    case streaming(HTTPStream)
  }

  let transport: Transport
  private let server: Server
  private let remoteAddress: String
  private var state = State.receiving
  private var isHead = false
  private var keepsAlive = true
  /// Nil once the first request was made.
  private var newcomer: Newcomer?
  private var clientCertificate: ClientCertificate?
  private var limits: ServerLimits { server.limits }

  init(_ transport: Transport, _ server: Server, remoteAddress: String, _ newcomer: Newcomer) {
    self.transport = transport
    self.server = server
    self.remoteAddress = remoteAddress
    self.newcomer = newcomer
  }

  // MARK: Requests

  func transportReady() { clientCertificate = transport.tls?.peerCertificate }

  func consume(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let bytes = UnsafeBufferPointer(bytes)
    switch state {
    case .streaming:
      // There is no next request on this connection.
      return bytes.count
    case .answering, .draining:
      // The next request waits for this one's answer; so does a client that sends ahead too much.
      if bytes.count > limits.maxHeadBytes { transport.pause() }
      return 0
    case .idle:
      transport.setDeadline(milliseconds: limits.handshakeTimeoutMilliseconds)
      state = .receiving
      return receive(bytes)
    case .receiving: return receive(bytes)
    case .body(let head): return complete(head, bytes)
    }
  }

  private func receive(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    do throws(HTTPFailure) {
      // Empty lines before a request are passed over (RFC 9112 §2.2).
      if bytes.count >= 2, bytes[0] == 0x0D, bytes[1] == 0x0A { return 2 }
      guard let head = try HTTPHead.parseRequest(bytes, limit: limits.maxHeadBytes) else {
        return 0
      }
      if head.contentLength > limits.maxBodyBytes { throw HTTPFailure(status: 413) }
      if head.expectsContinue, bytes.count < head.length + head.contentLength {
        write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), [])
      }
      return complete(head, bytes)
    } catch {
      refuse(error)
      return bytes.count
    }
  }

  private func complete(_ head: HTTPHead, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let end = head.length + head.contentLength
    guard bytes.count >= end else {
      state = .body(head)
      return 0
    }
    let request = HTTPRequest(
      head: head, bytes: Array(bytes[..<head.length]), body: Array(bytes[head.length..<end]),
      remoteAddress: remoteAddress, clientCertificate: clientCertificate,
      isTLS: transport.tls != nil)
    state = .answering
    newcomer = nil
    isHead = request.method == "HEAD"
    keepsAlive = head.keepsAlive
    transport.suspendDeadline()
    server.counts.values.requests += 1
    server.handler.serve(request, HTTPExchange(self, request))
    return end
  }

  private func refuse(_ failure: HTTPFailure) {
    keepsAlive = false
    isHead = false
    let refusal = server.handler.refusal(status: failure.status)
    answer(status: failure.status, headers: refusal.headers, body: refusal.body)
  }

  /// The handler let go of a request without an answer.
  func answerNothing() {
    let refusal = server.handler.refusal(status: 500)
    answer(status: 500, headers: refusal.headers, body: refusal.body)
  }

  // MARK: Answers

  var isOpen: Bool { transport.state == .open }

  /// Whether the peer is still owed something: it may have ended its direction after it had asked.
  var isAnswering: Bool {
    switch state {
    case .answering, .draining: true
    case .idle, .receiving, .body: transport.queuedBytes > 0
    case .streaming: false
    }
  }

  func answer(status: Int, headers: [(String, String)], body: [UInt8]) {
    guard isOpen else { return }
    let hasNoBody = HTTPResponse.hasNoBody(status)
    let head = HTTPResponse.head(
      status: status, headers: headers, length: hasNoBody ? nil : body.count,
      keepsAlive: keepsAlive, date: transport.loop.httpDate.now())
    write(head, hasNoBody || isHead ? [] : body)
    guard keepsAlive else {
      transport.finish()
      return
    }
    let queued = transport.queuedBytes
    state = queued > limits.maxBufferedOutputBytes ? .draining(lastQueued: queued) : .idle
    transport.setDeadline(milliseconds: limits.idleTimeoutMilliseconds)
    if case .draining = state { return }
    awaitNext()
  }

  /// Sends the head of a response whose body would come piece by piece, to a peer that wants no body.
  func answerHead(status: Int, headers: [(String, String)]) {
    beginStream(status: status, headers: headers)
    transport.finish()
  }

  private func beginStream(status: Int, headers: [(String, String)]) {
    keepsAlive = false
    let head = HTTPResponse.head(
      status: status, headers: headers, length: nil, keepsAlive: false,
      date: transport.loop.httpDate.now())
    write(head, [])
  }

  /// Sends the head of a response whose body comes piece by piece; the connection ends with it.
  func stream(status: Int, headers: [(String, String)], _ stream: HTTPStream) {
    beginStream(status: status, headers: headers)
    state = .streaming(stream)
    transport.clearDeadline()
    awaitNext()
  }

  private func awaitNext() {
    if transport.isPaused {
      transport.resume()
    } else if !transport.isDelivering {
      transport.deliverSoon()
    }
  }

  /// One response may be longer than what a connection may buffer: there is only one at a time.
  private func write(_ head: [UInt8], _ body: [UInt8]) {
    head.withUnsafeBytes { head in
      body.withUnsafeBytes { body in transport.write(head, body, isBounded: false) }
    }
  }

  /// Hands the transport over to a WebSocket.
  /// - Returns: nil when the peer was cut because it does not read, by this very answer.
  func upgrade(
    _ request: HTTPRequest, accept: String, subprotocol: String?, handler: any WebSocketHandler
  ) -> WebSocket? {
    var headers = [
      ("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Accept", accept),
    ]
    if let subprotocol { headers.append(("Sec-WebSocket-Protocol", subprotocol)) }
    write(
      HTTPResponse.head(
        status: 101, headers: headers, length: nil, keepsAlive: true,
        date: transport.loop.httpDate.now()), [])
    // Nobody would ever tell the end of a socket over a transport that has ended.
    guard isOpen else { return nil }
    transport.clearDeadline()
    server.counts.values.upgrades += 1
    let socket = WebSocket(
      transport, role: .server, subprotocol: subprotocol, remoteAddress: remoteAddress,
      maxMessageBytes: limits.maxMessageBytes, maxFragments: limits.maxFragments, handler: handler)
    socket.take()
    return socket
  }

  // MARK: Ends

  func transportEnded(_ end: TransportEnd) {
    if case .streaming(let stream) = state { stream.hasEnded() }
    guard case .tlsFailed(let error) = end else { return }
    server.handler.tlsFailed(error, remoteAddress: remoteAddress)
  }

  func deadlinePassed() {
    switch state {
    case .receiving, .body:
      server.counts.values.handshakeTimeouts += 1
      transport.close()
    case .idle, .answering, .streaming: transport.close()
    case .draining(let lastQueued):
      let queued = transport.queuedBytes
      if queued >= lastQueued {
        transport.close()
      } else {
        state = .draining(lastQueued: queued)
        transport.setDeadline(milliseconds: limits.idleTimeoutMilliseconds)
      }
    }
  }

  func outputDrained() {
    if case .draining = state {
      state = .idle
      transport.setDeadline(milliseconds: limits.idleTimeoutMilliseconds)
      awaitNext()
    } else if transport.pendingEnd != nil {
      awaitNext()
    }
  }

  func sayGoodbye() {
    if case .streaming(let stream) = state { stream.hasEnded() }
  }
}
