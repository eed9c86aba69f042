internal import CSMSCore
internal import OCPPJSON

/// Who listens for events, as the writer remembers it: with nobody listening nothing is written.
struct Outbox {
  /// A webhook that is switched on.
  struct Subscription {
    var number: Int64
    var types: EventTypes
    /// Nil for everybody's.
    var company: Text?
    /// Deliveries that wait.
    var waiting: Int
    /// Deliveries that are parked.
    var parked: Int
  }

  private(set) var subscriptions: [Subscription] = []
  private var wanted: EventTypes = []
  /// Until when events are kept for those who follow them live.
  var followedUntil = DateTime(milliseconds: 0)
  /// Whether the rest is as the database says.
  private(set) var isLoaded = false
  /// Webhooks that got something in this commit.
  var addressed: [Int64] = []
  /// Whether more may be parked than is kept.
  private var hasExcess = false

  /// What is remembered may be wrong.
  mutating func forget() {
    isLoaded = false
    hasExcess = false
    addressed = []
  }

  mutating func load(_ database: Database) throws(StoreError) {
    let until = try database.number(
      "SELECT value FROM counters WHERE name = 'events_followed_until'")
    followedUntil = DateTime(milliseconds: until ?? 0)
    subscriptions = []
    wanted = []
    let query = try database.statement(
      """
      SELECT number, types, company_id,
        (SELECT count(*) FROM deliveries d INDEXED BY deliveries_waiting
          WHERE d.webhook = number AND d.status = 0),
        (SELECT count(*) FROM deliveries d INDEXED BY deliveries_parked
          WHERE d.webhook = number AND d.status = 2)
      FROM webhooks WHERE enabled ORDER BY number
      """)
    defer { query.reset() }
    while try query.step() {
      let types = EventTypes(rawValue: UInt32(truncatingIfNeeded: query.int64(1)))
      wanted.formUnion(types)
      subscriptions.append(
        Subscription(
          number: query.int64(0), types: types, company: query.optionalText(2),
          waiting: query.int(3), parked: query.int(4)))
    }
    hasExcess = true
    isLoaded = true
  }

  func wants(_ type: EventType, at now: DateTime) -> Bool {
    wanted.contains(type) || now < followedUntil
  }

  /// The webhooks that an event goes to, by their place in `subscriptions`.
  func receivers(of type: EventType, _ company: Text?) -> [Int] {
    subscriptions.indices.filter {
      let one = subscriptions[$0]
      return one.types.contains(type) && (one.company == nil || one.company == company)
    }
  }

  /// One more waits for the webhook, or is parked when it is full.
  /// - Returns: whether it waits.
  mutating func take(_ place: Int) -> Bool {
    let isTaken = subscriptions[place].waiting < StoreLimits.waitingDeliveries
    if isTaken { subscriptions[place].waiting += 1 } else { park(place) }
    return isTaken
  }

  /// One less waits for a webhook.
  /// - Parameter isParked: whether it was given up.
  mutating func settled(_ number: Int64, isParked: Bool) {
    guard let place = subscriptions.firstIndex(where: { $0.number == number }) else { return }
    subscriptions[place].waiting -= 1
    if isParked { park(place) }
  }

  private mutating func park(_ place: Int) {
    subscriptions[place].parked += 1
    if subscriptions[place].parked > StoreLimits.parkedDeliveries { hasExcess = true }
  }

  /// The webhooks with more parked than is kept, and how much more; they are taken to be without it
  /// from now on.
  mutating func takeExcess() -> [(webhook: Int64, count: Int)] {
    guard isLoaded, hasExcess else { return [] }
    hasExcess = false
    var excess: [(webhook: Int64, count: Int)] = []
    for place in subscriptions.indices {
      let count = subscriptions[place].parked - StoreLimits.parkedDeliveries
      guard count > 0 else { continue }
      subscriptions[place].parked -= count
      excess.append((subscriptions[place].number, count))
    }
    return excess
  }
}
