public import CSMSCore
public import OCPPJSON
import Synchronization

/// Whoever cares for stations hears here what they do. Called on the threads of loops.
public protocol StationObserver: AnyObject, Sendable {
  /// A station of which keys are in doubt came in with one of them.
  func cameIn(_ station: Text, with key: UsedKey)
  /// A station's socket is open.
  func connected(_ station: Text)
  /// Looks at a certificate signing request; nil when it is not taken. Called while the station waits.
  /// - Parameter isProven: whether the station has shown who it is.
  func judge(_ csr: Text, of station: Text, isProven: Bool) -> CertificateRequest?
  /// A station's request for a certificate is on record.
  func requestedCertificate(_ station: Text)
  /// A station booted; that is on record, and it was answered so.
  func booted(_ station: Text, _ registration: Registration)
  /// A station sent a Heartbeat.
  func heartbeat(_ station: Text, at now: DateTime)
  /// A station connected, or its connection ended; `Gateway.isConnected` says how it is now.
  func cameOrWent(_ station: Text)
  /// A station answered a call of ours. Whoever asked hears of it once `done` was called.
  func answered(
    _ station: Text, action: UInt8, request: [UInt8], response: [UInt8],
    done: @escaping @Sendable () -> Void)
}

extension StationObserver {
  public func cameIn(_ station: Text, with key: UsedKey) {}
  public func connected(_ station: Text) {}
  public func judge(_ csr: Text, of station: Text, isProven: Bool) -> CertificateRequest? { nil }
  public func requestedCertificate(_ station: Text) {}
}

/// Holds the observer, which holds the gateway.
final class ObserverSeat: Sendable {
  private struct Weak: Sendable { weak var observer: (any StationObserver)? }
  private let seat = Mutex(Weak())

  var observer: (any StationObserver)? {
    get { seat.withLock { $0.observer } }
    set { seat.withLock { $0.observer = newValue } }
  }
}
