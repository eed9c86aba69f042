import Access
import Foundation
import Gateway
import OCPPJSON
import Store

/// `/charge-points…`: the stations on record.
struct ChargePointsDoor: Sendable {
  private struct Page: Encodable, Sendable {
    var chargePoints: [ChargePointJSON]
    var nextCursor: String?
  }

  private let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [
      Route("GET", "/charge-points") { [self] (request, responder) throws(Problem) in
        try list(request, responder)
      }.documented(
        Operation("Stations", "The stations on record").paged()
          .answers(
            200, "A page, by identity.", Shapes.page("charge_points", ChargePointJSON.shape)
          )
          .problems(400, 503)
      ).open(reach: .own),
      Route("POST", "/charge-points") { [self] (request, responder) throws(Problem) in
        try create(request, responder)
      }.documented(
        Operation("Stations", "Put a station on record").takes(ChargePointBody.newShape)
          .answers(201, "The station.", ChargePointJSON.shape).problems(400, 409, 503)
      ).open(reach: .own),
      Route("GET", "/charge-points/{id}") { [self] request, responder in
        show(Text(request.argument(0)), 200, responder)
      }.documented(
        Operation("Stations", "A station on record").station()
          .answers(200, "The station with its connectors.", ChargePointJSON.shape)
          .problems(404, 503)),
      Route("PATCH", "/charge-points/{id}") { [self] (request, responder) throws(Problem) in
        try change(request, responder)
      }.documented(
        Operation(
          "Stations", "Change a station",
          "A station that is switched off or gets a new password is disconnected."
        )
        .station().takes(ChargePointBody.shape)
        .answers(200, "The station.", ChargePointJSON.shape).problems(400, 404, 503)),
      Route("DELETE", "/charge-points/{id}") { [self] (request, responder) throws(Problem) in
        try delete(request, responder)
      }.documented(
        Operation(
          "Stations", "Delete a station",
          "Whoever is bound to a company deletes no station with sessions of another one."
        ).station()
          .query("cascade", .boolean, "Whether its transactions go with it.")
          .answers(204, "It is gone.").problems(400, 404, 409, 503)),
    ]
  }

  private func list(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let limit = try request.integer("limit", default: 100, in: 1...1000)
    let cursor = request.query("cursor").map { Text($0) }
    let (gateway, company) = (services.gateway, request.principal.company)
    services.read(responder) { (reader) throws(StoreError) in
      try reader.stations(limit: limit, after: cursor, of: company)
    } respond: { rows in
      responder.json(
        200,
        Page(
          chargePoints: rows.map {
            ChargePointJSON($0, isOnline: gateway.isConnected($0.identity))
          }, nextCursor: rows.count == limit ? rows.last?.identity.description : nil))
    }
  }

  private func show(_ identity: Text, _ status: Int, _ responder: Responder) {
    let gateway = services.gateway
    services.read(responder) { (reader) throws(StoreError) in
      (try reader.station(identity), try reader.connectors(of: identity))
    } respond: { row, connectors in
      guard let row else { return responder.problem(.notFound("Charge point \(identity)")) }
      responder.json(
        status,
        ChargePointJSON(
          row, isOnline: gateway.isConnected(identity), connectors: connectors))
    }
  }

  private func create(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let body = try request.body(ChargePointBody.self, ChargePointBody.newShape)
    guard let name = body.chargePointId else {
      throw .invalid("charge_point_id", "is required")
    }
    guard StationIdentity.isValid(name) else {
      throw .invalid(
        "charge_point_id", "must be 1 to 48 letters, digits or any of * - _ = : + | @ .")
    }
    try body.check()
    let identity = Text(name)
    let digest = body.digest
    let (now, company) = (services.clock(), request.principal.company)
    services.write(responder) { (editor) throws(StoreError) in
      try editor.createStation(identity, body.change(digest), at: now)
      if let company { try editor.assignStation(identity, to: company) }
    } respond: { [self] in
      services.ownership.set(identity, company, since: now)
      services.gateway.directory.set(
        identity, StationAccess(isEnabled: body.enabled ?? true, credential: digest))
      show(identity, 201, responder)
    }
  }

  private func change(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let body = try request.body(ChargePointBody.self, ChargePointBody.shape)
    let identity = Text(request.argument(0))
    try body.check()
    let digest = body.digest
    services.write(responder) { (editor) throws(StoreError) in
      try editor.updateStation(identity, body.change(digest))
    } respond: { [self] in
      let directory = services.gateway.directory
      let access = directory.update(identity) { known in
        var access = known ?? StationAccess()
        if let enabled = body.enabled { access.isEnabled = enabled }
        if let digest {
          access.credential = digest
          access.trials = []
        }
        known = access
        return access
      }
      // Who may no longer come in does not stay in either.
      if !access.isEnabled || digest != nil {
        _ = services.gateway.disconnect(identity, reason: "Its access was changed.")
      }
      show(identity, 200, responder)
    }
  }

  private func delete(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let identity = Text(request.argument(0))
    let (cascade, company) = (try request.boolean("cascade"), request.principal.company)
    services.write(responder) { (editor) throws(StoreError) in
      try editor.deleteStation(identity, cascade: cascade, seenBy: company)
    } respond: { [self] in
      services.forget(identity)
      services.renewRevocations { responder.empty() }
    }
  }
}
