public import CSMSCore
public import Network
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

/// A new key that a station may have.
public struct TrialKey: Sendable, Equatable {
  public var candidate: KeyRotation.Candidate
  public var digest: PasswordDigest
  /// Under the same salt: of the bytes that the key's hexadecimal digits stand for.
  public var decoded: [UInt8]?

  public init(candidate: KeyRotation.Candidate, digest: PasswordDigest, decoded: [UInt8]? = nil) {
    self.candidate = candidate
    self.digest = digest
    self.decoded = decoded
  }

  /// The digest that a password has, when it is this key in one of its two forms.
  func matched(by password: [UInt8]) -> PasswordDigest? {
    if digest.matches(password) { return digest }
    guard let decoded else { return nil }
    let form = PasswordDigest(salt: digest.salt, digest: decoded)
    return form.matches(password) ? form : nil
  }
}

/// With which of its keys a station came in.
public struct UsedKey: Sendable, Equatable {
  public var used: KeyRotation.Used
  /// The keys in doubt it was compared with.
  public var among: [Int]
  /// What is kept of it.
  public var digest: PasswordDigest
}

/// What the gateway must know of a station before it lets it in.
public struct StationAccess: Sendable, Equatable {
  public var isEnabled: Bool
  /// Nil when no password was set.
  public var credential: PasswordDigest?
  /// New keys that it may have, oldest first (`KeyRotation`).
  public var trials: [TrialKey] = []
  /// What was decided about this station; nil when nothing was.
  public var policy: StationPolicy?

  public init(isEnabled: Bool = true, credential: PasswordDigest? = nil) {
    self.isEnabled = isEnabled
    self.credential = credential
  }
}

/// Which stations may connect. Filled from the store when the server starts, kept in step with it by
/// whoever changes stations.
public final class StationDirectory: Sendable {
  /// How a station shows that it is the one it says it is (OCPP security profiles).
  public enum Proof: Sendable, Equatable {
    /// Not at all (profile 0).
    case none
    /// By its password, with HTTP Basic authentication (profiles 1 and 2).
    case password
    /// By the certificate of its connection, whose common name or one of whose DNS names is its
    /// identity (profile 3).
    case certificate
  }

  /// The rules at a door; every listener may have its own.
  public struct Rules: Sendable, Equatable {
    /// Whether stations that are not on record may connect, and then are.
    public var admitsUnknown: Bool
    public var proof: Proof
    /// Which web pages may connect; nil for all, where they would have to prove who they are.
    public var browsers: BrowserRule?

    public init(
      admitsUnknown: Bool = false, proof: Proof = .password, browsers: BrowserRule? = nil
    ) {
      self.admitsUnknown = admitsUnknown
      self.proof = proof
      self.browsers = browsers
    }
  }

  /// What a station showed of itself.
  public struct Credentials: Sendable {
    public var basic: BasicCredentials?
    public var certificate: ClientCertificate?

    public init(basic: BasicCredentials? = nil, certificate: ClientCertificate? = nil) {
      self.basic = basic
      self.certificate = certificate
    }
  }

  /// What becomes of a station at the door.
  public enum Decision: Sendable, Equatable {
    case admit
    /// Not on record, or switched off: both look the same from outside.
    case unknown
    case wrongPassword
    case wrongCertificate
  }

  /// The rules of listeners that have none of their own.
  public let rules: Rules
  private let stations = Mutex<[Text: StationAccess]>([:])
  private let owners = Mutex<[Text: StationOwner]>([:])
  private let revoked = Mutex<Set<CertificateName>>([])

  public init(rules: Rules) { self.rules = rules }

  public func set(_ identity: Text, _ admission: StationAccess) {
    stations.withLock { $0[identity] = admission }
  }

  public func remove(_ identity: Text) {
    stations.withLock { _ = $0.removeValue(forKey: identity) }
  }

  /// Changes what is known of a station in one go; nothing is known of one that is not on record.
  public func update<Value>(_ identity: Text, _ body: (inout StationAccess?) -> Value) -> Value {
    stations.withLock { body(&$0[identity]) }
  }

  public func access(of identity: Text) -> StationAccess? {
    stations.withLock { $0[identity] }
  }

  public var count: Int { stations.withLock { $0.count } }

  /// The company a station belongs to; nil for none, and for a station that is not there.
  public func company(of identity: Text) -> Text? { owner(of: identity)?.company }

  public func owner(of identity: Text) -> StationOwner? { owners.withLock { $0[identity] } }

  public func setOwner(_ owner: StationOwner?, of identity: Text) {
    owners.withLock { $0[identity] = owner }
  }

  /// The certificates that no station comes in with any more, all of them.
  public func setRevoked(_ names: Set<CertificateName>) { revoked.withLock { $0 = names } }

  /// Whether the certificate was revoked, under its issuer's name or whoever issued it.
  public func isRevoked(_ name: CertificateName) -> Bool {
    revoked.withLock {
      $0.contains(name) || $0.contains(CertificateName(name.serialNumber, of: ""))
    }
  }

  /// Decides on a station that wants to connect, with what it showed.
  public func decide(_ identity: Text, _ shown: Credentials, under rules: Rules) -> Decision {
    judge(identity, shown, under: rules).decision
  }

  /// The same, and with which key it came in, where a key counts.
  func judge(
    _ identity: Text, _ shown: Credentials, under rules: Rules
  ) -> (decision: Decision, key: UsedKey?) {
    // Whoever has another's certificate does not learn which stations there are.
    if rules.proof == .certificate {
      guard let certificate = shown.certificate, certificate.isFor("\(identity)"),
        !isRevoked(CertificateName(certificate))
      else { return (.wrongCertificate, nil) }
    }
    guard let access = access(of: identity) else {
      return (rules.admitsUnknown ? .admit : .unknown, nil)
    }
    guard access.isEnabled else { return (.unknown, nil) }
    guard rules.proof == .password else { return (.admit, nil) }
    guard let basic = shown.basic,
      let password = StationDirectory.password(in: basic, of: identity),
      let key = access.key(shownAs: password)
    else { return (.wrongPassword, nil) }
    return (.admit, key)
  }

  /// What follows the identity and a colon in the credentials: the user name of HTTP Basic is the
  /// station's identity (security extension §3), which may itself have a colon in it.
  private static func password(
    in basic: BasicCredentials, of identity: Text
  ) -> [UInt8]? {
    let pair = Array(basic.user.utf8) + [0x3A] + basic.password
    let name = identity.bytes + [0x3A]
    guard pair.count >= name.count,
      equalInConstantTime(Array(pair[..<name.count]), name)
    else { return nil }
    return Array(pair[name.count...])
  }
}

extension StationAccess {
  /// The key that a password is; the station's own first.
  fileprivate func key(shownAs password: [UInt8]) -> UsedKey? {
    let known = trials.map(\.candidate.id)
    if let credential, credential.matches(password) {
      return UsedKey(used: .current, among: known, digest: credential)
    }
    for trial in trials {
      guard let digest = trial.matched(by: password) else { continue }
      return UsedKey(used: .candidate(trial.candidate.id), among: known, digest: digest)
    }
    return nil
  }
}
