import CSMSCore
import OCPPJSON
import OCPPRPC

/// The central system of the world: sessions, the ledger behind a slow disk, and its restarts.
final class Central {
  /// A fact on its way to the disk, and who waits for the answer.
  struct Waiting {
    var entry: FactEntry
    var answer: PendingAnswer
    var connection: Connection
  }

  let ledger = MemoryLedger()
  let tokens: TokenPool
  var isDown = false
  /// Counts restarts, so that a commit of an earlier run is known.
  var epoch = 0
  /// Every socket that was ever taken.
  var connections = 0
  /// The socket of each station.
  var seats: [Int: Connection] = [:]
  /// What arrived since the commit under way began.
  var intake: [Waiting] = []
  /// What is being committed.
  var batch: [Waiting] = []
  var isCommitting = false
  /// Commits are slow until then, and take so long.
  var slowUntil: Int64 = 0
  var slowCommit: Int64 = 0
  /// Nothing can be stored until then.
  var failsUntil: Int64 = 0
  var lastTicket: UInt64 = 0

  init(tokens: TokenPool) { self.tokens = tokens }
}

/// The tokens of the world. `@unchecked Sendable`: the world is one thread.
final class TokenPool: TokenDirectory, @unchecked Sendable {
  static let goodCount = 120
  static let badCount = 20
  private var records: [Text: TokenRecord] = [:]
  let good: [Text]
  /// Blocked, expired, and some that are on no record.
  let bad: [Text]

  init() {
    good = (0..<TokenPool.goodCount).map { Text("GOOD" + String($0)) }
    bad = (0..<TokenPool.badCount).map { Text("BAD" + String($0)) }
    for (index, tag) in good.enumerated() {
      let parent = index % 3 == 0 ? Text("FAMILY" + String(index / 9)) : nil
      records[tag.caseFolded] = TokenRecord(idTag: tag, status: .accepted, parent: parent)
    }
    for (index, tag) in bad.enumerated() where index % 3 > 0 {
      records[tag.caseFolded] = TokenRecord(
        idTag: tag, status: index % 3 == 1 ? .blocked : .expired)
    }
  }

  func record(of idTag: Text) -> TokenRecord? { records[idTag.caseFolded] }

  /// Blocks a good token, or makes it good again.
  func toggle(_ tag: Text) -> TokenStatus {
    guard var record = records[tag.caseFolded] else { return .invalid }
    record.status = record.status == .accepted ? .blocked : .accepted
    records[tag.caseFolded] = record
    return record.status
  }

  func wasEverGood(_ tag: Text) -> Bool { good.contains(tag) }
}

private let signCertificate = Array("\"SignCertificate\"".utf8)

extension World {
  // MARK: Frames

  func receive(_ frame: [UInt8], _ connection: Connection) {
    var writer = JSONWriter()
    let (_, reaction) = frame.withUnsafeBufferPointer {
      connection.session.received($0, now: wall, writer: &writer)
    }
    switch reaction {
    case .answer: send(connection, writer.withBytes { [UInt8]($0) })
    case .refuse(.notSupported) where frame.contains(signCertificate):
      // This central system signs no certificates, and says so.
      send(connection, writer.withBytes { [UInt8]($0) })
    case .refuse(let code):
      violate(
        .protocolRules, nodes[connection.station],
        "the central system refuses a frame (\(code)): \(text(frame))")
    case .hold(let fact, let answer): hold(fact, answer, connection)
    case .finish(let ticket, let outcome):
      connection.centralCall = nil
      finish(ticket, outcome, connection)
      sendNextCall(connection)
    case .ignore(let reason):
      if reason != .unexpectedAnswer {
        violate(
          .protocolRules, nodes[connection.station],
          "the central system cannot read a frame: \(text(frame))")
      }
    }
  }

  private func hold(_ fact: Fact, _ answer: PendingAnswer, _ connection: Connection) {
    central.lastTicket += 1
    connection.held += 1
    if connection.held > 64 {
      violate(.bounds, nodes[connection.station], "more than 64 answers wait for the disk")
    }
    central.intake.append(
      Central.Waiting(
        entry: FactEntry(
          station: nodes[connection.station].name, receivedAt: wall, ticket: central.lastTicket,
          fact: fact),
        answer: answer, connection: connection))
    beginCommit()
  }

