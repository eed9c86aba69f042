import Access
import CSMSCore
import Foundation
import OCPP16
import OCPPJSON
import Store

/// `/transactions…`: the ledger, newest first.
struct TransactionsDoor: Sendable {
  private struct Page: Encodable, Sendable {
    var transactions: [TransactionJSON]
    var nextCursor: String?
  }

  private let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    [
      Route("GET", "/transactions") { [self] (request, responder) throws(Problem) in
        try list(request, responder)
      }.documented(
        Operation("Transactions", "The ledger, newest first")
          .query("station", .anyText, "Of this station only.")
          .query("token", .anyText, "Started with this token only.")
          .query("status", TransactionJSON.status, "Of this status only.")
          .query("from", .instant, "Started at or after this.")
          .query("to", .instant, "Started before this.").paged()
          .answers(200, "A page.", Shapes.page("transactions", TransactionJSON.shape))
          .problems(400, 503)
      ).open(reach: .own),
      Route("GET", "/transactions/{id}") { [self] (request, responder) throws(Problem) in
        let id = try TransactionsDoor.id(request)
        let principal = request.principal
        services.read(responder) { (reader) throws(StoreError) in
          try principal.sees(reader.company(ofTransaction: id)) ? try reader.transaction(id) : nil
        } respond: { row in
          guard let row else { return responder.problem(.notFound("Transaction \(id)")) }
          responder.json(200, TransactionJSON(row))
        }
      }.documented(
        Operation("Transactions", "A transaction").path("id", .anyText, "The transaction's id.")
          .answers(200, "The transaction.", TransactionJSON.shape).problems(404, 503)
      ).open(reach: .own),
      Route("GET", "/transactions/{id}/meter-values") {
        [self] (request, responder) throws(Problem) in
        try meterValues(request, responder)
      }.documented(
        Operation("Transactions", "A transaction's meter values", "In OCPP's own words.")
          .path("id", .anyText, "The transaction's id.")
          .query("limit", .integer(1...1000), "How many at most (100).")
          .query("skip", .integer(0...10_000_000), "How many to pass over (0).")
          .answers(
            200, "Oldest first.",
            .object([
              .init("transaction_id", .natural, required: true), Shapes.count,
              .init("meter_values", .list(.map(.anything)), required: true),
            ])
          ).problems(400, 404, 503)
      ).open(reach: .own),
    ]
  }

  private static func id(_ request: APIRequest) throws(Problem) -> Int {
    guard let id = Int(request.argument(0)), id > 0 else {
      throw .notFound("Transaction \(request.argument(0))")
    }
    return id
  }

  private func list(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let limit = try request.integer("limit", default: 100, in: 1...1000)
    let filter = try TransactionsDoor.filter(request)
    let cursor = try TransactionsDoor.cursor(request.query("cursor"))
    services.read(responder) { (reader) throws(StoreError) in
      try reader.transactions(filter, limit: limit, after: cursor)
    } respond: { rows in
      let last = rows.count == limit ? rows.last?.cursor : nil
      responder.json(
        200,
        Page(
          transactions: rows.map { TransactionJSON($0) },
          nextCursor: last.map { "\($0.time.milliseconds)_\($0.id)" }))
    }
  }

  private static func filter(_ request: APIRequest) throws(Problem) -> TransactionFilter {
    var filter = TransactionFilter()
    filter.company = request.principal.company
    filter.station = request.query("station").map { Text($0) }
    filter.token = request.query("token").map { Text($0) }
    if let word = request.query("status") {
      guard let status = TransactionStatus.allCases.first(where: { $0.word == word }) else {
        throw .invalid("status", "must be active, completed or unmatched")
      }
      filter.status = status
    }
    filter.from = try time("from", request)
    filter.to = try time("to", request)
    return filter
  }

  private static func time(_ name: String, _ request: APIRequest) throws(Problem) -> DateTime? {
    guard let text = request.query(name) else { return nil }
    guard let time = DateTime(text) else {
      throw .invalid(name, "must be an RFC 3339 date-time")
    }
    return time
  }

  private static func cursor(_ text: String?) throws(Problem) -> TransactionCursor? {
    guard let text else { return nil }
    let parts = text.split(separator: "_")
    guard parts.count == 2, let milliseconds = Int64(parts[0]), let id = Int(parts[1]) else {
      throw .invalid("cursor", "must be the next_cursor of an earlier answer")
    }
    return TransactionCursor(time: DateTime(milliseconds: milliseconds), id: id)
  }

  // MARK: Meter values

  private func meterValues(_ request: APIRequest, _ responder: Responder) throws(Problem) {
    let id = try TransactionsDoor.id(request)
    let limit = try request.integer("limit", default: 100, in: 1...1000)
    let skip = try request.integer("skip", default: 0, in: 0...10_000_000)
    let principal = request.principal
    services.read(responder) { (reader) throws(StoreError) -> [UInt8]? in
      guard try principal.sees(reader.company(ofTransaction: id)) else { return nil }
      return try reader.transaction(id) == nil ? nil : try reader.meterRecords(ofTransaction: id)
    } respond: { records in
      guard let records else { return responder.problem(.notFound("Transaction \(id)")) }
      responder.raw(200, Self.page(id, records, skip: skip, limit: limit))
    }
  }

  /// The meter values keep OCPP's own names.
  private static func page(_ id: Int, _ packed: [UInt8], skip: Int, limit: Int) -> [UInt8] {
    let records = Array(MeterRecords(packed))
    var writer = JSONWriter(capacity: 4096)
    writer.beginObject()
    writer.key("transaction_id")
    writer.int(id)
    writer.key("count")
    writer.int(records.count)
    writer.key("meter_values")
    writer.beginArray()
    for record in records.dropFirst(skip).prefix(limit) {
      writer.item()
      MeterPacking.unpack(record, in: packed).write(&writer)
    }
    writer.endArray()
    writer.endObject()
    return writer.withBytes { [UInt8]($0) }
  }
}

