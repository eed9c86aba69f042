/// What the operator decided about all sessions.
public struct SessionPolicy: Sendable, Equatable {
  /// Between heartbeats, in seconds; sent with every accepted BootNotification.
  public var heartbeatInterval: Int
  /// Whether a token that is not on record may charge.
  public var acceptsUnknownTokens: Bool
  /// How many calls may wait behind the outstanding one.
  public var callLineLimit: Int
  /// What a BootNotification is answered with.
  public var registration = Registration.accepted
  /// After how many seconds a station that was not accepted asks again.
  public var retryInterval = 60
  /// How many transactions a token may have at a time, unless its record says something else; nil
  /// for any number.
  public var tokenTransactions: Int?

  public init(
    heartbeatInterval: Int = 300, acceptsUnknownTokens: Bool = false, callLineLimit: Int = 16
  ) {
    self.heartbeatInterval = heartbeatInterval
    self.acceptsUnknownTokens = acceptsUnknownTokens
    self.callLineLimit = callLineLimit
  }
}
