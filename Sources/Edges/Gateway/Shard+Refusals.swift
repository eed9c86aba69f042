import Network
import ServerLog

extension Shard {
  /// Answers a handshake that is not let in, with a problem document (RFC 9457).
  func refuse(_ refusal: Handshake.Refusal, _ request: HTTPRequest, _ exchange: HTTPExchange) {
    statistics.refused += 1
    let answer = Refused(refusal)
    log.info("connection from \(request.remoteAddress) refused: \(answer.detail)")
    let body =
      "{\"type\":\"about:blank\",\"title\":\"\(answer.title)\",\"status\":\(answer.status),"
      + "\"detail\":\"\(answer.detail)\"}"
    exchange.respond(
      status: answer.status,
      headers: [("Content-Type", "application/problem+json")] + answer.headers,
      body: Array(body.utf8))
  }
}

extension BrowserRule.Refusal {
  /// What happened, and what to do about it.
  public var advice: String {
    switch self {
    case .foreignOrigin:
      "This server asks nobody for a password here, and therefore takes nothing from web pages of "
        + "other origins; --allow-origin lets one in."
    case .foreignHost:
      "This server asks nobody for a password here, and therefore answers web pages under localhost "
        + "and addresses only; --allow-host adds a name."
    }
  }
}

/// What a refused station is told. Nothing of the request is repeated in it.
private struct Refused {
  let status: Int
  let title: String
  let detail: String
  var headers: [(String, String)] = []

  init(_ refusal: Handshake.Refusal) {
    switch refusal {
    case .notWebSocket:
      status = 426
      title = "Upgrade Required"
      detail = "This path is for OCPP stations, which connect by WebSocket."
      headers = [("Upgrade", "websocket"), ("Connection", "Upgrade")]
    case .badIdentity:
      status = 400
      title = "Bad Request"
      detail =
        "The station's identity must be 1 to 48 letters, digits or any of * - _ = : + | @ . in "
        + "/ocpp/{identity}."
    case .unknownStation:
      status = 404
      title = "Not Found"
      detail = "No such station is on record; create it under /charge-points first."
    case .badCredentials:
      status = 401
      title = "Unauthorized"
      detail = "HTTP Basic authentication with the station's identity and password is needed."
      headers = [("WWW-Authenticate", "Basic realm=\"ocpp\", charset=\"UTF-8\"")]
    case .foreignPage(let refusal):
      status = 403
      title = "Forbidden"
      detail = refusal.advice
    case .tooMany:
      status = 429
      title = "Too Many Requests"
      detail = "Too many connections, or too many that failed; try again later."
      headers = [("Retry-After", "10")]
    case .badCertificate:
      status = 401
      title = "Unauthorized"
      detail =
        "The client certificate's common name or one of its DNS names must be the station's identity."
      headers = [("WWW-Authenticate", "Certificate realm=\"ocpp\"")]
    }
  }
}
