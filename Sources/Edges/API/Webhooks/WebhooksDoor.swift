import Access
import CSMSCore
import Network
import OCPPJSON
import Store
import Webhooks

/// `/webhooks`: where events are sent, and what became of them.
struct WebhooksDoor: Sendable {
  let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [list, create, show, change, remove, renew, test] + deliveryRoutes
  }

  // MARK: Shapes

  static let types = Shape.list(
    .words(EventType.allCases.map { "\($0.word)" }), 1...EventType.allCases.count)

  private static let members: [Shape.Member] = [
    .init("id", .anyText, required: true),
    .init("company_id", .anyText, "Whose events; not there for everybody's."),
    .init("url", .anyText, required: true), .init("description", .anyText),
    .init("event_types", .list(.anyText), required: true),
    .init("enabled", .boolean, required: true), .init("created_at", .instant, required: true),
    .init("updated_at", .instant, required: true),
  ]

  static let count = Shape.integer(0...Int.max)
  private static let shape = Shape.named("Webhook", .object(members))
  private static let shownShape = Shape.object(
    members + [
      .init("waiting", count, "Deliveries that were not taken yet.", required: true),
      .init("parked", count, "Deliveries that were given up.", required: true),
      .init("dropped", count, "Parked ones that had to make room for newer ones.", required: true),
    ])
  private static let secretMember = Shape.Member(
    "secret", .anyText, "What deliveries are signed with; in this answer and never again.",
    required: true)

  private static let changeable: [Shape.Member] = [
    .init("url", .text(1...WebhookTargets.urlLength), "https://…"),
    .init("event_types", types, "All when left out."),
    .init("description", .orNull(.text(0...200))),
    .init(
      "enabled", .boolean, "Whether events are sent. While it is off none are put aside for it."),
    .init(
      "secret", .text(16...128), "What deliveries are signed with; generated when left out."),
  ]

  private static let newShape = Shape.object(
    [
      .init("id", .text(1...64), "Letters, digits, \".\", \"_\" and \"-\"; made when left out."),
      .init("company_id", .orNull(.text(1...64)), "Whose events; null for everybody's."),
    ]
      + changeable.map { member in
        Shape.Member(
          member.name, member.shape, member.summary, required: member.name == "url")
      })

  static func json(_ row: WebhookRow, _ more: [(String, JSONValue?)] = []) -> JSONValue {
    .members(
      [
        ("id", .text(row.id)), ("company_id", row.company.map { .text($0) }),
        ("url", .text(row.url)), ("description", row.description.map { .text($0) }),
        ("event_types", .list(row.types.list.map { .text(Text($0.word)) })),
        ("enabled", .bool(row.isEnabled)), ("created_at", .instant(row.createdAt)),
        ("updated_at", .instant(row.updatedAt)),
      ] + more)
  }

  static func id(_ request: APIRequest) -> Text { Text(request.argument(0)) }

  // MARK: Routes

  private var list: Route {
    Route("GET", "/webhooks") { [self] (request, responder) throws(Problem) in
      let limit = try request.integer("limit", default: 100, in: 1...1000)
      let (company, cursor) = (request.principal.company, request.query("cursor").map { Text($0) })
      services.read(responder) { (reader) throws(StoreError) in
        try reader.webhooks(of: company, after: cursor, limit: limit)
      } respond: { rows in
        responder.json(
          .members([
            ("webhooks", .list(rows.map { WebhooksDoor.json($0) })),
            ("next_cursor", rows.count == limit ? rows.last.map { .text($0.id) } : nil),
          ]))
      }
    }.documented(
      Operation("Webhooks", "The webhooks", "Without their secrets.").paged()
        .answers(200, "A page, by id.", Shapes.page("webhooks", WebhooksDoor.shape))
        .problems(400, 503)
    ).open(reach: .own)
  }

  private var create: Route {
    Route("POST", "/webhooks") { [self] (request, responder) throws(Problem) in
      let body = try request.body(WebhooksDoor.newShape)
      let company = try owner(body, request)
      let id = try newID(body)
      let secret = body.optionalText("secret")?.description ?? WebhookSignature.makeSecret()
      let row = WebhookRow(
        id: id, company: company, url: try url(body) ?? Text(),
        description: body.optionalText("description"), types: WebhooksDoor.types(body) ?? .all,
        isEnabled: body.boolean("enabled") ?? true, sealedSecret: seal(secret, id),
        at: services.clock())
      write(responder, 201, ("secret", .string(secret))) { (editor) throws(StoreError) in
        try editor.createWebhook(row)
      }
    }.documented(
      Operation(
        "Webhooks", "Have events sent to you",
        "Each event is POSTed as {\"id\", \"type\", \"station_id\", \"transaction_id\", \"data\", "
          + "\"timestamp\"} with X-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256 of \"t.body\">, "
          + "at least once, in order per session; answer 2xx within 30 seconds. What is not taken "
          + "is sent again, for 24 hours."
      )
      .takes(WebhooksDoor.newShape)
      .answers(201, "The webhook.", .object(WebhooksDoor.members + [WebhooksDoor.secretMember]))
      .problems(400, 404, 409, 503)
    ).open(reach: .own)
  }

  private var show: Route {
    Route("GET", "/webhooks/{webhook_id}") { [self] (request, responder) in
      let (id, company) = (WebhooksDoor.id(request), request.principal.company)
      services.read(responder) { (reader) throws(StoreError) -> (WebhookRow, DeliveryCounts)? in
        guard let row = try reader.webhook(id, of: company) else { return nil }
        return (row, try reader.deliveryCounts(of: row.number))
      } respond: { found in
        guard let (row, counts) = found else {
          return responder.problem(.notFound("Webhook \(id)"))
        }
        responder.json(
          WebhooksDoor.json(
            row,
            [
              ("waiting", .integer(counts.waiting)), ("parked", .integer(counts.parked)),
              ("dropped", .integer(row.dropped)),
            ]))
      }
    }.documented(
      Operation("Webhooks", "One webhook, and how much waits for it").webhook()
        .answers(200, "The webhook.", WebhooksDoor.shownShape).problems(404, 503)
    ).open(reach: .own)
  }

  private var change: Route {
    Route("PATCH", "/webhooks/{webhook_id}") { [self] (request, responder) throws(Problem) in
      let body = try request.body(.object(WebhooksDoor.changeable))
      let (id, company, now) = (
        WebhooksDoor.id(request), request.principal.company, services.clock()
      )
      var change = WebhookChange()
      change.url = try url(body)
      change.types = WebhooksDoor.types(body)
      change.isEnabled = body.boolean("enabled")
      if body.has("description") { change.description = .some(body.optionalText("description")) }
      change.sealedSecret = body.optionalText("secret").map { seal($0.description, id) }
      let final = change
      write(responder, 200) { (editor) throws(StoreError) in
        try editor.updateWebhook(id, final, seenBy: company, at: now)
      }
    }.documented(
      Operation(
        "Webhooks", "Change a webhook",
        "What waits goes to the new URL, signed with the new secret."
      ).webhook()
        .takes(.object(WebhooksDoor.changeable))
        .answers(200, "The webhook.", WebhooksDoor.shape).problems(400, 404, 503)
    ).open(reach: .own)
  }

  private var remove: Route {
    Route("DELETE", "/webhooks/{webhook_id}") { [self] (request, responder) in
      let (id, company) = (WebhooksDoor.id(request), request.principal.company)
      services.write(responder) { (editor) throws(StoreError) in
        try editor.removeWebhook(id, seenBy: company)
      } respond: {
        services.webhooks.webhooksChanged()
        responder.empty()
      }
    }.documented(
      Operation("Webhooks", "Remove a webhook", "With everything that waits for it.").webhook()
        .answers(204, "It is gone.").problems(404, 503)
    ).open(reach: .own)
  }

  private var renew: Route {
    Route("POST", "/webhooks/{webhook_id}/secret") { [self] (request, responder) in
      let (id, company, now) = (
        WebhooksDoor.id(request), request.principal.company, services.clock()
      )
      let secret = WebhookSignature.makeSecret()
      var change = WebhookChange()
      change.sealedSecret = seal(secret, id)
      let final = change
      write(responder, 200, ("secret", .string(secret))) { (editor) throws(StoreError) in
        try editor.updateWebhook(id, final, seenBy: company, at: now)
      }
    }.documented(
      Operation("Webhooks", "Make a new secret", "The old one signs nothing from now on.")
        .webhook()
        .answers(200, "The webhook.", .object(WebhooksDoor.members + [WebhooksDoor.secretMember]))
        .problems(404, 503)
    ).open(reach: .own)
  }
}

extension Operation {
  func webhook() -> Operation { path("webhook_id", .text(1...Int.max), "Its id.") }
}
