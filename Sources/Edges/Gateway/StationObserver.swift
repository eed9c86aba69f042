public import CSMSCore
public import OCPPJSON
import Synchronization

/// Whoever cares for stations hears here what they do. Called on the threads of loops.
public protocol StationObserver: AnyObject, Sendable {
  /// A station of which keys are in doubt came in with one of them.
  func cameIn(_ station: Text, with key: UsedKey)
  /// A station booted; that is on record, and it was answered so.
  func booted(_ station: Text, _ registration: Registration)
  /// A station answered a call of ours. Whoever asked hears of it once `done` was called.
  func answered(
    _ station: Text, action: UInt8, request: [UInt8], response: [UInt8],
    done: @escaping @Sendable () -> Void)
}

extension StationObserver {
  public func cameIn(_ station: Text, with key: UsedKey) {}
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
