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
  }

  private(set) var subscriptions: [Subscription] = []
  private var wanted: EventTypes = []
  /// Until when events are kept for those who follow them live.
  var followedUntil = DateTime(milliseconds: 0)
  /// Whether the rest is as the database says.
  private(set) var isLoaded = false
  /// Webhooks that got something in this commit.
  var addressed: [Int64] = []

  /// What is remembered may be wrong.
  mutating func forget() {
    isLoaded = false
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
        (SELECT count(*) FROM deliveries d WHERE d.webhook = number AND d.status = 0)
      FROM webhooks WHERE enabled ORDER BY number
      """)
    defer { query.reset() }
    while try query.step() {
      let types = EventTypes(rawValue: UInt32(truncatingIfNeeded: query.int64(1)))
      wanted.formUnion(types)
      subscriptions.append(
        Subscription(
          number: query.int64(0), types: types, company: query.optionalText(2),
          waiting: query.int(3)))
    }
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

  /// One more waits for the webhook, unless it is full.
  mutating func take(_ place: Int) -> Bool {
    if subscriptions[place].waiting >= StoreLimits.waitingDeliveries { return false }
    subscriptions[place].waiting += 1
    return true
  }

  /// So many more (or fewer) wait for a webhook.
  mutating func adjust(_ number: Int64, by change: Int) {
    guard let place = subscriptions.firstIndex(where: { $0.number == number }) else { return }
    subscriptions[place].waiting += change
  }
}
