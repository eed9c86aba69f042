internal import CSMSCore
internal import OCPPJSON

/// Ends that somebody else told: an operator by hand, another backend. They close the record with the
/// register that was told; what the station says itself stands above it (docs/decisions/0021-closed-by-proof.md).
extension LedgerWriter {
  /// The stop was kept: what that makes of the transaction. Who told it stays on record beside its own
  /// stop, when that comes.
  func conclude(
    _ stop: TransactionStop, at now: DateTime
  ) throws(StoreError) -> TransactionMemory.State {
    guard let teller = stop.teller else { return .completed }
    let conclusion = Conclusion(teller, at: stop.timestamp, energy: stop.meterStop)
    try database.statement(
      """
      UPDATE transactions SET reconciled_at = ?, reconciled_reason = ?, evidence_at = ?,
        evidence_wh = ? WHERE id = ?
      """
    ).bind(now).bind(teller.rawValue).bind(conclusion.evidenceAt).bind(conclusion.evidenceEnergy)
      .bind(stop.transactionId).run()
    return .told(conclusion, at: now)
  }

  /// Whether an end that somebody tells says no less than the transaction's own readings do: otherwise those
  /// stand.
  func addsToReadings(
    _ stop: TransactionStop, of transaction: TransactionMemory, at station: StationMemory
  ) throws(StoreError) -> Bool {
    let end = RegisterPoint(time: stop.timestamp, energy: stop.meterStop)
    let told = try account(of: transaction, until: end, at: station)
    return told.billable >= (try account(of: transaction, until: nil, at: station)).billable
  }

  /// The account of a transaction that was closed without its own stop, with readings that came since.
  /// Where they prove more than was told, the transaction is closed by its readings instead.
  func revisedAccount(
    of transaction: TransactionMemory, at station: StationMemory
  ) throws(StoreError) -> EnergyAccount {
    let read = try account(of: transaction, until: nil, at: station)
    guard case .told(let conclusion, let concludedAt) = transaction.state,
      let end = conclusion.toldEnd
    else { return read }
    let told = try account(of: transaction, until: end, at: station)
    if told.billable >= read.billable { return told }
    try database.statement(
      """
      UPDATE transactions SET stopped_at = NULL, meter_stop = NULL, reason = NULL,
        stop_id_tag = NULL, meter_decreased = 0 WHERE id = ?
      """
    ).bind(transaction.owner.id).run()
    try flag(transaction, .zombie, insteadOf: [])
    counters.moved(from: .completed, to: .reconciled)
    transaction.state = .reconciled(conclusion, at: concludedAt)
    return read
  }
}
