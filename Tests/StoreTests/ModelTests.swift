import CSMSCore
import Foundation
import OCPPJSON
import Testing

@testable import Store

/// SplitMix64.
struct Random {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// What the ledger should hold, as plainly as it can be said.
struct Model {
  struct Transaction {
    var station: Text
    var start: TransactionStart?
    var stop: TransactionStop?
    /// When what closed it without its stop happened, and whether that was another start.
    var zombie: (at: DateTime, byStart: Bool)?
    var records: [[UInt8]] = []
  }
  struct SeriesID: Hashable {
    var station: Text
    var connector: Int
    var reported: Int?
  }

  var transactions: [Int: Transaction] = [:]
  var series: [SeriesID: [[UInt8]]] = [:]
  var lastID = 0

  mutating func apply(_ entry: FactEntry) -> Receipt {
    switch entry.fact {
    case .transactionStarted(let start):
      for (id, known) in transactions where known.station == entry.station && known.start == start {
        return .transaction(id: id, isNew: false)
      }
      for id in open(entry.station, start.connector)
      where transactions[id]!.start!.timestamp <= start.timestamp {
        transactions[id]!.zombie = (start.timestamp, true)
      }
      lastID += 1
      transactions[lastID] = Transaction(station: entry.station, start: start)
      return .transaction(id: lastID, isNew: true)
    case .transactionStopped(let stop):
      let id = stop.transactionId
      if let known = transactions[id], known.station == entry.station, known.start != nil {
        if known.stop != nil { return .stopped(.repeated) }
        transactions[id]?.stop = stop
        Self.add(stop.readings, to: &transactions[id]!.records)
        return .stopped(known.zombie == nil ? .closed : .corrected)
      }
      let isKept = transactions.values.contains {
        $0.station == entry.station && $0.start == nil && $0.stop?.transactionId == id
          && $0.stop?.timestamp == stop.timestamp && $0.stop?.meterStop == stop.meterStop
      }
      if !isKept {
        lastID += 1
        var row = Transaction(station: entry.station, stop: stop)
        Self.add(stop.readings, to: &row.records)
        transactions[lastID] = row
      }
      return .stopped(.unmatched)
    case .meterValues(let report):
      let id = report.transactionId ?? 0
      if let known = transactions[id], known.station == entry.station, known.start != nil {
        Self.add(report.readings, to: &transactions[id]!.records)
        if let zombie = known.zombie, known.stop == nil, !zombie.byStart,
          open(entry.station, known.start!.connector).isEmpty,
          MeterRecords(report.readings).contains(where: { $0.timestamp > zombie.at })
        {
          transactions[id]!.zombie = nil
        }
      } else {
        let key = SeriesID(
          station: entry.station, connector: report.connector, reported: report.transactionId)
        Self.add(report.readings, to: &series[key, default: []])
      }
      return .kept
    case .connectorStatus(let status):
      for id in open(entry.station, status.connector)
      where status.status == "Available" && status.timestamp! > transactions[id]!.start!.timestamp {
        transactions[id]!.zombie = (status.timestamp!, false)
      }
      return .kept
    case .booted, .notice, .certificateRequested: return .kept
    }
  }

  private func open(_ station: Text, _ connector: Int) -> [Int] {
    transactions.filter { _, one in
      one.station == station && one.start?.connector == connector && one.stop == nil
        && one.zombie == nil && connector > 0
    }.map(\.key)
  }

  private static func add(_ readings: [UInt8], to records: inout [[UInt8]]) {
    for one in MeterRecords(readings) {
      let bytes = Array(readings[one.range])
      if !records.contains(bytes) { records.append(bytes) }
    }
  }
}

/// Stations that start, stop, meter, resend and lie, from a seed.
struct Traffic {
  var random: Random
  var sent: [FactEntry] = []
  let stations: [Text] = ["CP1", "CP2", "a station with a name of more than 22 bytes"]

  mutating func entry(highestID: Int) -> FactEntry {
    if !sent.isEmpty && random.below(4) == 0 { return sent[random.below(sent.count)] }
    let fact: Fact
    switch random.below(11) {
    case 10:
      var status = ConnectorStatus(
        connector: random.below(4), status: random.below(3) == 0 ? "Charging" : "Available",
        errorCode: "NoError")
      status.timestamp = .init(noon + Int64(random.below(40)))
      fact = .connectorStatus(status)
    case 0, 1:
      let start = TransactionStart.sample.with {
        $0.connector = 1 + random.below(3)
        $0.timestamp.milliseconds += Int64(random.below(5))
        $0.idTag = random.below(2) == 0 ? "A" : "an id tag of more than 22 bytes"
        $0.meterStart = random.below(2)
      }
      fact = .transactionStarted(start)
    case 2:
      let stop = TransactionStop.sample(random.below(highestID + 3)).with {
        $0.meterStop = random.below(3)
        $0.readings = readings()
      }
      fact = .transactionStopped(stop)
    default:
      let id = random.below(6) == 0 ? nil : random.below(highestID + 2)
      fact = report(id, readings(), connector: random.below(2))
    }
    let entry = FactEntry(
      station: stations[random.below(3)], receivedAt: .init(noon), ticket: random.next(), fact: fact
    )
    sent.append(entry)
    return entry
  }

