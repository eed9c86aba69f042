/// Events as they happen, without end: `for try await event in csms.events() { … }`. Asked for page by
/// page, so that nothing that is kept is missed, whatever the network does in between.
public struct Events: AsyncSequence, Sendable {
  public typealias Failure = CSMSError

  fileprivate let client: CSMSClient
  fileprivate let filters: [(String, String?)]
  fileprivate let last: String?
  fileprivate let pause: UInt64

  public func makeAsyncIterator() -> Iterator { Iterator(events: self, last: last) }

  public struct Iterator: AsyncIteratorProtocol {
    fileprivate let events: Events
    /// Everything up to this event has been told; nil before the first question.
    fileprivate var last: String?
    private var page: ArraySlice<Event> = []

    fileprivate init(events: Events, last: String?) {
      self.events = events
      self.last = last
    }

    /// The next event; waits until there is one.
    /// - Throws: `.cancelled` when its task is.
    public mutating func next() async throws(CSMSError) -> Event? {
      if last == nil { last = try await newest() }
      while page.isEmpty {
        let answer = try await ask(after: last)
        page = answer.events[...]
        last = answer.lastEventId
        if page.isEmpty, !answer.hasMore { try await wait() }
      }
      return page.removeFirst()
    }

    /// Where the events stand now. Asking says that somebody listens: they are kept from then on.
    private func newest() async throws(CSMSError) -> String {
      var answer = try await ask(after: nil)
      while answer.hasMore { answer = try await ask(after: answer.lastEventId) }
      return answer.lastEventId
    }

    private func ask(after last: String?) async throws(CSMSError) -> EventPage {
      let query = Wire.query(
        events.filters + [("follow", "false"), ("limit", "1000"), ("after", last)])
      return try await events.client.send("GET", "/api/events" + query)
    }

    private func wait() async throws(CSMSError) {
      do { try await Task.sleep(for: .milliseconds(events.pause)) } catch { throw .cancelled }
    }
  }
}

private struct EventPage: Decodable {
  var events: [Event]
  var lastEventId: String
  var hasMore: Bool
}

extension CSMSClient {
  /// What happens from now on, or after an event.
  /// - Parameters:
  ///   - types: the interface's words; nil for all.
  ///   - last: the id of the last event that is known; nil begins with what comes next.
  ///   - pauseMilliseconds: between two questions when there was nothing new.
  public func events(
    _ types: [String]? = nil, station: String? = nil, after last: String? = nil,
    pauseMilliseconds: UInt64 = 1_000
  ) -> Events {
    Events(
      client: self,
      filters: [("types", types?.joined(separator: ",")), ("station_id", station)], last: last,
      pause: pauseMilliseconds)
  }
}
