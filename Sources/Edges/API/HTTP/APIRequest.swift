import Foundation
import Network

/// A request with its path taken apart.
struct APIRequest: Sendable {
  let http: HTTPRequest
  /// The percent-decoded parts of the path that stand for `{names}`, in order.
  let arguments: [String]

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

  /// The body as JSON of a fixed shape. Members it does not have are an error that names them.
  func body<Body: Decodable>(_: Body.Type, members: [String]) throws(Problem) -> Body {
    let data = Data(http.body)
    guard let value = try? JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed])
    else { throw Problem(400, "The body is not JSON.") }
    guard let object = value as? [String: Any] else {
      throw Problem(400, "The body must be a JSON object.")
    }
    let unknown = object.keys.filter { !members.contains($0) }.sorted()
    if !unknown.isEmpty {
      throw Problem(
        400, "The body has unknown members: \(unknown.joined(separator: ", ")).",
        errors: unknown.map { .init(field: $0, message: "unknown member") })
    }
    do {
      return try APIJSON.decoder().decode(Body.self, from: data)
    } catch let error as DecodingError {
      throw APIJSON.problem(error)
    } catch {
      throw Problem(400, "The body is not valid.")
    }
  }
}
