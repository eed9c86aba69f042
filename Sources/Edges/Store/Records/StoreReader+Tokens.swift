public import OCPPJSON

/// Whose tokens.
public enum TokenOwner: Sendable {
  case everybody
  case card(Text)
  case driver(Text)
  case company(Text)
}

extension StoreReader {
  /// Tokens as they count: those of a driver or a company that is switched off are blocked.
  public func effectiveTokens(of owner: TokenOwner) throws(StoreError) -> [OwnedToken] {
    let (condition, value): (String, RecordValue) =
      switch owner {
      case .everybody: ("?1 IS NULL", .null)
      case .card(let tag): ("t.id_tag_folded = ?1", .text(tag.caseFolded))
      case .driver(let id): ("t.driver_id = ?1", .text(id))
      case .company(let id): ("t.company_id = ?1", .text(id))
      }
    let query = try database.statement(
      composed: """
        SELECT t.id_tag, CASE WHEN t.status = 'Accepted'
            AND (ifnull(d.enabled, 1) = 0 OR ifnull(c.enabled, 1) = 0) THEN 'Blocked'
            ELSE t.status END, t.expiry, t.parent, t.company_id,
          t.maximum_transactions
        FROM tokens t LEFT JOIN drivers d ON d.id = t.driver_id
        LEFT JOIN companies c ON c.id = t.company_id WHERE \(condition)
        """)
    defer { query.reset() }
    query.bind(value)
    var rows: [OwnedToken] = []
    while try query.step() {
      rows.append(
        OwnedToken(
          token: TokenRow(
            idTag: query.text(0), status: query.text(1), expiry: query.optionalDateTime(2),
            parent: query.optionalText(3), maximumTransactions: query.optionalInt(5)),
          company: query.optionalText(4)))
    }
    return rows
  }

  /// The company a token belongs to; nil for none, and for a token that is not there.
  public func company(ofToken idTag: Text) throws(StoreError) -> Text? {
    let query = try database.statement("SELECT company_id FROM tokens WHERE id_tag_folded = ?")
    defer { query.reset() }
    return try query.bind(idTag.caseFolded).step() ? query.optionalText(0) : nil
  }

  /// The company a transaction was of when it began; nil for none.
  public func company(ofTransaction id: Int) throws(StoreError) -> Text? {
    let query = try database.statement("SELECT company_id FROM charge_sessions WHERE id = ?")
    defer { query.reset() }
    return try query.bind(id).step() ? query.optionalText(0) : nil
  }

  /// Every station that belongs to a company, with it and since when; that is when it came on record, if
  /// it never was another's.
  public func ownedStations() throws(StoreError) -> [(
    station: Text, company: Text, since: DateTime
  )] {
    let query = try database.statement(
      """
      SELECT identity, company_id, ifnull(company_since, created_at) FROM stations
      WHERE company_id IS NOT NULL
      """)
    defer { query.reset() }
    var rows: [(station: Text, company: Text, since: DateTime)] = []
    while try query.step() {
      rows.append((query.text(0), query.text(1), query.dateTime(2)))
    }
    return rows
  }
}

extension StoreReader {
  /// Whose tokens companies accept beside their own, as their records have it.
  public func acceptedTokens() throws(StoreError) -> [(company: Text, list: Text)] {
    let query = try database.statement(
      "SELECT id, accepts_tokens_of FROM companies WHERE accepts_tokens_of IS NOT NULL")
    defer { query.reset() }
    var rows: [(company: Text, list: Text)] = []
    while try query.step() { rows.append((query.text(0), query.text(1))) }
    return rows
  }
}

/// Whose tokens a station is told of; those of no company are always among them.
public enum TokenScope: Sendable, Equatable {
  case everybodys
  case of([Text])

  /// A JSON list of the companies; nil for all.
  var json: Text? {
    guard case .of(let companies) = self else { return nil }
    var writer = JSONWriter(capacity: 256)
    writer.beginArray()
    for company in companies {
      writer.item()
      writer.text(company)
    }
    writer.endArray()
    return Text(utf8: writer.withBytes { [UInt8]($0) })
  }
}

/// A token as it counts, with the company it belongs to.
public struct OwnedToken: Sendable, Equatable {
  public var token: TokenRow
  public var company: Text?
}
