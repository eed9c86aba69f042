import OCPPJSON
import StationCore
import TestKit
import Testing

@Suite struct RetryTests {
  @Test("A time-out or a lost connection never spends an attempt", .covers("CP16-20"))
  func silenceIsNoAttempt() {
    let bench = Bench.accepted()
    bench.configure("TransactionMessageAttempts", "2")
    bench.configure("TransactionMessageRetryInterval", "5")
    bench.reply = { $0.action == "StartTransaction" ? .silence : .usual }
    bench.charge()
    bench.run(600_000)
    for _ in 0..<5 {
      bench.goOffline()
      bench.goOnline()
    }
    #expect(bench.calls("StartTransaction").count > 10)
    #expect(!bench.journal.keys.contains { $0.kind == 11 || $0.kind == 8 })
    bench.reply = { _ in .usual }
    bench.run(60_000)
    #expect(bench.server.starts.count == 1)
  }

  @Test(
    "The wait before attempt n+1 is the interval times n, counted from the previous attempt",
    .covers("CP16-21"))
  func retryWaits() {
    let bench = Bench.accepted()
    bench.configure("TransactionMessageAttempts", "5")
    bench.configure("TransactionMessageRetryInterval", "10")
    bench.configure("MeterValueSampleInterval", "0")
    bench.reply = { $0.action == "StartTransaction" ? .error("InternalError") : .usual }
    bench.charge()
    bench.run(600_000)
    let times = bench.calls("StartTransaction").map(\.at)
    #expect(zip(times.dropFirst(), times).map { $0 - $1 } == [10_000, 20_000, 30_000, 40_000])
  }

  @Test(
    "After its attempts one message goes to the dead letters, and charging and the queue go on",
    .covers("CP16-22"))
  func deadLetter() {
    let bench = Bench.accepted()
    bench.configure("TransactionMessageAttempts", "2")
    bench.configure("TransactionMessageRetryInterval", "1")
    bench.reply = { $0.action == "MeterValues" ? .error("InternalError") : .usual }
    bench.charge()
    bench.run(200_000)
    #expect(bench.contactor[1])
    bench.reply = { _ in .usual }
    bench.swipe("TAG1")
    bench.run(10_000)
    #expect(bench.calls("StopTransaction").count == 1)
    #expect(bench.journal.keys.contains { $0.kind == 11 })
    #expect(bench.steps.contains { if case .reportDeadLetter = $0 { true } else { false } })
  }

  @Test(
    "After an undeliverable StartTransaction its later messages carry transactionId -1",
    .covers("CP16-23"))
  func undeliverableStart() {
    let bench = Bench.accepted()
    bench.configure("TransactionMessageAttempts", "1")
    bench.reply = { $0.action == "StartTransaction" ? .error("InternalError") : .usual }
    bench.charge()
    bench.run(61_000)
    bench.swipe("TAG1")
    #expect(bench.calls("MeterValues").first?.int("transactionId") == -1)
    #expect(bench.calls("StopTransaction").first?.int("transactionId") == -1)
  }

  @Test(
    "Messages queued before StartTransaction.conf carry the real id when they are sent",
    .covers("CP16-24"))
  func lateID() {
    let bench = Bench.accepted()
    bench.configureOffline()
    bench.goOffline()
    bench.charge()
    bench.run(125_000)
    bench.swipe("TAG1")
    bench.goOnline()
    #expect(bench.calls("MeterValues").allSatisfy { $0.int("transactionId") == 101 })
    #expect(bench.calls("StopTransaction").map { $0.int("transactionId") } == [101])
  }
}
