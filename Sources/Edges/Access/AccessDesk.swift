import Network
public import OCPPJSON
public import Store
import Synchronization

/// Knows who may use the HTTP interface: people with their sign-ins, programs with their keys. All of
/// it is held in memory, so that a request never waits for the disk, and kept in step with the store.
public final class AccessDesk: Sendable {
  struct State {
    var users: [Text: UserRow] = [:]
    var signIns: [Text: SignInRow] = [:]
    var keys: [[UInt8]: APIKeyRow] = [:]
    var disabledCompanies: Set<Text> = []
    var version = -1
    /// How often a sign-in began or ended here: what was read before does not know of it.
    var signInChanges = 0
    /// The number of each sign-in's beginning, of those that what was read last may lack.
    var begun: [Text: Int] = [:]
    var throttle = LoginThrottle()
  }

  let store: SQLiteStore
  public let hasher: PasswordHasher
  /// Under what the server's secrets are sealed.
  public let vault: SecretVault
  let clock: @Sendable () -> DateTime
  let signingKey: [UInt8]
  let state = Mutex(State())
  /// Last uses of keys that are not written yet, and when they were written last.
  let uses = Mutex<[Text: DateTime]>([:])

  /// Reads users and keys from the store, and makes the signing key if there is none (or it cannot
  /// be read with this vault: then everybody has to sign in again).
  public init(
    store: SQLiteStore, vault: SecretVault, hasher: PasswordHasher,
    clock: @escaping @Sendable () -> DateTime
  ) throws(StoreError) {
    self.store = store
    self.hasher = hasher
    self.vault = vault
    self.clock = clock
    let name: Text = "access-token-key"
    let sealed = try store.read { (reader) throws(StoreError) in try reader.secret(name) }
    if let key = sealed.flatMap({ vault.open($0, name: "\(name)") }) {
      signingKey = key
    } else {
      let key = secureRandomBytes(32)
      signingKey = key
      let fresh = vault.seal(key, name: "\(name)")
      try store.write { (editor) throws(StoreError) in try editor.setSecret(name, to: fresh) }
    }
    try reload()
  }

  /// Reads everything from the store again.
  public func reload() throws(StoreError) {
    adopt(try store.read { (reader) throws(StoreError) in try reader.access() })
  }

  /// Reads everything again. Who signed in or out meanwhile stays in, or out.
  func renew(_ completion: @escaping @Sendable (Result<Void, StoreError>) -> Void) {
    store.read { [self] (reader) throws(StoreError) in
      (state.withLock { $0.signInChanges }, try reader.access())
    } completion: { [self] result in
      completion(result.map { adopt($0.1, knowing: $0.0) })
    }
  }

  /// Takes over what somebody else changed in the store, `ocpp admin` perhaps; to be called now and
  /// then, from any thread.
  public func refreshIfChanged(_ onError: @escaping @Sendable (StoreError) -> Void) {
    let known = state.withLock { $0.version }
    store.read { (reader) throws(StoreError) in
      try reader.accessVersion() != known
    } completion: { [self] result in
      switch result {
      case .success(let isNew):
        if isNew { renew { if case .failure(let error) = $0 { onError(error) } } }
      case .failure(let error): onError(error)
      }
    }
  }

  /// - Parameter changes: how many changes of sign-ins the rows know of; nil for all.
  func adopt(_ rows: AccessRows, knowing changes: Int? = nil) {
    state.withLock { state in
      let known = state.signIns
      let changes = changes ?? state.signInChanges
      let isAll = changes == state.signInChanges
      state.users = Dictionary(rows.users.map { ($0.id, $0) }) { $1 }
      let signIns = rows.signIns.compactMap { isAll ? $0 : known[$0.id] }
      state.signIns = Dictionary(signIns.map { ($0.id, $0) }) { $1 }
      state.begun = state.begun.filter { $0.value > changes }
      for id in state.begun.keys { state.signIns[id] = known[id] }
      state.keys = Dictionary(rows.keys.map { ($0.digest, $0) }) { $1 }
      state.disabledCompanies = Set(rows.disabledCompanies)
      state.version = rows.version
    }
  }

  // MARK: Who is it

  /// Whoever shows this token: an access token or an API key; nil when it opens nothing.
  public func principal(showing token: String) -> Principal? {
    token.hasPrefix(AccessDesk.keyPrefix) ? program(token) : person(token)
  }

  private func program(_ key: String) -> Principal? {
    let digest = AccessDesk.digest(of: key)
    // By its digest: what the time of the look-up tells is nothing about any key.
    let found: Principal? = state.withLock { state in
      guard let row = state.keys[digest], let role = Role(rawValue: "\(row.role)"),
        !state.isDisabled(row.company)
      else { return nil }
      return Principal(.key(name: row.name), role: role, company: row.company)
    }
    if case .key(let name)? = found?.proof { noteUse(of: name) }
    return found
  }

  private func person(_ token: String) -> Principal? {
    let now = clock()
    guard let token = WebToken(token, key: signingKey, now: now.milliseconds / 1000) else {
      return nil
    }
    return state.withLock { state in
      guard let signIn = state.signIns[Text(token.sid)], signIn.expiresAt > now,
        signIn.user == Text(token.sub)
      else { return nil }
      return state.principal(signIn)
    }
  }

  /// A new key for a program: 32 random bytes as text.
  public static func makeKey() -> String { keyPrefix + hex(secureRandomBytes(32)) }

  /// What is kept of a key. Keys are random, so that their SHA-256 is as good as they are.
  public static func digest(of key: String) -> [UInt8] { sha256(Array(key.utf8)) }

  static let keyPrefix = "ocpp_"

  static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}

extension AccessDesk.State {
  func isDisabled(_ company: Text?) -> Bool {
    company.map { disabledCompanies.contains($0) } ?? false
  }

  /// The person of a sign-in as it is now; nil when switched off since.
  func principal(_ signIn: SignInRow) -> Principal? {
    guard let user = users[signIn.user], user.isEnabled, !isDisabled(user.company),
      let role = Role(rawValue: "\(user.role)")
    else { return nil }
    return Principal(
      .user(id: user.id, email: user.email, signIn: signIn.id), role: role, company: user.company,
      driver: user.driver)
  }
}
