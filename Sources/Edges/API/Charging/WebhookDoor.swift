import Access
import CSMSCore
import Network
import OCPPJSON
import Store
import Synchronization

/// `/api/ocpp/webhook`: what simulations and other backends tell of stations. Each has the effect
/// of the OCPP message it stands for; payments move on as the app says.
final class WebhookDoor: Sendable {
  let services: Services
  private let desk: StationDesk
  let options: WebhookOptions
  /// Signatures taken within the window, as far as this process took them: none is good twice. The store
  /// has them all.
  let taken = Mutex<[String: Int64]>([:])

  /// How old a signature may be, in seconds; and how many are remembered.
  static let window: Int64 = 300
  static let rememberedSignatures = 10_000

  init(_ services: Services, _ options: WebhookOptions) {
    self.services = services
    self.options = options
    desk = StationDesk(services)
  }

  private static let types = [
    "session_started", "session_progress", "session_stopped", "availability_changed",
    "station_status", "connector_status", "payment_status",
  ]

  private static let shape = Shape.object([
    .init("type", .words(types), required: true), .init("station_id", .text(1...48)),
    .init("transaction_id", .natural), .init("timestamp", .instant),
    .init(
      "data",
      .object([
        .init("connector_id", .natural), .init("status", .text(1...64)), .init("id_tag", .idTag),
        .init(
          "meter_value", .int32,
          "The register, in Wh. Left out: 0 at the start, no register in progress, and at the stop "
            + "the last one that was told."), .init("power_w", .int32),
        .init("reason", .text(1...64)),
        .init("payment_status", .words(RecordResource.paymentStatuses)),
        .init("payment_amount", .natural, "In minor units."),
      ])),
  ])

  var routes: [Route] {
    [
      Route("POST", "/api/ocpp/webhook", isPublic: !options.isUnsigned) {
        [self] (request, responder) throws(Problem) in
        if options.isUnsigned {
          return try take(try request.body(WebhookDoor.shape), nil, request, responder)
        }
        let signature = try checkSignature(request)
        // Only who can sign writes into the audit log.
        var responder = responder
        responder.trail = AuditTrail(
          services: services, request: request, actor: "signed webhook", company: nil)
        responder.refused = { [self] in giveBack(signature) }
        let final = responder
        unlessSpent(signature, final) { [self] () throws(Problem) in
          let body = try request.body(WebhookDoor.shape)
          try take(body, use(of: signature), request, final)
        }
      }.documented(
        Operation(
          "Apps", "Hear from another backend",
          options.isUnsigned
            ? "Signatures are switched off; a key is needed like everywhere."
            : "Signed: X-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256 of \"t.body\">, within "
              + "\(WebhookDoor.window) seconds, once."
        )
        .takes(WebhookDoor.shape)
        .answers(200, "Done.", .object(AppsDoor.success))
        .problems(400, 401, 404, 409, 422, 503)
      ).open(reach: .own)
    ]
  }

  // MARK: What it says

  private func take(
    _ body: FormValues, _ use: SignatureUse?, _ request: APIRequest, _ responder: Responder
  ) throws(Problem) {
    let data = body.object("data") ?? FormValues([:])
    let now: JSONValue = body.value("timestamp") ?? .instant(services.clock())
    let word = "\(body.text("type"))"
    switch word {
    case "session_started":
      say(
        "StartTransaction",
        .members([
          ("connectorId", data.value("connector_id") ?? 1),
          ("idTag", data.value("id_tag") ?? "WEBHOOK"),
          ("meterStart", data.value("meter_value") ?? 0), ("timestamp", now),
        ]), try beginning(body, request), use, responder)
    case "station_status", "connector_status", "availability_changed":
      let station = try station(body, request)
      let connector: JSONValue =
        word == "station_status" ? 0 : data.value("connector_id") ?? 1
      say(
        "StatusNotification",
        .members([
          ("connectorId", connector), ("errorCode", "NoError"),
          ("status", .string(WebhookDoor.status("\(data.text("status"))"))), ("timestamp", now),
        ]), station, use, responder)
    default: try ofSession(word, body, data, now, use, request, responder)
    }
  }

  private func station(_ body: FormValues, _ request: APIRequest) throws(Problem) -> Text {
    guard let station = body.optionalText("station_id") else {
      throw .invalid("station_id", "is required")
    }
    try services.needStation(station, seenBy: request)
    return station
  }

