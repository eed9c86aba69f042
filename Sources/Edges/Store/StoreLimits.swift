/// The bounds of everything the store holds or waits for.
public enum StoreLimits {
  /// Facts waiting for the writer; beyond it a batch fails at once, so that stations retry later.
  public static let inboxEntries = 65_536
  /// How long to wait for another program that holds the database.
  public static let busyMilliseconds: Int32 = 5_000
  /// How long a start waits for the look at a database that was not closed cleanly, in milliseconds;
  /// some 400,000 transactions. What is left is looked at beside the running server.
  public static let openingCheckMilliseconds: Int64 = 3_000
  /// Memory for SQLite's pages while a whole database is looked through or copied, in KiB.
  static let wholeCacheKiB = 65_536
  /// Room that is left on the disk beside a whole copy of the database, in bytes.
  static let copyReserveBytes: Int64 = 64 << 20
  /// How many times `checkpointPages` the WAL may grow while one checkpoint runs; then the writer
  /// waits for it, so that a slow disk never fills up with WAL.
  static let checkpointLag = 16
  /// A transaction's unwritten meter records become a chunk at this many bytes: with its row it
  /// still fits one page of 4,096 bytes.
  static let chunkBytes = 3_600
  /// … or at this many records; spread by `chunkRecordsSpread`, so that a thousand transactions
  /// that started together do not all write their chunk in one commit.
  static let chunkRecords = 64
  static let chunkRecordsSpread = 16
  /// The meter log's size beyond which the oldest unwritten records become chunks early.
  static let meterLogBytes = 16 << 20
  /// How many early chunks one commit may write.
  static let earlyChunksPerCommit = 1_024
  /// How many ends that were in doubt one commit may tell of.
  static let settledEndsPerCommit = 256
  /// Chunks of one transaction that its energy is counted from, the oldest first: twelve days of a
  /// reading each second.
  static let accountChunks = 16_384
  /// The log's head is cut off in pieces of this many bytes.
  static let meterLogTrimBytes = 256 << 10
  /// A log row's size; a larger group gets several rows.
  static let meterLogRowBytes = 256 << 10
  /// Chunks searched for a duplicate of a record that is not newer than all of them: the newest
  /// ones first. Only a station whose clock stands still for 12,000 meter values gets past it.
  static let duplicateSearchChunks: Int64 = 256
  /// Transactions and meters the writer remembers between commits; those without unwritten records
  /// are forgotten beyond it and looked up again when needed.
  static let rememberedOwners = 16_384
  /// Stations the writer remembers; beyond it all are forgotten and looked up again.
  static let rememberedStations = 65_536
  /// `last_seen` is written when it is older than this, in milliseconds.
  static let lastSeenInterval: Int64 = 600_000
  /// Notices kept, the newest; cut back every `noticeTrimInterval`.
  static let notices: Int64 = 100_000
  static let noticeTrimInterval: Int64 = 1_000
  /// Settings mirrored of one station, and reservations kept of it.
  static let settingsOfStation = 1_000
  static let reservationsOfStation = 1_000
  /// Requests for certificates kept of one station, the newest.
  static let certificateRequestsOfStation = 16
  /// Removed tokens remembered for local lists; a station that is behind all of them gets a full one.
  static let removedTokens: Int64 = 100_000
  /// Lines of the audit log kept, the newest; cut back every `auditTrimInterval`.
  static let auditEntries: Int64 = 1_000_000
  static let auditTrimInterval: Int64 = 1_000
  /// Security events kept, the newest; cut back every `securityTrimInterval`.
  static let securityEvents: Int64 = 100_000
  static let securityTrimInterval: Int64 = 1_000
  /// Events that may be noted of one session, beside those of the ledger.
  public static let notedEvents = 1_000
  /// Events kept, the newest, for those who come back; cut back every `eventTrimInterval`. What
  /// waits for a webhook, or is parked, is kept beyond it.
  public static let keptEvents: Int64 = 200_000
  static let eventTrimInterval: Int64 = 1_000
  /// How long an event is retried at a webhook, in milliseconds (24 hours).
  public static let deliveryPatience: Int64 = 86_400_000
  /// Deliveries that may wait for one webhook; beyond it events are parked at once.
  public static let waitingDeliveries = 100_000
  /// Parked deliveries kept of one webhook, the newest.
  public static let parkedDeliveries = 10_000
  /// Webhooks on record, all in all and of one company.
  public static let webhooks = 500
  public static let webhooksOfCompany = 50
  /// How long events are kept on record after somebody followed them live, in milliseconds (a day).
  public static let followedFor: Int64 = 86_400_000
  /// Jobs kept, the newest; those that run are kept beyond it.
  static let keptJobs = 1_000
  /// Runs of a group without the entries that made it fail, before its entries are kept one by one.
  static let groupRetries = 8
  /// Prepared statements whose text is put together at run time.
  static let composedStatements = 64
  /// What one page of a listing may cost, in entries of an index; then it ends early and says where to
  /// go on. Some 20 ms.
  static let listingWork = 100_000
  /// What reading a row costs beside an entry of an index.
  static let rowWork = 10
  /// What reading a session costs, which is put together from five tables.
  static let sessionWork = 30
  /// The most rows one listing returns.
  public static let listedRows = 1_000
}

/// How a store is opened.
public struct StoreOptions: Sendable {
  /// Bytes; only for a file that does not exist yet (docs/decisions/0006-meter-values.md).
  public var pageSize: Int
  /// The WAL is copied into the database each time it has grown by this many pages.
  public var checkpointPages: Int
  /// Whether a commit waits for the disk; switched off only to measure what the waiting costs.
  public var isDurable: Bool
  /// Whether the database is copied before a newer version of this program changes its schema.
  public var keepsCopyBeforeUpgrade: Bool
  /// How long opening waits for the look at a database that was not closed cleanly.
  public var checkMilliseconds: Int64
  /// Told what an operator should know of the opening: an upgrade, a long look for damage.
  public var onNotice: @Sendable (String) -> Void
  /// Told about failures that have no caller: a group that could not be kept, a stop that differs
  /// from the first one. Called on the store's threads.
  public var onError: @Sendable (StoreError) -> Void

  public init(
    pageSize: Int = 4_096, checkpointPages: Int = 1_000, isDurable: Bool = true,
    keepsCopyBeforeUpgrade: Bool = true,
    checkMilliseconds: Int64 = StoreLimits.openingCheckMilliseconds,
    onNotice: @escaping @Sendable (String) -> Void = { _ in },
    onError: @escaping @Sendable (StoreError) -> Void = { _ in }
  ) {
    self.pageSize = pageSize
    self.checkpointPages = checkpointPages
    self.isDurable = isDurable
    self.keepsCopyBeforeUpgrade = keepsCopyBeforeUpgrade
    self.checkMilliseconds = checkMilliseconds
    self.onNotice = onNotice
    self.onError = onError
  }
}
