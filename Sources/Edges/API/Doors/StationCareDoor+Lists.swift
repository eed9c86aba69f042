import CSMSCore
import OCPPJSON
import Store

/// What a station keeps for others: its local list, its reservations, its availability.
extension StationCareDoor {
  private static let reservation = Shape.object([
    .init("reservation_id", .int32, required: true), .init("connector_id", .int32, required: true),
    .init("id_tag", .anyText, required: true), .init("parent_id_tag", .anyText),
    .init("expiry_date", .instant, required: true),
    .init("status", .words(["active", "expired", "cancelled", "used"]), required: true),
    .init("transaction_id", .natural, "The one that began with it."),
    .init("created_at", .instant, required: true), .init("ended_at", .instant),
  ])

  private static let availability = Shape.object([
    .init("connector_id", .int32, "0 is the station.", required: true),
    .init("type", .words(["Operative", "Inoperative"]), required: true),
    .init(
      "result", .anyText, "Scheduled: as soon as no transaction is in the way.", required: true),
    .init("changed_at", .instant, required: true),
  ])

  private static let localList = Shape.object([
    .init("station_id", .anyText, required: true),
    .init("keeps_local_list", .boolean, "Whether it follows the tokens on record.", required: true),
    .init("in_step", .boolean, "As far as the station acknowledged it.", required: true),
    .init("token_count", .natural, "On record.", required: true),
    .init("version", .natural, "The station acknowledged last."),
    .init("entry_count", .natural, "The tokens in it."),
    .init("result", .anyText, "What became of the last attempt."), .init("sent_at", .instant),
  ])

  var listRoutes: [Route] {
    [
      Route("GET", "/charge-points/{id}/reservations") {
        [self] (request, responder) throws(Problem) in
        let limit = try request.integer("limit", default: 100, in: 1...1000)
        let station = Text(request.argument(0))
        let now = services.clock()
        let since = services.ownership.since(request.principal, station)
        services.read(responder) { (reader) throws(StoreError) in
          try reader.station(station) == nil
            ? nil : try reader.reservations(of: station, since: since, limit: limit)
        } respond: { rows in
          guard let rows else { return responder.problem(.notFound("Charge point \(station)")) }
          responder.json(
            .members([("reservations", .list(rows.map { StationCareDoor.json($0, now) }))]))
        }
      }.documented(
        Operation("Stations", "A station's reservations, newest first").station()
          .query("limit", .integer(1...1000), "How many at most (100).")
          .answers(
            200, "The reservations it accepted, since it is its company's.",
            .object([.init("reservations", .list(StationCareDoor.reservation), required: true)])
          ).problems(400, 404, 503)),
      Route("GET", "/charge-points/{id}/availability") { [self] request, responder in
        showAvailability(Text(request.argument(0)), responder)
      }.documented(
        Operation("Stations", "What a station was told about its availability").station()
          .answers(
            200, "By connector.",
            .object([.init("availability", .list(StationCareDoor.availability), required: true)])
          ).problems(404, 503)),
      Route("GET", "/charge-points/{id}/local-list") { [self] request, responder in
        showList(Text(request.argument(0)), responder)
      }.documented(
        Operation("Stations", "How a station's local list stands").station()
          .answers(200, "The list.", StationCareDoor.localList).problems(404, 503)),
    ]
  }

  private static func json(_ row: ReservationRow, _ now: DateTime) -> JSONValue {
    let status =
      switch row.status {
      case .active: row.expiry <= now ? "expired" : "active"
      case .cancelled: "cancelled"
      case .used: "used"
      }
    return .members([
      ("reservation_id", .integer(row.id)), ("connector_id", .integer(row.connector)),
      ("id_tag", .text(row.idTag)), ("parent_id_tag", row.parent.map { .text($0) }),
      ("expiry_date", .instant(row.expiry)), ("status", .string(status)),
      ("transaction_id", row.transaction.map { .integer($0) }),
      ("created_at", .instant(row.createdAt)), ("ended_at", row.endedAt.map { .instant($0) }),
    ])
  }

  private func showAvailability(_ station: Text, _ responder: Responder) {
    services.read(responder) { (reader) throws(StoreError) in
      try reader.station(station) == nil ? nil : try reader.availability(of: station)
    } respond: { rows in
      guard let rows else { return responder.problem(.notFound("Charge point \(station)")) }
      let list = rows.map { row in
        JSONValue.members([
          ("connector_id", .integer(row.connector)),
          ("type", .string(row.isOperative ? "Operative" : "Inoperative")),
          ("result", .text(row.result)), ("changed_at", .instant(row.changedAt)),
        ])
      }
      responder.json(.members([("availability", .list(list))]))
    }
  }

  private func showList(_ station: Text, _ responder: Responder) {
    let keeps = services.care.policy(of: station).keepsLocalList
    let scope = services.care.tokenScope(of: station)
    services.read(responder) { (reader) throws(StoreError) in
      guard try reader.station(station) != nil else { return nil }
      let row = try reader.localList(of: station)
      return (row, try reader.tokenState(since: row?.list.revision ?? 0, in: scope))
    } respond: { (found: (LocalListRow?, LocalListStep.Tokens)?) in
      guard let (row, tokens) = found else {
        return responder.problem(.notFound("Charge point \(station)"))
      }
      responder.json(
        .members([
          ("station_id", .text(station)), ("keeps_local_list", .bool(keeps)),
          ("in_step", .bool(row?.list.revision == tokens.revision)),
          ("token_count", .integer(tokens.count)),
          ("version", row.map { .integer($0.list.version) }),
          ("entry_count", row.map { .integer($0.entryCount) }),
          ("result", row.map { .text($0.result) }), ("sent_at", row.map { .instant($0.sentAt) }),
        ]))
    }
  }
}
