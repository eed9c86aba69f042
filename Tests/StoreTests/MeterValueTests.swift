import CSMSCore
import OCPPJSON
import Testing

@testable import Store

@Suite struct MeterValueTests {
  let folder = Folder()

  @Test("Records of a transaction come back in order, each once, also after a restart")
  func eachOnce() throws {
    var store = try folder.open()
    let id = store.started()
    store.keep(report(id, record(noon), record(noon + 1)))
    store.keep(report(id, record(noon), record(noon + 1), record(noon + 2)))
    store.keep(report(id, record(noon + 2), record(noon + 2, [9])))
    let expected = record(noon) + record(noon + 1) + record(noon + 2) + record(noon + 2, [9])
    #expect(try store.records(id) == expected)

    store.close()
    store = try folder.open()
    #expect(try store.records(id) == expected)
    store.keep(report(id, record(noon + 1), record(noon + 3)))
    #expect(try store.records(id) == expected + record(noon + 3))
  }

  @Test("Records that are in chunks already are recognized, in and out of order, open or stopped")
  func duplicatesOfChunks() throws {
    var store = try folder.open()
    let id = store.started()
    let all = (0..<300).map { record(noon + Int64($0 % 7) * 1_000 + Int64($0), [UInt8($0 & 0xFF)]) }
    for one in all { store.keep(report(id, one)) }
    let joined = Array(all.joined())
    #expect(try store.records(id) == joined)
    for one in all.reversed() { store.keep(report(id, one)) }
    #expect(try store.records(id) == joined)

    store.keep(.transactionStopped(.sample(id).with { $0.readings = joined }))
    store.close()
    store = try folder.open()
    store.keep(report(id, all[3], all[299], record(noon - 5)))
    #expect(try store.records(id) == joined + record(noon - 5))
    let late = try store.read { reader throws(StoreError) in
      try reader.meterRecords(
        ofTransaction: id, during: DateTime(noon - 10)...DateTime(noon))
    }
    #expect(late == all[0] + record(noon - 5))
  }

  @Test("A station whose clock stands still has every different record kept once")
  func standingClock() throws {
    let store = try folder.open()
    let id = store.started()
    let all = (0..<500).map { record(0, [UInt8($0 >> 8), UInt8($0 & 0xFF)]) }
    for _ in 0..<2 {
      for start in stride(from: 0, to: 500, by: 50) {
        store.keep(report(id, Array(all[start..<start + 50].joined())))
      }
    }
    #expect(try store.records(id) == Array(all.joined()))
  }

  @Test("The records of a stop join those that came before, without copies")
  func transactionData() throws {
    let store = try folder.open()
    let id = store.started()
    store.keep(report(id, record(noon)))
    let data = record(noon) + record(noon + 1) + record(noon + 1)
    store.keep(.transactionStopped(.sample(id).with { $0.readings = data }))
    #expect(try store.records(id) == record(noon) + record(noon + 1))
  }

  @Test("Values without a known transaction are kept by connector and reported id, each once")
  func series() throws {
    var store = try folder.open()
    for _ in 0..<2 {
      store.keep(
        report(nil, record(noon)), report(nil, record(noon), connector: 0),
        report(-1, record(noon)), report(4_000, record(noon), record(noon + 1)))
      store.close()
      store = try folder.open()
    }
    let series = try store.read { reader throws(StoreError) in try reader.meterSeries(of: "CP1") }
    #expect(series.map(\.connector) == [0, 1, 1, 1])
    #expect(series.map(\.reportedId) == [nil, nil, -1, 4_000])
    let sizes = try store.read { reader throws(StoreError) in
      var sizes: [Int] = []
      for one in series { sizes.append(try reader.meterRecords(ofSeries: one.id).count) }
      return sizes
    }
    #expect(sizes == [15, 15, 15, 30])
  }

  @Test("A report without records, and one cut short, keep what is whole")
  func odd() throws {
    let store = try folder.open()
    let id = store.started()
    #expect(store.keep(report(id), report(id, record(noon), [1, 2, 3])) == [.kept, .kept])
    #expect(try store.records(id) == record(noon))
  }

  @Test("The log stays within its bound: the oldest records become chunks, and its head goes")
  func logIsBounded() throws {
    let store = try folder.open(StoreOptions(isDurable: false))
    let big = [UInt8](repeating: 7, count: 3_000)
    let owners = StoreLimits.meterLogBytes / 3_000 + 300
    var id = 0
    for start in stride(from: 0, to: owners, by: 500) {
      let receipts = store.keep(
        (0..<500).map { index in
          .init(
            station: "CP1", receivedAt: .init(noon), ticket: 0,
            fact: .transactionStarted(.sample.with { $0.connector = start + index }))
        })
      store.keep(
        receipts.map {
          if case .transaction(let new, _) = $0 { id = new }
          return .init(
            station: "CP1", receivedAt: .init(noon), ticket: 0, fact: report(id, record(noon, big)))
        })
    }
    let (log, chunks) = try store.read { reader throws(StoreError) in
      (
        try reader.database.number("SELECT sum(length(entries)) FROM meter_log") ?? 0,
        try reader.database.number("SELECT count(*) FROM meter_chunks") ?? 0
      )
    }
    #expect(log <= StoreLimits.meterLogBytes && log > StoreLimits.meterLogBytes / 2)
    #expect(chunks > 0)
    #expect(try store.records(1) == record(noon, big))
    #expect(try store.records(id) == record(noon, big))
    store.keep(report(1, record(noon, big)), report(1, record(noon + 1)))
    let crashed = folder.crashed()
    let reopened = try crashed.open()
    #expect(try reopened.records(1) == record(noon, big) + record(noon + 1))
  }
}

@Suite struct LateMeterValueTests {
  @Test("Values that come after the stop, in the same commit, are kept once (seed 22)")
  func afterStop() throws {
    let folder = Folder()
    var store = try folder.open()
    let id = store.started()
    store.keep(.transactionStopped(.sample(id)), report(id, record(noon)))
    store.keep(report(id, record(noon), record(noon + 1)))
    #expect(try store.records(id) == record(noon) + record(noon + 1))
    store.close()
    store = try folder.open()
    store.keep(report(id, record(noon), record(noon + 1)))
    #expect(try store.records(id) == record(noon) + record(noon + 1))
  }
}
