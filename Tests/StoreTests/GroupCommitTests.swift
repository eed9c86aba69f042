import CSMSCore
import OCPPJSON
import Synchronization
import Testing

@testable import Store

@Suite struct GroupCommitTests {
  let folder = Folder()

  private func meter(_ id: Int, _ time: Int64, ticket: UInt64) -> FactEntry {
    FactEntry(
      station: "CP1", receivedAt: .init(noon), ticket: ticket, fact: report(id, record(time)))
  }

  @Test("Many threads record at once; each batch gets its receipts once, in order")
  func threads() throws {
    let store = try folder.open()
    let id = store.started()
    let delivered = Mutex<[[UInt64]]>([])
    let threads = (0..<8).map { thread in
      WorkThread {
        for batch in 0..<50 {
          let tickets = (0..<5).map { UInt64(thread * 1_000 + batch * 10 + $0) }
          store.record(tickets.map { self.meter(id, Int64($0), ticket: $0) }) { receipts in
            #expect(receipts.map(\.ticket) == tickets)
            #expect(receipts.allSatisfy { $0.receipt == .kept })
            delivered.withLock { $0.append(tickets) }
          }
        }
      }
    }
    for thread in threads { thread.join() }
    store.flush()

    let all = delivered.withLock { $0 }
    #expect(all.count == 400)
    for thread in 0..<8 {
      let own = all.map { $0[0] }.filter { $0 / 1_000 == UInt64(thread) }
      #expect(own == own.sorted())
    }
    #expect(Array(MeterRecords(try store.records(id))).count == 2_000)
  }

  @Test("Closing keeps everything that waits")
  func closeDrains() throws {
    var store = try folder.open()
    let id = store.started()
    let resume = store.stalled()
    let count = Mutex(0)
    for time in 0..<100 {
      store.record([meter(id, Int64(time), ticket: 0)]) { receipts in
        count.withLock { $0 += receipts.count }
      }
    }
    _ = resume.post(())
    store.close()
    #expect(count.withLock { $0 } == 100)
    store = try folder.open()
    #expect(Array(MeterRecords(try store.records(id))).count == 100)
  }

  @Test("Past its limit the inbox refuses whole batches at once, and takes again when emptied")
  func inboxLimit() throws {
    let store = try folder.open(StoreOptions(isDurable: false))
    let id = store.started()
    let resume = store.stalled()
    let kept = Mutex(0)
    let full = Array(repeating: meter(id, noon, ticket: 1), count: StoreLimits.inboxEntries)
    store.record(full) { receipts in
      kept.withLock { $0 += receipts.count { $0.receipt == .kept } }
    }
    #expect(store.keep([meter(id, noon + 1, ticket: 2)]) == [.failed])
    let answer = Mailbox<StoreError?>(limit: 1)
    store.write({ _ throws(StoreError) in }) { result in
      if case .failure(let error) = result { _ = answer.post(error) }
    }
    #expect(answer.takeAll()[0]?.code == .overloaded)
    _ = resume.post(())
    store.flush()
    #expect(kept.withLock { $0 } == StoreLimits.inboxEntries)
    #expect(store.keep([meter(id, noon + 1, ticket: 2)]) == [.kept])
  }

  @Test("An entry that cannot be kept fails alone, however many there are", arguments: [1, 3, 20])
  func poison(count: Int) throws {
    try folder.open().close()
    try folder.execute(
      """
      CREATE TRIGGER poison BEFORE INSERT ON transactions WHEN new.id_tag = 'POISON'
      BEGIN SELECT raise(FAIL, 'poison'); END
      """)
    let errors = ErrorLog()
    let store = try folder.open(errors.options)
    let facts = (0..<60).map { index -> FactEntry in
      let isPoison = index % 3 == 1 && index / 3 < count
      let start = TransactionStart.sample.with {
        $0.connector = index
        if isPoison { $0.idTag = "POISON" }
      }
      return FactEntry(
        station: "CP1", receivedAt: .init(noon), ticket: 0, fact: .transactionStarted(start))
    }
    let receipts = store.keep(facts)
    for (index, receipt) in receipts.enumerated() {
      #expect((receipt == .failed) == (index % 3 == 1 && index / 3 < count))
    }
    #expect(Set(try store.listed().map(\.id)) == Set(1...(60 - count)))
    #expect(!errors.all.isEmpty)
  }

  @Test("A group that cannot be kept fails whole, leaves no trace, and can be sent again")
  func groupFails() throws {
    var store = try folder.open()
    let id = store.started()
    store.keep(report(id, record(noon)))
    store.close()
    try folder.execute(
      """
      CREATE TRIGGER broken BEFORE INSERT ON meter_log BEGIN SELECT raise(FAIL, 'broken'); END
      """)
    store = try folder.open()
    let facts: [Fact] = [
      report(id, record(noon + 1)), .transactionStarted(.sample.with { $0.connector = 2 }),
      .transactionStopped(.sample(id)),
    ]
    #expect(store.keep(facts[0], facts[1], facts[2]) == [.failed, .failed, .failed])
    #expect(try store.row(id)?.status == .active)
    #expect(try store.records(id) == record(noon))
    try folder.execute("DROP TRIGGER broken")
    let receipts = store.keep(facts[0], facts[1], facts[2])
    #expect(receipts == [.kept, .transaction(id: 2, isNew: true), .stopped(.closed)])
    #expect(try store.records(id) == record(noon) + record(noon + 1))
  }

  @Test("When what is on disk cannot be read back, nothing is kept until it can")
  func staysStale() throws {
    let errors = ErrorLog()
    let store = try folder.open(errors.options)
    let id = store.started()
    store.keep(report(id, record(noon)))
    try folder.execute("ALTER TABLE meter_log RENAME TO hidden")
    #expect(store.keep(report(id, record(noon + 1))) == [.failed])
    #expect(store.keep(.transactionStarted(.sample.with { $0.connector = 5 })) == [.failed])
    try folder.execute("ALTER TABLE hidden RENAME TO meter_log")
    #expect(store.keep(report(id, record(noon + 1))) == [.kept])
    #expect(try store.records(id) == record(noon) + record(noon + 1))
  }
}
