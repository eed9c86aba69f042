public import OCPPJSON

extension ProfileStore {
  /// Shares the station's limit out over the connectors that charge (§3.13.3, CP16-56): each gets at
  /// most its own limit, together at most the station's. Afterwards `load` has the share of each
  /// connector under its number, and why. Returns the first instant at which a limit changes.
  ///
  /// In amperes every connector counts as if it used the same phase, so that no phase is overloaded
  /// however the vehicles are wired.
  ///
  /// - Parameters:
  ///   - connectors: those that charge.
  ///   - minimumMilliamps: the least a vehicle can charge with: 6 A (IEC 61851). A profile's minimum
  ///     rate counts where it is more.
  ///   - turn: see `LoadShare.share(turn:)`.
  ///   - load: with room for one node and the connectors; those in it and not in `connectors` go.
  public func share(
    _ connectors: [ChargingConnector], supply: Supply, at now: DateTime, in unit: RateUnit,
    minimumMilliamps: Int64 = 6000, turn: Int, load: inout LoadShare
  ) -> DateTime? {
    let station = limit(of: ChargingConnector(number: 0, supply: supply), at: now, in: unit)
    var until = station.until?.seconds ?? ProfileSpan.never
    if load.nodes.isEmpty { _ = load.addNode(limit: nil) }
    load.setLimit(station.limit, ofNode: 0)
    load.keep { key in connectors.indices.contains { connectors[$0].number == key } }
    for index in connectors.indices {
      let own = limit(of: connectors[index], at: now, in: unit)
      until = min(until, own.until?.seconds ?? ProfileSpan.never)
      let least = connectors[index].supply.converted(
        minimumMilliamps, from: .amperes, to: unit,
        phases: connectors[index].supply.phases(allowed: own.phases))
      let isKnown = load.setDemand(
        of: connectors[index].number, below: 0, minimum: max(least, own.minimumRate ?? 0),
        maximum: own.limit ?? StoreLimits.largestAmount)
      precondition(isKnown, "a load share has room for every connector of its station")
    }
    load.share(turn: turn)
    return DateTime(seconds: until)
  }
}
