public import Network

/// Keeps web pages out where nobody is asked for a password.
///
/// A browser lets any page send requests and open WebSockets to any address its user can reach, also
/// to a developer's own machine; it only says from where (`Origin`, `Sec-Fetch-Site`). A page may also
/// give its own name the address of this machine (DNS rebinding); then the request is of the same
/// origin, but asks for that name (`Host`), which is none of ours.
public struct BrowserRule: Sendable, Equatable {
  /// Why a request is turned away.
  public enum Refusal: Sendable, Equatable {
    /// The page is of another origin.
    case foreignOrigin
    /// The request asks for a name that is not this server's.
    case foreignHost
  }

  /// Origins whose pages are welcome: "https://example.com", or "null" for files.
  public var origins: [String]
  /// Names of this server beside its addresses and localhost.
  public var hosts: [String]
  /// Whether the name is looked at in every request, not only in those that say where they come from:
  /// a page reads from its own origin without saying so.
  public var checksEveryHost: Bool

  public init(origins: [String] = [], hosts: [String] = [], checksEveryHost: Bool = true) {
    self.origins = origins.map { $0.lowercased() }
    self.hosts = hosts.map { $0.lowercased() }
    self.checksEveryHost = checksEveryHost
  }

  /// Nil when the request may come in.
  public func refusal(of request: HTTPRequest) -> Refusal? {
    let host = request.header("host")?.lowercased()
    let origin = request.header("origin")?.lowercased()
    if let origin, origins.contains(origin) { return nil }
    if let host, checksEveryHost || origin != nil, !isOwn(host) { return .foreignHost }
    if let origin { return isSame(origin, host) ? nil : .foreignOrigin }
    // A link to a page of ours is followed; whatever else another site wants is not.
    let site = request.header("sec-fetch-site") ?? "none"
    if site == "same-origin" || site == "none" { return nil }
    let isLink = request.header("sec-fetch-mode") == "navigate" && request.method == "GET"
    return isLink ? nil : .foreignOrigin
  }

  private func isSame(_ origin: String, _ host: String?) -> Bool {
    guard let host else { return false }
    return origin == "http://\(host)" || origin == "https://\(host)"
  }

  /// Whether it is an address (no page can have that for a name), localhost, or a name of ours.
  private func isOwn(_ host: String) -> Bool {
    if host.hasPrefix("[") { return true }
    var name = host.prefix { $0 != ":" }
    if name.hasSuffix(".") { name.removeLast() }
    if name == "localhost" || name.hasSuffix(".localhost") || hosts.contains(String(name)) {
      return true
    }
    return isIPv4(name)
  }

  /// A name whose last label is a number is an address to every browser (WHATWG URL §3.5).
  private func isIPv4(_ name: Substring) -> Bool {
    name.split(separator: ".").last?.allSatisfy { ("0"..."9").contains($0) } == true
  }
}
