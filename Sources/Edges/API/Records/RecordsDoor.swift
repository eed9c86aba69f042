import Access
import Gateway
import OCPPJSON
import Store

/// `/db/…`: the records of companies, each kind with the same routes, made from its declaration.
struct RecordsDoor: Sendable {
  let services: Services

  init(_ services: Services) { self.services = services }

  var routes: [Route] {
    RecordResource.all.flatMap { routes($0) } + routes(RecordResource.tariffVersions)
  }

  func routes(_ resource: RecordResource) -> [Route] {
    resource.lists.flatMap { path in
      [list(resource, path)] + (resource.isPlain ? [create(resource, path)] : [])
    }
      + resource.items.flatMap { path in
        [
          show(resource, path), change(resource, path), replace(resource, path),
          delete(resource, path),
        ]
      }
  }

  // MARK: Paths

  /// Describes a path and says whom it is for.
  private func made(
    _ method: String, _ path: String, _ resource: RecordResource, _ summary: String,
    isCollective: Bool = false,
    _ describe: (Operation) -> Operation, _ handler: @escaping Route.Handler
  ) -> Route {
    var operation = Operation(resource.tag, summary)
    for name in RecordResource.names(in: path) {
      operation = operation.path(name, .text(1...Int.max), "Its id.")
    }
    let role = method == "GET" ? Role.viewer : resource.writers
    return Route(method, "/db" + path, handler).documented(describe(operation))
      .open(to: role, reach: .own)
  }

  /// What a path says of the records behind it: `{company_id}` is their member, the last name of a
  /// single record's path its id.
  static func conditions(
    _ resource: RecordResource, _ path: String, _ request: APIRequest, isItem: Bool
  ) -> [RecordCondition] {
    var conditions: [RecordCondition] = []
    let names = RecordResource.names(in: path)
    for (index, name) in names.enumerated() {
      let text = Text(request.argument(index))
      if isItem && index == names.count - 1 {
        conditions.append(identity(resource, text))
      } else {
        conditions.append(RecordCondition(name, .equal, .text(text)))
      }
    }
    if let company = request.principal.company {
      conditions.append(RecordCondition(resource.companyColumn, .equal, .text(company)))
    }
    return conditions
  }

  private static func identity(_ resource: RecordResource, _ text: Text) -> RecordCondition {
    let field = resource.fields.first { $0.name == "id" }
    if field?.storage == .integer {
      return RecordCondition("id", .equal, .integer(Int64("\(text)") ?? -1))
    }
    if resource.name == "rfid-cards" {
      return RecordCondition("position", .equal, .text(text.caseFolded))
    }
    return RecordCondition("id", .equal, .text(text))
  }

  static func pathValues(
    _ path: String, _ request: APIRequest, isItem: Bool
  ) -> [(name: String, value: String)] {
    let names = RecordResource.names(in: path)
    let kept = isItem ? names.dropLast() : names[...]
    return kept.enumerated().map { ($1, request.argument($0)) }
  }

  static func missing(_ resource: RecordResource, _ path: String, _ request: APIRequest) -> Problem
  {
    let noun = resource.noun.prefix(1).uppercased() + resource.noun.dropFirst()
    return .notFound("\(noun) \(request.arguments.last ?? "")")
  }

  func json(_ resource: RecordResource, _ record: Record) -> JSONValue {
    guard resource.name == "chargers", case .text(let id) = record["id"] else {
      return resource.json(record)
    }
    let onRecord = record["last_heartbeat"].integer.map { DateTime(milliseconds: $0) }
    let last = services.care.signs.last(of: id, onRecord: onRecord)
    return resource.json(
      record,
      [
        ("is_online", .bool(services.gateway.isConnected(id))),
        ("last_heartbeat", last.map { .instant($0) }),
      ])
  }

  // MARK: Reading

