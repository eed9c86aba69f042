import Access
import OCPPJSON
import Store

/// Records, listed page by page and shown one by one.
extension RecordsDoor {
  func list(_ resource: RecordResource, _ path: String) -> Route {
    made("GET", path, resource, "The \(resource.name)") { operation in
      var operation = operation.paged().query(
        "skip", .integer(0...RecordLimits.skip), "How many to pass over (0).")
      if resource.name == RecordResource.sessions.name {
        operation.details =
          "Newest first: those of a period (start_date, end_date) by when they began, others by when "
          + "they were heard of. " + Shapes.shortPages
      }
      let inPath = RecordResource.names(in: path)
      for filter in resource.filters where !inPath.contains(filter.name) {
        operation = operation.query(filter.name, filter.shape, "Of this only.")
      }
      return operation.answers(
        200, "A page.", Shapes.page(resource.listName, resource.shape)
      ).problems(inPath.isEmpty ? [400, 503] : [400, 404, 503])
    } _: { [self] (request, responder) throws(Problem) in
      try list(resource, path, request, responder)
    }
  }

  /// What the path and the filters of the query say of the records that are listed.
  static func listed(
    _ resource: RecordResource, _ path: String, _ request: APIRequest
  ) throws(Problem) -> [RecordCondition] {
    var conditions = RecordsDoor.conditions(resource, path, request, isItem: false)
    for filter in resource.filters {
      if let condition = try filter.condition(request) { conditions.append(condition) }
    }
    return conditions
  }

  func list(
    _ resource: RecordResource, _ path: String, _ request: APIRequest, _ responder: Responder
  ) throws(Problem) {
    let limit = try request.integer("limit", default: 100, in: 1...1000)
    let skip = try request.integer("skip", default: 0, in: 0...RecordLimits.skip)
    let cursor = try RecordsDoor.cursor(resource, request)
    let final = try RecordsDoor.listed(resource, path, request)
    let container = RecordsDoor.container(path, request)
    services.read(responder) { (reader) throws(StoreError) in
      let page = try reader.page(
        resource.kind, where: final, after: cursor, skip: skip, limit: limit)
      if page.rows.isEmpty, let container {
        try container.need(reader)
      }
      return page
    } respond: { [self] page in
      responder.json(
        .members([
          (resource.listName, .list(page.rows.map { json(resource, $0) })),
          ("next_cursor", page.next.map { RecordsDoor.cursorText($0) }),
        ]))
    }
  }

  /// What the records of a list are below.
  struct Container: Sendable {
    let kind: RecordKind
    let conditions: [RecordCondition]
    let missing: String

    /// - Throws: `notFound`.
    func need(_ reader: StoreReader) throws(StoreError) {
      if try reader.record(kind, where: conditions) == nil {
        throw StoreError(.notFound, path: "", missing)
      }
    }
  }

  /// What a list's path says it is of, which has to be there.
  static func container(_ path: String, _ request: APIRequest) -> Container? {
    let names = RecordResource.names(in: path)
    guard let last = names.indices.last, let resource = RecordResource.containers[names[last]]
    else { return nil }
    var conditions = names.indices.dropLast().map {
      RecordCondition(names[$0], .equal, .text(Text(request.argument($0))))
    }
    conditions.append(RecordCondition("id", .equal, .text(Text(request.argument(last)))))
    if let company = request.principal.company {
      conditions.append(RecordCondition(resource.companyColumn, .equal, .text(company)))
    }
    let missing = "\(resource.noun) \(request.argument(last)) does not exist"
    return Container(kind: resource.kind, conditions: conditions, missing: missing)
  }

  private static func cursor(
    _ resource: RecordResource, _ request: APIRequest
  ) throws(Problem) -> RecordValue? {
    guard let text = request.query("cursor") else { return nil }
    guard resource.kind.isNewestFirst else { return .text(Text(text)) }
    // Of a period.
    if let place = TransactionCursor(Text(text)) { return .text(place.text) }
    guard let number = Int64(text) else {
      throw .invalid("cursor", "must be the next_cursor of an earlier answer")
    }
    return .integer(number)
  }

  static func cursorText(_ position: RecordValue) -> JSONValue {
    switch position {
    case .integer(let number): .string("\(number)")
    case .text(let text): .text(text)
    case .null: .null
    }
  }

  func show(_ resource: RecordResource, _ path: String) -> Route {
    made("GET", path, resource, "A \(resource.noun)") {
      $0.answers(200, "The \(resource.noun).", resource.shape).problems(404, 503)
    } _: { [self] (request, responder) in
      let conditions = RecordsDoor.conditions(resource, path, request, isItem: true)
      services.read(responder) { (reader) throws(StoreError) in
        try reader.record(resource.kind, where: conditions)
      } respond: { [self] record in
        guard let record else {
          return responder.problem(RecordsDoor.missing(resource, path, request))
        }
        responder.json(json(resource, record))
      }
    }
  }
}
