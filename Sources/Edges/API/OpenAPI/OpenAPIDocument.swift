import OCPPJSON

/// The OpenAPI 3.1 document of a set of routes.
struct OpenAPIDocument: Sendable {
  let routes: [Route]
  /// Whether everything answers without a key.
  let isOpen: Bool

  var json: JSONValue {
    [
      "openapi": "3.1.0",
      "info": [
        "title": "swift-ocpp central system", "version": .string(ProductVersion.current),
        "description": .string(OpenAPIDocument.introduction),
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "servers": [["url": "/"]],
      "security": isOpen ? [] : [["apiKey": []]],
      "paths": .object(paths),
      "components": [
        "securitySchemes": [
          "apiKey": [
            "type": "http", "scheme": "bearer",
            "description": "An API key, or the access token of POST /auth/login.",
          ]
        ],
        "schemas": .object(schemas),
        "responses": .object(
          OpenAPIDocument.limits.map {
            JSONValue.Member(
              "TooLarge\($0.status)",
              [
                "description": .string($0.summary),
                "content": ["application/problem+json": ["schema": Shapes.problem.schema]],
              ])
          }),
      ],
    ]
  }

  static let introduction = """
    Everything an operator does to charging stations. JSON is snake_case, what OCPP itself defines \
    keeps OCPP's camelCase; times are RFC 3339 UTC. Every error is application/problem+json \
    (RFC 9457). Trailing slashes do not matter. Stations connect to the WebSocket /ocpp/{identity}.
    """

  /// Routes of one path stand together, in the order of their first mention.
  private var paths: [JSONValue.Member] {
    var order: [String] = []
    var methods: [String: [JSONValue.Member]] = [:]
    for route in routes {
      guard let operation = route.operation else { continue }
      if methods[route.path] == nil { order.append(route.path) }
      methods[route.path, default: []].append(
        JSONValue.Member(route.method.lowercased(), json(operation, route)))
    }
    return order.map { JSONValue.Member($0, .object(methods[$0] ?? [])) }
  }

  private func json(_ operation: Operation, _ route: Route) -> JSONValue {
    .members([
      ("operationId", .string(OpenAPIDocument.identifier(route))),
      ("tags", [.string(operation.tag)]),
      ("summary", .string(operation.summary)),
      ("description", operation.details.isEmpty ? nil : .string(operation.details)),
      ("security", route.isPublic ? [] : nil),
      (
        "parameters",
        operation.parameters.isEmpty ? nil : .list(operation.parameters.map { json($0) })
      ),
      ("requestBody", operation.body.map { json(body: $0, operation.isBodyRequired) }),
      ("responses", responses(operation, route)),
    ])
  }

  /// "get_charge_points_id".
  static func identifier(_ route: Route) -> String {
    let words = route.parts.map { part in
      String(part.filter { $0 != "{" && $0 != "}" }.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }
    // `/charge-points` and `/charge_points` are two doors.
    let door = route.parts.first?.contains("-") == true ? ["record"] : []
    return ([route.method.lowercased()] + door + words).joined(separator: "_")
  }

  private func json(_ parameter: Operation.Parameter) -> JSONValue {
    .members([
      ("name", .string(parameter.name)), ("in", .string(parameter.place.rawValue)),
      ("required", parameter.isRequired ? true : nil),
      ("description", .string(parameter.summary)), ("schema", parameter.shape.schema),
    ])
  }

  private func json(body: Shape, _ isRequired: Bool) -> JSONValue {
    [
      "required": .bool(isRequired),
      "content": ["application/json": ["schema": body.schema]],
    ]
  }

  private func responses(_ operation: Operation, _ route: Route) -> JSONValue {
    var responses: [JSONValue.Member] = []
    // One status may come in more than one type of content.
    for (index, answer) in operation.answers.enumerated() {
      let alike = operation.answers.filter { $0.status == answer.status }
      guard operation.answers.firstIndex(where: { $0.status == answer.status }) == index else {
        continue
      }
      let content = alike.compactMap { one in
        one.shape.map { JSONValue.Member(one.type, ["schema": $0.schema]) }
      }
      responses.append(
        JSONValue.Member(
          "\(answer.status)",
          .members([
            ("description", .string(alike.map(\.summary).joined(separator: " "))),
            ("content", content.isEmpty ? nil : .object(content)),
          ])))
    }
    let statuses = Set(
      operation.problems + (route.isPublic ? [] : [401, 403])
        + (operation.takesAnyQuery ? [] : [400]))
    for status in statuses.sorted()
    where !operation.answers.contains(where: { $0.status == status }) {
      responses.append(
        JSONValue.Member(
          "\(status)",
          [
            "description": .string(Problem(status, "").title),
            "content": ["application/problem+json": ["schema": Shapes.problem.schema]],
          ]))
    }
    for limit in OpenAPIDocument.limits where operation.body != nil || limit.status != 413 {
      responses.append(
        JSONValue.Member(
          "\(limit.status)", ["$ref": .string("#/components/responses/TooLarge\(limit.status)")]))
    }
    return .object(responses)
  }

  /// What is refused before anybody looks at the path.
  private static let limits: [(status: Int, summary: String)] = [
    (413, "The body has more than 1 MiB."),
    (414, "The path with its query has more than 16 KiB."),
    (431, "The head of the request has more than 16 KiB."),
  ]

  private var schemas: [JSONValue.Member] {
    var found: [String: Shape] = [:]
    var shapes: [Shape] = [Shapes.problem]
    for operation in routes.compactMap(\.operation) {
      shapes += operation.parameters.map(\.shape)
      if let body = operation.body { shapes.append(body) }
      shapes += operation.answers.compactMap(\.shape)
    }
    for (name, shape) in shapes.flatMap(\.named) { found[name] = shape }
    return found.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value.schema) }
  }
}