/// A transaction as the HTTP interface shows it.
struct TransactionJSON: Encodable, Sendable {
  static let status = Shape.words(TransactionStatus.allCases.map(\.word))

  static let shape = Shape.named(
    "Transaction",
    .object([
      .init("id", .natural, required: true), .init("transaction_id", .natural, required: true),
      .init("station_id", .anyText, required: true),
      .init("charge_point_id", .anyText, required: true), .init("connector_id", .int32),
      .init("id_tag", .anyText), .init("status", status, required: true),
      .init("authorization", .anyText), .init("reservation_id", .int32),
      .init("start_timestamp", .instant), .init("stop_timestamp", .instant),
      .init("meter_start", .number, "In Wh."), .init("meter_stop", .number, "In Wh."),
      .init("energy_wh", .number), .init("energy_kwh", .number),
      .init("meter_decreased", .boolean, required: true), .init("reason", .anyText),
      .init("stop_id_tag", .anyText),
      .init("reported_transaction_id", .number, "As the station gave it, when it was nobody's."),
      .init("duration_seconds", .number), .init("created_at", .instant, required: true),
    ]))

  var id: Int
  var transactionId: Int
  var stationId: String
  var chargePointId: String
  var connectorId: Int?
  var idTag: String?
  var status: String
  var authorization: String?
  var reservationId: Int?
  var startTimestamp: Timestamp?
  var stopTimestamp: Timestamp?
  var meterStart: Int?
  var meterStop: Int?
  var energyWh: Int?
  var energyKwh: Foundation.Decimal?
  /// The register went backwards: the energy is unknown and is not billed.
  var meterDecreased: Bool
  var reason: String?
  var stopIdTag: String?
  /// The id as the station gave it, when that was nobody's.
  var reportedTransactionId: Int?
  var durationSeconds: Int64?
  var createdAt: Timestamp

  init(_ row: TransactionRow) {
    id = row.id
    transactionId = row.id
    stationId = row.station.description
    chargePointId = row.station.description
    connectorId = row.connector
    idTag = row.idTag?.description
    status = row.status.word
    authorization = row.authorization?.description
    reservationId = row.reservationId
    startTimestamp = Timestamp(row.startedAt)
    stopTimestamp = Timestamp(row.stoppedAt)
    meterStart = row.meterStart
    meterStop = row.meterStop
    energyWh = row.energyWh
    energyKwh = row.energyWh.map { Foundation.Decimal($0) / 1000 }
    meterDecreased = row.meterDecreased
    reason = row.reason?.description
    stopIdTag = row.stopIdTag?.description
    reportedTransactionId = row.reportedId
    if let from = row.startedAt, let to = row.stoppedAt {
      durationSeconds = (to.milliseconds - from.milliseconds) / 1000
    }
    createdAt = Timestamp(row.createdAt)
  }
}
