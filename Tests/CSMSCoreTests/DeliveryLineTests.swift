import CSMSCore
import OCPPJSON
import Testing

private let minute: Int64 = 60_000
let hour: Int64 = 3_600_000

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
}
