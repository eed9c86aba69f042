public import OCPPJSON

extension StoreEditor {
  /// Keeps a new user.
  /// - Throws: `exists` for an email that is there already, `notFound` for a company or a driver that
  ///   is not.
  public func createUser(_ user: UserRow) throws(StoreError) {
    if let company = user.company { try needCompany(company) }
    if let driver = user.driver { try needDriver(driver, of: user.company) }
    try database.statement(
      """
      INSERT INTO users(id, email, email_folded, full_name, password_hash, role, company_id,
        driver_id, enabled, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """
    ).bind(user.id).bind(user.email).bind(user.email.caseFolded).bind(user.fullName)
      .bind(user.passwordHash).bind(user.role).bind(user.company).bind(user.driver)
      .bind(user.isEnabled).bind(user.createdAt).bind(user.updatedAt).run()
    if database.changes == 0 { throw error(.exists, "there is a user \(user.email) already") }
    try touchAccess()
  }

  /// Puts a user in place of the one with the same id. Only for a row that was read in this commit.
  /// - Throws: `notFound`; `exists` when the email is another user's.
  public func updateUser(_ user: UserRow, endingSignIns: Bool) throws(StoreError) {
    if let company = user.company { try needCompany(company) }
    // One that was deleted since does not keep the rest from being changed.
    if let driver = user.driver, try reader.user(user.id)?.driver != driver {
      try needDriver(driver, of: user.company)
    }
    let taken = try database.statement("SELECT 1 FROM users WHERE email_folded = ? AND id <> ?")
    let isTaken = try taken.bind(user.email.caseFolded).bind(user.id).step()
    taken.reset()
    if isTaken { throw error(.exists, "there is a user \(user.email) already") }
    try database.statement(
      """
      UPDATE users SET email = ?, email_folded = ?, full_name = ?, password_hash = ?, role = ?,
        company_id = ?, driver_id = ?, enabled = ?, updated_at = ? WHERE id = ?
      """
    ).bind(user.email).bind(user.email.caseFolded).bind(user.fullName).bind(user.passwordHash)
      .bind(user.role).bind(user.company).bind(user.driver).bind(user.isEnabled)
      .bind(user.updatedAt).bind(user.id).run()
    if database.changes == 0 { throw error(.notFound, "there is no user \(user.id)") }
    if endingSignIns { try removeSignIns(of: user.id) }
    try touchAccess()
  }

  /// Changes a user as it is at this moment, whatever others changed of it before, and ends all its
  /// sign-ins when it may do something else from now on, or with another password.
  /// - Throws: what `change` throws; `notFound`; `exists` when the email is another user's;
  ///   `lastAdmin`.
  public func changeUser(
    _ id: Text, at now: DateTime, _ change: (inout UserRow) throws(StoreError) -> Void
  ) throws(StoreError) -> UserRow {
    guard let before = try reader.user(id) else {
      throw error(.notFound, "there is no user \(id)")
    }
    var user = before
    try change(&user)
    user.updatedAt = now
    if !user.isAdmin { try keepAnAdmin(without: before) }
    try updateUser(
      user,
      endingSignIns: user.passwordHash != before.passwordHash || user.role != before.role
        || user.company != before.company || user.driver != before.driver
        || user.isEnabled != before.isEnabled)
    return user
  }

  /// Somebody has to be able to let others in.
  private func keepAnAdmin(without user: UserRow) throws(StoreError) {
    guard user.isAdmin else { return }
    if try !reader.users().contains(where: { $0.isAdmin && $0.id != user.id }) {
      throw error(.lastAdmin, "this is the last admin; make another one first")
    }
  }

  /// - Parameter keepsAnAdmin: whether the last admin stays.
  /// - Throws: `notFound`, `lastAdmin`.
  public func removeUser(_ id: Text, keepsAnAdmin: Bool = false) throws(StoreError) {
    if keepsAnAdmin, let user = try reader.user(id) { try keepAnAdmin(without: user) }
    try database.statement("DELETE FROM users WHERE id = ?").bind(id).run()
    if database.changes == 0 { throw error(.notFound, "there is no user \(id)") }
    try touchAccess()
  }

