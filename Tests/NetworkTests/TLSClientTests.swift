import Network
import TestKit
import Testing

/// `wss://` from our side.
@Suite(.timeLimit(.minutes(5))) struct TLSClientTests {
  private func context(
    ca: String = "ca", certificate: String? = nil
  ) throws -> TLSClientContext {
    let made = Certificates.made
    return try TLSClientContext(
      caFile: made.path("\(ca).pem"), certificateFile: certificate.map { made.path("\($0).pem") },
      keyFile: certificate.map { made.path("\($0).key") })
  }

  /// Opens a socket and echoes a message; nil when the message came back.
  private func attempt(
    _ server: TestServer, host: String = "localhost", _ tls: TLSClientContext?
  ) async -> NetworkError? {
    var client = WebSocketClient(url: "wss://\(host):\(server.port)/echo")
    client.tls = tls
    let ear = EchoEar()
    server.loop.execute { [client, loop = server.loop] in
      client.connect(on: loop, handler: ear) { result in
        switch result {
        case .success(let socket): socket.send(text: String(repeating: "é", count: 50_000))
        case .failure(let error): ear.end(error)
        }
      }
    }
    for await end in ear.ends { return end }
    return nil
  }

  @Test("A message goes there and back", arguments: ["localhost", "127.0.0.1"])
  func conversation(host: String) async throws {
    for name in ["server", "rsa"] {
      let server = try TestServer(tls: TLSHandshakeTests.context(name))
      #expect(await attempt(server, host: host, try context()) == nil)
    }
  }

  @Test("The client shows its certificate")
  func mutual() async throws {
    let server = try TestServer(tls: TLSHandshakeTests.context(clients: "ca"))
    #expect(await attempt(server, try context(certificate: "station")) == nil)
  }

  private func code(_ error: NetworkError?) -> TLSError.Code? {
    guard case .tls(let error) = error else { return nil }
    return error.code
  }

  @Test("A server that is not who it should be is left", arguments: ["localhost", "127.0.0.1"])
  func badServers(host: String) async throws {
    let expired = try TestServer(tls: TLSHandshakeTests.context("expired"))
    #expect(code(await attempt(expired, host: host, try context())) == .expired)
    let elsewhere = try TestServer(tls: TLSHandshakeTests.context("elsewhere"))
    #expect(code(await attempt(elsewhere, host: host, try context())) == .wrongHost)
    let good = try TestServer(tls: TLSHandshakeTests.context())
    #expect(code(await attempt(good, host: host, try context(ca: "stranger-ca"))) == .untrusted)
    #expect(code(await attempt(good, host: host, nil)) == .untrusted)
    #expect(good.sees("tls refusedByPeer true"))
  }

  @Test("A client without the right certificate hears why", arguments: [nil, "stranger"])
  func badClient(certificate: String?) async throws {
    let server = try TestServer(tls: TLSHandshakeTests.context(clients: "ca"))
    let error = await attempt(server, try context(certificate: certificate))
    #expect(code(error) == .refusedByPeer)
    #expect("\(try #require(error))".hasPrefix("The peer refused: "))
  }

  @Test("A server without TLS is no server for wss")
  func plainServer() async throws {
    let server = try TestServer()
    #expect(code(await attempt(server, try context())) == .notTLS)
  }

  @Test("A server that says nothing is given up")
  func silentServer() async throws {
    let loop = try EventLoop()
    try loop.start()
    let peer = try RawListener()
    var client = WebSocketClient(url: "wss://127.0.0.1:\(peer.port)/")
    client.timeoutMilliseconds = 30
    let ear = EchoEar()
    loop.execute { [client] in
      client.connect(on: loop, handler: ear) { result in
        guard case .failure(let error) = result else { return }
        ear.end(error)
      }
    }
    for await end in ear.ends { #expect(end == .timedOut) }
    loop.stop()
  }

  @Test("New files are read without a restart, and bad ones change nothing")
  func reload() async throws {
    let made = Certificates.made
    let copy = made.path("renewed")
    try copyFiles("expired", to: copy)
    let tls = try TLSServerContext(certificateFile: "\(copy).pem", keyFile: "\(copy).key")
    let before = tls.expiry
    let server = try TestServer(tls: tls)
    #expect(code(await attempt(server, try context())) == .expired)

    try copyFiles("server", to: copy)
    try tls.reload()
    #expect(tls.expiry > before)
    #expect(await attempt(server, try context()) == nil)

    try copyFiles("empty", to: copy)
    #expect(throws: TLSError.self) { try tls.reload() }
    #expect(await attempt(server, try context()) == nil)
  }

  private func copyFiles(_ name: String, to copy: String) throws {
    for ending in ["pem", "key"] { try Files.copy("\(name).\(ending)", to: "\(copy).\(ending)") }
  }
}

/// Waits for an echo of 50,000 letters.
private final class EchoEar: WebSocketHandler, Sendable {
  let ends: AsyncStream<NetworkError?>
  private let continuation: AsyncStream<NetworkError?>.Continuation

  init() { (ends, continuation) = AsyncStream.makeStream() }

  func end(_ error: NetworkError?) {
    continuation.yield(error)
    continuation.finish()
  }

  func textReceived(_ text: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket) {
    if text.count == 100_000 { end(nil) }
    socket.close()
  }

  func closed(_ code: CloseCode, reason: String, on socket: WebSocket) { end(.disconnected) }
}
