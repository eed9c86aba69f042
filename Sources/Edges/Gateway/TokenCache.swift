public import CSMSCore
public import OCPPJSON
import Synchronization

/// All tokens on record, in memory: an authorization never waits for the disk. Filled from the store
/// when the server starts, kept in step with it by whoever changes tokens.
public final class TokenCache: TokenDirectory {
  private let tokens = Mutex<[Text: TokenRecord]>([:])

  public init() {}

  public func record(of idTag: Text) -> TokenRecord? {
    let key = idTag.caseFolded
    return tokens.withLock { $0[key] }
  }

  public func set(_ record: TokenRecord) {
    let key = record.idTag.caseFolded
    tokens.withLock { $0[key] = record }
  }

  /// False when there was no such token.
  @discardableResult
  public func remove(_ idTag: Text) -> Bool {
    let key = idTag.caseFolded
    return tokens.withLock { $0.removeValue(forKey: key) != nil }
  }

  public var count: Int { tokens.withLock { $0.count } }
}
