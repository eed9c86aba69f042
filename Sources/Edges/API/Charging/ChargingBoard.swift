import CSMSCore
import Gateway
import Network
import OCPPJSON
import ServerLog
import Store
import Synchronization

/// The bounds of charging from an app.
enum ChargingLimits {
  /// Ordered sessions that are not over; one more is a 429.
  static let openOrders = 10_000
  /// How far back live figures look for meter values, in milliseconds.
  static let liveWindow: Int64 = 3_600_000
}

/// Sessions that apps ordered: each is in the store before its station hears of it, so that a
/// restart at any step loses none. Decides nothing about a transaction: the ledger does, by the tag.
final class ChargingBoard: Sendable {
  private struct Entry {
    var order: OpenOrder
    /// The station has been asked by this process.
    var isAsked = false
  }

  private let services: ChargingServices
  private let entries = Mutex<[Int: Entry]>([:])

  init(_ services: ChargingServices) { self.services = services }

  /// Takes up what was open when the server stopped: the tags count again, and who had not answered
  /// is asked once more.
  func resume() throws(StoreError) {
    let orders = try services.store.read { (reader) throws(StoreError) in
      try reader.openOrders()
    }
    for order in orders { admit(order) }
  }

  private func admit(_ order: OpenOrder) {
    entries.withLock { $0[order.id] = Entry(order: order) }
    services.tokens.set(TokenRecord(idTag: order.tag, status: .accepted))
  }

  /// Makes the session of an order and asks the station; the completion gets the session's id, and
  /// whether it is new, when the station has answered or did not in time.
  func order(
    _ order: SessionOrder,
    _ completion: @escaping @Sendable (Result<(id: Int, isNew: Bool), Problem>) -> Void
  ) {
    if entries.withLock({ $0.count >= ChargingLimits.openOrders }) {
      return completion(
        .failure(Problem(429, "Too many sessions are about to begin; try again in a moment.")))
    }
    let now = services.clock()
    services.store.write { (editor) throws(StoreError) in
      try editor.orderSession(order, at: now)
    } completion: { [self] result in
      switch result {
      case .failure(let error): completion(.failure(Problem(error)))
      case .success(.existing(let id)): completion(.success((id, false)))
      case .success(.made(let id)):
        admit(
          OpenOrder(
            id: id, station: order.station, connector: order.connector, tag: order.tag,
            deadline: order.deadline, isAccepted: false, hasBegun: false))
        ask(id, isFirst: true) { completion(.success((id, true))) }
      }
    }
  }

  private func ask(
    _ id: Int, isFirst: Bool, _ completion: @escaping @Sendable () -> Void = {}
  ) {
    let order: OpenOrder? = entries.withLock { entries in
      guard let entry = entries[id], !entry.isAsked else { return nil }
      entries[id]?.isAsked = true
      return entry.order
    }
    guard let order else { return completion() }
    let start = RemoteStartOrder(idTag: order.tag, connector: order.connector)
    services.commands.run(.remoteStart(start), on: order.station, timeout: nil) {
      [self] result in
      switch result {
      case .success(let report) where report.answer.isAccepted:
        keep { (editor, now) throws(StoreError) in
          try editor.acceptSession(id, at: now)
        } then: { _ in
          completion()
        }
      case .success(let report):
        // Asked again after a restart, it may charge for this order already.
        guard isFirst else { return completion() }
        giveUp(id, Text("The station refused to start: \(report.answer.result).")) { _ in
          completion()
        }
      case .failure(let problem) where problem.status == 502:
        giveUp(id, Text("The station refused to start: \(problem.detail)")) { _ in completion() }
      case .failure(let problem) where problem.status == 404 || problem.status == 429:
        // It has heard nothing; it is asked again when it can.
        entries.withLock { $0[id]?.isAsked = false }
        completion()
      case .failure: completion()
      }
    }
  }

  /// Ends a session that has not begun: its tag is good for nothing before the completion hears that it
  /// is so. It hears false of one that has begun, or was given up before.
  func giveUp(
    _ id: Int, _ reason: Text,
    _ completion: @escaping @Sendable (Result<Bool, StoreError>) -> Void = { _ in }
  ) {
    keep { (editor, now) throws(StoreError) in
      try editor.failSession(id, reason, at: now)
    } then: { [self] result in
      if case .success(true) = result { forget(id) }
      completion(result)
    }
  }

  private func keep<Value: Sendable>(
    _ edit: @escaping @Sendable (StoreEditor, DateTime) throws(StoreError) -> Value,
    then completion: @escaping @Sendable (Result<Value, StoreError>) -> Void
  ) {
    let now = services.clock()
    services.store.write { (editor) throws(StoreError) in
      try edit(editor, now)
    } completion: { [self] result in
      if case .failure(let error) = result { services.log.error("store: \(error)") }
      completion(result)
    }
  }

  /// Once a second: who has waited too long, who can be asked now, and whose session is over.
  func keepHouse() {
    let known = entries.withLock { Array($0.keys) }
    if known.isEmpty { return }
    services.store.read { (reader) throws(StoreError) in
      try reader.openOrders()
    } completion: { [self] result in
      guard case .success(let orders) = result else { return }
      let open = Dictionary(orders.map { ($0.id, $0) }) { $1 }
      let now = services.clock()
      for id in known {
        guard let order = open[id] else {
          forget(id)
          continue
        }
        if order.hasBegun { continue }
        if order.deadline <= now {
          giveUp(id, "The station did not start in time.")
        } else if !order.isAccepted, services.gateway.isConnected(order.station) {
          ask(id, isFirst: false)
        }
      }
    }
  }

  private func forget(_ id: Int) {
    let entry = entries.withLock { $0.removeValue(forKey: id) }
    if let entry { services.tokens.remove(entry.order.tag) }
  }
}

/// What the board needs.
struct ChargingServices: Sendable {
  let gateway: Gateway
  let store: SQLiteStore
  let tokens: TokenCache
  let commands: CommandRunner
  let log: ServerLog
  let clock: WallClock
}
