import OCPPJSON
import Synchronization

/// Which link holds which station: one seat per station over all shards.
final class SeatingPlan: Sendable {
  private let seats = Mutex<[Text: StationLink]>([:])

  /// Gives the station's seat to the link; the one that had it is returned and must go.
  func take(_ link: StationLink) -> StationLink? {
    seats.withLock { $0.updateValue(link, forKey: link.station) }
  }

  /// Gives the seat up, unless a newer link has it.
  func leave(_ link: StationLink) {
    seats.withLock { seats in
      if seats[link.station] === link { seats[link.station] = nil }
    }
  }

  func link(of station: Text) -> StationLink? { seats.withLock { $0[station] } }

  func isConnected(_ station: Text) -> Bool { link(of: station) != nil }

  var count: Int { seats.withLock { $0.count } }
}
