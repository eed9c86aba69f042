import OCPPJSON
import Synchronization

/// How often one may knock at the stations' door. Whoever does so more often is told 429 before
/// anything is looked up or compared.
///
/// What a station may is taken from it only once it has shown who it is, so that nobody else can use
/// it up; whoever shows nothing good pays with what his address may fail.
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

  /// Whether a handshake is looked at.
  func admits(_ station: Text, from peer: String, now: UInt64) -> Bool {
    let address = SecurityIncident.address(of: peer)
    return state.withLock {
      $0.failures.has(address, now: now) && $0.stations.has(station.description, now: now)
    }
  }

  /// Takes one from a station that has shown who it is; false when another loop was quicker.
  func cameIn(_ station: Text, now: UInt64) -> Bool {
    state.withLock { $0.stations.take(station.description, now: now) }
  }

  func failed(from peer: String, now: UInt64) {
    let address = SecurityIncident.address(of: peer)
    state.withLock { _ = $0.failures.take(address, now: now) }
  }
}
