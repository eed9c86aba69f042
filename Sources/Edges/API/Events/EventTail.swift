import CSMSCore
import Network
import OCPPJSON
import Store
import Synchronization

/// One client that follows the events by Server-Sent Events.
///
/// It reads from the store after what it has sent, so that one who is slow, or was away, misses
/// nothing as long as the events are kept.
///
/// `@unchecked Sendable`: everything but `wake` happens on the loop of its connection.
final class EventTail: @unchecked Sendable {
  enum Limits {
    /// Bytes that may wait for the client; beyond them nothing more is read for it.
    static let bufferedBytes = 262_144
    /// Events read at a time.
    static let page = 200
    /// Milliseconds between comments on a quiet line, so that proxies keep it open.
    static let quiet: UInt64 = 15_000
    /// Milliseconds until a client that takes nothing is looked at again.
    static let pause: UInt64 = 250
  }

  private let feed: EventFeed
  private let query: EventQuery
  private let loop: EventLoop
  /// Whether whoever asked may still see this.
  private let isAllowed: @Sendable () -> Bool
  private let isWoken = Atomic(false)
  private var stream: HTTPStream?
  private var timer: LoopTimer?
  /// Everything up to this event is sent; nil until it is known where to begin.
  private var position: Int64?
  private var isReading = false
  private var readsAgain = false
  private var hasToldGap = false
  private var fullLooks = 0

  var company: Text? { query.company }

  init(
    _ feed: EventFeed, _ query: EventQuery, _ loop: EventLoop,
    isAllowed: @escaping @Sendable () -> Bool
  ) {
    self.feed = feed
    self.query = query
    self.loop = loop
    self.isAllowed = isAllowed
  }

  /// Begins after an event, or with nil after the newest one.
  func start(_ stream: HTTPStream, after last: Int64?) {
    self.stream = stream
    stream.write(Array(": events follow\n\n".utf8))
    timer = loop.schedule(afterMilliseconds: Limits.quiet, repeating: Limits.quiet) { [self] in
      keepAlive()
    }
    feed.follow { [self] result in
      loop.execute { [self] in
        guard case .success(let newest) = result else { return finish() }
        // An id from another database is taken for the newest one.
        position = min(last ?? newest, newest)
        look()
      }
    }
  }

  func end() {
    timer?.cancel()
    timer = nil
    stream = nil
    feed.leave(self)
  }

  /// There are new events. From any thread.
  func wake() {
    let wasWoken = isWoken.exchange(true, ordering: .sequentiallyConsistent)
    if wasWoken { return }
    loop.execute { [self] in
      isWoken.store(false, ordering: .sequentiallyConsistent)
      look()
    }
  }

  private func keepAlive() {
    guard let stream else { return }
    if !isAllowed() { return finish() }
    feed.renew()
    if stream.bufferedBytes == 0 { stream.write(Array(": still here\n\n".utf8)) }
  }

  private func finish() { stream?.finish() }

  /// Reads and sends what is new.
  private func look() {
    guard let stream, let position else { return }
    if !isAllowed() { return finish() }
    if isReading {
      readsAgain = true
      return
    }
    guard stream.bufferedBytes < Limits.bufferedBytes else { return lookLater() }
    fullLooks = 0
    isReading = true
    readsAgain = false
    feed.read(query, after: position, limit: Limits.page) { [self] result in
      loop.execute { [self] in pass(result) }
    }
  }

  private func lookLater() {
    fullLooks += 1
    if Int64(fullLooks) * Int64(Limits.pause) > feed.patience { return finish() }
    isReading = true
    loop.schedule(afterMilliseconds: Limits.pause) { [self] in
      isReading = false
      look()
    }
  }

  private func pass(_ result: Result<EventPage, StoreError>) {
    isReading = false
    guard let stream, let position else { return }
    // It may be over since the read was begun.
    guard isAllowed(), case .success(let page) = result else { return finish() }
    if position < page.floor, !hasToldGap {
      let gap: JSONValue = [
        "after": .string("\(position)"), "through": .string("\(page.floor)"),
      ]
      stream.write(Array("event: gap\ndata: ".utf8) + gap.bytes + Array("\n\n".utf8))
    }
    hasToldGap = true
    for event in page.events {
      stream.write(
        Array("id: \(event.id)\nevent: \(event.type.word)\ndata: ".utf8) + event.body
          + Array("\n\n".utf8))
    }
    self.position = page.through
    if page.through < page.newest || readsAgain { look() }
  }
}
