internal import CSMSCore
internal import OCPPJSON

/// Ends whose stop may be a moment behind what proves them (docs/decisions/0021-closed-by-proof.md).
extension LedgerWriter {
  /// The session is over by proof, and is told of when its stop came or did not come in time.
  func doubt(_ transaction: TransactionMemory, at now: DateTime) throws(StoreError) {
    let id = transaction.owner.id
    try database.statement(
      """
      INSERT OR REPLACE INTO ends_in_doubt(transaction_id, station_id, connector, since)
      VALUES (?, ?, ?, ?)
      """
    ).bind(id).bind(transaction.station).bind(transaction.connector).bind(now).run()
    doubts.add(
      id,
      EndsInDoubt.Entry(
        station: transaction.station, connector: transaction.connector, since: now))
  }

  /// Its stop came, or it goes on, or it was told of.
  /// - Returns: whether its end was in doubt.
  @discardableResult
  func endDoubt(of id: Int64) throws(StoreError) -> Bool {
    guard doubts.remove(id) else { return false }
    try database.statement("DELETE FROM ends_in_doubt WHERE transaction_id = ?").bind(id).run()
    return true
  }

  /// Another start on the connector: a station tells of its transactions in their order, so that a stop
  /// before it is lost.
  func settleEnds(
    on connector: Int, of station: StationMemory, at now: DateTime
  ) throws(StoreError) {
    for id in doubts.on(connector, of: station.id) { try settleEnd(of: id, at: now) }
  }

  /// Tells of those whose stop did not come in time.
  func settleEnds(at now: DateTime) throws(StoreError) {
    var settled = 0
    while settled < StoreLimits.settledEndsPerCommit, let id = doubts.due(at: now) {
      try settleEnd(of: id, at: now)
      settled += 1
    }
  }

  private func settleEnd(of id: Int64, at now: DateTime) throws(StoreError) {
    try endDoubt(of: id)
    try endSession(id, at: now)
    try announceEnd(id, isCorrection: false, at: now)
  }
}
