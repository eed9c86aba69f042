/// Writes the head of a response.
enum HTTPResponse {
  /// - Parameters:
  ///   - headers: `Date`, `Content-Length` and `Connection` are added; line breaks in values become
  ///     spaces, so that no value can smuggle a field in.
  ///   - length: bytes of the body; nil for statuses that have none.
  static func head(
    status: Int, headers: [(String, String)], length: Int?, keepsAlive: Bool, date: String
  ) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(256)
    text += "HTTP/1.1 \(status) \(reason(status))\r\nDate: \(date)\r\n".utf8
    for (name, value) in headers {
      text += name.utf8
      text += ": ".utf8
      text += value.utf8.lazy.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
      text += "\r\n".utf8
    }
    if let length { text += "Content-Length: \(length)\r\n".utf8 }
    if !keepsAlive { text += "Connection: close\r\n".utf8 }
    text += "\r\n".utf8
    return text
  }

  /// Whether responses with this status have no body (RFC 9110 §6.4.1).
  static func hasNoBody(_ status: Int) -> Bool { status < 200 || status == 204 || status == 304 }

  static func reason(_ status: Int) -> String {
    switch status {
    case 101: "Switching Protocols"
    case 200: "OK"
    case 201: "Created"
    case 202: "Accepted"
    case 204: "No Content"
    case 304: "Not Modified"
    case 308: "Permanent Redirect"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 408: "Request Timeout"
    case 409: "Conflict"
    case 411: "Length Required"
    case 413: "Content Too Large"
    case 414: "URI Too Long"
    case 417: "Expectation Failed"
    case 422: "Unprocessable Content"
    case 426: "Upgrade Required"
    case 429: "Too Many Requests"
    case 431: "Request Header Fields Too Large"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    case 504: "Gateway Timeout"
    case 505: "HTTP Version Not Supported"
    default: "Status"
    }
  }
}
