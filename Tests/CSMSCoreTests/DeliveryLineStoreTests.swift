import CSMSCore
import OCPPJSON
import Testing

@Suite("Delivery while the store is read and written")
struct DeliveryLineStoreTests {
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
