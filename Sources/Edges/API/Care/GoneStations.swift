import CSMSCore
import Gateway
import OCPPJSON
import ServerLog
import Store
import Synchronization

/// Closes the transactions of stations that have been away for too long. Who is away is known from
/// the sockets alone; a server that has just started has seen nobody leave, and waits the whole time.
final class GoneStations: Sendable {
  /// How often it looks, in milliseconds.
  static let interval: UInt64 = 60_000

  private let gateway: Gateway
  private let store: SQLiteStore
  private let log: ServerLog
  private let startedAt: DateTime
  /// When stations with open transactions were connected last; no others are in here.
  private let heard = Mutex<[Text: DateTime]>([:])

  init(_ gateway: Gateway, _ store: SQLiteStore, _ log: ServerLog, startedAt: DateTime) {
    self.gateway = gateway
    self.store = store
    self.log = log
    self.startedAt = startedAt
  }

  /// Looks once.
  func sweep(now: DateTime, _ completion: @escaping @Sendable () -> Void = {}) {
    store.read { (reader) throws(StoreError) in
      try reader.stationsWithOpenTransactions()
    } completion: { [self] result in
      guard case .success(let stations) = result else { return completion() }
      let gone = self.gone(of: stations, now)
      if gone.isEmpty { return completion() }
      store.write { (editor) throws(StoreError) in
        for (station, lastHeard) in gone {
          try editor.reconcileTransactions(ofGone: station, lastHeard: lastHeard, at: now)
        }
      } completion: { [self] result in
        if case .failure(let error) = result { log.error("store: \(error)") }
        for (station, lastHeard) in gone {
          log.info("station \(station) is gone since \(lastHeard): its transactions are closed")
        }
        completion()
      }
    }
  }

  private func gone(
    of stations: [(identity: Text, lastSeen: DateTime?)], _ now: DateTime
  ) -> [(Text, DateTime)] {
    let limit = Int64(gateway.configuration.goneAfter) * 1000
    return heard.withLock { heard in
      var gone: [(Text, DateTime)] = []
      var kept: [Text: DateTime] = [:]
      for (identity, lastSeen) in stations {
        if gateway.isConnected(identity) {
          kept[identity] = now
          continue
        }
        let last = max(heard[identity] ?? startedAt, lastSeen ?? startedAt)
        kept[identity] = last
        if now.milliseconds - last.milliseconds > limit { gone.append((identity, last)) }
      }
      heard = kept
      return gone
    }
  }
}
