internal import CSMSCore
internal import OCPPJSON

extension LedgerWriter {
  /// A start that was kept before gets the id it got then (connector, tag, meter and timestamp
  /// agree byte by byte, or a bridge calls it the same); another gets the next one, and proves that what was open on its connector
  /// is over.
  func keep(
    _ start: TransactionStart, of station: StationMemory, at now: DateTime
  ) throws(StoreError) -> Receipt {
    if let name = start.externalId, let known = try session(named: name, of: station) {
      return try repeated(known)
    }
    var start = start
    let reserved = try reservation(for: start, station)
    let isRefused = reserved?.isGivenUp == true && start.authorization == TokenStatus.accepted.word
    // Whoever gave the order up was told that nothing begins.
    if isRefused { start.authorization = TokenStatus.invalid.word }
    let (id, company): (Int64, Text?)
    if let reserved {
      (id, company) = (reserved.id, reserved.company)
    } else {
      (id, company) = (try nextTransaction(at: station.id), try owners(of: station).company)
    }
    guard id <= Int64(Int32.max) else {
      onError(StoreError(.constraint, path: database.path, "all transaction ids are used up"))
      return .failed
    }
    let flags = TransactionFlags(timestamp: start.timestamp, receivedAt: now)
    try database.statement(
      """
      INSERT INTO transactions(id, station_id, status, connector, id_tag, started_at, meter_start,
        "authorization", reservation_id, created_at, flags, id_group, company_id)
      VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT(station_id, started_at, connector, meter_start, id_tag) DO NOTHING
      """
    ).bind(id).bind(station.id).bind(start.connector).bind(start.idTag).bind(start.timestamp)
      .bind(start.meterStart).bind(start.authorization).bind(start.reservationId).bind(now)
      .bind(flags.rawValue).bind(start.group).bind(company).run()
    if database.changes == 0 { return try repeated(start, station) }
    try beginSession(id, start, station, isReserved: reserved != nil, at: now)
    if let name = start.externalId { _ = try nameSession(id, name) }
    counters.transactions = max(counters.transactions, id)
    counters.moved(from: nil, to: .active)
    try list(id, under: flags)
    let point = RegisterPoint(time: start.timestamp, energy: start.meterStart)
    let owner = MeterOwner(id: id)
    owners[id] = owner
    transactions[id] = TransactionMemory(
      station: station.id, connector: start.connector, start: point, owner: owner, state: .active,
      flags: flags)
    if reserved == nil { transactions[id]?.isWithoutTariff = company == nil }
    for open in self.open.on(start.connector, of: station.id)
    where open.isEnded(byStartAt: start.timestamp) {
      let conclusion = Conclusion(
        .startOnConnector, at: start.timestamp, energy: start.meterStart)
      try reconcile(open.id, conclusion, of: station, at: now)
    }
    try settleEnds(on: start.connector, of: station, at: now)
    try useReservation(of: start, id, station, at: now)
    let isTooMany = try refusedAsConcurrent(start, id)
    if isTooMany { start.authorization = TokenStatus.concurrentTx.word }
    try announceStart(id, start, at: now)
    open.begin(
      id,
      OpenTransactions.Entry(
        station: station.id, connector: start.connector, startedAt: start.timestamp,
        heardAt: now, idTag: start.idTag, group: start.group,
        isAccepted: start.authorization == TokenStatus.accepted.word))
    if isRefused { return .refused(id: Int(id), isNew: true) }
    return isTooMany
      ? .concurrent(id: Int(id), isNew: true) : .transaction(id: Int(id), isNew: true)
  }

  /// What the first one got.
  private func repeated(
    _ start: TransactionStart, _ station: StationMemory
  ) throws(StoreError) -> Receipt {
    let query = try database.statement(
      """
      SELECT id FROM transactions WHERE status < 2 AND station_id = ?
        AND started_at = ? AND connector = ? AND meter_start = ? AND id_tag = ?
      """)
    let isFound = try query.bind(station.id).bind(start.timestamp).bind(start.connector)
      .bind(start.meterStart).bind(start.idTag).step()
    precondition(isFound, "The row that an insert ran into is there.")
    let id = query.int64(0)
    query.reset()
    if let name = start.externalId, try !nameSession(id, name) { return .declined }
    try raise(.startRepeated, on: id)
    return try repeated(id)
  }

