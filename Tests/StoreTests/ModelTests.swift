import CSMSCore
import OCPPJSON
import Testing

@testable import Store

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
