// What a fact costs the store: processor time of the writer's thread, time on the clock, bytes
// handed to the disk. `ledger-bench FOLDER [page size] [checkpoint pages] [1 | 0: wait for disk]`

import CSMSCore
import Foundation
import OCPPJSON
import Store
import Synchronization

let arguments = CommandLine.arguments
let folder = arguments.count > 1 ? arguments[1] : NSTemporaryDirectory()
let pageSize = arguments.count > 2 ? Int(arguments[2])! : 4_096
let checkpointPages = arguments.count > 3 ? Int(arguments[3])! : 1_000
let isDurable = arguments.count > 4 ? arguments[4] == "1" : true
let noon: Int64 = 1_780_315_200_000
let openTransactions = 1_000
let stationNames = (0..<openTransactions).map { Text("STATION-\($0)") }

/// A record of 60 bytes, as a packed reading of five or six sampled values takes.
func record(_ time: Int64, _ seed: Int) -> [UInt8] {
  var bytes = withUnsafeBytes(of: time.bigEndian) { [UInt8]($0) }
  withUnsafeBytes(of: UInt32(48).bigEndian) { bytes.append(contentsOf: $0) }
  for index in 0..<48 { bytes.append(UInt8(truncatingIfNeeded: seed &* 31 &+ index &* 7)) }
  return bytes
}

func entry(_ station: Int, _ time: Int64, _ fact: Fact) -> FactEntry {
  FactEntry(
    station: stationNames[station], receivedAt: DateTime(milliseconds: time), ticket: 0, fact: fact)
}

/// Bytes this process has passed to write calls.
func bytesWritten() -> Int {
  let io = (try? String(contentsOfFile: "/proc/self/io", encoding: .utf8)) ?? ""
  for line in io.split(separator: "\n") where line.hasPrefix("wchar:") {
    return Int(line.dropFirst(7)) ?? 0
  }
  return 0
}

func nanoseconds(_ clock: clockid_t) -> Int {
  var time = timespec()
  clock_gettime(clock, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

struct Sample {
  var processor: Int
  var wall: Int
  var bytes: Int

  /// The writer's own processor time, taken on its thread.
  init(_ store: SQLiteStore) throws {
    processor = try store.write { _ throws(StoreError) in nanoseconds(CLOCK_THREAD_CPUTIME_ID) }
    wall = nanoseconds(CLOCK_MONOTONIC)
    bytes = bytesWritten()
  }
}

/// Records batches one after the other, each when the one before is durable.
func measure(_ store: SQLiteStore, _ name: String, _ batches: [[FactEntry]]) throws -> [Receipt] {
  let before = try Sample(store)
  let answers = Mutex<[Receipt]>([])
  var waits: [Int] = []
  let done = DispatchSemaphore(value: 0)
  for batch in batches {
    let start = nanoseconds(CLOCK_MONOTONIC)
    store.record(batch) { receipts in
      answers.withLock { $0.append(contentsOf: receipts.lazy.map(\.receipt)) }
      done.signal()
    }
    done.wait()
    waits.append(nanoseconds(CLOCK_MONOTONIC) - start)
  }
  let after = try Sample(store)
  let count = Double(batches.reduce(0) { $0 + $1.count })
  waits.sort()
  func part(_ share: Double) -> Double {
    Double(waits[min(waits.count - 1, Int(Double(waits.count) * share))]) / 1e6
  }
  print(
    String(
      format: "%@ %7.0f facts %6.2f us CPU/fact %8.0f facts/s %6.0f bytes/fact  "
        + "commit ms p50 %.2f p99 %.2f max %.2f",
      name.padding(toLength: 30, withPad: " ", startingAt: 0), count,
      Double(after.processor - before.processor) / 1e3 / count,
      count * 1e9 / Double(after.wall - before.wall),
      Double(after.bytes - before.bytes) / count, part(0.5), part(0.99), part(1)))
  return answers.withLock { $0 }
}

func grouped(_ facts: [FactEntry], by size: Int) -> [[FactEntry]] {
  stride(from: 0, to: facts.count, by: size).map { Array(facts[$0..<min($0 + size, facts.count)]) }
}

func starts(_ round: Int) -> [FactEntry] {
  (0..<openTransactions).map { station in
    let time = noon + Int64(round * 10_000_000 + station)
    return entry(
      station, time,
      .transactionStarted(
        TransactionStart(
          connector: 1, idTag: Text("TAG\(station * 7_919 % 5_000)"), meterStart: round * 1_000,
          timestamp: DateTime(milliseconds: time), authorization: "Accepted")))
  }
}

func stops(_ ids: [Int], _ round: Int) -> [FactEntry] {
  ids.enumerated().map { station, id in
    let time = noon + Int64(round * 10_000_000 + 9_000_000 + station)
    let stop = TransactionStop(
      transactionId: id, meterStop: round * 1_000 + 900, timestamp: DateTime(milliseconds: time))
    return entry(station, time, .transactionStopped(stop))
  }
}

func reports(_ ids: [Int], _ round: Int, _ count: Int) -> [FactEntry] {
  (0..<count).map { index in
    let station = index % openTransactions
    let time = noon + Int64(round * 10_000_000 + index)
    let report = MeterReport(
      connector: 1, transactionId: ids[station], readings: record(time, index))
    return entry(station, time, .meterValues(report))
  }
}

func ids(_ receipts: [Receipt]) -> [Int] {
  receipts.map { if case .transaction(let id, _) = $0 { id } else { 0 } }
}

let path = folder + "/ledger-bench.db"
for suffix in ["", "-wal", "-shm", ".lock"] {
  try? FileManager.default.removeItem(atPath: path + suffix)
}
let store = try SQLiteStore(
  path: path,
  options: StoreOptions(
    pageSize: pageSize, checkpointPages: checkpointPages, isDurable: isDurable,
    onError: { print($0) }))
print("page size \(pageSize), checkpoint at \(checkpointPages) pages, durable \(isDurable)")
var round = 0
for size in [1, 10, 100, 300, 1_000] {
  let open = ids(try measure(store, "starts, \(size) per commit", grouped(starts(round), by: size)))
  let count = size < 100 ? 5_000 : 200_000
  let facts = grouped(reports(open, round, count), by: size)
  _ = try measure(store, "meter reports, \(size)", facts)
  _ = try measure(store, "stops, \(size)", grouped(stops(open, round), by: size))
  round += 1
}
let open = ids(try measure(store, "starts, 1000", grouped(starts(round), by: 1_000)))
let first = reports(open, round, 40_000)
_ = try measure(store, "meter reports, 300", grouped(first, by: 300))
_ = try measure(store, "the same again, 300", grouped(first, by: 300))
let wal = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] ?? 0
print("the WAL grew to \(wal) bytes")
let closing = nanoseconds(CLOCK_MONOTONIC)
store.close()
print("closed in \((nanoseconds(CLOCK_MONOTONIC) - closing) / 1_000_000) ms")
let opening = nanoseconds(CLOCK_MONOTONIC)
let again = try SQLiteStore(path: path)
print("opened in \((nanoseconds(CLOCK_MONOTONIC) - opening) / 1_000_000) ms")
again.close()
let size = try FileManager.default.attributesOfItem(atPath: path)[.size] ?? 0
print("database \(size) bytes")
for suffix in ["", "-wal", "-shm", ".lock"] {
  try? FileManager.default.removeItem(atPath: path + suffix)
}
