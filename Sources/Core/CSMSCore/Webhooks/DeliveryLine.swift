public import OCPPJSON

/// Everything that waits for one receiver: which event is sent next, when, and when it is given up.
///
/// Lanes are independent: an event that its receiver will not take holds up the later ones of its lane
/// and nothing else. A receiver that takes nothing at all is down: it is tried with one request at a
/// time, in growing pauses, and once it answers everything that waits is due at once. The items
/// themselves are in the store; of each lane the oldest one is here.
public struct DeliveryLine: Sendable {
  private struct Lane: Sendable {
    enum State: Sendable {
      /// Leaves for `sending` when it is due and there is room, for `settling` when it is parked.
      case waiting
      /// A request is under way. Leaves for `settling` with its outcome.
      case sending
      /// Its outcome is being written down. Leaves for `waiting` with the lane's next item.
      case settling
    }

    var item: DeliveryItem
    var state = State.waiting
    /// The store may have more of it than it said.
    var hasMore = false
  }

  private let policy: DeliveryPolicy
  private var random: UInt64
  private var lanes: [Lane] = []
  /// Failures since it last took something.
  private var failures = 0
  /// The event that failed last, and whether others did since the receiver took something: one that
  /// fails over and over says nothing about the others.
  private var lastFailed: Int64?
  private var severalFailed = false
  /// Of a receiver that is down: not tried before this.
  private var probeAt = DateTime(milliseconds: .min)
  private var watch = ClockWatch()
  private var underWay = 0
  /// Reads of the store under way, and what was settled meanwhile: they may still tell of it.
  private var reads = 0
  private var settledMeanwhile: [Int64] = []

  /// As many are remembered; a read that tells of an older one leads to a second delivery, which
  /// receivers know by its id.
  public static let mostRemembered = 1_024

  /// - Parameter seed: of the jitter.
  public init(policy: DeliveryPolicy = DeliveryPolicy(), seed: UInt64) {
    self.policy = policy
    random = seed
  }

  // MARK: Events

  /// The store is asked what waits.
  public mutating func readBegan() { reads += 1 }

  /// What the store said is added, or it said nothing.
  public mutating func readEnded() {
    reads = max(reads - 1, 0)
    if reads == 0 { settledMeanwhile = [] }
  }

  /// What was delivered or given up may wait again, because somebody wants it sent: the receiver is
  /// tried at once.
  public mutating func reopened() {
    settledMeanwhile = []
    probeAt = DateTime(milliseconds: .min)
  }

  /// An item that the store has for this receiver. Items of one lane come in their order, but for those
  /// that wait again.
  public mutating func add(_ item: DeliveryItem) -> Placement {
    if settledMeanwhile.contains(item.event) { return .gone }
    if let index = lanes.firstIndex(where: { $0.item.lane == item.lane }) {
      return add(item, to: index)
    }
    guard lanes.count < policy.lanes else { return .noRoom }
    lanes.append(Lane(item: item))
    return .first
  }

  private mutating func add(_ item: DeliveryItem, to index: Int) -> Placement {
    let first = lanes[index].item
    if item.event != first.event { lanes[index].hasMore = true }
    guard lanes[index].state == .waiting else { return .behind }
    // An older one waits again; or this one does, and is due sooner or retried for longer.
    let isAgain =
      item.event == first.event && (item.nextAt < first.nextAt || item.until > first.until)
    if item.event < first.event || isAgain { lanes[index].item = item }
    return item.event < first.event ? .first : .behind
  }

  /// The request for an event is over.
  /// - Returns: what is to be written down; nil for an event that was not being sent.
  public mutating func finished(
    _ event: Int64, isAccepted: Bool, at now: DateTime
  ) -> DeliveryRuling? {
    guard let index = lanes.firstIndex(where: { $0.item.event == event && $0.state == .sending })
    else { return nil }
    watch.look(at: now, longestGap: policy.longestGap)
    underWay -= 1
    lanes[index].state = .settling
    lanes[index].item.attempts += 1
    if isAccepted {
      recovered(at: now)
      return .delivered
    }
    failures += 1
    if let lastFailed, lastFailed != event { severalFailed = true }
    lastFailed = event
    if isDown {
      probeAt = now.adding(jittered(policy.probe(afterFailures: failures)))
    }
    let item = lanes[index].item
    if isPast(item, at: now) && item.attempts > policy.quickRetries.count { return .parked }
    let next = now.adding(jittered(policy.pause(afterFailures: item.attempts)))
    lanes[index].item.nextAt = next
    return .retry(at: next)
  }

