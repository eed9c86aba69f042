import CSMSCore
import OCPPJSON
import Testing

/// A receiver, the store and the clock around a line, all of it by hand: virtual time, one event per
/// step.
struct Workshop {
  /// What the receiver does with a request that arrives at this moment.
  var receiver: (DateTime) -> (isAccepted: Bool, takes: Int64) = { _ in (true, 10) }
  /// An event that no receiver takes.
  var poison: Int64?
  var line: DeliveryLine
  var now = DateTime(milliseconds: 1_000_000_000)
  /// What the store has, in the order of the events.
  var waiting: [DeliveryItem] = []
  var delivered: [Int64] = []
  var parked: [Int64] = []
  var attempts: [(event: Int64, at: DateTime)] = []
  var underWay: [(item: DeliveryItem, isAccepted: Bool, until: DateTime)] = []
  var mostUnderWay = 0

  init(policy: DeliveryPolicy = DeliveryPolicy(), seed: UInt64 = 1) {
    line = DeliveryLine(policy: policy, seed: seed)
  }

  mutating func happens(_ event: Int64, lane: Int64, patience: Int64 = 86_400_000) {
    waiting.append(
      DeliveryItem(
        event: event, lane: lane, attempts: 0, nextAt: now,
        until: DateTime(milliseconds: now.milliseconds + patience)))
    _ = line.add(waiting[waiting.count - 1])
  }

  private mutating func rule(_ event: Int64, _ ruling: DeliveryRuling, isAttempt: Bool) {
    guard let index = waiting.firstIndex(where: { $0.event == event }) else { return }
    let lane = waiting[index].lane
    waiting[index].attempts += isAttempt ? 1 : 0
    switch ruling {
    case .delivered:
      waiting.remove(at: index)
      delivered.append(event)
    case .parked:
      waiting.remove(at: index)
      parked.append(event)
    case .retry(let time): waiting[index].nextAt = time
    }
    let next = waiting.first { $0.lane == lane }
    if !line.settled(event, next: next), let more = waiting.first(where: { $0.lane == lane }) {
      _ = line.add(more)
    }
    // What had no room is offered again.
    for item in waiting where line.add(item) == .noRoom { break }
  }

  /// Lets the time pass, performing every step at its moment.
  mutating func run(_ milliseconds: Int64) {
    let end = DateTime(milliseconds: now.milliseconds + milliseconds)
    while true {
      var wake = end
      steps: while true {
        switch line.next(at: now) {
        case .send(let item):
          let (isAccepted, takes) = receiver(now)
          attempts.append((item.event, now))
          underWay.append(
            (
              item, isAccepted && item.event != poison,
              DateTime(milliseconds: now.milliseconds + takes)
            ))
          mostUnderWay = max(mostUnderWay, underWay.count)
        case .park(let item): rule(item.event, .parked, isAttempt: false)
        case .wake(let time):
          wake = min(wake, time)
          break steps
        case .rest: break steps
        }
      }
      let done = underWay.filter { $0.until <= now }
      underWay.removeAll { $0.until <= now }
      for request in done {
        if let ruling = line.finished(
          request.item.event, isAccepted: request.isAccepted, at: now)
        {
          rule(request.item.event, ruling, isAttempt: true)
        }
      }
      if !done.isEmpty { continue }
      if now == end { return }
      let next = underWay.map(\.until).min() ?? end
      now = max(min(wake, next, end), DateTime(milliseconds: now.milliseconds + 1))
    }
  }
}
