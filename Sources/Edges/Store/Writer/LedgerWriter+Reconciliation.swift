internal import CSMSCore
internal import OCPPJSON

/// Transactions that end without their stop, and the energy of all of them.
extension LedgerWriter {
  /// The flags that an account raises; a new account takes back what an earlier one said.
  static let ofTheAccount: TransactionFlags = [
    .meterDecrease, .meterWrap, .meterJump, .meterGlitch, .stopBeforeStart,
  ]

  /// The open transactions of a station by connector, asked for once.
  func openTransactions(
    of station: StationMemory
  ) throws(StoreError) -> [Int: [OpenTransaction]] {
    if let known = station.open { return known }
    let query = try database.statement(
      """
      SELECT id, connector, started_at FROM transactions
      WHERE station_id = ? AND status = 0 ORDER BY id
      """)
    query.bind(station.id)
    var open: [Int: [OpenTransaction]] = [:]
    while try query.step() {
      open[query.int(1), default: []].append(
        OpenTransaction(id: query.int64(0), startedAt: query.dateTime(2)))
    }
    query.reset()
    station.open = open
    return open
  }

  /// A connector that is free has no transaction.
  func reconcile(
    _ status: ConnectorStatus, of station: StationMemory, at now: DateTime
  ) throws(StoreError) {
    guard status.connector > 0, status.status == "Available" else { return }
    let time = status.timestamp ?? now
    for open in try openTransactions(of: station)[status.connector] ?? []
    where open.isEnded(by: status, at: time) {
      try reconcile(open.id, Conclusion(.connectorAvailable, at: time), of: station, at: now)
    }
  }

  /// Closes a transaction without its stop. What its own readings prove is billable; what the proof
  /// says of the register is kept beside it.
  func reconcile(
    _ id: Int64, _ conclusion: Conclusion, of station: StationMemory, at now: DateTime
  ) throws(StoreError) {
    guard let transaction = try transaction(Int(id), of: station) else { return }
    let account = try account(of: transaction, until: nil, at: station)
    try database.statement(
      """
      UPDATE transactions SET status = 1, reconciled_at = ?, reconciled_reason = ?,
        evidence_at = ?, evidence_wh = ?, energy_wh = ?, billable_wh = ?, closed_at = ?,
        flags = (flags & ~?) | ? WHERE id = ?
      """
    ).bind(now).bind(conclusion.reason.rawValue).bind(conclusion.evidenceAt)
      .bind(conclusion.evidenceEnergy).bind(account.energy).bind(account.billable).bind(now)
      .bind(LedgerWriter.ofTheAccount.rawValue)
      .bind(account.flags.union(.zombie).rawValue).bind(id).run()
    transaction.state = .reconciled(conclusion)
    counters.moved(from: .active, to: .reconciled)
    try endSession(transaction, at: now)
    try announceEnd(id, isCorrection: false, at: now)
    station.ended(id, on: transaction.connector)
    markDue(transaction.owner)
    stopped.append(id)
  }

  /// Readings of a transaction that was closed without its stop: newer ones than the proof show that
  /// it goes on, older ones add to what is proven.
  func revise(
    _ transaction: TransactionMemory, _ conclusion: Conclusion, _ readings: [UInt8],
    of station: StationMemory
  ) throws(StoreError) {
    let id = transaction.owner.id
    let goesOn = MeterRecords(readings).contains {
      conclusion.isRefuted(byReadingAt: $0.timestamp)
    }
    let rivals = try openTransactions(of: station)[transaction.connector] ?? []
    if goesOn && rivals.isEmpty {
      try database.statement(
        """
        UPDATE transactions SET status = 0, reconciled_at = NULL, reconciled_reason = NULL,
          evidence_at = NULL, evidence_wh = NULL, energy_wh = NULL, billable_wh = NULL,
          closed_at = NULL, flags = (flags & ~?) | ? WHERE id = ?
        """
      ).bind(LedgerWriter.ofTheAccount.union(.zombie).rawValue)
        .bind(TransactionFlags.reopened.rawValue).bind(id).run()
      try forgetCost(of: id)
      transaction.state = .active
      counters.moved(from: .reconciled, to: .active)
      station.began(transaction.asOpen, on: transaction.connector)
      return
    }
    let account = try account(of: transaction, until: nil, at: station)
    try database.statement(
      """
      UPDATE transactions SET energy_wh = ?, billable_wh = ?, flags = (flags & ~?) | ? WHERE id = ?
      """
    ).bind(account.energy).bind(account.billable).bind(LedgerWriter.ofTheAccount.rawValue)
      .bind(account.flags.rawValue).bind(id).run()
    try keepCost(of: transaction)
  }

  /// What the register says of a transaction, with all its readings.
  func account(
    of transaction: TransactionMemory, until stop: RegisterPoint?, at station: StationMemory
  ) throws(StoreError) -> EnergyAccount {
    EnergyAccount(
      start: transaction.start, stop: stop, readings: try readings(of: transaction),
      rule: RegisterRule(
        maximumPower: station.maximumPower ?? LedgerLimits.maximumPower))
  }

  /// Everything that was metered in a transaction so far, in the order it was kept.
  func readings(of transaction: TransactionMemory) throws(StoreError) -> [UInt8] {
    var readings: [UInt8] = []
    if transaction.owner.flushedThrough != .min {
      let query = try database.statement(
        "SELECT records FROM meter_chunks WHERE owner = ? ORDER BY id LIMIT ?")
      defer { query.reset() }
      query.bind(transaction.owner.id).bind(StoreLimits.accountChunks)
      while try query.step() { readings.append(contentsOf: query.blob(0)) }
    }
    readings.append(contentsOf: transaction.owner.records)
    return readings
  }
}

extension StationMemory {
  func began(_ transaction: OpenTransaction, on connector: Int) {
    // It is there already when the others were asked for after it was kept.
    if open?[connector]?.contains(transaction) ?? false { return }
    open?[connector, default: []].append(transaction)
  }

  func ended(_ id: Int64, on connector: Int) { open?[connector]?.removeAll { $0.id == id } }
}
