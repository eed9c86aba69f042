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

  /// Puts a token in place of one with the same tag.
  public func putToken(_ token: TokenRow) throws(StoreError) {
    try database.statement(
      """
      INSERT OR REPLACE INTO tokens(id_tag_folded, id_tag, status, expiry, parent,
        maximum_transactions, revision) VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    ).bind(token.idTag.caseFolded).bind(token.idTag).bind(token.status).bind(token.expiry)
      .bind(token.parent).bind(token.maximumTransactions).bind(try nextTokenRevision()).run()
    try database.statement("DELETE FROM removed_tokens WHERE id_tag_folded = ?")
      .bind(token.idTag.caseFolded).run()
  }

  /// - Throws: `notFound`.
  public func removeToken(_ idTag: Text) throws(StoreError) {
    try database.statement("DELETE FROM tokens WHERE id_tag_folded = ?").bind(idTag.caseFolded)
      .run()
    if database.changes == 0 { throw error(.notFound, "there is no token \(idTag)") }
    try database.statement(
      "INSERT OR REPLACE INTO removed_tokens(id_tag_folded, id_tag, revision) VALUES (?, ?, ?)"
    ).bind(idTag.caseFolded).bind(idTag).bind(try nextTokenRevision()).run()
    try database.statement(
      """
      DELETE FROM removed_tokens
      WHERE revision <= (SELECT value FROM counters WHERE name = 'tokens') - ?
      """
    ).bind(StoreLimits.removedTokens).run()
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
