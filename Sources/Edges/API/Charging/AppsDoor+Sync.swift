import Access
import Gateway
import OCPPJSON
import Store

/// An app's station becomes a charger here.
extension AppsDoor {
  private static let syncShape = Shape.object([
    .init("charging_station_id", .text(1...48), "Its OCPP identity here.", required: true),
    .init("name", .orNull(.text(0...255))), .init("latitude", .orNull(.number)),
    .init("longitude", .orNull(.number)), .init("address", .orNull(.text(0...2048))),
    .init("owner_name", .orNull(.text(0...255))),
    .init("vendor", .orNull(.text(0...50)), "Generic, when left out."),
    .init("model", .orNull(.text(0...50)), "EV Charger, when left out."),
    .init(
      "connectors",
      .list(
        .object([
          .init("connector_id", .integer(1...255), required: true),
          .init("connector_type", .orNull(.text(0...255))),
          .init("max_power", .orNull(.number), "In kW."),
        ]), 0...255)),
  ])

  var sync: Route {
    Route("POST", "/api/ocpp/sync-station") { [self] (request, responder) throws(Problem) in
      let body = try request.body(AppsDoor.syncShape)
      let id = body.text("charging_station_id")
      guard StationIdentity.isValid("\(id)") else {
        throw .invalid("charging_station_id", "must be letters, digits or any of * - _ = : + | @ .")
      }
      RecordWriting(
        RecordsDoor(services), RecordResource.chargers, request.principal, responder
      ).put(
        id, new: try AppsDoor.draft(body, request, isNew: true),
        changed: try AppsDoor.draft(body, request, isNew: false)
      ) { isNew in
        connect(body, id, request, responder, isNew: isNew)
      }
    }.documented(
      Operation("Apps", "Make an app's station known here", "Idempotent.").takes(AppsDoor.syncShape)
        .answers(
          200, "It is known.",
          .object(
            AppsDoor.success + [
              .init(
                "data",
                .object([
                  .init("station_id", .anyText, required: true),
                  .init("ocpp_websocket", .anyText, required: true),
                ]), required: true)
            ])
        ).problems(400, 404, 409, 503)
    ).open(reach: .own)
  }

  private static func draft(
    _ body: FormValues, _ request: APIRequest, isNew: Bool
  ) throws(Problem) -> RecordDraft {
    var geo: JSONValue?
    /// What is null is not said.
    func said(_ name: String) -> JSONValue? { body.value(name).flatMap { $0 == .null ? nil : $0 } }
    if let latitude = said("latitude"), let longitude = said("longitude") {
      geo = ["lat": latitude, "lon": longitude]
    }
    var members: [(String, JSONValue?)] = [
      ("name", said("name")), ("address", said("address")), ("geo", geo),
      ("owner_name", said("owner_name")),
      ("brand", said("vendor") ?? (isNew ? "Generic" : nil)),
      ("model", said("model") ?? (isNew ? "EV Charger" : nil)),
    ]
    if isNew { members.append(("id", body.value("charging_station_id"))) }
    let values = FormValues(.members(members))
    let chargers = RecordResource.chargers
    return isNew
      ? try RecordDraft(new: chargers, values, path: [], company: request.principal.company)
      : try RecordDraft(
        changing: chargers, values, path: [("id", "\(body.text("charging_station_id"))")])
  }

  private func connect(
    _ body: FormValues, _ id: Text, _ request: APIRequest, _ responder: Responder, isNew: Bool
  ) {
    let now = services.clock()
    let connectors = body.objects("connectors").map { connector in
      (
        number: connector.integer("connector_id"), type: connector.optionalText("connector_type"),
        power: connector.decimal("max_power")?.canonicalText
      )
    }
    services.write(responder) { (editor) throws(StoreError) in
      for connector in connectors {
        try editor.putConnector(
          connector.number, of: id, type: connector.type, power: connector.power, at: now)
      }
    } respond: {
      responder.json([
        "success": true,
        "message": .string(
          isNew ? "The station is known now." : "The station was known; it is as you say."),
        "data": [
          "station_id": .text(id), "ocpp_websocket": .string(AppsDoor.socket(of: id, request)),
        ],
      ])
    }
  }
}
