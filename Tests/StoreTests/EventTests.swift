import CSMSCore
import OCPPJSON
import Testing

@testable import Store

@Suite("The outbox")
struct EventTests {
  private let now = DateTime(noon)

  private func subscribe(
    _ store: SQLiteStore, _ id: Text = "W", types: EventTypes = .all, company: Text? = nil
  ) throws -> WebhookRow {
    let row = WebhookRow(
      id: id, company: company, url: "https://example.com/", description: nil, types: types,
      isEnabled: true, sealedSecret: [1], at: now)
    return try store.write { (editor) throws(StoreError) in try editor.createWebhook(row) }
  }

  private func events(_ store: SQLiteStore) throws -> [StationEvent] {
    try store.read { (reader) throws(StoreError) in try reader.events(after: 0, limit: 1000) }
      .events
  }

  private func waiting(_ store: SQLiteStore, _ row: WebhookRow) throws -> [DeliveryRow] {
    try store.read { (reader) throws(StoreError) in
      try reader.waitingDeliveries(of: row.number, after: 0, limit: 1000)
    }
  }

  @Test("An event is there when its fact is, also after a crash; without the fact it is not")
  func durable() throws {
    let folder = Folder()
    let store = try folder.open()
    let hook = try subscribe(store)
    let id = store.started()

    let crashed = folder.crashed()
    store.close()
    let again = try crashed.open()
    #expect(try again.row(id) != nil)
    #expect(try events(again).map(\.type) == [.sessionStarted])
    #expect(try waiting(again, hook).map(\.event.transaction) == [Int64(id)])
    // What cannot be kept leaves nothing: a second start with an id that is used up.
    try again.write { (editor) throws(StoreError) in
      try editor.database.execute(
        "UPDATE counters SET value = 2147483647 WHERE name = 'transactions'")
      editor.isWriterStale = true
    }
    var other = TransactionStart.sample
    other.connector = 2
    #expect(again.keep(.transactionStarted(other)) == [.failed])
    #expect(try events(again).count == 1)
    again.close()
  }

  @Test("An edit that fails takes its events and their numbers back")
  func takenBack() throws {
    let folder = Folder()
    let store = try folder.open()
    _ = try subscribe(store)
    let now = now
    #expect(throws: StoreError.self) {
      try store.write { (editor) throws(StoreError) in
        try editor.setPresence([("CP1", true)], at: now)
        try editor.removeWebhook("NONE", seenBy: nil)
      }
    }
    #expect(try events(store).isEmpty)
    try store.write { (editor) throws(StoreError) in
      try editor.setPresence([("CP1", true), ("CP1", true), ("CP2", false)], at: now)
    }
    #expect(try events(store).map(\.id) == [1])
    store.close()
    let again = try folder.open()
    try again.write { (editor) throws(StoreError) in
      try editor.setPresence([("CP1", false)], at: now)
    }
    #expect(try events(again).map(\.id) == [1, 2])
    again.close()
  }

  @Test("A message that is sent twice is told of once")
  func repeated() throws {
    let folder = Folder()
    let store = try folder.open()
    _ = try subscribe(store)
    let id = store.started()
    _ = store.started()
    var status = ConnectorStatus(connector: 1, status: "Charging", errorCode: "NoError")
    status.timestamp = now
    store.keep(.connectorStatus(status))
    store.keep(.connectorStatus(status))
    let stop = TransactionStop(
      transactionId: id, meterStop: 5_000, timestamp: DateTime(noon + 60_000))
    store.keep(.transactionStopped(stop))
    store.keep(.transactionStopped(stop))
    let types = try events(store).map(\.type)
    #expect(types.filter { $0 == .sessionStarted }.count == 1)
    #expect(types.filter { $0 == .connectorStatus }.count == 1)
    #expect(types.filter { $0 == .sessionStopped }.count == 1)
    store.close()
  }

  @Test("With nobody listening nothing is written; who follows has it kept for a day")
  func listening() throws {
    let folder = Folder()
    let store = try folder.open()
    _ = store.started()
    #expect(try events(store).isEmpty)
    let now = now
    _ = try store.write { (editor) throws(StoreError) in try editor.followEvents(at: now) }
    store.keep(.notice(StationNotice(kind: "FirmwareStatusNotification", status: "Installed")))
    #expect(try events(store).map(\.type) == [.firmwareStatus])
    store.keep(
      .notice(StationNotice(kind: "FirmwareStatusNotification", status: "Idle")),
      at: noon + StoreLimits.followedFor + 1)
    #expect(try events(store).count == 1)
    store.close()
  }

  @Test("More than may wait for a webhook is parked at once; more than may be parked is counted")
  func bounds() throws {
    let folder = Folder()
    let store = try folder.open()
    let hook = try subscribe(store)
    let number = hook.number
    try store.write { (editor) throws(StoreError) in
      try editor.database.execute(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 110000)
        INSERT INTO deliveries(webhook, event_id, lane, status, next_at, retry_until)
          SELECT \(number), -i, 1, iif(i > 100000, 2, 0), 0, 0 FROM n
        """)
      editor.writer.outbox.forget()
    }
    store.started()
    let (counts, row, parked) = try store.read { (reader) throws(StoreError) in
      (
        try reader.deliveryCounts(of: number), try reader.webhook("W"),
        try reader.deliveries(of: number, status: .parked, limit: 1)
      )
    }
    #expect(counts == DeliveryCounts(waiting: 100_000, parked: 10_000))
    #expect(row?.dropped == 1)
    #expect(parked.first?.failure == "More waited for this webhook than may.")
    store.close()
  }

  @Test("Old events go when there are enough newer ones, unless somebody waits for them")
  func retention() throws {
    let folder = Folder()
    let store = try folder.open()
    let hook = try subscribe(store)
    let (now, number) = (now, hook.number)
    try store.write { (editor) throws(StoreError) in
      try editor.setPresence([("A", true), ("B", true), ("C", true)], at: now)
    }
    let rows = try waiting(store, hook)
    // B is taken, A and C wait.
    try store.write { (editor) throws(StoreError) in
      let next = try editor.settle([
        DeliveryNote(
          webhook: number, event: rows[1].event.id, lane: rows[1].event.lane, ruling: .delivered,
          isAttempt: true, at: now, response: 200, failure: nil)
      ])
      if next != [nil] { throw editor.error(.constraint, "its lane is empty") }
      editor.writer.counters.events = StoreLimits.keptEvents + 999
    }
    try store.write { (editor) throws(StoreError) in
      try editor.setPresence([("D", true)], at: now)
    }
    #expect(try waiting(store, hook).map(\.event.station) == ["A", "C", "D"])
    #expect(try events(store).map(\.station) == ["A", "C", "D"])
    let page = try store.read { (reader) throws(StoreError) in
      try reader.events(after: 0, limit: 1)
    }
    #expect(page.floor == 1_000 && page.through == 1 && page.newest == 201_000)
    store.close()
  }
}