  /// A station where a session may begin.
  private func beginning(_ body: FormValues, _ request: APIRequest) throws(Problem) -> Text {
    let station = try station(body, request)
    try services.needSwitchedOn(station)
    return station
  }

  /// The word of OCPP for a word of an app.
  private static func status(_ word: String) -> String {
    switch word.lowercased() {
    case "occupied": "Charging"
    case "suspended": "SuspendedEV"
    default:
      BridgeDoor.statusWords.first { $0.lowercased() == word.lowercased() } ?? word
    }
  }

  private func ofSession(
    _ word: String, _ body: FormValues, _ data: FormValues, _ now: JSONValue,
    _ use: SignatureUse?, _ request: APIRequest, _ responder: Responder
  ) throws(Problem) {
    guard let number = body.optionalInteger("transaction_id") else {
      throw .invalid("transaction_id", "is required")
    }
    var conditions = [RecordCondition("id", .equal, .integer(Int64(number)))]
    if let company = request.principal.company {
      conditions.append(RecordCondition("company_id", .equal, .text(company)))
    }
    if let station = body.optionalText("station_id") {
      conditions.append(RecordCondition("charger_id", .equal, .text(station)))
    }
    let isUnread = word == "session_stopped" && data.optionalInteger("meter_value") == nil
    let final = conditions
    services.read(responder) { (reader) throws(StoreError) -> (session: Record, last: Int64?)? in
      guard let session = try reader.record(RecordResource.sessionKind, where: final) else {
        return nil
      }
      return (
        session,
        isUnread ? LiveFigures(try reader.meterRecords(ofTransaction: number)).register : nil
      )
    } respond: { [self] found in
      guard let (session, last) = found, case .text(let station) = session["charger_id"] else {
        return responder.problem(.notFound("Transaction \(number)"))
      }
      switch word {
      case "payment_status": pay(number, data, use, responder)
      case "session_stopped":
        let told = data.value("meter_value") ?? last.map { .integer(Int($0)) }
        guard let register = told else {
          return responder.problem(
            .invalid("data.meter_value", "is required: no register was told since the start"))
        }
        say(
          "StopTransaction",
          .members([
            ("transactionId", .integer(number)), ("meterStop", register), ("timestamp", now),
            ("reason", data.value("reason")),
          ]), station, use, responder)
      default:
        guard let values = WebhookDoor.meterValues(number, session, data, now) else {
          return responder.problem(
            .invalid("data.meter_value", "is required, or data.power_w"))
        }
        say("MeterValues", values, station, use, responder)
      }
    }
  }

  /// Nil when nothing was measured.
  private static func meterValues(
    _ number: Int, _ session: Record, _ data: FormValues, _ now: JSONValue
  ) -> JSONValue? {
    var samples: [JSONValue] = []
    if let register = data.optionalInteger("meter_value") {
      samples.append(["value": .string("\(register)"), "unit": "Wh"])
    }
    if let power = data.optionalInteger("power_w") {
      samples.append(
        ["value": .string("\(power)"), "measurand": "Power.Active.Import", "unit": "W"])
    }
    if samples.isEmpty { return nil }
    return .members([
      ("connectorId", session["connector_id"].integer.map { .integer(Int($0)) } ?? 1),
      ("transactionId", .integer(number)),
      ("meterValue", .list([["timestamp": now, "sampledValue": .list(samples)]])),
    ])
  }

  private func pay(
    _ id: Int, _ data: FormValues, _ use: SignatureUse?, _ responder: Responder
  ) {
    guard let status = data.optionalText("payment_status") else {
      return responder.problem(.invalid("data.payment_status", "is required"))
    }
    let (now, amount) = (services.clock(), data.optionalInteger("payment_amount"))
    services.write(responder) { (editor) throws(StoreError) in
      if let use, try !editor.spend(use) { return false }
      try editor.setPayment(id, status, amount: amount, at: now)
      return true
    } respond: { isNew in
      if !isNew { return responder.problem(WebhookDoor.refusal) }
      responder.json(["success": true, "message": "The payment is as you say."])
    }
  }

  private func say(
    _ action: String, _ payload: JSONValue, _ station: Text, _ use: SignatureUse?,
    _ responder: Responder
  ) {
    desk.say(action, payload, for: station, teller: .toldByBackend, spending: use) { result in
      switch result {
      case .success: responder.json(["success": true, "message": "It is recorded."])
      case .failure(let problem): responder.problem(problem)
      }
    }
  }
}
