import Dispatch
import Foundation
import Network
import OCPPJSON
import Store
import Synchronization
import Testing

@testable import Access

@Suite("Signing in while somebody changes the person")
struct SignInRaceTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "ocpp-\(UUID())")
  private let now = DateTime(milliseconds: 1_767_225_600_000)

  /// A desk with the person a@x, who is bound to the company C.
  private func desk() throws -> AccessDesk {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let store = try SQLiteStore(path: folder.appending(path: "a.sqlite").path)
    let now = now
    let desk = try AccessDesk(
      store: store, vault: SecretVault(key: [UInt8](repeating: 1, count: 32)),
      hasher: PasswordHasher(cost: .least), clock: { now })
    try store.write { (editor) throws(StoreError) in
      try editor.insertRecord(
        RecordKind("company", view: "companies", columns: [], table: "companies"),
        [
          RecordColumn("id", .text("C")), RecordColumn("name", .text("C")),
          RecordColumn("enabled", .integer(1)), RecordColumn("created_at", .integer(0)),
          RecordColumn("updated_at", .integer(0)),
        ])
    }
    let user = UserRow(
      id: "u", email: "a@x", passwordHash: desk.hasher.hash("old password"), role: "operator",
      company: "C", createdAt: now)
    try desk.add(user)
    return desk
  }

  private func signIn(
    _ desk: AccessDesk, _ completion: @escaping @Sendable (Result<Tokens, SignInRefusal>) -> Void
  ) {
    desk.signIn(email: "a@x", password: "old password", address: "h", completion)
  }

  enum Change: String, CaseIterable {
    case password, role, company, switchedOff, companySwitchedOff, gone
  }

  @Test(
    "Whose password waits to be checked is not in when the person changes",
    arguments: Change.allCases)
  func held(change: Change) throws {
    let desk = try desk()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (gate, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let result = Mutex<Result<Tokens, SignInRefusal>?>(nil)
    // The hash that others wait for.
    #expect(desk.hasher.run { gate.wait() })
    signIn(desk) { answer in
      result.withLock { $0 = answer }
      done.signal()
    }
    let (hash, now) = (desk.hasher.hash("new password"), now)

    try desk.store.write { (editor) throws(StoreError) in
      switch change {
      case .gone: try editor.removeUser("u")
      case .companySwitchedOff:
        try editor.updateRecord(
          RecordKind("company", view: "companies", columns: [], table: "companies"),
          key: [RecordColumn("id", .text("C"))], [RecordColumn("enabled", .integer(0))])
      case .password, .role, .company, .switchedOff:
        _ = try editor.changeUser("u", at: now) { user in
          switch change {
          case .password: user.passwordHash = hash
          case .role: user.role = "viewer"
          case .company: user.company = nil
          case .switchedOff: user.isEnabled = false
          case .gone, .companySwitchedOff: break
          }
        }
      }
    }
    gate.signal()
    done.wait()

    guard case .failure(.wrong)? = result.withLock({ $0 }) else {
      Issue.record("\(change): it is in")
      return
    }
    let rows = try desk.store.read { (reader) throws(StoreError) in try reader.access() }
    #expect(rows.signIns.isEmpty)
  }

  @Test("Who is as before is in, and stays in when what was read before comes late")
  func late() throws {
    let desk = try desk()
    defer { try? FileManager.default.removeItem(at: folder) }
    func read() throws -> (Int, AccessRows) {
      let changes = desk.state.withLock { $0.signInChanges }
      return (changes, try desk.store.read { (reader) throws(StoreError) in try reader.access() })
    }
    let (before, without) = try read()
    let done = DispatchSemaphore(value: 0)
    let tokens = Mutex<Tokens?>(nil)
    signIn(desk) { answer in
      tokens.withLock { $0 = try? answer.get() }
      done.signal()
    }
    done.wait()
    let access = try #require(tokens.withLock { $0?.access })

    desk.adopt(without, knowing: before)
    #expect(desk.principal(showing: access) != nil)
    #expect(desk.state.withLock { $0.begun.count } == 1)

    let (then, with) = try read()
    let signIn = try #require(with.signIns.first?.id)
    desk.signOut(signIn) { _ in done.signal() }
    done.wait()
    desk.adopt(with, knowing: then)
    #expect(desk.principal(showing: access) == nil)
  }
}
