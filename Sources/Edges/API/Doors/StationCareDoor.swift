import CSMSCore
import Gateway
import OCPPJSON
import Store

/// What is wanted of a station and what it makes of it: `/charge-points/{id}/policy`, its
/// configuration, its local list, its reservations and its availability.
struct StationCareDoor: Sendable {
  let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] { policyRoutes + configurationRoutes + listRoutes + keyRoutes }

  // MARK: Policy

  private static let policy = Shape.named(
    "StationPolicy",
    .object([
      .init(
        "admission", .orNull(.words(Admission.self)),
        "How it is taken in: accept, configure (Pending until it has the wanted settings), hold or "
          + "reject. Null leaves it to the server."),
      .init(
        "unknown_tokens_accepted", .orNull(.boolean), "Null leaves it to the server."),
      .init("keeps_local_list", .boolean, "Whether its local list follows the tokens on record."),
      .init(
        "maximum_power_w", .orNull(.integer(1...100_000_000)),
        "What it delivers at most, for judging its meters."),
    ]))

  private var policyRoutes: [Route] {
    [
      Route("GET", "/charge-points/{id}/policy") { [self] request, responder in
        let station = Text(request.argument(0))
        need(station, responder) { responder.json(policyJSON(station)) }
      }.documented(
        Operation("Stations", "What was decided about a station").station()
          .answers(200, "The policy.", StationCareDoor.policy).problems(404, 503)),
      Route("PUT", "/charge-points/{id}/policy") { [self] (request, responder) throws(Problem) in
        try setPolicy(request, responder)
      }.documented(
        Operation(
          "Stations", "Decide about a station",
          "Counts at once; what is left out goes back to the server's settings. A connected station "
            + "that is to be accepted is asked for another BootNotification."
        )
        .station().takes(StationCareDoor.policy)
        .answers(200, "The policy.", StationCareDoor.policy).problems(400, 404, 503)),
    ]
  }

  private func setPolicy(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let body = try request.body(StationCareDoor.policy)
    let station = Text(request.argument(0))
    var policy = StationPolicy()
    policy.admission = body.optionalWord("admission")
    policy.acceptsUnknownTokens = body.boolean("unknown_tokens_accepted")
    policy.keepsLocalList = body.boolean("keeps_local_list") ?? false
    policy.maximumPower = body.optionalInteger("maximum_power_w")
    let final = policy
    services.write(responder) { (editor) throws(StoreError) in
      try editor.setPolicy(final, of: station)
    } respond: { [self] in
      let directory = services.gateway.directory
      directory.update(station) { access in
        access = access ?? StationAccess()
        access?.policy = final
      }
      services.gateway.renewPolicy(of: station)
      let isAccepted = services.commands.knowledge(of: station).registration == .accepted
      if !isAccepted && final.admission == .accept {
        services.commands.run(
          .trigger(.bootNotification, connector: nil, extended: nil), on: station, timeout: nil
        ) { _ in }
      }
      if final.keepsLocalList && services.gateway.isConnected(station) {
        services.care.visit(station, .localList)
      }
      responder.json(policyJSON(station))
    }
  }

  private func policyJSON(_ station: Text) -> JSONValue {
    let policy = services.care.policy(of: station)
    return .members([
      ("admission", policy.admission.map { .text($0.word) }),
      ("unknown_tokens_accepted", policy.acceptsUnknownTokens.map { .bool($0) }),
      ("keeps_local_list", .bool(policy.keepsLocalList)),
      ("maximum_power_w", policy.maximumPower.map { .integer($0) }),
    ])
  }

  /// A 404 unless the station is on record.
  func need(
    _ station: Text, _ responder: Responder, _ answer: @escaping @Sendable () -> Void
  ) {
    services.read(responder) { (reader) throws(StoreError) in
      try reader.station(station) != nil
    } respond: { isThere in
      if isThere { return answer() }
      responder.problem(.notFound("Charge point \(station)"))
    }
  }
}
