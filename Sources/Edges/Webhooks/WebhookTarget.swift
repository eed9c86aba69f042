import CCurl

/// What webhooks may be sent to.
public struct WebhookTargets: Sendable {
  /// Whether loopback and private addresses, and plain `http://`, are allowed.
  public var allowsPrivate: Bool
  /// A file with the authorities that receivers' certificates may come from; nil for the system's.
  public var authoritiesFile: String?

  public init(allowsPrivate: Bool = false, authoritiesFile: String? = nil) {
    self.allowsPrivate = allowsPrivate
    self.authoritiesFile = authoritiesFile
  }

  /// The longest URL.
  public static let urlLength = 2_000

  /// Why a URL cannot be sent to, in words that follow its name; nil when it can. What its host
  /// resolves to is looked at when it is connected to.
  public func fault(of url: String) -> String? {
    guard url.utf8.count <= WebhookTargets.urlLength else {
      return "has more than \(WebhookTargets.urlLength) bytes"
    }
    guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      return "must be written in printable ASCII, without spaces"
    }
    guard let parts = curl_url() else { return "cannot be looked at: there is no memory" }
    defer { curl_url_cleanup(parts) }
    guard curl_url_set(parts, CURLUPART_URL, url, 0) == CURLUE_OK,
      WebhookTargets.part(parts, CURLUPART_HOST)?.isEmpty == false
    else { return "must be a URL: https://host/path" }
    guard WebhookTargets.part(parts, CURLUPART_USER) == nil,
      WebhookTargets.part(parts, CURLUPART_PASSWORD) == nil
    else { return "must not have a user or a password in it: check the signature instead" }
    switch WebhookTargets.part(parts, CURLUPART_SCHEME) {
    case "https": return nil
    case "http":
      return allowsPrivate
        ? nil
        : "must begin with https:// (the server was not started with --webhook-private-targets)"
    default: return "must begin with https://"
    }
  }

  private static func part(_ parts: OpaquePointer, _ name: CURLUPart) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(parts, name, &text, 0) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }
}
