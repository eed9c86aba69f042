public import OCPPJSON

/// Changes what operators administer, all of it in one commit. Valid only inside the closure it is
/// handed to.
public final class StoreEditor {
  let writer: LedgerWriter
  var database: Database { writer.database }
  /// The writer has to forget what it remembers when this is over.
  var isWriterStale = false

  init(_ writer: LedgerWriter) { self.writer = writer }

  func error(_ code: StoreError.Code, _ message: String) -> StoreError {
    StoreError(code, path: database.path, message)
  }

  /// Reads inside the commit, its own changes included.
  public var reader: StoreReader { StoreReader(database) }

  /// Puts a token in place of one with the same tag; what a company keeps of it stays.
  /// - Parameter company: of a token that is new; one of another company is not replaced.
  /// - Throws: `exists`.
  public func putToken(_ token: TokenRow, company: Text? = nil) throws(StoreError) {
    try database.statement(
      """
      INSERT INTO tokens(id_tag_folded, id_tag, status, expiry, parent, company_id, created_at,
        updated_at, maximum_transactions, revision)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, unixepoch() * 1000, unixepoch() * 1000, ?7, ?8)
      ON CONFLICT DO UPDATE SET id_tag = ?2, status = ?3, expiry = ?4, parent = ?5,
        updated_at = unixepoch() * 1000, maximum_transactions = ?7, revision = ?8
      WHERE ?6 IS NULL OR company_id = ?6
      """
    ).bind(token.idTag.caseFolded).bind(token.idTag).bind(token.status).bind(token.expiry)
      .bind(token.parent).bind(company).bind(token.maximumTransactions)
      .bind(try nextTokenRevision()).run()
    if database.changes == 0 {
      throw error(.exists, "the token \(token.idTag) cannot be used")
    }
    try noteMembers(ofGroup: token.idTag)
    try database.statement("DELETE FROM removed_tokens WHERE id_tag_folded = ?")
      .bind(token.idTag.caseFolded).run()
  }

  /// - Throws: `notFound`.
  /// - Parameter company: whose it has to be; nil for anybody's.
  public func removeToken(_ idTag: Text, seenBy company: Text? = nil) throws(StoreError) {
    let owner = try reader.company(ofToken: idTag)
    try database.statement(
      "DELETE FROM tokens WHERE id_tag_folded = ? AND (?2 IS NULL OR company_id = ?2)"
    ).bind(idTag.caseFolded).bind(company).run()
    if database.changes == 0 { throw error(.notFound, "there is no token \(idTag)") }
    try database.statement(
      """
      INSERT OR REPLACE INTO removed_tokens(id_tag_folded, id_tag, company_id, revision)
      VALUES (?, ?, ?, ?)
      """
    ).bind(idTag.caseFolded).bind(idTag).bind(owner).bind(try nextTokenRevision()).run()
    try noteMembers(ofGroup: idTag)
    try database.statement(
      """
      DELETE FROM removed_tokens
      WHERE revision <= (SELECT value FROM counters WHERE name = 'tokens') - ?
      """
    ).bind(StoreLimits.removedTokens).run()
  }

  /// What becomes of a group becomes of its tokens, in local lists too.
  func noteMembers(ofGroup idTag: Text) throws(StoreError) {
    try database.statement(
      """
      UPDATE tokens SET revision = (SELECT value FROM counters WHERE name = 'tokens')
      WHERE parent = ? COLLATE NOCASE
      """
    ).bind(idTag).run()
  }

  /// - Throws: `exists` for a name or key that is there already, `notFound` for a company that is
  ///   not.
  public func createAPIKey(_ key: APIKeyRow) throws(StoreError) {
    if let company = key.company { try needCompany(company) }
    try database.statement(
      """
      INSERT INTO api_keys(name, digest, role, company_id, created_at, last_used)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """
    ).bind(key.name).bind(key.digest).bind(key.role).bind(key.company).bind(key.createdAt)
      .bind(key.lastUsed).run()
    if database.changes == 0 { throw error(.exists, "there is an API key \(key.name) already") }
    try touchAccess()
  }

  /// - Throws: `notFound`.
  public func removeAPIKey(_ name: Text) throws(StoreError) {
    try database.statement("DELETE FROM api_keys WHERE name = ?").bind(name).run()
    if database.changes == 0 { throw error(.notFound, "there is no API key \(name)") }
    try touchAccess()
  }

  /// Notes when a key was last used; an unknown name is nobody's loss.
  public func usedAPIKey(_ name: Text, at now: DateTime) throws(StoreError) {
    try database.statement("UPDATE api_keys SET last_used = ? WHERE name = ?").bind(now).bind(name)
      .run()
  }

  /// Sets a value, or with nil removes it.
  public func setSetting(_ key: Text, to value: Text?) throws(StoreError) {
    if let value {
      try database.statement("INSERT OR REPLACE INTO settings(key, value) VALUES (?, ?)")
        .bind(key).bind(value).run()
    } else {
      try database.statement("DELETE FROM settings WHERE key = ?").bind(key).run()
    }
  }
}