  // MARK: The disk

  private func beginCommit() {
    guard !central.isCommitting, !central.intake.isEmpty else { return }
    central.isCommitting = true
    central.batch = central.intake
    central.intake = []
    let wait =
      now < central.slowUntil
      ? chance.between(central.slowCommit / 4, central.slowCommit) : chance.between(1, 15)
    after(wait, .commits(epoch: central.epoch))
  }

  func commits(_ epoch: Int) {
    guard epoch == central.epoch else { return }
    let batch = central.batch
    central.batch = []
    central.isCommitting = false
    for waiting in batch {
      let receipt = keep(waiting)
      waiting.connection.held -= 1
      guard waiting.connection.centralHasIt else {
        count(.lostAnswer)
        continue
      }
      var writer = JSONWriter()
      waiting.connection.session.answer(waiting.answer, receipt, now: wall, writer: &writer)
      send(waiting.connection, writer.withBytes { [UInt8]($0) })
    }
    beginCommit()
  }

  /// Enters a fact in the ledger, and watches what the ledger makes of it.
  private func keep(_ waiting: Central.Waiting) -> Receipt {
    let node = nodes[waiting.connection.station]
    if now < central.failsUntil && !chance.percent(20) { return .failed }
    report.facts += 1
    switch settings.sabotage {
    case .ledgerForgetsStop:
      if case .transactionStopped = waiting.entry.fact { return .stopped(.closed) }
    case .ledgerDoublesStart:
      if case .transactionStarted(var start) = waiting.entry.fact {
        start.timestamp.milliseconds += 1
        var entry = waiting.entry
        entry.fact = .transactionStarted(start)
        _ = central.ledger.keep(entry)
      }
    case .statusForgotten:
      if case .connectorStatus(let status) = waiting.entry.fact, status.status == "Available" {
        return .kept
      }
    default: break
    }
    return entered(central.ledger.keep(waiting.entry), waiting, node)
  }

  private func entered(
    _ receipt: Receipt, _ waiting: Central.Waiting, _ node: StationNode
  ) -> Receipt {
    watchOrder(node, waiting.entry.fact, receipt)
    if waiting.connection.serial < node.books.newestConnection {
      violate(
        .order, node,
        "connection \(waiting.connection.serial) is listened to after a newer one:"
          + " \(phrase(waiting.entry.fact))")
    }
    node.books.newestConnection = max(node.books.newestConnection, waiting.connection.serial)
    if settings.writesTimeline { note(node, "ledger: \(phrase(waiting.entry.fact)): \(receipt)") }
    return receipt
  }

  private func phrase(_ fact: Fact) -> String {
    switch fact {
    case .booted: "boot"
    case .connectorStatus(let status): "connector \(status.connector) \(status.status)"
    case .transactionStarted(let start): "start on \(start.connector) at \(start.meterStart) Wh"
    case .transactionStopped(let stop): "stop of \(stop.transactionId) at \(stop.meterStop) Wh"
    case .meterValues(let report): "meter values of \(report.transactionId ?? 0)"
    case .notice(let notice): "\(notice.kind)"
    case .certificateRequested(let request): "certificate for \(request.commonName)"
    }
  }

  // MARK: Restarts

  /// What is not committed is forgotten; what is committed may not be answered.
  func restartCentral() {
    count(.restart)
    note(nil, "restarts")
    central.isDown = true
    central.epoch += 1
    if central.isCommitting && chance.percent(50) {
      count(.lostAnswer, central.batch.count)
      for waiting in central.batch { _ = keep(waiting) }
    } else {
      count(.lostFact, central.batch.count)
    }
    count(.lostFact, central.intake.count)
    central.batch = []
    central.intake = []
    central.isCommitting = false
    for node in nodes {
      guard let connection = central.seats[node.number] else { continue }
      connection.brokenFrom = min(connection.brokenFrom, now + chance.between(0, 50))
      centralLoses(connection)
    }
    after(chance.between(500, 300_000), .centralReturns)
  }

  func centralReturns() {
    central.isDown = false
    note(nil, "is back")
  }
}
