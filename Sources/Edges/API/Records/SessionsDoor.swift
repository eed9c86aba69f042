import Access
import CSMSCore
import OCPP16
import OCPPJSON
import Store

/// `/db/charge-sessions…` beyond the ordinary: how sessions begin and end, and their events.
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
    records.routes(resource) + [begin, end, events, note, forget]
      + SessionCostDoor(services, records).routes
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
      .problems(400, 404, 422, 503)
    ).open(reach: .own)
  }

  private static let endShape = Shape.object([
    .init("end", .instant, "Now, when left out."),
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
        let payload = JSONValue.members([
          ("transactionId", .integer(id)), ("meterStop", body.value("meter_stop")),
          ("timestamp", body.value("end") ?? .instant(services.clock())),
          ("reason", body.value("reason")),
        ])
        desk.say("StopTransaction", payload, for: charger) { result in
          switch result {
          case .success: show(id, 200, responder)
          case .failure(let problem): responder.problem(problem)
          }
        }
      }
    }.documented(
      Operation(
        resource.tag, "End a session by hand", "Has the effect of the charger's StopTransaction."
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

  // MARK: Events

  private static let noteMembers: [Shape.Member] = [
    .init("type", .text(1...64), required: true), .init("trigger_reason", .text(0...64)),
    .init("origin", .text(0...64)), .init("data", .map(.anything)),
    .init("temperature", .number, "In degrees Celsius."),
    .init("current", .number, "In amperes."), .init("voltage", .number, "In volts."),
    .init("meter_value", .int32, "The register, in Wh."),
  ]

  static let eventShape = Shape.named(
    "SessionEvent",
    .object(
      [
        .init("id", .anyText, required: true), .init("session_id", .natural, required: true),
        .init("date_time", .instant, required: true),
      ] + noteMembers))

  private var events: Route {
    Route("GET", "/db/charge-sessions/{session_id}/events") {
      [self] (request, responder) throws(Problem) in
      let limit = try request.integer("limit", default: 100, in: 1...1000)
      let skip = try request.integer("skip", default: 0, in: 0...RecordLimits.skip)
      let cursor = try request.integer("cursor", default: 0, in: 0...RecordLimits.skip)
      find(request, responder) { session in
        let id = Int(session["id"].integer ?? 0)
        services.read(responder) { (reader) throws(StoreError) in
          (try reader.meterRecords(ofTransaction: id), try reader.notedEvents(of: id))
        } respond: { packed, noted in
          let all = SessionEvents(session, packed, noted).newestFirst
          let start = min(skip + cursor, all.count)
          let page = all[start..<min(start + limit, all.count)]
          responder.json(
            .members([
              ("events", .list(Array(page))),
              ("next_cursor", page.endIndex < all.count ? .string("\(page.endIndex)") : nil),
            ]))
        }
      }
    }.documented(
      Operation(
        resource.tag, "A session's events",
        "Those of the ledger and those that were noted, newest first."
      )
      .path("session_id", .text(1...Int.max), "Its id.")
      .query("limit", .integer(1...1000), "How many at most (100).")
      .query("cursor", .integer(0...RecordLimits.skip), "The next_cursor of the page before.")
      .query("skip", .integer(0...RecordLimits.skip), "How many to pass over (0).")
      .answers(200, "A page.", Shapes.page("events", SessionsDoor.eventShape))
      .problems(400, 404, 503)
    ).open(reach: .own)
  }

  private var note: Route {
    let shape = Shape.object(
      SessionsDoor.noteMembers + [.init("date_time", .instant, "Now, when left out.")])
    return Route("POST", "/db/charge-sessions/{session_id}/events") {
      [self] (request, responder) throws(Problem) in
      let body = try request.body(shape)
      let now = services.clock()
      var made = NotedEvent(
        at: body.optionalInstant("date_time") ?? now, type: body.text("type"))
      made.triggerReason = body.optionalText("trigger_reason")
      made.origin = body.optionalText("origin")
      made.data = body.value("data").map { Text(utf8: $0.bytes) }
      made.temperature = body.decimal("temperature")?.canonicalText
      made.current = body.decimal("current")?.canonicalText
      made.voltage = body.decimal("voltage")?.canonicalText
      made.meterValue = body.optionalInteger("meter_value")
      if let data = made.data, data.count > RecordLimits.jsonBytes {
        throw .invalid("data", "must have at most \(RecordLimits.jsonBytes) bytes")
      }
      let event = made
      find(request, responder) { session in
        let id = Int(session["id"].integer ?? 0)
        services.write(responder) { (editor) throws(StoreError) in
          try editor.noteEvent(event, of: id, at: now)
        } respond: { number in
          var event = event
          event.id = number
          responder.json(201, SessionEvents.json(event, of: id))
        }
      }
    }.documented(
      Operation(resource.tag, "Note an event of a session")
        .path("session_id", .text(1...Int.max), "Its id.").takes(shape)
        .answers(201, "The event.", SessionsDoor.eventShape).problems(400, 404, 409, 503)
    ).open(reach: .own)
  }

  private var forget: Route {
    Route("DELETE", "/db/charge-sessions/{session_id}/events/{event_id}") {
      [self] (request, responder) throws(Problem) in
      let event = Int(request.argument(1)) ?? 0
      find(request, responder) { session in
        let id = Int(session["id"].integer ?? 0)
        services.write(responder) { (editor) throws(StoreError) in
          try editor.removeEvent(event, of: id)
        } respond: {
          responder.empty()
        }
      }
    }.documented(
      Operation(resource.tag, "Delete a noted event", "Those of the ledger stay.")
        .path("session_id", .text(1...Int.max), "Its id.")
        .path("event_id", .text(1...Int.max), "Its id.").answers(204, "It is gone.")
        .problems(404, 503)
    ).open(reach: .own)
  }
}

/// The events of a session: what the ledger has, and what was noted.
struct SessionEvents {
  private var events: [(at: DateTime, json: JSONValue)] = []

  init(_ session: Record, _ packed: [UInt8], _ noted: [NotedEvent]) {
    let id = Int(session["id"].integer ?? 0)
    if case .integer(let start) = session["start"] {
      add(
        id, "start", DateTime(milliseconds: start), "Started", "TransactionStarted",
        [("meter_value", session["meter_start"].integer.map { .integer(Int($0)) })])
    }
    for (index, record) in MeterRecords(packed).enumerated() {
      let value = MeterPacking.unpack(record, in: packed)
      add(
        id, "m\(index)", record.timestamp, "Updated", "MeterValues", SessionEvents.figures(value))
    }
    if case .integer(let end) = session["end"] {
      add(
        id, "end", DateTime(milliseconds: end), "Ended", "\(session["reason"].text ?? "Local")",
        [("meter_value", session["meter_stop"].integer.map { .integer(Int($0)) })])
    }
    events += noted.map { (at: $0.at, json: SessionEvents.json($0, of: id)) }
  }

  private mutating func add(
    _ session: Int, _ id: String, _ at: DateTime, _ type: JSONValue, _ reason: String,
    _ more: [(String, JSONValue?)]
  ) {
    events.append(
      (
        at,
        .members(
          [
            ("id", .string(id)), ("session_id", .integer(session)), ("date_time", .instant(at)),
            ("type", type), ("trigger_reason", .string(reason)), ("origin", "ledger"),
          ] + more)
      ))
  }

  /// What a meter value says, in the words of an event; the rest in OCPP's own.
  private static func figures(_ value: MeterValue) -> [(String, JSONValue?)] {
    func number(_ measurand: Measurand) -> OCPPJSON.Decimal? {
      value.sampledValue.first { ($0.measurand ?? .energyActiveImportRegister) == measurand }?
        .value.withUTF8 { OCPPJSON.Decimal(canonical: $0) }
    }
    let raw = (try? JSONValue(parsing: bytes(of: value))) ?? [:]
    return [
      ("temperature", number(.temperature).map { .number($0) }),
      ("current", number(.currentImport).map { .number($0) }),
      ("voltage", number(.voltage).map { .number($0) }),
      ("meter_value", LiveFigures(MeterPacking.pack([value])).register.map { .integer(Int($0)) }),
      ("data", raw),
    ]
  }

  private static func bytes(of value: MeterValue) -> [UInt8] {
    var writer = JSONWriter(capacity: 512)
    value.write(&writer)
    return writer.withBytes { [UInt8]($0) }
  }

  static func json(_ event: NotedEvent, of session: Int) -> JSONValue {
    func number(_ text: Text?) -> JSONValue? {
      text?.withUTF8 { OCPPJSON.Decimal(canonical: $0) }.map { .number($0) }
    }
    return .members([
      ("id", .string("\(event.id)")), ("session_id", .integer(session)),
      ("date_time", .instant(event.at)), ("type", .text(event.type)),
      ("trigger_reason", event.triggerReason.map { .text($0) }),
      ("origin", event.origin.map { .text($0) }),
      ("data", event.data.flatMap { try? JSONValue(parsing: $0.bytes) }),
      ("temperature", number(event.temperature)), ("current", number(event.current)),
      ("voltage", number(event.voltage)),
      ("meter_value", event.meterValue.map { .integer($0) }),
    ])
  }

  var newestFirst: [JSONValue] { events.sorted { $0.at > $1.at }.map(\.json) }
}
