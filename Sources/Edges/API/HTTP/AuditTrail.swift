import Network
import OCPPJSON
import ServerLog
import Store

/// Writes down one request that changes something, or calls a station. Its answer leaves when that is on the disk, or cannot be.
struct AuditTrail: Sendable {
  /// The longest outcome that is kept, in characters.
  private static let outcomeLimit = 500

  let services: Services
  let request: APIRequest
  /// "user anna@example.com", "key backend", "signed webhook".
  let actor: String
  let company: Text?

  /// - Parameters:
  ///   - status: of the answer.
  ///   - body: of the answer: a problem's detail or a station's word is the outcome.
  ///   - send: sends the answer.
  func close(_ status: Int, _ body: [UInt8], _ send: @escaping @Sendable () -> Void) {
    let target = request.arguments.joined(separator: "/")
    let row = AuditRow(
      at: services.clock(), actor: Text(actor), company: company,
      method: Text(request.http.method), path: Text(request.http.path),
      target: target.isEmpty ? nil : Text(target),
      remoteAddress: Text(request.http.remoteAddress), status: status,
      outcome: AuditTrail.outcome(status, body))
    let log = services.log
    services.store.write { (editor) throws(StoreError) in
      try editor.addAudit(row)
    } completion: { result in
      if case .failure(let error) = result { log.error("audit log: \(error)") }
      send()
    }
  }

  private static func outcome(_ status: Int, _ body: [UInt8]) -> Text? {
    guard let value = try? JSONValue(parsing: body),
      case .text(let text)? = value[status < 400 ? "result" : "detail"]
    else { return nil }
    return Text(String(text.description.prefix(outcomeLimit)))
  }
}
