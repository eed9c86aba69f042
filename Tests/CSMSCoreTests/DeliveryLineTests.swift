import CSMSCore
import OCPPJSON
import Testing

/// A receiver, the store and the clock around a line, all of it by hand: virtual time, one event per
/// step.
private struct Workshop {
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

private let minute: Int64 = 60_000
private let hour: Int64 = 3_600_000

@Suite("Delivery to one receiver, on a virtual clock")
struct DeliveryLineTests {
  @Test(
    "Events of a session arrive in their order, one at a time; sessions do not wait for each other")
  func order() {
    var shop = Workshop()
    shop.receiver = { _ in (true, 1_000) }
    for event in 1...12 { shop.happens(Int64(event), lane: Int64(event % 3)) }

    shop.run(minute)

    #expect(shop.delivered.count == 12)
    for lane in 0..<3 {
      let mine = shop.delivered.filter { $0 % 3 == Int64(lane) }
      #expect(mine == mine.sorted())
    }
    #expect(shop.mostUnderWay == 3)
    let rest = shop.line.next(at: shop.now)
    #expect(rest == .rest)
  }

  @Test("No more requests are under way than may be")
  func concurrency() {
    var shop = Workshop()
    shop.receiver = { _ in (true, 5_000) }
    for event in 1...40 { shop.happens(Int64(event), lane: Int64(event)) }
    shop.run(minute)
    #expect(shop.mostUnderWay == 4)
    #expect(shop.delivered.count == 40)
  }

  @Test(
    "A receiver that is down for an hour gets every event, in order, soon after it is back",
    arguments: [
      (false, Int64(20)),  // refuses, or answers 500
      (false, Int64(30_000)),  // hangs until the time is over
    ])
  func down(isAccepted: Bool, takes: Int64) {
    var shop = Workshop()
    let back = shop.now.milliseconds + hour
    shop.receiver = { now in
      now.milliseconds < back ? (isAccepted, takes) : (true, 20)
    }
    for minuteOfHour in 0..<60 {
      for lane in 0..<5 {
        shop.happens(Int64(minuteOfHour * 5 + lane + 1), lane: Int64(lane + 1))
      }
      shop.run(minute)
    }
    let during = shop.attempts.count

    shop.run(8 * minute)

    #expect(shop.delivered.count == 300)
    #expect(shop.parked.isEmpty)
    for lane in 0..<5 {
      let mine = shop.delivered.filter { ($0 - 1) % 5 == Int64(lane) }
      #expect(mine == mine.sorted())
    }
    // It is asked whether it is back, not hammered.
    #expect(during > 8 && during < 60, "\(during)")
  }

  @Test("An event that its receiver never takes holds up its own session and nothing else")
  func poison() {
    var shop = Workshop()
    shop.poison = 1
    shop.happens(1, lane: 7)
    shop.happens(2, lane: 7)
    for event in 3...30 { shop.happens(Int64(event), lane: 8) }

    shop.run(hour)

    #expect(shop.delivered == (3...30).map { Int64($0) })
    #expect(shop.waiting.map(\.event) == [1, 2])
    // Quickly three times, then ever more slowly.
    let times = shop.attempts.filter { $0.event == 1 }.map(\.at.milliseconds)
    let pauses = zip(times.dropFirst(), times).map { $0 - $1 }
    #expect(pauses.count >= 6)
    for (pause, wanted) in zip(pauses, [1_000, 4_000, 15_000, 30_000, 60_000, 120_000]) {
      #expect(pause >= Int64(wanted) * 3 / 4 && pause <= Int64(wanted) * 5 / 4 + 20, "\(pauses)")
    }

    shop.run(24 * hour)

    #expect(shop.parked == [1])
    #expect(shop.delivered.last == 2)
    #expect(shop.waiting.isEmpty)
  }

  @Test("After a day without success an event is parked, not before it was tried often enough")
  func patience() {
    var shop = Workshop()
    shop.receiver = { _ in (false, 10) }
    shop.happens(1, lane: 1, patience: 0)
    shop.run(hour)
    #expect(shop.parked == [1])
    #expect(shop.attempts.count == 4)

    shop.happens(2, lane: 1)
    shop.run(23 * hour)
    #expect(shop.parked == [1])
    shop.run(2 * hour)
    #expect(shop.parked == [1, 2])
  }

  @Test("A receiver that takes nothing for a day does not get what waited behind, one by one")
  func givenUp() {
    var shop = Workshop()
    shop.receiver = { _ in (false, 30_000) }
    for event in 1...1_000 { shop.happens(Int64(event), lane: Int64(event % 2)) }
    shop.run(24 * hour + 20 * minute)
    #expect(shop.parked.count == 1_000)
    #expect(shop.attempts.count < 400)
    for lane in 0..<2 {
      let mine = shop.parked.filter { $0 % 2 == Int64(lane) }
      #expect(mine == mine.sorted())
    }
  }

