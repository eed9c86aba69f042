public import StationCore

/// What a running virtual station tells about itself.
public enum StationEvent: Sendable, Equatable {
  case connecting(url: String)
  case connected
  /// The connection could not be opened, or was lost; the next attempt is so many milliseconds away.
  case disconnected(reason: String, retryInMilliseconds: UInt64)
  /// Its journal cannot be used: what it owes will not survive.
  case journalFailed(reason: String)
  /// The station restarts: it was reset, or has new firmware.
  case restarting(reason: String)
  case phaseChanged(VisitPhase)
  /// Once a second while it charges.
  case figures(VisitFigures)
  /// Its visit is over and everything was acknowledged.
  case ended(VisitPhase, VisitFigures)
}

/// Which way a frame went, seen from the station.
public enum FrameDirection: Sendable {
  case sent
  case received
}
