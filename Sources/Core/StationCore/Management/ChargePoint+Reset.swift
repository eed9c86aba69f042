import OCPP16
import OCPPJSON

/// A restart that waits for the transactions to end and their ends to be delivered.
struct PendingReset: Sendable {
  /// When it waits no longer for the central system. What is owed is in the journal.
  var deadline: Int64
  /// Restarts tried (`ResetRetries`).
  var tries = 0
}

extension ChargePoint {
  mutating func beginReset(_ type: ResetType) {
    switch type {
    case .soft:
      reset = PendingReset(deadline: now + setup.resetPatience)
      for number in 1..<connectors.count { stop(number, .softReset, by: Text()) }
    case .hard:
      reset = nil
      // No time for the meter: that the transactions are over is journalled, the meter is read after
      // the restart, and StopTransaction follows the next Accepted (CP16-50).
      for number in 1..<connectors.count { stop(number, .hardReset, by: Text()) }
      reboot(.hard)
    }
  }

  /// After each event: restarts as soon as nothing runs any more and everything owed is delivered, or
  /// cannot be for now (CP16-49). What has yet to be made durable goes first.
  mutating func proceedWithReset() {
    guard let reset, !isRebooting, !isJournalFailing else { return }
    if transactionCount > 0 { return }
    let isDelivered = queue.isEmpty && outstanding == nil
    if isDelivered || !isOnline || reset.deadline <= now { reboot(.soft) }
  }

  mutating func reboot(_ type: ResetType) {
    for number in 1..<connectors.count { openContactor(number) }
    isRebooting = true
    output.add(.reboot(type))
  }

  /// The hardware did not restart: again, and after `ResetRetries` a fault that says so.
  mutating func resetFailed() {
    isRebooting = false
    // What the meter said meanwhile was not heard: it is asked as if for the first time.
    for number in connectors.indices where !connectors[number].wanted.isEmpty {
      connectors[number].meterTries = 0
      connectors[number].meterDeadline = now
    }
    let tries = (reset?.tries ?? 0) + 1
    guard tries <= configuration.number(.resetRetries) else {
      reset = nil
      return faulted(0, .resetFailure, Text())
    }
    reset = PendingReset(deadline: now, tries: tries)
  }
}
