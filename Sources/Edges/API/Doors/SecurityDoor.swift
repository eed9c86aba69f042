import Access
import Gateway
import OCPPJSON
import ServerLog
import Store

/// `/audit-log` and `/security-events`: who did what, and who tried what.
struct SecurityDoor: Sendable {
  private let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [
      Route("GET", "/audit-log") { [self] (request, responder) throws(Problem) in
        try audit(request, responder)
      }.open(to: .admin, reach: .server).documented(
        Operation(
          "Security", "Every state-changing request and every command, newest first",
          "Who, what, on what, from where, and what came of it; also who signed in, or failed to, and "
            + "signed webhooks."
        )
        .query("actor", .anyText, "Of this user or key only.")
        .query("target", .anyText, "On this station, or whatever the path names, only.")
        .query("from", .instant, "At or after this.").query("to", .instant, "Before this.")
        .paged().answers(200, "A page.", Shapes.page("audit_log", SecurityDoor.auditShape))
        .problems(400, 403, 503)),
      Route("GET", "/security-events") { [self] (request, responder) throws(Problem) in
        try events(request, responder)
      }.documented(
        Operation(
          "Security", "Security events, newest first",
          "What stations report, and what the central system sees: failed sign-in, TLS that could "
            + "not be agreed on, floods. Of one kind from one address only some are kept; "
            + "suppressed says how many were not."
        )
        .query("station_id", .anyText, "Of this station only.")
        .query("type", .anyText, "Of this type only.")
        .query("from", .instant, "At or after this.").query("to", .instant, "Before this.")
        .paged().answers(200, "A page.", Shapes.page("security_events", SecurityDoor.eventShape))
        .problems(400, 403, 503)),
    ]
  }

  private static let auditShape = Shape.object([
    .init("id", .integer(1...Int.max), required: true),
    .init("timestamp", .instant, required: true),
    .init(
      "actor", .anyText, "A user, a key, \"signed webhook\", or \"nobody\" on record.",
      required: true), .init("company_id", .anyText),
    .init("method", .anyText, required: true), .init("path", .anyText, required: true),
    .init("target", .anyText), .init("remote_address", .anyText, required: true),
    .init("status", .integer(100...599), required: true),
    .init("outcome", .anyText, "A station's word, or what was wrong."),
  ])

  private static let eventShape = Shape.object([
    .init("id", .integer(1...Int.max), required: true),
    .init("timestamp", .instant, required: true),
    .init("source", .words(SecurityEventRow.Source.allCases.map(\.rawValue)), required: true),
    .init("type", .anyText, required: true), .init("station_id", .anyText),
    .init("remote_address", .anyText), .init("detail", .anyText),
    .init("suppressed", .natural, "Like ones before it that were not kept.", required: true),
  ])

  /// Which part of a listing is asked for.
  private struct Part {
    let limit, before: Int
    let from, to: DateTime?

    init(_ request: APIRequest) throws(Problem) {
      limit = try request.integer("limit", default: 100, in: 1...1000)
      before = try request.integer("cursor", default: .max, in: 1...Int.max)
      (from, to) = (try request.instant("from"), try request.instant("to"))
    }

    func page(_ name: String, _ items: [JSONValue], _ last: Int?) -> JSONValue {
      .members([
        (name, .list(items)),
        ("next_cursor", items.count == limit ? last.map { .string("\($0)") } : nil),
      ])
    }
  }

  private func audit(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let part = try Part(request)
    let actor = request.query("actor").map { Text($0) }
    let target = request.query("target").map { Text($0) }
    services.read(responder) { (reader) throws(StoreError) in
      try reader.auditLog(
        actor: actor, target: target, from: part.from, to: part.to, limit: part.limit,
        before: part.before)
    } respond: { rows in
      let items = rows.map { row in
        JSONValue.members([
          ("id", .integer(row.id)), ("timestamp", .instant(row.at)), ("actor", .text(row.actor)),
          ("company_id", row.company.map { .text($0) }), ("method", .text(row.method)),
          ("path", .text(row.path)), ("target", row.target.map { .text($0) }),
          ("remote_address", .text(row.remoteAddress)), ("status", .integer(row.status)),
          ("outcome", row.outcome.map { .text($0) }),
        ])
      }
      responder.json(part.page("audit_log", items, rows.last?.id))
    }
  }

  private func events(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let part = try Part(request)
    let station = request.query("station_id").map { Text($0) }
    let type = request.query("type").map { Text($0) }
    services.read(responder) { (reader) throws(StoreError) in
      try reader.securityEvents(
        station: station, type: type, from: part.from, to: part.to, limit: part.limit,
        before: part.before)
    } respond: { rows in
      let items = rows.map { row in
        JSONValue.members([
          ("id", .integer(row.id)), ("timestamp", .instant(row.at)),
          ("source", .string(row.source.rawValue)), ("type", .text(row.type)),
          ("station_id", row.station.map { .text($0) }),
          ("remote_address", row.remoteAddress.map { .text($0) }),
          ("detail", row.detail.map { .text($0) }), ("suppressed", .integer(row.suppressed)),
        ])
      }
      responder.json(part.page("security_events", items, rows.last?.id))
    }
  }

  /// Keeps what the gateway reports.
  func watch() {
    let (store, log, clock) = (services.store, services.log, services.clock)
    services.gateway.security.attach { incident in
      let row = SecurityEventRow(
        at: clock(), source: .centralSystem, type: Text(incident.kind.rawValue),
        station: incident.station, remoteAddress: Text(incident.remoteAddress),
        detail: Text(incident.detail), suppressed: incident.suppressed)
      store.write { (editor) throws(StoreError) in
        try editor.addSecurityEvents([row])
      } completion: { result in
        if case .failure(let error) = result { log.error("security events: \(error)") }
      }
    }
  }
}
