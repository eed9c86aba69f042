import Access
import CSMSCore
import Network
import OCPPJSON
import Store

/// `/api/events`: what happens, live or page by page.
struct EventsDoor: Sendable {
  private let services: Services

  init(_ services: Services) { self.services = services }

  static let shape = Shape.named(
    "Event",
    .object([
      .init("id", .anyText, required: true),
      .init("type", .words(EventType.allCases.map { "\($0.word)" }), required: true),
      .init("station_id", .orNull(.anyText), required: true),
      .init("transaction_id", .orNull(.natural), required: true),
      .init("data", .map(.anything), required: true),
      .init("timestamp", .instant, required: true),
    ]))

  var routes: [Route] {
    [
      Route("GET", "/api/events") { [self] (request, responder) throws(Problem) in
        let (query, after) = (try EventsDoor.query(request), try EventsDoor.position(request))
        if try EventsDoor.follows(request) {
          try follow(query, after, request, responder)
        } else {
          try page(query, after ?? 0, request, responder)
        }
      }.documented(EventsDoor.operation).open(reach: .own)
    ]
  }

  private static let operation =
    Operation(
      "Webhooks", "Events as they happen",
      "Server-Sent Events that do not end: the same bodies that webhooks get, each under its type, "
        + "with its id. A client that comes back with Last-Event-ID (or after) goes on where it "
        + "was; when some of what came after it is not kept any more, an event gap says so first. "
        + "A slow client is waited for, and cut when it takes nothing for a minute. With "
        + "follow=false the answer is a page of what is kept, oldest first: ask again with "
        + "after=last_event_id."
    )
    .query("types", .anyText, "Of these types only, separated by commas.")
    .query("station_id", .anyText, "Of this station only.")
    .query("after", .integer(0...Int.max), "After this event only, as Last-Event-ID.")
    .query("follow", .boolean, "Whether to go on live (true).")
    .query("limit", .integer(1...1000), "How many at most on a page (100).")
    .answers(200, "Events without end.", .anyText, type: "text/event-stream")
    .answers(
      200, "With follow=false, a page.",
      .object([
        .init("events", .list(shape), required: true),
        .init("last_event_id", .anyText, "For the next page.", required: true),
        .init("has_more", .boolean, "Whether there is more already.", required: true),
      ])
    )
    .problems(400, 429, 503)

  // MARK: The query

  private static func query(_ request: APIRequest) throws(Problem) -> EventQuery {
    var query = EventQuery()
    query.company = request.principal.company
    query.station = request.query("station_id").map { Text($0) }
    guard let words = request.query("types") else { return query }
    query.types = []
    for word in words.split(separator: ",") {
      guard let type = EventType(word: Text(word)) else {
        let all = EventType.allCases.map { "\($0.word)" }.joined(separator: ", ")
        throw .invalid("types", "must be some of \(all), separated by commas")
      }
      query.types.insert(EventTypes(type))
    }
    return query
  }

  /// Browsers say it in the header when they connect again, which is newer than what the URL says.
  private static func position(_ request: APIRequest) throws(Problem) -> Int64? {
    if let field = request.http.header("last-event-id") {
      guard let id = Int64(field), id >= 0 else {
        throw .invalid("Last-Event-ID", "must be the id of an event")
      }
      return id
    }
    guard request.query("after") != nil else { return nil }
    return Int64(try request.integer("after", default: 0, in: 0...Int.max))
  }

  private static func follows(_ request: APIRequest) throws(Problem) -> Bool {
    request.query("follow") == nil ? true : try request.boolean("follow")
  }

  // MARK: Answers

  private func follow(
    _ query: EventQuery, _ after: Int64?, _ request: APIRequest, _ responder: Responder
  ) throws(Problem) {
    let tail = EventTail(
      services.events, query, responder.loop, isAllowed: services.mayStillSee(request))
    guard services.events.join(tail) else {
      throw Problem(
        429,
        "As many clients follow the events as may (\(EventFeed.Limits.followers), of one company "
          + "\(EventFeed.Limits.followersOfCompany)).")
    }
    let stream = responder.stream(type: "text/event-stream") { tail.end() }
    guard let stream else { return services.events.leave(tail) }
    tail.start(stream, after: after)
  }

  private func page(
    _ query: EventQuery, _ after: Int64, _ request: APIRequest, _ responder: Responder
  ) throws(Problem) {
    let limit = try request.integer("limit", default: 100, in: 1...1000)
    let services = services
    // Who asks page by page listens too: what comes from now on is kept.
    services.events.follow { result in
      if case .failure(let error) = result { return responder.problem(Problem(error)) }
      services.events.read(query, after: after, limit: limit) { result in
        services.finish(result, responder) { page in
          var writer = JSONWriter(capacity: 4096)
          writer.beginObject()
          writer.key("events")
          writer.beginArray()
          for event in page.events {
            writer.item()
            event.write(&writer)
          }
          writer.endArray()
          writer.key("last_event_id")
          writer.text(Text("\(page.through)"))
          writer.key("has_more")
          writer.bool(page.through < page.newest)
          writer.endObject()
          responder.raw(200, writer.withBytes { [UInt8]($0) })
        }
      }
    }
  }
}
