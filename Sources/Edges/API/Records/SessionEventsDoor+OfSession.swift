import Store

/// The routes below one session.
extension SessionEventsDoor {
  var ofSession: [Route] {
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
