import CSMSCore
import Foundation
import Testing

@testable import Store

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
