import CSMSCore
import Gateway
import Network
import OCPPJSON
import ServerLog
import Store
import Synchronization

/// Puts on record who is connected, and tells those who listen when that changes. What it says is
/// what the gateway says at the moment of writing, so that a station that comes and goes faster than
/// the disk turns is not told of.
final class PresenceDesk: Sendable {
  private struct State {
    var stations: Set<Text> = []
    var isWriting = false
  }

  private let state = Mutex(State())
  private let gateway: Gateway
  private let store: SQLiteStore
  private let log: ServerLog
  private let clock: @Sendable () -> DateTime

  /// Stations written in one commit.
  private static let batch = 1_000
  /// Milliseconds until what could not be written is tried again.
  private static let patience: UInt64 = 5_000

  init(
    _ gateway: Gateway, _ store: SQLiteStore, _ log: ServerLog,
    _ clock: @escaping @Sendable () -> DateTime
  ) {
    self.gateway = gateway
    self.store = store
    self.log = log
    self.clock = clock
  }

  /// A station came or went.
  func changed(_ station: Text) {
    state.withLock { _ = $0.stations.insert(station) }
    write()
  }

  /// After a restart: stations that were connected and have not come back within the grace are gone.
  func watch(graceMilliseconds: UInt64) {
    let loop = gateway.shards[0].loop
    loop.execute { [weak self] in
      loop.schedule(afterMilliseconds: graceMilliseconds) { [weak self] in self?.sweep() }
      loop.schedule(afterMilliseconds: Self.patience, repeating: Self.patience) { [weak self] in
        self?.write()
      }
    }
  }

  private func sweep() {
    store.read { (reader) throws(StoreError) in
      try reader.stationsPresent()
    } completion: { [weak self] result in
      guard let self else { return }
      switch result {
      case .success(let stations):
        let gone = stations.filter { !self.gateway.isConnected($0) }
        state.withLock { $0.stations.formUnion(gone) }
        write()
      case .failure(let error): log.error("store: \(error)")
      }
    }
  }

  private func write() {
    let stations = state.withLock { state -> [Text] in
      if state.isWriting || state.stations.isEmpty { return [] }
      state.isWriting = true
      let some = Array(state.stations.prefix(Self.batch))
      state.stations.subtract(some)
      return some
    }
    if stations.isEmpty { return }
    let now = clock()
    let gateway = gateway
    store.write { (editor) throws(StoreError) in
      try editor.setPresence(stations.map { ($0, gateway.isConnected($0)) }, at: now)
    } completion: { [self] result in
      state.withLock { $0.isWriting = false }
      switch result {
      case .success: write()
      case .failure(let error):
        // Until the store takes it; one that is closed takes nothing more.
        if error.code == .closed { return }
        log.error("store: \(error)")
        state.withLock { $0.stations.formUnion(stations) }
      }
    }
  }
}
