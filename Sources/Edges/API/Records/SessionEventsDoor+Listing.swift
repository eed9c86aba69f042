import OCPPJSON
import Store

/// The events of all sessions, page by page.
extension SessionEventsDoor {
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

  var list: Route {
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

  func session(
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
}
