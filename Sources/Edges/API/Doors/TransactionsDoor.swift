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
        Operation("Transactions", "The ledger, newest first", Shapes.shortPages)
          .query("station", .anyText, "Of this station only.")
          .query("token", .anyText, "Started with this token only.")
          .query("status", TransactionJSON.status, "Of this status only.")
          .query("flag", TransactionJSON.flag, "With this flag only.")
          .query("from", .instant, "Started at or after this.")
          .query("to", .instant, "Started before this.").paged()
          .answers(200, "A page.", Shapes.page("transactions", TransactionJSON.shape))
          .problems(400, 503)
      ).open(reach: .own),
      Route("GET", "/transactions/{id}") { [self] (request, responder) throws(Problem) in
        let id = try TransactionsDoor.id(request)
        let principal = request.principal
        services.read(responder) { (reader) throws(StoreError) -> (TransactionRow?, MeterSpan) in
          let isSeen = try principal.sees(reader.company(ofTransaction: id))
          return (
            isSeen ? try reader.transaction(id) : nil, try reader.meterSpan(ofTransaction: id)
          )
        } respond: { [self] row, span in
          guard let row else { return responder.problem(.notFound("Transaction \(id)")) }
          var json = TransactionJSON(row)
          json.story = StoryJSON.events(of: row, span)
          json.frames = FramesJSON(row, now: services.clock())
          responder.json(200, json)
        }
      }.documented(
        Operation("Transactions", "A transaction with its whole story").path(
          "id", .anyText, "The transaction's id."
        )
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
    } respond: { page in
      responder.json(
        200,
        Page(
          transactions: page.rows.map { TransactionJSON($0) },
          nextCursor: page.next.map { "\($0.time.milliseconds)_\($0.id)" }))
    }
  }

  private static func filter(_ request: APIRequest) throws(Problem) -> TransactionFilter {
    var filter = TransactionFilter()
    filter.company = request.principal.company
    filter.station = request.query("station").map { Text($0) }
    filter.token = request.query("token").map { Text($0) }
    if let word = request.query("status") {
      guard let status = TransactionStatus.allCases.first(where: { $0.word == word }) else {
        throw .invalid("status", "must be active, completed, reconciled or unmatched")
      }
      filter.status = status
    }
    if let word = request.query("flag") {
      guard let flag = TransactionFlags(word: Text(word)) else {
        throw .invalid("flag", "must be a flag of transactions, such as meter_decrease")
      }
      filter.flag = flag
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
    let records = MeterRecords(packed).oldestFirst
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
