/// What is known of a station that decides whether a command makes sense, and in how many parts it
/// goes out. Nil where the station has not said.
public struct StationKnowledge: Sendable, Equatable {
  /// The configuration key `SendLocalListMaxLength`.
  public var localListPartLength: Int?
  /// The version of its local list.
  public var localListVersion: Int?

  /// What its BootNotification was answered with.
  public var registration = Registration.accepted
  /// The configuration key `LocalAuthListMaxLength`.
  public var localListLength: Int?

  public init(localListPartLength: Int? = nil, localListVersion: Int? = nil) {
    self.localListPartLength = localListPartLength
    self.localListVersion = localListVersion
  }

  /// The tokens of one SendLocalList for a station that has not said how many it takes.
  public static var defaultListPartLength: Int { 50 }

  public var listPartLength: Int {
    max(1, localListPartLength ?? StationKnowledge.defaultListPartLength)
  }
}
