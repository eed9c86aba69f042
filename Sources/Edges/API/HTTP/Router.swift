import Network

/// One path of the interface.
struct Route: Sendable {
  typealias Handler = @Sendable (APIRequest, Responder) throws(Problem) -> Void

  let method: String
  /// As it stands in the OpenAPI document: "/charge-points/{id}".
  let path: String
  /// Constant parts and `{names}`.
  let parts: [String]
  /// Whether it answers without a key.
  let isPublic: Bool
  let handler: Handler
  /// What it says of itself; every route has one.
  private(set) var operation: Operation?
  /// Whom it is for, when it is not public.
  var access: RouteAccess
  /// Whether each request lands in the audit log. Public routes see to that themselves: only they
  /// know who it was.
  private(set) var isAudited: Bool

  init(_ method: String, _ path: String, isPublic: Bool = false, _ handler: @escaping Handler) {
    self.method = method
    self.path = path
    parts = path.split(separator: "/").map(String.init)
    self.isPublic = isPublic
    self.handler = handler
    access = RouteAccess(method, parts)
    isAudited = method != "GET"
  }

  /// The route with what the OpenAPI document says of it.
  func documented(_ operation: Operation) -> Route {
    var copy = self
    copy.operation = operation
    return copy
  }

  /// The route as one whose requests reach a station, whatever their method.
  func audited() -> Route {
    var copy = self
    copy.isAudited = true
    return copy
  }

  /// The values of the names when the path fits.
  func arguments(of path: [String]) -> [String]? {
    guard path.count == parts.count else { return nil }
    var values: [String] = []
    for (part, value) in zip(parts, path) {
      if part.hasPrefix("{") { values.append(value) } else if part != value { return nil }
    }
    return values
  }
}

/// Finds the route of a request. Trailing slashes do not matter; HEAD is answered like GET.
struct Router: Sendable {
  /// What fits a method and a path.
  enum Match {
    case route(Route, [String])
    /// The path exists, with these methods.
    case methodNotAllowed([String])
    case notFound
  }

  let routes: [Route]

  func match(_ method: String, _ path: String) -> Match {
    let segments = path.split(separator: "/", omittingEmptySubsequences: true)
    let decoded = segments.compactMap { percentDecoded($0) }
    if decoded.count != segments.count { return .notFound }
    let wanted = method == "HEAD" ? "GET" : method
    var methods: [String] = []
    for route in routes {
      guard let arguments = route.arguments(of: decoded) else { continue }
      if route.method == wanted { return .route(route, arguments) }
      methods.append(route.method)
    }
    return methods.isEmpty ? .notFound : .methodNotAllowed(methods)
  }
}
