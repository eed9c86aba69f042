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

  /// Why a request was refused before anybody looked at its path.
  static func unread(_ status: Int) -> Problem {
    switch status {
    case 411: Problem(411, "A body needs a Content-Length; chunks are not taken.")
    case 413: Problem(413, "The body is too large.")
    case 414: Problem(414, "The path with its query is too long.")
    case 417: Problem(417, "The only expectation that can be met is 100-continue.")
    case 431: Problem(431, "The head of the request is too large.")
    case 500: Problem(500, "The request was not answered; the server's log may say why.")
    case 501: Problem(501, "This transfer encoding is not understood.")
    case 505: Problem(505, "Only HTTP/1.1 and HTTP/1.0 are spoken here.")
    default: Problem(status, "The request is not well-formed HTTP.")
    }
  }

  /// As an answer.
  var document: (headers: [(String, String)], body: [UInt8]) {
    let data = (try? APIJSON.encoder().encode(self)) ?? Data("{}".utf8)
    return ([("Content-Type", "application/problem+json")], [UInt8](data))
  }

  private static func title(of status: Int) -> String {
    switch status {
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 409: "Conflict"
    case 411: "Length Required"
    case 413: "Content Too Large"
    case 414: "URI Too Long"
    case 415: "Unsupported Media Type"
    case 417: "Expectation Failed"
    case 422: "Unprocessable Content"
    case 429: "Too Many Requests"
    case 431: "Request Header Fields Too Large"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    case 504: "Gateway Timeout"
    case 505: "HTTP Version Not Supported"
    default: "Error"
    }
  }
}
