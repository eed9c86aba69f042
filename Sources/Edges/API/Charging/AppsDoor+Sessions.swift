import Access
import CSMSCore
import OCPP16
import OCPPJSON
import Store

/// Watching sessions and stopping them.
extension AppsDoor {
  /// What of the sessions somebody sees: a driver its own, and where it is no driver of the station's
  /// company what it ordered.
  private static func seen(_ request: APIRequest) -> [RecordCondition] {
    var conditions: [RecordCondition] = []
    if let company = request.principal.company {
      conditions.append(RecordCondition("company_id", .equal, .text(company)))
    }
    if request.principal.role == .driver {
      conditions.append(
        RecordCondition(
          "driver_id", orElse: "user_id", .equal, .text(request.principal.driver ?? Text())))
    }
    return conditions
  }

  private static func one(_ text: String, _ request: APIRequest) -> [RecordCondition] {
    seen(request) + [RecordCondition("id", .equal, .integer(Int64(text) ?? -1))]
  }

  var status: Route {
    Route("GET", "/api/ocpp/session-status") { [self] (request, responder) throws(Problem) in
      guard let id = request.query("transaction_id") else {
        throw .invalid("transaction_id", "is required")
      }
      find(AppsDoor.one(id, request), id, responder) { responder.json($0.json) }
    }.documented(
      Operation("Apps", "How a session stands", "Live while it charges.")
        .query("transaction_id", .natural, "Its id.", required: true)
        .answers(200, "The session.", AppSession.shape).problems(400, 404, 503)
    ).open(to: .driver, reach: .own)
  }

  var sessions: Route {
    Route("GET", "/api/ocpp/sessions") { [self] (request, responder) throws(Problem) in
      let limit = try request.integer("limit", default: 100, in: 1...1000)
      var conditions = AppsDoor.seen(request)
      for filter in [
        RecordResource.Filter("status", words: RecordResource.sessionStatuses),
        RecordResource.Filter("user_id"),
        RecordResource.Filter("station_id", "charger_id"),
      ] {
        if let condition = try filter.condition(request) { conditions.append(condition) }
      }
      var cursor: RecordValue?
      if let text = request.query("cursor") {
        guard let number = Int64(text) else {
          throw .invalid("cursor", "must be the next_cursor of an earlier answer")
        }
        cursor = .integer(number)
      }
      let (final, after, now) = (conditions, cursor, services.clock())
      services.read(responder) { (reader) throws(StoreError) -> ([AppSession], RecordValue?) in
        let page = try reader.page(
          RecordResource.sessionKind, where: final, after: after, limit: limit)
        var found: [AppSession] = []
        for record in page.rows { found.append(try AppSession(record, reader, now: now)) }
        return (found, page.next)
      } respond: { found, next in
        responder.json(
          .members([
            ("sessions", .list(found.map(\.json))),
            ("next_cursor", next.map { RecordsDoor.cursorText($0) }),
          ]))
      }
    }.documented(
      Operation("Apps", "The sessions, newest first", Shapes.shortPages)
        .query("status", .words(RecordResource.sessionStatuses), "Of this status only.")
        .query("user_id", .anyText, "Of this user only.")
        .query("station_id", .anyText, "At this station only.").paged()
        .answers(200, "A page.", Shapes.page("sessions", AppSession.shape)).problems(400, 503)
    ).open(to: .driver, reach: .own)
  }

  var session: Route {
    Route("GET", "/api/ocpp/sessions/{transaction_id}") { [self] (request, responder) in
      let text = request.argument(0)
      let (conditions, now) = (AppsDoor.one(text, request), services.clock())
      services.read(responder) { (reader) throws(StoreError) -> (AppSession, [UInt8])? in
        guard let record = try reader.record(RecordResource.sessionKind, where: conditions)
        else { return nil }
        let packed = try reader.meterRecords(ofTransaction: Int(record["id"].integer ?? 0))
        return (try AppSession(record, reader, now: now), packed)
      } respond: { found in
        guard let (session, packed) = found else {
          return responder.problem(.notFound("Transaction \(text)"))
        }
        // The newest ones, of a session that is very long.
        let values = MeterRecords(packed).oldestFirst.suffix(1000).map { record in
          let value = MeterPacking.unpack(record, in: packed)
          var writer = JSONWriter(capacity: 512)
          value.write(&writer)
          return (try? JSONValue(parsing: writer.withBytes { [UInt8]($0) })) ?? [:]
        }
        responder.json(.members(session.items + [("meter_values", .list(values))]))
      }
    }.documented(
      Operation("Apps", "A session with its meter values")
        .path("transaction_id", .text(1...Int.max), "Its id.")
        .answers(
          200, "The session.",
          .object(
            AppSession.members + [
              .init(
                "meter_values", .list(.map(.anything)),
                "In OCPP's own words, oldest first; of more than 1000 the newest.", required: true)
            ])
        ).problems(404, 503)
    ).open(to: .driver, reach: .own)
  }

