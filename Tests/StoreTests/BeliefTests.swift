import CSMSCore
import OCPP16
import OCPPJSON
import Testing

@testable import Store

private func reading(_ time: Int64, _ value: Text, unit: UnitOfMeasure = .wh) -> [UInt8] {
  MeterPacking.pack([
    MeterValue(timestamp: .init(time), sampledValue: [SampledValue(value: value, unit: unit)])
  ])
}

@Suite("What the ledger believes")
struct BeliefTests {
  let folder = Folder()

  @Test("A reading dated after it arrived raises a flag; one that comes after the stop does not")
  func misdated() throws {
    let store = try folder.open()
    let id = store.started()
    store.keep(report(id, reading(noon + 4 * minute, "2000")))
    #expect(try store.row(id)?.flags == [])
    store.keep(report(id, reading(noon + 6 * minute, "3000")))
    #expect(try store.row(id)?.flags == .futureTime)

    let data = store.started(.sample.with { $0.connector = 2 })
    store.keep(
      .transactionStopped(
        .sample(data).with { $0.readings = reading(noon + 600 * minute, "4000") }),
      at: noon + 60 * minute)
    #expect(try store.row(data)?.flags == .futureTime)

    let over = store.started(.sample.with { $0.connector = 3 })
    store.keep(.transactionStopped(.sample(over)), at: noon + 60 * minute)
    store.keep(report(over, reading(noon + 600 * minute, "9000")), at: noon + 61 * minute)
    #expect(try store.row(over)?.flags == [])
  }

  @Test("What is only said once more does not open a transaction again, also after a restart")
  func repeated() throws {
    var store = try folder.open()
    // The station's clock is two minutes ahead, and its status has no date.
    let now = noon + 10 * minute
    let id = store.started(at: now)
    let said = report(id, reading(now + 2 * minute, "3000"))
    store.keep(said, at: now)
    store.keep(status("Available", at: nil), at: now)
    for _ in 0..<2 {
      store.keep(said, at: now + 1)
      #expect(try store.row(id)?.status == .reconciled)
      // New, and before the end by any clock: it adds to what is proven.
      store.keep(report(id, reading(now + 2 * minute + 1, "3500")), at: now + 2)
      #expect(try store.row(id)?.status == .reconciled && store.row(id)?.billableWh == 2_500)
      store.close()
      store = try folder.open()
    }
    store.keep(report(id, reading(now + 6 * minute, "4000")), at: now + 5 * minute)
    #expect(try store.row(id)?.status == .active)
  }

  @Test("A start dated in the future is over when its connector is free, also after a restart")
  func future() throws {
    var store = try folder.open()
    let years = TransactionStart.sample.with { $0.timestamp.milliseconds += 5_000_000 * minute }
    let id = store.started(years)
    store.close()
    store = try folder.open()
    store.keep(status("Available", at: noon - minute), at: noon + minute)
    #expect(try store.row(id)?.status == .active)
    store.keep(status("Available", at: noon + minute), at: noon + minute)
    #expect(try store.row(id)?.status == .reconciled)
    #expect(try store.row(id)?.flags == [.futureTime, .zombie])

    let again = store.started(years.with { $0.idTag = "B" }, at: noon + 2 * minute)
    let next = TransactionStart.sample.with { $0.timestamp.milliseconds += 3 * minute }
    store.started(next, at: noon + 3 * minute)
    #expect(try store.row(again)?.conclusion?.reason == .startOnConnector)
  }

