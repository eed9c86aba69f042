public import CSMSCore
public import OCPPJSON

/// What may be changed of a webhook; nil leaves it as it is.
public struct WebhookChange: Sendable {
  public var url: Text?
  /// The inner nil removes it.
  public var description: Text??
  public var types: EventTypes?
  public var isEnabled: Bool?
  public var sealedSecret: [UInt8]?

  public init() {}
}

/// Webhooks and their deliveries.
extension StoreEditor {
  /// - Throws: `exists` for an id that is taken, or when there are as many as there may be;
  ///   `notFound` for a company that is not there.
  public func createWebhook(_ row: WebhookRow) throws(StoreError) -> WebhookRow {
    if let company = row.company { try needCompany(company) }
    try checkRoom(for: row.company)
    try database.statement(
      """
      INSERT INTO webhooks(id, company_id, url, description, types, enabled, secret, created_at,
        updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8) ON CONFLICT DO NOTHING
      """
    ).bind(row.id).bind(row.company).bind(row.url).bind(row.description)
      .bind(Int64(row.types.rawValue)).bind(row.isEnabled).bind(row.sealedSecret)
      .bind(row.createdAt).run()
    if database.changes == 0 { throw error(.exists, "there is a webhook \(row.id) already") }
    writer.outbox.forget()
    return try need(row.id, nil)
  }

  private func checkRoom(for company: Text?) throws(StoreError) {
    let all = try database.number("SELECT count(*) FROM webhooks") ?? 0
    if all >= StoreLimits.webhooks {
      throw error(.exists, "there are \(all) webhooks, which is as many as there may be")
    }
    guard let company else { return }
    let query = try database.statement("SELECT count(*) FROM webhooks WHERE company_id = ?")
    defer { query.reset() }
    _ = try query.bind(company).step()
    if query.int(0) >= StoreLimits.webhooksOfCompany {
      throw error(
        .exists, "company \(company) has \(query.int(0)) webhooks, which is as many as it may have")
    }
  }

  private func need(_ id: Text, _ company: Text?) throws(StoreError) -> WebhookRow {
    guard let row = try reader.webhook(id, of: company) else {
      throw error(.notFound, "webhook \(id) does not exist")
    }
    return row
  }

  /// - Parameter company: whose it has to be; nil for anybody's.
  /// - Throws: `notFound`.
  public func updateWebhook(
    _ id: Text, _ change: WebhookChange, seenBy company: Text?, at now: DateTime
  ) throws(StoreError) -> WebhookRow {
    var row = try need(id, company)
    row.url = change.url ?? row.url
    if let description = change.description { row.description = description }
    row.types = change.types ?? row.types
    row.isEnabled = change.isEnabled ?? row.isEnabled
    row.sealedSecret = change.sealedSecret ?? row.sealedSecret
    row.updatedAt = now
    try database.statement(
      """
      UPDATE webhooks SET url = ?, description = ?, types = ?, enabled = ?, secret = ?,
        updated_at = ? WHERE number = ?
      """
    ).bind(row.url).bind(row.description).bind(Int64(row.types.rawValue)).bind(row.isEnabled)
      .bind(row.sealedSecret).bind(now).bind(row.number).run()
    writer.outbox.forget()
    return row
  }

  /// Removes a webhook with its deliveries.
  /// - Throws: `notFound`.
  public func removeWebhook(_ id: Text, seenBy company: Text?) throws(StoreError) {
    let row = try need(id, company)
    try database.statement("DELETE FROM webhooks WHERE number = ?").bind(row.number).run()
    writer.outbox.forget()
  }

  // MARK: Deliveries

  /// Writes down what became of deliveries.
  /// - Returns: for each note, what waits in its lane now, the oldest first.
  public func settle(_ notes: [DeliveryNote]) throws(StoreError) -> [DeliveryRow?] {
    for note in notes { try write(note) }
    var next: [DeliveryRow?] = []
    for note in notes {
      next.append(try reader.waitingDelivery(of: note.webhook, lane: note.lane))
    }
    return next
  }

