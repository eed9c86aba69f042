import CSMSCore
import OCPPJSON
import Testing

@testable import Store

@Suite("Meter values outside transactions are kept for a limited time")
struct RetentionTests {
  let folder = Folder()
  private let day: Int64 = 86_400_000

  /// Two hundred readings of a connector, one a minute.
  private func fill(_ store: SQLiteStore, from start: Int64, reported: Int? = nil) {
    for minute in 0..<200 {
      store.keep(
        .meterValues(
          MeterReport(
            connector: 1, transactionId: reported, readings: record(start + Int64(minute) * 60_000))
        ))
    }
  }

  private func chunks(_ store: SQLiteStore) throws -> Int {
    try store.read { reader throws(StoreError) in
      Int(try reader.database.number("SELECT count(*) FROM meter_chunks WHERE owner < 0") ?? 0)
    }
  }

  private func series(_ store: SQLiteStore) throws -> Int {
    try store.read { reader throws(StoreError) in
      Int(try reader.database.number("SELECT count(*) FROM meter_series") ?? 0)
    }
  }

  private func trim(_ store: SQLiteStore, before: Int64?, bytes: Int = 1 << 30) throws -> Int {
    try store.write { editor throws(StoreError) in
      try editor.trimMeterValues(before: before.map { DateTime($0) }, beyond: bytes)
    }
  }

  /// Everything in chunks and out of the log, as it is after a while.
  private func settle(_ store: SQLiteStore) throws {
    try store.write { editor throws(StoreError) in try editor.writer.flushAll() }
  }

  @Test("What is older goes, what is newer stays, and transactions keep theirs")
  func age() throws {
    let store = try folder.open()
    let id = store.started()
    for minute in 0..<200 {
      store.keep(report(id, record(noon - 100 * day + Int64(minute) * 60_000)))
    }
    fill(store, from: noon - 100 * day)
    fill(store, from: noon - day)
    try settle(store)
    let (before, own) = (try chunks(store), try store.records(id))

    let forgotten = try trim(store, before: noon - 90 * day)

    #expect(forgotten > 0)
    #expect(try chunks(store) == before - forgotten)
    #expect(try trim(store, before: noon - 90 * day) == 0)
    #expect(try chunks(store) > 0)
    #expect(try store.records(id) == own)
  }

  @Test("Beyond a size the oldest go")
  func size() throws {
    let store = try folder.open()
    fill(store, from: noon - 10 * day)
    fill(store, from: noon - 5 * day)
    try settle(store)

    _ = try trim(store, before: nil, bytes: 2 * 4_096)

    #expect(try chunks(store) == 2)
    let oldest = try store.read { reader throws(StoreError) in
      try reader.database.number("SELECT min(first_at) FROM meter_chunks WHERE owner < 0")
    }
    #expect((oldest ?? 0) >= noon - 5 * day)
  }

  @Test("What is still in the log stays, so that a crash brings nothing back; empty series go")
  func crash() throws {
    var store = try folder.open()
    fill(store, from: noon - 100 * day, reported: 4_711)
    // Some of it is in chunks, some only in the log, and the log still has all of it.
    let before = try chunks(store)
    #expect(try before > 0 && trim(store, before: noon) == 0)
    #expect(try chunks(store) == before)
    #expect(try series(store) == 1)
    try settle(store)
    #expect(try trim(store, before: noon) > 0)
    #expect(try series(store) == 0)

    let crashed = folder.crashed()
    store.close()
    store = try crashed.open()
    #expect(try chunks(store) == 0)
    // The same connector begins anew.
    fill(store, from: noon, reported: 4_711)
    try settle(store)
    #expect(try series(store) == 1)
    #expect(try chunks(store) > 0)
  }
}
