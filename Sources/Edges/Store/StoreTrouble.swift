internal import Synchronization

/// What keeps the store from writing, for as long as it does. Set on the writer's thread, asked on any.
final class StoreTrouble: Sendable {
  private struct State {
    var error: StoreError?
    /// What no commit ends: only a restart.
    var lasting: StoreError?
    /// Nil in memory, and until the database is open.
    var place: StorePlace?
    var isProbing = false
  }

  private let state = Mutex(State())
  private let onError: @Sendable (StoreError) -> Void

  /// - Parameter onError: told once of trouble that stays.
  init(onError: @escaping @Sendable (StoreError) -> Void = { _ in }) { self.onError = onError }

  var error: StoreError? {
    get { state.withLock { $0.lasting ?? $0.error } }
    set { state.withLock { $0.error = newValue } }
  }

  var lasting: StoreError? { state.withLock { $0.lasting } }

  /// From now on nothing is written any more: what would be acknowledged might not be there after
  /// the operator did what has to be done. Said once; the first trouble is the one that counts.
  func stay(_ error: StoreError) {
    let isNews = state.withLock { state in
      if state.lasting != nil { return false }
      state.lasting = error
      return true
    }
    if isNews { onError(error) }
  }

  /// From now on `checkPlace` compares.
  func watch(_ place: StorePlace) { state.withLock { $0.place = place } }

  /// Whether the files are where they were; when not, that is trouble that stays.
  func checkPlace() {
    let place = state.withLock { $0.lasting == nil ? $0.place : nil }
    if let loss = place?.loss { stay(loss) }
  }

  /// Whether to try a write now: there is trouble, and nobody else is trying.
  func beginProbe() -> Bool {
    state.withLock { state in
      if state.error == nil || state.lasting != nil || state.isProbing { return false }
      state.isProbing = true
      return true
    }
  }

  func endProbe() { state.withLock { $0.isProbing = false } }
}

extension SQLiteStore {
  /// Why the last commit failed, when it did and nothing was written since: a full disk, say. Until it
  /// is over every fact's receipt is `failed`; what was acknowledged before is not touched. A damaged
  /// database stays one until a restart, even when a commit that touches sound pages would succeed.
  public var trouble: StoreError? {
    troubles.checkPlace()
    return troubles.error
  }

  /// Finds out whether the store can write again, if it could not: trouble ends with a commit, and one
  /// who hears of it may send nothing any more.
  public func probe() {
    guard troubles.beginProbe() else { return }
    write({ editor throws(StoreError) in try editor.touch() }) { [troubles] _ in troubles.endProbe()
    }
  }
}

extension StoreEditor {
  /// Writes what is there already.
  fileprivate func touch() throws(StoreError) {
    try database.execute("UPDATE counters SET value = value WHERE name = 'transactions'")
  }
}

extension LedgerWriter {
  /// A commit succeeded (nil) or failed.
  func note(_ trouble: StoreError?) {
    if trouble == nil && !isInTrouble { return }
    if let trouble, trouble.code == .corrupt { troubles.stay(.damaged(database.path, by: trouble)) }
    isInTrouble = trouble != nil
    troubles.error = trouble
  }
}
