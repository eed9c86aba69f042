/// One request's answer: exactly one `respond` or `upgrade`, now or later.
///
/// `@unchecked Sendable`: it may be kept anywhere, but is used on the loop's thread only, which its
/// methods check.
public final class HTTPExchange: @unchecked Sendable {
  let connection: HTTPConnection
  private let request: HTTPRequest
  private var isAnswered = false

  init(_ connection: HTTPConnection, _ request: HTTPRequest) {
    self.connection = connection
    self.request = request
  }

  deinit {
    if isAnswered { return }
    let connection = self.connection
    connection.transport.loop.execute { connection.answerNothing() }
  }

  /// The loop on whose thread the answer is due.
  public var loop: EventLoop { connection.transport.loop }

  /// Whether the peer is still there, as far as anybody can know: one that has ended its direction may
  /// wait for the answer, or be gone. Loop thread only.
  public var isOpen: Bool { connection.isOpen }

  /// Sends the response; nothing happens when the peer has gone. A second answer traps.
  /// - Parameters:
  ///   - headers: without `Date`, `Content-Length` and `Connection`, which are added.
  ///   - body: left out for HEAD, 204 and 304.
  public func respond(status: Int, headers: [(String, String)] = [], body: [UInt8] = []) {
    markAnswered()
    connection.answer(status: status, headers: headers, body: body)
  }

  /// Sends a text as UTF-8.
  public func respond(
    status: Int, headers: [(String, String)] = [("Content-Type", "text/plain; charset=utf-8")],
    text: String
  ) {
    respond(status: status, headers: headers, body: Array(text.utf8))
  }

  /// Begins a response whose body comes piece by piece and ends with the connection, such as
  /// Server-Sent Events.
  /// - Parameter ended: called once on the loop's thread, when either side has ended it.
  /// - Returns: nil when the peer has gone, or asked for the head alone (HEAD), which it gets; `ended` is
  ///   not called then.
  public func stream(
    status: Int, headers: [(String, String)], ended: @escaping @Sendable () -> Void
  ) -> HTTPStream? {
    markAnswered()
    guard connection.isOpen else { return nil }
    if request.method == "HEAD" {
      connection.answerHead(status: status, headers: headers)
      return nil
    }
    let stream = HTTPStream(connection.transport, ended)
    connection.stream(status: status, headers: headers, stream)
    return stream
  }

  /// Completes the WebSocket handshake (RFC 6455 §4.2). Messages reach the handler after this call
  /// has returned.
  /// - Parameters:
  ///   - subprotocol: one of `offeredSubprotocols`, or nil for none.
  ///   - handler: kept until its `closed` has been called.
  /// - Returns: nil when the peer has gone, or when the request was no valid handshake and has been
  ///   answered with 400 or, for another version than 13, with 426.
  public func upgrade(subprotocol: String?, handler: any WebSocketHandler) -> WebSocket? {
    markAnswered()
    guard connection.isOpen else { return nil }
    guard request.isWebSocketUpgrade, request.header("sec-websocket-version") == "13" else {
      connection.answer(
        status: 426,
        headers: [
          ("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Version", "13"),
        ], body: [])
      return nil
    }
    guard request.method == "GET", request.body.isEmpty,
      request.listContains("connection", "upgrade"),
      let key = request.fieldValue("sec-websocket-key"), Base64.decode(key)?.count == 16
    else {
      connection.answer(status: 400, headers: [], body: [])
      return nil
    }
    return connection.upgrade(
      request, accept: webSocketAccept(key: key), subprotocol: subprotocol, handler: handler)
  }

  private func markAnswered() {
    connection.transport.loop.checkCurrent()
    precondition(!isAnswered, "An exchange is answered once.")
    isAnswered = true
  }
}