  /// Keeps a sign-in and forgets the person's oldest ones beyond `limit`, and all that are over.
  /// - Parameter user: as it was when the password was checked.
  /// - Returns: false, and nothing is kept, when the person is not that any more: checking takes a
  ///   while, and a password that was changed meanwhile is good no more.
  public func createSignIn(
    _ signIn: SignInRow, of user: UserRow, keeping limit: Int
  ) throws(StoreError) -> Bool {
    guard let now = try reader.user(user.id), now.isEnabled, now.passwordHash == user.passwordHash,
      now.role == user.role, now.company == user.company, now.driver == user.driver,
      try !isDisabled(now.company)
    else { return false }
    try database.statement("DELETE FROM sign_ins WHERE expires_at <= ?").bind(signIn.createdAt)
      .run()
    try database.statement(
      """
      DELETE FROM sign_ins WHERE id IN (
        SELECT id FROM sign_ins WHERE user_id = ? ORDER BY created_at DESC LIMIT -1 OFFSET ?)
      """
    ).bind(signIn.user).bind(max(limit - 1, 0)).run()
    try database.statement(
      """
      INSERT INTO sign_ins(id, user_id, generation, created_at, expires_at)
      VALUES (?, ?, ?, ?, ?)
      """
    ).bind(signIn.id).bind(signIn.user).bind(signIn.generation).bind(signIn.createdAt)
      .bind(signIn.expiresAt).run()
    try database.statement("UPDATE users SET last_login = ? WHERE id = ?").bind(signIn.createdAt)
      .bind(signIn.user).run()
    return true
  }

  private func isDisabled(_ company: Text?) throws(StoreError) -> Bool {
    guard let company else { return false }
    let query = try database.statement("SELECT 1 FROM companies WHERE id = ? AND enabled = 0")
    defer { query.reset() }
    return try query.bind(company).step()
  }

  /// Counts the sign-in's generation up when it still is `generation`; false when it is not.
  public func rotateSignIn(
    _ id: Text, from generation: Int, expiresAt: DateTime
  ) throws(StoreError) -> Bool {
    try database.statement(
      """
      UPDATE sign_ins SET generation = generation + 1, expires_at = ?
      WHERE id = ? AND generation = ?
      """
    ).bind(expiresAt).bind(id).bind(generation).run()
    return database.changes == 1
  }

  /// Ends a sign-in; one that is over already is nobody's loss.
  public func removeSignIn(_ id: Text) throws(StoreError) {
    try database.statement("DELETE FROM sign_ins WHERE id = ?").bind(id).run()
  }

  /// Ends all sign-ins of a person.
  public func removeSignIns(of user: Text) throws(StoreError) {
    try database.statement("DELETE FROM sign_ins WHERE user_id = ?").bind(user).run()
  }

  /// Keeps a secret, which must be sealed already.
  public func setSecret(_ name: Text, to sealed: [UInt8]) throws(StoreError) {
    try database.statement("INSERT OR REPLACE INTO secrets(name, sealed) VALUES (?, ?)")
      .bind(name).bind(sealed).run()
  }

  /// Lets whoever holds users and keys in memory know that they changed.
  public func touchAccess() throws(StoreError) {
    try database.statement(
      """
      INSERT INTO counters(name, value) VALUES ('access', 1)
      ON CONFLICT(name) DO UPDATE SET value = value + 1
      """
    ).run()
  }

  /// - Parameter company: the one that the driver has to be of; nil for any.
  private func needDriver(_ id: Text, of company: Text?) throws(StoreError) {
    let query = try database.statement("SELECT company_id FROM drivers WHERE id = ?")
    defer { query.reset() }
    guard try query.bind(id).step() else { throw error(.notFound, "there is no driver \(id)") }
    if let company, query.text(0) != company {
      throw error(.notFound, "company \(company) has no driver \(id)")
    }
  }

  func needCompany(_ id: Text) throws(StoreError) {
    let query = try database.statement("SELECT 1 FROM companies WHERE id = ?")
    defer { query.reset() }
    if try !query.bind(id).step() { throw error(.notFound, "there is no company \(id)") }
  }
}
