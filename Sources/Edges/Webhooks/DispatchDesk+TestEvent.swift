import Access
import Network
import OCPPJSON
import Store

/// The event that somebody sends to try a webhook.
extension DispatchDesk {
  func test(
    _ row: WebhookRow, _ completion: @escaping @Sendable (WebhookDispatcher.TestResult?) -> Void
  ) {
    guard tests < WebhookDispatcher.tests else { return completion(nil) }
    let began = clock()
    guard
      let secret = vault.open(row.sealedSecret, name: WebhookDispatcher.secretName(row.id))
    else {
      return completion(
        .init(
          status: nil, failure: "Its secret cannot be opened with this server's key file.",
          milliseconds: 0))
    }
    tests += 1
    var body = JSONWriter(capacity: 256)
    body.literal(#"{"id":"test_"#)
    body.raw(WebhookSignature.hex(secureRandomBytes(8)))
    body.literal(#"","type":"test","station_id":null,"transaction_id":null,"data":{},"#)
    body.literal(#""timestamp":"#)
    body.dateTime(began)
    body.endObject()
    let clock = ContinuousClock()
    let start = clock.now
    courier.send(parcel(body.withBytes { [UInt8]($0) }, to: row, secret, at: began)) {
      [unowned self] receipt in
      tests -= 1
      let milliseconds = (clock.now - start) / .milliseconds(1)
      completion(
        .init(status: receipt.status, failure: receipt.failure, milliseconds: Int(milliseconds)))
    }
  }
}

extension JSONWriter {
  fileprivate mutating func raw(_ text: String) {
    for byte in text.utf8 { self.byte(byte) }
  }
}
