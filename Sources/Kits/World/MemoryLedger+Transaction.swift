public import CSMSCore
public import OCPPJSON

extension MemoryLedger {
  /// A transaction as the ledger has it.
  public struct Transaction: Sendable, Equatable {
    public enum State: Sendable, Equatable {
      case active, completed, unmatched, reconciled(Conclusion)
    }

    public var id: Int
    public var station: Int
    public var state: State
    /// Nil for an unmatched stop, which does not say.
    public var connector: Int?
    public var idTag: Text?
    public var meterStart: Int?
    public var startedAt: DateTime
    public var authorization: Text?
    public var group: Text?
    public var flags: TransactionFlags = []
    /// In Wh: what is proven; nil while active, and unmatched.
    public var billable: Int?
    public var meterStop: Int?
    public var stoppedAt: DateTime?
    public var reason: Text?
    /// What the station called it; for an unmatched stop.
    public var reportedID: Int?
    public var meterRecords = 0
    /// When its start arrived, and when it was closed without its stop: by our clock.
    var heardAt = DateTime(milliseconds: 0)
    var concludedAt = DateTime(milliseconds: 0)

    /// Whether its stop is known.
    var isClosed: Bool { state == .completed || state == .unmatched }

    /// In Wh; nil while active, unmatched, or when the meter went backwards.
    public var energy: Int? {
      guard state == .completed, let meterStart, let meterStop, meterStop >= meterStart else {
        return nil
      }
      let (energy, overflow) = meterStop.subtractingReportingOverflow(meterStart)
      return overflow ? nil : energy
    }
  }
}
