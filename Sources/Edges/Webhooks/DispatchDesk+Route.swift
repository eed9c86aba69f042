import CSMSCore
import Store

extension DispatchDesk {
  /// One webhook that is switched on.
  final class Route {
    var row: WebhookRow
    /// Which one of its webhook it is: what an earlier one asked for is not its business.
    let generation: UInt64
    /// Nil when it cannot be opened.
    var secret: [UInt8]?
    var line: DeliveryLine
    /// The first of each lane.
    var rows: [Int64: DeliveryRow] = [:]
    /// Everything up to this event has been offered to the line.
    var cursor: Int64 = 0
    /// Counts how often it began again: what was read before then is stale.
    var rescans = 0
    var isScanning = false
    var scansAgain = false
    /// The line had no room for the event after `cursor`.
    var isStalled = false

    init(_ row: WebhookRow, _ secret: [UInt8]?, _ line: DeliveryLine, generation: UInt64) {
      self.generation = generation
      self.row = row
      self.secret = secret
      self.line = line
    }
  }
}
