import CSMSCore
import Foundation
import OCPPJSON
import Synchronization
import Testing

@testable import Store

/// What an operator hears.
private final class Notices: Sendable {
  private let lines = Mutex<[String]>([])
  var all: [String] { lines.withLock { $0 } }
  func add(_ line: String) { lines.withLock { $0.append(line) } }
}

extension Folder {
  /// A store of so many finished transactions, closed.
  fileprivate func filled(_ count: Int = 400) throws {
    let store = try open(StoreOptions(isDurable: false))
    for index in 0..<count {
      let id = store.started(.sample.with { $0.meterStart = index })
      store.keep(.transactionStopped(.sample(id)))
    }
    store.close()
  }

  /// Takes some rows out of the index that makes a resent start the same one, as a torn copy does,
  /// and leaves the file as a server that was killed would.
  fileprivate func loseIndexRows() throws {
    try execute(
      """
      UPDATE counters SET value = 1 WHERE name = 'in_use';
      PRAGMA writable_schema = ON;
      CREATE TABLE kept AS SELECT sql FROM sqlite_schema WHERE name = 'transactions_start';
      UPDATE sqlite_schema SET sql = sql || ' WHERE id > 50' WHERE name = 'transactions_start';
      """)
    try execute("REINDEX transactions_start")
    try execute(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = (SELECT sql FROM kept) WHERE name = 'transactions_start';
      """)
    try execute("DROP TABLE kept")
  }

  fileprivate func refusal(_ options: StoreOptions = StoreOptions()) -> StoreError? {
    do {
      try open(options).close()
      return nil
    } catch {
      return error as? StoreError
    }
  }

  fileprivate var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? []
  }
}

@Suite("A database that was not closed cleanly") struct UncleanTests {
  let folder = Folder()

  @Test("Rows that an index lost are found before anything is billed by it")
  func lostIndexRows() throws {
    try folder.filled()
    try folder.loseIndexRows()
    let error = try #require(folder.refusal())
    #expect(error.code == .corrupt)
    #expect(error.message.contains("missing from index transactions_start"))
    #expect(error.advice.contains("restore a backup"))
  }

  @Test("After an orderly end nothing is looked at; after a crash, everything")
  func marker() throws {
    let store = try folder.open()
    store.started()
    let crashed = folder.crashed()
    #expect(try Database(path: crashed.database, readOnly: true).inUse == 1)
    store.close()
    #expect(try Database(path: folder.database, readOnly: true).inUse == 0)
    #expect(crashed.refusal() == nil)
    #expect(try Database(path: crashed.database, readOnly: true).inUse == 0)
  }

  @Test("A copy without its WAL is opened, and it is said what may be missing")
  func withoutWAL() throws {
    let store = try folder.open()
    store.started()
    let copy = folder.crashed()
    store.close()
    try FileManager.default.removeItem(atPath: copy.database + "-wal")
    let notices = Notices()
    #expect(copy.refusal(StoreOptions(onNotice: notices.add)) == nil)
    #expect(notices.all.count == 1)
    #expect(notices.all.first?.contains("what was written last is missing") == true)
  }

  @Test("A look that takes long goes on beside the server, and what it finds stops the writing")
  func background() throws {
    try folder.filled()
    try folder.loseIndexRows()
    let errors = ErrorLog()
    var options = errors.options
    options.checkMilliseconds = 0
    let found: SQLiteStore
    do {
      found = try folder.open(options)
    } catch {
      // The look was quicker than the start.
      #expect((error as? StoreError)?.code == .corrupt)
      return
    }
    found.finishCheck()
    #expect(found.trouble?.code == .corrupt)
    found.close()
    // It was ended in order, and yet the next start looks again.
    #expect(folder.refusal()?.code == .corrupt)
  }
}

@Suite("A store in trouble that stays") struct LastingTroubleTests {
  let folder = Folder()

  @Test("Damage that a commit comes upon stops the writing for good, also where pages are sound")
  func damage() throws {
    try folder.filled()
    let database = try Database(path: folder.database, readOnly: true)
    let page = try #require(
      try database.number("SELECT rootpage FROM sqlite_schema WHERE name = 'transactions_start'"))
    database.close()
    let file = try FileHandle(forWritingTo: URL(filePath: folder.database))
    try file.seek(toOffset: UInt64(page - 1) * 4_096)
    try file.write(contentsOf: Data(repeating: 0xA5, count: 4_096))
    try file.close()

    let errors = ErrorLog()
    let store = try folder.open(errors.options)
    #expect(store.keep(.transactionStarted(.sample)) == [.failed])
    #expect(store.trouble?.code == .corrupt)

    // This one touches nothing of the kind.
    #expect(store.keep(status("Available", at: noon)) == [.failed])
    store.probe()
    store.flush()
    let refused = #expect(throws: StoreError.self) {
      try store.write { editor throws(StoreError) in try editor.setSetting("a", to: "b") }
    }
    #expect(refused?.code == .corrupt)
    let trouble = try #require(store.trouble)
    #expect(trouble.message.contains("until a restart") && trouble.advice.contains("backup"))
    #expect(errors.all.filter { $0 == trouble }.count == 1)
    store.close()
    #expect(folder.refusal()?.code == .corrupt)
  }

  @Test(
    "What went into deleted files is not acknowledged, and it is said once",
    arguments: ["", "/ocpp.db", "/ocpp.db-wal", "/ocpp.db.lock"])
  func deleted(_ name: String) throws {
    let errors = ErrorLog()
    let store = try folder.open(errors.options)
    store.started()
    #expect(store.trouble == nil)
    try FileManager.default.removeItem(atPath: folder.path + name)
    #expect(store.keep(.transactionStarted(.sample.with { $0.connector = 2 })) == [.failed])
    #expect(store.keep(.transactionStarted(.sample.with { $0.connector = 2 })) == [.failed])
    let trouble = try #require(store.trouble)
    #expect(trouble.code == .gone && trouble.message.contains("deleted"))
    #expect(errors.all == [trouble])
    store.close()
  }

  @Test("A moved folder is the same to its path; what was acknowledged before is in it")
  func moved() throws {
    let store = try folder.open()
    let id = store.started()
    let elsewhere = folder.path + "-moved"
    try FileManager.default.moveItem(atPath: folder.path, toPath: elsewhere)
    // Nobody sends anything; whoever asks hears of it.
    #expect(store.trouble?.code == .gone)
    try FileManager.default.moveItem(atPath: elsewhere, toPath: folder.path)
    #expect(store.keep(.transactionStarted(.sample.with { $0.connector = 2 })) == [.failed])
    store.close()
    #expect(try folder.open().row(id)?.status == .active)
  }
}

@Suite("One file, one server") struct NamesTests {
  let folder = Folder()

  private func refusal(_ path: String) -> StoreError? {
    let error = #expect(throws: StoreError.self) { _ = try SQLiteStore(path: path) }
    return error
  }

  @Test(
    "A link to a database is that database, also to the lock; one that leads nowhere is refused")
  func symbolic() throws {
    let link = folder.path + "/link.db"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.database)
    #expect(refusal(link)?.message == "this link leads nowhere")
    let store = try folder.open()
    #expect(refusal(link)?.code == .inUse)
    store.close()
    let linked = try SQLiteStore(path: link)
    #expect(linked.path == store.path)
    #expect(folder.refusal()?.code == .inUse)
    linked.close()
    #expect(folder.names == ["link.db", "ocpp.db", "ocpp.db.lock"])
  }

  @Test("A database with a second name is refused")
  func hard() throws {
    try folder.open().close()
    let other = folder.path + "/other.db"
    try FileManager.default.linkItem(atPath: folder.database, toPath: other)
    #expect(folder.refusal()?.message.contains("2 names") == true)
    // Nor administered: that is no server which has it open.
    let error = #expect(throws: StoreError.self) {
      try SQLiteStore.administer(path: other) { _, _ in }
    }
    #expect(error?.code == .permission)
    try FileManager.default.removeItem(atPath: other)
    #expect(folder.refusal() == nil)
  }

  @Test("Administering upgrades nothing: the older server still reads its database")
  func administering() throws {
    try folder.makeOld()
    let error = #expect(throws: StoreError.self) {
      try SQLiteStore.administer(path: folder.database) { _, _ in }
    }
    #expect(error?.code == .olderSchema)
    let database = try Database(path: folder.database, readOnly: true)
    #expect(try database.number("PRAGMA user_version") == 14)
  }
}

@Suite("Copies") struct CopyTests {
  let folder = Folder()

  @Test("A backup of a store that is written to is whole, closed, and for its owner's eyes only")
  func backup() throws {
    let store = try folder.open()
    let stop = Atomic(false)
    let copy = Folder()
    try withStop(stop) {
      let thread = WorkThread {
        var meter = 0
        while !stop.load(ordering: .relaxed) {
          meter += 1
          store.started(.sample.with { [meter] in $0.meterStart = meter })
        }
      }
      let before = try store.read { (reader) throws(StoreError) in try reader.counts() }
      let bytes = try SQLiteStore.backUp(path: folder.database, to: copy.database)
      stop.store(true, ordering: .relaxed)
      thread.join()
      #expect(bytes == SQLiteStore.fileBytes(copy.database))
      #expect(copy.names == ["ocpp.db"])
      let rights = try FileManager.default.attributesOfItem(atPath: copy.database)
      #expect(rights[.posixPermissions] as? Int == 0o600)
      let notices = Notices()
      let restored = try copy.open(StoreOptions(onNotice: notices.add))
      let after = try restored.read { (reader) throws(StoreError) in try reader.counts() }
      #expect(after.activeTransactions >= before.activeTransactions)
      #expect(notices.all.isEmpty)
      restored.close()
    }
  }

  private func withStop(_ stop: borrowing Atomic<Bool>, _ body: () throws -> Void) rethrows {
    defer { stop.store(true, ordering: .relaxed) }
    try body()
  }

  @Test("Before an upgrade what was there is kept, the newest only, unless it is not wanted")
  func upgrade() throws {
    let before = "ocpp.db.before-\(Schema.newest)"
    try folder.makeOld()
    #expect(FileManager.default.createFile(atPath: folder.database + ".before-3", contents: nil))
    let notices = Notices()
    #expect(folder.refusal(StoreOptions(onNotice: notices.add)) == nil)
    #expect(folder.names == ["ocpp.db", before, "ocpp.db.lock"])
    #expect(notices.all.first?.contains(before) == true)
    let kept = try Database(path: folder.path + "/" + before, readOnly: true)
    #expect(try kept.number("PRAGMA user_version") == 14)

    let other = Folder()
    try other.makeOld()
    #expect(other.refusal(StoreOptions(keepsCopyBeforeUpgrade: false)) == nil)
    #expect(other.names == ["ocpp.db", "ocpp.db.lock"])

    try other.execute("PRAGMA user_version = \(Schema.newest + 1)")
    let newer = try #require(other.refusal())
    #expect(newer.advice.contains("ocpp.db.before-\(Schema.newest + 1)"))
  }
}

extension Folder {
  /// A database of schema 14, as an older version leaves it.
  func makeOld() throws {
    let old = try Database(path: database)
    try old.execute("PRAGMA journal_mode = WAL")
    for sql in Schema.migrations[..<14] { try old.execute(sql) }
    try old.execute("PRAGMA application_id = \(Schema.applicationId); PRAGMA user_version = 14")
    old.close()
  }
}

extension Database {
  fileprivate var inUse: Int64? {
    get throws { try number("SELECT value FROM counters WHERE name = 'in_use'") }
  }
}
