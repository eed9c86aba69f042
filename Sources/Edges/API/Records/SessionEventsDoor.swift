import Access
import CSMSCore
import OCPPJSON
import Store

/// `/db/events…`: what happened in sessions, over all of them. Those of the ledger are what stations
/// said, and stay as they are; others are noted, changed and deleted here.
struct SessionEventsDoor: Sendable {
  /// How many sessions one page looks at; a page that ends early has a next_cursor all the same.
  static let sessionsPerPage = 1_000
  static let tag = "Events"

  let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [list, note, show, forget] + [change("PATCH"), change("PUT")] + ofSession
  }

  static let filters = [
    RecordResource.Filter("company_id"), RecordResource.Filter("site_id"),
    RecordResource.Filter("charger_id"), RecordResource.Filter("driver_id"),
    RecordResource.Filter("session_id", "id", .equal, .integer),
  ]

  static func company(_ request: APIRequest) -> [RecordCondition] {
    request.principal.company.map { [RecordCondition("company_id", .equal, .text($0))] } ?? []
  }

  // MARK: One

  /// "7-m3" is of session 7; a number is one that was noted.
  private func find(
    _ request: APIRequest, _ responder: Responder,
    _ go: @escaping @Sendable (_ noted: NotedEvent?, _ json: JSONValue) -> Void
  ) {
    let text = request.argument(0)
    let parts = text.split(separator: "-", maxSplits: 1)
    let conditions = SessionEventsDoor.company(request)
    services.read(responder) { (reader) throws(StoreError) -> (NotedEvent?, JSONValue)? in
      let noted = parts.count == 1 ? try reader.notedEvent(Int(text) ?? 0) : nil
      guard let session = noted?.session ?? (parts.count == 2 ? Int(parts[0]) : nil) else {
        return nil
      }
      let mine = conditions + [RecordCondition("id", .equal, .integer(Int64(session)))]
      guard let record = try reader.record(RecordResource.sessionKind, where: mine) else {
        return nil
      }
      if let noted { return (noted, SessionEvents.json(noted)) }
      let json = try SessionEvents(record, reader).oldestFirst.map(\.json)
        .first { $0["id"] == .string(text) }
      return json.map { (nil, $0) }
    } respond: { found in
      guard let (noted, json) = found else {
        return responder.problem(.notFound("Event \(text)"))
      }
      go(noted, json)
    }
  }

  private var show: Route {
    Route("GET", "/db/events/{event_id}") { [self] request, responder in
      find(request, responder) { responder.json($1) }
    }.documented(
      Operation(SessionEventsDoor.tag, "An event").path("event_id", .text(1...Int.max), "Its id.")
        .answers(200, "The event.", SessionEvents.shape).problems(404, 503)
    ).open(reach: .own)
  }

  private static let fixed = Problem(
    409, "This event is what the ledger says of its station; it stays as it is.")

  private func change(_ method: String) -> Route {
    let isReplacing = method == "PUT"
    let shape = Shape.object(
      SessionEvents.members.map {
        $0.name == "type"
          ? Shape.Member($0.name, $0.shape, $0.summary, required: isReplacing)
          : Shape.Member($0.name, .orNull($0.shape), $0.summary)
      } + [.init("date_time", .instant)])
    return Route(method, "/db/events/{event_id}") { [self] (request, responder) throws(Problem) in
      let body = try request.body(shape)
      var probe = NotedEvent(at: services.clock(), type: "x")
      try probe.take(body, replacing: isReplacing)
      let now = services.clock()
      find(request, responder) { noted, _ in
        guard let noted else { return responder.problem(SessionEventsDoor.fixed) }
        services.write(responder) { (editor) throws(StoreError) in
          try editor.changeEvent(noted.id, at: now) { event in
            // What was checked above does not fail now.
            try? event.take(body, replacing: isReplacing)
          }
        } respond: { event in
          responder.json(SessionEvents.json(event))
        }
      }
    }.documented(
      Operation(
        SessionEventsDoor.tag, isReplacing ? "Replace a noted event" : "Change a noted event",
        "Those of the ledger stay as they are."
      )
      .path("event_id", .text(1...Int.max), "Its id.").takes(shape)
      .answers(200, "The event.", SessionEvents.shape).problems(400, 404, 409, 503)
    ).open(reach: .own)
  }

  private var forget: Route {
    Route("DELETE", "/db/events/{event_id}") { [self] request, responder in
      find(request, responder) { noted, _ in
        guard let noted else { return responder.problem(SessionEventsDoor.fixed) }
        remove(noted.id, of: noted.session, responder)
      }
    }.documented(
      Operation(SessionEventsDoor.tag, "Delete a noted event", "Those of the ledger stay.")
        .path("event_id", .text(1...Int.max), "Its id.").answers(204, "It is gone.")
        .problems(404, 409, 503)
    ).open(reach: .own)
  }

  func remove(_ event: Int, of session: Int, _ responder: Responder) {
    services.write(responder) { (editor) throws(StoreError) in
      try editor.removeEvent(event, of: session)
    } respond: {
      responder.empty()
    }
  }

  // MARK: Noting

  static let noteMembers: [Shape.Member] =
    SessionEvents.members + [.init("date_time", .instant, "Now, when left out.")]

  func note(
    _ body: FormValues, of session: Int, _ request: APIRequest, _ responder: Responder
  ) throws(Problem) {
    let now = services.clock()
    var made = NotedEvent(at: now, type: body.text("type"))
    made.session = session
    made.createdAt = now
    made.updatedAt = now
    try made.take(body)
    let event = made
    self.session(request, session, responder) { _ in
      services.write(responder) { (editor) throws(StoreError) in
        try editor.noteEvent(event, of: session, at: now)
      } respond: { number in
        var event = event
        event.id = number
        responder.json(201, SessionEvents.json(event))
      }
    }
  }

  var note: Route {
    let shape = Shape.object(
      [.init("session_id", .natural, required: true)] + SessionEventsDoor.noteMembers)
    return Route("POST", "/db/events") { [self] (request, responder) throws(Problem) in
      let body = try request.body(shape)
      try note(body, of: body.integer("session_id"), request, responder)
    }.documented(
      Operation(SessionEventsDoor.tag, "Note an event of a session").takes(shape)
        .answers(201, "The event.", SessionEvents.shape).problems(400, 404, 409, 503)
    ).open(reach: .own)
  }
}
