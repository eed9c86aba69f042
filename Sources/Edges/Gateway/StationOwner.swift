public import OCPPJSON

/// Whose a station is.
public struct StationOwner: Sendable, Equatable {
  public var company: Text
  /// Since when; nil for as long as it is on record.
  public var since: DateTime?

  public init(_ company: Text, since: DateTime? = nil) {
    self.company = company
    self.since = since
  }
}
