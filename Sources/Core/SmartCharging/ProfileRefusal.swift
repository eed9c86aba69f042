/// Why a profile was not stored. In 1.6 every one of them is answered `Rejected`.
public enum ProfileRefusal: Error, Sendable, Equatable {
  /// No such connector.
  case connectorUnknown
  /// A limit on the whole station belongs to connector 0 (§3.13.1).
  case notForOneConnector
  /// A `TxProfile` belongs to a connector, not to 0 (§5.16.3).
  case notForTheStation
  /// A `TxProfile`, and no transaction on the connector (§5.16.2).
  case noTransaction
  /// A `TxProfile` for a transaction other than the one on the connector.
  case otherTransaction
  /// Only a `TxProfile` can come with a remote start (§5.11).
  case notForARemoteStart
  /// Negative or above `StoreLimits.highestStackLevel`.
  case stackLevelOutOfRange
  /// The unit is not among those the station can limit in.
  case unitNotAllowed
  case noPeriods
  /// More than `StoreLimits.periodsPerProfile`.
  case tooManyPeriods
  /// The first period does not start at 0.
  case firstPeriodNotAtZero
  /// A period does not start after the one before it.
  case periodsNotAscending(index: Int)
  /// Negative, or more than `StoreLimits.largestAmount`.
  case limitOutOfRange(index: Int)
  /// Other than 1, 2 or 3.
  case phasesOutOfRange(index: Int)
  case minimumRateOutOfRange
  /// Zero or negative.
  case durationOutOfRange
  /// `validTo` is not after `validFrom`.
  case neverValid
  /// The store is full, and there is nothing the profile would replace.
  case storeFull
}
