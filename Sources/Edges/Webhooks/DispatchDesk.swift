import Access
import CSMSCore
import Network
import OCPPJSON
import ServerLog
import Store

/// Performs what the lines of all webhooks want, on the dispatcher's thread.
final class DispatchDesk {
  enum Limits {
    /// Requests under way at a time, of all webhooks. One that fails has one at a time, so that all
    /// of them together leave half of it to the others.
    static let requests = 2 * StoreLimits.webhooks
    /// Waiting deliveries read at a time.
    static let page = 256
    /// Outcomes written down in one commit.
    static let notes = 512
    /// The longest pause before the clock is looked at again, in milliseconds.
    static let longestWait: Int64 = 1_000
  }

  let courier: Courier
  let store: SQLiteStore
  let vault: SecretVault
  private let policy: DeliveryPolicy
  let log: ServerLog
  let clock: @Sendable () -> DateTime
  unowned let dispatcher: WebhookDispatcher
  var routes: [Int64: Route] = [:]
  /// In turn, so that nobody is always first.
  private var order: [Int64] = []
  var notes: [DeliveryNote] = []
  var isSettling = false
  var tests = 0
  /// How many routes there ever were.
  private var generations: UInt64 = 0

  init(
    _ courier: Courier, _ store: SQLiteStore, _ vault: SecretVault, _ policy: DeliveryPolicy,
    _ log: ServerLog, _ clock: @escaping @Sendable () -> DateTime, _ dispatcher: WebhookDispatcher
  ) {
    self.courier = courier
    self.store = store
    self.vault = vault
    self.policy = policy
    self.log = log
    self.clock = clock
    self.dispatcher = dispatcher
  }

  // MARK: Webhooks

  func reload() {
    read({ reader throws(StoreError) in try reader.webhooks() }) { desk, rows in
      desk.adopt(rows.filter(\.isEnabled))
    }
  }

  private func adopt(_ rows: [WebhookRow]) {
    let numbers = Set(rows.map(\.number))
    routes = routes.filter { numbers.contains($0.key) }
    for row in rows {
      let secret = vault.open(row.sealedSecret, name: WebhookDispatcher.secretName(row.id))
      if let route = routes[row.number] {
        route.row = row
        route.secret = secret
        continue
      }
      open(row, secret)
    }
    order = routes.keys.sorted()
  }

  /// A route of a webhook that was switched on, or one in place of another: what waits is read anew.
  private func open(_ row: WebhookRow, _ secret: [UInt8]?) {
    let seed = secureRandomBytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    generations += 1
    routes[row.number] = Route(
      row, secret, DeliveryLine(policy: policy, seed: seed), generation: generations)
    scan(row.number)
  }

  /// The route of a webhook, if it is still the one that asked.
  func route(_ number: Int64, _ generation: UInt64) -> Route? {
    guard let route = routes[number], route.generation == generation else { return nil }
    return route
  }

  // MARK: Steps

  /// Does everything that is due, and returns how long there is nothing more, in milliseconds.
  func advance() -> Int32 {
    let now = clock()
    var wake = DateTime(milliseconds: now.milliseconds + Limits.longestWait)
    for number in order {
      guard let route = routes[number] else { continue }
      steps: while courier.count < Limits.requests {
        switch route.line.next(at: now) {
        case .send(let item):
          guard let row = route.rows[item.event] else {
            log.error("webhook \(route.row.id): event \(item.event) is read once more")
            open(route.row, route.secret)
            break steps
          }
          send(item, row, route, at: now)
        case .park(let item): park(item, route, at: now)
        case .wake(let time):
          wake = min(wake, time)
          break steps
        case .rest: break steps
        }
      }
    }
    if !order.isEmpty { order.append(order.removeFirst()) }
    handOver()
    return Int32(max(wake.milliseconds - now.milliseconds, 1))
  }

  private func send(_ item: DeliveryItem, _ row: DeliveryRow, _ route: Route, at now: DateTime) {
    let (number, generation) = (route.row.number, route.generation)
    guard let secret = route.secret else {
      let failure = "Its secret cannot be opened with this server's key file: make a new one."
      return arrived(item, number, generation, Receipt(failure: failure))
    }
    courier.send(parcel(row.event.body, to: route.row, secret, at: now)) {
      [unowned self] receipt in
      arrived(item, number, generation, receipt)
    }
  }

  func parcel(
    _ body: [UInt8], to row: WebhookRow, _ secret: [UInt8], at now: DateTime
  ) -> Parcel {
    let signature = WebhookSignature.value(body, secret: secret, at: now.milliseconds / 1000)
    return Parcel(
      url: row.url.description, headers: ["\(WebhookSignature.header): \(signature)"], body: body)
  }

  private func arrived(
    _ item: DeliveryItem, _ number: Int64, _ generation: UInt64, _ receipt: Receipt
  ) {
    let now = clock()
    dispatcher.count {
      if receipt.isAccepted { $0.delivered += 1 } else { $0.failed += 1 }
    }
    var ruling = receipt.isAccepted ? DeliveryRuling.delivered : nil
    if let route = route(number, generation) {
      let wasDown = route.line.isDown
      let ruled = route.line.finished(item.event, isAccepted: receipt.isAccepted, at: now)
      ruling = ruled ?? ruling
      report(route, wasDown: wasDown, receipt)
    }
    // Of one that was switched off meanwhile only a success is worth a note.
    guard let ruling else { return }
    if ruling == .parked { dispatcher.count { $0.parked += 1 } }
    notes.append(
      DeliveryNote(
        webhook: number, event: item.event, lane: item.lane, ruling: ruling, isAttempt: true,
        at: now, response: receipt.status, failure: receipt.failure.map { Text($0) }))
  }

  private func park(_ item: DeliveryItem, _ route: Route, at now: DateTime) {
    dispatcher.count { $0.parked += 1 }
    notes.append(
      DeliveryNote(
        webhook: route.row.number, event: item.event, lane: item.lane, ruling: .parked,
        isAttempt: false, at: now, response: nil, failure: item.attempts > 0 ? nil : Self.unreached)
    )
  }

  private static let unreached: Text = "The receiver took nothing for as long as this was retried."

  private func report(_ route: Route, wasDown: Bool, _ receipt: Receipt) {
    if route.line.isDown == wasDown { return }
    if wasDown {
      log.info("webhook \(route.row.id): the receiver takes events again")
    } else {
      log.warning(
        "webhook \(route.row.id): the receiver takes no events; they are kept and retried."
          + " \(receipt.failure ?? "")")
    }
  }

  // MARK: The store

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (StoreReader) throws(StoreError) -> Value,
    orElse failed: @escaping @Sendable (DispatchDesk) -> Void = { _ in },
    then: @escaping @Sendable (DispatchDesk, Value) -> Void
  ) {
    let dispatcher = dispatcher
    store.read(body) { [weak dispatcher] result in
      dispatcher?.post { desk in
        switch result {
        case .success(let value): then(desk, value)
        case .failure(let error):
          failed(desk)
          desk.log.error("store: \(error)")
        }
      }
    }
  }
}
