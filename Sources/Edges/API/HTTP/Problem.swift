import Foundation

/// An error as the HTTP interface tells it: RFC 9457 `application/problem+json`.
struct Problem: Error, Codable, Sendable, Equatable {
  /// What is wrong with one field of a body or a query.
  struct Field: Codable, Sendable, Equatable {
    var field: String
    var message: String
  }

  var type = "about:blank"
  var title: String
  var status: Int
  var detail: String
  var instance: String?
  var errors: [Field]?

  init(_ status: Int, _ detail: String, errors: [Field]? = nil) {
    self.status = status
    self.detail = detail
    self.errors = errors
    title = Problem.title(of: status)
  }

  static func notFound(_ what: String) -> Problem { Problem(404, "\(what) does not exist.") }

  /// A 400 for one field.
  static func invalid(_ field: String, _ message: String) -> Problem {
    Problem(
      400, "The request is not valid: \(field): \(message)",
      errors: [Field(field: field, message: message)])
  }

  private static func title(of status: Int) -> String {
    switch status {
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 409: "Conflict"
    case 415: "Unsupported Media Type"
    case 422: "Unprocessable Content"
    case 429: "Too Many Requests"
    case 501: "Not Implemented"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    case 504: "Gateway Timeout"
    default: "Error"
    }
  }
}
