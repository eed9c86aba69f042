public import OCPPJSON

extension StoreEditor {
  /// Notes that a signature was used; false when it was before.
  /// - Parameters:
  ///   - time: what was signed, in seconds.
  ///   - oldest: signatures of before this, in seconds, are taken by nobody and forgotten.
  public func spendSignature(
    _ signature: Text, of time: Int64, forgetBefore oldest: Int64
  ) throws(StoreError) -> Bool {
    try database.statement("DELETE FROM spent_signatures WHERE time < ?").bind(oldest).run()
    try database.statement(
      "INSERT INTO spent_signatures(signature, time) VALUES (?, ?) ON CONFLICT DO NOTHING"
    ).bind(signature).bind(time).run()
    return database.changes == 1
  }
}
