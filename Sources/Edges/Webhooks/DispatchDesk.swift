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

  /// One webhook that is switched on.
  private final class Route {
    var row: WebhookRow
    /// Nil when it cannot be opened.
    var secret: [UInt8]?
    var line: DeliveryLine
    /// The first of each lane.
    var rows: [Int64: DeliveryRow] = [:]
    /// Everything up to this event has been offered to the line.
    var cursor: Int64 = 0
    var isScanning = false
    var scansAgain = false
    /// The line had no room for the event after `cursor`.
    var isStalled = false

    init(_ row: WebhookRow, _ secret: [UInt8]?, _ line: DeliveryLine) {
      self.row = row
      self.secret = secret
      self.line = line
    }
  }

  private let courier: Courier
  private let store: SQLiteStore
  private let vault: SecretVault
  private let policy: DeliveryPolicy
  private let log: ServerLog
  private let clock: @Sendable () -> DateTime
  private unowned let dispatcher: WebhookDispatcher
  private var routes: [Int64: Route] = [:]
  /// In turn, so that nobody is always first.
  private var order: [Int64] = []
  private var notes: [DeliveryNote] = []
  private var isSettling = false
  private var tests = 0

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
      let seed = secureRandomBytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      routes[row.number] = Route(row, secret, DeliveryLine(policy: policy, seed: seed))
      scan(row.number)
    }
    order = routes.keys.sorted()
  }

  // MARK: What waits

  /// Offers the line what the store has beyond what was offered.
  func scan(_ number: Int64) {
    guard let route = routes[number], !route.isStalled else { return }
    if route.isScanning {
      route.scansAgain = true
      return
    }
    route.isScanning = true
    route.scansAgain = false
    let cursor = route.cursor
    route.line.readBegan()
    read(
      { reader throws(StoreError) in
        try reader.waitingDeliveries(of: number, after: cursor, limit: Limits.page)
      },
      orElse: { desk in
        desk.routes[number]?.isScanning = false
        desk.routes[number]?.line.readEnded()
      },
      then: { desk, rows in desk.scanned(number, rows, after: cursor) })
  }

  /// From the beginning: what was given up or delivered waits again.
  func rescan(_ number: Int64) {
    guard let route = routes[number] else { return }
    route.cursor = 0
    route.isStalled = false
    route.line.reopened()
    scan(number)
  }

  private func scanned(_ number: Int64, _ rows: [DeliveryRow], after cursor: Int64) {
    guard let route = routes[number] else { return }
    route.isScanning = false
    // Began again meanwhile.
    let isStale = route.cursor != cursor
    if !isStale { offer(rows, route) }
    route.line.readEnded()
    if isStale || !route.isStalled && (rows.count == Limits.page || route.scansAgain) {
      scan(number)
    }
  }

  /// Offers them in their order, as far as there is room.
  private func offer(_ rows: [DeliveryRow], _ route: Route) {
    for row in rows {
      guard offer(row, route) else {
        route.isStalled = true
        return
      }
      route.cursor = row.event.id
    }
  }

  private func offer(_ row: DeliveryRow, _ route: Route) -> Bool {
    switch route.line.add(row.item) {
    case .first: route.rows[row.event.id] = row
    case .behind, .gone: break
    case .noRoom: return false
    }
    return true
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
        case .send(let item): send(item, route, at: now)
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

  private func send(_ item: DeliveryItem, _ route: Route, at now: DateTime) {
    let number = route.row.number
    guard let row = route.rows[item.event] else {
      preconditionFailure("The first of each lane is kept.")
    }
    guard let secret = route.secret else {
      let failure = "Its secret cannot be opened with this server's key file: make a new one."
      return arrived(item, number, Receipt(failure: failure))
    }
    courier.send(parcel(row.event.body, to: route.row, secret, at: now)) {
      [unowned self] receipt in
      arrived(item, number, receipt)
    }
  }

  private func parcel(
    _ body: [UInt8], to row: WebhookRow, _ secret: [UInt8], at now: DateTime
  ) -> Parcel {
    let signature = WebhookSignature.value(body, secret: secret, at: now.milliseconds / 1000)
    return Parcel(
      url: row.url.description, headers: ["\(WebhookSignature.header): \(signature)"], body: body)
  }

  private func arrived(_ item: DeliveryItem, _ number: Int64, _ receipt: Receipt) {
    let now = clock()
    dispatcher.count {
      if receipt.isAccepted { $0.delivered += 1 } else { $0.failed += 1 }
    }
    var ruling = receipt.isAccepted ? DeliveryRuling.delivered : nil
    if let route = routes[number] {
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

  // MARK: Writing down

  /// Hands the outcomes to the store, one commit at a time.
  func handOver() {
    if isSettling || notes.isEmpty { return }
    isSettling = true
    let now = Array(notes.prefix(Limits.notes))
    notes.removeFirst(now.count)
    let dispatcher = dispatcher
    store.write { (editor) throws(StoreError) in
      try editor.settle(now)
    } completion: { [weak dispatcher] result in
      dispatcher?.post { $0.settled(now, result) }
    }
  }

  private func settled(_ notes: [DeliveryNote], _ result: Result<[DeliveryRow?], StoreError>) {
    isSettling = false
    switch result {
    case .failure(let error):
      log.error("store: \(error)")
      for note in notes { routes[note.webhook]?.line.unsettled(note.event, at: clock()) }
    case .success(let next):
      for (note, row) in zip(notes, next) { settled(note, row) }
    }
  }

  private func settled(_ note: DeliveryNote, _ next: DeliveryRow?) {
    guard let route = routes[note.webhook] else { return }
    route.rows[note.event] = nil
    if let next { route.rows[next.event.id] = next }
    let isComplete = route.line.settled(note.event, next: next?.item)
    if !isComplete { look(note.lane, route) }
    if route.isStalled, next == nil {
      route.isStalled = false
      scan(note.webhook)
    }
  }

  /// Something came into a lane while its last item was written down.
  private func look(_ lane: Int64, _ route: Route) {
    let number = route.row.number
    route.line.readBegan()
    read(
      { reader throws(StoreError) in try reader.waitingDelivery(of: number, lane: lane) },
      orElse: { $0.routes[number]?.line.readEnded() },
      then: { desk, row in
        guard let route = desk.routes[number] else { return }
        defer { route.line.readEnded() }
        if let row, !desk.offer(row, route) { desk.rescan(number) }
      })
  }

  private func read<Value: Sendable>(
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

  // MARK: Tests

  func test(
    _ row: WebhookRow, _ completion: @escaping @Sendable (WebhookDispatcher.TestResult?) -> Void
  ) {
    guard tests < WebhookDispatcher.tests else { return completion(nil) }
    let began = clock()
    guard
      let secret = vault.open(row.sealedSecret, name: WebhookDispatcher.secretName(row.id))
    else {
      return completion(
        .init(
          status: nil, failure: "Its secret cannot be opened with this server's key file.",
          milliseconds: 0))
    }
    tests += 1
    var body = JSONWriter(capacity: 256)
    body.literal(#"{"id":"test_"#)
    body.raw(WebhookSignature.hex(secureRandomBytes(8)))
    body.literal(#"","type":"test","station_id":null,"transaction_id":null,"data":{},"#)
    body.literal(#""timestamp":"#)
    body.dateTime(began)
    body.endObject()
    let clock = ContinuousClock()
    let start = clock.now
    courier.send(parcel(body.withBytes { [UInt8]($0) }, to: row, secret, at: began)) {
      [unowned self] receipt in
      tests -= 1
      let milliseconds = (clock.now - start) / .milliseconds(1)
      completion(
        .init(status: receipt.status, failure: receipt.failure, milliseconds: Int(milliseconds)))
    }
  }
}

extension JSONWriter {
  fileprivate mutating func raw(_ text: String) {
    for byte in text.utf8 { self.byte(byte) }
  }
}
