import Dispatch
import Synchronization
import TestKit

@testable import Network

/// What a test server's WebSockets told, for the test's thread to read.
final class Log: Sendable {
  private let lines = Mutex<[String]>([])

  func add(_ line: String) { lines.withLock { $0.append(line) } }
  var all: [String] { lines.withLock { $0 } }
}

/// Serves what the tests ask for. Used on one loop; paths choose the behaviour.
///
/// `@unchecked Sendable`: made by the test, then used on the loop's thread, except the log.
final class TestHandler: HTTPHandler, WebSocketHandler, @unchecked Sendable {
  let log = Log()
  var kept: [HTTPExchange] = []
  var sockets: [WebSocket] = []
  var paused: WebSocket?
  private var streams = 0

  func serve(_ request: HTTPRequest, _ exchange: HTTPExchange) {
    log.add("\(request.method) \(request.path)")
    switch request.path {
    case "/hello": exchange.respond(status: 200, text: "hello")
    case "/echo-body": exchange.respond(status: 200, body: request.body)
    case "/empty": exchange.respond(status: 204)
    case "/header": exchange.respond(status: 200, headers: [("X-A", "b\r\nX-C: d")], body: [])
    case "/big": exchange.respond(status: 200, body: [UInt8](repeating: 0x61, count: 8_000_000))
    case "/facts":
      let user = request.basicCredentials.map { "\($0.user):\($0.password)" } ?? "-"
      let text = [
        request.query, request.queryValue("a") ?? "-", request.header("HOST") ?? "-", user,
        "\(request.headers.count)", "\(request.remoteAddress.hasPrefix("127.0.0.1:"))",
      ]
      exchange.respond(status: 200, text: text.joined(separator: "|"))
    case "/who":
      let shown = request.clientCertificate
      let names = shown.map { [$0.commonName ?? "-"] + $0.dnsNames }
      exchange.respond(status: 200, text: names?.joined(separator: ",") ?? "nobody")
    case "/line": exchange.respond(status: 200, text: request.isTLS ? "locked" : "open")
    case "/later":
      exchange.loop.schedule(afterMilliseconds: 5) { exchange.respond(status: 200, text: "later") }
    case "/keep": kept.append(exchange)
    case "/forget": break
    case "/stream": stream(exchange)
    case "/later-echo":
      exchange.loop.schedule(afterMilliseconds: 5) { [self] in upgrade(request, exchange) }
    case "/echo", "/silent", "/cut", "/close", "/pause", "/flood", "/trusting":
      upgrade(request, exchange)
    case "/too-late":
      clog(exchange.connection.transport)
      upgrade(request, exchange)
    default: exchange.respond(status: 404, text: "Nothing here.")
    }
  }

  private func stream(_ exchange: HTTPExchange) {
    streams += 1
    let (log, number) = (log, streams)
    let stream = exchange.stream(status: 200, headers: []) { log.add("stream \(number) ended") }
    stream?.write(Array("tick".utf8))
  }

  /// Writes until the next word finds too much that its reader has not taken.
  private func clog(_ transport: Transport) {
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    [UInt8](repeating: 0x61, count: EventLoop.corkBufferSize + 1).withUnsafeBytes {
      while transport.queuedBytes <= transport.outputLimit {
        transport.write($0, nothing, isBounded: false)
      }
      transport.write(UnsafeRawBufferPointer(rebasing: $0[2...]), nothing)
    }
  }

  func tlsFailed(_ error: TLSError, remoteAddress: String) {
    log.add("tls \(error.code) \(remoteAddress.hasPrefix("127.0.0.1:"))")
  }

  private func upgrade(_ request: HTTPRequest, _ exchange: HTTPExchange) {
    let chosen = request.offeredSubprotocols.first { $0 == "ocpp1.6" }
    let handler: any WebSocketHandler = request.path == "/flood" ? Flood(log) : self
    guard let socket = exchange.upgrade(subprotocol: chosen, handler: handler) else {
      log.add("no upgrade")
      return
    }
    if request.path == "/trusting" { socket.validatesText = false }
    sockets.append(socket)
    modes[ObjectIdentifier(socket)] = request.path
  }

  private var modes: [ObjectIdentifier: String] = [:]

  func textReceived(_ text: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket) {
    let words = String(decoding: text, as: UTF8.self)
    switch modes[ObjectIdentifier(socket)] {
    case "/silent": log.add(words)
    case "/cut":
      socket.terminate()
      socket.terminate()
      socket.send(text: "never")
    case "/close": socket.close(.goingAway, reason: words)
    case "/pause":
      log.add(words)
      socket.pauseReading()
      paused = socket
    default: socket.send(text: UnsafeBufferPointer(text))
    }
  }

  func pongReceived(_ payload: UnsafeBufferPointer<UInt8>, on socket: WebSocket) {
    log.add("pong \(String(decoding: payload, as: UTF8.self))")
  }

  func closed(_ code: CloseCode, reason: String, on socket: WebSocket) {
    log.add("closed \(code.rawValue) \(reason)")
    sockets.removeAll { $0 === socket }
  }
}

/// Answers one message with ten megabytes.
private final class Flood: WebSocketHandler {
  private let log: Log

  init(_ log: Log) { self.log = log }

  func textReceived(_ text: UnsafeMutableBufferPointer<UInt8>, on socket: WebSocket) {
    let piece = String(repeating: "x", count: 100_000)
    for _ in 0..<100 { socket.send(text: piece) }
    log.add("open \(socket.isOpen)")
  }

  func closed(_ code: CloseCode, reason: String, on socket: WebSocket) {
    log.add("closed \(code.rawValue) \(reason)")
  }
}

/// A server on a port of its own with a loop of its own, stopped when the test lets go of it.
final class TestServer {
  let loop: EventLoop
  let handler = TestHandler()
  let server: Server
  let port: UInt16

  init(_ limits: ServerLimits = ServerLimits(), tls: TLSServerContext? = nil) throws {
    loop = try EventLoop()
    server = Server(loop: loop, limits: limits, tls: tls, handler: handler)
    try loop.start()
    port = try server.listen(address: "127.0.0.1", port: 0)
  }

  deinit { loop.stop() }

  func open(_ path: String = "/echo") -> RawSocket {
    let socket = RawSocket(port: port)
    socket.upgrade(path)
    return socket
  }

  /// Holds the loop up meanwhile, so that all that happens is there for it in one turn.
  func whileItStands(_ body: () -> Void) {
    let stands = DispatchSemaphore(value: 0)
    let goesOn = DispatchSemaphore(value: 0)
    loop.execute {
      stands.signal()
      goesOn.wait()
    }
    stands.wait()
    body()
    goesOn.signal()
  }

  /// Waits for a line of the log: turns of the loop pass meanwhile, no fixed time.
  func sees(_ line: String) -> Bool {
    for _ in 0..<20_000 {
      if handler.log.all.contains(line) { return true }
      _ = try? loop.wait {}
    }
    return false
  }
}
