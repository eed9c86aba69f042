import OCPPJSON
import Synchronization

/// How often one may knock at the stations' door. Whoever does so more often is told 429 before
/// anything is looked up or compared.
final class DoorLimits: Sendable {
  /// Stations and addresses that are told apart.
  static let nameLimit = 65_536

  private struct State {
    var stations: TokenBuckets
    var failures: TokenBuckets
  }

  private let state: Mutex<State>

  init(_ configuration: GatewayConfiguration) {
    state = Mutex(
      State(
        stations: TokenBuckets(configuration.handshakesPerStation, limit: Self.nameLimit),
        failures: TokenBuckets(configuration.failuresPerAddress, limit: Self.nameLimit)))
  }

  func admits(_ station: Text, from peer: String, now: UInt64) -> Bool {
    let address = SecurityIncident.address(of: peer)
    return state.withLock {
      $0.failures.has(address, now: now) && $0.stations.take(station.description, now: now)
    }
  }

  func failed(from peer: String, now: UInt64) {
    let address = SecurityIncident.address(of: peer)
    state.withLock { _ = $0.failures.take(address, now: now) }
  }
}
