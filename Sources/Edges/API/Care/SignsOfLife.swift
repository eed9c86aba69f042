import Gateway
import OCPPJSON
import ServerLog
import Store
import Synchronization

/// Heartbeats: they promise nothing and wait for nothing, so they are gathered here and kept a few
/// seconds later, all stations in one commit. Until then whoever asks hears of them from here.
final class SignsOfLife: Sendable {
  /// How often they are kept, in milliseconds; a crash loses as many.
  static let interval: UInt64 = 2_000

  private struct State {
    /// At most one of each station.
    var fresh: [Text: DateTime] = [:]
    /// On their way to the disk.
    var leaving: [Text: DateTime] = [:]
  }

  private let store: SQLiteStore
  private let log: ServerLog
  private let state = Mutex(State())

  init(_ store: SQLiteStore, _ log: ServerLog) {
    self.store = store
    self.log = log
  }

  /// A station showed that it is alive.
  func note(_ station: Text, at now: DateTime) {
    state.withLock { $0.fresh[station] = now }
  }

  /// The newest of what is on record and what was heard since.
  func last(of station: Text, onRecord: DateTime?) -> DateTime? {
    let heard = state.withLock { $0.fresh[station] ?? $0.leaving[station] }
    guard let heard else { return onRecord }
    return max(heard, onRecord ?? heard)
  }

  /// Keeps what was heard; nothing while the last time is not over.
  func keep() {
    let heard: [Text: DateTime] = state.withLock { state in
      guard state.leaving.isEmpty, !state.fresh.isEmpty else { return [:] }
      swap(&state.fresh, &state.leaving)
      return state.leaving
    }
    if heard.isEmpty { return }
    store.write { (editor) throws(StoreError) in
      for (station, at) in heard { try editor.noteSignOfLife(of: station, at: at) }
    } completion: { [self] result in
      if case .failure(let error) = result { log.error("store: \(error)") }
      state.withLock { $0.leaving = [:] }
    }
  }
}
