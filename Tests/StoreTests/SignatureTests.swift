import CSMSCore
import OCPPJSON
import Testing

@testable import Store

@Suite("Signatures that are good once")
struct SignatureTests {
  private let use = SignatureUse("abc", of: 1_000, forgetBefore: 0)

  private func say(_ store: SQLiteStore, isOnRecord: Bool = false) -> Receipt? {
    var entry = FactEntry(
      station: "CP1", receivedAt: DateTime(noon), ticket: 1,
      fact: .transactionStarted(.sample))
    entry.isOnRecord = isOnRecord
    let answer = Mailbox<Receipt?>(limit: 1)
    store.record(entry, spending: use) { _ = answer.post($0) }
    return answer.takeAll()[0]
  }

  @Test("A signature is spent with what it was used for, or not at all, also across a crash")
  func together() throws {
    let folder = Folder()
    let store = try folder.open()
    // Its station is on record no more: nothing is kept.
    #expect(say(store, isOnRecord: true) == .failed)
    #expect(say(store) == .transaction(id: 1, isNew: true))
    #expect(say(store) == nil)

    let crashed = folder.crashed()
    let again = try crashed.open()
    #expect(say(again) == nil)
    #expect(try again.listed().count == 1)
    again.close()
    store.close()
    #expect(say(store) == .failed)
  }

  @Test("What an edit spent is given back when the edit fails")
  func failedEdit() throws {
    let folder = Folder()
    let store = try folder.open()
    let use = use
    #expect(throws: StoreError.self) {
      try store.write { (editor) throws(StoreError) in
        _ = try editor.spend(use)
        try editor.setPayment(7, "completed", amount: nil, at: DateTime(noon))
      }
    }
    func spend() throws -> Bool {
      try store.write { (editor) throws(StoreError) in try editor.spend(use) }
    }
    #expect(try spend())
    #expect(try !spend())
    store.close()
  }
}
