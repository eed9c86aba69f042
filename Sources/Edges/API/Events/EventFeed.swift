import CSMSCore
import OCPPJSON
import ServerLog
import Store
import Synchronization

/// Everybody who follows the events live.
final class EventFeed: Sendable {
  enum Limits {
    /// Clients that follow at a time, and of one company.
    static let followers = 64
    static let followersOfCompany = 16
    /// How often the store hears that somebody still follows, in milliseconds.
    static let renewal: Int64 = 3_600_000
  }

  private struct State {
    var tails: [ObjectIdentifier: EventTail] = [:]
    var renewedAt = DateTime(milliseconds: .min)
  }

  private let state = Mutex(State())
  private let store: SQLiteStore
  private let log: ServerLog
  private let clock: @Sendable () -> DateTime
  /// After how long a client that takes nothing is cut, in milliseconds.
  let patience: Int64

  init(
    _ store: SQLiteStore, _ log: ServerLog, _ clock: @escaping @Sendable () -> DateTime,
    patience: Int64
  ) {
    self.patience = patience
    self.store = store
    self.log = log
    self.clock = clock
  }

  /// False when there are as many as there may be.
  func join(_ tail: EventTail) -> Bool {
    state.withLock { state in
      let fellows = state.tails.values.filter { $0.company == tail.company }.count
      guard state.tails.count < Limits.followers,
        tail.company == nil || fellows < Limits.followersOfCompany
      else { return false }
      state.tails[ObjectIdentifier(tail)] = tail
      return true
    }
  }

  func leave(_ tail: EventTail) {
    state.withLock { $0.tails[ObjectIdentifier(tail)] = nil }
  }

  /// There are new events. From any thread.
  func eventsWritten() {
    for tail in state.withLock({ Array($0.tails.values) }) { tail.wake() }
  }

  /// Somebody listens: from now on events are kept. The completion hears which is the newest.
  func follow(_ completion: @escaping @Sendable (Result<Int64, StoreError>) -> Void) {
    let now = clock()
    state.withLock { $0.renewedAt = now }
    store.write(
      { (editor) throws(StoreError) in
        try editor.followEvents(at: now)
      }, completion: completion)
  }

  /// Somebody still listens.
  func renew() {
    let isDue = state.withLock { state in
      clock().milliseconds - state.renewedAt.milliseconds >= Limits.renewal
    }
    guard isDue else { return }
    follow { [log] result in
      if case .failure(let error) = result { log.error("store: \(error)") }
    }
  }

  /// Reads the next events for a tail. The completion is called on the reader's thread.
  func read(
    _ query: EventQuery, after id: Int64, limit: Int,
    _ completion: @escaping @Sendable (Result<EventPage, StoreError>) -> Void
  ) {
    store.read(
      { (reader) throws(StoreError) in
        try reader.events(
          after: id, types: query.types, station: query.station, of: query.company, limit: limit)
      }, completion: completion)
  }
}

/// Which events somebody wants.
struct EventQuery: Sendable {
  var types = EventTypes.all
  var station: Text?
  /// Whose; nil for everybody's.
  var company: Text?
}
