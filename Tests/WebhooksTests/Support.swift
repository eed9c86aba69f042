import API
import CSMSCore
import Foundation
import Network
import Store
import Synchronization
import TestKit
import Testing
import Webhooks

/// A receiver of webhooks on a real socket, as good or bad as the test wants it.
final class Receiver: HTTPHandler, Sendable {
  enum Manner: Sendable {
    case answer(Int)
    case redirect(to: String)
    /// Never answers.
    case hang
    /// Answers well, with more than anybody wants to read.
    case chatter
  }

  struct Delivery: Sendable {
    var path: String
    var body: [UInt8]
    var signature: String
    var headers: [String]
    var json: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:]
    }
    var id: String { json["id"] as? String ?? "" }
    var type: String { json["type"] as? String ?? "" }
    var transaction: Int? { json["transaction_id"] as? Int }
    var data: [String: Any] { json["data"] as? [String: Any] ?? [:] }
  }

  private let manner: Mutex<@Sendable (Delivery) -> Manner>
  private let seen = Mutex<[Delivery]>([])
  private let kept = Mutex<[Delivery]>([])
  private let held = Mutex<[HTTPExchange]>([])
  private let loop: EventLoop
  private let server: Mutex<Server?>
  private let opened = Mutex<UInt16>(0)

  init(_ manner: Manner = .answer(200)) throws {
    self.manner = Mutex { _ in manner }
    loop = try EventLoop()
    try loop.start()
    server = Mutex(nil)
    let server = Server(loop: loop, limits: ServerLimits(), handler: self)
    let port = try server.listen(address: "127.0.0.1", port: 0)
    opened.withLock { $0 = port }
    self.server.withLock { $0 = server }
  }

  func stop() {
    held.withLock { $0 = [] }
    loop.stop()
  }

  var port: UInt16 { opened.withLock { $0 } }
  var url: String { "http://127.0.0.1:\(port)/hook" }

  func behave(_ manner: @escaping @Sendable (Delivery) -> Manner) {
    self.manner.withLock { $0 = manner }
  }

  func serve(_ request: HTTPRequest, _ exchange: HTTPExchange) {
    let delivery = Delivery(
      path: request.path, body: request.body, signature: request.header("x-signature") ?? "",
      headers: request.headers.map(\.name))
    let manner = manner.withLock { $0 }(delivery)
    seen.withLock { $0.append(delivery) }
    switch manner {
    case .answer(let status):
      if (200..<300).contains(status) { kept.withLock { $0.append(delivery) } }
      exchange.respond(status: status)
    case .redirect(let place): exchange.respond(status: 307, headers: [("Location", place)])
    case .hang: held.withLock { $0.append(exchange) }
    case .chatter:
      kept.withLock { $0.append(delivery) }
      exchange.respond(status: 200, body: [UInt8](repeating: 0x61, count: 300_000))
    }
  }

  /// Answers well what hangs.
  func release() {
    let waiting = held.withLock { held in
      defer { held = [] }
      return held
    }
    loop.execute { for exchange in waiting { exchange.respond(status: 200) } }
  }

  /// Everything that came.
  var all: [Delivery] { seen.withLock { $0 } }
  /// What was answered well.
  var taken: [Delivery] { kept.withLock { $0 } }

  /// Waits until so many were answered well.
  func has(_ count: Int) -> Bool { TestKit.eventually { taken.count >= count } }
}

extension HTTPClient {
  func post(_ path: String, _ body: String = "{}", _ headers: [(String, String)] = []) -> Reply {
    request("POST", path, headers, body: body)
  }

  func patch(_ path: String, _ body: String, _ headers: [(String, String)] = []) -> Reply {
    request("PATCH", path, headers, body: body)
  }
}

extension HTTPClient.Reply {
  func list(_ name: String) -> [[String: Any]] { json[name] as? [[String: Any]] ?? [] }
  func string(_ name: String) -> String { json[name] as? String ?? "" }
  func int(_ name: String) -> Int? { json[name] as? Int }
}

/// A server whose webhooks may go to this machine, and does not wait long.
func eagerOptions() -> LocalServer.Options {
  var options = LocalServer.Options()
  options.api.webhookTargets = WebhookTargets(allowsPrivate: true)
  // The test clock stands still: what is tried again is tried again at once.
  options.api.deliveries.quickRetries = [0, 0, 0]
  options.api.deliveries.slowRetry = 0
  options.api.deliveries.longestProbe = 0
  // It is moved by days at a time, on purpose.
  options.api.deliveries.longestGap = .max
  options.api.presenceGraceSeconds = 0
  return options
}

