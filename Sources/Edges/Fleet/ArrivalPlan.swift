#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// When drivers come and how long they stay.
///
/// Time can be compressed: with a speed of 60 a day of drivers takes 24 minutes. Everything a driver
/// does is then 60 times as short and every battery 60 times as small, so that powers, clocks and
/// registers stay what real ones would be.
public struct ArrivalPlan: Sendable, Equatable {
  /// How arrivals spread over a day.
  public enum Pattern: String, Sendable, CaseIterable {
    /// The same all day.
    case steady
    /// Quiet at night, peaks at nine and at six in the evening.
    case city
    /// Nearly everybody at nine.
    case office
    /// Nearly everybody after six in the evening, through the night.
    case home
  }

  public var pattern = Pattern.city
  /// Drivers per connector and day.
  public var visitsPerDay = 6.0
  /// How often a driver's time goes into ours.
  public var speed = 1.0
  /// The hour of the drivers' day at which the fleet begins, 0…23.
  public var startHour = 8

  public init() {}

  static let day: Double = 86_400_000

  /// The wait from `now`, in milliseconds since the fleet began, until the next driver comes.
  func wait(from now: Int64, _ chance: inout FleetChance) -> Int64 {
    let weights = pattern.weights
    let mean = Double(weights.reduce(0, +)) / Double(weights.count)
    let peak = Double(weights.max() ?? 1) / mean
    // Arrivals at the rate of the peak, of which those are passed over that the hour does not have.
    let peakInterval = Self.day / max(visitsPerDay, 0.001) / peak
    var wait = 0.0
    while true {
      wait += -log(1 - chance.fraction()) * peakInterval
      let time = Double(startHour) * 3_600_000 + Double(now) * speed + wait
      let hour = Int(time / 3_600_000) % 24
      if chance.fraction() < Double(weights[hour]) / mean / peak || wait > 100 * Self.day {
        return max(1, Int64(min(wait / speed, 1e15)))
      }
    }
  }

  /// A driver's milliseconds in ours; at least `least` where something must be seen to happen.
  func compressed(_ milliseconds: Int64, least: Int64 = 1) -> Int64 {
    max(least, Int64(Double(milliseconds) / max(speed, 0.001)))
  }
}

extension ArrivalPlan.Pattern {
  /// By hour.
  fileprivate var weights: [Int] {
    switch self {
    case .steady: [Int](repeating: 10, count: 24)
    case .city:
      [3, 2, 1, 1, 1, 3, 8, 16, 22, 24, 18, 15, 17, 16, 14, 15, 18, 23, 25, 20, 14, 9, 6, 4]
    case .office: [0, 0, 0, 0, 0, 1, 8, 40, 90, 60, 15, 6, 10, 12, 4, 2, 1, 1, 0, 0, 0, 0, 0, 0]
    case .home: [4, 2, 1, 1, 1, 2, 2, 1, 1, 1, 2, 2, 3, 3, 4, 6, 14, 40, 70, 60, 40, 25, 14, 8]
    }
  }
}
