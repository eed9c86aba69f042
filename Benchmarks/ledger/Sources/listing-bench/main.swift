// How quickly transactions are listed when there are many. `listing-bench FOLDER [millions]` fills a
// store with that many (10), through the same door as stations do, and then asks for pages with every
// combination of filters. The store stays in FOLDER, so that a second run only asks.

import CSMSCore
import Foundation
import OCPPJSON
import Store

let arguments = CommandLine.arguments
let folder = arguments.count > 1 ? arguments[1] : NSTemporaryDirectory() + "listing-bench"
let total = (arguments.count > 2 ? Int(arguments[2])! : 10) * 1_000_000
let stations = 5_000
let tokens = 500_000
/// The newest ones are still open.
let open = 20_000
let connectors = 100_000
/// One in so many is a stop of nothing.
let unmatchedEvery = 1_000
/// The first has the station with a tenth of all transactions, the second a quiet one, the third none.
let companies: [Text] = ["BIG", "SMALL", "EMPTY"]
let noon: Int64 = 1_780_315_200_000

struct Random {
  var state: UInt64
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }

  /// Small numbers come more often: one in ten is 0, half are in the first thousandth or so.
  mutating func skewed(_ bound: Int) -> Int {
    if below(10) == 0 { return 0 }
    return below(2) == 0 ? below(max(1, bound / 1_000)) : below(bound)
  }
}

var random = Random(state: 7)

func station(_ number: Int) -> Text { Text("STATION-\(number)") }
func token(_ number: Int) -> Text { Text("TOKEN\(number)") }

/// Ten million of them take about nine years at one every half minute.
func time(_ index: Int) -> DateTime { DateTime(milliseconds: noon + Int64(index) * 30_000) }

func keep(_ store: SQLiteStore, _ facts: [FactEntry]) -> [Receipt] {
  let done = DispatchSemaphore(value: 0)
  nonisolated(unsafe) var answers: [Receipt] = []
  store.record(facts) {
    answers = $0.map(\.receipt)
    done.signal()
  }
  done.wait()
  return answers
}

@MainActor func fill(_ store: SQLiteStore, from first: Int) {
  let size = 5_000
  for start in stride(from: first, to: total, by: size) {
    let indices = start..<min(start + size, total)
    var names: [Text] = []
    let starts = indices.map { index -> FactEntry in
      let name = station(random.skewed(stations))
      names.append(name)
      let fact: Fact
      if index % unmatchedEvery == 0 {
        fact = .transactionStopped(
          TransactionStop(transactionId: 2_000_000_000, meterStop: index, timestamp: time(index)))
      } else {
        fact = .transactionStarted(
          TransactionStart(
            // Of its own, so that no start ends what is open.
            connector: index % connectors + 1, idTag: token(random.skewed(tokens)),
            meterStart: index,
            timestamp: time(index), authorization: "Accepted"))
      }
      return FactEntry(station: name, receivedAt: time(index), ticket: 0, fact: fact)
    }
    let receipts = keep(store, starts)
    let stops = zip(indices, receipts).compactMap { index, receipt -> FactEntry? in
      guard case .transaction(let id, _) = receipt, index < total - open else { return nil }
      let stop = TransactionStop(
        transactionId: id, meterStop: index + 20_000, timestamp: time(index + 60))
      return FactEntry(
        station: names[index - start], receivedAt: time(index + 60), ticket: 0,
        fact: .transactionStopped(stop))
    }
    _ = keep(store, stops)
    if (start / size) % 200 == 0 { print("filled \(start) of \(total)") }
  }
}

func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let start = clock.now
  try body()
  let (seconds, attoseconds) = (clock.now - start).components
  return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
}

/// One question: its filter, and where its page begins.
@MainActor func question(_ names: [String]) -> (TransactionFilter, TransactionCursor?) {
  var filter = TransactionFilter()
  if names.contains("station") { filter.station = station(random.skewed(stations)) }
  if names.contains("token") { filter.token = token(random.skewed(tokens)) }
  if names.contains("company") { filter.company = companies[random.below(3)] }
  if names.contains("active") { filter.status = .active }
  if names.contains("completed") { filter.status = .completed }
  if names.contains("unmatched") { filter.status = .unmatched }
  let begin = random.below(total)
  if names.contains("from") { filter.from = time(begin) }
  if names.contains("to") { filter.to = time(begin + random.below(total - begin)) }
  let cursor = TransactionCursor(time: time(random.below(total)), id: random.below(total))
  return (filter, names.contains("cursor") ? cursor : nil)
}

try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
let store = try SQLiteStore(
  path: folder + "/listing.sqlite", options: StoreOptions(isDurable: false, onError: { print($0) }))
let counts = try store.read { reader throws(StoreError) in try reader.counts() }
let there =
  counts.activeTransactions + counts.completedTransactions + counts.reconciledTransactions
  + counts.unmatchedTransactions
if there == 0 {
  try store.write { editor throws(StoreError) in
    for (company, number) in zip(companies, [0, stations - 1]) {
      try editor.insertRecord(
        RecordKind("company", view: "companies", columns: ["id"], table: "companies"),
        [
          RecordColumn("id", .text(company)), RecordColumn("name", .text(company)),
          RecordColumn("created_at", .integer(0)), RecordColumn("updated_at", .integer(0)),
        ])
      try editor.createStation(station(number), StationChange(), at: time(0))
      try editor.assignStation(station(number), to: company)
    }
  }
}
if there < total {
  let took = milliseconds { fill(store, from: there) }
  print(String(format: "filled in %.0f s", took / 1e3))
}
var totals: [Double] = []
for _ in 0..<1_000 {
  totals.append(
    try milliseconds { _ = try store.read { reader throws(StoreError) in try reader.counts() } })
}
totals.sort()
print(
  String(
    format: "totals                                   p50 %.3f p99 %.3f ms", totals[500],
    totals[990]))
var worst = 0.0
for station in ["", "station", "company"] {
  for status in ["", "active", "completed", "unmatched"] {
    for token in ["", "token"] {
      for range in [[], ["from"], ["to"], ["from", "to"], ["cursor"], ["from", "to", "cursor"]] {
        let names = ([station, status, token] + range).filter { !$0.isEmpty }
        var times: [Double] = []
        var short = 0
        for _ in 0..<300 {
          let (filter, cursor) = question(names)
          times.append(
            try milliseconds {
              let page = try store.read { reader throws(StoreError) in
                try reader.transactions(filter, limit: 100, after: cursor)
              }
              if page.rows.count < 100 && page.next != nil { short += 1 }
            })
        }
        times.sort()
        worst = max(worst, times[297])
        print(
          names.joined(separator: " ").padding(toLength: 40, withPad: " ", startingAt: 0),
          String(format: "p50 %.2f p99 %.2f max %.2f ms", times[150], times[297], times[299]),
          short == 0 ? "" : "\(short) pages ended early")
      }
    }
  }
}
print(String(format: "the slowest p99 of all: %.2f ms", worst))
store.close()
