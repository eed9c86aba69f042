import Network
public import OCPPJSON
import Synchronization

/// The secret of a station, as it is kept: a keyed digest, never the password itself.
///
/// OCPP's `AuthorizationKey` is at least 16 random bytes, which a fast digest protects as well as a
/// slow one would; shorter passwords are refused (docs/decisions/0007-station-passwords.md).
public struct PasswordDigest: Sendable, Equatable {
  /// The shortest password, in bytes (OCPP 1.6 security extension §3, AuthorizationKey).
  public static let minimumLength = 16
  /// The longest password, in bytes.
  public static let maximumLength = 64

  public var salt: [UInt8]
  public var digest: [UInt8]

  /// A credential as it was kept.
  public init(salt: [UInt8], digest: [UInt8]) {
    self.salt = salt
    self.digest = digest
  }

  /// A new credential for a password.
  public init(password: [UInt8]) {
    salt = secureRandomBytes(16)
    digest = hmacSHA256(key: salt, password)
  }

  /// Whether this is the password, in constant time.
  public func matches(_ password: [UInt8]) -> Bool {
    equalInConstantTime(digest, hmacSHA256(key: salt, password))
  }
}

/// What the gateway must know of a station before it lets it in.
public struct StationAccess: Sendable, Equatable {
  public var isEnabled: Bool
  /// Nil when no password was set.
  public var credential: PasswordDigest?

  public init(isEnabled: Bool = true, credential: PasswordDigest? = nil) {
    self.isEnabled = isEnabled
    self.credential = credential
  }
}

/// Which stations may connect. Filled from the store when the server starts, kept in step with it by
/// whoever changes stations.
public final class StationDirectory: Sendable {
  /// The rules at the door.
  public struct Rules: Sendable, Equatable {
    /// Whether stations that are not on record may connect, and then are.
    public var admitsUnknown: Bool
    /// Whether stations must show their password by HTTP Basic authentication.
    public var requiresPassword: Bool

    public init(admitsUnknown: Bool = false, requiresPassword: Bool = true) {
      self.admitsUnknown = admitsUnknown
      self.requiresPassword = requiresPassword
    }
  }

  /// What becomes of a station at the door.
  public enum Decision: Sendable, Equatable {
    case admit
    /// Not on record, or switched off: both look the same from outside.
    case unknown
    case unauthorized
  }

  public let rules: Rules
  private let stations = Mutex<[Text: StationAccess]>([:])

  public init(rules: Rules) { self.rules = rules }

  public func set(_ identity: Text, _ admission: StationAccess) {
    stations.withLock { $0[identity] = admission }
  }

  public func remove(_ identity: Text) {
    stations.withLock { _ = $0.removeValue(forKey: identity) }
  }

  public func access(of identity: Text) -> StationAccess? {
    stations.withLock { $0[identity] }
  }

  public var count: Int { stations.withLock { $0.count } }

  /// Decides on a station that wants to connect, with the credentials it showed.
  public func decide(_ identity: Text, user: String?, password: [UInt8]?) -> Decision {
    guard let admission = access(of: identity) else {
      return rules.admitsUnknown ? .admit : .unknown
    }
    guard admission.isEnabled else { return .unknown }
    guard rules.requiresPassword else { return .admit }
    // The user name of HTTP Basic is the station's identity (security extension §3).
    guard let credential = admission.credential, let user, let password,
      equalInConstantTime(Array(user.utf8), identity.bytes), credential.matches(password)
    else { return .unauthorized }
    return .admit
  }
}
