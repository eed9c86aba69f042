import CSMSCore
import OCPPJSON
import Store
import Testing

@testable import World

@Suite struct PartsTests {
  @Test func theQueueGivesWhatIsEarliestAndAmongEqualsWhatWasFirst() {
    var queue = EventQueue<Int>()
    var chance = Chance(5)
    var expected: [(time: Int64, number: Int)] = []
    for number in 0..<2000 {
      let time = Int64(chance.below(100))
      queue.add(number, at: time)
      expected.append((time, number))
    }
    expected.sort { ($0.time, $0.number) < ($1.time, $1.number) }
    for entry in expected {
      let next = queue.next()
      #expect(next?.time == entry.time && next?.happening == entry.number)
    }
    #expect(queue.next() == nil)
  }

  @Test func waitsHaveTheirMean() {
    var chance = Chance(9)
    let count: Int64 = 100_000
    let sum = (0..<count).reduce(Int64(0)) { total, _ in total + chance.wait(mean: 10_000) }
    #expect((8_500...11_500).contains(sum / count))
  }

  /// The twin in memory says of every fact what the store on SQLite says.
  @Test func theLedgerInMemoryAnswersAsTheStoreDoes() async throws {
    let store = try SQLiteStore(path: ":memory:")
    defer { store.close() }
    let ledger = MemoryLedger()
    var chance = Chance(11)
    for ticket in 1...1500 as ClosedRange<UInt64> {
      let entry = FactEntry(
        station: Text("S" + String(chance.below(3))),
        receivedAt: DateTime(milliseconds: Int64(ticket) * 1000), ticket: ticket,
        fact: fact(&chance))
      let receipts = await withCheckedContinuation { continuation in
        store.record([entry]) { continuation.resume(returning: $0) }
      }
      #expect(receipts == [FactReceipt(ticket: ticket, receipt: ledger.keep(entry))])
    }
    #expect(ledger.transactions.count > 50)
    #expect(ledger.transactions.contains { $0.state == .unmatched })
  }

  private func fact(_ chance: inout Chance) -> Fact {
    let time = DateTime(milliseconds: chance.between(0, 40) * 60_000)
    switch chance.below(3) {
    case 0:
      return .transactionStarted(
        TransactionStart(
          connector: 1 + chance.below(2), idTag: Text("T" + String(chance.below(2))),
          meterStart: chance.below(2) * 100, timestamp: time, authorization: "Accepted"))
    case 1:
      return .transactionStopped(
        TransactionStop(
          transactionId: chance.below(60) - 1, meterStop: chance.below(3) * 100, timestamp: time))
    default:
      return .meterValues(
        MeterReport(connector: 1, transactionId: chance.below(60), readings: []))
    }
  }
}
