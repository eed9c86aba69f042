public import OCPPJSON

extension StoreReader {
  /// Everyone's admission, to be held in memory from the start on.
  public func loadStations() throws(StoreError) -> [StationAdmission] {
    let query = try database.statement(
      "SELECT identity, enabled, credential_salt, credential_digest FROM stations")
    defer { query.reset() }
    var rows: [StationAdmission] = []
    while try query.step() {
      var row = StationAdmission(
        identity: query.text(0), isEnabled: query.bool(1), credential: nil)
      if let salt = query.optionalBlob(2), let digest = query.optionalBlob(3) {
        row.credential = StationCredential(salt: salt, digest: digest)
      }
      rows.append(row)
    }
    return rows
  }

  /// Who made which station, as the stations say.
  public func vendors() throws(StoreError) -> [(station: Text, vendor: Text)] {
    let query = try database.statement(
      "SELECT identity, vendor FROM stations WHERE vendor IS NOT NULL")
    defer { query.reset() }
    var rows: [(station: Text, vendor: Text)] = []
    while try query.step() { rows.append((query.text(0), query.text(1))) }
    return rows
  }

  /// Every token, to be held in memory from the start on.
  public func loadTokens() throws(StoreError) -> [TokenRow] {
    let query = try database.statement(
      "SELECT id_tag, status, expiry, parent, maximum_transactions FROM tokens")
    defer { query.reset() }
    var rows: [TokenRow] = []
    while try query.step() { rows.append(TokenRow(query)) }
    return rows
  }

  /// Tokens in the order of their folded tags, from the one after `cursor` on, at most
  /// `StoreLimits.listedRows`.
  /// - Parameter company: whose; nil for everybody's.
  public func tokens(
    limit: Int, after cursor: Text? = nil, of company: Text? = nil
  ) throws(StoreError) -> [TokenRow] {
    let owner = company == nil ? "" : " AND company_id = ?"
    let query = try database.statement(
      composed: """
        SELECT id_tag, status, expiry, parent, maximum_transactions FROM tokens WHERE id_tag_folded > ?\(owner)
        ORDER BY id_tag_folded LIMIT ?
        """)
    defer { query.reset() }
    query.bind(cursor?.caseFolded ?? Text())
    if let company { query.bind(company) }
    query.bind(min(max(limit, 0), StoreLimits.listedRows))
    var rows: [TokenRow] = []
    while try query.step() { rows.append(TokenRow(query)) }
    return rows
  }

  /// A token, whatever the case of its letters, or nil.
  public func token(_ idTag: Text) throws(StoreError) -> TokenRow? {
    let query = try database.statement(
      "SELECT id_tag, status, expiry, parent, maximum_transactions FROM tokens WHERE id_tag_folded = ?"
    )
    defer { query.reset() }
    return try query.bind(idTag.caseFolded).step() ? TokenRow(query) : nil
  }

  /// The keys of the HTTP interface, by name.
  public func apiKeys() throws(StoreError) -> [APIKeyRow] {
    let query = try database.statement(
      "SELECT name, digest, created_at, last_used, role, company_id FROM api_keys ORDER BY name")
    defer { query.reset() }
    var rows: [APIKeyRow] = []
    while try query.step() {
      rows.append(
        APIKeyRow(
          name: query.text(0), digest: query.blob(1), role: query.text(4),
          company: query.optionalText(5), createdAt: query.dateTime(2),
          lastUsed: query.optionalDateTime(3)))
    }
    return rows
  }

  /// A setting, or nil.
  public func setting(_ key: Text) throws(StoreError) -> Text? {
    let query = try database.statement("SELECT value FROM settings WHERE key = ?")
    defer { query.reset() }
    return try query.bind(key).step() ? query.text(0) : nil
  }
}

extension TokenRow {
  fileprivate init(_ row: Statement) {
    self.init(
      idTag: row.text(0), status: row.text(1), expiry: row.optionalDateTime(2),
      parent: row.optionalText(3), maximumTransactions: row.optionalInt(4))
  }
}
