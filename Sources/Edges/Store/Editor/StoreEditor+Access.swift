public import OCPPJSON

extension StoreEditor {
  /// Keeps a new user.
  /// - Throws: `exists` for an email that is there already, `notFound` for a company that is not.
  public func createUser(_ user: UserRow) throws(StoreError) {
    if let company = user.company { try needCompany(company) }
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

  /// Puts a user in place of the one with the same id. A change of password, role, company or
  /// `isEnabled` ends all sign-ins.
  /// - Throws: `notFound`; `exists` when the email is another user's.
  public func updateUser(_ user: UserRow, endingSignIns: Bool) throws(StoreError) {
    if let company = user.company { try needCompany(company) }
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

  /// - Throws: `notFound`.
  public func removeUser(_ id: Text) throws(StoreError) {
    try database.statement("DELETE FROM users WHERE id = ?").bind(id).run()
    if database.changes == 0 { throw error(.notFound, "there is no user \(id)") }
    try touchAccess()
  }

  /// Keeps a sign-in and forgets the person's oldest ones beyond `limit`, and all that are over.
  public func createSignIn(_ signIn: SignInRow, keeping limit: Int) throws(StoreError) {
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

  func needCompany(_ id: Text) throws(StoreError) {
    let query = try database.statement("SELECT 1 FROM companies WHERE id = ?")
    defer { query.reset() }
    if try !query.bind(id).step() { throw error(.notFound, "there is no company \(id)") }
  }
}
