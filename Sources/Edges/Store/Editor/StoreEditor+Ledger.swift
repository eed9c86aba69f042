internal import CSMSCore
public import OCPPJSON

extension StoreEditor {
  /// Closes the open transactions of a station that has been away for too long
  /// (`Reconciliation.stationGone`).
  ///
  /// - Parameter lastHeard: the last sign of life of the station.
  /// - Returns: how many there were.
  @discardableResult
  public func reconcileTransactions(
    ofGone identity: Text, lastHeard: DateTime, at now: DateTime
  ) throws(StoreError) -> Int {
    guard let station = try writer.station(named: identity) else { return 0 }
    let open = writer.open.of(station.id)
    // What the writer remembers is only right when this commit succeeds.
    if !open.isEmpty { isWriterStale = true }
    for transaction in open {
      let began = min(transaction.startedAt, now)
      let conclusion = Conclusion(.stationGone, at: max(lastHeard, began))
      try writer.reconcile(transaction.id, conclusion, of: station, at: now)
    }
    try writer.counters.write(to: database)
    return open.count
  }
}
