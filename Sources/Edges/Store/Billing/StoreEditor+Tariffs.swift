public import OCPPJSON

/// Where tariffs are attached.
extension StoreEditor {
  private static let holders: [(table: String, noun: String)] = [
    ("companies", "a company"), ("sites", "sites"), ("stations", "chargers"),
    ("connector_records", "connectors"), ("drivers", "drivers"),
  ]

  /// Deletes a tariff; its versions stay, for the sessions that have them.
  /// - Throws: `hasChildren` when it is attached to something and `cascade` is false; with `cascade`
  ///   it is taken from there.
  public func removeTariff(_ id: Text, cascade: Bool) throws(StoreError) {
    for (table, noun) in Self.holders {
      if cascade {
        try database.statement(
          composed: "UPDATE \(table) SET tariff_id = NULL WHERE tariff_id = ?"
        ).bind(id).run()
      } else if try hasRow(table, "tariff_id", .text(id)) {
        throw error(.hasChildren, "tariff \(id) is attached to \(noun)")
      }
    }
    try database.statement("DELETE FROM tariffs WHERE id = ?").bind(id).run()
  }
}
