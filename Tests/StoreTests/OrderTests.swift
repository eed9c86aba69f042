import CSMSCore
import OCPPJSON
import Testing

@testable import Store

@Suite("Orders and names of sessions")
struct OrderTests {
  private let folder = Folder()
  private let now = DateTime(noon)

  private func order(
    _ store: SQLiteStore, payment: Text = "p", user: Text = "u"
  ) throws -> (id: Int, tag: Text) {
    let tag = SessionTag.make(random: Array(payment.bytes.prefix(10)) + Array(0..<16))
    let now = now
    let made = try store.write { (editor) throws(StoreError) in
      try editor.orderSession(
        SessionOrder(
          station: "CP1", connector: 1, tag: tag, user: user, payment: payment,
          paymentMethod: "qr_code", deadline: now), at: now)
    }
    guard case .made(let id) = made else { return (-1, tag) }
    return (id, tag)
  }

  private func ready() throws -> SQLiteStore {
    let store = try folder.open()
    store.keep(
      .connectorStatus(ConnectorStatus(connector: 1, status: "Available", errorCode: "NoError")))
    return store
  }

  @Test("A start on an order that was given up is kept and refused, though its tag was accepted")
  func givenUp() throws {
    let store = try ready()
    let (id, tag) = try order(store)
    let now = now
    try store.write { (editor) throws(StoreError) in
      #expect(try editor.failSession(id, "stopped", at: now))
      #expect(try !editor.failSession(id, "again", at: now))
    }
    let start = TransactionStart.sample.with { $0.idTag = tag }
    #expect(store.keep(.transactionStarted(start)) == [.refused(id: id, isNew: true)])
    #expect(store.keep(.transactionStarted(start)) == [.refused(id: id, isNew: false)])
    #expect(try store.row(id)?.authorization == "Invalid")
    #expect(try store.row(id)?.status == .active)
  }

  @Test("A station that is deleted fails its orders, and says so")
  func deletedStation() throws {
    let store = try ready()
    let now = now
    let hook = WebhookRow(
      id: "W", company: nil, url: "https://example.com/", description: nil, types: .all,
      isEnabled: true, sealedSecret: [1], at: now)
    _ = try store.write { (editor) throws(StoreError) in try editor.createWebhook(hook) }
    let (id, _) = try order(store)
    try store.write { (editor) throws(StoreError) in try editor.deleteStation("CP1") }

    let events = try store.read { (reader) throws(StoreError) in
      try reader.events(after: 0, limit: 10).events
    }
    let last = try #require(events.last)
    #expect(last.type == .sessionStopped && last.transaction == Int64(id))
    let body = String(decoding: last.body, as: UTF8.self)
    #expect(body.contains(#""status":"failed""#), "\(body)")
    #expect(body.contains(#""payment_transaction_id":"p""#), "\(body)")
    #expect(body.contains("The charger was deleted."), "\(body)")
  }

  @Test("A name is one session's of its charger; the same name again is that session")
  func names() throws {
    let store = try folder.open()
    let first = TransactionStart.sample.with { $0.externalId = 7 }
    let later = first.with { $0.timestamp = DateTime(noon + 1) }
    #expect(store.keep(.transactionStarted(first)) == [.transaction(id: 1, isNew: true)])
    #expect(store.keep(.transactionStarted(later)) == [.transaction(id: 1, isNew: false)])
    #expect(
      store.keep(.transactionStarted(later), from: "CP2") == [.transaction(id: 2, isNew: true)])
    let renamed = first.with { $0.externalId = 8 }
    #expect(store.keep(.transactionStarted(renamed)) == [.declined])
    let sessions = try store.read { (reader) throws(StoreError) in
      (
        try reader.session(7, ofStation: "CP1")?.id, try reader.session(8, ofStation: "CP1")?.id,
        try reader.session(1, ofStation: "CP1")?.id, try reader.session(7, ofStation: "CP2")?.id
      )
    }
    #expect(sessions == (1, nil, nil, 2))
  }

  @Test("An id that a station speaks of is not given again, after an older store was put back")
  func restored() throws {
    let store = try folder.open()
    let first = store.started()
    store.keep(.transactionStopped(.sample(first)))
    // It charges on, under a number that the store of before does not know.
    store.keep(report(first + 1, record(noon)))
    let other = TransactionStart.sample.with {
      $0.connector = 2
      $0.timestamp = DateTime(noon + 5)
    }
    let id = store.started(other)
    #expect(id == first + 2)
    #expect(store.keep(.transactionStopped(.sample(first + 1))) == [.stopped(.unmatched)])
    #expect(try store.row(id)?.status == .active)
  }

  @Test("An id that a station stopped and nobody knows is not given to that station")
  func stoppedBefore() throws {
    let store = try folder.open()
    store.keep(.transactionStopped(.sample(2)), .transactionStopped(.sample(3)))
    #expect(store.started() == 4)
    store.keep(.transactionStopped(.sample(3)))
    #expect(try store.row(4)?.status == .active)
  }

  @Test("A station that names enormous ids does not use them up")
  func enormous() throws {
    let store = try folder.open()
    for id in [Int(Int32.max), Int(Int32.max) - 1, 1_000_000, 3, -5, 0] {
      store.keep(report(id, record(noon)), .transactionStopped(.sample(id + 1)))
    }
    let first = store.started()
    #expect(first < 10)
    #expect(store.started(from: "CP2") == first + 1)
  }
}
