import Synchronization
import TestKit
import Testing

@testable import Network

/// A client's handler that lets the test await what it hears.
private final class Ear: WebSocketHandler, Sendable {
  let heard: AsyncStream<String>
  private let continuation: AsyncStream<String>.Continuation

  init() { (heard, continuation) = AsyncStream.makeStream() }

  func textReceived(_ text: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket) {
    continuation.yield(String(decoding: text, as: UTF8.self))
  }

  func pongReceived(_ payload: UnsafeBufferPointer<UInt8>, on socket: WebSocket) {
    continuation.yield("pong \(payload.count)")
  }

  func closed(_ code: CloseCode, reason: String, on socket: WebSocket) {
    continuation.yield("closed \(code.rawValue) \(reason)")
    continuation.finish()
  }
}

/// The result of opening a WebSocket, to be awaited once.
private struct Opening: Sendable {
  let continuation: AsyncStream<Result<WebSocket, NetworkError>>.Continuation
  private let results: AsyncStream<Result<WebSocket, NetworkError>>

  init() { (results, continuation) = AsyncStream.makeStream() }

  var result: Result<WebSocket, NetworkError> {
    get async { await results.first { _ in true } ?? .failure(.disconnected) }
  }
}

@Suite(.timeLimit(.minutes(5))) struct WebSocketClientTests {
  /// Begins at once, because the test may block its thread as the peer meanwhile.
  private func connect(_ client: WebSocketClient, _ loop: EventLoop, _ ear: Ear) -> Opening {
    let opening = Opening()
    loop.execute {
      client.connect(on: loop, handler: ear) { opening.continuation.yield($0) }
    }
    return opening
  }

  @Test("A client and a server talk in both roles until the client closes")
  func conversation() async throws {
    let server = try TestServer()
    var client = WebSocketClient(
      url: "ws://localhost:\(server.port)/echo", subprotocols: ["ocpp2.0.1", "ocpp1.6"])
    client.basicAuth = BasicCredentials(user: "CP1", password: [0xFF])
    client.headers = [("X-A", "b")]
    let ear = Ear()
    let socket = try await connect(client, server.loop, ear).result.get()
    #expect(socket.subprotocol == "ocpp1.6" && socket.remoteAddress.hasSuffix(":\(server.port)"))
    let long = String(repeating: "é", count: 50_000)
    server.loop.execute {
      socket.send(text: "hello")
      socket.send(text: long)
      socket.ping([1, 2, 3])
    }
    var heard = ear.heard.makeAsyncIterator()
    #expect(await heard.next() == "hello")
    #expect(await heard.next() == long)
    #expect(await heard.next() == "pong 3")
    server.loop.execute {
      socket.close(.normal, reason: "done")
      socket.close()
      socket.send(text: "never")
    }
    #expect(await heard.next() == "closed 1000 ")
    #expect(await heard.next() == nil)
    #expect(server.sees("closed 1000 done"))
  }

  @Test("The server's close reaches the client")
  func serverCloses() async throws {
    let server = try TestServer()
    let ear = Ear()
    let url = "ws://127.0.0.1:\(server.port)/close"
    let socket = try await connect(WebSocketClient(url: url), server.loop, ear).result.get()
    server.loop.execute { socket.send(text: "enough") }
    var heard = ear.heard.makeAsyncIterator()
    #expect(await heard.next() == "closed 1001 enough")
  }

  @Test("What the server says in the same breath as the handshake is heard")
  func earlyMessage() async throws {
    let loop = try EventLoop()
    try loop.start()
    let peer = try RawListener()
    let ear = Ear()
    let opened = connect(WebSocketClient(url: "ws://127.0.0.1:\(peer.port)"), loop, ear)
    let raw = peer.accept()
    raw.answer(with: [0x81, 2, 0x68, 0x69, 0x88, 2, 0x03, 0xE8])
    _ = try await opened.result.get()
    var heard = ear.heard.makeAsyncIterator()
    #expect(await heard.next() == "hi")
    #expect(await heard.next() == "closed 1000 ")
    loop.stop()
  }

  @Test(
    "What is told of a refusal is a line, with nothing in it that a terminal obeys",
    arguments: [
      ("", ""), ("Nothing here.", "Nothing here."), ("\r\n one\ntwo", "one"),
      (#"{"type":"about:blank","detail":"No \"CP\\1\"\nhere."}"#, #"No "CP\1" here."#),
      (#"{"detail": "with a gap"}"#, "with a gap"), (#"{"title":"x"}"#, #"{"title":"x"}"#),
      (#"{"detail":"cut"#, #"{"detail":"cut"#), ("a\u{1B}[2Jb\u{202E}c\u{7}", "a[2Jbc"),
      (#"{"detail":"a\#u{1B}[31mb"}"#, "a[31mb"),
      (String(repeating: "x", count: 5_000), String(repeating: "x", count: 200)),
    ])
  func reason(body: String, told: String) {
    let bytes = Array(body.utf8)
    let text = bytes.withUnsafeBufferPointer { RefusalReason.text(of: $0[...]) }
    #expect(text == told)
    let error = NetworkError.refused(status: 404, reason: told)
    let end = told.isEmpty ? "404." : "404: \(told)"
    #expect("\(error)" == "The server refused the WebSocket with status \(end)")
  }

  @Test("A refusal carries its status and what the server said")
  func refused() async throws {
    let server = try TestServer()
    let url = "ws://127.0.0.1:\(server.port)/nothing"
    let result = await connect(WebSocketClient(url: url), server.loop, Ear()).result
    #expect(throws: NetworkError.refused(status: 404, reason: "Nothing here.")) {
      try result.get()
    }
  }

  @Test("A URL that cannot be used fails before any connection")
  func badURL() async throws {
    let loop = try EventLoop()
    try loop.start()
    let bad = await connect(WebSocketClient(url: "ftp://h/"), loop, Ear()).result
    #expect(throws: NetworkError.invalidURL("ftp://h/")) { try bad.get() }
    loop.stop()
  }

  @Test("A port where nobody listens and a name that does not exist are system errors")
  func unreachable() async throws {
    let loop = try EventLoop()
    try loop.start()
    for url in [
      "ws://127.0.0.1:1/", "ws://localhost:1/", "ws://no.invalid/",
    ] {
      let result = await connect(WebSocketClient(url: url), loop, Ear()).result
      guard case .failure(.system) = result else {
        Issue.record("\(result)")
        continue
      }
    }
    loop.stop()
  }

  @Test("A server that does not answer in time is given up")
  func timeout() async throws {
    let loop = try EventLoop()
    try loop.start()
    let peer = try RawListener()
    var client = WebSocketClient(url: "ws://127.0.0.1:\(peer.port)/")
    client.timeoutMilliseconds = 30
    let result = await connect(client, loop, Ear()).result
    #expect(throws: NetworkError.timedOut) { try result.get() }
    loop.stop()
  }

  @Test(
    "An answer that is no valid handshake is refused",
    arguments: [
      "HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: x\r\n\r\n",
      "HTTP/1.1 101 X\r\nConnection: Upgrade\r\n\r\n", "SSH-2.0-x\r\n\r\n", "EXTENSION", "PROTOCOL",
    ])
  func badAnswers(answer: String) async throws {
    let loop = try EventLoop()
    try loop.start()
    let peer = try RawListener()
    let opened = connect(WebSocketClient(url: "ws://127.0.0.1:\(peer.port)"), loop, Ear())
    let raw = peer.accept()
    switch answer {
    case "EXTENSION": raw.answer("Sec-WebSocket-Extensions: permessage-deflate\r\n")
    case "PROTOCOL": raw.answer("Sec-WebSocket-Protocol: soap\r\n")
    default: raw.send(answer)
    }
    guard case .failure(.badHandshake(let why)) = await opened.result else {
      Issue.record("taken")
      return
    }
    #expect(!why.isEmpty)
    loop.stop()
  }

  @Test("A peer that leaves during the handshake is an error of its own")
  func disconnected() async throws {
    let loop = try EventLoop()
    try loop.start()
    let peer = try RawListener()
    let opened = connect(WebSocketClient(url: "ws://127.0.0.1:\(peer.port)"), loop, Ear())
    peer.accept().leave()
    let result = await opened.result
    #expect(throws: NetworkError.disconnected) { try result.get() }
    loop.stop()
  }

  @Test("A masked frame from the server closes with 1002")
  func maskedByServer() async throws {
    let loop = try EventLoop()
    try loop.start()
    let peer = try RawListener()
    let ear = Ear()
    let opened = connect(WebSocketClient(url: "ws://127.0.0.1:\(peer.port)"), loop, ear)
    let raw = peer.accept()
    raw.answer(with: RawSocket.text("masked"))
    _ = try await opened.result.get()
    var heard = ear.heard.makeAsyncIterator()
    #expect(await heard.next()?.hasPrefix("closed 1002") == true)
    loop.stop()
  }

  @Test("A cancelled attempt completes never, and a stopping loop fails the others")
  func cancelAndStop() async throws {
    let loop = try EventLoop()
    try loop.start()
    let peer = try RawListener()
    let url = "ws://127.0.0.1:\(peer.port)"
    try loop.wait {
      let attempt = WebSocketClient(url: url).connect(on: loop, handler: Ear()) { _ in
        Issue.record("completed")
      }
      attempt.cancel()
      attempt.cancel()
    }
    let opened = connect(WebSocketClient(url: url), loop, Ear())
    let raw = peer.accept()
    _ = raw.receiveHead()
    loop.stop()
    let result = await opened.result
    raw.leave()
    #expect(throws: NetworkError.loopStopped) { try result.get() }
  }
}
