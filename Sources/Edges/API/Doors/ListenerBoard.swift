import Synchronization

/// A port that is open, as `/health` tells of it.
public struct ListenerReport: Sendable {
  /// Its address and port.
  public var place: String
  /// "profile 2, TLS and HTTP Basic".
  public var summary: String
  /// When its certificate ends, in seconds since 1970; nil without one.
  public var certificateEnd: (@Sendable () -> Int64)?

  public init(place: String, summary: String, certificateEnd: (@Sendable () -> Int64)? = nil) {
    self.place = place
    self.summary = summary
    self.certificateEnd = certificateEnd
  }
}

/// The ports that are open. They are opened after the doors behind them are made.
final class ListenerBoard: Sendable {
  private let reports = Mutex<[ListenerReport]>([])

  var all: [ListenerReport] {
    get { reports.withLock { $0 } }
    set { reports.withLock { $0 = newValue } }
  }
}
