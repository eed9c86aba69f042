public import CSMSCore
public import OCPPJSON

/// Webhooks and their deliveries.
extension StoreReader {
  private static let webhookColumns = """
    SELECT number, id, company_id, url, description, types, enabled, secret, dropped, created_at,
      updated_at FROM webhooks
    """

  /// Webhooks by id, from the one after `cursor` on.
  /// - Parameter company: whose; nil for everybody's.
  public func webhooks(
    of company: Text? = nil, after cursor: Text? = nil, limit: Int = StoreLimits.webhooks
  ) throws(StoreError) -> [WebhookRow] {
    let owner = company == nil ? "" : " AND company_id = ?"
    let query = try database.statement(
      composed: Self.webhookColumns + " WHERE id > ?\(owner) ORDER BY id LIMIT ?")
    defer { query.reset() }
    query.bind(cursor ?? Text())
    if let company { query.bind(company) }
    query.bind(min(max(limit, 0), StoreLimits.listedRows))
    var rows: [WebhookRow] = []
    while try query.step() { rows.append(WebhookRow(query)) }
    return rows
  }

  /// - Parameter company: whose it has to be; nil for anybody's.
  public func webhook(_ id: Text, of company: Text? = nil) throws(StoreError) -> WebhookRow? {
    let query = try database.statement(composed: Self.webhookColumns + " WHERE id = ?")
    defer { query.reset() }
    guard try query.bind(id).step() else { return nil }
    let row = WebhookRow(query)
    return company == nil || row.company == company ? row : nil
  }

  /// - Parameter index: the one to read by. Without a name SQLite takes the table itself, and passes
  ///   whatever else the webhook ever got.
  private static func deliveries(by index: String? = nil) -> String {
    """
    SELECT e.id, e.type, e.at, e.station, e.transaction_id, e.company_id, e.data, d.status,
      d.attempts, d.next_at, d.retry_until, d.last_at, d.response, d.failure
    FROM deliveries d\(index.map { " INDEXED BY \($0)" } ?? "") JOIN events e ON e.id = d.event_id
    """
  }

  /// What waits for a webhook, the oldest event first, from the one after `event` on.
  public func waitingDeliveries(
    of webhook: Int64, after event: Int64, limit: Int
  ) throws(StoreError) -> [DeliveryRow] {
    let query = try database.statement(
      composed: Self.deliveries()
        + " WHERE d.webhook = ? AND d.event_id > ? AND d.status = 0 ORDER BY d.event_id LIMIT ?")
    return try rows(query.bind(webhook).bind(event).bind(limit))
  }

  /// The oldest event of a lane that waits for a webhook.
  public func waitingDelivery(
    of webhook: Int64, lane: Int64
  ) throws(StoreError) -> DeliveryRow? {
    let query = try database.statement(
      composed: Self.deliveries(by: "deliveries_waiting")
        + """
         WHERE d.webhook = ? AND d.lane = ? AND d.status = 0 ORDER BY d.event_id LIMIT 1
        """)
    return try rows(query.bind(webhook).bind(lane)).first
  }

  /// A webhook's deliveries, the newest event first, at most `StoreLimits.listedRows`.
  public func deliveries(
    of webhook: Int64, status: DeliveryStatus? = nil, before event: Int64 = .max, limit: Int
  ) throws(StoreError) -> [DeliveryRow] {
    // As a constant, so that the index of those that are parked can serve.
    let filter = status.map { " AND d.status = \($0.rawValue)" } ?? ""
    let query = try database.statement(
      composed: Self.deliveries(by: status == .parked ? "deliveries_parked" : nil)
        + " WHERE d.webhook = ? AND d.event_id < ?\(filter) ORDER BY d.event_id DESC LIMIT ?")
    return try rows(
      query.bind(webhook).bind(event).bind(min(max(limit, 0), StoreLimits.listedRows)))
  }

