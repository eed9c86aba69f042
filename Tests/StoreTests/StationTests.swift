import CSMSCore
import OCPPJSON
import Testing

@testable import Store

@Suite struct StationTests {
  let folder = Folder()

  @Test("A boot is on record, and a station seen later is seen, if not to the second")
  func boot() throws {
    let store = try folder.open()
    var boot = StationBoot(vendor: "Vendor", model: "Model")
    boot.chargePointSerialNumber = "1"
    boot.chargeBoxSerialNumber = "2"
    boot.firmwareVersion = "3"
    boot.iccid = "4"
    boot.imsi = "5"
    boot.meterType = "6"
    boot.meterSerialNumber = ""
    store.keep(.booted(boot))
    store.keep(report(nil, record(noon)), at: noon + 599_999)
    #expect(try station(store)?.lastSeen == .init(noon))
    store.keep(report(nil, record(noon)), at: noon + 600_000)
    let row = try #require(try station(store))
    #expect(row.boot == boot && row.lastBoot == .init(noon))
    #expect(row.lastSeen == .init(noon + 600_000) && row.createdAt == .init(noon))
    #expect(row.isEnabled && !row.hasCredential && row.name == nil)
    #expect(try station(store, "nobody") == nil)
  }

  private func station(_ store: SQLiteStore, _ identity: Text = "CP1") throws -> StationRow? {
    try store.read { reader throws(StoreError) in try reader.station(identity) }
  }

  @Test("A connector's row says since when its status holds")
  func connectors() throws {
    var store = try folder.open()
    var status = ConnectorStatus(connector: 1, status: "Available", errorCode: "NoError")
    status.timestamp = .init(noon)
    store.keep(.connectorStatus(status), at: noon)
    var again = status
    again.timestamp = .init(noon + 1)
    store.keep(.connectorStatus(again), at: noon + 1)
    store.close()
    store = try folder.open()
    store.keep(.connectorStatus(again), at: noon + 2)
    var faulted = ConnectorStatus(connector: 0, status: "Faulted", errorCode: "OtherError")
    faulted.info = "hot"
    faulted.vendorId = "V"
    faulted.vendorErrorCode = "E1"
    store.keep(.connectorStatus(faulted), at: noon + 3)
    var rows = try store.read { reader throws(StoreError) in try reader.connectors(of: "CP1") }
    #expect(rows.map(\.status) == [faulted, status])
    #expect(rows.map(\.receivedAt) == [.init(noon + 3), .init(noon)])

    faulted.info = nil
    store.keep(.connectorStatus(faulted), at: noon + 4)
    rows = try store.read { reader throws(StoreError) in try reader.connectors(of: "CP1") }
    #expect(rows[0].status == faulted)
  }

  @Test("Notices are kept, newest first, up to their limit")
  func notices() throws {
    let store = try folder.open(StoreOptions(isDurable: false))
    var notice = StationNotice(kind: "FirmwareStatusNotification", status: "Installed")
    notice.info = "v2"
    notice.requestId = 4
    notice.timestamp = .init(noon)
    store.keep(.notice(StationNotice(kind: "A", status: "B")), .notice(notice))
    let rows = try store.read { reader throws(StoreError) in
      try reader.notices(of: "CP1", limit: 1)
    }
    #expect(rows == [NoticeRow(id: 2, notice: notice, receivedAt: .init(noon))])

    let entry = FactEntry(
      station: "CP1", receivedAt: .init(noon), ticket: 0, fact: .notice(notice))
    for _ in 0..<102 { store.keep(Array(repeating: entry, count: 1_000)) }
    let count = try store.read { reader throws(StoreError) in
      try reader.database.number("SELECT count(*) FROM notices")
    }
    #expect(try #require(count) <= StoreLimits.notices + StoreLimits.noticeTrimInterval)
  }