  /// What became of an event is durable. It may wait here again: an earlier line of the receiver had
  /// sent it.
  /// - Parameter next: the oldest item that waits in its lane now; after a retry it is the same one.
  /// - Returns: false when the store may have more of the lane: ask it again (`add`).
  public mutating func settled(_ event: Int64, next: DeliveryItem?) -> Bool {
    guard let index = lanes.firstIndex(where: { $0.item.event == event && $0.state != .sending })
    else { return true }
    if reads > 0, next?.event != event {
      if settledMeanwhile.count == Self.mostRemembered { settledMeanwhile.removeFirst() }
      settledMeanwhile.append(event)
    }
    if let next {
      lanes[index].item = next
      lanes[index].state = .waiting
      return true
    }
    return !lanes.remove(at: index).hasMore
  }

  /// What was ruled could not be written down; the item is tried again in a while.
  public mutating func unsettled(_ event: Int64, at now: DateTime) {
    guard let index = lanes.firstIndex(where: { $0.item.event == event && $0.state == .settling })
    else { return }
    lanes[index].state = .waiting
    lanes[index].item.nextAt = now.adding(policy.slowRetry)
  }

  // MARK: Steps

  /// What is to be done now; to be asked again until it is `wake` or `rest`.
  public mutating func next(at now: DateTime) -> Step {
    watch.look(at: now, longestGap: policy.longestGap)
    if let index = lanes.firstIndex(where: { $0.state == .waiting && isOver($0.item, at: now) }) {
      lanes[index].state = .settling
      return .park(lanes[index].item)
    }
    guard underWay < room else { return .rest }
    var first: Int?
    for index in lanes.indices where lanes[index].state == .waiting {
      guard let known = first else {
        first = index
        continue
      }
      if isBefore(lanes[index].item, lanes[known].item, at: now) { first = index }
    }
    guard let first else { return .rest }
    var due = policy.due(lanes[first].item, at: now)
    if isDown { due = max(due, policy.probeDue(probeAt, at: now)) }
    if due > now { return .wake(at: due) }
    lanes[first].state = .sending
    underWay += 1
    return .send(lanes[first].item)
  }

  // MARK: Queries

  /// Whether the receiver takes nothing.
  public var isDown: Bool { failures >= policy.failuresUntilDown }

  /// Whether a request for an event is under way.
  public func isSending(_ event: Int64) -> Bool {
    lanes.contains { $0.item.event == event && $0.state == .sending }
  }

  /// How many requests may be under way: one until the receiver has taken something since it last
  /// failed.
  private var room: Int { failures == 0 ? policy.concurrency : 1 }

  private func isBefore(_ one: DeliveryItem, _ other: DeliveryItem, at now: DateTime) -> Bool {
    let (due, otherDue) = (policy.due(one, at: now), policy.due(other, at: now))
    return due == otherDue ? one.event < other.event : due < otherDue
  }

  private func isPast(_ item: DeliveryItem, at now: DateTime) -> Bool {
    watch.isPast(item, patience: policy.patience, at: now)
  }

  /// Whether it is given up without another attempt: its time is over, and it was tried often enough
  /// or its receiver takes nothing anyway.
  private func isOver(_ item: DeliveryItem, at now: DateTime) -> Bool {
    isPast(item, at: now)
      && (item.attempts > policy.quickRetries.count || (isDown && severalFailed))
  }

  private mutating func recovered(at now: DateTime) {
    let wasDown = isDown
    failures = 0
    lastFailed = nil
    severalFailed = false
    guard wasDown else { return }
    for index in lanes.indices where lanes[index].item.nextAt > now {
      lanes[index].item.nextAt = now
    }
  }

  /// Between three quarters and five quarters of it (SplitMix64).
  private mutating func jittered(_ pause: Int64) -> Int64 {
    random &+= 0x9E37_79B9_7F4A_7C15
    var word = random
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    word ^= word >> 31
    let spread = pause / 2
    return pause - pause / 4 + (spread > 0 ? Int64(word % UInt64(spread + 1)) : 0)
  }
}

extension DateTime {
  fileprivate func adding(_ milliseconds: Int64) -> DateTime {
    DateTime(milliseconds: self.milliseconds &+ milliseconds)
  }
}
