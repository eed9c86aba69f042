import Access
import CSMSCore
import Gateway
import OCPPJSON
import Store

/// `/authorizations/explain`: what a station would hear about a token, and why.
struct AuthorizationsDoor: Sendable {
  private let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [
      Route("GET", "/authorizations/explain") { [self] (request, responder) throws(Problem) in
        let values = FormValues(try request.parameters(AuthorizationsDoor.parameters))
        let (token, station) = (values.text("token"), values.text("station"))
        let principal = request.principal
        let group = seen(token, at: station)?.parent
        let directory = services.gateway.directory
        let isThere = directory.access(of: station) != nil || directory.rules.admitsUnknown
        guard isThere, principal.sees(services.ownership.company(of: station)) else {
          throw .notFound("Charge point \(station)")
        }
        services.read(responder) { (reader) throws(StoreError) in
          (try reader.company(ofToken: token), try reader.openTransactions(of: token, group: group))
        } respond: { [self] owner, open in
          responder.json(explain(token, at: station, open, owner, seenBy: principal))
        }
      }.documented(
        Operation(
          "Authorization", "Why a token may charge, or may not",
          "Nothing is authorized and nothing is written: the answer is what an Authorize.req of "
            + "this station would get now. A token counts at the stations of its own company and at "
            + "those of no company, a token of no company everywhere. At another company's stations it "
            + "counts when that company's record names its company, or *, in accepts_tokens_of, which "
            + "an admin sets; else it is as if it were not on record. A station that is not on record "
            + "is a 404, unless such stations may connect."
        )
        .query("station", .text(1...48), "The station's OCPP identity.", required: true)
        .query("token", .idTag, "The token, whatever the case of its letters.", required: true)
        .answers(200, "The verdict.", AuthorizationsDoor.shape).problems(400, 404, 503)
      ).open(reach: .own)
    ]
  }

  private static let parameters = Shape.object([
    .init("station", .text(1...48), required: true), .init("token", .idTag, required: true),
  ])

  private static let shape = Shape.object([
    .init("station", .anyText, required: true), .init("token", .anyText, required: true),
    .init("verdict", Shapes.tokenStatus, "The word the station would hear.", required: true),
    .init(
      "reason",
      .words(AuthorizationExplanation.Reason.allCases.map { "\($0.word)" }), required: true),
    .init("detail", .anyText, "The reason as a sentence.", required: true),
    .init("on_record", .boolean, "Whether it is, and counts at this station.", required: true),
    .init("station_company", .anyText, "The company the station belongs to, if any."),
    .init("token_company", .anyText, "The company the token belongs to, if any that you see."),
    .init(
      "is_roaming", .boolean, "Whether it counts here because the companies agreed.",
      required: true),
    .init("status", Shapes.tokenStatus, "The status on record."),
    .init("expiry", .instant), .init("parent", .anyText),
    .init("group_status", Shapes.tokenStatus, "The status of its group, if that is on record."),
    .init(
      "start_verdict", .words(TokenStatus.allCases.map { $0.word.description }),
      "The word a StartTransaction would hear.", required: true),
    .init("open_transactions", .natural, "Of the token.", required: true),
    .init("maximum_transactions", .natural, "Of the token, if there is a limit."),
    .init("group_open_transactions", .natural, "Of its group."),
    .init("group_maximum_transactions", .natural, "Of its group, if there is a limit."),
    .init("unknown_tokens_accepted", .boolean, required: true),
    .init("station_admitted", .boolean, "Whether the station may connect at all.", required: true),
    .init("station_connected", .boolean, required: true),
  ])

  /// The token as it counts at a station.
  private func seen(_ token: Text, at station: Text) -> TokenRecord? {
    services.tokens.record(of: token, atStationsOf: services.ownership.company(of: station))
  }

  /// - Parameter owner: the company the token belongs to. Whoever does not see that company hears
  ///   what the station would hear, and nothing of the record.
  private func explain(
    _ token: Text, at station: Text, _ open: (token: Int, group: Int), _ owner: Text?,
    seenBy principal: Principal
  ) -> JSONValue {
    let isHidden = !principal.sees(owner)
    let host = services.ownership.company(of: station)
    let directory = services.gateway.directory
    let policy = services.gateway.configuration.policy.with(directory.access(of: station)?.policy)
    let accepts = policy.acceptsUnknownTokens
    let record = seen(token, at: station)
    let group = record?.parent.flatMap { seen($0, at: station) }
    var explanation = AuthorizationExplanation(
      record, group: group, now: services.clock(), acceptsUnknown: accepts)
    let isForeign = owner != nil && host != nil && owner != host
    if isForeign, record == nil, !isHidden {
      explanation.reason = accepts ? .otherCompanyAccepted : .otherCompany
    }
    let shown = isHidden ? nil : record
    let most = record?.maximumTransactions ?? policy.tokenTransactions
    let isFull =
      most.map { open.token >= $0 } ?? false
      || group?.maximumTransactions.map { open.group >= $0 } ?? false
    let verdict = explanation.verdict.status
    let isAdmitted = directory.access(of: station)?.isEnabled ?? directory.rules.admitsUnknown
    return .members([
      ("station", .text(station)), ("token", .text(token)),
      ("verdict", .text(explanation.verdict.status.word)),
      ("reason", .string("\(explanation.reason.word)")),
      ("detail", .string("\(explanation.reason.sentence)")),
      ("on_record", .bool(explanation.record != nil)),
      ("station_company", host.map { .text($0) }),
      ("token_company", isHidden ? nil : owner.map { .text($0) }),
      ("is_roaming", .bool(isForeign && record != nil)),
      ("status", shown.map { .text($0.status.word) }),
      ("expiry", shown?.expiry.map { .instant($0) }),
      ("parent", shown?.parent.map { .text($0) }),
      ("group_status", shown == nil ? nil : group.map { .text($0.status.word) }),
      (
        "start_verdict",
        .text((verdict == .accepted && isFull ? TokenStatus.concurrentTx : verdict).word)
      ),
      ("open_transactions", .integer(isHidden ? 0 : open.token)),
      ("maximum_transactions", isHidden ? nil : most.map { .integer($0) }),
      ("group_open_transactions", shown?.parent == nil ? nil : .integer(open.group)),
      (
        "group_maximum_transactions",
        shown == nil ? nil : group?.maximumTransactions.map { .integer($0) }
      ),
      ("unknown_tokens_accepted", .bool(accepts)), ("station_admitted", .bool(isAdmitted)),
      ("station_connected", .bool(services.gateway.isConnected(station))),
    ])
  }
}