  private func list(_ resource: RecordResource, _ path: String) -> Route {
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

  private func list(
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
        guard try reader.record(container.kind, where: container.conditions) != nil else {
          throw StoreError(.notFound, path: "", container.missing)
        }
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

  /// What a list's path says it is of, which has to be there.
  private static func container(
    _ path: String, _ request: APIRequest
  ) -> (kind: RecordKind, conditions: [RecordCondition], missing: String)? {
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
    return (resource.kind, conditions, missing)
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

  private func show(_ resource: RecordResource, _ path: String) -> Route {
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

  // MARK: Writing

  private func create(_ resource: RecordResource, _ path: String) -> Route {
    let shape = resource.bodyShape(isNew: true)
    return made("POST", path, resource, "A new \(resource.noun)") {
      $0.takes(shape).answers(201, "The \(resource.noun).", resource.shape)
        .problems(400, 404, 409, 503)
    } _: { [self] (request, responder) throws(Problem) in
      let draft = try RecordDraft(
        new: resource, try request.body(shape),
        path: RecordsDoor.pathValues(path, request, isItem: false),
        company: request.principal.company)
      RecordWriting(self, resource, request.principal, responder).create(draft)
    }
  }

  private func change(_ resource: RecordResource, _ path: String) -> Route {
    let shape = resource.bodyShape(isNew: false)
    return made("PATCH", path, resource, "Change a \(resource.noun)") {
      $0.takes(shape).answers(200, "The \(resource.noun).", resource.shape)
        .problems(400, 404, 409, 503)
    } _: { [self] (request, responder) throws(Problem) in
      let draft = try RecordDraft(
        changing: resource, try request.body(shape),
        path: RecordsDoor.pathValues(path, request, isItem: true))
      RecordWriting(self, resource, request.principal, responder).change(
        RecordsDoor.conditions(resource, path, request, isItem: true), draft,
        orElse: RecordsDoor.missing(resource, path, request))
    }
  }

  private func replace(_ resource: RecordResource, _ path: String) -> Route {
    let shape = resource.bodyShape(isNew: false)
    return made("PUT", path, resource, "Replace a \(resource.noun)") {
      $0.takes(shape).answers(200, "The \(resource.noun).", resource.shape)
        .problems(400, 404, 409, 503)
    } _: { [self] (request, responder) throws(Problem) in
      var draft = try RecordDraft(
        new: resource, try request.body(shape),
        path: RecordsDoor.pathValues(path, request, isItem: true),
        company: request.principal.company, replacing: true)
      // What it is called and belongs to stays, unless it is said.
      for field in resource.fields where field.isFixed || field.name == "company_id" {
        if draft.values[field.name] == .null { draft.values[field.name] = nil }
      }
      RecordWriting(self, resource, request.principal, responder).change(
        RecordsDoor.conditions(resource, path, request, isItem: true), draft,
        orElse: RecordsDoor.missing(resource, path, request))
    }
  }

  private func delete(_ resource: RecordResource, _ path: String) -> Route {
    made("DELETE", path, resource, "Delete a \(resource.noun)") {
      $0.query("cascade", .boolean, "Whether what belongs to it goes too.")
        .answers(204, "It is gone.").problems(400, 404, 409, 503)
    } _: { [self] (request, responder) throws(Problem) in
      let cascade = try request.boolean("cascade")
      RecordWriting(self, resource, request.principal, responder).delete(
        RecordsDoor.conditions(resource, path, request, isItem: true), cascade: cascade,
        orElse: RecordsDoor.missing(resource, path, request))
    }
  }
}

extension RecordResource.Filter {
  /// The condition a query makes; nil when it does not mention this.
  func condition(_ request: APIRequest) throws(Problem) -> RecordCondition? {
    guard let text = request.query(name) else { return nil }
    guard let value = shape.value(ofQuery: text) else {
      throw .invalid(name, "has the wrong type")
    }
    try Shape.object([.init(name, shape)]).check(.object([.init(name, value)]))
    if isDay, let begin = DateTime(day: text) {
      // A whole day at the end is in it.
      let isWholeDay = comparison == .below && text.utf8.count == 10
      let end = begin.milliseconds + (isWholeDay ? 86_400_000 : 0)
      return RecordCondition(column, comparison, .integer(end))
    }
    return RecordCondition(column, comparison, try RecordField(name, storage).stored(value))
  }
}