  @Test("A transaction on connector 0 is over when all connectors are free")
  func connectorZero() throws {
    let store = try folder.open()
    store.keep(status("Available", at: noon - minute), status("Charging", at: noon, connector: 2))
    let id = store.started(.sample.with { $0.connector = 0 })
    store.keep(status("Available", at: noon + minute), at: noon + minute)
    store.keep(status("Available", at: noon + minute, connector: 0), at: noon + minute)
    #expect(try store.row(id)?.status == .active)
    store.keep(status("Available", at: noon + 2 * minute, connector: 2), at: noon + 2 * minute)
    #expect(try store.row(id)?.conclusion?.reason == .connectorAvailable)

    // A station that has no other.
    let only = store.started(.sample.with { $0.connector = 0 }, from: "CP2")
    store.keep(
      status("Available", at: noon + minute, connector: 0), from: "CP2", at: noon + minute)
    #expect(try store.row(only)?.status == .reconciled)
    #expect(
      store.keep(.transactionStopped(.sample(id)), at: noon + 60 * minute) == [.stopped(.corrected)]
    )
  }

  @Test("Readings at the end of all numbers are kept, followed and survive a restart")
  func extremes() throws {
    var store = try folder.open()
    try store.write { (editor) throws(StoreError) in
      _ = try editor.createWebhook(
        WebhookRow(
          id: "W", company: nil, url: "https://example.com/", description: nil, types: .all,
          isEnabled: true, sealedSecret: [1], at: .init(noon)))
    }
    for (index, start) in [Int.min, -1, 1_000, Int.max].enumerated() {
      let id = store.started(
        .sample.with {
          $0.connector = index + 1
          $0.meterStart = start
        })
      for (second, value) in ["-9223372036854775", "9223372036854775", "0"].enumerated() {
        let said = report(id, reading(noon + Int64(second), Text(value), unit: .kWh))
        #expect(store.keep(said) == [.kept])
      }
      store.close()
      store = try folder.open()
      let stop = TransactionStop.sample(id).with { $0.meterStop = index % 2 == 0 ? .max : .min }
      #expect(store.keep(.transactionStopped(stop)) == [.stopped(.closed)])
      #expect(try #require(try store.row(id)?.billableWh) >= 0)
    }
  }

  @Test("However many chunks a transaction has, all of them count")
  func manyChunks() throws {
    let store = try folder.open(StoreOptions(isDurable: false))
    let id = store.started()
    var time = noon
    var energy = 1_000
    for _ in 0..<1_100 {
      var packed: [UInt8] = []
      for _ in 0..<64 {
        time += 1_000
        energy += 2
        packed += reading(time, Text("\(energy)"))
      }
      store.keep(report(id, packed), at: time)
    }
    let chunks = try store.read { reader throws(StoreError) in
      try reader.database.number("SELECT count(*) FROM meter_chunks") ?? 0
    }
    #expect(chunks > 1_024)
    store.keep(status("Available", at: time + 1), at: time + 1)
    #expect(try store.row(id)?.billableWh == energy - 1_000)
    let points = try store.read { reader throws(StoreError) in
      try reader.registerPoints(ofTransaction: id, upTo: .max)
    }
    let account = EnergyAccount(
      start: RegisterPoint(time: .init(noon), energy: 1_000), stop: nil, points: points,
      rule: RegisterRule())
    #expect(account.billable == energy - 1_000 && points.records == 70_400)
  }

  @Test("What a deleted station still says is refused, and does not bring it back")
  func deleted() throws {
    let store = try folder.open()
    store.keep(status("Available", at: noon))
    try store.write { editor throws(StoreError) in try editor.deleteStation("CP1") }
    func said(_ isOnRecord: Bool) -> FactEntry {
      var entry = FactEntry(
        station: "CP1", receivedAt: .init(noon), ticket: 7, fact: status("Charging", at: noon))
      entry.isOnRecord = isOnRecord
      return entry
    }
    func stations() throws -> Int {
      try store.read { reader throws(StoreError) in try reader.stations(limit: 9).count }
    }
    // Others in the same group are kept.
    let other = FactEntry(
      station: "CP2", receivedAt: .init(noon), ticket: 8, fact: status("Charging", at: noon))
    #expect(store.keep([said(true), other, said(true)]) == [.failed, .kept, .failed])
    #expect(try stations() == 1)
    // Whoever comes in as a stranger gets a record, as before.
    #expect(store.keep([said(false)]) == [.kept])
    #expect(try stations() == 2)
    #expect(store.keep([said(true)]) == [.kept])
  }

  @Test("An edit after a failure that could not be taken back loses no reading")
  func editAfterFailure() throws {
    let store = try folder.open()
    let id = store.started()
    store.keep(report(id, record(noon)))
    store.keep(status("Available", at: noon), from: "CP2")
    // Neither the fact can be kept nor the log be read again.
    try folder.execute("ALTER TABLE meter_log RENAME TO hidden")
    #expect(store.keep(report(id, record(noon + 1))) == [.failed])
    let edit = { try store.write { editor throws(StoreError) in try editor.deleteStation("CP2") } }
    #expect(throws: StoreError.self) { try edit() }
    try folder.execute("ALTER TABLE hidden RENAME TO meter_log")
    try edit()
    #expect(try store.records(id) == record(noon))
  }
}
