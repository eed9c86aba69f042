internal import CSMSCore
public import OCPPJSON

/// What went with a record, for those who hold stations and tokens in memory.
public struct RecordRemovals: Sendable, Equatable {
  public var stations: [Text] = []
  public var tokens: [Text] = []
  /// Tokens that stay, without what blocked them.
  public var released: [Text] = []
  public init() {}
}

/// Deletes records with what belongs to them, or says that something does.
extension StoreEditor {
  /// - Throws: `notFound`; `hasChildren` when something belongs to it and `cascade` is false.
  public func removeCompany(_ id: Text, cascade: Bool) throws(StoreError) -> RecordRemovals {
    let key = RecordValue.text(id)
    if !cascade {
      for (table, noun) in [
        ("sites", "sites"), ("stations", "chargers"), ("drivers", "drivers"),
        ("tokens", "RFID cards"), ("tariffs", "tariffs"), ("users", "users"),
        ("api_keys", "API keys"),
      ] {
        try refuse("company \(id)", if: try hasRow(table, "company_id", key), noun)
      }
    }
    var removals = RecordRemovals()
    removals.stations = try column("identity", of: "stations", where: "company_id", key)
    removals.tokens = try column("id_tag", of: "tokens", where: "company_id", key)
    // What was taken out of the company, but not out of its sites and its drivers' hands.
    for site in try column("id", of: "sites", where: "company_id", key) {
      try release("stations", "site_id", .text(site), unlessOf: id, orNobodys: true)
      removals.stations += try column("identity", of: "stations", where: "site_id", .text(site))
        .filter { !removals.stations.contains($0) }
    }
    for driver in try column("id", of: "drivers", where: "company_id", key) {
      try release("tokens", "driver_id", .text(driver), unlessOf: id, orNobodys: true)
      removals.tokens += try column("id_tag", of: "tokens", where: "driver_id", .text(driver))
        .filter { !removals.tokens.contains($0) }
    }
    for station in removals.stations {
      try needOwnSessions(at: station, id, sparesNobodys: false)
    }
    for token in removals.tokens { try removeToken(token) }
    for station in removals.stations { try deleteStation(station, cascade: true) }
    for table in ["drivers", "sites", "tariffs", "tariff_versions", "users", "api_keys"] {
      try remove(table, "company_id", key)
    }
    try buryCompany(id)
    try database.statement(
      "DELETE FROM deliveries WHERE event_id IN (SELECT id FROM events WHERE company_id = ?)"
    ).bind(id).run()
    try remove("events", "company_id", key)
    try remove("webhooks", "company_id", key)
    try remove("companies", "id", key)
    writer.outbox.forget()
    try touchAccess()
    return removals
  }

  /// What it sold at stations that went to somebody else stays on record. A later company of the same
  /// name is another one.
  private func buryCompany(_ id: Text) throws(StoreError) {
    let epitaph = try database.statement(
      "SELECT ? || ' (deleted ' || strftime('%Y-%m-%dT%H:%M:%fZ', 'now') || ')'")
    _ = try epitaph.bind(id).step()
    let name = epitaph.text(0)
    epitaph.reset()
    for table in ["charge_sessions", "transactions"] {
      try database.statement(composed: "UPDATE \(table) SET company_id = ? WHERE company_id = ?")
        .bind(name).bind(id).run()
    }
  }

  /// Its own company's chargers go with it; others only stand there no more.
  /// - Parameter company: the only one whose sessions may go too; nil when all of the site's may.
  /// - Throws: `hasChildren`, `hasTransactions`.
  public func removeSite(
    _ id: Text, cascade: Bool, seenBy company: Text? = nil
  ) throws(StoreError) -> RecordRemovals {
    let key = RecordValue.text(id)
    var removals = RecordRemovals()
    let owner = try column("company_id", of: "sites", where: "id", key).first ?? Text()
    try release("stations", "site_id", key, unlessOf: owner)
    removals.stations = try column("identity", of: "stations", where: "site_id", key)
    try refuse("site \(id)", if: !cascade && !removals.stations.isEmpty, "chargers")
    for station in removals.stations {
      try needOwnSessions(at: station, owner, sparesNobodys: company != nil)
      try deleteStation(station, cascade: true)
    }
    try remove("sites", "id", key)
    return removals
  }

  /// - Parameter company: the only one whose sessions may go with it; nil when all may.
  /// - Throws: `hasChildren`, `hasTransactions`.
  public func removeCharger(
    _ id: Text, cascade: Bool, seenBy company: Text? = nil
  ) throws(StoreError) -> RecordRemovals {
    if !cascade {
      let query = try database.statement(
        """
        SELECT 1 FROM connector_records r JOIN stations s ON s.id = r.station_id
        WHERE s.identity = ? LIMIT 1
        """)
      let hasConnectors = try query.bind(id).step()
      query.reset()
      try refuse("charger \(id)", if: hasConnectors, "connectors")
    }
    try deleteStation(id, cascade: cascade, seenBy: company)
    var removals = RecordRemovals()
    removals.stations = [id]
    return removals
  }