  /// What the transaction got when it began.
  private func repeated(_ id: Int64) throws(StoreError) -> Receipt {
    let query = try database.statement(
      "SELECT \"authorization\", id_tag FROM transactions WHERE id = ?")
    defer { query.reset() }
    _ = try query.bind(id).step()
    let authorization = query.optionalText(0)
    if authorization == TokenStatus.concurrentTx.word {
      return .concurrent(id: Int(id), isNew: false)
    }
    let isOrdered = query.optionalText(1).map { SessionTag.isReserved($0) } ?? false
    return isOrdered && authorization == TokenStatus.invalid.word
      ? .refused(id: Int(id), isNew: false) : .transaction(id: Int(id), isNew: false)
  }

  /// The id of a station's next transaction: none that it spoke of before. Stations speak of ids that
  /// nobody knows here after an older store was put back, or when another central system gave them.
  func nextTransaction(at station: Int64) throws(StoreError) -> Int64 {
    let query = try database.statement(
      """
      SELECT EXISTS (SELECT 1 FROM meter_series WHERE station_id = ?1 AND reported_id = ?2)
        OR EXISTS (SELECT 1 FROM transactions WHERE status = 2 AND station_id = ?1
          AND reported_id = ?2)
      """)
    defer { query.reset() }
    var id = counters.transactions + 1
    while try query.bind(station).bind(id).step(), query.bool(0) {
      id += 1
      query.reset()
    }
    return id
  }

  /// Whether its token or group has as many others as it may; if so the record says it.
  private func refusedAsConcurrent(
    _ start: TransactionStart, _ id: Int64
  ) throws(StoreError) -> Bool {
    let accepted = TokenStatus.accepted.word
    guard start.authorization == accepted else { return false }
    var isTooMany = false
    if let limit = start.tokenLimit { isTooMany = open.count(token: start.idTag) >= limit }
    if let limit = start.groupLimit, let group = start.group, !isTooMany {
      isTooMany = open.count(group: group) >= limit
    }
    guard isTooMany else { return false }
    try database.statement("UPDATE transactions SET \"authorization\" = ? WHERE id = ?")
      .bind(TokenStatus.concurrentTx.word).bind(id).run()
    return true
  }

  private func useReservation(
    of start: TransactionStart, _ id: Int64, _ station: StationMemory, at now: DateTime
  ) throws(StoreError) {
    guard let reservation = start.reservationId else { return }
    try database.statement(
      """
      UPDATE reservations SET status = 2, transaction_id = ?, ended_at = ?
      WHERE station_id = ? AND reservation_id = ? AND status = 0
      """
    ).bind(id).bind(now).bind(station.id).bind(reservation).run()
  }

  /// Closes the transaction, corrects one that was closed without its stop, or says why there is
  /// nothing to close.
  func keep(
    _ stop: TransactionStop, of station: StationMemory, at now: DateTime
  ) throws(StoreError) -> StopOutcome {
    guard let transaction = try transaction(stop.transactionId, of: station) else {
      try keepUnmatched(stop, of: station, at: now)
      return .unmatched
    }
    var flags = TransactionFlags(timestamp: stop.timestamp, receivedAt: now)
    let before = transaction.state
    let outcome: StopOutcome
    switch before {
    case .told where stop.teller != nil, .completed:
      try compare(stop)
      return .repeated
    case .active:
      if let teller = stop.teller, try !addsToReadings(stop, of: transaction, at: station) {
        // Its readings prove more than somebody tells: they stand.
        let conclusion = Conclusion(teller, at: stop.timestamp, energy: stop.meterStop)
        try reconcile(transaction.owner.id, conclusion, of: station, at: now)
        return .closed
      }
      outcome = .closed
    case .reconciled where stop.teller != nil:
      guard try addsToReadings(stop, of: transaction, at: station) else { return .repeated }
      outcome = .corrected
    case .reconciled, .told:
      outcome = .corrected
      flags.insert(.lateStop)
    }
    let newest = try keep(stop.readings, of: transaction.owner)
    flags.formUnion(LedgerWriter.flags(ofReadingsUntil: newest, receivedAt: now))
    let end = RegisterPoint(time: stop.timestamp, energy: stop.meterStop)
    let account = try account(of: transaction, until: end, at: station)
    flags.formUnion(account.flags)
    try database.statement(
      """
      UPDATE transactions SET status = 1, stopped_at = ?, meter_stop = ?, reason = ?,
        stop_id_tag = ?, energy_wh = ?, billable_wh = ?, meter_decreased = ?, closed_at = ?
      WHERE id = ?
      """
    ).bind(stop.timestamp).bind(stop.meterStop).bind(stop.reason).bind(stop.idTag)
      .bind(account.energy).bind(account.billable).bind(flags.contains(.meterDecrease)).bind(now)
      .bind(stop.transactionId).run()
    try flag(transaction, flags, insteadOf: LedgerWriter.ofTheAccount)
    transaction.state = try conclude(stop, at: now)
    counters.moved(from: before.status, to: .completed)
    try keepCost(of: transaction, at: station)
    try endSession(transaction.owner.id, at: now)
    let wasTold = try !endDoubt(of: transaction.owner.id) && outcome == .corrected
    try announceEnd(transaction.owner.id, isCorrection: wasTold, at: now)
    open.end(transaction.owner.id)
    markDue(transaction.owner)
    stopped.append(transaction.owner.id)
    return outcome
  }

