public import OCPPJSON

/// Whose a station is.
public struct StationOwner: Sendable, Equatable {
  public var company: Text
  /// Since when: another's station of this name may have been here before.
  public var since: DateTime

  public init(_ company: Text, since: DateTime) {
    self.company = company
    self.since = since
  }
}
