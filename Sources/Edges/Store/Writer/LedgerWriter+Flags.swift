internal import CSMSCore

/// Flags of transactions: a number in the row, and a row of its own for each of them, by which flagged
/// transactions are listed. Nearly all transactions have none.
extension LedgerWriter {
  /// Writes the flags that a transaction has now; nothing when they are the same.
  func flag(
    _ transaction: TransactionMemory, _ new: TransactionFlags, insteadOf old: TransactionFlags
  ) throws(StoreError) {
    let flags = transaction.flags.subtracting(old).union(new)
    if flags == transaction.flags { return }
    let id = transaction.owner.id
    try database.statement("UPDATE transactions SET flags = ? WHERE id = ?").bind(flags.rawValue)
      .bind(id).run()
    for flag in transaction.flags.subtracting(flags).members {
      try database.statement(
        """
        DELETE FROM transaction_flags WHERE flag = ? AND id = ?2
          AND started_at = (SELECT started_at FROM transactions WHERE id = ?2)
        """
      ).bind(flag.rawValue).bind(id).run()
    }
    try list(id, under: flags.subtracting(transaction.flags))
    transaction.flags = flags
  }

  /// Sets a flag, and writes nothing when it is set already.
  func raise(_ flag: TransactionFlags, on id: Int64) throws(StoreError) {
    try database.statement(
      "UPDATE transactions SET flags = flags | ?1 WHERE id = ?2 AND flags & ?1 = 0"
    ).bind(flag.rawValue).bind(id).run()
    if database.changes == 0 { return }
    try list(id, under: flag)
    transactions[id]?.flags.formUnion(flag)
  }

  /// A transaction has got these flags.
  func list(_ id: Int64, under flags: TransactionFlags) throws(StoreError) {
    if flags.isEmpty { return }
    for flag in flags.members {
      try database.statement(
        """
        INSERT INTO transaction_flags(flag, started_at, id, station_id, id_tag)
        SELECT ?, started_at, id, station_id, id_tag FROM transactions WHERE id = ?
        """
      ).bind(flag.rawValue).bind(id).run()
    }
  }
}
