import Testing
import Webhooks

@Suite("Parts of webhooks")
struct PartsTests {
  @Test("A signature is what anybody's HMAC-SHA256 of time, dot and body is")
  func signature() {
    // openssl dgst -sha256 -hmac secret <<< (without newline) '1700000000.{"a":1}'
    let value = WebhookSignature.value(
      Array(#"{"a":1}"#.utf8), secret: Array("secret".utf8), at: 1_700_000_000)
    #expect(
      value
        == "t=1700000000,v1=49f24e537407743fa4a0242bb63b94b9a47ee99cbbe071ccd8a22550ae411686")
  }

  @Test("Secrets that are generated are long and never the same")
  func secrets() {
    let secrets = (0..<100).map { _ in WebhookSignature.makeSecret() }
    #expect(Set(secrets).count == 100)
    #expect(secrets.allSatisfy { $0.count == 70 && $0.hasPrefix("whsec_") })
  }

  @Test(
    "A target is a URL with a host, over TLS unless private ones are allowed",
    arguments: [
      ("https://example.com/hook?a=1", nil, nil),
      ("http://example.com/", "must begin with https:// (", nil),
      ("ftp://example.com/", "must begin with https://", "must begin with https://"),
      ("file:///etc/passwd", "must be", "must be"),
      ("https://u:p@example.com/", "must not have a user", "must not have a user"),
      ("https://u@example.com/", "must not have a user", "must not have a user"),
      ("example.com/hook", "must be a URL", "must be a URL"),
      ("https://exa mple.com/", "must be written in", "must be written in"),
      ("https://example.com/\r\nX: y", "must be written in", "must be written in"),
      ("https://exämple.com/", "must be written in", "must be written in"),
      ("", "must be a URL", "must be a URL"),
    ] as [(String, String?, String?)])
  func targets(url: String, fault: String?, privateFault: String?) {
    func check(_ found: String?, _ wanted: String?) {
      if let wanted {
        #expect(found?.hasPrefix(wanted) == true, "\(url): \(found ?? "nothing")")
      } else {
        #expect(found == nil, "\(url)")
      }
    }
    check(WebhookTargets().fault(of: url), fault)
    check(WebhookTargets(allowsPrivate: true).fault(of: url), privateFault)
  }

  @Test("A URL that is too long is refused")
  func long() {
    let url = "https://example.com/" + String(repeating: "a", count: WebhookTargets.urlLength)
    #expect(WebhookTargets().fault(of: url) == "has more than 2000 bytes")
  }
}