  private static let stopShape = Shape.object([
    .init("transaction_id", .natural, required: true),
    .init("user_id", .orNull(.text(1...64)), "Whose it has to be."),
  ])

  private static let stopAnswer = Shape.object(
    success + [
      .init("charging_session", AppSession.shape, required: true),
      .init("data", .map(.anything), required: true),
    ])

  var stop: Route {
    Route("POST", "/api/ocpp/stop-charging") { [self] (request, responder) throws(Problem) in
      let body = try request.body(AppsDoor.stopShape)
      let id = body.integer("transaction_id")
      var conditions = AppsDoor.one("\(id)", request)
      if let user = body.optionalText("user_id") {
        conditions.append(RecordCondition("user_id", .equal, .text(user)))
      }
      stop(id, conditions, isAgain: false, responder)
    }.documented(
      Operation("Apps", "Stop charging").takes(AppsDoor.stopShape)
        .answers(200, "The session.", AppsDoor.stopAnswer)
        .problems(400, 404, 409, 429, 502, 503, 504)
    ).open(to: .driver, reach: .own)
  }

  private func stop(
    _ id: Int, _ conditions: [RecordCondition], isAgain: Bool, _ responder: Responder
  ) {
    find(conditions, "\(id)", responder) { session in
      switch session.record["status"].text.map({ "\($0)" }) ?? "" {
      case "pending":
        board.giveUp(id, "It was stopped before the station began.") { result in
          switch result {
          case .success(true): stopped(id, true, "The session will not begin.", responder)
          // It has begun, or was given up, since it was read: it is not pending any more.
          case .success(false) where !isAgain:
            stop(id, conditions, isAgain: true, responder)
          case .success(false):
            responder.problem(Problem(503, "Session \(id) could not be stopped; try again."))
          case .failure(let error): responder.problem(Problem(error))
          }
        }
      case "started", "charging", "suspended", "stopping":
        ask(id, session.record["charger_id"].text ?? Text(), responder)
      case let over:
        responder.problem(Problem(409, "Session \(id) is \(over) already."))
      }
    }
  }

  private func ask(_ id: Int, _ station: Text, _ responder: Responder) {
    let now = services.clock()
    services.write(responder) { (editor) throws(StoreError) in
      try editor.stopSession(id, isStopping: true, at: now)
    } respond: {
      services.commands.run(.remoteStop(transaction: id), on: station, timeout: nil) { result in
        switch result {
        case .success(let report) where report.answer.isAccepted:
          stopped(id, true, "The station was asked to stop.", responder)
        case .success(let report):
          undo(id, responder) {
            stopped(id, false, "The station refused to stop: \(report.answer.result).", responder)
          }
        case .failure(let problem):
          undo(id, responder) {
            let status = problem.status == 404 ? 409 : problem.status
            responder.problem(Problem(status, problem.detail))
          }
        }
      }
    }
  }

  private func undo(
    _ id: Int, _ responder: Responder, _ then: @escaping @Sendable () -> Void
  ) {
    let now = services.clock()
    services.write(responder) { (editor) throws(StoreError) in
      try editor.stopSession(id, isStopping: false, at: now)
    } respond: {
      then()
    }
  }

  private func stopped(_ id: Int, _ isGood: Bool, _ message: String, _ responder: Responder) {
    load(id, responder) { responder.json(AppsDoor.answer($0, isGood, message)) }
  }
}
