import Access
import CSMSCore
import OCPPJSON
import Store

/// `/db/events…`: what happened in sessions, over all of them. Those of the ledger are what stations
/// said, and stay as they are; others are noted, changed and deleted here.
struct SessionEventsDoor: Sendable {
  /// How many sessions one page looks at; a page that ends early has a next_cursor all the same.
  static let sessionsPerPage = 1_000
  private static let tag = "Events"

  private let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [list, note, show, forget] + [change("PATCH"), change("PUT")] + ofSession
  }

  private static let filters = [
    RecordResource.Filter("company_id"), RecordResource.Filter("site_id"),
    RecordResource.Filter("charger_id"), RecordResource.Filter("driver_id"),
    RecordResource.Filter("session_id", "id", .equal, .integer),
  ]

  private static func company(_ request: APIRequest) -> [RecordCondition] {
    request.principal.company.map { [RecordCondition("company_id", .equal, .text($0))] } ?? []
  }

  // MARK: Lists

  /// Where a page begins: before the event at this place, counted from the session's oldest.
  private struct Place {
    var session: Int64
    var index: Int

    init(_ session: Int64, _ index: Int) {
      self.session = session
      self.index = index
    }

    init?(_ text: String) {
      let parts = text.split(separator: "_").map { Int($0) }
      guard parts.count == 2, let session = parts[0], let index = parts[1],
        (0...2_147_483_647).contains(session), index >= 0
      else { return nil }
      self.init(Int64(session), index)
    }

    var text: String { "\(session)_\(index)" }
  }

  private struct Query: Sendable {
    var conditions: [RecordCondition]
    var type: Text?
    var from: DateTime?
    var to: DateTime?
    var limit: Int
    var skip: Int

    func takes(_ event: SessionEvents.Event) -> Bool {
      (type == nil || event.type == type) && (from.map { event.at >= $0 } ?? true)
        && (to.map { event.at < $0 } ?? true)
    }
  }

  private var list: Route {
    Route("GET", "/db/events") { [self] (request, responder) throws(Problem) in
      var conditions = SessionEventsDoor.company(request)
      for filter in SessionEventsDoor.filters {
        if let condition = try filter.condition(request) { conditions.append(condition) }
      }
      var start: Place?
      if let text = request.query("cursor") {
        guard let place = Place(text) else {
          throw .invalid("cursor", "must be the next_cursor of an earlier answer")
        }
        start = place
      }
      let query = Query(
        conditions: conditions, type: request.query("type").map { Text($0) },
        from: try request.instant("from"), to: try request.instant("to"),
        limit: try request.integer("limit", default: 100, in: 1...1000),
        skip: try request.integer("skip", default: 0, in: 0...RecordLimits.skip))
      let first = start
      services.read(responder) { (reader) throws(StoreError) in
        try SessionEventsDoor.page(query, from: first, reader)
      } respond: { events, next in
        responder.json(
          .members([("events", .list(events)), ("next_cursor", next.map { .string($0) })]))
      }
    }.documented(
      SessionEventsDoor.filters.reduce(
        Operation(
          SessionEventsDoor.tag, "The events of all sessions",
          "Session by session, the newest session first, and in it the newest event first. "
            + Shapes.shortPages)
      ) { $0.query($1.name, $1.shape, "Of this only.") }
      .query("type", .anyText, "Of this type only: Started, Updated, Ended, or what was noted.")
      .query("from", .instant, "At or after this.").query("to", .instant, "Before this.")
      .paged().query("skip", .integer(0...RecordLimits.skip), "How many to pass over (0).")
      .answers(200, "A page.", Shapes.page("events", SessionEvents.shape)).problems(400, 503)
    ).open(reach: .own)
  }

  private static func page(
    _ query: Query, from start: Place?, _ reader: StoreReader
  ) throws(StoreError) -> ([JSONValue], String?) {
    var found: [JSONValue] = []
    var toSkip = query.skip
    var looked = 0
    var after = start.map { $0.session + 1 }
    while looked < sessionsPerPage {
      let sessions = try reader.page(
        RecordResource.sessionKind, where: query.conditions, after: after.map(RecordValue.integer),
        limit: 50)
      for session in sessions.rows {
        looked += 1
        let id = session["id"].integer ?? 0
        let events = try SessionEvents(session, reader).oldestFirst
        let end = id == start?.session ? min(start?.index ?? 0, events.count) : events.count
        for index in (0..<end).reversed() where query.takes(events[index]) {
          if toSkip > 0 {
            toSkip -= 1
            continue
          }
          if found.count == query.limit { return (found, Place(id, index + 1).text) }
          found.append(events[index].json)
        }
      }
      guard let next = sessions.next?.integer else { return (found, nil) }
      after = next
      // It ended early: that was much.
      if sessions.rows.count < 50 { break }
    }
    return (found, after.map { Place($0, 0).text })
  }

  private func session(
    _ request: APIRequest, _ number: Int, _ responder: Responder,
    _ go: @escaping @Sendable (Record) -> Void
  ) {
    let conditions =
      SessionEventsDoor.company(request) + [RecordCondition("id", .equal, .integer(Int64(number)))]
    services.read(responder) { (reader) throws(StoreError) in
      try reader.record(RecordResource.sessionKind, where: conditions)
    } respond: { session in
      guard let session else { return responder.problem(.notFound("Session \(number)")) }
      go(session)
    }
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
        guard var event = noted else { return responder.problem(SessionEventsDoor.fixed) }
        // What was checked above does not fail now.
        try? event.take(body, replacing: isReplacing)
        event.updatedAt = now
        let changed = event
        services.write(responder) { (editor) throws(StoreError) in
          try editor.changeEvent(changed)
        } respond: {
          responder.json(SessionEvents.json(changed))
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

  private func remove(_ event: Int, of session: Int, _ responder: Responder) {
    services.write(responder) { (editor) throws(StoreError) in
      try editor.removeEvent(event, of: session)
    } respond: {
      responder.empty()
    }
  }

  // MARK: Noting

  private static let noteMembers: [Shape.Member] =
    SessionEvents.members + [.init("date_time", .instant, "Now, when left out.")]

  private func note(
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

  private var note: Route {
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

  // MARK: Below a session

  private var ofSession: [Route] {
    let path = "/db/charge-sessions/{session_id}/events"
    let shape = Shape.object(SessionEventsDoor.noteMembers)
    @Sendable func number(_ request: APIRequest) -> Int { Int(request.argument(0)) ?? -1 }
    return [
      Route("GET", path) { [self] (request, responder) throws(Problem) in
        let limit = try request.integer("limit", default: 100, in: 1...1000)
        let skip = try request.integer("skip", default: 0, in: 0...RecordLimits.skip)
        let cursor = try request.integer("cursor", default: 0, in: 0...RecordLimits.skip)
        session(request, number(request), responder) { session in
          services.read(responder) { (reader) throws(StoreError) in
            try SessionEvents(session, reader).newestFirst
          } respond: { all in
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
          SessionEventsDoor.tag, "A session's events",
          "Those of the ledger and those that were noted, newest first."
        )
        .path("session_id", .text(1...Int.max), "Its id.")
        .query("limit", .integer(1...1000), "How many at most (100).")
        .query("cursor", .integer(0...RecordLimits.skip), "The next_cursor of the page before.")
        .query("skip", .integer(0...RecordLimits.skip), "How many to pass over (0).")
        .answers(200, "A page.", Shapes.page("events", SessionEvents.shape))
        .problems(400, 404, 503)
      ).open(reach: .own),
      Route("POST", path) { [self] (request, responder) throws(Problem) in
        try note(try request.body(shape), of: number(request), request, responder)
      }.documented(
        Operation(SessionEventsDoor.tag, "Note an event of this session")
          .path("session_id", .text(1...Int.max), "Its id.").takes(shape)
          .answers(201, "The event.", SessionEvents.shape).problems(400, 404, 409, 503)
      ).open(reach: .own),
      Route("DELETE", path + "/{event_id}") { [self] (request, responder) throws(Problem) in
        let event = Int(request.argument(1)) ?? 0
        session(request, number(request), responder) { _ in
          remove(event, of: number(request), responder)
        }
      }.documented(
        Operation(
          SessionEventsDoor.tag, "Delete a noted event of this session", "Those of the ledger stay."
        )
        .path("session_id", .text(1...Int.max), "Its id.")
        .path("event_id", .text(1...Int.max), "Its id.").answers(204, "It is gone.")
        .problems(404, 503)
      ).open(reach: .own),
    ]
  }
}
