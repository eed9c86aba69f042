import Access
import CSMSCore
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
      }.documented(
        Operation("Connections", "The live sockets").paged()
          .answers(
            200, "A page, by identity.",
            Shapes.page("connections", ConnectionsDoor.shape, [Shapes.count])
          )
          .problems(400)
      ).open(reach: .own),
      Route("GET", "/connections/{id}") { [self] request, responder in
        let id = request.argument(0)
        services.gateway.connection(of: Text(id)) { info in
          if let info {
            responder.json(Connection(info))
          } else {
            responder.problem(Problem(404, "Station \(id) is not connected."))
          }
        }
      }.documented(
        Operation("Connections", "A live socket").station()
          .answers(200, "The connection.", ConnectionsDoor.shape).problems(404)),
      Route("DELETE", "/connections/{id}") { [self] (request, responder) throws(Problem) in
        let id = request.argument(0)
        guard services.gateway.disconnect(Text(id), reason: "Closed by the operator.") else {
          throw Problem(404, "Station \(id) is not connected.")
        }
        responder.empty()
      }.documented(
        Operation("Connections", "Close a station's socket").station()
          .answers(204, "It is being closed.").problems(404)),
      Route("POST", "/connections/{id}/send") { [self] (request, responder) throws(Problem) in
        try send(request, responder)
      }.documented(
        Operation(
          "Connections", "Send any OCPP call",
          "Either action with payload, or message: a raw CALL frame, whose id is replaced. Checked "
            + "against the station's version, and like the command that it is, before it is sent."
        )
        .station().takes(ConnectionsDoor.callShape)
        .answers(200, "The payload of the station's CALLRESULT.", .map(.anything))
        .problems(400, 404, 409, 422, 429, 502, 503, 504)),
    ]
  }

  private static let shape = Shape.named(
    "Connection",
    .object([
      .init("id", .anyText, required: true), .init("version", .anyText, required: true),
      .init("node", .anyText, required: true), .init("remote_address", .anyText, required: true),
      .init("since", .instant, required: true), .init("last_message_at", .instant),
      .init("messages_in", .natural, required: true),
      .init("messages_out", .natural, required: true),
      .init("ping_round_trip_ms", .natural), .init("queue_depth", .natural, required: true),
      .init("held_answers", .natural, required: true),
    ]))

  private static let callShape = Shape.object([
    .init("action", .anyText), .init("payload", .map(.anything)),
    .init("message", .list(.anything), "[2, \"id\", \"Action\", {…}]"),
    .init("timeout_s", .integer(StationCall.timeoutRange), "Seconds to wait (30)."),
  ])

  private func list(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let limit = try request.integer("limit", default: 100, in: 1...1000)
    let after = request.query("cursor").map { Text($0) }
    let (principal, ownership) = (request.principal, services.ownership)
    services.gateway.connections { everybody in
      let all = everybody.filter { principal.sees(ownership.company(of: $0.station)) }
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
    if let refusal = RequestCheck.refusal(
      action: call.action.rawValue, payload: call.payload,
      knowing: services.commands.knowledge(of: Text(id)))
    {
      throw Problem(refusal)
    }
    services.commands.keys.call(
      Text(id), action: call.action.rawValue, payload: call.payload, timeout: call.timeout
    ) { result in
      switch result {
      case .success(let payload): responder.raw(200, payload)
      case .failure(let failure): responder.problem(Problem(failure, Text(id)))
      }
    }
  }
}
