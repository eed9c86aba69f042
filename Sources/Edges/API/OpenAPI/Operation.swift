import Network

/// What a route says of itself: the OpenAPI document is made of these.
struct Operation: Sendable {
  enum Place: String, Sendable {
    case path, query
  }

  struct Parameter: Sendable {
    let name: String
    let place: Place
    let shape: Shape
    let summary: String
    let isRequired: Bool
  }

  struct Answer: Sendable {
    let status: Int
    let summary: String
    /// Nil for an answer without a body.
    let shape: Shape?
    let type: String
  }

  let tag: String
  let summary: String
  var details = ""
  var parameters: [Parameter] = []
  var body: Shape?
  var isBodyRequired = true
  var answers: [Answer] = []
  /// The statuses of the problems it answers with; 401 is understood where a key is needed, and 400
  /// where the query is looked at.
  var problems: [Int] = []
  /// Whether whatever stands in the query is passed over: of pages and their files, to which other
  /// pages, mails and browsers link with words of their own.
  var takesAnyQuery = false

  init(_ tag: String, _ summary: String, _ details: String = "") {
    self.tag = tag
    self.summary = summary
    self.details = details
  }

  func path(_ name: String, _ shape: Shape, _ summary: String) -> Operation {
    adding(Parameter(name: name, place: .path, shape: shape, summary: summary, isRequired: true))
  }

  func query(
    _ name: String, _ shape: Shape, _ summary: String, required: Bool = false
  ) -> Operation {
    adding(
      Parameter(name: name, place: .query, shape: shape, summary: summary, isRequired: required))
  }

  private func adding(_ parameter: Parameter) -> Operation {
    var copy = self
    copy.parameters.append(parameter)
    return copy
  }

  /// `limit` and `cursor`, as every list has them.
  func paged() -> Operation {
    query("limit", .integer(1...1000), "How many at most (100).")
      .query("cursor", .anyText, "The next_cursor of the page before.")
  }

  func takes(_ body: Shape, required: Bool = true) -> Operation {
    var copy = self
    copy.body = body
    copy.isBodyRequired = required
    return copy
  }

  func withAnyQuery() -> Operation {
    var copy = self
    copy.takesAnyQuery = true
    return copy
  }

  func answers(
    _ status: Int, _ summary: String, _ shape: Shape? = nil, type: String = "application/json"
  ) -> Operation {
    var copy = self
    copy.answers.append(Answer(status: status, summary: summary, shape: shape, type: type))
    return copy
  }

  func problems(_ statuses: Int...) -> Operation { problems(statuses) }

  func problems(_ statuses: [Int]) -> Operation {
    var copy = self
    copy.problems += statuses
    return copy
  }
}

extension Operation {
  /// What may stand in the query. Where a body is not required, its members may stand there too.
  var queryNames: [String] {
    let names = parameters.filter { $0.place == .query }.map(\.name)
    let members = isBodyRequired ? [] : body?.members.map(\.name) ?? []
    return names + members.filter { !names.contains($0) }
  }

  /// Refuses a query that says something this operation does not know: a filter that is misspelt must
  /// not list everything.
  func check(_ request: APIRequest) throws(Problem) {
    if takesAnyQuery || request.http.query.isEmpty { return }
    let known = queryNames
    var unknown: [String] = []
    for (name, _) in try request.queryItems() where !known.contains(name) {
      if !unknown.contains(name) { unknown.append(name) }
    }
    if unknown.isEmpty { return }
    let all = known.isEmpty ? "It takes none." : "It takes \(known.joined(separator: ", "))."
    throw Problem(
      400, "The query has unknown parameters: \(unknown.joined(separator: ", ")). \(all)",
      errors: unknown.map { .init(field: $0, message: "unknown parameter") })
  }

  /// The `{id}` of a station in a path.
  func station(_ name: String = "id") -> Operation {
    path(name, .text(1...Int.max), "The station's OCPP identity.")
  }
}
