public import Access
public import CSMSCore
public import OCPPJSON
public import ServerLog
public import Store
import Synchronization

/// Sends what is in the outbox to the webhooks: a thread of its own, on which everything happens.
public final class WebhookDispatcher: Sendable {
  /// Tests of webhooks under way at a time.
  public static let tests = 8

  private struct Inbox {
    var jobs: [@Sendable (DispatchDesk) -> Void] = []
    var bell: CourierBell?
    var thread: WorkThread?
    var isClosed = false
  }

  private let inbox = Mutex(Inbox())
  private let tallies = Mutex(DispatchTallies())
  private let store: SQLiteStore
  private let vault: SecretVault
  public let targets: WebhookTargets
  private let policy: DeliveryPolicy
  private let log: ServerLog
  private let clock: @Sendable () -> DateTime
  private let agent: String

  /// - Parameters:
  ///   - vault: opens the webhooks' secrets.
  ///   - agent: what it calls itself to receivers.
  public init(
    store: SQLiteStore, vault: SecretVault, targets: WebhookTargets,
    policy: DeliveryPolicy = DeliveryPolicy(), log: ServerLog,
    clock: @escaping @Sendable () -> DateTime, agent: String
  ) {
    self.store = store
    self.vault = vault
    self.targets = targets
    self.policy = policy
    self.log = log
    self.clock = clock
    self.agent = agent
  }

  /// Begins to send what waits.
  public func start() {
    inbox.withLock { inbox in
      guard inbox.thread == nil, !inbox.isClosed else { return }
      inbox.thread = WorkThread { [self] in run() }
    }
    webhooksChanged()
  }

  /// Ends; what is under way is sent again after the next start. Again does nothing.
  public func close() {
    let thread = inbox.withLock { inbox in
      inbox.isClosed = true
      inbox.bell?.ring()
      defer { inbox.thread = nil }
      return inbox.thread
    }
    thread?.join()
  }

  private func run() {
    let courier = Courier(targets: targets, agent: agent)
    let desk = DispatchDesk(courier, store, vault, policy, log, clock, self)
    inbox.withLock { $0.bell = courier.bell }
    while let jobs = takeJobs() {
      for job in jobs { job(desk) }
      courier.work(forMilliseconds: desk.advance())
    }
    desk.handOver()
    inbox.withLock { $0.bell = nil }
  }

  private func takeJobs() -> [@Sendable (DispatchDesk) -> Void]? {
    inbox.withLock { inbox in
      defer { inbox.jobs = [] }
      return inbox.isClosed ? nil : inbox.jobs
    }
  }

  /// Runs a job on the thread. From any thread.
  func post(_ job: @escaping @Sendable (DispatchDesk) -> Void) {
    inbox.withLock { inbox in
      if inbox.isClosed { return }
      inbox.jobs.append(job)
      if inbox.jobs.count == 1 { inbox.bell?.ring() }
    }
  }

  // MARK: What happens

  /// Webhooks were made, changed or removed.
  public func webhooksChanged() { post { $0.reload() } }

  /// There is something new for these webhooks.
  public func addressed(_ webhooks: [Int64]) {
    if !webhooks.isEmpty { post { desk in for number in webhooks { desk.scan(number) } } }
  }

  /// What was given up for a webhook, or delivered, waits again.
  public func requeued(_ webhook: Int64) { post { $0.rescan(webhook) } }

  /// How a test of a webhook went.
  public struct TestResult: Sendable {
    public var status: Int?
    public var failure: String?
    public var milliseconds: Int
  }

  /// Sends an event of the type `test` at once, past the outbox.
  /// - Parameter completion: on the dispatcher's thread; nil when too many tests are under way.
  public func test(_ row: WebhookRow, _ completion: @escaping @Sendable (TestResult?) -> Void) {
    post { $0.test(row, completion) }
  }

  /// What was done since the start.
  public var done: DispatchTallies { tallies.withLock { $0 } }

  func count(_ change: (inout DispatchTallies) -> Void) { tallies.withLock { change(&$0) } }
}

extension WebhookDispatcher {
  /// What a webhook's secret is sealed for.
  public static func secretName(_ id: Text) -> String { "webhook/\(id)" }
}

/// What a dispatcher has done since its start.
public struct DispatchTallies: Sendable, Equatable {
  /// Events taken by a receiver.
  public var delivered: UInt64 = 0
  /// Attempts that were not.
  public var failed: UInt64 = 0
  /// Events given up.
  public var parked: UInt64 = 0
}
