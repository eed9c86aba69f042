import Access
import CSMSCore
import Gateway
import Network
import OCPPJSON
import Store

/// A session that an app orders.
extension AppsDoor {
  private static let initiateShape = Shape.object([
    .init("station_id", .text(1...48), required: true),
    .init("connector_id", .integer(1...255), required: true),
    .init("user_id", .text(1...64), required: true),
    .init(
      "payment_transaction_id", .text(1...128), "Sent again, it is the same session.",
      required: true),
    .init("payment_method", .orNull(.text(1...64)), "qr_code, when left out."),
    .init("owner_id", .orNull(.text(0...64))), .init("owner_name", .orNull(.text(0...255))),
  ])

  private static let sessionAnswer = Shape.object(
    success + [
      .init("charging_session", AppSession.shape, required: true),
      .init(
        "data",
        .object([
          .init("transaction_id", .natural, required: true),
          .init("status", .anyText, required: true),
        ]), required: true),
    ])

  var initiate: Route {
    Route("POST", "/api/ocpp/initiate-charging") { [self] (request, responder) throws(Problem) in
      let body = try request.body(AppsDoor.initiateShape)
      let station = body.text("station_id")
      try services.needStation(station, seenBy: request)
      if request.principal.role == .driver, request.principal.driver != body.text("user_id") {
        throw Problem(403, "A driver charges for itself: user_id must be your driver's id.")
      }
      let start = services.clock().milliseconds
      var order = SessionOrder(
        station: station, connector: body.integer("connector_id"),
        tag: SessionTag.make(random: secureRandomBytes(SessionTag.randomLength)),
        user: body.text("user_id"), payment: body.text("payment_transaction_id"),
        paymentMethod: body.optionalText("payment_method") ?? "qr_code",
        deadline: DateTime(milliseconds: start + Int64(startSeconds) * 1000))
      order.ownerID = body.optionalText("owner_id")
      order.ownerName = body.optionalText("owner_name")
      order.isDrivers = request.principal.role == .driver
      let final = order
      services.read(responder) { (reader) throws(StoreError) in
        try reader.hasSession(paidBy: final.payment, at: final.station)
      } respond: { isKnown in
        // A payment that has its session gets it, whatever the station is doing now.
        if !isKnown && !services.gateway.isConnected(station) {
          return responder.problem(
            Problem(
              409,
              "Connector \(final.connector) of \(station) is not available: "
                + "the station is not connected."))
        }
        board.order(final) { result in
          switch result {
          case .success(let made): answer(made.id, isNew: made.isNew, responder)
          case .failure(let problem): responder.problem(problem)
          }
        }
      }
    }.documented(
      Operation(
        "Apps", "Charge on a payment",
        "The session is there before the station begins; it fails with a reason when the station "
          + "does not begin in \(startSeconds) seconds. The same payment never begins two."
      )
      .takes(AppsDoor.initiateShape).answers(200, "The payment's session.", AppsDoor.sessionAnswer)
      .answers(201, "A new session.", AppsDoor.sessionAnswer)
      .problems(400, 404, 409, 429, 503)
    ).open(to: .driver, reach: .own)
  }

  private func answer(_ id: Int, isNew: Bool, _ responder: Responder) {
    load(id, responder) { session in
      let isFailed = session.record["status"] == .text("failed")
      let reason = session.record["reason"].text.map { "\($0)" } ?? ""
      let message =
        isFailed
        ? reason : isNew ? "The station was asked to start." : "This payment has its session."
      responder.json(
        isNew && !isFailed ? 201 : 200, AppsDoor.answer(session, !isFailed, message))
    }
  }

  static func answer(_ session: AppSession, _ isGood: Bool, _ message: String) -> JSONValue {
    let json = session.json
    return .members([
      ("success", .bool(isGood)), ("message", .string(message)), ("charging_session", json),
      (
        "data",
        .members([("transaction_id", json["transaction_id"]), ("status", json["status"])])
      ),
    ])
  }
}
