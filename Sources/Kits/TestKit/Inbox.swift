import Foundation

/// What other threads leave for the test's thread. Taking waits, but not for ever.
///
/// `@unchecked Sendable`: everything is used under the condition's lock.
public final class Inbox<Item: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var items: [Item] = []

  public init() {}

  public func post(_ item: Item) {
    condition.lock()
    items.append(item)
    condition.signal()
    condition.unlock()
  }

  /// The oldest item; nil when none comes within `seconds`.
  public func take(within seconds: Double = TestKit.patience) -> Item? {
    let limit = Date(timeIntervalSinceNow: seconds)
    condition.lock()
    defer { condition.unlock() }
    while items.isEmpty {
      if !condition.wait(until: limit) && items.isEmpty { return nil }
    }
    return items.removeFirst()
  }

  /// How many items wait.
  public var count: Int {
    condition.lock()
    defer { condition.unlock() }
    return items.count
  }
}

/// What all tests share.
public enum TestKit {
  /// Seconds after which a test that waits gives up: only ever reached by a test that fails.
  public static let patience = 20.0

  /// Looks again and again until something is so; false when it does not become so in time. For facts
  /// that announce themselves to nobody. Between two looks the core is left to what is waited for.
  public static func eventually(
    within seconds: Double = patience, _ isSo: () throws -> Bool
  ) rethrows -> Bool {
    let limit = Date(timeIntervalSinceNow: seconds)
    while Date() < limit {
      if try isSo() { return true }
      usleep(500)
    }
    return try isSo()
  }
}