  private func rows(_ query: Statement) throws(StoreError) -> [DeliveryRow] {
    defer { query.reset() }
    var rows: [DeliveryRow] = []
    while try query.step() {
      rows.append(
        DeliveryRow(
          event: StationEvent(query), status: DeliveryStatus(rawValue: query.int64(7)) ?? .waiting,
          attempts: query.int(8), nextAt: query.dateTime(9), retryUntil: query.dateTime(10),
          lastAt: query.optionalDateTime(11), response: query.optionalInt(12),
          failure: query.optionalText(13)))
    }
    return rows
  }

  /// - Parameter webhook: of this one only; nil for all.
  public func deliveryCounts(of webhook: Int64? = nil) throws(StoreError) -> DeliveryCounts {
    let owner = webhook == nil ? "" : " AND webhook = ?1"
    let query = try database.statement(
      composed: """
        SELECT
          (SELECT count(*) FROM deliveries INDEXED BY deliveries_waiting WHERE status = 0\(owner)),
          (SELECT count(*) FROM deliveries INDEXED BY deliveries_parked WHERE status = 2\(owner))
        """)
    defer { query.reset() }
    if let webhook { query.bind(webhook) }
    _ = try query.step()
    return DeliveryCounts(waiting: query.int(0), parked: query.int(1))
  }

  // MARK: Events

  /// Events in their order, from the one after `id` on.
  /// - Parameters:
  ///   - types: of these types only.
  ///   - station: of this station only.
  ///   - company: whose; nil for everybody's.
  public func events(
    after id: Int64, types: EventTypes = .all, station: Text? = nil, of company: Text? = nil,
    limit: Int
  ) throws(StoreError) -> EventPage {
    let newest = try newestEvent()
    let silent = try database.number("SELECT value FROM counters WHERE name = 'events_floor'") ?? 0
    let floor = max(silent, newest - StoreLimits.keptEvents)
    var page = EventPage(through: newest, floor: floor, newest: newest)
    if id >= newest { return page }
    let query = try database.statement(
      composed: """
        SELECT id, type, at, station, transaction_id, company_id, data FROM events
        WHERE id > ? AND (1 << type) & ? <> 0\(station == nil ? "" : " AND station = ?")
        \(company == nil ? "" : " AND company_id = ?") ORDER BY id LIMIT ?
        """)
    defer { query.reset() }
    query.bind(id).bind(Int64(types.rawValue))
    if let station { query.bind(station) }
    if let company { query.bind(company) }
    query.bind(limit)
    while try query.step() { page.events.append(StationEvent(query)) }
    if page.events.count == limit { page.through = page.events.last?.id ?? newest }
    return page
  }

  /// The id of the newest event there is, of anybody's; 0 before the first.
  public func newestEvent() throws(StoreError) -> Int64 {
    try database.number("SELECT value FROM counters WHERE name = 'events'") ?? 0
  }

  /// Who is connected, as far as others were told.
  public func stationsPresent() throws(StoreError) -> [Text] {
    let query = try database.statement("SELECT station FROM station_presence ORDER BY station")
    defer { query.reset() }
    var stations: [Text] = []
    while try query.step() { stations.append(query.text(0)) }
    return stations
  }
}

extension WebhookRow {
  fileprivate init(_ row: Statement) {
    self.init(
      id: row.text(1), company: row.optionalText(2), url: row.text(3),
      description: row.optionalText(4),
      types: EventTypes(rawValue: UInt32(truncatingIfNeeded: row.int64(5))),
      isEnabled: row.bool(6), sealedSecret: row.blob(7), at: row.dateTime(9))
    number = row.int64(0)
    dropped = row.int(8)
    updatedAt = row.dateTime(10)
  }
}

extension StationEvent {
  fileprivate init(_ row: Statement) {
    self.init(
      id: row.int64(0),
      // The schema has no other numbers.
      type: EventType(rawValue: UInt8(truncatingIfNeeded: row.int64(1))) ?? .securityEvent,
      at: row.dateTime(2), station: row.optionalText(3), transaction: row.optionalInt64(4),
      company: row.optionalText(5), data: row.text(6))
  }
}
