import Access
import Frames
import Gateway
import OCPP16
import OCPPJSON

/// `/api/ocpp/logs`: the journal of frames, newest first, or live.
struct LogsDoor: Sendable {
  private let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [
      Route("GET", "/api/ocpp/logs") { [self] (request, responder) throws(Problem) in
        var query = try LogsDoor.query(request)
        let principal = request.principal
        if principal.company != nil {
          query.sees = { [ownership = services.ownership] station, time in
            ownership.sees(principal, station, at: time)
          }
        }
        guard let frames = services.gateway.frames else {
          throw Problem(404, "This server keeps no journal of frames (--frames-days 0).")
        }
        if try request.boolean("follow") {
          try FrameTail.begin(query, frames, request, services, responder)
        } else {
          search(query, frames, responder)
        }
      }.documented(LogsDoor.operation).open(reach: .own)
    ]
  }

  private static let operation =
    Operation(
      "Logs", "Every frame and event of the stations' sockets, newest first",
      "Calls and their answers know each other: verdict, latency_ms, paired_at. Secrets are starred "
        + "out. A page that ends early because much had to be read still has a next_cursor. With "
        + "follow=true the answer does not end: Server-Sent Events, log for an entry, gap for "
        + "entries that were missed because the reader was too slow. The stream ends when the key or "
        + "token that it was asked for with is good no more, or has other rights."
    )
    .query("level", .words(FrameLevel.allCases.map(\.rawValue)), "Of this importance only.")
    .query("station_id", .anyText, "Of this station only.")
    .query(
      "action", .words(Action.allCases.map { "\($0.word)" }),
      "Calls of this action and their answers only."
    )
    .query("message_type", .words(kinds), "Of this kind only.")
    .query("transaction_id", .natural, "That name this transaction, and what belongs to them.")
    .query("from", .instant, "At or after this.").query("to", .instant, "Before this.")
    .query("follow", .boolean, "Whether to go on live instead.")
    .paged().answers(200, "A page.", Shapes.page("logs", LogJSON.shape))
    .answers(200, "With follow=true, events without end.", .anyText, type: "text/event-stream")
    .problems(400, 404, 429)

  static let kinds = FrameGlance.Kind.allCases.map(\.rawValue)

  private func search(_ query: FrameQuery, _ frames: FrameJournal, _ responder: Responder) {
    services.gateway.handOverFrames {
      frames.search(query) { page in
        responder.json(
          .members([
            ("logs", .list(page.entries.map { LogJSON.value($0) })),
            ("next_cursor", page.next.map { .string(LogsDoor.text($0)) }),
          ]))
      }
    }
  }

  // MARK: The query

  private static func query(_ request: APIRequest) throws(Problem) -> FrameQuery {
    var query = FrameQuery()
    query.limit = try request.integer("limit", default: 100, in: 1...1000)
    query.station = request.query("station_id").map { Text($0) }
    query.action = try request.query("action").map { (word) throws(Problem) in
      guard let action = Action.allCases.first(where: { "\($0.word)" == word }) else {
        throw .invalid("action", "must be an action of OCPP 1.6")
      }
      return action.rawValue
    }
    query.level = try word("level", request)
    query.kind = try word("message_type", request)
    if request.query("transaction_id") != nil {
      query.transaction = try request.integer("transaction_id", default: 0, in: 0...2_147_483_647)
    }
    query.from = try request.instant("from")
    query.to = try request.instant("to")
    query.after = try request.query("cursor").map { (text) throws(Problem) in
      guard let position = position(text) else {
        throw .invalid("cursor", "must be the next_cursor of an earlier answer")
      }
      return position
    }
    return query
  }

  private static func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ request: APIRequest
  ) throws(Problem) -> Word? where Word.RawValue == String {
    guard let text = request.query(name) else { return nil }
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalid(name, "must be one of \(words)")
    }
    return word
  }

  static func text(_ position: FramePosition) -> String {
    "\(position.segment)_\(position.offset)_\(position.index)"
  }

  private static func position(_ text: String) -> FramePosition? {
    let parts = text.split(separator: "_").map { Int($0) }
    guard parts.count == 3, let segment = parts[0], let offset = parts[1], let index = parts[2],
      [segment, offset, index].allSatisfy(FramePosition.bounds.contains)
    else { return nil }
    return FramePosition(segment: segment, offset: offset, index: index)
  }
}

extension APIRequest {
  /// An instant of the query.
  func instant(_ name: String) throws(Problem) -> DateTime? {
    guard let text = query(name) else { return nil }
    guard let time = DateTime(text) else { throw .invalid(name, "must be an RFC 3339 date-time") }
    return time
  }
}
