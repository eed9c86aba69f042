import CSMSCore
import OCPPJSON
import Testing

@testable import Store

extension ReconciliationTests {
  @Test("Flags of dates and of the register are on record, and the listing finds them")
  func flags() throws {
    let store = try folder.open()
    let future = store.started(.sample.with { $0.timestamp.milliseconds += 10 * minute })
    let old = store.started(
      .sample.with {
        $0.timestamp = .init(0); $0.connector = 2
      })
    let back = store.started(.sample.with { $0.connector = 3 })
    store.keep(.transactionStopped(.sample(back).with { $0.meterStop = 0 }), at: noon + 60 * minute)

    #expect(try store.row(future)?.flags == .futureTime)
    #expect(try store.row(old)?.flags == .pastTime)
    #expect(try store.row(back)?.flags == .meterDecrease && store.row(back)?.meterDecreased == true)
    for (flag, id) in [
      (TransactionFlags.futureTime, future), (.pastTime, old), (.meterDecrease, back),
    ] {
      #expect(try store.listed(TransactionFilter(flag: flag)).map(\.id) == [id])
    }
    #expect(try store.listed(TransactionFilter(flag: .zombie)).isEmpty)
  }

  @Test("The power of a station decides what a jump is")
  func jump() throws {
    let store = try folder.open()
    let id = store.started()
    // A megawatt and more for an hour.
    store.keep(
      .transactionStopped(.sample(id).with { $0.meterStop = 2_001_000 }), at: noon + 60 * minute)
    let row = try #require(try store.row(id))
    #expect(row.flags == .meterJump && row.energyWh == 2_000_000 && row.billableWh == 0)
  }

  @Test("The listing and the counts tell reconciled from completed")
  func listing() throws {
    let store = try folder.open()
    let zombie = store.started()
    let done = store.started(.sample.with { $0.connector = 2 })
    store.keep(status("Available", at: noon + minute), .transactionStopped(.sample(done)))
    #expect(try store.listed(TransactionFilter(status: .reconciled)).map(\.id) == [zombie])
    #expect(try store.listed(TransactionFilter(status: .completed)).map(\.id) == [done])
    #expect(
      try store.totals()
        == StoreCounts(
          stations: 1, activeTransactions: 0, completedTransactions: 1, unmatchedTransactions: 0,
          reconciledTransactions: 1))
  }

  @Test("Deleting a session lowers the count of what its transaction was")
  func removal() throws {
    let store = try folder.open()
    let zombie = store.started()
    let done = store.started(.sample.with { $0.connector = 2 })
    store.keep(status("Available", at: noon + minute), .transactionStopped(.sample(done)))
    store.keep(.transactionStopped(.sample(99)))
    let unmatched = try #require(try store.listed(TransactionFilter(status: .unmatched)).first)
    func remove(_ id: Int) throws -> [Int] {
      try store.write { editor throws(StoreError) in try editor.removeSession(id, cascade: true) }
      let totals = try store.totals()
      return [
        totals.reconciledTransactions, totals.completedTransactions, totals.unmatchedTransactions,
      ]
    }

    #expect(try remove(zombie) == [0, 1, 1])
    #expect(try remove(done) == [0, 0, 1])
    #expect(try remove(unmatched.id) == [0, 0, 0])
  }
}
