/// One kind of records: `csms.sites`, `csms.chargers(of: "ACME", site: "YARD")`.
public struct RecordCollection<Row: Decodable & Sendable, Draft: Encodable & Sendable>: Sendable {
  let client: CSMSClient
  let path: String
  let name: String

  private func place(_ id: String) -> String { "\(path)/\(Wire.encoded(id))" }

  /// The records, page by page.
  /// - Parameter filters: names and values of the interface: `["city": "Berlin"]`.
  public func all(_ filters: [String: String] = [:]) -> Pages<Row> {
    client.pages(path + "/", name, filters.sorted { $0.key < $1.key }.map { ($0, $1) })
  }

  /// - Throws: a problem of 404 when there is none.
  public func get(_ id: String) async throws(CSMSError) -> Row {
    try await client.send("GET", place(id))
  }

  /// The record, or nil.
  public func find(_ id: String) async throws(CSMSError) -> Row? {
    do throws(CSMSError) {
      return try await get(id)
    } catch {
      if error.status == 404 { return nil }
      throw error
    }
  }

  /// - Throws: a problem of 409 when the id is taken, of 404 when what it belongs to is missing.
  @discardableResult
  public func create(_ draft: Draft) async throws(CSMSError) -> Row {
    try await client.send("POST", path + "/", body: draft)
  }

  /// Changes what the draft says.
  @discardableResult
  public func update(_ id: String, _ draft: Draft) async throws(CSMSError) -> Row {
    try await client.send("PATCH", place(id), body: draft)
  }

  /// Makes it what the draft says; what it does not say is cleared.
  @discardableResult
  public func replace(_ id: String, _ draft: Draft) async throws(CSMSError) -> Row {
    try await client.send("PUT", place(id), body: draft)
  }

  /// - Parameter cascade: whether what belongs to it goes too.
  /// - Throws: a problem of 409 when something belongs to it and `cascade` is false.
  public func delete(_ id: String, cascade: Bool = false) async throws(CSMSError) {
    try await client.send("DELETE", place(id) + (cascade ? "?cascade=true" : ""))
  }
}

extension CSMSClient {
  private func records<Row, Draft>(
    _ path: String, _ name: String
  ) -> RecordCollection<Row, Draft> {
    RecordCollection(client: self, path: "/db/\(path)", name: name)
  }

  public var companies: RecordCollection<Company, Company.Draft> {
    records("companies", "companies")
  }

  public var sites: RecordCollection<Site, Site.Draft> { records("sites", "sites") }

  public func sites(of company: String) -> RecordCollection<Site, Site.Draft> {
    records("companies/\(Wire.encoded(company))/sites", "sites")
  }

  public var chargers: RecordCollection<Charger, Charger.Draft> { records("chargers", "chargers") }

  public func chargers(
    of company: String, site: String
  ) -> RecordCollection<Charger, Charger.Draft> {
    records(
      "companies/\(Wire.encoded(company))/sites/\(Wire.encoded(site))/chargers", "chargers")
  }

  public func connectors(of charger: String) -> RecordCollection<Connector, Connector.Draft> {
    records("chargers/\(Wire.encoded(charger))/connectors", "connectors")
  }

  public var drivers: RecordCollection<Driver, Driver.Draft> { records("drivers", "drivers") }

  public func drivers(of company: String) -> RecordCollection<Driver, Driver.Draft> {
    records("companies/\(Wire.encoded(company))/drivers", "drivers")
  }

  public var cards: RecordCollection<RFIDCard, RFIDCard.Draft> {
    records("rfid-cards", "rfid_cards")
  }

  public func cards(
    of company: String, driver: String
  ) -> RecordCollection<RFIDCard, RFIDCard.Draft> {
    records(
      "companies/\(Wire.encoded(company))/drivers/\(Wire.encoded(driver))/rfid-cards",
      "rfid_cards")
  }

  /// The charge sessions; they begin and end at stations, or by `beginSession` and `endSession`.
  public var chargeSessions: RecordCollection<ChargeSession, ChargeSession.Draft> {
    records("charge-sessions", "charge_sessions")
  }

  /// What happened in sessions.
  public var sessionEvents: RecordCollection<SessionEvent, SessionEvent.Draft> {
    records("events", "events")
  }

  /// Begins a session for a charger that does not speak itself.
  /// - Parameter meterStart: the register, in Wh.
  public func beginSession(
    at charger: String, connector: Int, card: String, meterStart: Int = 0
  ) async throws(CSMSError) -> ChargeSession {
    try await send(
      "POST", "/db/charge-sessions/",
      body: SessionBegin(
        chargerId: charger, connectorId: connector, idTag: card, meterStart: meterStart))
  }

  /// Ends one.
  /// - Parameter meterStop: the register, in Wh.
  public func endSession(
    _ id: Int, meterStop: Int, reason: String? = nil
  ) async throws(CSMSError) -> ChargeSession {
    try await send(
      "PUT", "/db/charge-sessions/\(id)/end",
      body: SessionEnd(meterStop: meterStop, reason: reason), isRepeatable: false)
  }

  private struct SessionBegin: Encodable {
    var chargerId: String
    var connectorId: Int
    var idTag: String
    var meterStart: Int
  }

  private struct SessionEnd: Encodable {
    var meterStop: Int
    var reason: String?
  }
}
