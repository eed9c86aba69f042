import CSMSCore
import Foundation
import OCPPJSON
import Testing

@testable import Store

@Suite struct OpeningTests {
  let folder = Folder()

  private func refusal(_ path: String? = nil) -> StoreError? {
    do {
      _ = try SQLiteStore(path: path ?? folder.database)
      return nil
    } catch {
      return error
    }
  }

  @Test("A new file gets the newest schema, for its owner's eyes only, and opens again")
  func newFile() throws {
    var store = try folder.open(StoreOptions(pageSize: 8_192))
    let id = store.started()
    store.close()
    store.close()
    let database = try Database(path: folder.database)
    #expect(try database.number("PRAGMA user_version") == Schema.newest)
    #expect(try database.number("PRAGMA application_id") == Schema.applicationId)
    #expect(try database.number("PRAGMA page_size") == 8_192)
    database.close()
    let rights = try FileManager.default.attributesOfItem(atPath: folder.database)
    #expect(rights[.posixPermissions] as? Int == 0o600)
    store = try folder.open()
    #expect(try store.row(id)?.status == .active)
    #expect(store.path == folder.database)
  }

  @Test("A file of a newer version is refused and left alone")
  func newer() throws {
    try folder.open().close()
    try folder.execute("PRAGMA user_version = 99")
    let error = try #require(refusal())
    #expect(error.code == .newerSchema && error.description.contains("99"))
    try folder.execute("PRAGMA user_version = \(Schema.newest)")
    #expect(refusal() == nil)
  }

  @Test("Another program's database is refused and left alone")
  func foreign() throws {
    try folder.execute("CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)")
    #expect(refusal()?.code == .foreignFile)
    let database = try Database(path: folder.database)
    #expect(try database.number("SELECT count(*) FROM sqlite_schema") == 1)
    database.close()
    try folder.execute("PRAGMA application_id = 5")
    #expect(refusal()?.code == .foreignFile)
  }

  @Test("Something that is not a database, and a damaged one, are called that")
  func corrupt() throws {
    try Data(
      "this is not a database, but it is longer than a header of one hundred bytes would be, by far"
        .utf8 + [UInt8](repeating: 65, count: 4_096)
    ).write(to: URL(filePath: folder.database))
    let error = try #require(refusal())
    #expect(error.code == .corrupt && error.description.contains(folder.database))

    let other = Folder()
    let store = try other.open()
    for index in 0..<50 {
      _ = store.started(.sample.with { $0.connector = index })
    }
    store.close()
    var bytes = try Data(contentsOf: URL(filePath: other.database))
    for index in 4_096..<bytes.count { bytes[index] = 0xA5 }
    try bytes.write(to: URL(filePath: other.database))
    #expect(refusal(other.database)?.code == .corrupt)
  }

  @Test("A folder that is not there is named, with advice")
  func missingFolder() throws {
    let error = try #require(refusal(folder.path + "/none/ocpp.db"))
    #expect(error.code == .permission)
    #expect(error.path.hasPrefix(folder.path + "/none/") && !error.advice.isEmpty)
    try FileManager.default.createDirectory(
      atPath: folder.database, withIntermediateDirectories: false)
    #expect(refusal()?.code == .permission)
  }

  @Test("Two stores never open one file, until the first is closed")
  func inUse() throws {
    let store = try folder.open()
    let id = store.started()
    let error = try #require(refusal())
    #expect(error.code == .inUse && error.path == folder.database)
    store.keep(report(id, record(noon)))
    store.close()
    let second = try folder.open()
    #expect(try second.records(id) == record(noon))
  }

  @Test("A closed store keeps nothing and says so")
  func closed() throws {
    let store = try folder.open()
    store.close()
    #expect(store.keep(.transactionStarted(.sample)) == [.failed])
    store.flush()
    let reading = #expect(throws: StoreError.self) { try store.row(1) }
    #expect(reading?.code == .closed)
    let writing = #expect(throws: StoreError.self) {
      try store.write { editor throws(StoreError) in try editor.setSetting("a", to: "b") }
    }
    #expect(writing?.code == .closed)
  }

  @Test("A store in memory keeps, reads and forgets")
  func inMemory() throws {
    let store = try SQLiteStore(path: ":memory:")
    let id = store.started()
    store.keep(report(id, record(noon)))
    #expect(try store.records(id) == record(noon))
    let seen = Mailbox<Int>(limit: 1)
    store.read { reader in _ = seen.post((try? reader.counts().activeTransactions) ?? -1) }
    #expect(seen.takeAll() == [1])
    store.close()
    let other = try SQLiteStore(path: ":memory:")
    #expect(try other.row(id) == nil)
  }

  @Test("Whatever SQLite says has words of ours")
  func messages() throws {
    try folder.open().close()
    let first = try Database(path: folder.database)
    let busy = try Database(path: folder.database)
    try busy.execute("PRAGMA busy_timeout = 0")
    try first.execute("BEGIN IMMEDIATE")
    let locked = #expect(throws: StoreError.self) { try busy.execute("BEGIN IMMEDIATE") }
    #expect(locked?.code == .locked)
    try first.execute("ROLLBACK")

    let full = #expect(throws: StoreError.self) {
      try first.execute(
        "PRAGMA max_page_count = 1; CREATE TABLE filler AS SELECT zeroblob(1000000)")
    }
    #expect(full?.code == .diskFull)
    let syntax = #expect(throws: StoreError.self) { try first.execute("SELEC") }
    #expect(syntax?.code == .sqlite)
    let readOnly = try Database(path: folder.database, readOnly: true)
    let denied = #expect(throws: StoreError.self) { try readOnly.execute("DELETE FROM stations") }
    #expect(denied?.code == .permission)
    for index in 0...StoreLimits.composedStatements {
      _ = try first.statement(composed: "SELECT \(index)").step()
    }
  }
}

@Suite struct CheckpointTests {
  @Test("A store that is never idle keeps its WAL short, and loses nothing over it")
  func walStaysShort() throws {
    let folder = Folder()
    let errors = ErrorLog()
    var options = errors.options
    options.checkpointPages = 20
    options.isDurable = false
    var store = try folder.open(options)
    let id = store.started()
    for time in 0..<3_000 { store.keep(report(id, record(Int64(time)))) }
    store.flush()
    let wal = try FileManager.default.attributesOfItem(atPath: folder.database + "-wal")
    #expect(try #require(wal[.size] as? Int) < 1_500 * 4_096)
    store.close()
    #expect(errors.all.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.database + "-wal"))
    store = try folder.open()
    #expect(Array(MeterRecords(try store.records(id))).count == 3_000)
  }
}
