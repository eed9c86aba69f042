import CSMSCore
import OCPPJSON
import StationCore

/// What must hold, in the order in which the README promises it.
public enum Invariant: String, Sendable, CaseIterable {
  case billedOnce = "every watt-hour delivered is billed exactly once"
  case ends = "every transaction that started ends"
  case authorized = "no energy flows unauthorized"
  case limits = "no limit is exceeded"
  case order = "per connector the order of events is kept"
  case unique = "nothing is in the ledger twice"
  case bounds = "memory and queues stay inside their bounds"
  case protocolRules = "the protocol's rules are kept"
  case journal = "the journal keeps what was committed"
  case converges = "after the faults everything converges"
}

extension World {
  // MARK: All the time

  /// After each event of a station: current and limits.
  func watch(_ node: StationNode) {
    var sum: Int32 = 0
    for outlet in 1..<node.outlets.count where node.outlets[outlet].isContactorClosed {
      let offered = node.outlets[outlet].offered
      sum += offered
      let certain = node.operations.limits.ceiling(outlet, at: wall.milliseconds)
      let limit = min(node.setup.maximumCurrent, certain ?? Int32.max)
      if offered > limit {
        violate(
          .limits, node,
          "connector \(outlet): \(offered) mA offered where \(limit) mA are allowed")
      }
    }
    if let limit = node.operations.limits.ceiling(0, at: wall.milliseconds), sum > limit {
      violate(.limits, node, "\(sum) mA offered in all where \(limit) mA are allowed")
    }
    if let bound = node.chargePoint.exceededBound {
      violate(.bounds, node, "\(bound) has outgrown its bound")
    }
  }

  /// After each fact: order and uniqueness of what the ledger sees.
  func watchOrder(_ node: StationNode, _ fact: Fact, _ receipt: Receipt) {
    switch (fact, receipt) {
    case (.transactionStarted(let start), .transaction(let id, true)):
      // One that was given up may have left its start behind without an end.
      let older = node.books.openInLedger.filter {
        central.ledger.transactions[$0 - 1].connector == start.connector
      }
      for older in older where !isExcused(node, older) {
        violate(
          .order, node,
          "transaction \(id) starts on connector \(start.connector) before \(older) has ended")
      }
      node.books.openInLedger.append(id)
    case (.transactionStopped(let stop), .stopped(.closed)),
      (.transactionStopped(let stop), .stopped(.corrected)):
      node.books.openInLedger.removeAll { $0 == stop.transactionId }
    case (.meterValues(let report), .kept):
      guard let id = report.transactionId, id >= 1, id <= central.ledger.transactions.count else {
        return
      }
      if central.ledger.transactions[id - 1].isClosed {
        violate(.order, node, "meter values of transaction \(id) after its end")
      }
    default: break
    }
  }

  /// Whether the ledger may have it open: its start's answer or its stop was given up.
  private func isExcused(_ node: StationNode, _ id: Int) -> Bool {
    let transaction = central.ledger.transactions[id - 1]
    return node.books.deadStarts.contains { isSame($0, transaction) }
      || node.books.deadStops.contains { $0.transaction == id }
  }

  private func isSame(
    _ start: StationBooks.Start, _ transaction: MemoryLedger.Transaction
  ) -> Bool {
    transaction.connector == start.connector && transaction.meterStart == start.meterStart
      && transaction.startedAt.milliseconds == start.startedAt && transaction.idTag == start.idTag
  }

  // MARK: At the end

  /// After the quiet hours: the books.
  func audit() {
    for node in nodes {
      for outlet in 1..<node.outlets.count { node.outlets[outlet].advance(to: now) }
      auditConvergence(node)
      auditBooks(node)
      report.resends += node.books.resends
    }
    report.summarize(central.ledger)
  }

  private func auditConvergence(_ node: StationNode) {
    if !node.isOn || node.connection == nil || central.seats[node.number] !== node.connection {
      return violate(.converges, node, "the station is not online")
    }
    let passing = [
      RecordKind.message, .transaction, .transactionID, .lastSample, .stopSample, .attempts,
      .firmware, .securityEvent,
    ]
    for kind in passing {
      let count = node.disk.count(of: kind)
      if count > 0 {
        violate(.converges, node, "\(count) records of kind \(kind) are left in the journal")
      }
    }
    for outlet in 0..<node.outlets.count {
      let status = central.ledger.status(of: outlet, at: node.name)?.status ?? "nothing"
      if status != "Available" {
        violate(
          .converges, node, "connector \(outlet) is Available, the ledger says \(status)")
      }
    }
    for outlet in 1..<node.outlets.count where node.outlets[outlet].isContactorClosed {
      violate(.converges, node, "connector \(outlet): the contactor is closed")
    }
  }

  private func auditBooks(_ node: StationNode) {
    let transactions = central.ledger.transactions(of: node.name)
    let delivered = node.outlets.dropFirst().reduce(Int64(0)) { $0 + $1.delivered }
    let allowance = node.outlets.dropFirst().reduce(Int64(0)) { $0 + $1.allowance }
    var billed: Int64 = 0
    var lastStop = node.outlets.map { Int($0.firstRegister) }
    for transaction in transactions {
      billed -= Int64(transaction.meterStart ?? 0)
      billed += Int64(transaction.meterStop ?? 0)
      // One that was closed without its stop has not ended either: its stop is still to come.
      if !transaction.isClosed && !isExcused(node, transaction.id) {
        violate(.ends, node, "transaction \(transaction.id) never ends")
      }
      guard transaction.state == .completed, let connector = transaction.connector,
        let start = transaction.meterStart, let stop = transaction.meterStop
      else { continue }
      if start < lastStop[connector] {
        violate(
          .billedOnce, node,
          "transaction \(transaction.id) bills from \(start) Wh what is billed up to"
            + " \(lastStop[connector]) Wh")
      }
      lastStop[connector] = max(stop, lastStop[connector])
    }
    billed += deadLetters(node, transactions)
    report.deliveredWh += delivered
    report.billedWh += billed
    report.allowedWh += allowance
    if billed > delivered || delivered - billed > allowance {
      violate(
        .billedOnce, node,
        "\(delivered) Wh delivered, \(billed) Wh billed, \(allowance) Wh allowed to be missing")
    }
    auditStarts(node, transactions)
  }

  /// What the station's dead letters say that the ledger does not.
  private func deadLetters(
    _ node: StationNode, _ transactions: [MemoryLedger.Transaction]
  ) -> Int64 {
    var energy: Int64 = 0
    for start in node.books.deadStarts where !transactions.contains(where: { isSame(start, $0) }) {
      energy -= Int64(start.meterStart)
    }
    for stop in node.books.deadStops {
      let isKept = transactions.contains {
        $0.meterStop == stop.meterStop && $0.stoppedAt?.milliseconds == stop.stoppedAt
          && ($0.reportedID ?? $0.id) == stop.transaction
      }
      if !isKept { energy += Int64(stop.meterStop) }
    }
    return energy
  }

  private func auditStarts(_ node: StationNode, _ transactions: [MemoryLedger.Transaction]) {
    let kept = transactions.filter { $0.state != .unmatched }
    let dead = node.books.deadStarts.filter { start in !kept.contains { isSame(start, $0) } }
    if kept.count + dead.count != node.books.starts.count {
      violate(
        .unique, node,
        "\(node.books.starts.count) starts were sent, \(kept.count) are in the ledger and"
          + " \(dead.count) were given up")
    }
  }
}
