import Access
import CSMSCore
import OCPPJSON
import Store
import Webhooks

/// What a request says of a webhook, checked and sealed.
extension WebhooksDoor {
  func write(
    _ responder: Responder, _ status: Int, _ more: (String, JSONValue?)...,
    edit: @escaping @Sendable (StoreEditor) throws(StoreError) -> WebhookRow
  ) {
    services.write(responder, edit) { row in
      services.webhooks.webhooksChanged()
      responder.json(status, WebhooksDoor.json(row, more))
    }
  }

  func seal(_ secret: String, _ id: Text) -> [UInt8] {
    services.vault.seal(Array(secret.utf8), name: WebhookDispatcher.secretName(id))
  }

  func newID(_ body: FormValues) throws(Problem) -> Text {
    guard let id = body.optionalText("id") else {
      return Text("wh_" + WebhookSignature.makeSecret().suffix(16))
    }
    let isPlain = id.withUTF8 { bytes in
      bytes.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte)
      }
    }
    guard isPlain else {
      throw .invalid("id", "may have letters, digits, \".\", \"_\" and \"-\" only")
    }
    return id
  }

  func url(_ body: FormValues) throws(Problem) -> Text? {
    guard let url = body.optionalText("url") else { return nil }
    if let fault = services.webhooks.targets.fault(of: url.description) {
      throw .invalid("url", fault)
    }
    return url
  }

  static func types(_ body: FormValues) -> EventTypes? {
    guard body.has("event_types") else { return nil }
    return body.texts("event_types").compactMap { EventType(word: $0) }
      .reduce(into: EventTypes()) { $0.insert(EventTypes($1)) }
  }

  /// Whose events: of one who is bound to a company, that company's.
  func owner(_ body: FormValues, _ request: APIRequest) throws(Problem) -> Text? {
    let named = body.optionalText("company_id")
    guard let bound = request.principal.company else { return named }
    if let named, named != bound { throw .notFound("Company \(named)") }
    return bound
  }
}
