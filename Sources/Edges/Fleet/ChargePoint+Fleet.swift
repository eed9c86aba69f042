import StationCore

/// What a fleet asks of its charge points.
extension ChargePoint {
  /// Lets go of the room that a new one has; the lane lends its own for each event.
  mutating func giveUpRoom() {
    var none = Output(steps: 0, bytes: 0)
    exchangeOutput(with: &none)
  }

  func hasTransaction(_ connector: Int) -> Bool { view(connector)?.transaction != nil }
}
