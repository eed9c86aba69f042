import CSMSCore
public import Gateway
import OCPPJSON
public import Store

/// How a station's password stands: `/charge-points/{id}/key`.
extension StationCareDoor {
  private static let key = Shape.named(
    "StationKey",
    .object([
      .init("station_id", .anyText, required: true),
      .init("has_key", .boolean, "Whether there is one that is good beyond doubt.", required: true),
      .init("changed_at", .instant, "By hand, or by the station's use of a new one."),
      .init(
        "in_doubt",
        .list(
          .object([
            .init("sent_at", .instant, required: true),
            .init(
              "answer", .words(KeyRotation.Answer.allCases.map { "\($0.word)" }),
              "The station's word, or Unknown.", required: true),
          ]), 0...KeyRotation.candidateLimit),
        "New keys that it may have, which are good beside it.", required: true),
    ]))

  var keyRoutes: [Route] {
    [
      Route("GET", "/charge-points/{id}/key") { [self] request, responder in
        showKey(Text(request.argument(0)), responder)
      }.documented(
        Operation(
          "Stations", "How a station's password stands",
          "POST /charge_points/{id}/rotate_key changes it."
        )
        .station().answers(200, "No key itself.", StationCareDoor.key).problems(404, 503)),
      Route("DELETE", "/charge-points/{id}/key") { [self] request, responder in
        let station = Text(request.argument(0))
        need(station, responder) { [self] in
          services.commands.keys.cancel(station) { error in
            if let error { return responder.problem(Problem(error)) }
            responder.empty()
          }
        }
      }.documented(
        Operation(
          "Stations", "Take back the new keys that are in doubt",
          "A station that has taken one of them is locked out, until it gets a password by hand."
        )
        .station().answers(204, "The old key is the only one.").problems(404, 503)),
    ]
  }

  private func showKey(_ station: Text, _ responder: Responder) {
    services.read(responder) { (reader) throws(StoreError) in
      try reader.station(station) == nil ? nil : [try reader.keyChangedAt(station)]
    } respond: { [self] found in
      guard let changedAt = found?.first else {
        return responder.problem(.notFound("Charge point \(station)"))
      }
      let access = services.gateway.directory.access(of: station)
      let trials = (access?.trials ?? []).map { trial in
        JSONValue.members([
          ("sent_at", .instant(trial.candidate.sentAt)),
          ("answer", .text(trial.candidate.answer.word)),
        ])
      }
      responder.json(
        .members([
          ("station_id", .text(station)), ("has_key", .bool(access?.credential != nil)),
          ("changed_at", changedAt.map { .instant($0) }), ("in_doubt", .list(trials)),
        ]))
    }
  }
}

extension TrialKey {
  /// As it is kept.
  public init(_ row: StationKeyRow) {
    self.init(
      candidate: row.candidate,
      digest: PasswordDigest(salt: row.credential.salt, digest: row.credential.digest),
      decoded: row.decoded)
  }
}