extension LocalServer {
  /// Makes a webhook and waits until the dispatcher can have heard of it.
  func subscribe(_ url: String, _ types: [String]? = nil, id: String = "W") -> HTTPClient.Reply {
    let words = types.map { ",\"event_types\":[\($0.map { "\"\($0)\"" }.joined(separator: ","))]" }
    return http.post("/webhooks", "{\"id\":\"\(id)\",\"url\":\"\(url)\"\(words ?? "")}")
  }

  /// Starts, meters and stops a session; returns its id.
  @discardableResult
  func charge(_ station: SocketStation, connector: Int = 1, meters: Int = 2, minute: Int = 4) -> Int
  {
    let time = "2026-01-02T03:0\(minute):05Z"
    let start = station.ask(
      "[2,\"t\",\"StartTransaction\",{\"connectorId\":\(connector),\"idTag\":\"TAG\","
        + "\"meterStart\":1000,\"timestamp\":\"\(time)\"}]")
    let found = start?.firstMatch(of: /"transactionId":([0-9]+)/)
    let id = found.flatMap { Int($0.1) } ?? -1
    for index in 0..<meters {
      _ = station.ask(
        "[2,\"m\",\"MeterValues\",{\"connectorId\":\(connector),\"transactionId\":\(id),"
          + "\"meterValue\":[{\"timestamp\":\"2026-01-02T03:0\(minute):\(10 + index)Z\","
          + "\"sampledValue\":[{\"value\":\"\(1_500 + index)\"},"
          + "{\"value\":\"11.5\",\"measurand\":\"Power.Active.Import\",\"unit\":\"kW\"}]}]}]")
    }
    _ = station.ask(
      "[2,\"e\",\"StopTransaction\",{\"transactionId\":\(id),\"meterStop\":2000,"
        + "\"timestamp\":\"2026-01-02T03:0\(minute):55Z\",\"reason\":\"EVDisconnected\"}]")
    return id
  }

  func boot(_ identity: String) throws -> SocketStation {
    let station = try connect(identity)
    _ = station.ask(
      #"[2,"b","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}]"#)
    return station
  }

  func status(_ station: SocketStation, _ connector: Int, _ word: String) {
    _ = station.ask(
      "[2,\"s\",\"StatusNotification\",{\"connectorId\":\(connector),\"errorCode\":\"NoError\","
        + "\"status\":\"\(word)\"}]")
  }

  /// The deliveries of a webhook by event id.
  func deliveries(_ id: String = "W", _ filter: String = "") -> [[String: Any]] {
    http.get("/webhooks/\(id)/deliveries?limit=1000\(filter)").list("deliveries").reversed()
  }
}

/// Whether a delivery is signed with the secret, by an HMAC of another hand.
func isSigned(_ delivery: Receiver.Delivery, _ secret: String) -> Bool {
  guard let match = delivery.signature.wholeMatch(of: /t=([0-9]+),v1=([0-9a-f]{64})/) else {
    return false
  }
  var digest = [UInt8](repeating: 0, count: 64)
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
  process.arguments = ["dgst", "-sha256", "-hmac", secret]
  let (input, output) = (Pipe(), Pipe())
  process.standardInput = input
  process.standardOutput = output
  guard (try? process.run()) != nil else { return false }
  input.fileHandleForWriting.write(Data("\(match.1).".utf8) + Data(delivery.body))
  try? input.fileHandleForWriting.close()
  digest = [UInt8]((try? output.fileHandleForReading.readToEnd()) ?? Data())
  process.waitUntilExit()
  return String(decoding: digest, as: UTF8.self).contains(match.2)
}

/// A client of Server-Sent Events.
final class EventClient {
  struct Event {
    var id: String
    var name: String
    var data: [String: Any]
  }

  private let socket: RawSocket
  let head: String

  /// - Parameter receiveBuffer: bytes of the kernel's buffer, nil for its default.
  init(
    port: UInt16, path: String = "/api/events", _ headers: [(String, String)] = [],
    receiveBuffer: Int32? = nil
  ) {
    socket = RawSocket(port: port, receiveBuffer: receiveBuffer)
    var request = "GET \(path) HTTP/1.1\r\nHost: test\r\n"
    for (name, value) in headers { request += "\(name): \(value)\r\n" }
    socket.send(request + "\r\n")
    head = socket.receiveHead()
  }

  /// The next event, comments passed over.
  func next() -> Event? {
    while let block = socket.receive(through: "\n\n") {
      var event = Event(id: "", name: "", data: [:])
      for line in block.split(separator: "\n") {
        let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { continue }
        switch parts[0] {
        case "id": event.id = parts[1]
        case "event": event.name = parts[1]
        case "data":
          event.data =
            (try? JSONSerialization.jsonObject(with: Data(parts[1].utf8))) as? [String: Any] ?? [:]
        default: break
        }
      }
      if !event.name.isEmpty { return event }
    }
    return nil
  }

  /// The next comment, which shows that the stream is there.
  func comment() -> String? { socket.receive(through: "\n\n").map { String($0.dropLast(2)) } }

  /// Reads to the end of the stream; false when it does not end.
  func ends() -> Bool { socket.receiveToEnd() != nil }
}
