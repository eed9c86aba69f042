import CSMSCore
import Network
import OCPPJSON
import OCPPRPC
import ServerLog
import TestKit
import Testing

@testable import Gateway

@Suite("The histogram of durations")
struct HistogramTests {
  @Test("Buckets follow each other without gaps, each a fifth wide from the fifth on")
  func bounds() {
    let bounds = (0..<96).map { Histogram.upperBound($0) }

    #expect(bounds[..<8] == [250, 500, 750, 1000, 1250, 1500, 1750, 2000])
    #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 })
    for (lower, upper) in zip(bounds.dropFirst(4), bounds.dropFirst(5)) {
      #expect(Double(upper) / Double(lower) <= 1.26)
    }
  }

  @Test("A duration falls into the bucket whose bounds hold it")
  func bucket() {
    var nanoseconds: UInt64 = 0
    while nanoseconds < 4_000_000_000 {
      var histogram = Histogram()
      histogram.record(nanoseconds: nanoseconds)
      let bucket = histogram.buckets.firstIndex(of: 1) ?? -1
      #expect(nanoseconds < Histogram.upperBound(bucket))
      #expect(bucket == 0 || nanoseconds >= Histogram.upperBound(bucket - 1))
      nanoseconds = nanoseconds * 9 / 8 + 7
    }
  }

  @Test("What is longer than all buckets falls into the last one")
  func endless() {
    var histogram = Histogram()
    histogram.record(nanoseconds: .max)

    #expect(histogram.buckets[95] == 1)
    #expect(histogram.maximum == .max)
    #expect(histogram.quantile(1) == .max)
  }

  @Test("A quantile is at most a bucket above the true one, and never above the maximum")
  func quantiles() {
    var histogram = Histogram()
    for microseconds in 1...1000 { histogram.record(nanoseconds: UInt64(microseconds) * 1000) }

    for (share, exact) in [(0.5, 500_000.0), (0.9, 900_000), (0.99, 990_000)] {
      let found = Double(histogram.quantile(share))
      #expect(found >= exact && found <= exact * 1.26)
    }
    #expect(histogram.quantile(1) == 1_000_000)
    #expect(histogram.quantile(0) == 1_250)
    #expect(histogram.total == 500_500_000)
  }

  @Test("An empty histogram says nothing, and adding it changes nothing")
  func empty() {
    var histogram = Histogram()
    #expect(histogram.quantile(0.5) == 0)
    histogram.record(nanoseconds: 42)
    let before = histogram
    histogram.add(Histogram())
    #expect(histogram == before)
  }
}

@Suite("Answers that wait, by ticket")
struct PendingTableTests {
  private func entry(_ id: StaticString) throws -> PendingTable.Entry {
    let loop = try EventLoop()
    let gateway = Gateway(
      loops: [loop], configuration: GatewayConfiguration(),
      directory: StationDirectory(rules: .init()), ledger: HandLedger(), tokens: TokenCache(),
      log: ServerLog(threshold: .error), clock: { TestClock.start })
    let session = Session16(policy: SessionPolicy(), tokens: TokenCache(), idPrefix: 1)
    let answer = try held(session, id)
    return PendingTable.Entry(
      link: StationLink("CP1", .v16, gateway.shards[0], session), answer: answer, arrivedAt: 0)
  }

  private func held(_ session: Session16, _ id: StaticString) throws -> PendingAnswer {
    var session = session
    var writer = JSONWriter()
    let (_, reaction) = Array(notice(id).utf8).withUnsafeBufferPointer {
      session.received($0, now: TestClock.start, writer: &writer)
    }
    guard case .hold(_, let answer) = reaction else { throw CancellationError() }
    return answer
  }

  @Test("A ticket finds its entry once")
  func once() throws {
    var table = PendingTable()
    let entry = try entry("a")
    let ticket = table.insert(entry)

    #expect(table.count == 1)
    #expect(table.remove(ticket)?.answer.id == MessageID("a"))
    #expect(table.remove(ticket) == nil)
    #expect(table.count == 0)
  }

  @Test("A slot is used again, and the old ticket does not find the new entry")
  func generations() throws {
    var table = PendingTable()
    let entry = try entry("a")
    var tickets: Set<UInt64> = []
    for _ in 0..<100 {
      let ticket = table.insert(entry)
      for old in tickets { #expect(table.remove(old) == nil) }
      #expect(tickets.insert(ticket).inserted)
      #expect(ticket & 0xFFFF_FFFF == 0)
      #expect(table.remove(ticket) != nil)
    }
  }

  @Test("Entries leave in any order, and unknown tickets find nothing")
  func anyOrder() throws {
    var table = PendingTable()
    let entry = try entry("a")
    let tickets = (0..<10).map { _ in table.insert(entry) }
    #expect(Set(tickets).count == 10)
    #expect(table.remove(10) == nil)
    #expect(table.remove(1 << 32) == nil)
    #expect(table.remove(.max) == nil)

    for ticket in tickets.shuffled() { #expect(table.remove(ticket) != nil) }
    #expect(table.count == 0)
  }
}

@Suite("Tokens in memory")
struct TokenCacheTests {
  @Test("A token is found whatever the case of its letters, replaced and removed")
  func cache() {
    let cache = TokenCache()
    cache.set(TokenRecord(idTag: "AbC", status: .accepted))
    #expect(cache.record(of: "aBc")?.idTag == "AbC")

    cache.set(TokenRecord(idTag: "ABC", status: .blocked))
    #expect(cache.count == 1)
    #expect(cache.record(of: "abc")?.status == .blocked)

    #expect(cache.remove("abc"))
    #expect(!cache.remove("abc"))
    #expect(cache.record(of: "ABC") == nil)
  }
}
