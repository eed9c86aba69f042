import Gateway
import OCPPJSON

extension Services {
  /// A station is on record: who may connect, and whose it is.
  /// - Parameter since: since when, if it was not that company's before.
  func admit(_ station: Text, isEnabled: Bool, _ company: Text?, since: DateTime) {
    gateway.directory.update(station) { access in
      access = access ?? StationAccess()
      access?.isEnabled = isEnabled
    }
    if ownership.company(of: station) != company {
      ownership.set(station, company, since: since)
    }
    if !isEnabled { _ = gateway.disconnect(station, reason: "Its access was changed.") }
  }

  func forget(_ station: Text) {
    gateway.forget(station)
    ownership.forget(station)
  }
}
