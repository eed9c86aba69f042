import Access
import OCPPJSON
import Store

/// `/api-keys`: what programs show instead of signing in.
struct APIKeysDoor: Sendable {
  private let services: Services

  init(_ services: Services) { self.services = services }

  private static let members: [Shape.Member] = [
    .init("name", .anyText, required: true), .init("role", UsersDoor.role, required: true),
    .init("company_id", .anyText, "The only company it opens anything of."),
    .init("created_at", .instant, required: true),
    .init("last_used", .instant, "Behind by up to ten minutes."),
  ]

  static let shape = Shape.named("APIKey", .object(members))

  private static let bodyShape = Shape.object([
    .init("name", .text(AccessLimits.keyNameCharacters), required: true),
    .init("role", UsersDoor.role, "operator when left out."),
    .init("company_id", .orNull(.text(1...64)), "Not for an admin."),
  ])

  private static func json(_ key: APIKeyRow, secret: String? = nil) -> JSONValue {
    .members([
      ("name", .text(key.name)), ("role", .text(key.role)),
      ("company_id", key.company.map { .text($0) }), ("created_at", .instant(key.createdAt)),
      ("last_used", key.lastUsed.map { .instant($0) }), ("key", secret.map { .string($0) }),
    ])
  }

  var routes: [Route] {
    [
      Route("GET", "/api-keys") { [self] (request, responder) throws(Problem) in
        let limit = try request.integer("limit", default: 100, in: 1...1000)
        let cursor = request.query("cursor").map { Text($0) }
        let rest = (services.access?.keys ?? []).filter { key in
          cursor.map { $0 < key.name } ?? true
        }
        let page = rest.prefix(limit)
        responder.json(
          .members([
            ("api_keys", .list(page.map { APIKeysDoor.json($0) })),
            ("next_cursor", page.count < rest.count ? page.last.map { .text($0.name) } : nil),
          ]))
      }.documented(
        Operation("Sign-in", "The API keys", "Without the keys themselves: nobody has them.")
          .paged().answers(200, "A page, by name.", Shapes.page("api_keys", APIKeysDoor.shape))
          .problems(400)
      ).open(to: .admin, reach: .server),
      Route("POST", "/api-keys") { [self] (request, responder) throws(Problem) in
        try create(try request.body(APIKeysDoor.bodyShape), responder)
      }.documented(
        Operation("Sign-in", "Make an API key", "The key is in this answer and never again.")
          .takes(APIKeysDoor.bodyShape)
          .answers(
            201, "The key.",
            .object(APIKeysDoor.members + [.init("key", .anyText, required: true)])
          ).problems(400, 404, 409, 503)
      ).open(to: .admin, reach: .server),
      Route("DELETE", "/api-keys/{name}") { [self] request, responder in
        let name = Text(request.argument(0))
        services.changeAccess(responder) { (editor) throws(StoreError) in
          try editor.removeAPIKey(name)
        } respond: {
          responder.empty()
        }
      }.documented(
        Operation("Sign-in", "Revoke an API key").path("name", .text(1...Int.max), "Its name.")
          .answers(204, "It opens nothing any more.").problems(404, 503)
      ).open(to: .admin, reach: .server),
    ]
  }

  private func create(_ body: FormValues, _ responder: Responder) throws(Problem) {
    let role = body.optionalText("role") ?? "operator"
    let company = body.optionalText("company_id")
    if role == "admin" && company != nil {
      throw .invalid("company_id", "an admin is not bound to a company")
    }
    if (services.access?.keys.count ?? 0) >= AccessLimits.keys {
      throw Problem(409, "There are \(AccessLimits.keys) keys, which is as many as there may be.")
    }
    let secret = AccessDesk.makeKey()
    let key = APIKeyRow(
      name: body.text("name"), digest: AccessDesk.digest(of: secret), role: role, company: company,
      createdAt: services.clock())
    services.changeAccess(responder) { (editor) throws(StoreError) in
      try editor.createAPIKey(key)
    } respond: {
      responder.json(201, APIKeysDoor.json(key, secret: secret))
    }
  }
}
