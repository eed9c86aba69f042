public import OCPPJSON
import Synchronization

/// Something at the door that may be an attack.
public struct SecurityIncident: Sendable, Equatable {
  /// What it is, in the words of the security whitepaper where it has one.
  public enum Kind: String, Sendable, CaseIterable {
    case failedToAuthenticate = "FailedToAuthenticateStation"
    case invalidCertificate = "InvalidStationCertificate"
    case unknownStation = "UnknownStation"
    case failedTLSHandshake = "FailedTLSHandshake"
    case tooManyHandshakes = "TooManyHandshakes"
    case tooManyBadMessages = "TooManyBadMessages"
    case invalidAPIKey = "InvalidAPIKey"
    case failedSignIn = "FailedSignIn"
    case foreignWebPage = "ForeignWebPage"
  }

  public var kind: Kind
  public var station: Text?
  /// `address:port`.
  public var remoteAddress: String
  public var detail: String
  /// Like ones before it from the same address that were not passed on.
  public var suppressed: Int

  /// The address without its port.
  static func address(of peer: String) -> String {
    String(peer[..<(peer.lastIndex(of: ":") ?? peer.endIndex)])
  }
}

/// Passes incidents on to whoever keeps them, so many per address and kind and so many in all: an
/// attacker cannot fill the disk with them.
public final class SecurityDesk: Sendable {
  /// Of one kind, from one address.
  static let perAddress = RateLimit(burst: 10, perSecond: 1.0 / 60)
  /// Of all kinds, from everywhere.
  static let inAll = RateLimit(burst: 200, perSecond: 5)
  /// Addresses that are told apart.
  static let addressLimit = 4_096

  public typealias Keeper = @Sendable (SecurityIncident) -> Void

  private struct State {
    var keeper: Keeper?
    var all = TokenBucket(SecurityDesk.inAll, now: 0)
    var byAddress = TokenBuckets(SecurityDesk.perAddress, limit: SecurityDesk.addressLimit)
    var suppressed: [String: Int] = [:]
  }

  private let state = Mutex(State())

  public init() {}

  /// Tells where incidents go from now on.
  public func attach(_ keeper: @escaping Keeper) { state.withLock { $0.keeper = keeper } }

  public func report(
    _ kind: SecurityIncident.Kind, station: Text? = nil, from peer: String, _ detail: String,
    nowMilliseconds now: UInt64
  ) {
    let name = "\(kind.rawValue) \(SecurityIncident.address(of: peer))"
    let passed: (Keeper, Int)? = state.withLock { state in
      guard let keeper = state.keeper else { return nil }
      guard state.byAddress.take(name, now: now), state.all.take(Self.inAll, now: now) else {
        if state.suppressed[name] != nil || state.suppressed.count < Self.addressLimit {
          state.suppressed[name, default: 0] += 1
        }
        return nil
      }
      return (keeper, state.suppressed.removeValue(forKey: name) ?? 0)
    }
    guard let (keeper, suppressed) = passed else { return }
    keeper(
      SecurityIncident(
        kind: kind, station: station, remoteAddress: peer, detail: detail, suppressed: suppressed))
  }
}
