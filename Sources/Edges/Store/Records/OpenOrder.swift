public import OCPPJSON

/// An ordered session that is not over.
public struct OpenOrder: Sendable {
  public var id: Int
  public var station: Text
  public var connector: Int
  public var tag: Text
  public var deadline: DateTime
  /// The station accepted it.
  public var isAccepted: Bool
  /// Its transaction has begun.
  public var hasBegun: Bool

  public init(
    id: Int, station: Text, connector: Int, tag: Text, deadline: DateTime, isAccepted: Bool,
    hasBegun: Bool
  ) {
    self.id = id
    self.station = station
    self.connector = connector
    self.tag = tag
    self.deadline = deadline
    self.isAccepted = isAccepted
    self.hasBegun = hasBegun
  }
}
