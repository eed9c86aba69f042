import Network
import TestKit
import Testing

/// A client may end its direction when it has asked everything (`shutdown(SHUT_WR)`, `nc -N`): what
/// it asked for is done, so it is told.
@Suite(.timeLimit(.minutes(5))) struct HTTPHalfCloseTests {
  private func get(_ path: String, _ extra: String = "") -> String {
    "GET \(path) HTTP/1.1\r\nHost: test\r\n\(extra)\r\n"
  }

  @Test("A client that has ended its direction is still answered, and then the connection ends")
  func answered() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    socket.send("POST /later HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\n\r\nok")
    socket.finishSending()
    let all = try #require(socket.receiveToEnd())
    let text = String(decoding: all, as: UTF8.self)
    #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n") && text.hasSuffix("\r\n\r\nlater"))
    #expect(server.server.statistics.connections == 0)
  }

  @Test("All that it sent ahead is answered, in order, before the connection ends")
  func sentAhead() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    socket.send(get("/later") + get("/hello") + get("/later") + get("/hello"))
    socket.finishSending()
    let all = try #require(socket.receiveToEnd())
    let bodies = String(decoding: all, as: UTF8.self).components(of: "\r\n\r\n")
    #expect(bodies == ["later", "hello", "later", "hello"])
  }

  @Test(
    "It gets all of a long answer, kept alive or not, also when it reads late",
    arguments: ["", "Connection: close\r\n"], [1_048_576, 16_000_000])
  func long(extra: String, outputLimit: Int) throws {
    var limits = ServerLimits()
    limits.maxBufferedOutputBytes = outputLimit
    let server = try TestServer(limits)
    let socket = RawSocket(port: server.port, receiveBuffer: 65_536)
    socket.send(get("/big", extra))
    // The answer is queued before the end comes.
    while server.server.statistics.requests == 0 {}
    _ = try server.loop.wait {}
    socket.finishSending()
    for _ in 0..<100 { _ = try server.loop.wait {} }
    let all = try #require(socket.receiveToEnd())
    #expect(all.count > 8_000_000)
  }

  @Test("What was asked only in part is not waited for")
  func part() throws {
    let server = try TestServer()
    let socket = RawSocket(port: server.port)
    socket.send("POST /hello HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\n\r\no")
    socket.finishSending()
    #expect(socket.receiveToEnd() == [])
    #expect(server.server.statistics.requests == 0)
  }

  @Test("A WebSocket whose peer has ended its direction is over, also when it was just opened")
  func webSocket() throws {
    let server = try TestServer()
    let open = server.open("/silent")
    open.finishSending()
    #expect(server.sees("closed 1006 The peer left without a close frame."))
    let early = RawSocket(port: server.port)
    early.send(
      get(
        "/later-echo",
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"))
    early.finishSending()
    #expect(early.receiveToEnd() != nil)
    while server.server.statistics.connections > 0 {}
  }
}

extension String {
  /// The bodies of answers whose heads end with the text.
  fileprivate func components(of ending: String) -> [String] {
    split(separator: ending).dropFirst().map { String($0.prefix { $0 != "H" }) }
  }
}
