import Network
import Synchronization

/// Who may use the HTTP interface: programs that show an API key as `Authorization: Bearer <key>` or
/// `Token <key>`. Keys are random, so that their SHA-256 is as good as they are; only that is kept.
public final class KeyGuard: Sendable {
  /// Whether anybody may (a demo).
  public let isOpen: Bool
  private let digests: Mutex<[[UInt8]]>

  public init(isOpen: Bool, digests: [[UInt8]] = []) {
    self.isOpen = isOpen
    self.digests = Mutex(digests)
  }

  /// A new key for a program: 32 random bytes as text.
  public static func makeKey() -> String {
    "ocpp_" + secureRandomBytes(32).map { hex($0) }.joined()
  }

  /// What is kept of a key.
  public static func digest(of key: String) -> [UInt8] { sha256(Array(key.utf8)) }

  public func admit(_ digest: [UInt8]) { digests.withLock { $0.append(digest) } }

  func allows(_ request: HTTPRequest) -> Bool {
    if isOpen { return true }
    guard let field = request.header("authorization") else { return false }
    let parts = field.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, ["bearer", "token"].contains(parts[0].lowercased()) else {
      return false
    }
    let shown = KeyGuard.digest(of: String(parts[1]))
    // Every key is compared, so that the time says nothing about which one fits.
    return digests.withLock { digests in
      digests.reduce(false) { equalInConstantTime($1, shown) || $0 }
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = Array("0123456789abcdef")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }
}
