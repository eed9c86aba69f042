import CSMSCore
import OCPPJSON
import Testing

@testable import Store

/// Stops that somebody else tells, as the store keeps them.
@Suite struct ToldStopTests {
  private let folder = Folder()

  private func told(_ id: Int, _ meter: Int) -> Fact {
    .transactionStopped(
      .sample(id).with {
        $0.meterStop = meter
        $0.teller = .toldByHand
      })
  }

  private func counted(_ store: SQLiteStore) throws -> [Int] {
    try [TransactionStatus.active, .completed, .reconciled].map {
      try store.listed(TransactionFilter(status: $0)).count
    }
  }

  @Test("Who told the end outlives a restart, and so does the station's own stop")
  func restarts() throws {
    var store = try folder.open()
    let id = store.started(at: noon)
    #expect(store.keep(told(id, 2_000), at: noon + 60 * minute) == [.stopped(.closed)])
    store.close()

    store = try folder.open()
    #expect(store.keep(told(id, 2_000)) == [.stopped(.repeated)])
    #expect(try store.row(id)?.isTold == true)
    #expect(try store.row(id)?.billableWh == 1_000 && counted(store) == [0, 1, 0])
    let conclusion = Conclusion(.toldByHand, at: .init(noon + 60 * minute), energy: 2_000)
    #expect(try store.row(id)?.conclusion == conclusion)
    #expect(store.keep(.transactionStopped(.sample(id))) == [.stopped(.corrected)])
    store.close()

    store = try folder.open()
    #expect(store.keep(.transactionStopped(.sample(id))) == [.stopped(.repeated)])
    #expect(store.keep(told(id, 9_000)) == [.stopped(.repeated)])
    let row = try #require(try store.row(id))
    #expect(row.meterStop == 6_000 && row.billableWh == 5_000 && !row.isTold)
    #expect(row.flags.isSuperset(of: [.lateStop, .stopRepeated, .stopDiffers]))
    #expect(row.conclusion == conclusion)
    store.close()
  }

  @Test("The counters follow a told end that readings outdo, reopen, and the stop closes")
  func counters() throws {
    let store = try folder.open()
    let id = store.started()
    func read(_ time: Int64, _ energy: Int) {
      store.keep(
        .meterValues(
          MeterReport(connector: 1, transactionId: id, readings: reading(time, energy))),
        at: noon + 70 * minute)
    }
    func kept() throws -> [Int64] {
      let names: [StaticString] = [
        "SELECT value FROM counters WHERE name = 'transactions_active'",
        "SELECT value FROM counters WHERE name = 'transactions_completed'",
        "SELECT value FROM counters WHERE name = 'transactions_reconciled'",
      ]
      return try names.map { sql in
        try store.read { (reader) throws(StoreError) in try reader.database.number(sql) ?? -1 }
      }
    }
    store.keep(told(id, 2_000), at: noon + 60 * minute)
    #expect(try kept() == [0, 1, 0] && counted(store) == [0, 1, 0])
    read(noon + 50 * minute, 5_000)
    #expect(try kept() == [0, 0, 1] && counted(store) == [0, 0, 1])
    #expect(try store.row(id)?.billableWh == 4_000)
    read(noon + 69 * minute, 5_500)
    #expect(try kept() == [1, 0, 0] && counted(store) == [1, 0, 0])
    #expect(try store.row(id)?.stoppedAt == nil && store.row(id)?.conclusion == nil)
    store.keep(told(id, 5_600), at: noon + 80 * minute)
    #expect(try kept() == [0, 1, 0])
    store.close()
  }

  @Test("Whoever was told of the end is told of the correction")
  func events() throws {
    let store = try folder.open()
    let hook = WebhookRow(
      id: "W", company: nil, url: "https://example.com/", description: nil, types: .all,
      isEnabled: true, sealedSecret: [1], at: DateTime(noon))
    _ = try store.write { (editor) throws(StoreError) in try editor.createWebhook(hook) }
    let id = store.started()
    store.keep(told(id, 2_000))
    store.keep(.transactionStopped(.sample(id)))
    let ends = try store.read { (reader) throws(StoreError) in
      try reader.events(after: 0, limit: 100)
    }.events.filter { $0.type == .sessionStopped }.map { "\($0.data)" }
    #expect(ends.count == 2)
    #expect(ends.first?.contains("corrected") == false)
    #expect(ends.last?.contains(#""corrected":true"#) == true)
    #expect(ends.last?.contains(#""billable_wh":5000"#) == true)
    store.close()
  }
}
