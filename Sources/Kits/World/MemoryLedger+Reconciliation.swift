import CSMSCore
import OCPPJSON

/// Transactions that end without their stop, by the same rules as the store's.
extension MemoryLedger {
  func open(_ station: Int, _ connector: Int) -> [OpenTransaction] {
    openIDs(station).filter { transactions[$0 - 1].connector == connector }.map {
      OpenTransaction(id: Int64($0), startedAt: transactions[$0 - 1].startedAt)
    }
  }

  func reconcile(_ status: ConnectorStatus, _ station: Int, _ now: DateTime) {
    guard status.connector > 0, status.status == "Available" else { return }
    let time = status.timestamp ?? now
    for open in open(station, status.connector) where open.isEnded(by: status, at: time) {
      reconcile(Int(open.id), Conclusion(.connectorAvailable, at: time))
    }
  }

  func reconcile(_ id: Int, _ conclusion: Conclusion) {
    let account = account(transactions[id - 1], until: nil)
    change(id) {
      $0.state = .reconciled(conclusion)
      $0.billable = account.billable
      $0.flags.formUnion(account.flags.union(.zombie))
    }
  }

  /// Readings of a transaction that was closed without its stop.
  func revise(_ id: Int, _ readings: [UInt8]) {
    let known = transactions[id - 1]
    guard case .reconciled(let conclusion) = known.state, let connector = known.connector else {
      return
    }
    let goesOn = MeterRecords(readings).contains {
      conclusion.isRefuted(byReadingAt: $0.timestamp)
    }
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
