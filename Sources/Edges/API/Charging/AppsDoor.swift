import Access
import CSMSCore
import Gateway
import Network
import OCPPJSON
import Store

/// `/api/ocpp/…`: what apps use. Stations, and charging from a payment to the end of the session.
struct AppsDoor: Sendable {
  let services: Services
  let board: ChargingBoard
  let startSeconds: Int

  init(_ services: Services, _ board: ChargingBoard, startSeconds: Int) {
    self.services = services
    self.board = board
    self.startSeconds = startSeconds
  }

  var routes: [Route] {
    [stations, station, sync, initiate, stop, status, sessions, session]
  }

  static let success: [Shape.Member] = [
    .init("success", .boolean, required: true), .init("message", .anyText, required: true),
  ]

  // MARK: Stations

  private static let stationShape = Shape.named(
    "Station",
    .object([
      .init("station_id", .anyText, required: true), .init("name", .anyText),
      .init("address", .anyText), .init("owner_name", .anyText), .init("vendor", .anyText),
      .init("model", .anyText), .init("firmware_version", .anyText),
      .init("status", .words(["available", "occupied", "unavailable", "faulted"]), required: true),
      .init("ocpp_websocket_url", .anyText, required: true), .init("last_heartbeat", .instant),
      .init("is_online", .boolean, required: true), .init("latitude", .number),
      .init("longitude", .number),
      .init(
        "connectors",
        .list(
          .object([
            .init("connector_id", .natural, required: true), .init("connector_type", .anyText),
            .init("max_power", .number, "In kW."), .init("status", .anyText, required: true),
          ])), required: true),
    ]))

  private static func conditions(_ request: APIRequest) -> [RecordCondition] {
    request.principal.company.map { [RecordCondition("company_id", .equal, .text($0))] } ?? []
  }

  private var stations: Route {
    Route("GET", "/api/ocpp/stations") { [self] (request, responder) throws(Problem) in
      let limit = try request.integer("limit", default: 100, in: 1...1000)
      let cursor = request.query("cursor").map { RecordValue.text(Text($0)) }
      let conditions = AppsDoor.conditions(request)
      services.read(responder) { (reader) throws(StoreError) in
        let rows = try reader.records(
          RecordResource.chargers.kind, where: conditions, after: cursor, limit: limit)
        return try withConnectors(rows, reader)
      } respond: { rows in
        responder.json(
          .members([
            ("stations", .list(rows.map { json($0.station, $0.connectors, request) })),
            (
              "next_cursor",
              rows.count == limit ? rows.last?.station["id"].text.map { .text($0) } : nil
            ),
          ]))
      }
    }.documented(
      Operation("Apps", "The stations").paged()
        .answers(200, "A page.", Shapes.page("stations", AppsDoor.stationShape)).problems(400, 503)
    ).open(to: .driver, reach: .own)
  }

  private var station: Route {
    Route("GET", "/api/ocpp/stations/{station_id}") { [self] (request, responder) in
      let id = Text(request.argument(0))
      let conditions =
        AppsDoor.conditions(request) + [RecordCondition("id", .equal, .text(id))]
      services.read(responder) { (reader) throws(StoreError) in
        try withConnectors(
          try reader.records(RecordResource.chargers.kind, where: conditions, limit: 1), reader)
      } respond: { rows in
        guard let row = rows.first else { return responder.problem(.notFound("Station \(id)")) }
        responder.json(json(row.station, row.connectors, request))
      }
    }.documented(
      Operation("Apps", "A station").path("station_id", .text(1...Int.max), "Its id.")
        .answers(200, "The station.", AppsDoor.stationShape).problems(404, 503)
    ).open(to: .driver, reach: .own)
  }

  private func withConnectors(
    _ rows: [Record], _ reader: StoreReader
  ) throws(StoreError) -> [(station: Record, connectors: [Record])] {
    var found: [(station: Record, connectors: [Record])] = []
    for row in rows {
      let mine = RecordCondition("charger_id", .equal, row["id"])
      found.append(
        (row, try reader.records(RecordResource.connectors.kind, where: [mine], limit: 255)))
    }
    return found
  }

  private func json(
    _ station: Record, _ connectors: [Record], _ request: APIRequest
  ) -> JSONValue {
    func text(_ name: String) -> JSONValue? { station[name].text.map { .text($0) } }
    let id = station["id"].text ?? Text()
    let geo = station["geo"].text.flatMap { try? JSONValue(parsing: $0.bytes) }
    let status = station["status"].text ?? "unknown"
    return .members([
      ("station_id", .text(id)), ("name", text("name")), ("address", text("address")),
      ("owner_name", text("owner_name")), ("vendor", text("brand")), ("model", text("model")),
      ("firmware_version", text("firmware_version")),
      ("status", .text(status == "unknown" ? "unavailable" : status)),
      ("ocpp_websocket_url", .string(AppsDoor.socket(of: id, request))),
      (
        "last_heartbeat",
        services.care.signs.last(
          of: id, onRecord: station["last_heartbeat"].integer.map { DateTime(milliseconds: $0) }
        ).map { .instant($0) }
      ),
      ("is_online", .bool(services.gateway.isConnected(id))), ("latitude", geo?["lat"]),
      ("longitude", geo?["lon"]),
      (
        "connectors",
        .list(
          connectors.map { connector in
            .members([
              ("connector_id", connector["id"].integer.map { .integer(Int($0)) }),
              ("connector_type", connector["type"].text.map { .text($0) }),
              (
                "max_power",
                connector["rated_power_kw"].text.flatMap { try? JSONValue(parsing: $0.bytes) }
              ), ("status", .text(connector["status"].text ?? "Unknown")),
            ])
          })
      ),
    ])
  }

  /// Where the station connects, as far as whoever asks can tell.
  static func socket(of station: Text, _ request: APIRequest) -> String {
    // A proxy that takes TLS off says so; without one it is this connection's own.
    let isTLS = request.http.isTLS || request.http.header("x-forwarded-proto") == "https"
    let host = request.http.header("host") ?? "localhost"
    return "\(isTLS ? "wss" : "ws")://\(host)/ocpp/\(station)"
  }

  // MARK: Ordering

  func load(
    _ id: Int, _ responder: Responder, _ go: @escaping @Sendable (AppSession) -> Void
  ) {
    find([RecordCondition("id", .equal, .integer(Int64(id)))], "\(id)", responder, go)
  }

  func find(
    _ conditions: [RecordCondition], _ name: String, _ responder: Responder,
    _ go: @escaping @Sendable (AppSession) -> Void
  ) {
    let now = services.clock()
    services.read(responder) { (reader) throws(StoreError) -> AppSession? in
      guard let record = try reader.record(RecordResource.sessionKind, where: conditions) else {
        return nil
      }
      return try AppSession(record, reader, now: now)
    } respond: { session in
      guard let session else { return responder.problem(.notFound("Transaction \(name)")) }
      go(session)
    }
  }
}
