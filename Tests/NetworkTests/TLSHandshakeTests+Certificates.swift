import COpenSSL
import Network
import Testing

extension TLSHandshakeTests {
  @Test(
    "A client's certificate says who it is",
    arguments: [("station", "CP1"), ("named", "-,CP2,CP3")], [TLS1_2_VERSION, TLS1_3_VERSION])
  func clientCertificate(shown: (name: String, who: String), version: Int32) throws {
    let server = try server(clients: "ca")
    let peer = TLSPeer(port: server.port, .init(version: version, certificate: shown.name))
    #expect(peer.shakeHands())
    #expect(peer.get("/who") == shown.who)
  }

  @Test("Without mutual TLS nobody is asked")
  func notAsked() throws {
    let server = try server()
    let peer = TLSPeer(port: server.port, .init(certificate: "station"))
    #expect(peer.shakeHands())
    #expect(peer.get("/who") == "nobody")
  }

  @Test(
    "A client without a good certificate is turned away, and told why",
    arguments: [
      (nil, "certificateMissing", "certificate required"),
      ("stranger", "untrusted", "unknown ca"),
      ("expired-station", "expired", "certificate expired"),
    ] as [(String?, String, String)], [TLS1_2_VERSION, TLS1_3_VERSION])
  func badClientCertificate(
    shown: (name: String?, code: String, alert: String), version: Int32
  ) throws {
    let server = try server(clients: "ca")
    let peer = TLSPeer(port: server.port, .init(version: version, certificate: shown.name))
    if peer.shakeHands() { #expect(peer.get("/who") == "") }
    // TLS 1.2 has no alert of its own for a missing certificate.
    #expect(peer.error.contains(shown.alert) || version == TLS1_2_VERSION, "\(peer.error)")
    #expect(!peer.error.isEmpty)
    #expect(server.sees("tls \(shown.code) true"))
    #expect(server.handler.log.all.count == 1)
    #expect(server.server.statistics.tlsFailures == 1)
  }

  @Test("A name is compared letter by letter")
  func names() async throws {
    let loop = try EventLoop()
    let seen = Seen()
    let server = Server(loop: loop, tls: try Self.context(clients: "ca"), handler: seen)
    try loop.start()
    let port = try server.listen(address: "127.0.0.1", port: 0)
    let peer = TLSPeer(port: port, .init(certificate: "named"))
    #expect(peer.shakeHands())
    _ = peer.get("/")
    let certificate = try #require(try loop.wait { seen.certificate })
    #expect(certificate.isFor("CP2") && certificate.isFor("CP3"))
    #expect(!certificate.isFor("cp2") && !certificate.isFor("serial-77") && !certificate.isFor(""))
    #expect(certificate.serialNumber == "06" && certificate.expiry > 1_700_000_000)
    loop.stop()
  }
}

/// Remembers the certificate of the last client.
private final class Seen: HTTPHandler, @unchecked Sendable {
  var certificate: ClientCertificate?

  func serve(_ request: HTTPRequest, _ exchange: HTTPExchange) {
    certificate = request.clientCertificate
    exchange.respond(status: 204)
  }
}
