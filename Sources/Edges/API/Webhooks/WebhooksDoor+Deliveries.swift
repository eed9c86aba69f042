import Access
import CSMSCore
import OCPPJSON
import Store
import Webhooks

/// What became of the events of one webhook.
extension WebhooksDoor {
  var deliveryRoutes: [Route] { [deliveries, redeliver, redeliverAll] }

  private static let shape = Shape.named(
    "Delivery",
    .object([
      .init("event_id", .anyText, required: true),
      .init("type", .anyText, required: true), .init("station_id", .anyText),
      .init("transaction_id", .natural), .init("data", .map(.anything), required: true),
      .init("timestamp", .instant, "When it happened.", required: true),
      .init("status", .words(DeliveryStatus.allCases.map(\.word)), required: true),
      .init("attempts", .integer(0...Int.max), required: true),
      .init("next_attempt_at", .instant, "Of one that waits: not before this."),
      .init("last_attempt_at", .instant), .init("response_status", .integer(100...999)),
      .init("error", .anyText, "Why it was not taken."),
    ]))

  private static func json(_ row: DeliveryRow) -> JSONValue {
    let isWaiting = row.status == .waiting
    return .members([
      ("event_id", .string("\(row.event.id)")), ("type", .text(Text(row.event.type.word))),
      ("station_id", row.event.station.map { .text($0) }),
      ("transaction_id", row.event.transaction.map { .integer(Int($0)) }),
      ("data", (try? JSONValue(parsing: row.event.data.bytes)) ?? [:]),
      ("timestamp", .instant(row.event.at)), ("status", .string(row.status.word)),
      ("attempts", .integer(row.attempts)),
      ("next_attempt_at", isWaiting ? .instant(row.nextAt) : nil),
      ("last_attempt_at", row.lastAt.map { .instant($0) }),
      ("response_status", row.response.map { .integer($0) }),
      ("error", row.failure.map { .text($0) }),
    ])
  }

  private var deliveries: Route {
    Route("GET", "/webhooks/{webhook_id}/deliveries") {
      [self] (request, responder) throws(Problem) in
      let limit = try request.integer("limit", default: 100, in: 1...1000)
      let before = try request.integer("cursor", default: .max, in: 1...Int.max)
      let status = try request.query("status").map { (word) throws(Problem) in
        guard let status = DeliveryStatus.allCases.first(where: { $0.word == word }) else {
          let words = DeliveryStatus.allCases.map(\.word).joined(separator: ", ")
          throw .invalid("status", "must be one of \(words)")
        }
        return status
      }
      let (id, company) = (WebhooksDoor.id(request), request.principal.company)
      services.read(responder) { (reader) throws(StoreError) -> [DeliveryRow]? in
        guard let row = try reader.webhook(id, of: company) else { return nil }
        return try reader.deliveries(
          of: row.number, status: status, before: Int64(before), limit: limit)
      } respond: { rows in
        guard let rows else { return responder.problem(.notFound("Webhook \(id)")) }
        responder.json(
          .members([
            ("deliveries", .list(rows.map { WebhooksDoor.json($0) })),
            (
              "next_cursor",
              rows.count == limit ? rows.last.map { .string("\($0.event.id)") } : nil
            ),
          ]))
      }
    }.documented(
      Operation("Webhooks", "What became of the events, newest first").webhook()
        .query("status", .words(DeliveryStatus.allCases.map(\.word)), "Those only.")
        .paged().answers(200, "A page.", Shapes.page("deliveries", WebhooksDoor.shape))
        .problems(400, 404, 503)
    ).open(reach: .own)
  }

  private static let redelivered = Shape.object([
    .init("redelivered", .integer(0...Int.max), "How many wait again.", required: true)
  ])

  private var redeliver: Route {
    Route("POST", "/webhooks/{webhook_id}/deliveries/{event_id}/redeliver") {
      [self] (request, responder) throws(Problem) in
      guard let event = Int64(request.argument(1)) else {
        throw .notFound("Event \(request.argument(1))")
      }
      let (id, company, now) = (
        WebhooksDoor.id(request), request.principal.company, services.clock()
      )
      services.write(responder) { (editor) throws(StoreError) in
        try editor.redeliver(event, to: id, seenBy: company, at: now)
      } respond: { row in
        services.webhooks.requeued(row.number)
        responder.json(202, ["redelivered": 1])
      }
    }.documented(
      Operation("Webhooks", "Send an event again", "One that was given up, or taken before.")
        .webhook().path("event_id", .text(1...Int.max), "The event's id.")
        .answers(202, "It waits.", WebhooksDoor.redelivered).problems(404, 503)
    ).open(reach: .own)
  }

  private var redeliverAll: Route {
    Route("POST", "/webhooks/{webhook_id}/redeliver") { [self] (request, responder) in
      let (id, company, now) = (
        WebhooksDoor.id(request), request.principal.company, services.clock()
      )
      services.write(responder) { (editor) throws(StoreError) in
        try editor.redeliverParked(to: id, seenBy: company, at: now)
      } respond: { row, count in
        services.webhooks.requeued(row.number)
        responder.json(202, ["redelivered": .integer(count)])
      }
    }.documented(
      Operation("Webhooks", "Send everything again that was given up").webhook()
        .answers(202, "They wait.", WebhooksDoor.redelivered).problems(404, 503)
    ).open(reach: .own)
  }
}
