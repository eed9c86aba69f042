internal import CSMSCore
internal import OCPPJSON

/// The one that writes: applies facts to the database and remembers what it needs to apply the next
/// ones without asking it. Used by one thread at a time.
final class LedgerWriter {
  let database: Database
  let onError: @Sendable (StoreError) -> Void
  let troubles: StoreTrouble
  /// What `troubles` says, without asking it after every commit.
  var isInTrouble = false

  // What every meter value touches; one thread, and values that know nothing of the writer.
  @exclusivity(unchecked) var stations: [Text: StationMemory] = [:]
  /// Open transactions, and closed ones that were touched lately.
  @exclusivity(unchecked) var transactions: [Int64: TransactionMemory] = [:]
  @exclusivity(unchecked) var series: [SeriesKey: MeterOwner] = [:]
  /// Everyone in `transactions` and `series`, and whoever the log named when it was replayed.
  @exclusivity(unchecked) var owners: [Int64: MeterOwner] = [:]
  @exclusivity(unchecked) var log = MeterLog(nextSequence: 1)
  var due: [MeterOwner] = []
  /// Transactions that stopped in this group.
  var stopped: [Int64] = []
  var counters = Counters()
  var open = OpenTransactions()
  @exclusivity(unchecked) var doubts = EndsInDoubt()
  /// How many edits there were: what editors may have changed is looked up again after each.
  var edits: UInt64 = 0
  @exclusivity(unchecked) var outbox = Outbox()
  /// Told after a commit with events: the newest one's id, and the webhooks they go to.
  var onEvents: (@Sendable (Int64, [Int64]) -> Void)?
  private var announced: Int64 = 0
  /// When to ask for a checkpoint; nil in memory.
  var pace: CheckpointPace?
  /// Whether what is remembered agrees with the database; if not, nothing is kept until it does.
  private(set) var isCurrent = true
  /// How many owners may be remembered before idle ones are forgotten.
  private var forgetAbove = StoreLimits.rememberedOwners
  /// Stops since the store was opened that repeated another with different content.
  var differingStops = 0

  init(
    database: Database, troubles: StoreTrouble = StoreTrouble(),
    onError: @escaping @Sendable (StoreError) -> Void
  ) throws(StoreError) {
    self.database = database
    self.troubles = troubles
    self.onError = onError
    try reload()
    announced = counters.events
  }

  /// Keeps the entries in one commit and returns their receipts; an entry that cannot be kept does
  /// not keep its neighbours from it.
  /// - Parameter use: a signature that is spent when the entries are kept; one entry then.
  func keep(_ entries: [FactEntry], spending use: SignatureUse? = nil) -> [FactReceipt] {
    var refused: Set<Int> = []
    for _ in 0..<StoreLimits.groupRetries {
      switch attempt(entries, without: refused, spending: use) {
      case .kept(let receipts): return receipts
      case .refused(let index): refused.insert(index)
      case .failed: return entries.map { FactReceipt(ticket: $0.ticket, receipt: .failed) }
      }
    }
    return entries.enumerated().map { index, entry in
      if !refused.contains(index), case .kept(let receipts) = attempt([entry], without: []) {
        return receipts[0]
      }
      return FactReceipt(ticket: entry.ticket, receipt: .failed)
    }
  }

  private enum Attempt {
    case kept([FactReceipt])
    /// Nothing was kept, because of the entry at this place.
    case refused(Int)
    /// Nothing was kept, and the entries are not to blame.
    case failed
  }

  /// Tells of the ends that were in doubt for long enough; for when no facts come.
  func settle(at now: DateTime) {
    troubles.checkPlace()
    if doubts.due(at: now) != nil { _ = attempt([], without: [], at: now) }
  }

