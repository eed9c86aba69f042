/// A list, fetched page by page while it is walked: `for try await row in …`.
public struct Pages<Element: Sendable>: AsyncSequence, Sendable {
  public typealias Failure = CSMSError

  /// One page of it.
  public struct Page: Sendable {
    public let elements: [Element]
    /// For the page after it; nil on the last one.
    public let nextCursor: String?
  }

  private let fetch: @Sendable (_ cursor: String?) async throws(CSMSError) -> Page

  init(_ fetch: @escaping @Sendable (_ cursor: String?) async throws(CSMSError) -> Page) {
    self.fetch = fetch
  }

  /// A page by itself, for those who page themselves.
  public func page(after cursor: String? = nil) async throws(CSMSError) -> Page {
    try await fetch(cursor)
  }

  /// All of it at once, at most so many.
  public func collected(atMost limit: Int = 10_000) async throws(CSMSError) -> [Element] {
    var all: [Element] = []
    for try await element in self {
      if all.count == limit { break }
      all.append(element)
    }
    return all
  }

  public func makeAsyncIterator() -> Iterator { Iterator(fetch: fetch) }

  public struct Iterator: AsyncIteratorProtocol {
    fileprivate let fetch: @Sendable (_ cursor: String?) async throws(CSMSError) -> Page
    private var page: ArraySlice<Element> = []
    private var cursor: String?
    private var isOver = false

    fileprivate init(
      fetch: @escaping @Sendable (_ cursor: String?) async throws(CSMSError) -> Page
    ) {
      self.fetch = fetch
    }

    public mutating func next() async throws(CSMSError) -> Element? {
      // A page may be empty and have another one behind it.
      while page.isEmpty {
        if isOver { return nil }
        let next = try await fetch(cursor)
        page = next.elements[...]
        cursor = next.nextCursor
        isOver = next.nextCursor == nil
      }
      return page.removeFirst()
    }
  }
}

extension CSMSClient {
  /// A list whose elements stand under a name beside `next_cursor`.
  func pages<Element: Decodable & Sendable>(
    _ path: String, _ name: String, _ filters: [(String, String?)] = [], limit: Int = 100
  ) -> Pages<Element> {
    Pages { [self] (cursor) throws(CSMSError) in
      let query = Wire.query(filters + [("limit", "\(limit)"), ("cursor", cursor)])
      let page: NamedPage<Element> = try await send("GET", path + query)
      return Pages<Element>.Page(
        elements: page.lists[Wire.camel(name)] ?? [], nextCursor: page.nextCursor)
    }
  }
}

/// `{"sites": […], "next_cursor": "…"}`.
private struct NamedPage<Element: Decodable>: Decodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  var lists: [String: [Element]] = [:]
  var nextCursor: String?

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for key in container.allKeys {
      switch key.stringValue {
      case "nextCursor": nextCursor = try container.decode(String?.self, forKey: key)
      // What is no list is not what was asked for.
      case _ where (try? container.nestedUnkeyedContainer(forKey: key)) == nil: break
      default: lists[key.stringValue] = try container.decode([Element].self, forKey: key)
      }
    }
  }
}
