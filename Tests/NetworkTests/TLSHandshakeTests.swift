import COpenSSL
import Network
import TestKit
import Testing

/// Who is let in, and how the others are turned away.
@Suite(.timeLimit(.minutes(5))) struct TLSHandshakeTests {
  static func context(
    _ name: String = "server", clients: String? = nil
  ) throws -> TLSServerContext {
    let made = Certificates.made
    return try TLSServerContext(
      certificateFile: made.path("\(name).pem"), keyFile: made.path("\(name).key"),
      clientCAFile: clients.map { made.path("\($0).pem") })
  }

  func server(_ name: String = "server", clients: String? = nil) throws -> TestServer {
    try TestServer(tls: Self.context(name, clients: clients))
  }

  @Test(
    "TLS 1.2 and 1.3 are spoken",
    arguments: [(TLS1_2_VERSION, "TLSv1.2"), (TLS1_3_VERSION, "TLSv1.3")])
  func versions(version: Int32, name: String) throws {
    let server = try server()
    let peer = TLSPeer(port: server.port, .init(version: version))
    #expect(peer.shakeHands())
    #expect(peer.version == name)
    #expect(peer.get("/hello") == "hello")
    #expect(peer.hasEnded)
    #expect(server.server.statistics.tlsFailures == 0)
  }

  @Test("TLS 1.0 and 1.1 are refused", arguments: [TLS1_VERSION, TLS1_1_VERSION])
  func oldVersions(version: Int32) throws {
    let server = try server()
    let peer = TLSPeer(port: server.port, .init(version: version))
    #expect(!peer.shakeHands())
    #expect(peer.error.contains("protocol version"), "\(peer.error)")
    #expect(server.sees("tls nothingInCommon true"))
    #expect(server.server.statistics.tlsFailures == 1)
  }

  @Test(
    "The suites of the security whitepaper are there for TLS 1.2",
    arguments: [
      ("server", "ECDHE-ECDSA-AES128-GCM-SHA256"), ("server", "ECDHE-ECDSA-AES256-GCM-SHA384"),
      ("rsa", "AES128-GCM-SHA256"), ("rsa", "AES256-GCM-SHA384"),
      ("rsa", "ECDHE-RSA-AES128-GCM-SHA256"), ("rsa", "ECDHE-RSA-AES256-GCM-SHA384"),
    ])
  func suites(certificate: String, suite: String) throws {
    let server = try server(certificate)
    let peer = TLSPeer(port: server.port, .init(version: TLS1_2_VERSION, suites: suite))
    #expect(peer.shakeHands())
    #expect(peer.suite == suite)
    #expect(peer.get("/hello") == "hello")
  }

  @Test(
    "Weak suites are refused",
    arguments: [
      "AES128-SHA", "ECDHE-RSA-AES128-SHA256", "AES256-SHA256", "NULL-SHA256",
      "ADH-AES128-GCM-SHA256",
    ])
  func weakSuites(suite: String) throws {
    let server = try server("rsa")
    let peer = TLSPeer(
      port: server.port, .init(version: TLS1_2_VERSION, suites: "\(suite):@SECLEVEL=0"))
    #expect(!peer.shakeHands())
    #expect(peer.error.contains("handshake failure"), "\(peer.error)")
    #expect(server.sees("tls nothingInCommon true"))
  }

  @Test("The server's order of suites wins, and forward secrecy comes first")
  func preference() throws {
    let server = try server("rsa")
    let peer = TLSPeer(
      port: server.port,
      .init(version: TLS1_2_VERSION, suites: "AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384"))
    #expect(peer.shakeHands())
    #expect(peer.suite == "ECDHE-RSA-AES256-GCM-SHA384")
  }

  @Test("Nothing is resumed, compressed or renegotiated; http/1.1 is agreed on")
  func plainly() throws {
    let server = try server()
    for version in [TLS1_2_VERSION, TLS1_3_VERSION] {
      let peer = TLSPeer(port: server.port, .init(version: version))
      #expect(peer.shakeHands())
      #expect(peer.get("/hello") == "hello")
      #expect(SSL_SESSION_has_ticket(SSL_get_session(peer.ssl)) == 0)
      #expect(SSL_get_current_compression(peer.ssl) == nil)
      var name: UnsafePointer<UInt8>?
      var length: UInt32 = 0
      SSL_get0_alpn_selected(peer.ssl, &name, &length)
      #expect(Array(UnsafeBufferPointer(start: name, count: Int(length))) == Array("http/1.1".utf8))
    }
    let peer = TLSPeer(port: server.port, .init(version: TLS1_2_VERSION))
    #expect(peer.shakeHands())
    SSL_renegotiate(peer.ssl)
    peer.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(peer.receive(1).isEmpty)
    #expect(peer.error.contains("no renegotiation"), "\(peer.error)")
  }

  // MARK: What is no handshake

  @Test("Garbage is refused with an alert, and counted")
  func garbage() throws {
    let server = try server()
    let socket = RawSocket(port: server.port)
    socket.send([0x00] + [UInt8](repeating: 0xEE, count: 400))
    let answer = try #require(socket.receiveToEnd())
    #expect(answer.first == 0x15 || answer.isEmpty)
    #expect(server.sees("tls notTLS true"))
  }

  @Test("Garbage inside a record is a protocol error")
  func garbageInside() throws {
    let server = try server()
    let peer = TLSPeer(port: server.port)
    #expect(peer.shakeHands())
    peer.socket.send([0x17, 3, 3, 0, 32] + [UInt8](repeating: 0, count: 32))
    #expect(peer.receive(1).isEmpty)
    #expect(peer.error.contains("bad record mac"), "\(peer.error)")
    #expect(server.sees("tls protocolError true"))
  }

  @Test("Plain HTTP is answered in plain HTTP")
  func plainHTTP() throws {
    let server = try server()
    let socket = RawSocket(port: server.port)
    socket.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
    let answer = String(decoding: try #require(socket.receiveToEnd()), as: UTF8.self)
    #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
    #expect(
      answer.hasSuffix(
        "Content-Length: 46\r\nConnection: close\r\n\r\nThis port speaks TLS only: use https or wss.\r\n"
      ))
    #expect(server.sees("tls plainHTTP true"))
  }

  @Test("A handshake that does not go on is timed out, whatever was said")
  func halfOpen() throws {
    var limits = ServerLimits()
    limits.handshakeTimeoutMilliseconds = 50
    let server = try TestServer(limits, tls: Self.context())
    let silent = RawSocket(port: server.port)
    let begun = TLSPeer(port: server.port)
    begun.begin()
    let shaken = TLSPeer(port: server.port)
    #expect(shaken.shakeHands())
    #expect(silent.receiveToEnd() == [])
    #expect(begun.socket.receiveToEnd() != nil)
    #expect(shaken.hasEnded)
    #expect(server.server.statistics.handshakeTimeouts == 3)
    #expect(server.server.statistics.connections == 0)
  }

  @Test("One address has only so many connections that have asked for nothing yet")
  func newcomers() throws {
    var limits = ServerLimits()
    limits.maxHandshakesPerAddress = 3
    let server = try TestServer(limits, tls: Self.context())
    let silent = RawSocket(port: server.port)
    let begun = TLSPeer(port: server.port)
    begun.begin()
    let asked = TLSPeer(port: server.port)
    #expect(asked.shakeHands())
    #expect(RawSocket(port: server.port).receiveToEnd() == [])
    #expect(server.server.statistics.refused == 1)

    // A request, or leaving, makes room.
    asked.upgrade()
    let next = TLSPeer(port: server.port)
    #expect(next.shakeHands())
    #expect(RawSocket(port: server.port).receiveToEnd() == [])
    silent.leave()
    begun.socket.leave()
    while server.server.statistics.connections > 2 {}
    #expect(TLSPeer(port: server.port).shakeHands())
    #expect(next.get("/hello") == "hello")
    #expect(server.server.statistics.refused == 2)
  }

  @Test("A client that leaves in the middle of the handshake is no failure of TLS")
  func leaves() throws {
    let server = try server()
    let peer = TLSPeer(port: server.port)
    peer.begin()
    peer.socket.leave()
    while server.server.statistics.connections > 0 {}
    #expect(server.server.statistics.tlsFailures == 0)
  }

  @Test("Many handshakes at once all come through, a few per turn")
  func storm() throws {
    let server = try server(clients: "ca")
    let peers = (0..<60).map { _ in TLSPeer(port: server.port, .init(certificate: "station")) }
    server.whileItStands {
      for peer in peers { peer.begin() }
    }
    for peer in peers { #expect(peer.shakeHands()) }
    for peer in peers { #expect(peer.get("/who") == "CP1") }
    #expect(server.server.statistics.requests == 60)
  }

  @Test("Whoever leaves the line of handshakes holds nobody up")
  func stormWithDeserters() throws {
    let server = try server()
    let peers = (0..<60).map { _ in TLSPeer(port: server.port) }
    server.whileItStands {
      for peer in peers { peer.begin() }
      for (index, peer) in peers.enumerated() where index % 3 == 0 { peer.socket.leave() }
    }
    for (index, peer) in peers.enumerated() where index % 3 != 0 {
      #expect(peer.shakeHands())
      #expect(peer.get("/hello") == "hello")
    }
  }
}
