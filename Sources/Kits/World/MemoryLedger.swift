public import CSMSCore
public import OCPPJSON

/// The store's twin in memory: what `Store` keeps and answers, without a disk. A test compares the
/// two fact by fact.
///
/// `@unchecked Sendable`: one thread at a time uses it, as the world and the tests do.
public final class MemoryLedger: FactLedger, @unchecked Sendable {
  /// By id, which is the place plus one: ids are given in order and never again.
  public private(set) var transactions: [Transaction] = []
  /// Stations in the order they first reported.
  public private(set) var stations: [Text] = []
  /// The open transactions of each station.
  private var openIDs: [Set<Int>] = []
  private var stationNumbers: [Text: Int] = [:]
  private var starts: [StartKey: Int] = [:]
  private var unmatched: Set<StopKey> = []
  /// The ids that each station spoke of and nobody had: they are not given to it.
  private var strangeIDs: [Int: Set<Int>] = [:]
  private var records: Set<RecordKey> = []
  /// The readings of transactions whose stop did not come yet.
  private var readings: [Int: [UInt8]] = [:]
  /// The latest status of each connector, by station.
  public private(set) var statuses: [[ConnectorStatus?]] = []
  /// Meter records that were already there.
  public private(set) var repeatedRecords = 0
  /// Stops of completed transactions that said something else than the first one.
  public private(set) var differingStops = 0

  public init() {}

  public func record(_ batch: [FactEntry], deliver: @escaping @Sendable ([FactReceipt]) -> Void) {
    deliver(batch.map { FactReceipt(ticket: $0.ticket, receipt: keep($0)) })
  }

  /// The transactions of a station, oldest first.
  public func transactions(of station: Text) -> [Transaction] {
    guard let number = stationNumbers[station] else { return [] }
    return transactions.filter { $0.station == number }
  }

  /// The latest status of a connector.
  public func status(of connector: Int, at station: Text) -> ConnectorStatus? {
    guard let number = stationNumbers[station], statuses[number].indices.contains(connector) else {
      return nil
    }
    return statuses[number][connector]
  }

  func change(_ id: Int, _ body: (inout Transaction) -> Void) {
    body(&transactions[id - 1])
    if transactions[id - 1].state == .active {
      openIDs[transactions[id - 1].station].insert(id)
    } else {
      openIDs[transactions[id - 1].station].remove(id)
    }
  }

  func openIDs(_ station: Int) -> [Int] { openIDs[station].sorted() }

  func readings(of id: Int) -> [UInt8] { readings[id] ?? [] }

  /// Keeps one fact. The caller's commit makes it durable.
  public func keep(_ entry: FactEntry) -> Receipt {
    let station = number(of: entry.station)
    switch entry.fact {
    case .booted, .notice, .certificateRequested: return .kept
    case .connectorStatus(let status):
      reconcile(status, station, entry.receivedAt)
      keep(status, station)
      return .kept
    case .transactionStarted(let start): return keep(start, station, entry.receivedAt)
    case .transactionStopped(let stop): return .stopped(keep(stop, station, entry.receivedAt))
    case .meterValues(let report):
      if let reported = report.transactionId, let id = transaction(reported, of: station) {
        if let newest = keep(report.readings, .transaction(id)) {
          heard(id, until: newest, at: entry.receivedAt)
        }
      } else {
        if let reported = report.transactionId { strangeIDs[station, default: []].insert(reported) }
        keep(
          report.readings,
          .series(station: station, connector: report.connector, reported: report.transactionId))
      }
      return .kept
    }
  }

  private func number(of station: Text) -> Int {
    if let known = stationNumbers[station] { return known }
    stations.append(station)
    statuses.append([])
    openIDs.append([])
    stationNumbers[station] = stations.count - 1
    return stations.count - 1
  }

  private func keep(_ status: ConnectorStatus, _ station: Int) {
    guard status.connector >= 0, status.connector < 65 else { return }
    while statuses[station].count <= status.connector { statuses[station].append(nil) }
    statuses[station][status.connector] = status
  }

  private func keep(_ start: TransactionStart, _ station: Int, _ now: DateTime) -> Receipt {
    let key = StartKey(
      station: station, startedAt: start.timestamp.milliseconds, connector: start.connector,
      meterStart: start.meterStart, idTag: start.idTag)
    if let known = starts[key] {
      transactions[known - 1].flags.insert(.startRepeated)
      return transactions[known - 1].authorization == TokenStatus.concurrentTx.word
        ? .concurrent(id: known, isNew: false) : .transaction(id: known, isNew: false)
    }
    for open in open(station, start.connector) where open.isEnded(byStartAt: start.timestamp) {
      let conclusion = Conclusion(.startOnConnector, at: start.timestamp, energy: start.meterStart)
      reconcile(Int(open.id), conclusion, at: now)
    }
    while strangeIDs[station]?.contains(transactions.count + 1) == true { skipID(station, start) }
    let id = transactions.count + 1
    starts[key] = id
    var transaction = Transaction(
      id: id, station: station, state: .active, connector: start.connector, idTag: start.idTag,
      meterStart: start.meterStart, startedAt: start.timestamp, authorization: start.authorization)
    transaction.group = start.group
    transaction.heardAt = now
    transaction.flags = TransactionFlags(timestamp: start.timestamp, receivedAt: now)
    let isConcurrent = isConcurrent(start)
    if isConcurrent { transaction.authorization = TokenStatus.concurrentTx.word }
    transactions.append(transaction)
    openIDs[station].insert(id)
    return isConcurrent ? .concurrent(id: id, isNew: true) : .transaction(id: id, isNew: true)
  }

