import Network
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct HTTPServerTests {
  private func response(_ socket: RawSocket) -> (head: String, body: String) {
    let head = socket.receiveHead()
    let length = head.split(separator: "Content-Length: ").last.flatMap {
      Int($0.prefix { $0.isNumber })
    }
    return (head, String(decoding: socket.receive(length ?? 0), as: UTF8.self))
  }

  private func get(_ path: String, _ extra: String = "") -> String {
    "GET \(path) HTTP/1.1\r\nHost: test\r\n\(extra)\r\n"
  }

  @Test("One connection carries requests one after the other, also when they are sent ahead")
  func pipelining() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    socket.send(
      get("/later") + "\r\n" + get("/hello") + get("/nothing") + get("/later") + get("/empty"))
    #expect(response(socket).body == "later")
    #expect(response(socket).body == "hello")
    let missing = response(socket)
    #expect(missing.head.hasPrefix("HTTP/1.1 404 Not Found\r\n") && missing.body == "Nothing here.")
    #expect(response(socket).body == "later")
    #expect(socket.receiveHead().hasPrefix("HTTP/1.1 204 No Content\r\n"))
    socket.send(get("/hello", "Connection: close\r\n"))
    let last = response(socket)
    #expect(last.head.contains("Connection: close\r\n") && last.body == "hello")
    #expect(socket.receiveToEnd() == [])
    #expect(server.server.statistics.requests == 6)
  }

  @Test("A client that sends far ahead is read no faster than it is answered")
  func sentAhead() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    socket.send(get("/later") + String(repeating: get("/hello"), count: 2_000))
    #expect(response(socket).body == "later")
    for _ in 0..<2_000 where response(socket).body != "hello" { Issue.record("lost") }
  }

  @Test("HEAD has the length but not the body")
  func head() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    socket.send("HEAD /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    let head = socket.receiveHead()
    #expect(head.contains("Content-Length: 5\r\n"))
    #expect(socket.receiveToEnd() == [])
  }

  @Test("The handler sees query, header fields, credentials and address")
  func facts() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    socket.send(get("/facts?a=b%20c&d", "Authorization: bAsIc Q1AxOnA6/w==\r\nX: y\r\n"))
    #expect(response(socket).body == "a=b%20c&d|b c|test|CP1:[112, 58, 255]|3|true")
    socket.send(get("/facts", "Authorization: Bearer x\r\n"))
    #expect(response(socket).body == "|-|test|-|2|true")
  }

  @Test("A body arrives whole, in pieces or after 100 Continue")
  func bodies() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    let body = String(repeating: "0123456789", count: 20_000)
    socket.send("POST /echo-body HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n")
    socket.send(String(body.prefix(7)))
    socket.send(String(body.dropFirst(7)))
    #expect(response(socket).body == body)
    socket.send(
      "PUT /echo-body HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
    #expect(socket.receiveHead() == "HTTP/1.1 100 Continue\r\n\r\n")
    socket.send("ok")
    #expect(response(socket).body == "ok")
  }

  @Test(
    "A request that cannot be served is answered with its status and ends the connection",
    arguments: [
      ("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 20_000))", 431),
      ("GET /\(String(repeating: "x", count: 20_000))", 414), ("nonsense\r\n\r\n", 400),
      ("GET / HTTP/3.0\r\n\r\n", 505),
      ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 411),
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n", 413),
    ])
  func refused(text: String, status: Int) throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    socket.send(text)
    #expect(response(socket).head.hasPrefix("HTTP/1.1 \(status) "))
    #expect(socket.receiveToEnd() == [])
    #expect(server.server.statistics.requests == 0)
  }

  @Test("A connection that sends no whole request is closed after the handshake time")
  func handshakeTimeout() throws {
    var limits = ServerLimits()
    limits.handshakeTimeoutMilliseconds = 30
    let server = try TestServer(limits)
    let silent = RawSocket(port: server.port)
    let slow = RawSocket(port: server.port)
    slow.send("POST /echo-body HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n")
    let second = RawSocket(port: server.port)
    second.send(get("/hello"))
    #expect(response(second).body == "hello")
    second.send("GET /")
    for socket in [silent, slow, second] { #expect(socket.receiveToEnd() == []) }
    #expect(server.server.statistics.handshakeTimeouts == 3)
  }

  @Test("A kept-alive connection without a next request is closed after the idle time")
  func idleTimeout() throws {
    var limits = ServerLimits()
    limits.idleTimeoutMilliseconds = 30
    let server = try TestServer(limits)
    let socket = RawSocket(port: server.port)
    socket.send(get("/hello"))
    #expect(response(socket).body == "hello")
    #expect(socket.receiveToEnd() == [])
    #expect(server.server.statistics.handshakeTimeouts == 0)
  }

  @Test("Connections above the limit are closed at once and counted")
  func maxConnections() throws {
    var limits = ServerLimits()
    limits.maxConnections = 1
    let server = try TestServer(limits)
    let first = RawSocket(port: server.port)
    first.send(get("/hello"))
    #expect(response(first).body == "hello")
    #expect(RawSocket(port: server.port).receiveToEnd() == [])
    let statistics = server.server.statistics
    #expect(statistics.refused == 1 && statistics.accepted == 1 && statistics.connections == 1)
  }

  @Test("A response larger than all buffers arrives whole, and the connection goes on")
  func largeResponse() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port, receiveBuffer: 65_536)
    socket.send(get("/big") + get("/hello"))
    // The server is made to queue most of the response before the test reads any of it.
    while server.server.statistics.requests == 0 {}
    #expect(response(socket).body.utf8.count == 8_000_000)
    #expect(response(socket).body == "hello")
    socket.send(get("/big", "Connection: close\r\n"))
    #expect(response(socket).body.utf8.count == 8_000_000)
    #expect(socket.receiveToEnd() == [])
  }

  @Test("A reader that stands still in a response is closed after the idle time")
  func stalledReader() throws {
    var limits = ServerLimits()
    limits.idleTimeoutMilliseconds = 30
    let server = try TestServer(limits)
    let socket = RawSocket(port: server.port, receiveBuffer: 4_096)
    socket.send(get("/big"))
    while server.server.statistics.requests == 0 {}
    while server.server.statistics.connections > 0 {}
    #expect(socket.receive(8_000_000).count < 8_000_000)
  }

  @Test("An exchange that is dropped answers 500, and one whose peer has gone answers nothing")
  func dropped() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    socket.send(get("/forget"))
    #expect(response(socket).head.hasPrefix("HTTP/1.1 500 "))
    do {
      let leaving = RawSocket(port: server.port)
      leaving.send(get("/keep"))
      #expect(server.sees("GET /keep"))
      leaving.breakOff()
    }
    while server.server.statistics.connections > 1 {}
    let handler = server.handler
    let wasOpen = try server.loop.wait {
      let exchange = handler.kept.removeLast()
      exchange.respond(status: 200)
      return exchange.isOpen
    }
    #expect(!wasOpen)
  }

  @Test("A response without an end of its own is told that it is over, and is not begun for HEAD")
  func endedStream() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    socket.send("HEAD /stream HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(socket.receiveHead().hasPrefix("HTTP/1.1 200 "))
    #expect(socket.receiveToEnd() == [])
    let reader = RawSocket(port: server.port)
    reader.send(get("/stream"))
    #expect(reader.receiveHead().hasPrefix("HTTP/1.1 200 "))
    #expect(String(decoding: reader.receive(4), as: UTF8.self) == "tick")
    reader.finishSending()
    #expect(server.sees("stream 2 ended"))
  }

  @Test("A line break in a header value starts no new field")
  func headerInjection() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    socket.send(get("/header"))
    #expect(response(socket).head.contains("X-A: b  X-C: d\r\n"))
  }

  @Test("Two servers on two loops share a port; without sharing the second is refused")
  func sharedPort() throws {
    let loops = [try EventLoop(), try EventLoop()]
    let servers = loops.map { Server(loop: $0, handler: TestHandler()) }
    let port = try servers[0].listen(address: "127.0.0.1", port: 0)
    for loop in loops { try loop.start() }
    #expect(throws: NetworkError.self) { try servers[1].listen(address: "127.0.0.1", port: port) }
    let second = Server(loop: loops[1], handler: TestHandler())
    try second.listen(beside: servers[0])
    // A third, of another process perhaps, has no part of it, though two share.
    let third = Server(loop: loops[1], handler: TestHandler())
    #expect(throws: NetworkError.self) { try third.listen(address: "127.0.0.1", port: port) }
    let lonely = Server(loop: loops[1], handler: TestHandler())
    #expect(throws: NetworkError.self) { try lonely.listen(beside: third) }
    for _ in 0..<64 {
      let socket = RawSocket(port: port)
      socket.send(get("/hello"))
      #expect(response(socket).body == "hello")
    }
    #expect(servers[0].statistics.accepted + second.statistics.accepted == 64)
    #expect(servers[0].statistics.accepted > 0 && second.statistics.accepted > 0)
    for loop in loops { loop.stop() }
  }

  @Test("A server that stopped listening serves its open connections and takes no new ones")
  func stopListening() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    socket.send(get("/hello"))
    #expect(response(socket).body == "hello")
    server.server.stopListening()
    server.server.stopListening()
    #expect(!RawSocket(port: server.port).send("x"))
    socket.send(get("/hello"))
    #expect(response(socket).body == "hello")
  }

  @Test("An address that is no literal is an error, and IPv6 works")
  func addresses() throws {
    let loop = try EventLoop()
    let server = Server(loop: loop, handler: TestHandler())
    #expect(throws: NetworkError.invalidAddress("localhost")) {
      try server.listen(address: "localhost", port: 0)
    }
    #expect(try server.listen(address: "::1", port: 0) > 0)
    loop.stop()
  }
}
