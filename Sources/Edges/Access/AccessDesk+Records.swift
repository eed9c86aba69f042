import Network
public import OCPPJSON
public import Store
import Synchronization

/// Users and keys, changed in the store first and then in memory.
extension AccessDesk {
  public var users: [UserRow] {
    state.withLock { $0.users.values.sorted { $0.email.caseFolded < $1.email.caseFolded } }
  }

  public var keys: [APIKeyRow] {
    state.withLock { $0.keys.values.sorted { $0.name < $1.name } }
  }

  /// Runs an edit of users or keys and reads everything again when it is durable.
  public func change<Value: Sendable>(
    _ edit: @escaping @Sendable (StoreEditor) throws(StoreError) -> Value,
    _ completion: @escaping @Sendable (Result<Value, StoreError>) -> Void
  ) {
    store.write(edit) { [self] result in
      guard case .success = result else { return completion(result) }
      renew { renewed in
        switch renewed {
        case .success: completion(result)
        case .failure(let error): completion(.failure(error))
        }
      }
    }
  }

  /// Hashes a password off the caller's thread; false when too many wait.
  public func hash(_ password: String, _ completion: @escaping @Sendable (Text) -> Void) -> Bool {
    hasher.run { [self] in completion(hasher.hash(password)) }
  }

  /// A new person's id.
  public static func makeUserID() -> Text { Text("u_" + hex(secureRandomBytes(8))) }

  /// A password that is generated: 20 characters out of 32, 100 bits.
  public static func makePassword() -> String {
    let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
    return String(secureRandomBytes(20).map { letters[Int($0 & 31)] })
  }

  /// Notes that a key was used; written at most every ten minutes per key.
  func noteUse(of name: Text) {
    let now = clock()
    let isDue = uses.withLock { uses in
      if let last = uses[name], now.milliseconds - last.milliseconds < 600_000 { return false }
      uses[name] = now
      return true
    }
    guard isDue else { return }
    store.write { (editor) throws(StoreError) in
      try editor.usedAPIKey(name, at: now)
    } completion: { [self] result in
      guard case .success = result else { return }
      state.withLock { state in
        guard let known = state.keys.first(where: { $0.value.name == name }) else { return }
        state.keys[known.key]?.lastUsed = now
      }
    }
  }
}

extension AccessDesk {
  /// Adds a user and waits until that is durable; for the start of a server.
  public func add(_ user: UserRow) throws(StoreError) {
    try store.write { (editor) throws(StoreError) in try editor.createUser(user) }
    try reload()
  }
}
