import CSMSCore
import TestKit

/// A ledger that keeps what it is given until the test delivers it.
final class HandLedger: FactLedger {
  struct Batch: Sendable {
    let entries: [FactEntry]
    let deliver: @Sendable ([FactReceipt]) -> Void

    func keep() { settle(.kept) }
    func fail() { settle(.failed) }

    private func settle(_ receipt: Receipt) {
      deliver(entries.map { FactReceipt(ticket: $0.ticket, receipt: receipt) })
    }
  }

  let batches = Inbox<Batch>()

  func record(_ batch: [FactEntry], deliver: @escaping @Sendable ([FactReceipt]) -> Void) {
    batches.post(Batch(entries: batch, deliver: deliver))
  }

  /// The next batches, until they hold so many entries.
  func take(_ count: Int) -> [Batch] {
    var taken: [Batch] = []
    while taken.map(\.entries.count).reduce(0, +) < count, let batch = batches.take() {
      taken.append(batch)
    }
    return taken
  }
}

/// A call that is held until the ledger has kept it.
func notice(_ id: some CustomStringConvertible) -> String {
  "[2,\"\(id)\",\"FirmwareStatusNotification\",{\"status\":\"Idle\"}]"
}
