internal import CSMSCore
internal import OCPPJSON

/// What the writer remembers of a transaction.
final class TransactionMemory {
  enum State {
    case active
    /// Closed without its stop; when, by our clock.
    case reconciled(Conclusion, at: DateTime)
    /// Closed as somebody else told it; when, by our clock. Its own stop may still come.
    case told(Conclusion, at: DateTime)
    case completed

    /// As listings and counters have it.
    var status: TransactionStatus {
      switch self {
      case .active: .active
      case .reconciled: .reconciled
      case .told, .completed: .completed
      }
    }
  }

  let station: Int64
  let connector: Int
  let start: RegisterPoint
  let owner: MeterOwner
  var state: State
  /// As they are on record.
  var flags: TransactionFlags
  /// It began where there is no company, so that no tariff is bound to it.
  var isWithoutTariff = false

  init(
    station: Int64, connector: Int, start: RegisterPoint, owner: MeterOwner, state: State,
    flags: TransactionFlags
  ) {
    self.station = station
    self.connector = connector
    self.start = start
    self.owner = owner
    self.state = state
    self.flags = flags
  }
}
