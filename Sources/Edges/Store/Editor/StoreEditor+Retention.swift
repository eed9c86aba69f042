public import OCPPJSON

extension StoreEditor {
  /// Forgets the oldest meter values outside transactions: what is older than `before`, and what
  /// there is beyond `bytes`. Those of transactions stay as long as the transaction.
  ///
  /// - Parameter batch: chunks to forget at most, so that the writer is not held up.
  /// - Returns: how many chunks were forgotten; less than `batch` when there is nothing more.
  public func trimMeterValues(
    before: DateTime?, beyond bytes: Int, batch: Int = 500
  ) throws(StoreError) -> Int {
    var forgotten = 0
    if let before { forgotten = try trim(until: before.milliseconds, batch) }
    let kept = Int(try database.number("SELECT count(*) FROM meter_chunks WHERE owner < 0") ?? 0)
    // A chunk fills a page of 4,096 bytes at most.
    let excess = min(kept - bytes / 4_096, batch - forgotten)
    if excess > 0 { forgotten += try trim(until: .max, excess) }
    if forgotten < batch { try removeEmptySeries(limit: batch) }
    return forgotten
  }

  /// Only what is not in the log any more: after a crash it would come back from there.
  private func trim(until last: Int64, _ limit: Int) throws(StoreError) -> Int {
    try database.statement(
      """
      DELETE FROM meter_chunks WHERE id IN (
        SELECT id FROM meter_chunks WHERE owner < 0 AND last_at < ?
          AND through_seq < ifnull((SELECT min(seq) FROM meter_log), 9223372036854775807)
        ORDER BY last_at LIMIT ?)
      """
    ).bind(last).bind(limit).run()
    return database.changes
  }

  /// Series of which nothing is left; one with readings on their way to a chunk stays.
  private func removeEmptySeries(limit: Int) throws(StoreError) {
    let query = try database.statement(
      """
      SELECT id FROM meter_series s
      WHERE NOT EXISTS (SELECT 1 FROM meter_chunks WHERE owner = -s.id) LIMIT ?
      """)
    var empty: [Int64] = []
    query.bind(limit)
    while try query.step() { empty.append(query.int64(0)) }
    query.reset()
    let delete = try database.statement("DELETE FROM meter_series WHERE id = ?")
    for id in writer.forgetSeries(empty) { try delete.bind(id).run() }
  }
}

extension LedgerWriter {
  /// Forgets series, but those with readings that are not in a chunk yet.
  /// - Returns: which ones.
  fileprivate func forgetSeries(_ ids: [Int64]) -> [Int64] {
    let forgotten = ids.filter { owners[-$0]?.isEmpty ?? true }
    for id in forgotten { owners[-id] = nil }
    let gone = Set(forgotten)
    if !gone.isEmpty { series = series.filter { !gone.contains(-$0.value.id) } }
    return forgotten
  }
}
