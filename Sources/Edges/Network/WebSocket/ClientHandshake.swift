/// A client's transport until the server has answered the opening handshake (RFC 6455 §4.1).
final class ClientHandshake: TransportOwner {
  /// Bytes of the server's response head.
  private static let maxHeadBytes = 16_384

  private let attempt: ConnectionAttempt
  private unowned let transport: Transport

  /// The transport owns the handshake, so the handshake may refer to it unowned.
  init(_ attempt: ConnectionAttempt, _ transport: Transport) {
    self.attempt = attempt
    self.transport = transport
  }

  private static func request(_ attempt: ConnectionAttempt) -> [UInt8] {
    guard let url = attempt.url else { preconditionFailure("Only a URL leads to a connection.") }
    let client = attempt.client
    var fields = [
      ("Host", url.authority), ("Upgrade", "websocket"), ("Connection", "Upgrade"),
      ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", attempt.key),
    ]
    if !client.subprotocols.isEmpty {
      fields.append(("Sec-WebSocket-Protocol", client.subprotocols.joined(separator: ", ")))
    }
    if let auth = client.basicAuth {
      let pair = Array(auth.user.utf8) + [0x3A] + auth.password
      fields.append(("Authorization", "Basic " + Base64.encode(pair)))
    }
    var text = Array("GET \(url.target) HTTP/1.1\r\n".utf8)
    for (name, value) in fields + client.headers {
      text += name.utf8
      text += ": ".utf8
      text += value.utf8.lazy.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
      text += "\r\n".utf8
    }
    return text + "\r\n".utf8
  }

  func transportReady() {
    Self.request(attempt).withUnsafeBytes {
      transport.write($0, UnsafeRawBufferPointer(start: nil, count: 0))
    }
  }

  func consume(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let bytes = UnsafeBufferPointer(bytes)
    do throws(HTTPFailure) {
      guard let head = try HTTPHead.parseResponse(bytes, limit: Self.maxHeadBytes) else { return 0 }
      let response = HTTPRequest(
        head: head, bytes: Array(bytes[..<head.length]), body: [],
        remoteAddress: SocketAddress(peerOf: transport.tcp)?.text ?? "")
      if response.head.status != 101 {
        let reason = RefusalReason.text(of: bytes[head.length...])
        attempt.fail(.refused(status: response.head.status, reason: reason))
      } else if let error = fault(of: response) {
        attempt.fail(error)
      } else {
        attempt.succeed(socket(response))
      }
      return head.length
    } catch {
      attempt.fail(.badHandshake("The answer is not HTTP/1.1."))
      return bytes.count
    }
  }

  private func fault(of response: HTTPRequest) -> NetworkError? {
    guard response.isWebSocketUpgrade, response.listContains("connection", "upgrade") else {
      return .badHandshake("Upgrade and Connection are missing.")
    }
    guard response.header("sec-websocket-accept") == webSocketAccept(key: attempt.key.utf8) else {
      return .badHandshake("Sec-WebSocket-Accept does not fit the key.")
    }
    if response.header("sec-websocket-extensions") != nil {
      return .badHandshake("An extension was chosen that was not offered.")
    }
    if let chosen = response.header("sec-websocket-protocol"),
      !attempt.client.subprotocols.contains(chosen)
    {
      return .badHandshake("The subprotocol \(chosen) was not offered.")
    }
    return nil
  }

  private func socket(_ response: HTTPRequest) -> WebSocket {
    WebSocket(
      transport, role: .client, subprotocol: response.header("sec-websocket-protocol"),
      remoteAddress: response.remoteAddress, maxMessageBytes: attempt.client.maxMessageBytes,
      maxFragments: attempt.client.maxFragments, handler: attempt.handler)
  }

  func transportEnded(_ end: TransportEnd) {
    if case .tlsFailed(let error) = end {
      attempt.fail(.tls(error))
    } else {
      attempt.fail(.disconnected)
    }
  }

  func deadlinePassed() {}

  func sayGoodbye() { attempt.fail(.loopStopped) }
}
