/// How a connector, or the station as a whole, is wired: what amperes and watts mean there.
public struct Supply: Sendable, Equatable {
  /// What the hardware can carry per phase, in milliamperes; nil when nobody said, which leaves a
  /// limit open where no profile sets one.
  public let maximumMilliamps: Int64?
  public let phases: UInt8
  /// Whether fewer phases can be used than are connected. What cannot switch uses all of them, however
  /// few a profile allows, and its watts are reckoned with all.
  public let switchesPhases: Bool
  /// Nominal voltage between a phase and neutral.
  public let volts: Int64

  /// - Parameters:
  ///   - volts: 1…1500.
  ///   - phases: 1…3.
  public init(
    volts: Int64 = 230, phases: UInt8 = 3, maximumMilliamps: Int64? = nil,
    switchesPhases: Bool = false
  ) {
    precondition(volts >= 1 && volts <= 1500, "a supply has 1 to 1500 volts")
    precondition(phases >= 1 && phases <= 3, "a supply has 1 to 3 phases")
    if let maximum = maximumMilliamps {
      precondition(maximum >= 0 && maximum <= StoreLimits.largestAmount, "a maximum is an amount")
    }
    self.volts = volts
    self.phases = phases
    self.switchesPhases = switchesPhases
    self.maximumMilliamps = maximumMilliamps
  }

  /// `amount` in another unit over 1…3 phases, rounded down so that a limit stays a limit.
  public func converted(
    _ amount: Int64, from: RateUnit, to: RateUnit, phases: UInt8
  ) -> Int64 {
    switch (from, to) {
    case (.amperes, .amperes), (.watts, .watts): amount
    case (.amperes, .watts): amount * (volts * Int64(phases))
    case (.watts, .amperes): amount / (volts * Int64(phases))
    }
  }

  /// The same for a least rate, rounded up so that it stays one.
  func convertedUp(_ amount: Int64, from: RateUnit, to: RateUnit, phases: UInt8) -> Int64 {
    let down = converted(amount, from: from, to: to, phases: phases)
    return converted(down, from: to, to: from, phases: phases) < amount ? down + 1 : down
  }

  /// The phases in use when a profile allows so many, which is more than it allows where the others
  /// cannot be switched off.
  func phases(allowed: UInt8?) -> UInt8 {
    guard switchesPhases, let allowed, allowed < phases else { return phases }
    return allowed
  }
}
