import Foundation
import Network
import TestKit
import Testing

/// Requests of our own, against a server that answers as the test says.
@Suite(.timeLimit(.minutes(5))) struct HTTPFetchTests {
  private let loop: EventLoop

  init() throws {
    loop = try EventLoop()
    try loop.start()
  }

  /// Sends a request to a listener that answers with these pieces and then closes.
  private func ask(
    _ fetch: HTTPFetch? = nil, _ pieces: [String], closes: Bool = true,
    heard: ((String) -> Void)? = nil
  ) async throws -> HTTPFetch.Reply {
    let listener = try RawListener()
    var fetch = fetch ?? HTTPFetch("GET", "/")
    fetch.url = "http://127.0.0.1:\(listener.port)\(fetch.url)"
    // Begins at once, because the test blocks its thread as the peer meanwhile.
    let (results, continuation) = AsyncStream<Result<HTTPFetch.Reply, NetworkError>>.makeStream()
    let (request, loop) = (fetch, loop)
    loop.execute { request.send(on: loop) { continuation.yield($0) } }
    let peer = listener.accept()
    heard?(peer.receiveHead())
    for piece in pieces { peer.send(piece) }
    if closes { peer.leave() }
    let result = await results.first { _ in true }
    withExtendedLifetime(peer) {}
    return try (result ?? .failure(.loopStopped)).get()
  }

  private func failure(_ pieces: [String], _ fetch: HTTPFetch? = nil) async -> NetworkError? {
    do {
      _ = try await ask(fetch, pieces)
      return nil
    } catch { return error as? NetworkError }
  }

  @Test("A request carries what it was given, and what HTTP wants")
  func request() async throws {
    var fetch = HTTPFetch("POST", "/a?b=%20")
    fetch.headers = [("X-One", "1\r\nX-Evil: 2")]
    fetch.body = Array("{}".utf8)
    var head = ""
    let reply = try await ask(fetch, ["HTTP/1.1 204 No Content\r\nA: b\r\n\r\n"]) { head = $0 }
    #expect(head.hasPrefix("POST /a?b=%20 HTTP/1.1\r\nHost: 127.0.0.1:"))
    #expect(head.contains("\r\nConnection: close\r\nX-One: 1  X-Evil: 2\r\nContent-Length: 2\r\n"))
    #expect(reply.status == 204 && reply.header("a") == "b" && reply.body.isEmpty)
  }

  @Test(
    "A body ends where its length, its chunks or the connection ends",
    arguments: [
      ["HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"],
      ["HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe", "llo and more"],
      ["HTTP/1.1 200 OK\r\n\r\nhe", "llo"],
      ["HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"],
      [
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nT: 1\r\n\r\n"
      ],
      [
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "5\r", "\nhel", "lo\r\n0",
        "\r\n\r\n",
      ],
    ])
  func bodies(pieces: [String]) async throws {
    let reply = try await ask(nil, pieces)
    #expect(reply.status == 200 && String(decoding: reply.body, as: UTF8.self) == "hello")
  }

  @Test("An answer that is over does not wait for the connection to end")
  func open() async throws {
    let reply = try await ask(
      nil, ["HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"], closes: false)
    #expect(reply.body == Array("ok".utf8))
    let empty = try await ask(nil, ["HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"], closes: false)
    #expect(empty.body.isEmpty)
  }

  @Test("What is cut short, malformed or too long is an error of its own")
  func bad() async {
    let head = "HTTP/1.1 200 OK\r\n"
    #expect(await failure([]) == .disconnected)
    #expect(await failure([head + "Content-Length: 5\r\n\r\nhel"]) == .disconnected)
    let chunked = head + "Transfer-Encoding: chunked\r\n\r\n"
    #expect(await failure([chunked + "5\r\nhello\r\n"]) == .disconnected)
    for broken in ["x\r\n", "5\nhello", "2\r\nhello", "-1\r\n", "+1\r\na\r\n", "123456789\r\n"] {
      let error = await failure([chunked + broken])
      #expect(error == .badAnswer("The chunks of its body are malformed."), "\(broken)")
    }
    for bad in [
      "SPDY 200\r\n\r\n", head + "Content-Length: x\r\n\r\n",
      head + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
      head + "Transfer-Encoding: gzip\r\n\r\n",
      head + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n",
    ] {
      guard case .badAnswer = await failure([bad]) else {
        Issue.record("\(bad)")
        continue
      }
    }
    var small = HTTPFetch("GET", "/")
    small.maxBodyBytes = 4
    for long in [
      head + "Content-Length: 5\r\n\r\nhello", head + "\r\nhello", chunked + "5\r\nhello\r\n",
    ] {
      #expect(await failure([long], small) == .tooLarge)
    }
  }

  @Test("Nobody there, no URL, no time: each is said")
  func nobody() async throws {
    await #expect(throws: NetworkError.invalidURL("gopher://x")) {
      try await HTTPFetch("GET", "gopher://x").send(on: loop)
    }
    let port = try RawListener().port
    await #expect(throws: NetworkError.self) {
      try await HTTPFetch("GET", "http://127.0.0.1:\(port)/").send(on: loop)
    }
    let silent = try RawListener()
    var fetch = HTTPFetch("GET", "http://127.0.0.1:\(silent.port)/")
    fetch.timeoutMilliseconds = 50
    let hurried = fetch
    await #expect(throws: NetworkError.timedOut) { try await hurried.send(on: loop) }
  }

  @Test("A task that is cancelled ends its request")
  func cancelled() async throws {
    let silent = try RawListener()
    let (fetch, loop) = (HTTPFetch("GET", "http://127.0.0.1:\(silent.port)/"), loop)
    let task = Task { try await fetch.send(on: loop) }
    // On a thread of its own: the task needs one of the others.
    let ended = AsyncStream<Bool>.makeStream()
    Thread.detachNewThread {
      let peer = silent.accept()
      _ = peer.receiveHead()
      task.cancel()
      ended.continuation.yield(peer.receiveToEnd() != nil)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    let isEnded = await ended.stream.first { _ in true }
    #expect(isEnded == true)
  }

  @Test("Over TLS a server is asked only when it is who it should be")
  func tls() async throws {
    let server = try TestServer(tls: TLSHandshakeTests.context())
    var fetch = HTTPFetch("GET", "https://localhost:\(server.port)/nothing")
    fetch.tls = try TLSClientContext(caFile: Certificates.made.path("ca.pem"))
    let trusting = fetch
    #expect(try await trusting.send(on: loop).status == 404)
    fetch.tls = try TLSClientContext(caFile: Certificates.made.path("stranger-ca.pem"))
    let doubting = fetch
    await #expect(throws: NetworkError.self) { try await doubting.send(on: loop) }
  }
}