  /// An id that is nobody's.
  private func skipID(_ station: Int, _ start: TransactionStart) {
    transactions.append(
      Transaction(
        id: transactions.count + 1, station: station, state: .unmatched,
        startedAt: start.timestamp))
  }

  private func isConcurrent(_ start: TransactionStart) -> Bool {
    guard start.authorization == TokenStatus.accepted.word else { return false }
    func others(_ belongs: (Transaction) -> Bool) -> Int {
      transactions.count {
        $0.state == .active && $0.authorization == TokenStatus.accepted.word && belongs($0)
      }
    }
    if let limit = start.tokenLimit,
      others({ $0.idTag?.isSame(ignoringCase: start.idTag) ?? false }) >= limit
    {
      return true
    }
    guard let limit = start.groupLimit, let group = start.group else { return false }
    return others { $0.group?.isSame(ignoringCase: group) ?? false } >= limit
  }

  /// The transaction a station means by a number: one of its own, active or completed.
  private func transaction(_ number: Int, of station: Int) -> Int? {
    guard number >= 1, number <= transactions.count else { return nil }
    let found = transactions[number - 1]
    return found.station == station && found.state != .unmatched ? number : nil
  }

  private func keep(
    _ stop: TransactionStop, _ station: Int, _ now: DateTime
  ) -> StopOutcome {
    guard let id = transaction(stop.transactionId, of: station) else {
      keepUnmatched(stop, station)
      return .unmatched
    }
    let known = transactions[id - 1]
    var outcome = StopOutcome.closed
    var flags = TransactionFlags(timestamp: stop.timestamp, receivedAt: now)
    switch known.state {
    case .active: break
    case .reconciled:
      outcome = .corrected
      flags.insert(.lateStop)
    case .completed, .unmatched:
      let isSame =
        known.stoppedAt == stop.timestamp && known.meterStop == stop.meterStop
        && known.reason == stop.reason
      if !isSame { differingStops += 1 }
      transactions[id - 1].flags.insert(isSame ? .stopRepeated : .stopDiffers)
      return .repeated
    }
    if let newest = keep(stop.readings, .transaction(id)) {
      flags.formUnion(
        TransactionFlags(timestamp: newest, receivedAt: now).intersection(.futureTime))
    }
    let account = account(known, until: RegisterPoint(time: stop.timestamp, energy: stop.meterStop))
    transactions[id - 1].state = .completed
    transactions[id - 1].meterStop = stop.meterStop
    transactions[id - 1].stoppedAt = stop.timestamp
    transactions[id - 1].reason = stop.reason
    transactions[id - 1].billable = account.billable
    transactions[id - 1].flags.formUnion(flags.union(account.flags))
    readings[id] = nil
    openIDs[station].remove(id)
    return outcome
  }

  private func keepUnmatched(_ stop: TransactionStop, _ station: Int) {
    let key = StopKey(
      station: station, reported: stop.transactionId, stoppedAt: stop.timestamp.milliseconds,
      meterStop: stop.meterStop)
    guard unmatched.insert(key).inserted else { return }
    strangeIDs[station, default: []].insert(stop.transactionId)
    let id = transactions.count + 1
    transactions.append(
      Transaction(
        id: id, station: station, state: .unmatched, startedAt: stop.timestamp,
        meterStop: stop.meterStop, stoppedAt: stop.timestamp, reason: stop.reason,
        reportedID: stop.transactionId))
    keep(stop.readings, .transaction(id))
  }

  /// Returns the date of the newest of those that are new.
  @discardableResult
  private func keep(_ readings: [UInt8], _ owner: Owner) -> DateTime? {
    var newest: DateTime?
    for record in MeterRecords(readings) {
      let key = RecordKey(owner: owner, record: [UInt8](readings[record.range]))
      guard records.insert(key).inserted else {
        repeatedRecords += 1
        continue
      }
      newest = max(newest ?? record.timestamp, record.timestamp)
      guard case .transaction(let id) = owner else { continue }
      transactions[id - 1].meterRecords += 1
      if !transactions[id - 1].isClosed {
        self.readings[id, default: []].append(contentsOf: key.record)
      }
    }
    return newest
  }
}
