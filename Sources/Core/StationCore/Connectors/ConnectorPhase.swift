/// Where a connector is between two vehicles.
enum ConnectorPhase: Sendable {
  /// Nobody is here. Leaves for `waitingForCable` on an accepted token, for `waitingForToken` when
  /// a cable is inserted.
  case idle
  /// A token was accepted. Leaves for `starting` when the cable is inserted, for `idle` after
  /// ConnectionTimeOut (CP16-39).
  case waitingForCable(Token, until: Int64)
  /// The cable is in. Leaves for `starting` on an accepted token, for `finishing` after
  /// ConnectionTimeOut, so that a forgotten cable is seen to block the bay (CP16-40).
  case waitingForToken(until: Int64)
  /// Token and cable are there, the meter is being read. Leaves for `charging` with the first
  /// reading.
  case starting(Token)
  /// A transaction runs. Leaves for `stopping`.
  case charging
  /// The contactor is open, the meter is being read for the last time; why stands in the
  /// transaction. Leaves for `finishing`, or for `idle` when the cable is out.
  case stopping
  /// The vehicle is to leave. Leaves for `idle` when the cable is out, or for `starting` on a token.
  case finishing
}
