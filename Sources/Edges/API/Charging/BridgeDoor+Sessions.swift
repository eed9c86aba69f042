import CSMSCore
import Gateway
import Store

/// Sessions: their start, their end and their meter values.
extension BridgeDoor {
  var start: Route {
    route(
      "session/start", "Begin a session", "StartTransaction",
      [
        BridgeDoor.charger, BridgeDoor.connector, .init("id_tag", .idTag, required: true),
        .init("transaction_id", .natural, "What the bridge calls it; said twice, it is the same."),
        .init("meter_start", .int32, "The register, in Wh (0)."), BridgeDoor.timestamp,
      ],
      .object([
        .init("transaction_id", .natural, "Ours.", required: true),
        .init(
          "status", .anyText,
          "The word for the token: Accepted. Of a start that is repeated the one of the first time.",
          required: true),
      ])
    ) { [self] (body, request, responder) throws(Problem) in
      let station = body.text("charger_id")
      try services.needStation(station, seenBy: request)
      try services.needSwitchedOn(station)
      begin(body, responder)
    }
  }

  /// One commit: the name goes with the start, so that of many the ledger keeps one.
  private func begin(_ body: FormValues, _ responder: Responder) {
    let payload = JSONValue.members([
      ("connectorId", body.value("connector_id")), ("idTag", body.value("id_tag")),
      ("meterStart", body.value("meter_start") ?? 0),
      ("timestamp", body.value("timestamp") ?? .instant(services.clock())),
    ])
    let name = body.optionalInteger("transaction_id")
    desk.say("StartTransaction", payload, for: body.text("charger_id"), name: name) { result in
      switch result {
      case .failure(let problem): responder.problem(problem)
      case .success(let answer):
        let (id, status) = (answer.transaction ?? 0, answer.payload["idTagInfo"]?["status"])
        guard answer.isRepeated else { return show(id, status, responder) }
        services.read(responder) { (reader) throws(StoreError) in
          try reader.transaction(id)?.authorization
        } respond: { word in
          show(id, word.map { .text($0) } ?? status, responder)
        }
      }
    }
  }

  private func show(_ id: Int, _ status: JSONValue?, _ responder: Responder) {
    responder.json(.members([("transaction_id", .integer(id)), ("status", status)]))
  }

  var end: Route {
    route(
      "session/end", "End a session", "StopTransaction",
      [
        BridgeDoor.charger, .init("connector_id", .natural), BridgeDoor.number, BridgeDoor.meter,
        .init("reason", .words(BridgeDoor.reasons)), .init("id_tag", .idTag), BridgeDoor.timestamp,
      ], .object([.init("transaction_id", .natural, "Ours.", required: true)])
    ) { [self] (body, request, responder) throws(Problem) in
      try withSession(body, request, responder) { session in
        let payload = JSONValue.members([
          ("transactionId", .integer(session.id)), ("meterStop", body.value("meter_value")),
          ("timestamp", body.value("timestamp") ?? .instant(services.clock())),
          ("reason", body.value("reason")), ("idTag", body.value("id_tag")),
        ])
        told("StopTransaction", payload, session, body, responder)
      }
    }
  }

  var meterValues: Route {
    route(
      "meter-values", "Tell a session's meter values", "MeterValues",
      [
        BridgeDoor.charger, BridgeDoor.connector, BridgeDoor.number, BridgeDoor.meter,
        .init("power_w", .int32), BridgeDoor.timestamp,
      ], .object([.init("transaction_id", .natural, "Ours.", required: true)])
    ) { [self] (body, request, responder) throws(Problem) in
      try withSession(body, request, responder) { session in
        var samples: [JSONValue] = [
          [
            "value": .string("\(body.integer("meter_value"))"),
            "measurand": "Energy.Active.Import.Register", "unit": "Wh",
          ]
        ]
        if let power = body.optionalInteger("power_w") {
          samples.append(
            ["value": .string("\(power)"), "measurand": "Power.Active.Import", "unit": "W"])
        }
        let value = JSONValue.members([
          ("timestamp", body.value("timestamp") ?? .instant(services.clock())),
          ("sampledValue", .list(samples)),
        ])
        let payload = JSONValue.members([
          ("connectorId", body.value("connector_id")), ("transactionId", .integer(session.id)),
          ("meterValue", .list([value])),
        ])
        told("MeterValues", payload, session, body, responder)
      }
    }
  }

  private typealias Session = (id: Int, isNamed: Bool)

  private func withSession(
    _ body: FormValues, _ request: APIRequest, _ responder: Responder,
    _ go: @escaping @Sendable (Session) -> Void
  ) throws(Problem) {
    let (station, number) = (body.text("charger_id"), body.integer("transaction_id"))
    try services.needStation(station, seenBy: request)
    services.read(responder) { (reader) throws(StoreError) in
      try reader.session(number, ofStation: station)
    } respond: { session in
      guard let session else {
        return responder.problem(.notFound("Transaction \(number) of charger \(station)"))
      }
      go(session)
    }
  }

  private func told(
    _ action: String, _ payload: JSONValue, _ session: Session, _ body: FormValues,
    _ responder: Responder
  ) {
    let station = body.text("charger_id")
    // A bridge is the voice of what does not speak OCPP itself: of what it began and named. Of a station
    // that has a socket, or had one when the session began, it only tells.
    let isItsVoice = session.isNamed && !services.gateway.isConnected(station)
    let teller: Reconciliation? = isItsVoice ? nil : .toldByBackend
    desk.say(action, payload, for: station, teller: teller) { result in
      switch result {
      case .success: responder.json(["transaction_id": .integer(session.id)])
      case .failure(let problem): responder.problem(problem)
      }
    }
  }
}