  /// The transaction a station means by a number: one of its own that has a start.
  func transaction(
    _ number: Int, of station: StationMemory
  ) throws(StoreError) -> TransactionMemory? {
    let id = Int64(number)
    if let known = transactions[id] { return known.station == station.id ? known : nil }
    guard id > 0 && id <= counters.transactions else { return nil }
    let query = try database.statement(
      """
      SELECT meter_start, started_at, connector, status, stopped_at IS NULL, reconciled_reason,
        evidence_at, evidence_wh, flags, reconciled_at FROM transactions
      WHERE id = ? AND station_id = ? AND status < 2
      """)
    guard try query.bind(id).bind(station.id).step() else {
      query.reset()
      return nil
    }
    let start = RegisterPoint(time: query.dateTime(1), energy: query.int(0))
    let connector = query.int(2)
    let flags = TransactionFlags(rawValue: query.int64(8))
    var state = TransactionMemory.State.completed
    if query.int64(3) == 0 {
      state = .active
    } else if let reason = Reconciliation(rawValue: query.int64(5)) {
      let conclusion = Conclusion(reason, at: query.dateTime(6), energy: query.optionalInt(7))
      if query.bool(4) {
        state = .reconciled(conclusion, at: query.dateTime(9))
      } else if reason.isTold && !flags.contains(.lateStop) {
        state = .told(conclusion, at: query.dateTime(9))
      }
    }
    query.reset()
    let found = TransactionMemory(
      station: station.id, connector: connector, start: start, owner: try owner(id), state: state,
      flags: flags)
    transactions[id] = found
    return found
  }

  /// Kept once, under an id of its own, so that an operator sees it and can bill it by hand.
  private func keepUnmatched(
    _ stop: TransactionStop, of station: StationMemory, at now: DateTime
  ) throws(StoreError) {
    let id = counters.transactions + 1
    let flags = TransactionFlags(timestamp: stop.timestamp, receivedAt: now)
    try database.statement(
      """
      INSERT INTO transactions(id, station_id, status, started_at, stopped_at, meter_stop, reason,
        stop_id_tag, reported_id, created_at, closed_at, flags)
      VALUES (?1, ?2, 2, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9)
      ON CONFLICT(station_id, reported_id, stopped_at, meter_stop) WHERE status = 2 DO NOTHING
      """
    ).bind(id).bind(station.id).bind(stop.timestamp).bind(stop.meterStop).bind(stop.reason)
      .bind(stop.idTag).bind(stop.transactionId).bind(now).bind(flags.rawValue).run()
    guard database.changes > 0 else { return }
    counters.transactions = id
    counters.moved(from: nil, to: .unmatched)
    try list(id, under: flags)
    guard !stop.readings.isEmpty else { return }
    let owner = MeterOwner(id: id)
    owners[id] = owner
    try keep(stop.readings, of: owner)
    markDue(owner)
    stopped.append(id)
  }

  /// A repeated stop that says something else is worth a look; the first one stands.
  private func compare(_ stop: TransactionStop) throws(StoreError) {
    let query = try database.statement(
      "SELECT stopped_at, meter_stop, reason, stop_id_tag FROM transactions WHERE id = ?")
    guard try query.bind(stop.transactionId).step() else { return query.reset() }
    let isSame =
      query.dateTime(0) == stop.timestamp && query.int(1) == stop.meterStop
      && query.optionalText(2) == stop.reason && query.optionalText(3) == stop.idTag
    let first = query.int(1)
    query.reset()
    try raise(isSame ? .stopRepeated : .stopDiffers, on: Int64(stop.transactionId))
    if isSame { return }
    differingStops += 1
    onError(
      StoreError(
        .stopDiffers, path: database.path,
        "the stop of transaction \(stop.transactionId) came again with meter \(stop.meterStop)"
          + " instead of \(first), or another time, reason or tag; the first one stands"))
  }
}
