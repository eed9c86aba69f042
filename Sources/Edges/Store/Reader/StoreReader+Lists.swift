public import OCPPJSON

/// A token as it belongs into a station's local list.
public struct ListedToken: Sendable, Equatable {
  public var idTag: Text
  /// As it counts: that of a driver or a company that is switched off is blocked. Nil when the token
  /// is gone.
  public var token: TokenRow?
  /// Its group, where there is a record of it.
  public var group: TokenRow?
}

extension StoreReader {
  /// The tokens for local lists.
  /// - Parameter revision: only those that changed since then, and those that are gone since then;
  ///   nil for all there are.
  public func listedTokens(since revision: Int? = nil) throws(StoreError) -> [ListedToken] {
    let query = try database.statement(
      """
      SELECT t.id_tag, CASE WHEN t.status = 'Accepted'
          AND (ifnull(d.enabled, 1) = 0 OR ifnull(c.enabled, 1) = 0) THEN 'Blocked'
          ELSE t.status END, t.expiry, t.parent, g.id_tag, g.status, g.expiry
      FROM tokens t LEFT JOIN drivers d ON d.id = t.driver_id
      LEFT JOIN companies c ON c.id = t.company_id
      LEFT JOIN tokens g ON g.id_tag_folded = lower(t.parent)
      WHERE t.revision > ?1
      UNION ALL SELECT id_tag, NULL, NULL, NULL, NULL, NULL, NULL FROM removed_tokens
      WHERE ?2 AND revision > ?1
      """)
    defer { query.reset() }
    query.bind(revision ?? -1).bind(revision != nil)
    var rows: [ListedToken] = []
    while try query.step() {
      var row = ListedToken(idTag: query.text(0))
      row.token = query.optionalText(1).map {
        TokenRow(
          idTag: query.text(0), status: $0, expiry: query.optionalDateTime(2),
          parent: query.optionalText(3))
      }
      row.group = query.optionalText(4).map {
        TokenRow(idTag: $0, status: query.text(5), expiry: query.optionalDateTime(6), parent: nil)
      }
      rows.append(row)
    }
    return rows
  }
}