  private func attempt(
    _ entries: [FactEntry], without refused: Set<Int>, spending use: SignatureUse? = nil,
    at now: DateTime? = nil
  ) -> Attempt {
    if troubles.lasting != nil { return .failed }
    var receipts: [FactReceipt] = []
    receipts.reserveCapacity(entries.count)
    var place: Int?
    do throws(StoreError) {
      if !isCurrent { try reload() }
      try database.statement("BEGIN IMMEDIATE").run()
      for index in entries.indices {
        place = index
        let isRefused = !refused.isEmpty && refused.contains(index)
        let receipt = isRefused ? Receipt.failed : try apply(entries[index])
        receipts.append(FactReceipt(ticket: entries[index].ticket, receipt: receipt))
      }
      place = nil
      if let use, receipts.allSatisfy({ $0.receipt != .failed }) { try spend(use) }
      if !doubts.isEmpty, let now = now ?? entries.last?.receivedAt { try settleEnds(at: now) }
      try endGroup()
      try database.statement("COMMIT").run()
    } catch {
      onError(error)
      takeBack()
      if let place, error.isAboutOneEntry { return .refused(place) }
      note(error)
      return .failed
    }
    // After the commit, so that nothing is acknowledged that went into a file without a name.
    troubles.checkPlace()
    if troubles.lasting != nil { return .failed }
    note(nil)
    tellOfEvents()
    forgetIdle()
    paceCheckpoints()
    return .kept(receipts)
  }

  /// After a commit: the WAL is written back before it is too long.
  func paceCheckpoints() {
    if let late = pace?.committed(walPages: database.walPages) {
      finishCheckpoint(late, hasWaited: true)
    }
  }

  private func apply(_ entry: FactEntry) throws(StoreError) -> Receipt {
    guard let station = try station(of: entry) else { return .failed }
    switch entry.fact {
    case .booted(let boot):
      try keep(boot, of: station, at: entry.receivedAt)
      return .kept
    case .connectorStatus(let status):
      try keep(status, of: station, at: entry.receivedAt)
      return .kept
    case .transactionStarted(let start):
      return try keep(start, of: station, at: entry.receivedAt)
    case .transactionStopped(let stop):
      return .stopped(try keep(stop, of: station, at: entry.receivedAt))
    case .meterValues(let report):
      try keep(report, of: station, at: entry.receivedAt)
      return .kept
    case .notice(let notice):
      try keep(notice, of: station, at: entry.receivedAt)
      return .kept
    case .certificateRequested(let request):
      return try keep(request, of: station, named: entry.station, at: entry.receivedAt)
    }
  }

  /// What is written once per commit, after the facts.
  func endGroup() throws(StoreError) {
    try writeLogRow()
    due.append(contentsOf: log.markEarly())
    for owner in due { try flush(owner) }
    due.removeAll(keepingCapacity: true)
    if let head = log.trim() { try cutLog(before: head) }
    try trimParked()
    try counters.write(to: database)
  }

  /// After a commit: those who listen look for what is new.
  func tellOfEvents() {
    if counters.events == announced { return }
    announced = counters.events
    let addressed = outbox.addressed
    outbox.addressed = []
    onEvents?(announced, addressed)
  }

  /// Undoes the transaction if one is open, and remembers only what the database says.
  func takeBack() {
    database.rollBack()
    do throws(StoreError) {
      try reload()
    } catch {
      onError(error)
    }
  }

  /// Remembers only what the database says.
  func reload() throws(StoreError) {
    isCurrent = false
    stations = [:]
    transactions = [:]
    series = [:]
    owners = [:]
    due = []
    stopped = []
    outbox.forget()
    counters = try Counters(database)
    open = try OpenTransactions(database)
    doubts = try EndsInDoubt(database)
    try replayLog()
    isCurrent = true
  }

  /// Forgets what stopped, and once it is too much whatever can be looked up again.
  private func forgetIdle() {
    // One that was metered after its stop, in the same group, may have records in the log only.
    for id in stopped where owners[id]?.isEmpty ?? true {
      transactions[id] = nil
      owners[id] = nil
    }
    stopped.removeAll(keepingCapacity: true)
    if stations.count > StoreLimits.rememberedStations { stations = [:] }
    if owners.count > forgetAbove {
      owners = owners.filter { !$0.value.isEmpty }
      transactions = transactions.filter { !$0.value.owner.isEmpty }
      series = series.filter { !$0.value.isEmpty }
      // So that looking through all of them stays rare when nearly all are open.
      forgetAbove = max(StoreLimits.rememberedOwners, owners.count * 2)
    }
  }
}
