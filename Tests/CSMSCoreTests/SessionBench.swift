import CSMSCore
import OCPP16
import OCPPJSON
import OCPPRPC
import Testing

/// Tokens for a test; the case of letters does not matter, as the port asks.
final class Tokens: TokenDirectory {
  private let records: [Text: TokenRecord]

  init(_ records: [TokenRecord]) {
    self.records = Dictionary(uniqueKeysWithValues: records.map { ($0.idTag.caseFolded, $0) })
  }

  func record(of idTag: Text) -> TokenRecord? { records[idTag.caseFolded] }
}

/// A session with what it needs around it; the clock stands at 2026-01-02T03:04:05.678Z.
struct SessionBench {
  static let start = DateTime(milliseconds: 1_767_323_045_678)

  var session: Session16
  var now = SessionBench.start
  private let tokens = Tokens([
    TokenRecord(idTag: "GOOD", status: .accepted),
    TokenRecord(
      idTag: "FAMILY", status: .accepted, expiry: DateTime(milliseconds: 1_800_000_000_000),
      parent: "HOME"),
    TokenRecord(idTag: "OLD", status: .accepted, expiry: DateTime(milliseconds: 1_767_323_045_678)),
    TokenRecord(idTag: "STOLEN", status: .blocked),
    TokenRecord(idTag: "BUSY", status: .concurrentTx),
    TokenRecord(idTag: "WRONG", status: .invalid),
  ])

  init(_ policy: SessionPolicy = SessionPolicy()) {
    session = Session16(policy: policy, tokens: tokens, idPrefix: 0xAB)
  }

  /// What a frame led to, and what was written.
  mutating func receive(_ frame: String) -> (action: Action?, reaction: Reaction, written: String) {
    var writer = JSONWriter()
    let now = now
    let (action, reaction) = Array(frame.utf8).withUnsafeBufferPointer {
      session.received($0, now: now, writer: &writer)
    }
    return (
      action.flatMap { Action(rawValue: $0) }, reaction,
      writer.withBytes { String(decoding: $0, as: UTF8.self) }
    )
  }

  /// The fact and the answer a frame is held for; nothing may have been written.
  mutating func hold(_ frame: String) throws -> (fact: Fact, answer: PendingAnswer) {
    let (_, reaction, written) = receive(frame)
    #expect(written == "")
    guard case .hold(let fact, let answer) = reaction else {
      throw Unexpected(reaction: "\(reaction)")
    }
    return (fact, answer)
  }

  /// What a held answer says after a receipt.
  func answer(_ pending: PendingAnswer, _ receipt: Receipt) -> String {
    var writer = JSONWriter()
    var session = session
    session.answer(pending, receipt, now: now, writer: &writer)
    return writer.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// Puts a call in line, and returns its id.
  mutating func call(
    _ action: Action, ticket: UInt64, seconds: Int64 = 30
  ) -> (id: MessageID, enqueued: CallLane<UInt64>.Enqueued) {
    let id = session.makeMessageID()
    let call = OutgoingCall(
      id: id, action: action.rawValue, frame: Array("\(ticket)".utf8),
      deadline: DateTime(milliseconds: now.milliseconds + seconds * 1000), caller: ticket)
    return (id, session.enqueue(call))
  }
}

struct Unexpected: Error { let reaction: String }
