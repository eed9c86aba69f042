internal import CSMSCore
internal import OCPPJSON

/// Transactions that end without their stop, and the energy of all of them.
extension LedgerWriter {
  /// The flags that an account raises; a new account takes back what an earlier one said.
  static let ofTheAccount: TransactionFlags = [
    .meterDecrease, .meterWrap, .meterJump, .meterGlitch, .stopBeforeStart,
  ]

  /// A connector that is free has no transaction.
  func reconcile(
    _ status: ConnectorStatus, of station: StationMemory, at now: DateTime
  ) throws(StoreError) {
    guard status.connector > 0, status.status == "Available" else { return }
    let time = status.timestamp ?? now
    for open in self.open.on(status.connector, of: station.id)
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
        evidence_at = ?, evidence_wh = ?, energy_wh = ?, billable_wh = ?, closed_at = ? WHERE id = ?
      """
    ).bind(now).bind(conclusion.reason.rawValue).bind(conclusion.evidenceAt)
      .bind(conclusion.evidenceEnergy).bind(account.energy).bind(account.billable).bind(now)
      .bind(id).run()
    try flag(transaction, account.flags.union(.zombie), insteadOf: LedgerWriter.ofTheAccount)
    transaction.state = .reconciled(conclusion)
    counters.moved(from: .active, to: .reconciled)
    try keepCost(of: transaction)
    if conclusion.reason == .connectorAvailable {
      try doubt(transaction, at: now)
    } else {
      try endSession(id, at: now)
      try announceEnd(id, isCorrection: false, at: now)
    }
    open.end(id)
    markDue(transaction.owner)
    stopped.append(id)
  }

  /// Readings of a transaction that was closed without its stop: newer ones than the proof show that
  /// it goes on, older ones add to what is proven.
  func revise(
    _ transaction: TransactionMemory, _ conclusion: Conclusion, _ readings: [UInt8],
    of station: StationMemory, at now: DateTime
  ) throws(StoreError) {
    let id = transaction.owner.id
    let goesOn = MeterRecords(readings).contains {
      conclusion.isRefuted(byReadingAt: $0.timestamp)
    }
    let rivals = open.on(transaction.connector, of: station.id)
    if goesOn && rivals.isEmpty {
      try database.statement(
        """
        UPDATE transactions SET status = 0, reconciled_at = NULL, reconciled_reason = NULL,
          evidence_at = NULL, evidence_wh = NULL, energy_wh = NULL, billable_wh = NULL,
          closed_at = NULL WHERE id = ?
        """
      ).bind(id).run()
      try flag(
        transaction, .reopened, insteadOf: LedgerWriter.ofTheAccount.union(.zombie))
      try forgetCost(of: id)
      try database.statement("UPDATE charge_sessions SET updated_at = ? WHERE id = ?")
        .bind(now).bind(id).run()
      transaction.state = .active
      try endDoubt(of: id)
      counters.moved(from: .reconciled, to: .active)
      try reopen(transaction)
      return
    }
    let account = try account(of: transaction, until: nil, at: station)
    try database.statement("UPDATE transactions SET energy_wh = ?, billable_wh = ? WHERE id = ?")
      .bind(account.energy).bind(account.billable).bind(id).run()
    try flag(transaction, account.flags, insteadOf: LedgerWriter.ofTheAccount)
    try keepCost(of: transaction)
  }

  private func reopen(_ transaction: TransactionMemory) throws(StoreError) {
    let query = try database.statement(
      "SELECT id_tag, id_group, \"authorization\" FROM transactions WHERE id = ?")
    defer { query.reset() }
    guard try query.bind(transaction.owner.id).step() else { return }
    open.begin(
      transaction.owner.id,
      OpenTransactions.Entry(
        station: transaction.station, connector: transaction.connector,
        startedAt: transaction.start.time, idTag: query.text(0), group: query.optionalText(1),
        isAccepted: query.optionalText(2) == TokenStatus.accepted.word))
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
