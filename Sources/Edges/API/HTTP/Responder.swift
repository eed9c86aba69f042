import Foundation
import Network

/// Answers one request, from any thread, once.
struct Responder: Sendable {
  private let exchange: HTTPExchange
  private let path: String
  /// Set for requests that change something.
  var trail: AuditTrail?
  /// Called when the answer is a problem: what was set aside for the request is given back.
  var refused: (@Sendable () -> Void)?

  init(_ exchange: HTTPExchange, path: String) {
    self.exchange = exchange
    self.path = path
  }

  func json(_ value: some Encodable & Sendable) { json(200, value) }

  func json(_ status: Int, _ value: some Encodable & Sendable) {
    guard let data = try? APIJSON.encoder().encode(value) else {
      return problem(Problem(500, "The answer could not be written."))
    }
    send(status, "application/json", [UInt8](data))
  }

  func json(_ value: JSONValue) { raw(200, value.bytes) }

  func json(_ status: Int, _ value: JSONValue) { raw(status, value.bytes) }

  /// JSON that is written already.
  func raw(_ status: Int = 200, _ bytes: [UInt8]) { send(status, "application/json", bytes) }

  func text(_ body: String, type: String = "text/plain; charset=utf-8") {
    send(200, type, Array(body.utf8))
  }

  /// A file, with headers that say how long it may be kept; nil for one the client has already.
  func file(_ body: [UInt8]?, type: String, headers: [(String, String)]) {
    respond(
      body == nil ? 304 : 200, (body == nil ? [] : [("Content-Type", type)]) + headers, body ?? [])
  }

  func moved(to path: String, query: String) {
    respond(308, [("Location", query.isEmpty ? path : "\(path)?\(query)")], [])
  }

  /// The loop of the connection.
  var loop: EventLoop { exchange.loop }

  /// Begins an answer that comes piece by piece. Only inside the request's handler, on the loop's
  /// thread; nil when the client has gone or wants no body, and `ended` is not called then.
  func stream(
    type: String, headers: [(String, String)] = [], ended: @escaping @Sendable () -> Void
  ) -> HTTPStream? {
    exchange.stream(
      status: 200, headers: [("Content-Type", type), ("Cache-Control", "no-store")] + headers,
      ended: ended)
  }

  func empty() { send(204, nil, []) }

  func problem(_ problem: Problem, headers: [(String, String)] = []) {
    refused?()
    var problem = problem
    problem.instance = path
    let data = (try? APIJSON.encoder().encode(problem)) ?? Data("{}".utf8)
    send(problem.status, "application/problem+json", [UInt8](data), headers)
  }

  private func send(
    _ status: Int, _ type: String?, _ body: [UInt8], _ more: [(String, String)] = []
  ) {
    var headers = more
    if let type { headers.append(("Content-Type", type)) }
    headers.append(("Cache-Control", "no-store"))
    let final = headers
    guard let trail else { return respond(status, final, body) }
    trail.close(status, body) { [self] in respond(status, final, body) }
  }

  private func respond(_ status: Int, _ headers: [(String, String)], _ body: [UInt8]) {
    let exchange = exchange
    if exchange.loop.isCurrent {
      exchange.respond(status: status, headers: headers, body: body)
    } else {
      exchange.loop.execute { exchange.respond(status: status, headers: headers, body: body) }
    }
  }
}
