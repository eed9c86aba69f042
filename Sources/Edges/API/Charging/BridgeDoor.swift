import Access
import CSMSCore
import Gateway
import OCPPJSON

/// `/db/ocpp/…`: OCPP over HTTP, for equipment and bridges that do not speak OCPP. Each has the
/// effect of the OCPP message it stands for.
struct BridgeDoor: Sendable {
  let services: Services
  let desk: StationDesk

  init(_ services: Services) {
    self.services = services
    desk = StationDesk(services)
  }

  static let charger = Shape.Member("charger_id", .text(1...48), required: true)
  static let connector = Shape.Member("connector_id", .natural, required: true)
  static let timestamp = Shape.Member("timestamp", .instant, "Now, when left out.")
  static let number = Shape.Member(
    "transaction_id", .natural, "What the bridge calls it; ours, when it did not say a number.",
    required: true)
  static let meter = Shape.Member(
    "meter_value", .int32, "The register, in Wh.", required: true)

  static let statusWords = [
    "Available", "Preparing", "Charging", "SuspendedEVSE", "SuspendedEV", "Finishing", "Reserved",
    "Unavailable", "Faulted",
  ]
  static let reasons = [
    "DeAuthorized", "EmergencyStop", "EVDisconnected", "HardReset", "Local", "Other", "PowerLoss",
    "Reboot", "Remote", "SoftReset", "UnlockCommand",
  ]

  var routes: [Route] { [register, status, start, end, meterValues, heartbeat] }

  func route(
    _ path: String, _ summary: String, _ message: String, _ members: [Shape.Member],
    _ answer: Shape, status: Int = 200,
    _ handler: @escaping @Sendable (FormValues, APIRequest, Responder) throws(Problem) -> Void
  ) -> Route {
    let shape = Shape.object(members)
    return Route("POST", "/db/ocpp/\(path)") { (request, responder) throws(Problem) in
      try handler(try request.body(shape), request, responder)
    }.documented(
      Operation("OCPP over HTTP", summary, "Has the effect of a \(message).").takes(shape)
        .answers(status, "What the station would hear, in our words.", answer)
        .problems(400, 404, 409, 422, 503)
    ).open(reach: .own)
  }

  /// Says it and answers with what `shown` makes of what the station would hear.
  func say(
    _ action: String, _ payload: JSONValue, _ body: FormValues, _ request: APIRequest,
    _ responder: Responder, shown: @escaping @Sendable (StationDesk.Answer) -> JSONValue
  ) throws(Problem) {
    let station = body.text("charger_id")
    try services.needStation(station, seenBy: request)
    desk.say(action, payload, for: station) { result in
      switch result {
      case .success(let answer): responder.json(shown(answer))
      case .failure(let problem): responder.problem(problem)
      }
    }
  }

  // MARK: Chargers and connectors

  private var register: Route {
    route(
      "charger/register", "Register a charger", "BootNotification",
      [
        BridgeDoor.charger, .init("vendor", .text(1...20), required: true),
        .init("model", .text(1...20), required: true), .init("serial_number", .text(0...25)),
        .init("firmware_version", .text(0...50)), .init("company_id", .text(1...64)),
        .init("site_id", .text(1...64)),
      ],
      .object([
        .init("charger_id", .anyText, required: true),
        .init("status", .words(["Accepted", "Pending", "Rejected"]), required: true),
        .init("current_time", .instant, required: true),
        .init("interval", .int32, "Seconds between heartbeats.", required: true),
      ])
    ) { [self] (body, request, responder) throws(Problem) in
      let id = body.text("charger_id")
      guard StationIdentity.isValid("\(id)") else {
        throw .invalid("charger_id", "must be letters, digits or any of * - _ = : + | @ .")
      }
      RecordWriting(
        RecordsDoor(services), RecordResource.chargers, request.principal, responder
      ).put(
        id, new: try BridgeDoor.draft(body, request, isNew: true),
        changed: try BridgeDoor.draft(body, request, isNew: false)
      ) { _ in
        boot(body, id, responder)
      }
    }
  }

  private static func draft(
    _ body: FormValues, _ request: APIRequest, isNew: Bool
  ) throws(Problem) -> RecordDraft {
    var members: [(String, JSONValue?)] = [
      ("company_id", body.value("company_id")), ("site_id", body.value("site_id")),
    ]
    if isNew { members.append(("id", body.value("charger_id"))) }
    let values = FormValues(.members(members))
    return isNew
      ? try RecordDraft(
        new: RecordResource.chargers, values, path: [], company: request.principal.company)
      : try RecordDraft(
        changing: RecordResource.chargers, values, path: [("id", "\(body.text("charger_id"))")])
  }

  private func boot(_ body: FormValues, _ id: Text, _ responder: Responder) {
    let payload = JSONValue.members([
      ("chargePointVendor", body.value("vendor")), ("chargePointModel", body.value("model")),
      ("chargePointSerialNumber", body.value("serial_number")),
      ("firmwareVersion", body.value("firmware_version")),
    ])
    desk.say("BootNotification", payload, for: id) { result in
      switch result {
      case .success(let answer):
        responder.json(
          .members([
            ("charger_id", .text(id)), ("status", answer.payload["status"]),
            ("current_time", answer.payload["currentTime"]),
            ("interval", answer.payload["interval"]),
          ]))
      case .failure(let problem): responder.problem(problem)
      }
    }
  }

  private var status: Route {
    route(
      "connector/status", "Tell a connector's status", "StatusNotification",
      [
        BridgeDoor.charger, BridgeDoor.connector,
        .init("status", .words(BridgeDoor.statusWords), required: true), BridgeDoor.timestamp,
      ],
      .object([
        .init("charger_id", .anyText, required: true),
        .init("connector_id", .natural, required: true), .init("status", .anyText, required: true),
      ])
    ) { [self] (body, request, responder) throws(Problem) in
      let payload = JSONValue.members([
        ("connectorId", body.value("connector_id")), ("errorCode", "NoError"),
        ("status", body.value("status")), ("timestamp", body.value("timestamp")),
      ])
      try say("StatusNotification", payload, body, request, responder) { _ in
        .members([
          ("charger_id", body.value("charger_id")), ("connector_id", body.value("connector_id")),
          ("status", body.value("status")),
        ])
      }
    }
  }

  private var heartbeat: Route {
    route(
      "charger/heartbeat", "Show that a charger is alive", "Heartbeat", [BridgeDoor.charger],
      .object([.init("current_time", .instant, required: true)])
    ) { [self] (body, request, responder) throws(Problem) in
      try say("Heartbeat", [:], body, request, responder) { answer in
        .members([("current_time", answer.payload["currentTime"])])
      }
    }
  }
}