  @Test("With more sessions than fit, those that have no room wait in the store and are not lost")
  func room() {
    var policy = DeliveryPolicy()
    policy.lanes = 8
    var shop = Workshop(policy: policy)
    for event in 1...100 { shop.happens(Int64(event), lane: Int64(event)) }
    shop.run(minute)
    #expect(shop.delivered.sorted() == (1...100).map { Int64($0) })
  }

  @Test("What comes into a session while its last event is written down is asked for")
  func race() {
    var line = DeliveryLine(seed: 1)
    let now = DateTime(milliseconds: 0)
    func item(_ event: Int64) -> DeliveryItem {
      DeliveryItem(
        event: event, lane: 1, attempts: 0, nextAt: now, until: DateTime(milliseconds: hour))
    }
    var places = [line.add(item(1)), line.add(item(1))]
    #expect(places == [.first, .behind])
    let step = line.next(at: now)
    #expect(step == .send(item(1)))
    var ruling = line.finished(1, isAccepted: true, at: now)
    #expect(ruling == .delivered)
    places.append(line.add(item(2)))
    var isComplete = line.settled(1, next: nil)
    #expect(!isComplete)
    places.append(line.add(item(2)))
    #expect(places == [.first, .behind, .behind, .first])
    // Nobody waits for these.
    ruling = line.finished(1, isAccepted: true, at: now)
    isComplete = line.settled(1, next: nil)
    #expect(ruling == nil && isComplete)
  }

  @Test("An outcome that could not be written down leads to another attempt")
  func unsettled() {
    var line = DeliveryLine(seed: 1)
    let now = DateTime(milliseconds: 0)
    let item = DeliveryItem(
      event: 1, lane: 1, attempts: 0, nextAt: now, until: DateTime(milliseconds: hour))
    _ = line.add(item)
    _ = line.next(at: now)
    _ = line.finished(1, isAccepted: true, at: now)
    line.unsettled(1, at: now)
    line.unsettled(2, at: now)
    let step = line.next(at: now)
    #expect(step == .wake(at: DateTime(milliseconds: 30_000)))
  }

  @Test(
    "With a receiver that fails at random nothing is lost, doubled or out of order",
    arguments: 1...200 as ClosedRange<UInt64>)
  func random(seed: UInt64) {
    var shop = Workshop(seed: seed)
    var dice = seed
    shop.receiver = { _ in
      dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (dice >> 60 < 9, Int64(dice >> 52 & 0xFFF))
    }
    for event in 1...60 {
      shop.happens(Int64(event), lane: Int64(event) * Int64(event) % 7)
      shop.run(Int64(seed * 37 % 3_000))
    }
    shop.run(12 * hour)
    #expect(shop.delivered.sorted() == (1...60).map { Int64($0) })
    for lane in 0..<7 {
      let mine = shop.delivered.filter { $0 * $0 % 7 == Int64(lane) }
      #expect(mine == mine.sorted(), "seed \(seed)")
    }
  }

  /// An item that is delivered while the store is read.
  private func deliveredDuringARead(_ now: DateTime) -> (line: DeliveryLine, item: DeliveryItem) {
    var line = DeliveryLine(seed: 1)
    let item = DeliveryItem(
      event: 7, lane: 3, attempts: 0, nextAt: now, until: DateTime(milliseconds: 100_000))
    _ = line.add(item)
    _ = line.next(at: now)
    line.readBegan()
    _ = line.finished(7, isAccepted: true, at: now)
    _ = line.settled(7, next: nil)
    return (line, item)
  }

  @Test("What a slow read of the store still tells of is not sent once more")
  func lateRead() {
    let now = DateTime(milliseconds: 1_000)
    var (line, item) = deliveredDuringARead(now)
    // The read began before that, and its answer comes after it.
    let late = line.add(item)
    let step = line.next(at: now)
    #expect(late == .gone && step == .rest)
    // A later read tells what waits again.
    line.readEnded()
    item.attempts = 1
    let later = line.add(item)
    #expect(later == .first)
  }

  @Test("What an operator delivers again is sent again, also while the store is read")
  func reopened() {
    let now = DateTime(milliseconds: 1_000)
    var (line, item) = deliveredDuringARead(now)
    item.attempts = 1
    line.reopened()
    let placement = line.add(item)
    let step = line.next(at: now)
    #expect(placement == .first && step == .send(item))
  }

  @Test("Only so many settled events are remembered; an older one may be sent a second time")
  func remembered() {
    let now = DateTime(milliseconds: 1_000)
    var (line, item) = deliveredDuringARead(now)
    var other = item
    for event in 8..<(8 + Int64(DeliveryLine.mostRemembered)) {
      other.event = event
      _ = line.add(other)
      _ = line.next(at: now)
      _ = line.finished(event, isAccepted: true, at: now)
      _ = line.settled(event, next: nil)
    }
    item.attempts = 1
    let (newest, oldest) = (line.add(other), line.add(item))
    #expect(newest == .gone && oldest == .first)
  }
}
