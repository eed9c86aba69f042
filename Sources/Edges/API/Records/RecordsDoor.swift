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
  func made(
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
      RecordWriting(self, resource, request.principal, responder)
        .create(draft, in: RecordsDoor.container(path, request))
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
