import CSMSCore
import OCPPJSON

/// Transactions that end without their stop, by the same rules as the store's.
extension MemoryLedger {
  func open(_ station: Int, _ connector: Int) -> [OpenTransaction] {
    openIDs(station).filter { transactions[$0 - 1].connector == connector }.map {
      OpenTransaction(
        id: Int64($0), startedAt: transactions[$0 - 1].startedAt,
        heardAt: transactions[$0 - 1].heardAt)
    }
  }

  func reconcile(_ status: ConnectorStatus, _ station: Int, _ now: DateTime) {
    guard status.status == "Available" else { return }
    var ended = status.connector > 0 ? open(station, status.connector) : []
    if isFree(station, with: status) { ended += open(station, 0) }
    for open in ended where open.isEnded(by: status, receivedAt: now) {
      let conclusion = Conclusion(.connectorAvailable, at: status.timestamp ?? now)
      reconcile(Int(open.id), conclusion, at: now)
    }
  }

  /// Whether nothing of the station charges, so that what it began on connector 0 is over.
  private func isFree(_ station: Int, with status: ConnectorStatus) -> Bool {
    statuses[station].enumerated().allSatisfy { number, known in
      guard number > 0, number != status.connector, let known else { return true }
      return status.connector > 0 && known.status == "Available"
    }
  }

  func reconcile(_ id: Int, _ conclusion: Conclusion, at now: DateTime) {
    let account = account(transactions[id - 1], until: nil)
    change(id) {
      $0.state = .reconciled(conclusion)
      $0.concludedAt = now
      $0.billable = account.billable
      $0.flags.formUnion(account.flags.union(.zombie))
    }
  }

  /// New readings of a transaction that is not completed, until the newest of them.
  func heard(_ id: Int, until newest: DateTime, at now: DateTime) {
    let known = transactions[id - 1]
    if known.isClosed { return }
    let flags = TransactionFlags(timestamp: newest, receivedAt: now).intersection(.futureTime)
    if !flags.isEmpty { change(id) { $0.flags.formUnion(flags) } }
    guard case .reconciled(let conclusion) = known.state, let connector = known.connector else {
      return
    }
    let goesOn = conclusion.isRefuted(byReadingAt: newest, concludedAt: known.concludedAt)
    if goesOn && open(known.station, connector).isEmpty {
      return change(id) {
        $0.state = .active
        $0.billable = nil
        $0.flags.remove(.zombie)
        $0.flags.insert(.reopened)
      }
    }
    let account = account(known, until: nil)
    change(id) {
      $0.billable = account.billable
      $0.flags.formUnion(account.flags)
    }
  }

  func account(_ transaction: Transaction, until stop: RegisterPoint?) -> EnergyAccount {
    EnergyAccount(
      start: RegisterPoint(time: transaction.startedAt, energy: transaction.meterStart ?? 0),
      stop: stop, readings: readings(of: transaction.id), rule: RegisterRule())
  }
}
