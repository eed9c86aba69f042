import Access
import Foundation
import Network
import OCPPJSON

/// A request with its path taken apart.
struct APIRequest: Sendable {
  let http: HTTPRequest
  /// The percent-decoded parts of the path that stand for `{names}`, in order.
  let arguments: [String]
  /// Whoever sent it; of a public route's nobody in particular.
  let principal: Principal

  init(_ http: HTTPRequest, _ arguments: [String], _ principal: Principal) {
    self.http = http
    self.arguments = arguments
    self.principal = principal
  }

  /// The n-th `{name}` of the route.
  func argument(_ index: Int) -> String { arguments[index] }

  func query(_ name: String) -> String? { http.queryValue(name) }

  /// An integer of the query within bounds, or the default when it is absent.
  func integer(
    _ name: String, default value: Int, in range: ClosedRange<Int>
  ) throws(Problem) -> Int {
    guard let text = query(name) else { return value }
    guard let number = Int(text), range.contains(number) else {
      throw .invalid(
        name, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A switch of the query; off when it is absent.
  func boolean(_ name: String) throws(Problem) -> Bool {
    switch query(name) {
    case nil, "false": return false
    case "true": return true
    default: throw .invalid(name, "must be true or false")
    }
  }

  /// The body as JSON of a fixed shape. Members it does not have are an error that names them.
  func body<Body: Decodable>(_: Body.Type, _ shape: Shape) throws(Problem) -> Body {
    let data = Data(http.body)
    guard let found = try? JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed])
    else { throw Problem(400, "The body is not JSON.") }
    guard let object = found as? [String: Any] else {
      throw Problem(400, "The body must be a JSON object.")
    }
    // Foundation passes over a member that comes twice, a comma too many and a byte order mark.
    let value = try JSONValue(parsing: http.body)
    let members = shape.members.map(\.name)
    let unknown = object.keys.filter { !members.contains($0) }.sorted()
    if !unknown.isEmpty {
      throw Problem(
        400, "The body has unknown members: \(unknown.joined(separator: ", ")).",
        errors: unknown.map { .init(field: $0, message: "unknown member") })
    }
    do {
      return try APIJSON.decoder().decode(Body.self, from: data)
    } catch let error as DecodingError {
      // A number that does not fit is told by the shape, which knows its bounds.
      if case .dataCorrupted = error { try shape.check(value) }
      throw APIJSON.problem(error)
    } catch {
      throw Problem(400, "The body is not valid.")
    }
  }
}

/// Parameters that may stand in the body or in the query string.
extension APIRequest {
  /// The members of the JSON body (an empty body is an empty object) and the parameters of the query
  /// together. A parameter that stands in both places, or that the shape does not have, is a 400.
  func parameters(_ shape: Shape) throws(Problem) -> JSONValue {
    var members = try bodyMembers()
    var lists: [String: [JSONValue]] = [:]
    for (name, text) in try queryItems() {
      let expected = shape.members.first { $0.name == name }?.shape
      if case .list(let item, _)? = expected, let value = item.value(ofQuery: text) {
        lists[name, default: []].append(value)
        continue
      }
      if members.contains(where: { $0.name == name }) {
        throw .invalid(name, "is given twice")
      }
      members.append(.init(name, expected?.value(ofQuery: text) ?? .text(Text(text))))
    }
    for (name, values) in lists.sorted(by: { $0.key < $1.key }) {
      if members.contains(where: { $0.name == name }) { throw .invalid(name, "is given twice") }
      // A list of objects is one JSON text.
      if values.count == 1, case .list? = values.first {
        members.append(.init(name, values[0]))
      } else {
        members.append(.init(name, .list(values)))
      }
    }
    let value = JSONValue.object(members)
    try shape.check(value)
    return value
  }

  private func bodyMembers() throws(Problem) -> [JSONValue.Member] {
    if http.body.isEmpty { return [] }
    guard case .object(let members) = try JSONValue(parsing: http.body) else {
      throw Problem(400, "The body must be a JSON object.")
    }
    return members
  }

  /// The parameters of the query string in their order, decoded.
  func queryItems() throws(Problem) -> [(String, String)] {
    var items: [(String, String)] = []
    for pair in http.query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { percentDecoded($0.replacingOccurrences(of: "+", with: " ")) }
      guard let name = parts[0], let value = parts.count == 2 ? parts[1] : "" else {
        throw Problem(400, "The query string is not well-formed.")
      }
      items.append((name, value))
    }
    return items
  }

  /// The body as JSON of a shape.
  func body(_ shape: Shape) throws(Problem) -> FormValues {
    let value = try JSONValue(parsing: http.body)
    try shape.check(value)
    return FormValues(value)
  }
}
