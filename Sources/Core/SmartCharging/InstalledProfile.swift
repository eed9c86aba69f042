public import OCPPJSON

/// A profile in the store, and what it belongs to there.
public struct InstalledProfile: Sendable, Equatable {
  public var profile: ChargingProfile
  /// 0 for the whole station, and for a remote start whose connector is not known yet.
  public internal(set) var connector: Int
  public internal(set) var binding: Binding
  public var receivedAt: DateTime

  public enum Binding: Sendable, Equatable {
    /// Counts until it is replaced or cleared.
    case none
    /// Ends with the transaction.
    case transaction(Int)
    /// Counts for nothing yet: waits for the transaction, and goes when the start is given up.
    case remoteStart(Int)
  }

  public init(
    profile: ChargingProfile, connector: Int, binding: Binding, receivedAt: DateTime
  ) {
    self.profile = profile
    self.connector = connector
    self.binding = binding
    self.receivedAt = receivedAt
  }

  /// A remote start whose driver may choose the connector: connector 0 does not mean the station.
  var waitsForAnyConnector: Bool {
    if case .remoteStart = binding { return connector == 0 }
    return false
  }

  /// Whether the profile belongs to what its purpose says.
  var isInPlace: Bool {
    switch (profile.purpose, binding) {
    case (.stationMaximum, .none), (.externalConstraint, .none): connector == 0
    case (.transactionDefault, .none), (.transaction, .remoteStart): true
    case (.transaction, .transaction): connector != 0
    case (.transaction, .none), (_, .transaction), (_, .remoteStart): false
    }
  }

  /// Whether storing this one ends the other (§3.13.2).
  func replaces(_ other: InstalledProfile) -> Bool {
    if profile.id == other.profile.id { return true }
    return profile.purpose == other.profile.purpose && connector == other.connector
      && profile.stackLevel == other.profile.stackLevel && binding == other.binding
  }
}
