public import OCPPJSON

/// How much may flow, and why.
public struct LimitDecision: Sendable, Equatable {
  /// Thousandths of `unit`; nil when neither a profile nor the hardware sets a limit.
  public var limit: Int64?
  public var unit: RateUnit
  /// How many phases are used; nil when no profile says.
  public var phases: UInt8?
  /// The rate below which the vehicle charges badly, in thousandths of `unit`, if its profile says.
  public var minimumRate: Int64?
  public var reason: LimitReason
  /// The first instant at which another period or profile holds; nil for never.
  public var until: DateTime?
}

/// Why a limit is what it is.
public enum LimitReason: Sendable, Equatable {
  /// Nothing limits.
  case unlimited
  /// `Supply.maximumMilliamps`.
  case hardware
  case profile(ProfileReason)
  /// Of the whole station only: together its connectors may take no more than this.
  case connectors
}

/// The period of a profile that decided.
public struct ProfileReason: Sendable, Equatable {
  public var id: Int
  public var purpose: ProfilePurpose
  /// The connector the profile was set for: 0 for a default of all connectors.
  public var connector: Int
  /// The index of the period in its schedule.
  public var period: Int

  public init(id: Int, purpose: ProfilePurpose, connector: Int, period: Int) {
    self.id = id
    self.purpose = purpose
    self.connector = connector
    self.period = period
  }
}

/// A connector as the schedules see it.
public struct ChargingConnector: Sendable, Equatable {
  public var session: ChargingSession
  /// 0 for the whole station.
  public var number: Int
  public var supply: Supply

  public init(number: Int, supply: Supply, session: ChargingSession = .none) {
    self.number = number
    self.supply = supply
    self.session = session
  }
}
