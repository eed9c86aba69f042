import CSMSCore
import OCPPJSON
import Testing

private let minute: Int64 = 60_000
private let day = 24 * hour

@Suite("Delivery under a clock that is wrong for a while")
struct DeliveryLineClockTests {
  /// A receiver that is down, and ninety events that wait for it.
  private func waiting() -> Workshop {
    var shop = Workshop()
    shop.receiver = { _ in (false, 20) }
    for event in 1...90 { shop.happens(Int64(event), lane: Int64(event % 3)) }
    shop.run(10 * minute)
    return shop
  }

  private func isInOrder(_ shop: Workshop) -> Bool {
    (0..<3).allSatisfy { lane in
      let mine = shop.delivered.filter { $0 % 3 == Int64(lane) }
      return mine == mine.sorted()
    }
  }

  @Test("After a minute under a clock three days ahead, what waits is sent as soon as ever")
  func ahead() {
    var shop = waiting()
    shop.now.milliseconds += 3 * day
    shop.run(minute)
    #expect(shop.parked.isEmpty)

    shop.now.milliseconds -= 3 * day
    shop.receiver = { _ in (true, 20) }
    shop.run(7 * minute)

    #expect(shop.delivered.count == 90)
    #expect(isInOrder(shop))
  }

  @Test("So it is after a restart, with times of the wrong clock on record")
  func restarted() {
    var shop = waiting()
    shop.now.milliseconds += 3 * day
    shop.run(minute)
    shop.now.milliseconds -= 3 * day
    shop.line = DeliveryLine(seed: 2)
    for item in shop.waiting { _ = shop.line.add(item) }
    shop.receiver = { _ in (true, 20) }
    shop.run(minute)
    #expect(shop.delivered.count == 90)
    #expect(isInOrder(shop))
  }

  @Test(
    "A clock that stays ahead gives up what waited a day later, and what came since in its time")
  func stays() {
    var shop = waiting()
    shop.now.milliseconds += 3 * day
    shop.run(12 * hour)
    shop.happens(91, lane: 7)
    shop.run(11 * hour)
    #expect(shop.parked.isEmpty)
    shop.run(2 * hour)
    #expect(shop.parked.count == 90)
    shop.run(12 * hour)
    #expect(shop.parked.count == 91)
  }

  @Test("A clock that is right again gives up after the day that was meant")
  func back() {
    var shop = waiting()
    shop.now.milliseconds += 3 * day
    shop.run(minute)
    shop.now.milliseconds -= 3 * day
    shop.run(23 * hour)
    #expect(shop.parked.isEmpty)
    shop.run(2 * hour)
    #expect(shop.parked.count == 90)
  }

  @Test("What somebody wants sent again is due at once, and before what came after it")
  func redelivered() {
    var shop = Workshop()
    shop.receiver = { _ in (false, 20) }
    shop.happens(1, lane: 1)
    shop.run(10 * minute)
    let now = shop.now
    shop.line.reopened()
    var again = shop.waiting[0]
    again.attempts = 0
    again.nextAt = now
    // An older one of the same session, which was parked.
    let older = DeliveryItem(event: 0, lane: 1, attempts: 0, nextAt: now, until: again.until)
    var places = [shop.line.add(again)]
    var alone = shop.line
    let first = alone.next(at: now)
    places.append(shop.line.add(older))
    let step = shop.line.next(at: now)
    #expect(places == [.behind, .first])
    #expect(first == .send(again))
    #expect(step == .send(older))
  }
}
