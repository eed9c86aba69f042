public import CSMSCore
public import OCPPJSON

/// A signature that is good once.
public struct SignatureUse: Sendable {
  public var signature: Text
  /// What was signed, in seconds.
  public var time: Int64
  /// Signatures of before this, in seconds, are taken by nobody and forgotten.
  public var forgetBefore: Int64

  public init(_ signature: Text, of time: Int64, forgetBefore: Int64) {
    self.signature = signature
    self.time = time
    self.forgetBefore = forgetBefore
  }
}

extension StoreEditor {
  /// Notes that a signature was used, in the commit of what it was used for; false when it was before.
  public func spend(_ use: SignatureUse) throws(StoreError) -> Bool {
    if try reader.isSpent(use.signature) { return false }
    try writer.spend(use)
    return true
  }
}

extension StoreReader {
  /// Whether a signature was used.
  public func isSpent(_ signature: Text) throws(StoreError) -> Bool {
    let query = try database.statement("SELECT 1 FROM spent_signatures WHERE signature = ?")
    defer { query.reset() }
    return try query.bind(signature).step()
  }
}

extension LedgerWriter {
  func spend(_ use: SignatureUse) throws(StoreError) {
    try database.statement("DELETE FROM spent_signatures WHERE time < ?").bind(use.forgetBefore)
      .run()
    try database.statement("INSERT INTO spent_signatures(signature, time) VALUES (?, ?)")
      .bind(use.signature).bind(use.time).run()
  }

  /// Keeps what a signed request told, once. One thread writes: between the look and the commit nobody
  /// else spends it.
  /// - Returns: nil for a signature that was used before.
  fileprivate func keep(_ entry: FactEntry, spending use: SignatureUse) -> Receipt? {
    do throws(StoreError) {
      if try StoreReader(database).isSpent(use.signature) { return nil }
    } catch {
      onError(error)
      return .failed
    }
    return keep([entry], spending: use)[0].receipt
  }
}

extension SQLiteStore {
  /// Records what a signed request told, and that its signature was used: both or neither.
  /// - Parameter deliver: called once, from any thread; nil for a signature that was used before.
  public func record(
    _ entry: FactEntry, spending use: SignatureUse,
    deliver: @escaping @Sendable (Receipt?) -> Void
  ) {
    let posted = writing.post(.edit({ deliver($0.keep(entry, spending: use)) }))
    if posted != .taken { deliver(.failed) }
  }
}
