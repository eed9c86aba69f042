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
    guard status.status == "Available" else { return }
    var ended: [OpenTransaction] = []
    if status.connector > 0 { ended = open.on(status.connector, of: station.id) }
    let whole = open.on(0, of: station.id)
    if !whole.isEmpty, try isFree(station, with: status) { ended += whole }
    for open in ended where open.isEnded(by: status, receivedAt: now) {
      let conclusion = Conclusion(.connectorAvailable, at: status.timestamp ?? now)
      try reconcile(open.id, conclusion, of: station, at: now)
    }
  }

  /// Whether a station that began a transaction on connector 0, which is none, charges nowhere: all of
  /// its connectors are Available. What it says of itself as a whole counts only when it has none.
  private func isFree(
    _ station: StationMemory, with status: ConnectorStatus
  ) throws(StoreError) -> Bool {
    let query = try database.statement(
      """
      SELECT 1 FROM connectors WHERE station_id = ?1 AND connector > 0 AND connector <> ?2
        AND (?2 = 0 OR status <> 'Available') LIMIT 1
      """)
    defer { query.reset() }
    return try !query.bind(station.id).bind(status.connector).step()
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
    transaction.state = .reconciled(conclusion, at: now)
    counters.moved(from: .active, to: .reconciled)
    try keepCost(of: transaction, at: station)
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

  /// What new readings make of a transaction that was closed without its stop.
  enum Revision {
    case over
    /// `wasTold`: somebody heard of its end.
    case goesOn(wasTold: Bool)
  }

  /// Readings, new ones, of a transaction that was closed without its stop: newer ones than the proof
  /// show that it goes on, older ones add to what is proven.
  /// - Parameters:
  ///   - newest: the date of the newest of them.
  ///   - concludedAt: when it was closed.
  func revise(
    _ transaction: TransactionMemory, _ conclusion: Conclusion, concludedAt: DateTime,
    newest: DateTime, of station: StationMemory, at now: DateTime
  ) throws(StoreError) -> Revision {
    let id = transaction.owner.id
    let goesOn = conclusion.isRefuted(byReadingAt: newest, concludedAt: concludedAt)
    let rivals = open.on(transaction.connector, of: station.id)
    if goesOn && rivals.isEmpty {
      try database.statement(
        """
        UPDATE transactions SET status = 0, reconciled_at = NULL, reconciled_reason = NULL,
          evidence_at = NULL, evidence_wh = NULL, energy_wh = NULL, billable_wh = NULL,
          closed_at = NULL, stopped_at = NULL, meter_stop = NULL, reason = NULL,
          stop_id_tag = NULL, meter_decreased = 0 WHERE id = ?
        """
      ).bind(id).run()
      try flag(
        transaction, .reopened, insteadOf: LedgerWriter.ofTheAccount.union(.zombie))
      try forgetCost(of: id)
      try database.statement("UPDATE charge_sessions SET updated_at = ? WHERE id = ?")
        .bind(now).bind(id).run()
      let wasTold = try !endDoubt(of: id)
      counters.moved(from: transaction.state.status, to: .active)
      transaction.state = .active
      try reopen(transaction)
      return .goesOn(wasTold: wasTold)
    }
    let account = try revisedAccount(of: transaction, at: station)
    try database.statement("UPDATE transactions SET energy_wh = ?, billable_wh = ? WHERE id = ?")
      .bind(account.energy).bind(account.billable).bind(id).run()
    try flag(transaction, account.flags, insteadOf: LedgerWriter.ofTheAccount)
    try keepCost(of: transaction, at: station)
    return .over
  }

  private func reopen(_ transaction: TransactionMemory) throws(StoreError) {
    let query = try database.statement(
      "SELECT id_tag, id_group, \"authorization\", created_at FROM transactions WHERE id = ?")
    defer { query.reset() }
    guard try query.bind(transaction.owner.id).step() else { return }
    open.begin(
      transaction.owner.id,
      OpenTransactions.Entry(
        station: transaction.station, connector: transaction.connector,
        startedAt: transaction.start.time, heardAt: query.dateTime(3), idTag: query.text(0),
        group: query.optionalText(1),
        isAccepted: query.optionalText(2) == TokenStatus.accepted.word))
  }

  /// What the register says of a transaction, with all its readings.
  func account(
    of transaction: TransactionMemory, until stop: RegisterPoint?, at station: StationMemory
  ) throws(StoreError) -> EnergyAccount {
    EnergyAccount(
      start: transaction.start, stop: stop, points: try registerPoints(of: transaction),
      rule: rule(of: station))
  }

  /// By what the station's meters are judged today.
  func rule(of station: StationMemory) -> RegisterRule {
    RegisterRule(maximumPower: station.maximumPower ?? LedgerLimits.maximumPower)
  }

  /// What the register said in a transaction so far, read chunk by chunk.
  func registerPoints(of transaction: TransactionMemory) throws(StoreError) -> RegisterPoints {
    var points = RegisterPoints()
    if transaction.owner.flushedThrough != .min {
      try database.eachMeterChunk(
        of: transaction.owner.id, most: StoreLimits.accountChunks
      ) { points.add($0) }
    }
    points.add(transaction.owner.records)
    return points
  }

  /// What the date of the newest of some readings says, next to when they arrived. Old ones are what
  /// an offline station sends; ones from the future are of a wrong clock.
  static func flags(
    ofReadingsUntil newest: DateTime?, receivedAt now: DateTime
  ) -> TransactionFlags {
    guard let newest else { return [] }
    return TransactionFlags(timestamp: newest, receivedAt: now).intersection(.futureTime)
  }
}
