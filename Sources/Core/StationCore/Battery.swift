public import OCPPJSON

/// An electric vehicle as the charger sees it: it draws what it can take, less when nearly full.
/// Integers only: watts, milliseconds, tenths of a percent.
public struct Battery: Sendable, Equatable {
  /// In Wh.
  public var capacity: Int64
  /// In per mille of the capacity, when the cable went in.
  public var initialCharge: Int64
  /// In W, what the vehicle takes at most.
  public var maximumPower: Int64

  /// From this state of charge on, in per mille, the vehicle draws less and less.
  static var taperStart: Int64 { 800 }
  /// How long the vehicle takes to reach full power, in milliseconds.
  static var rampTime: Int64 { 10_000 }

  public init(capacity: Int64 = 58_000, initialCharge: Int64 = 220, maximumPower: Int64 = 22_000) {
    self.capacity = max(capacity, 1)
    self.initialCharge = initialCharge
    self.maximumPower = maximumPower
  }

  /// The state of charge in per mille after `energy` Wh went in.
  public func charge(after energy: Int64) -> Int64 {
    min(1000, initialCharge + energy * 1000 / capacity)
  }

  /// What the vehicle draws, in W, `elapsed` milliseconds after the contactor closed.
  public func power(elapsed: Int64, energy: Int64, offered: Int64) -> Int64 {
    let charge = charge(after: energy)
    if charge >= 1000 { return 0 }
    var power = min(maximumPower, offered)
    if elapsed < Battery.rampTime { power = power * max(elapsed, 0) / Battery.rampTime }
    if charge > Battery.taperStart {
      // Down to a tenth of full power when full.
      let left = 1000 - charge
      power = power * (100 + 900 * left / (1000 - Battery.taperStart)) / 1000
    }
    return power
  }
}

/// A meter that counts what flows through it.
public struct EnergyMeter: Sendable, Equatable {
  /// In W·ms, so that nothing is lost between readings.
  private var wattMilliseconds: Int64
  private var readAt: DateTime?

  /// A register that shows `energy` Wh.
  public init(register energy: Int64) { wattMilliseconds = energy * 3_600_000 }

  /// In Wh.
  public var register: Int64 { wattMilliseconds / 3_600_000 }

  /// Counts `power` W from the last call until now.
  public mutating func advance(to now: DateTime, power: Int64) {
    if let before = readAt, before < now {
      wattMilliseconds += power * (now.milliseconds - before.milliseconds)
    }
    readAt = now
  }
}
