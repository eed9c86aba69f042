public import OCPPJSON

/// An event that somebody noted of a session, beside those of the ledger.
public struct NotedEvent: Sendable {
  public var id = 0
  /// Of which session.
  public var session = 0
  public var at: DateTime
  public var type: Text
  public var triggerReason: Text?
  public var origin: Text?
  /// JSON.
  public var data: Text?
  /// Decimals.
  public var temperature: Text?
  public var current: Text?
  public var voltage: Text?
  /// In Wh.
  public var meterValue: Int?
  public var createdAt: DateTime
  public var updatedAt: DateTime

  public init(at: DateTime, type: Text) {
    self.at = at
    self.type = type
    createdAt = at
    updatedAt = at
  }

  init(_ query: Statement) {
    self.init(at: query.dateTime(1), type: query.text(2))
    id = query.int(0)
    triggerReason = query.optionalText(3)
    origin = query.optionalText(4)
    data = query.optionalText(5)
    temperature = query.optionalText(6)
    current = query.optionalText(7)
    voltage = query.optionalText(8)
    meterValue = query.optionalInt(9)
    createdAt = query.dateTime(10)
    updatedAt = query.dateTime(11)
    session = query.int(12)
  }
}
