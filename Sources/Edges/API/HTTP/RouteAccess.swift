import Access

/// Whom a route is for. What is not said is narrow: the whole server is for those who are bound to
/// no company, and reading takes a viewer, changing an operator.
struct RouteAccess: Sendable {
  /// What of the companies' things is behind a route.
  enum Reach: Sendable, Equatable {
    /// Nothing of anybody's.
    case nothing
    /// Everybody's: not for those who are bound to a company.
    case server
    /// The station that the n-th `{name}` of the path names.
    case station(Int)
    /// What the sender sees: the handler picks it out.
    case own
  }

  var role: Role
  var reach: Reach

  /// Below these paths `{id}` is a station.
  private static let stationDoors = ["connections", "charge_points", "charge-points"]

  init(_ method: String, _ parts: [String]) {
    role = method == "GET" ? .viewer : .operator
    let isStation =
      parts.count >= 2 && parts[1] == "{id}" && RouteAccess.stationDoors.contains(parts[0])
    reach = isStation ? .station(0) : .server
  }

  /// Why somebody may not; nil when all is well.
  func refusal(_ principal: Principal, _ arguments: [String], _ ownership: Ownership) -> Problem? {
    if principal.role < role {
      return Problem(
        403, "This takes the role \(role.rawValue); yours is \(principal.role.rawValue).")
    }
    switch reach {
    case .nothing, .own: return nil
    case .server:
      if principal.company == nil { return nil }
      return Problem(403, "This is about the whole server; you are bound to a company.")
    case .station(let index):
      if principal.sees(ownership.company(ofStation: arguments[index])) { return nil }
      // Another company's station looks like none.
      return .notFound("Charge point \(arguments[index])")
    }
  }
}

extension Route {
  /// The route for somebody else than its method says.
  func open(to role: Role? = nil, reach: RouteAccess.Reach) -> Route {
    var copy = self
    if let role { copy.access.role = role }
    copy.access.reach = reach
    return copy
  }
}