  private mutating func readings() -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<random.below(5) {
      let samples = [UInt8](repeating: UInt8(random.below(3)), count: random.below(700))
      bytes += record(noon + Int64(random.below(40)), samples)
    }
    return bytes
  }
}

@Suite struct ModelTests {
  @Test(
    "Whatever stations send, resend and however the store ends, it holds what the model says",
    arguments: 1...200 as ClosedRange<UInt64>)
  func agreement(seed: UInt64) throws {
    var traffic = Traffic(random: Random(state: seed))
    var model = Model()
    var folder = Folder()
    let options = StoreOptions(isDurable: false)
    var store = try folder.open(options)
    for _ in 0..<(10 + traffic.random.below(40)) {
      let batch = (0..<(1 + traffic.random.below(12))).map { _ in
        traffic.entry(highestID: model.lastID)
      }
      let expected = batch.map { model.apply($0) }
      try #require(store.keep(batch) == expected, "seed \(seed)")
      switch traffic.random.below(12) {
      case 0:
        store.close()
        store = try folder.open(options)
      case 1:
        // A crash: only what is in the files goes on.
        let crashed = folder.crashed()
        store.close()
        folder = crashed
        store = try folder.open(options)
      default: break
      }
    }
    try compare(store, model, seed)
  }

  private func compare(_ store: SQLiteStore, _ model: Model, _ seed: UInt64) throws {
    let rows = try store.listed()
    try #require(Set(rows.map(\.id)) == Set(model.transactions.keys), "seed \(seed)")
    let totals = try store.totals()
    #expect(totals.activeTransactions == rows.count { $0.status == .active }, "seed \(seed)")
    #expect(totals.completedTransactions == rows.count { $0.status == .completed })
    #expect(totals.unmatchedTransactions == rows.count { $0.status == .unmatched })
    for row in rows {
      let expected = try #require(model.transactions[row.id])
      #expect(row.station == expected.station && row.idTag == expected.start?.idTag)
      #expect(row.meterStart == expected.start?.meterStart)
      #expect(row.startedAt == expected.start?.timestamp)
      #expect(row.meterStop == expected.stop?.meterStop)
      let status: TransactionStatus =
        expected.start == nil
        ? .unmatched
        : expected.stop != nil ? .completed : expected.zombie == nil ? .active : .reconciled
      #expect(row.status == status)
      #expect(try store.records(row.id) == Array(expected.records.joined()), "seed \(seed)")
    }
    for station in ["CP1", "CP2", "a station with a name of more than 22 bytes"] as [Text] {
      let series = try store.read { reader throws(StoreError) in
        try reader.meterSeries(of: station)
      }
      for one in series {
        let bytes = try store.read { reader throws(StoreError) in
          try reader.meterRecords(ofSeries: one.id)
        }
        let key = Model.SeriesID(
          station: station, connector: one.connector, reported: one.reportedId)
        #expect(bytes == Array((model.series[key] ?? []).joined()), "seed \(seed)")
      }
      #expect(series.count == model.series.keys.count { $0.station == station })
    }
  }
}

@Suite struct CrashTests {
  @Test("A crash between any two batches loses nothing acknowledged and doubles nothing resent")
  func everyInstant() throws {
    let folder = Folder()
    let store = try folder.open()
    let id = store.started()
    for index in 0..<150 {
      store.keep(report(id, record(noon + Int64(index), [UInt8](repeating: 1, count: 80))))
      guard index % 10 == 9 else { continue }
      let crashed = folder.crashed()
      let reopened = try crashed.open()
      #expect(reopened.keep(.transactionStarted(.sample)) == [.transaction(id: id, isNew: false)])
      let before = try store.records(id)
      #expect(try reopened.records(id) == before)
      for resent in stride(from: 0, through: index, by: 3) {
        reopened.keep(report(id, record(noon + Int64(resent), [UInt8](repeating: 1, count: 80))))
      }
      #expect(try reopened.records(id) == before)
      #expect(reopened.keep(.transactionStopped(.sample(id))) == [.stopped(.closed)])
    }
    let crashed = folder.crashed()
    store.keep(.transactionStopped(.sample(id)))
    let after = folder.crashed()
    #expect(try crashed.open().row(id)?.status == .active)
    let reopened = try after.open()
    #expect(try reopened.row(id)?.energyWh == 5_000)
    #expect(reopened.keep(.transactionStopped(.sample(id))) == [.stopped(.repeated)])
  }

  @Test("A log torn in the middle of a commit ends with the commit before")
  func tornLog() throws {
    let folder = Folder()
    let store = try folder.open()
    let id = store.started()
    store.keep(report(id, record(noon)))
    let kept = folder.crashed()
    store.keep(report(id, record(noon + 1)))
    let torn = folder.crashed()
    let wal = torn.database + "-wal"
    let before = try Data(contentsOf: URL(filePath: kept.database + "-wal")).count
    let bytes = try Data(contentsOf: URL(filePath: wal))
    try bytes.prefix(before + (bytes.count - before) / 2).write(to: URL(filePath: wal))
    let reopened = try torn.open()
    #expect(try reopened.records(id) == record(noon))
  }
}
