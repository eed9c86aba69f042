import CSMSCore
import Gateway
import OCPPJSON
import OCPPRPC
import Store

/// Sessions without sockets on a store without a file.
final class MemoryCentralSystem: CentralSystem {
  let clock = TestClock()
  let store: SQLiteStore
  private let tokens = TokenCache()
  private var connections: UInt64 = 0

  init(tokens: [String]) throws {
    store = try SQLiteStore(path: ":memory:")
    for tag in tokens { self.tokens.set(TokenRecord(idTag: Text(tag), status: .accepted)) }
  }

  deinit { store.close() }

  func connect(_ station: String) -> any StationPeer {
    connections += 1
    let session = Session16(policy: SessionPolicy(), tokens: tokens, idPrefix: connections)
    return MemoryStation(station, session, clock, store)
  }
}

/// One session and the driver around it: performs its reactions as the gateway does.
final class MemoryStation: StationPeer {
  private let station: Text
  private var session: Session16
  private let clock: TestClock
  private let store: SQLiteStore
  private var answers: [String] = []
  private var held: [UInt64: PendingAnswer] = [:]
  private let receipts = Inbox<FactReceipt>()
  private var lastTicket: UInt64 = 0

  init(_ station: String, _ session: Session16, _ clock: TestClock, _ store: SQLiteStore) {
    self.station = Text(station)
    self.session = session
    self.clock = clock
    self.store = store
  }

  func send(_ frame: String) {
    var writer = JSONWriter()
    let now = clock.now
    let (_, reaction) = Array(frame.utf8).withUnsafeBufferPointer {
      session.received($0, now: now, writer: &writer)
    }
    switch reaction {
    case .answer, .refuse: answers.append(writer.withBytes { String(decoding: $0, as: UTF8.self) })
    case .hold(let fact, let answer):
      lastTicket += 1
      held[lastTicket] = answer
      let entry = FactEntry(station: station, receivedAt: now, ticket: lastTicket, fact: fact)
      let receipts = receipts
      store.record([entry]) { delivered in for receipt in delivered { receipts.post(receipt) } }
    case .finish, .ignore: break
    }
  }

  func receive() -> String? {
    if !answers.isEmpty { return answers.removeFirst() }
    if held.isEmpty { return nil }
    guard let receipt = receipts.take(), let answer = held.removeValue(forKey: receipt.ticket)
    else { return nil }
    var writer = JSONWriter()
    session.answer(answer, receipt.receipt, now: clock.now, writer: &writer)
    return writer.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
