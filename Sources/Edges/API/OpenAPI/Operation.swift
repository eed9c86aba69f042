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
  /// The statuses of the problems it answers with; 401 is understood where a key is needed.
  var problems: [Int] = []

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
  /// The `{id}` of a station in a path.
  func station(_ name: String = "id") -> Operation {
    path(name, .text(1...Int.max), "The station's OCPP identity.")
  }
}
