import Foundation
import Gateway
import Network
import OCPP16
import OCPPJSON
import OCPPRPC

/// `/connections…`: the live sockets, and any OCPP call to the station at the other end.
struct ConnectionsDoor: Sendable {
  private struct Connection: Encodable, Sendable {
    var id: String
    var version: String
    var node: String
    var remoteAddress: String
    var since: Timestamp
    var lastMessageAt: Timestamp?
    var messagesIn: UInt64
    var messagesOut: UInt64
    var pingRoundTripMs: Int?
    var queueDepth: Int
    var heldAnswers: Int

    init(_ info: ConnectionInfo) {
      id = info.station.description
      version = "\(info.version.name)"
      node = info.node
      remoteAddress = info.remoteAddress
      since = Timestamp(info.since)
      lastMessageAt = Timestamp(info.lastMessageAt)
      messagesIn = info.messagesIn
      messagesOut = info.messagesOut
      pingRoundTripMs = info.pingRoundTrip
      queueDepth = info.queuedCalls
      heldAnswers = info.heldAnswers
    }
  }

  private struct Page: Encodable, Sendable {
    var count: Int
    var connections: [Connection]
    var nextCursor: String?
  }

  private let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [
      Route("GET", "/connections") { [self] (request, responder) throws(Problem) in
        try list(request, responder)
      },
      Route("GET", "/connections/{id}") { [self] request, responder in
        let id = request.argument(0)
        services.gateway.connection(of: Text(id)) { info in
          if let info {
            responder.json(Connection(info))
          } else {
            responder.problem(Problem(404, "Station \(id) is not connected."))
          }
        }
      },
      Route("DELETE", "/connections/{id}") { [self] (request, responder) throws(Problem) in
        let id = request.argument(0)
        guard services.gateway.disconnect(Text(id), reason: "Closed by the operator.") else {
          throw Problem(404, "Station \(id) is not connected.")
        }
        responder.empty()
      },
      Route("POST", "/connections/{id}/send") { [self] (request, responder) throws(Problem) in
        try send(request, responder)
      },
    ]
  }

  private func list(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let limit = try request.integer("limit", default: 100, in: 1...1000)
    let after = request.query("cursor").map { Text($0) }
    services.gateway.connections { all in
      let rest = all.filter { info in after.map { $0 < info.station } ?? true }
      let page = rest.prefix(limit)
      responder.json(
        Page(
          count: all.count, connections: page.map { Connection($0) },
          nextCursor: page.count < rest.count ? page.last?.station.description : nil))
    }
  }

  // MARK: Sending

  private func send(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let id = request.argument(0)
    let call = try StationCall(request.http.body)
    if !services.gateway.isConnected(Text(id)) {
      throw Problem(404, "Station \(id) is not connected.")
    }
    services.gateway.call(
      Text(id), action: call.action.rawValue, payload: call.payload, timeout: call.timeout
    ) { result in
      switch result {
      case .success(let payload): responder.raw(200, payload)
      case .failure(let failure): Self.report(failure, id, responder)
      }
    }
  }

  private static func report(_ failure: CallFailure, _ id: String, _ responder: Responder) {
    switch failure {
    case .notConnected:
      responder.problem(Problem(404, "Station \(id) is not connected."))
    case .tooManyCalls:
      responder.problem(
        Problem(429, "Too many calls wait for station \(id); try again when some are answered."))
    case .timedOut:
      responder.problem(Problem(504, "Station \(id) did not answer in time."))
    case .disconnected:
      responder.problem(Problem(504, "Station \(id) disconnected before it answered."))
    case .callError(let error):
      responder.problem(
        Problem(
          502, "Station \(id) answered with an error: \(error.code): \(error.description)",
          errors: [.init(field: "\(error.code)", message: "\(error.description)")]))
    case .invalidAnswer(_, let why):
      responder.problem(Problem(502, "The answer of station \(id) is not valid: \(why)"))
    }
  }
}
