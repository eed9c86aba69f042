import Network
public import OCPPJSON
public import Store
import Synchronization

/// What a person has after signing in.
public struct Tokens: Sendable {
  public var access: String
  public var refresh: String
  public var user: UserRow
}

/// Why nobody is signed in.
public enum SignInRefusal: Error, Sendable {
  /// Email and password do not fit, or the person is switched off; the refresh token is over.
  case wrong
  /// A refresh token of this person that was exchanged before: the sign-in is over.
  case shownTwice(UserRow)
  /// Too many failures; in so many seconds again.
  case throttled(seconds: Int64)
  /// Too many wait to be checked.
  case busy
  case store(StoreError)
}

extension AccessDesk {
  /// Checks email and password, and starts a sign-in.
  /// - Parameters:
  ///   - address: where the request comes from, without the port.
  ///   - completion: called once, on any thread.
  public func signIn(
    email: String, password: String, address: String,
    _ completion: @escaping @Sendable (Result<Tokens, SignInRefusal>) -> Void
  ) {
    let now = clock()
    let seconds = now.milliseconds / 1000
    let account = "\(Text(email).caseFolded)"
    let (wait, user): (Int64?, UserRow?) = state.withLock { state in
      if let wait = state.throttle.wait(account: account, address: address, now: seconds) {
        return (wait, nil)
      }
      state.throttle.failed(account: account, address: address, now: seconds)
      let folded = Text(account)
      return (nil, state.users.values.first { $0.email.caseFolded == folded })
    }
    if let wait { return completion(.failure(.throttled(seconds: wait))) }
    let isTaken = hasher.run { [self] in
      let isRight = hasher.verify(password, user?.passwordHash)
      guard isRight, let user, user.isEnabled,
        !state.withLock({ $0.isDisabled(user.company) })
      else { return completion(.failure(.wrong)) }
      begin(user, now) { [self] result in
        if case .failure(.wrong) = result { return completion(result) }
        state.withLock { $0.throttle.succeeded(account: account, address: address) }
        completion(result)
      }
    }
    if !isTaken { completion(.failure(.busy)) }
  }

  private func begin(
    _ user: UserRow, _ now: DateTime,
    _ completion: @escaping @Sendable (Result<Tokens, SignInRefusal>) -> Void
  ) {
    let signIn = SignInRow(
      id: Text(AccessDesk.hex(secureRandomBytes(16))), user: user.id, generation: 1, createdAt: now,
      expiresAt: AccessDesk.refreshExpiry(now))
    store.write { (editor) throws(StoreError) in
      try editor.createSignIn(signIn, of: user, keeping: AccessLimits.signInsPerUser)
    } completion: { [self] result in
      switch result {
      case .failure(let error): return completion(.failure(.store(error)))
      case .success(false): return completion(.failure(.wrong))
      case .success(true): break
      }
      let tokens: Tokens? = state.withLock { state in
        state.signInChanges += 1
        guard var user = state.users[user.id] else { return nil }
        user.lastLogin = now
        state.users[user.id] = user
        state.signIns = state.signIns.filter { $0.value.expiresAt > now }
        let own = state.signIns.values.filter { $0.user == user.id }
          .sorted { $0.createdAt > $1.createdAt }
        for old in own.dropFirst(AccessLimits.signInsPerUser - 1) { state.signIns[old.id] = nil }
        state.signIns[signIn.id] = signIn
        state.begun = state.begun.filter { state.signIns[$0.key] != nil }
        state.begun[signIn.id] = state.signInChanges
        return self.tokens(signIn, user, now)
      }
      completion(tokens.map { .success($0) } ?? .failure(.wrong))
    }
  }

  /// Exchanges a refresh token for a new pair. One that was exchanged before ends the sign-in:
  /// somebody has a copy.
  public func refresh(
    _ text: String, _ completion: @escaping @Sendable (Result<Tokens, SignInRefusal>) -> Void
  ) {
    let now = clock()
    guard let token = RefreshToken(text, key: signingKey) else {
      return completion(.failure(.wrong))
    }
    let id = Text(token.signIn)
    let isGood = state.withLock { state in
      guard let signIn = state.signIns[id], signIn.expiresAt > now else { return false }
      return state.principal(signIn) != nil
    }
    guard isGood else { return completion(.failure(.wrong)) }
    let expiry = AccessDesk.refreshExpiry(now)
    store.write { (editor) throws(StoreError) -> Bool in
      let isNewest = try editor.rotateSignIn(id, from: token.generation, expiresAt: expiry)
      if !isNewest { try editor.removeSignIn(id) }
      return isNewest
    } completion: { [self] result in
      switch result {
      case .failure(let error): completion(.failure(.store(error)))
      case .success(let isNewest):
        completion(goOn(id, isNewest ? token.generation + 1 : nil, until: expiry, now))
      }
    }
  }

  /// A sign-in with a newer number, or without one a sign-in that ended.
  private func goOn(
    _ id: Text, _ generation: Int?, until expiry: DateTime, _ now: DateTime
  ) -> Result<Tokens, SignInRefusal> {
    state.withLock { state in
      state.signInChanges += 1
      guard var signIn = state.signIns[id], let user = state.users[signIn.user] else {
        return .failure(.wrong)
      }
      guard let generation else {
        state.signIns[id] = nil
        return .failure(.shownTwice(user))
      }
      signIn.generation = generation
      signIn.expiresAt = expiry
      state.signIns[id] = signIn
      return .success(tokens(signIn, user, now))
    }
  }

  /// Ends a sign-in: its access tokens and its refresh token are good no more.
  public func signOut(
    _ signIn: Text, _ completion: @escaping @Sendable (Result<Void, StoreError>) -> Void
  ) {
    store.write { (editor) throws(StoreError) in
      try editor.removeSignIn(signIn)
    } completion: { [self] result in
      if case .success = result {
        state.withLock { state in
          state.signInChanges += 1
          state.signIns[signIn] = nil
        }
      }
      completion(result)
    }
  }

  /// The person who signs in with this email, whatever its case, or nil.
  public func user(withEmail email: Text) -> UserRow? {
    let folded = email.caseFolded
    return state.withLock { state in
      state.users.values.first { $0.email.caseFolded == folded }
    }
  }

  /// A person, or nil.
  public func user(_ id: Text) -> UserRow? { state.withLock { $0.users[id] } }

  private func tokens(_ signIn: SignInRow, _ user: UserRow, _ now: DateTime) -> Tokens {
    let seconds = now.milliseconds / 1000
    let access = WebToken(
      user: "\(user.id)", signIn: "\(signIn.id)", issuedAt: seconds,
      expiresAt: seconds + AccessLimits.accessTokenSeconds)
    let refresh = RefreshToken(signIn: "\(signIn.id)", generation: signIn.generation)
    return Tokens(
      access: access.signed(with: signingKey), refresh: refresh.signed(with: signingKey),
      user: user)
  }

  private static func refreshExpiry(_ now: DateTime) -> DateTime {
    DateTime(milliseconds: now.milliseconds + AccessLimits.refreshTokenSeconds * 1000)
  }
}
