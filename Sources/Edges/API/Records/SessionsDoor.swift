import Access
import CSMSCore
import OCPPJSON
import Store

/// `/db/charge-sessions…` beyond the ordinary: how sessions begin and end.
struct SessionsDoor: Sendable {
  private let services: Services
  private let desk: StationDesk
  private let records: RecordsDoor
  private var resource: RecordResource { .sessions }

  init(_ services: Services) {
    self.services = services
    desk = StationDesk(services)
    records = RecordsDoor(services)
  }

  var routes: [Route] {
    records.routes(resource) + [begin, end] + SessionCostDoor(services, records).routes
      + RecordResource.chargers.items.map { chargerStatus($0) }
  }

  private static let beginShape = Shape.object([
    .init("charger_id", .text(1...48), required: true),
    .init("connector_id", .natural, required: true),
    .init("id_tag", .idTag, "The card's tag.", required: true),
    .init("start", .instant, "Now, when left out."),
    .init("meter_start", .int32, "The register, in Wh (0)."),
  ])

  private var begin: Route {
    Route("POST", "/db/charge-sessions") { [self] (request, responder) throws(Problem) in
      let body = try request.body(SessionsDoor.beginShape)
      let station = body.text("charger_id")
      try services.needStation(station, seenBy: request)
      try services.needSwitchedOn(station)
      let payload = JSONValue.members([
        ("connectorId", body.value("connector_id")), ("idTag", body.value("id_tag")),
        ("meterStart", body.value("meter_start") ?? 0),
        ("timestamp", body.value("start") ?? .instant(services.clock())),
      ])
      desk.say("StartTransaction", payload, for: station) { result in
        switch result {
        case .success(let answer): show(answer.transaction ?? 0, 201, responder)
        case .failure(let problem): responder.problem(problem)
        }
      }
    }.documented(
      Operation(
        resource.tag, "Begin a session by hand", "Has the effect of the charger's StartTransaction."
      )
      .takes(SessionsDoor.beginShape).answers(201, "The session.", resource.shape)
      .problems(400, 404, 409, 422, 503)
    ).open(reach: .own)
  }

  private static let endShape = Shape.object([
    .init("end", .instant, "Now, when left out; not in the future."),
    .init("meter_stop", .int32, "The register, in Wh.", required: true),
    .init("reason", .words(["EVDisconnected", "Local", "Other", "Remote"])),
  ])

  private var end: Route {
    Route("PUT", "/db/charge-sessions/{session_id}/end") {
      [self] (request, responder) throws(Problem) in
      let body = try request.body(SessionsDoor.endShape)
      find(request, responder) { session in
        let (id, charger) = (Int(session["id"].integer ?? 0), session["charger_id"].text ?? Text())
        guard session["start"] != .null, session["end"] == .null else {
          return responder.problem(Problem(409, "Session \(id) is not under way."))
        }
        let latest = services.clock().milliseconds + LedgerLimits.futureToleranceMilliseconds
        if let end = body.optionalInstant("end"), end.milliseconds > latest {
          return responder.problem(Problem(422, "The end is in the future."))
        }
        let payload = JSONValue.members([
          ("transactionId", .integer(id)), ("meterStop", body.value("meter_stop")),
          ("timestamp", body.value("end") ?? .instant(services.clock())),
          ("reason", body.value("reason")),
        ])
        desk.say("StopTransaction", payload, for: charger, teller: .toldByHand) { result in
          switch result {
          case .success: show(id, 200, responder)
          case .failure(let problem): responder.problem(problem)
          }
        }
      }
    }.documented(
      Operation(
        resource.tag, "End a session by hand",
        "Has the effect of the charger's StopTransaction, until that comes: then it says what is billed."
      )
      .path("session_id", .text(1...Int.max), "Its id.").takes(SessionsDoor.endShape)
      .answers(200, "The session.", resource.shape).problems(400, 404, 409, 422, 503)
    ).open(reach: .own)
  }

  private func find(
    _ request: APIRequest, _ responder: Responder, _ go: @escaping @Sendable (Record) -> Void
  ) {
    let conditions = RecordsDoor.conditions(
      resource, "/charge-sessions/{session_id}", request, isItem: true)
    let (kind, missing) = (resource.kind, Problem.notFound("Session \(request.argument(0))"))
    services.read(responder) { (reader) throws(StoreError) in
      try reader.record(kind, where: conditions)
    } respond: { session in
      guard let session else { return responder.problem(missing) }
      go(session)
    }
  }

  private func show(_ id: Int, _ status: Int, _ responder: Responder) {
    let resource = resource
    services.read(responder) { (reader) throws(StoreError) in
      try reader.record(
        resource.kind, where: [RecordCondition("id", .equal, .integer(Int64(id)))])
    } respond: { session in
      guard let session else { return responder.problem(.notFound("Session \(id)")) }
      responder.json(status, resource.json(session))
    }
  }

  // MARK: A charger's status

  private func chargerStatus(_ path: String) -> Route {
    let shape = Shape.object([
      .init(
        "status", .words(["available", "unavailable", "faulted"]), "Of the charger as a whole.",
        required: true)
    ])
    let chargers = RecordResource.chargers
    var operation = Operation(
      chargers.tag, "Tell a charger's status",
      "Has the effect of a StatusNotification of connector 0.")
    for name in RecordResource.names(in: path) {
      operation = operation.path(name, .text(1...Int.max), "Its id.")
    }
    return Route("PUT", "/db\(path)/status") { [self] (request, responder) throws(Problem) in
      let body = try request.body(shape)
      let conditions = RecordsDoor.conditions(chargers, path, request, isItem: true)
      let word = "\(body.text("status"))"
      services.read(responder) { (reader) throws(StoreError) in
        try reader.record(chargers.kind, where: conditions)
      } respond: { charger in
        guard let id = charger?["id"].text else {
          return responder.problem(RecordsDoor.missing(chargers, path, request))
        }
        let payload: JSONValue = [
          "connectorId": 0, "errorCode": "NoError",
          "status": .string(word.prefix(1).uppercased() + word.dropFirst()),
        ]
        desk.say("StatusNotification", payload, for: id) { result in
          if case .failure(let problem) = result { return responder.problem(problem) }
          services.read(responder) { (reader) throws(StoreError) in
            try reader.record(chargers.kind, where: conditions)
          } respond: { charger in
            guard let charger else {
              return responder.problem(RecordsDoor.missing(chargers, path, request))
            }
            responder.json(records.json(chargers, charger))
          }
        }
      }
    }.documented(
      operation.takes(shape).answers(200, "The charger.", chargers.shape)
        .problems(400, 404, 422, 503)
    ).open(reach: .own)
  }
}
