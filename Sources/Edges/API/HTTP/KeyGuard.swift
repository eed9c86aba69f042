import Access
import Network
import Synchronization

/// Who may use the HTTP interface: people with the access token of a sign-in, programs with an API
/// key, both as `Authorization: Bearer <token>` or `Token <token>`.
public final class KeyGuard: Sendable {
  /// Whether anybody may (a demo).
  public let isOpen: Bool
  private let digests: Mutex<[[UInt8]]>

  /// - Parameter digests: of keys that are always good, and may do everything.
  public init(isOpen: Bool, digests: [[UInt8]] = []) {
    self.isOpen = isOpen
    self.digests = Mutex(digests)
  }

  /// A new key for a program.
  public static func makeKey() -> String { AccessDesk.makeKey() }

  /// What is kept of a key.
  public static func digest(of key: String) -> [UInt8] { AccessDesk.digest(of: key) }

  public func admit(_ digest: [UInt8]) { digests.withLock { $0.append(digest) } }

  /// The key or token that a request shows, good or not.
  static func shown(by request: HTTPRequest) -> String? {
    guard let field = request.header("authorization") else { return nil }
    let parts = field.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, ["bearer", "token"].contains(parts[0].lowercased()) else { return nil }
    return String(parts[1])
  }

  /// Whoever sends a request; nil when it shows nothing that opens anything.
  func principal(of request: HTTPRequest, _ desk: AccessDesk?) -> Principal? {
    if isOpen { return .everybody }
    guard let shown = KeyGuard.shown(by: request) else { return nil }
    let digest = KeyGuard.digest(of: shown)
    // Every key is compared, so that the time says nothing about which one fits.
    let isConfigured = digests.withLock { digests in
      digests.reduce(false) { equalInConstantTime($1, digest) || $0 }
    }
    if isConfigured { return Principal(.configuredKey, role: .admin) }
    return desk?.principal(showing: shown)
  }
}