  @Test("An operator creates, changes, lists and deletes stations")
  func administration() throws {
    let store = try folder.open()
    let credential = StationCredential(salt: [1], digest: [2, 3])
    try store.write { editor throws(StoreError) in
      try editor.createStation(
        "B", StationChange(name: "Bay", isEnabled: false, credential: .set(credential)),
        at: .init(noon))
      _ = try editor.upsertStation("A", StationChange(), at: .init(noon))
    }
    #expect(throws: StoreError.self) {
      try store.write { editor throws(StoreError) in try editor.createStation("B", at: .init(0)) }
    }
    let all = try store.read { reader throws(StoreError) in try reader.loadStations() }
    #expect(
      all.sorted { $0.identity < $1.identity } == [
        StationAdmission(identity: "A", isEnabled: true, credential: nil),
        StationAdmission(identity: "B", isEnabled: false, credential: credential),
      ])
    let isNew = try store.write { editor throws(StoreError) in
      try editor.upsertStation(
        "B", StationChange(isEnabled: true, credential: .removed), at: .init(noon))
    }
    #expect(!isNew)
    let row = try #require(try station(store, "B"))
    #expect(row.name == "Bay" && row.isEnabled && !row.hasCredential && row.boot == nil)
    let page = try store.read { reader throws(StoreError) in
      try reader.stations(limit: 1) + reader.stations(limit: 9, after: "A")
    }
    #expect(page.map(\.identity) == ["A", "B"])
    try store.write { editor throws(StoreError) in try editor.deleteStation("A") }
    #expect(try station(store, "A") == nil)
    let missing = #expect(throws: StoreError.self) {
      try store.write { editor throws(StoreError) in
        try editor.updateStation("A", StationChange())
      }
    }
    #expect(missing?.code == .notFound)
  }

  @Test("A station with transactions is only deleted with them; others keep theirs")
  func cascade() throws {
    var store = try folder.open()
    let id = store.started()
    let kept = store.started(from: "CP2")
    store.keep(report(id, record(noon)), report(nil, record(noon)))
    store.keep(report(kept, record(noon)), from: "CP2")
    let refused = #expect(throws: StoreError.self) {
      try store.write { editor throws(StoreError) in try editor.deleteStation("CP1") }
    }
    #expect(refused?.code == .hasTransactions)
    try store.write { editor throws(StoreError) in try editor.deleteStation("CP1", cascade: true) }
    #expect(try store.row(id) == nil && store.records(id).isEmpty)
    #expect(store.started() == 3)
    store.keep(report(nil, record(noon)))
    store.keep(report(kept, record(noon), record(noon + 1)), from: "CP2")
    store.close()
    store = try folder.open()
    #expect(try store.records(kept) == record(noon) + record(noon + 1))
    #expect(try store.records(3).isEmpty)
  }

  @Test("A change that fails half-way leaves nothing behind")
  func atomicEdit() throws {
    let store = try folder.open()
    let id = store.started()
    store.keep(report(id, record(noon)))
    #expect(throws: StoreError.self) {
      try store.write { editor throws(StoreError) in
        try editor.deleteStation("CP1", cascade: true)
        try editor.removeToken("none")
      }
    }
    store.keep(report(id, record(noon), record(noon + 1)))
    #expect(try store.records(id) == record(noon) + record(noon + 1))
    #expect(store.started() == id)
  }

  @Test("Tokens, keys and settings come back as they were put", arguments: [true, false])
  func accounts(inMemory: Bool) async throws {
    let store = try SQLiteStore(path: inMemory ? ":memory:" : folder.database)
    let token = TokenRow(idTag: "Tag", status: "Accepted", expiry: .init(noon), parent: "P")
    let other = TokenRow(idTag: "z", status: "Blocked")
    let key = APIKeyRow(name: "ci", digest: [1, 2], createdAt: .init(noon))
    try await store.write { editor throws(StoreError) in
      try editor.putToken(TokenRow(idTag: "TAG", status: "Blocked"))
      try editor.putToken(token)
      try editor.putToken(other)
      try editor.createAPIKey(key)
      try editor.usedAPIKey("ci", at: .init(noon + 1))
      try editor.setSetting("a", to: "b")
      try editor.setSetting("c", to: "d")
      try editor.setSetting("c", to: nil)
    }
    try await store.read { reader throws(StoreError) in
      #expect(try reader.loadTokens() == [token, other])
      #expect(try reader.tokens(limit: 5, after: "TAG") == [other])
      #expect(try reader.token("tAG") == token)
      #expect(try reader.apiKeys().map(\.lastUsed) == [.init(noon + 1)])
      #expect(try reader.setting("a") == "b")
      #expect(try reader.setting("c") == nil)
      #expect(try reader.health() < .seconds(1))
    }
    await #expect(throws: StoreError.self) {
      try await store.write { editor throws(StoreError) in try editor.createAPIKey(key) }
    }
    try await store.write { editor throws(StoreError) in
      try editor.removeToken("TAG")
      try editor.removeAPIKey("ci")
    }
    await #expect(throws: StoreError.self) {
      try await store.write { editor throws(StoreError) in try editor.removeAPIKey("ci") }
    }
    let left = try await store.read { reader throws(StoreError) in try reader.loadTokens() }
    #expect(left == [other])
  }
}
