import Network
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct WebSocketServerTests {
  private static let heartbeat = #"[2,"1","Heartbeat",{}]"#

  @Test("The handshake answers the key and the offered subprotocol")
  func handshake() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    let head = socket.upgrade(
      extra: "Sec-WebSocket-Protocol: ocpp2.0.1, ocpp1.6\r\nSec-WebSocket-Protocol: x\r\n")
    #expect(head.hasPrefix("HTTP/1.1 101 Switching Protocols\r\n"))
    #expect(head.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"))
    #expect(head.contains("Sec-WebSocket-Protocol: ocpp1.6\r\n"))
    #expect(server.server.statistics.upgrades == 1)
  }

  @Test(
    "A request that is no valid handshake is answered over HTTP",
    arguments: [
      ("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 8\r\n", "426"),
      ("Upgrade: h2c\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n", "426"),
      ("Upgrade: websocket\r\nConnection: close\r\nSec-WebSocket-Version: 13\r\n", "400"),
      ("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n", "400"),
      (
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          + "Sec-WebSocket-Key: c2hvcnQ=\r\n", "400"
      ),
    ])
  func badHandshake(fields: String, status: String) throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    socket.send("GET /echo HTTP/1.1\r\nHost: a\r\n\(fields)\r\n")
    let head = socket.receiveHead()
    #expect(head.hasPrefix("HTTP/1.1 \(status) "))
    #expect(status != "426" || head.contains("Sec-WebSocket-Version: 13\r\n"))
    #expect(server.sees("no upgrade"))
  }

  @Test("A ping inside a fragmented message is answered first, then the whole message")
  func fragments() throws {
    let server = try TestServer()
    let socket = server.open()
    let bytes = Array(Self.heartbeat.utf8)
    socket.send(
      RawSocket.frame(0x01, Array(bytes[..<8])) + RawSocket.frame(0x89, Array("hi".utf8))
        + RawSocket.frame(0x00, Array(bytes[8..<9])) + RawSocket.frame(0x00, [])
        + RawSocket.frame(0x80, Array(bytes[9...])))
    #expect(socket.receiveFrame() == WireFrame(first: 0x8A, payload: Array("hi".utf8)))
    #expect(socket.receiveFrame()?.text == Self.heartbeat)
  }

  @Test(
    "A frame that breaks the protocol closes with its code and ends the connection",
    arguments: [
      (RawSocket.frame(0x81, [0x61], masked: false), 1002),
      (RawSocket.frame(0x83, [0x61]), 1002), (RawSocket.frame(0xC1, [0x61]), 1002),
      (RawSocket.frame(0x80, [0x61]), 1002),
      (RawSocket.frame(0x01, [0x61]) + RawSocket.frame(0x81, [0x61]), 1002),
      (RawSocket.frame(0x09, []), 1002),
      (RawSocket.frame(0x89, .init(repeating: 0, count: 126)), 1002),
      (RawSocket.frame(0x88, [3]), 1002), (RawSocket.frame(0x88, [3, 0xED]), 1002),
      (RawSocket.frame(0x88, [3, 0xE8, 0xFF]), 1007),
      (RawSocket.frame(0x81, [0xFF, 0xFE, 0xFD]), 1007),
      (RawSocket.frame(0x01, [0xE2, 0x82]) + RawSocket.frame(0x80, [0x41]), 1007),
      ([0x81, 0xFF, 0, 0, 1, 0, 0, 0, 0, 0, 1, 2, 3, 4], 1009),
      (RawSocket.frame(0x81, .init(repeating: 0x61, count: 1_000_000)), 1009),
      (
        RawSocket.frame(0x01, .init(repeating: 0x61, count: 200_000))
          + RawSocket.frame(0x80, .init(repeating: 0x61, count: 100_000)), 1009
      ),
      (RawSocket.frame(0x82, [1, 2]), 1003),
    ] as [([UInt8], Int)])
  func violations(bytes: [UInt8], code: Int) throws {
    let server = try TestServer()
    let socket = server.open()
    socket.send(bytes)
    let frame = socket.receiveFrame()
    #expect(frame?.first == 0x88 && frame?.closeCode == code)
    if code == 1003 { socket.send(RawSocket.frame(0x88, [3, 0xEB])) }
    #expect(socket.receiveToEnd() == [])
  }

  @Test("A message of more fragments than allowed is refused")
  func tooManyFragments() throws {
    var limits = ServerLimits()
    limits.maxFragments = 3
    let server = try TestServer(limits)
    let socket = server.open()
    let more = RawSocket.frame(0x00, [0x61])
    socket.send(RawSocket.frame(0x01, [0x61]) + more + RawSocket.frame(0x80, [0x61]))
    #expect(socket.receiveFrame()?.text == "aaa")
    socket.send(RawSocket.frame(0x01, [0x61]) + more + more + more)
    #expect(socket.receiveFrame()?.closeCode == 1009)
  }

  @Test("Messages may arrive byte by byte, and the handshake with the first of them")
  func byteByByte() throws {
    let server = try TestServer()
    let socket = server.open()
    for byte in RawSocket.text(Self.heartbeat) { socket.send([byte]) }
    #expect(socket.receiveFrame()?.text == Self.heartbeat)

    let eager = RawSocket(port: server.port)
    eager.upgrade()
    let late = RawSocket(port: server.port)
    late.send(
      Array(
        ("GET /later-echo HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n").utf8
      )
        + RawSocket.text("early"))
    #expect(late.receiveHead().hasPrefix("HTTP/1.1 101"))
    #expect(late.receiveFrame()?.text == "early")
  }

  @Test("A handshake may name its target in full")
  func absoluteTarget() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    socket.send(
      "GET http://a:1/echo?b HTTP/1.1\r\nHost: a:1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
    #expect(socket.receiveHead().hasPrefix("HTTP/1.1 101"))
    socket.send(RawSocket.text(Self.heartbeat))
    #expect(socket.receiveFrame()?.text == Self.heartbeat)
  }

  @Test(
    "A message of any size up to the limit comes back whole",
    arguments: [0, 125, 126, 16_384, 16_385, 65_535, 65_536, 131_072, 200_000, 262_144])
  func sizes(count: Int) throws {
    let server = try TestServer()
    let socket = server.open()
    let text = String(repeating: "abcdefgh", count: count / 8 + 1).prefix(count)
    socket.send(RawSocket.text(String(text)) + RawSocket.text("after"))
    #expect(socket.receiveFrame()?.text == String(text))
    #expect(socket.receiveFrame()?.text == "after")
  }

  @Test("A handler that validates text itself gets what is not UTF-8")
  func trusting() throws {
    let server = try TestServer()
    let socket = server.open("/trusting")
    socket.send(RawSocket.frame(0x81, [0xFF]))
    #expect(socket.receiveFrame()?.payload == [0xFF])
  }

  @Test("Two hundred pipelined messages come back in order")
  func pipelined() throws {
    let server = try TestServer()
    let socket = server.open()
    let texts = (0..<200).map {
      #"[2,"\#($0)","Heartbeat",{"x":"\#(String(repeating: "y", count: $0 * 9))"}]"#
    }
    socket.send(texts.flatMap { RawSocket.text($0) })
    for text in texts { #expect(socket.receiveFrame()?.text == text) }
  }

  @Test(
    "A paused socket gets nothing more of the same read, and the rest in order after it resumes")
  func pause() throws {
    let server = try TestServer()
    let socket = server.open("/pause")
    socket.send((0..<5).flatMap { RawSocket.text("m\($0)") })
    let handler = server.handler
    for count in 1...5 {
      #expect(server.sees("m\(count - 1)"))
      let seen = handler.log.all.filter { $0.hasPrefix("m") }
      #expect(seen == (0..<count).map { "m\($0)" })
      #expect(try server.loop.wait { handler.paused!.isReadingPaused })
      server.loop.execute {
        handler.paused?.resumeReading()
        handler.paused?.resumeReading()
      }
    }
    _ = try server.loop.wait {}
    socket.send(RawSocket.text("m5"))
    #expect(server.sees("m5"))
  }

  @Test("A peer that does not read is cut at the limit and counted")
  func slowReader() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port, receiveBuffer: 4_096)
    socket.upgrade("/flood")
    socket.send(RawSocket.text("go"))
    #expect(server.sees("closed 1006 The peer did not read."))
    #expect(server.handler.log.all.contains("open false"))
    #expect(server.server.statistics.slowReaders == 1)
    #expect(server.server.statistics.connections == 0)
  }

  @Test("When the peer is cut because of the very answer to its upgrade, there is no socket")
  func slowReaderOfTheUpgrade() throws {
    var limits = ServerLimits()
    limits.maxBufferedOutputBytes = 100_000
    let server = try TestServer(limits)
    let socket = RawSocket(port: server.port, receiveBuffer: 4_096)
    socket.send(
      "GET /too-late HTTP/1.1\r\nHost: test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
    #expect(server.sees("no upgrade"))
    let handler = server.handler
    let isNobodyThere = try server.loop.wait { handler.sockets.isEmpty }
    #expect(isNobodyThere)
    #expect(server.server.statistics.upgrades == 0)
    #expect(server.server.statistics.connections == 0)
  }

  @Test("The server's ping is answered by a pong that the handler hears")
  func ping() throws {
    let server = try TestServer()
    let socket = server.open("/silent")
    let handler = server.handler
    socket.send(RawSocket.text("here"))
    #expect(server.sees("here"))
    server.loop.execute { handler.sockets[0].ping([0x70]) }
    #expect(socket.receiveFrame() == WireFrame(first: 0x89, payload: [0x70]))
    socket.send(RawSocket.frame(0x8A, [0x70]))
    #expect(server.sees("pong p"))
  }

  @Test("The counters count messages and bytes, and a binary message can be sent")
  func counters() throws {
    let server = try TestServer()
    let socket = server.open("/silent")
    let handler = server.handler
    socket.send(RawSocket.text("one") + RawSocket.text("two"))
    #expect(server.sees("two"))
    let facts = try server.loop.wait {
      let open = handler.sockets[0]
      [UInt8(7)].withUnsafeBytes { open.send(binary: $0) }
      return [
        open.messagesIn == 2, open.messagesOut == 1, open.bytesIn > 18, open.bytesOut > 100,
        open.bufferedBytes == 0, open.remoteAddress.hasPrefix("127.0.0.1:"),
        open.subprotocol == nil,
      ]
    }
    #expect(facts == Array(repeating: true, count: 7))
    #expect(socket.receiveFrame() == WireFrame(first: 0x82, payload: [7]))
  }
}