  /// Its own company's cards go with it; others only lose their driver.
  /// - Throws: `hasChildren`.
  public func removeDriver(_ id: Text, cascade: Bool) throws(StoreError) -> RecordRemovals {
    let key = RecordValue.text(id)
    var removals = RecordRemovals()
    let owner = try column("company_id", of: "drivers", where: "id", key).first ?? Text()
    let all = try column("id_tag", of: "tokens", where: "driver_id", key)
    try release("tokens", "driver_id", key, unlessOf: owner)
    removals.tokens = try column("id_tag", of: "tokens", where: "driver_id", key)
    removals.released = all.filter { !removals.tokens.contains($0) }
    try refuse("driver \(id)", if: !cascade && !removals.tokens.isEmpty, "RFID cards")
    for token in removals.tokens { try removeToken(token) }
    try remove("drivers", "id", key)
    return removals
  }

  public func removeCard(_ id: Text) throws(StoreError) -> RecordRemovals {
    try removeToken(id)
    var removals = RecordRemovals()
    removals.tokens = [id]
    return removals
  }

  /// These tokens changed: stations with a local list are to hear of it.
  public func noteTokens(_ tags: [Text]) throws(StoreError) {
    if tags.isEmpty { return }
    let revision = try nextTokenRevision()
    for tag in tags {
      try database.statement("UPDATE tokens SET revision = ? WHERE id_tag_folded = ?")
        .bind(revision).bind(tag.caseFolded).run()
      try noteMembers(ofGroup: tag)
      try database.statement("DELETE FROM removed_tokens WHERE id_tag_folded = ?")
        .bind(tag.caseFolded).run()
    }
  }

  /// Forgets what somebody says of a connector, and what it reported.
  public func removeConnector(_ number: Int, of station: Text) throws(StoreError) {
    isWriterStale = true
    for table in ["connector_records", "connectors"] {
      try database.statement(
        composed: """
          DELETE FROM \(table) WHERE connector = ?
            AND station_id = (SELECT id FROM stations WHERE identity = ?)
          """
      ).bind(number).bind(station).run()
    }
  }

  /// Deletes a session with its events, and with `cascade` its transaction and meter values.
  /// - Throws: `notFound`; `hasTransactions` when energy may have flowed and `cascade` is false, or
  ///   while it still may, or may in a moment.
  public func removeSession(_ id: Int, cascade: Bool) throws(StoreError) {
    let query = try database.statement("SELECT status FROM transactions WHERE id = ?")
    let status = try query.bind(id).step() ? query.int64(0) : nil
    query.reset()
    if let status {
      if status == 0 { throw error(.hasTransactions, "session \(id) is not over") }
      if !cascade { throw error(.hasTransactions, "session \(id) has a transaction") }
      isWriterStale = true
      try writer.flushAll()
      try lowerTotals(byTransactionsWhere: "id", Int64(id))
      try remove("meter_chunks", "owner", .integer(Int64(id)))
      try remove("transactions", "id", .integer(Int64(id)))
    }
    if try isOrdered(id) { throw error(.hasTransactions, "session \(id) is about to begin") }
    try remove("charge_sessions", "id", .integer(Int64(id)))
  }

  /// Whether a driver waits for it to begin.
  private func isOrdered(_ id: Int) throws(StoreError) -> Bool {
    let query = try database.statement(
      "SELECT 1 FROM charge_sessions WHERE id = ? AND phase IN (1, 2)")
    defer { query.reset() }
    return try query.bind(id).step()
  }

  private func refuse(
    _ what: String, if hasChildren: Bool, _ children: String
  ) throws(StoreError) {
    if hasChildren { throw error(.hasChildren, "\(what) has \(children)") }
  }

  /// Takes what is not the company's out of something that is about to go.
  private func release(
    _ table: String, _ parent: String, _ id: RecordValue, unlessOf company: Text,
    orNobodys: Bool = false
  ) throws(StoreError) {
    try database.statement(
      composed: """
        UPDATE \(table) SET \(parent) = NULL WHERE \(parent) = ? AND ifnull(company_id <> ?, ?)
        """
    ).bind(id).bind(company).bind(!orNobodys).run()
  }

  private func remove(_ table: String, _ column: String, _ value: RecordValue) throws(StoreError) {
    try database.statement(composed: "DELETE FROM \(table) WHERE \(column) = ?").bind(value).run()
  }
}
