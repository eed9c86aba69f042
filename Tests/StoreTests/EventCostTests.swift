import CSMSCore
import OCPPJSON
import Testing

@testable import Store

/// What a receiver that takes nothing costs those who write.
@Suite("What an event costs when much of it waits")
struct EventCostTests {
  private let now = DateTime(noon)
  private let folder = Folder()

  /// A webhook, and as many deliveries of it as there may be: waiting, parked, and delivered ones.
  private func opened(isFull: Bool) throws -> (store: SQLiteStore, webhook: Int64) {
    let store = try folder.open(StoreOptions(isDurable: false))
    let row = WebhookRow(
      id: "W", company: nil, url: "https://example.com/", description: nil, types: .all,
      isEnabled: true, sealedSecret: [1], at: now)
    let number = try store.write { (editor) throws(StoreError) in
      try editor.createWebhook(row).number
    }
    guard isFull else { return (store, number) }
    try store.write { (editor) throws(StoreError) in
      try editor.database.execute(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 130000)
        INSERT INTO deliveries(webhook, event_id, lane, status, next_at, retry_until)
          SELECT \(number), i - 140000, -(i % 50),
            CASE WHEN i <= 20000 THEN 1 WHEN i <= 120000 THEN 0 ELSE 2 END, 0, 0 FROM n
        """)
      editor.writer.outbox.forget()
    }
    return (store, number)
  }

  /// The instructions that SQLite runs for it, once everything is prepared and counted.
  private func work(_ store: SQLiteStore, _ body: (Int) throws -> Void) throws -> Int {
    func instructions() throws -> Int {
      try store.write { (editor) throws(StoreError) in editor.database.instructions }
    }
    for index in 0..<5 { try body(index) }
    let before = try instructions()
    for index in 5..<25 { try body(index) }
    return try (instructions() - before) / 20
  }

  private func comingAndGoing(_ store: SQLiteStore) throws -> Int {
    try work(store) { index in
      _ = store.keep(
        .notice(
          StationNotice(
            kind: "FirmwareStatusNotification", status: index % 2 == 0 ? "Installed" : "Idle")))
    }
  }

  private func settling(
    _ store: SQLiteStore, _ webhook: Int64, _ ruling: DeliveryRuling
  ) throws -> Int {
    let now = now
    return try work(store) { index in
      // A station of its own: the lane is empty afterwards.
      let station = Text("S\(ruling == .parked ? 1_000 + index : index)")
      try store.write { (editor) throws(StoreError) in
        try editor.setPresence([(station, true)], at: now)
        let event = editor.writer.counters.events
        try editor.database.statement(
          "UPDATE deliveries SET status = 0, lane = ?1 WHERE webhook = ?2 AND event_id = ?1"
        ).bind(event).bind(webhook).run()
        _ = try editor.settle([
          DeliveryNote(
            webhook: webhook, event: event, lane: event, ruling: ruling, isAttempt: true, at: now,
            response: nil, failure: nil)
        ])
      }
    }
  }

  @Test("An event for a webhook that is full costs hardly more than one for a webhook with nothing")
  func happening() throws {
    let idle = try comingAndGoing(opened(isFull: false).store)
    // Its folder has to stay while its store is open.
    let other = EventCostTests()
    defer { withExtendedLifetime(other.folder) {} }
    let full = try comingAndGoing(other.opened(isFull: true).store)
    #expect(full < idle + 500, "\(full) instructions, not \(idle)")
  }

  @Test(
    "What became of a delivery is written down at the same cost, however many wait and are parked",
    arguments: [DeliveryRuling.delivered, .parked])
  func settled(ruling: DeliveryRuling) throws {
    let (store, webhook) = try opened(isFull: false)
    let idle = try settling(store, webhook, ruling)
    let other = EventCostTests()
    defer { withExtendedLifetime(other.folder) {} }
    let (fullStore, fullWebhook) = try other.opened(isFull: true)
    let full = try settling(fullStore, fullWebhook, ruling)
    #expect(full < idle + 500, "\(full) instructions, not \(idle)")
  }

  @Test("What waits or is parked is found by an index of just that, never among all of a webhook")
  func plans() throws {
    let store = try folder.open()
    let now = now
    let queries = try store.write { (editor) throws(StoreError) in
      editor.writer.outbox.forget()
      try editor.setPresence([("CP1", true)], at: now)
      try editor.writer.trimParked()
      let reader = editor.reader
      _ = try reader.waitingDelivery(of: 1, lane: 1)
      _ = try reader.deliveries(of: 1, status: .parked, limit: 1)
      _ = try reader.deliveryCounts(of: 1)
      return editor.database.preparedSQL.filter {
        $0.contains("FROM deliveries")
          && ($0.contains("status = 0") || $0.contains("status = 2"))
      }
    }
    store.close()
    #expect(queries.count >= 4, "\(queries)")
    let database = try Database(path: folder.database, readOnly: true)
    defer { database.close() }
    for query in queries {
      let explained = try database.statement(composed: "EXPLAIN QUERY PLAN " + query)
      var plan: [String] = []
      while try explained.step() { plan.append("\(explained.text(3))") }
      explained.reset()
      #expect(plan.contains { $0.contains("INDEX deliveries_") }, "\(query): \(plan)")
      #expect(!plan.contains { $0.contains("PRIMARY KEY (webhook=?)") }, "\(query): \(plan)")
    }
  }
}
