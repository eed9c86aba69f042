import Access
import CSMSCore
import Gateway
import OCPPJSON
import OCPPRPC

/// `/charge_points…`: the connected stations, and what an operator tells them to do.
struct CommandsDoor: Sendable {
  private let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [
      Route("GET", "/charge_points") { [self] (request, responder) throws(Problem) in
        try list(request, responder)
      }.documented(
        Operation(
          "Commands", "The stations that are connected",
          "count is of all of them, whatever the page."
        )
        .paged().answers(200, "A page of them, by identity.", CommandsDoor.page).problems(400)
      ).open(reach: .own)
    ] + CommandForm.all.map { route($0) }
  }

  // MARK: The connected ones

  private static let page = Shapes.page(
    "charge_points",
    .object([
      .init("id", .anyText, required: true), .init("charge_point_id", .anyText, required: true),
      .init("ocpp_version", .anyText, required: true),
      .init("remote_address", .anyText, required: true), .init("since", .instant, required: true),
      .init("last_message_at", .instant),
      .init("queue_depth", .integer(0...Int.max), "Calls outstanding or in line.", required: true),
    ]), [Shapes.count])

  private func list(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let limit = try request.integer("limit", default: 100, in: 1...1000)
    let after = request.query("cursor").map { Text($0) }
    let (principal, ownership) = (request.principal, services.ownership)
    services.gateway.connections { everybody in
      let all = everybody.filter { principal.sees(ownership.company(of: $0.station)) }
      let rest = all.filter { info in after.map { $0 < info.station } ?? true }
      let page = rest.prefix(limit)
      responder.json(
        .members([
          ("count", .integer(all.count)),
          ("charge_points", .list(page.map { CommandsDoor.json($0) })),
          ("next_cursor", page.count < rest.count ? page.last.map { .text($0.station) } : nil),
        ]))
    }
  }

  private static func json(_ info: ConnectionInfo) -> JSONValue {
    .members([
      ("id", .text(info.station)), ("charge_point_id", .text(info.station)),
      ("ocpp_version", .string("\(info.version.name)")),
      ("remote_address", .string(info.remoteAddress)), ("since", .instant(info.since)),
      ("last_message_at", info.lastMessageAt.map { .instant($0) }),
      ("queue_depth", .integer(info.queuedCalls)),
    ])
  }

  // MARK: Commands

  /// Questions are GETs, everything else is a POST.
  private func route(_ form: CommandForm) -> Route {
    Route(form.isQuestion ? "GET" : "POST", "/charge_points/{id}/\(form.path)") {
      [self] (request, responder) throws(Problem) in
      let station = Text(request.argument(0))
      let values = try request.parameters(form.requestShape)
      let command = try form.command(FormValues(values))
      services.commands.run(
        command, on: station, timeout: FormValues(values).optionalInteger("timeout_s")
      ) { result in
        switch result {
        case .success(let report): responder.json(report.json)
        case .failure(let problem): responder.problem(problem)
        }
      }
    }.documented(CommandsDoor.operation(form)).audited()
  }

  private static func operation(_ form: CommandForm) -> Operation {
    let advice = "Parameters stand in the JSON body or in the query string."
    let details = [form.details, form.isQuestion ? "" : advice].filter { !$0.isEmpty }
    var operation = Operation("Commands", form.summary, details.joined(separator: " ")).station()
    if form.isQuestion {
      for member in form.requestShape.members {
        operation = operation.query(member.name, member.shape, member.summary)
      }
    } else {
      let needsBody = form.members.contains(where: \.isRequired)
      operation = operation.takes(form.eitherPlace, required: false)
      // Either place will do, so that no parameter is required in one of them. Lists and objects are
      // taken from the query too, as JSON texts, but nobody should be led to that.
      for member in form.requestShape.members where member.shape.isScalar {
        operation = operation.query(
          member.name, member.shape, needsBody ? "Instead of the body's." : member.summary)
      }
    }
    // A new key is kept first, and only so many may be in doubt.
    let changesKey = ["rotate_key", "change_configuration"].contains(form.name)
    if changesKey { operation = operation.problems(409, 503) }
    return operation.answers(200, "The station's answer.", CommandReport.shape)
      .problems(400, 404, 422, 429, 502, 504)
  }
}
