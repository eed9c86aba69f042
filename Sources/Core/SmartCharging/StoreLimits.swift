/// How much a `ProfileStore` holds: set at start-up, reported as the configuration keys of §9.4.
public struct StoreLimits: Sendable, Equatable {
  /// `MaxChargingProfilesInstalled`.
  public let profiles: Int
  /// `ChargingScheduleMaxPeriods`.
  public let periodsPerProfile: Int
  /// `ChargeProfileMaxStackLevel`: the highest level, not their number.
  public let highestStackLevel: Int
  /// The connectors, 0 not counted.
  public let connectors: Int
  /// `ChargingScheduleAllowedChargingRateUnit`.
  public let allowsAmperes: Bool
  public let allowsWatts: Bool

  public init(
    profiles: Int = 16, periodsPerProfile: Int = 24, highestStackLevel: Int = 8,
    connectors: Int, allowsAmperes: Bool = true, allowsWatts: Bool = true
  ) {
    precondition(profiles >= 1 && periodsPerProfile >= 1, "a store holds something")
    precondition(connectors >= 1 && highestStackLevel >= 0, "a station has a connector and a level")
    self.profiles = profiles
    self.periodsPerProfile = periodsPerProfile
    self.highestStackLevel = highestStackLevel
    self.connectors = connectors
    self.allowsAmperes = allowsAmperes
    self.allowsWatts = allowsWatts
  }

  func allows(_ unit: RateUnit) -> Bool {
    switch unit {
    case .amperes: allowsAmperes
    case .watts: allowsWatts
    }
  }

  /// The memory a full store takes, in bytes: the profiles, and an array of periods for each.
  public var bytes: Int {
    let arrayHeader = 4 * MemoryLayout<Int>.size
    let profile = MemoryLayout<InstalledProfile>.stride
    let periods = periodsPerProfile * MemoryLayout<SchedulePeriod>.stride + arrayHeader
    return arrayHeader + profiles * (profile + periods)
  }

  /// A gigawatt, or a million amperes, in thousandths: beyond any site, and far from the end of 64
  /// bits when multiplied by volts and phases.
  public static var largestAmount: Int64 { 1_000_000_000_000 }
}
