public import OCPPJSON

extension StoreReader {
  /// Who may do what.
  public func access() throws(StoreError) -> AccessRows {
    AccessRows(
      users: try users(), signIns: try signIns(), keys: try apiKeys(),
      disabledCompanies: try disabledCompanies(), version: try accessVersion())
  }

  /// The number that `StoreEditor.touchAccess` counts up.
  public func accessVersion() throws(StoreError) -> Int {
    Int(try database.number("SELECT value FROM counters WHERE name = 'access'") ?? 0)
  }

  /// All users, by email.
  public func users() throws(StoreError) -> [UserRow] {
    let query = try database.statement(
      """
      SELECT id, email, full_name, password_hash, role, company_id, driver_id, enabled, created_at,
        updated_at, last_login FROM users ORDER BY email_folded
      """)
    defer { query.reset() }
    var rows: [UserRow] = []
    while try query.step() { rows.append(StoreReader.user(query)) }
    return rows
  }

  /// A user, or nil.
  public func user(_ id: Text) throws(StoreError) -> UserRow? {
    let query = try database.statement(
      """
      SELECT id, email, full_name, password_hash, role, company_id, driver_id, enabled, created_at,
        updated_at, last_login FROM users WHERE id = ?
      """)
    defer { query.reset() }
    return try query.bind(id).step() ? StoreReader.user(query) : nil
  }

  private static func user(_ query: Statement) -> UserRow {
    var row = UserRow(
      id: query.text(0), email: query.text(1), passwordHash: query.text(3), role: query.text(4),
      company: query.optionalText(5), createdAt: query.dateTime(8))
    row.fullName = query.optionalText(2)
    row.driver = query.optionalText(6)
    row.isEnabled = query.bool(7)
    row.updatedAt = query.dateTime(9)
    row.lastLogin = query.optionalDateTime(10)
    return row
  }

  private func signIns() throws(StoreError) -> [SignInRow] {
    let query = try database.statement(
      "SELECT id, user_id, generation, created_at, expires_at FROM sign_ins")
    defer { query.reset() }
    var rows: [SignInRow] = []
    while try query.step() {
      rows.append(
        SignInRow(
          id: query.text(0), user: query.text(1), generation: query.int(2),
          createdAt: query.dateTime(3), expiresAt: query.dateTime(4)))
    }
    return rows
  }

  private func disabledCompanies() throws(StoreError) -> [Text] {
    let query = try database.statement("SELECT id FROM companies WHERE enabled = 0")
    defer { query.reset() }
    var ids: [Text] = []
    while try query.step() { ids.append(query.text(0)) }
    return ids
  }

  /// A sealed secret, or nil.
  public func secret(_ name: Text) throws(StoreError) -> [UInt8]? {
    let query = try database.statement("SELECT sealed FROM secrets WHERE name = ?")
    defer { query.reset() }
    return try query.bind(name).step() ? query.blob(0) : nil
  }
}
