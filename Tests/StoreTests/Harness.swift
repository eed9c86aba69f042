import CSMSCore
import Foundation
import OCPPJSON
import Synchronization

@testable import Store

/// A folder of its own, gone with its last owner.
final class Folder: Sendable {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "store-" + UUID().uuidString
    try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var database: String { path + "/ocpp.db" }

  /// What a crash at this instant would leave: the database and its log as they are on disk.
  func crashed() -> Folder {
    let copy = Folder()
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: database + suffix) {
      try! FileManager.default.copyItem(atPath: database + suffix, toPath: copy.database + suffix)
    }
    return copy
  }

  func open(_ options: StoreOptions = StoreOptions()) throws -> SQLiteStore {
    try SQLiteStore(path: database, options: options)
  }

  /// Runs SQL on a connection of its own, as an operator might.
  func execute(_ sql: String) throws {
    let database = try Database(path: database)
    try database.execute(sql)
    database.close()
  }
}

/// Errors the store reported.
final class ErrorLog: Sendable {
  private let errors = Mutex<[StoreError]>([])
  var all: [StoreError] { errors.withLock { $0 } }
  var options: StoreOptions {
    StoreOptions(onError: { error in self.errors.withLock { $0.append(error) } })
  }
}

extension SQLiteStore {
  /// Records facts of one station and waits for their receipts.
  @discardableResult
  func keep(_ facts: Fact..., from station: Text = "CP1", at now: Int64 = noon) -> [Receipt] {
    keep(facts.map { FactEntry(station: station, receivedAt: .init(now), ticket: 7, fact: $0) })
  }

  @discardableResult
  func keep(_ entries: [FactEntry]) -> [Receipt] {
    let answer = Mailbox<[FactReceipt]>(limit: 1)
    record(entries) { _ = answer.post($0) }
    return answer.takeAll()[0].map(\.receipt)
  }

  /// Starts a transaction and returns its id.
  @discardableResult
  func started(
    _ start: TransactionStart = .sample, from station: Text = "CP1", at now: Int64 = noon
  ) -> Int {
    let receipts = keep(.transactionStarted(start), from: station, at: now)
    guard case .transaction(let id, _) = receipts[0] else { return -1 }
    return id
  }

  func records(_ transaction: Int) throws -> [UInt8] {
    try read { reader throws(StoreError) in try reader.meterRecords(ofTransaction: transaction) }
  }

  func row(_ transaction: Int) throws -> TransactionRow? {
    try read { reader throws(StoreError) in try reader.transaction(transaction) }
  }

  func listed(
    _ filter: TransactionFilter = TransactionFilter(), limit: Int = 1_000,
    after cursor: TransactionCursor? = nil
  ) throws -> [TransactionRow] {
    try read { reader throws(StoreError) in
      try reader.transactions(filter, limit: limit, after: cursor).rows
    }
  }

  /// Stops the writer until the returned box gets an item.
  func stalled() -> Mailbox<Void> {
    let isStalled = Mailbox<Void>(limit: 1)
    let resume = Mailbox<Void>(limit: 1)
    _ = writing.post(
      .edit { _ in
        _ = isStalled.post(())
        _ = resume.takeAll()
      })
    _ = isStalled.takeAll()
    return resume
  }
}

/// 2026-06-01T12:00:00Z.
let noon: Int64 = 1_780_315_200_000

extension DateTime {
  init(_ milliseconds: Int64) { self.init(milliseconds: milliseconds) }
}

extension TransactionStart {
  static let sample = TransactionStart(
    connector: 1, idTag: "TAG1", meterStart: 1_000, timestamp: .init(noon),
    authorization: "Accepted")

  func with(_ change: (inout TransactionStart) -> Void) -> TransactionStart {
    var copy = self
    change(&copy)
    return copy
  }
}

extension TransactionStop {
  static func sample(_ id: Int) -> TransactionStop {
    TransactionStop(transactionId: id, meterStop: 6_000, timestamp: .init(noon + 3_600_000))
  }

  func with(_ change: (inout TransactionStop) -> Void) -> TransactionStop {
    var copy = self
    change(&copy)
    return copy
  }
}

/// A packed meter record.
func record(_ time: Int64, _ samples: [UInt8] = [1, 2, 3]) -> [UInt8] {
  var bytes = withUnsafeBytes(of: time.bigEndian) { [UInt8]($0) }
  withUnsafeBytes(of: UInt32(samples.count).bigEndian) { bytes.append(contentsOf: $0) }
  return bytes + samples
}

func report(_ transaction: Int?, _ records: [UInt8]..., connector: Int = 1) -> Fact {
  .meterValues(
    MeterReport(
      connector: connector, transactionId: transaction, readings: Array(records.joined())))
}