  private func write(_ note: DeliveryNote) throws(StoreError) {
    let status: DeliveryStatus
    var nextAt: DateTime?
    switch note.ruling {
    case .delivered: status = .delivered
    case .parked: status = .parked
    case .retry(let time):
      status = .waiting
      nextAt = time
    }
    try database.statement(
      """
      UPDATE deliveries SET status = ?, attempts = attempts + ?, next_at = ifnull(?, next_at),
        last_at = CASE WHEN ?4 THEN ?5 ELSE last_at END,
        response = CASE WHEN ?4 THEN ?6 ELSE response END, failure = ifnull(?7, CASE
          WHEN ?4 THEN NULL ELSE failure END)
      WHERE webhook = ?8 AND event_id = ?9 AND status = 0
      """
    ).bind(status.rawValue).bind(Int64(note.isAttempt ? 1 : 0)).bind(nextAt).bind(note.isAttempt)
      .bind(note.at).bind(note.response).bind(note.failure).bind(note.webhook).bind(note.event)
      .run()
    guard database.changes == 1, status != .waiting else { return }
    writer.outbox.settled(note.webhook, isParked: status == .parked)
  }

  /// Sends an event again that was delivered or given up; one that waits is due now.
  /// - Throws: `notFound` for a webhook or an event it does not have.
  public func redeliver(
    _ event: Int64, to id: Text, seenBy company: Text?, at now: DateTime
  ) throws(StoreError) -> WebhookRow {
    let row = try need(id, company)
    try database.statement(
      """
      UPDATE deliveries SET status = 0, attempts = 0, next_at = ?1, retry_until = ?2
      WHERE webhook = ?3 AND event_id = ?4
      """
    ).bind(now).bind(DateTime(milliseconds: now.milliseconds + StoreLimits.deliveryPatience))
      .bind(row.number).bind(event).run()
    if database.changes == 0 {
      throw error(.notFound, "webhook \(id) has no delivery of event \(event)")
    }
    writer.outbox.forget()
    return row
  }

  /// Sends everything again that was given up.
  /// - Returns: how many.
  /// - Throws: `notFound`.
  public func redeliverParked(
    to id: Text, seenBy company: Text?, at now: DateTime
  ) throws(StoreError) -> (webhook: WebhookRow, count: Int) {
    let row = try need(id, company)
    try database.statement(
      """
      UPDATE deliveries INDEXED BY deliveries_parked
      SET status = 0, attempts = 0, next_at = ?1, retry_until = ?2
      WHERE webhook = ?3 AND status = 2
      """
    ).bind(now).bind(DateTime(milliseconds: now.milliseconds + StoreLimits.deliveryPatience))
      .bind(row.number).run()
    writer.outbox.forget()
    return (row, database.changes)
  }

  // MARK: Events

  /// Somebody follows the events live: from now on they are kept, for `StoreLimits.followedFor`.
  /// - Returns: the newest event.
  public func followEvents(at now: DateTime) throws(StoreError) -> Int64 {
    if !writer.outbox.isLoaded { try writer.outbox.load(database) }
    if writer.outbox.followedUntil <= now {
      try set("events_floor", writer.counters.events)
    }
    let until = DateTime(milliseconds: now.milliseconds + StoreLimits.followedFor)
    try set("events_followed_until", until.milliseconds)
    writer.outbox.followedUntil = until
    return writer.counters.events
  }

  private func set(_ counter: Text, _ value: Int64) throws(StoreError) {
    try database.statement("UPDATE counters SET value = ? WHERE name = ?").bind(value)
      .bind(counter).run()
  }

  /// Tells of stations that came or went, unless it was told already.
  public func setPresence(
    _ stations: [(station: Text, isOnline: Bool)], at now: DateTime
  ) throws(StoreError) {
    for (station, isOnline) in stations {
      if isOnline {
        try database.statement(
          "INSERT INTO station_presence(station, since) VALUES (?, ?) ON CONFLICT DO NOTHING"
        ).bind(station).bind(now).run()
      } else {
        try database.statement("DELETE FROM station_presence WHERE station = ?").bind(station).run()
      }
      guard database.changes == 1 else { continue }
      let type: EventType = isOnline ? .stationOnline : .stationOffline
      guard try writer.isWanted(type, at: now) else { continue }
      var data = EventData()
      data.set("is_online", isOnline)
      try writer.announce(
        type, station: station, company: try writer.company(ofStation: station), at: now,
        data: data.text())
    }
  }
}
