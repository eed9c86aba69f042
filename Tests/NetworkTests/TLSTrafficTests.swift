import Network
import TestKit
import Testing

/// What goes over TLS behaves as it does without.
@Suite(.timeLimit(.minutes(5))) struct TLSTrafficTests {
  private func open(
    _ server: TestServer, _ path: String = "/echo", _ options: TLSPeer.Options = .init()
  ) -> TLSPeer {
    let peer = TLSPeer(port: server.port, options)
    #expect(peer.shakeHands())
    #expect(peer.upgrade(path).hasPrefix("HTTP/1.1 101 "))
    return peer
  }

  private func server(_ limits: ServerLimits = ServerLimits()) throws -> TestServer {
    try TestServer(limits, tls: TLSHandshakeTests.context())
  }

  @Test(
    "Messages of every size come back whole",
    arguments: [0, 1, 125, 126, 16_000, 16_384, 16_385, 65_535, 65_536, 200_000])
  func sizes(size: Int) throws {
    let server = try server()
    let peer = open(server)
    let message = (0..<size).map { UInt8(0x61 + $0 % 26) }
    for _ in 0..<3 {
      peer.send(RawSocket.frame(0x81, message))
      #expect(peer.receiveFrame() == WireFrame(first: 0x81, payload: message))
    }
  }

  @Test("Handshake, request and messages may come byte by byte")
  func byteWise() throws {
    let server = try server()
    let peer = open(server, "/echo", .init(pieceSize: 1))
    peer.send(RawSocket.text("slowly"))
    #expect(peer.receiveFrame()?.text == "slowly")
  }

  @Test("Many messages in one record, and one message in many records")
  func records() throws {
    let server = try server()
    let peer = open(server)
    peer.send((0..<1_000).flatMap { RawSocket.text("m\($0)") })
    for index in 0..<1_000 { #expect(peer.receiveFrame()?.text == "m\(index)") }
    for byte in RawSocket.text("one") { peer.send([byte]) }
    #expect(peer.receiveFrame()?.text == "one")
  }

  @Test("A response longer than all buffers arrives whole")
  func bigResponse() throws {
    let server = try server()
    let peer = TLSPeer(port: server.port)
    #expect(peer.shakeHands())
    #expect(peer.get("/big").utf8.count == 8_000_000)
    #expect(peer.hasEnded)
  }

  @Test("A request says whether it came over TLS, certificate or not")
  func line() throws {
    let locked = try server()
    let peer = TLSPeer(port: locked.port)
    #expect(peer.shakeHands())
    #expect(peer.get("/line").hasSuffix("locked"))

    let open = try TestServer()
    let socket = RawSocket(port: open.port)
    socket.send("GET /line HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    #expect(
      socket.receiveToEnd().map { String(decoding: $0, as: UTF8.self) }?.hasSuffix("open") == true)
  }

  @Test("A big request body arrives whole")
  func bigBody() throws {
    let server = try server()
    let peer = TLSPeer(port: server.port)
    #expect(peer.shakeHands())
    let body = (0..<400_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    peer.send("POST /echo-body HTTP/1.1\r\nHost: a\r\nContent-Length: 400000\r\n\r\n")
    peer.send(body)
    #expect(peer.receiveHead().contains("Content-Length: 400000\r\n"))
    #expect(peer.receive(body.count) == body)
  }

  @Test("A peer that does not read is cut")
  func slowReader() throws {
    var limits = ServerLimits()
    limits.maxBufferedOutputBytes = 100_000
    let server = try server(limits)
    let peer = open(server, "/flood", .init(receiveBuffer: 4_096))
    peer.send(RawSocket.text("go"))
    #expect(server.sees("closed 1006 The peer did not read."))
    #expect(server.server.statistics.slowReaders == 1)
    #expect(server.server.statistics.connections == 0)
  }

  @Test("A peer that reads slowly gets everything, within the limit")
  func patientReader() throws {
    var limits = ServerLimits()
    limits.maxBufferedOutputBytes = 20_000_000
    let server = try server(limits)
    let peer = open(server, "/flood", .init(receiveBuffer: 4_096))
    peer.send(RawSocket.text("go"))
    for _ in 0..<100 { #expect(peer.receiveFrame()?.payload.count == 100_000) }
  }

  @Test("A paused socket reads no further, and goes on where it stopped")
  func pause() throws {
    let server = try server()
    let peer = open(server, "/pause")
    peer.send(RawSocket.text("one") + RawSocket.text("two"))
    #expect(server.sees("one"))
    let long = String(repeating: "x", count: 100_000)
    peer.send(RawSocket.text(long))
    try server.loop.wait {}
    #expect(!server.handler.log.all.contains("two"))
    server.loop.execute { [handler = server.handler] in handler.paused?.resumeReading() }
    #expect(server.sees("two"))
    server.loop.execute { [handler = server.handler] in handler.paused?.resumeReading() }
    #expect(server.sees(long))
  }

  @Test("What came before the peer's goodbye is delivered, also when it waited")
  func goodbyeWhilePaused() throws {
    let server = try server()
    let peer = open(server, "/pause")
    // One piece on the wire: two messages and the end.
    server.whileItStands {
      peer.send(RawSocket.text("one") + RawSocket.text("two"))
      peer.sayGoodbye()
    }
    #expect(server.sees("one"))
    #expect(!server.handler.log.all.contains { $0.hasPrefix("closed") })
    server.loop.execute { [handler = server.handler] in handler.paused?.resumeReading() }
    #expect(server.sees("two"))
    #expect(!server.handler.log.all.contains { $0.hasPrefix("closed") })
    server.loop.execute { [handler = server.handler] in handler.paused?.resumeReading() }
    #expect(server.sees("closed 1006 The peer left without a close frame."))
  }

  // MARK: Ends

  @Test("A close handshake ends with both goodbyes")
  func cleanClose() throws {
    let server = try server()
    let peer = open(server)
    peer.send(RawSocket.frame(0x88, [0x03, 0xE8]))
    #expect(peer.receiveFrame()?.closeCode == 1000)
    #expect(peer.hasEnded)
    #expect(server.sees("closed 1000 "))
    peer.sayGoodbye()
  }

  @Test("The server's close ends with its goodbye")
  func serverCloses() throws {
    let server = try server()
    let peer = open(server, "/close")
    peer.send(RawSocket.text("enough"))
    #expect(peer.receiveFrame()?.closeCode == 1001)
    peer.send(RawSocket.frame(0x88, [0x03, 0xE9]))
    #expect(peer.hasEnded)
  }

  @Test("A goodbye of TLS without a close frame is answered in kind")
  func goodbyeOnly() throws {
    let server = try server()
    let peer = open(server)
    peer.sayGoodbye()
    #expect(peer.hasEnded)
    #expect(server.sees("closed 1006 The peer left without a close frame."))
  }

  @Test("A connection that is cut short is told apart from one that was ended")
  func truncated() throws {
    let server = try server()
    let peer = open(server)
    peer.socket.leave()
    #expect(server.sees("closed 1006 The peer left without ending TLS."))
  }

  @Test("A socket that is cut by its handler leaves nothing behind")
  func cut() throws {
    let server = try server()
    let peer = open(server, "/cut")
    peer.send(RawSocket.text("now"))
    #expect(peer.receive(1).isEmpty)
    #expect(server.sees("closed 1006 Cut by this side."))
    #expect(server.server.statistics.connections == 0)
  }

  @Test("A loop that stops says goodbye in both languages")
  func loopStops() throws {
    let server = try server()
    let peer = open(server)
    server.loop.stop()
    #expect(peer.receiveFrame()?.closeCode == 1001)
    #expect(peer.hasEnded)
  }
}
