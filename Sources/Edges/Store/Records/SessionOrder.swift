public import OCPPJSON

/// A session that an app orders before its transaction begins.
public struct SessionOrder: Sendable {
  public var station: Text
  public var connector: Int
  /// The token that is made for it.
  public var tag: Text
  public var user: Text
  public var payment: Text
  public var paymentMethod: Text
  public var ownerID: Text?
  public var ownerName: Text?
  /// The user is a driver, who asks for itself.
  public var isDrivers = false
  /// Until when the station has to have begun.
  public var deadline: DateTime

  public init(
    station: Text, connector: Int, tag: Text, user: Text, payment: Text, paymentMethod: Text,
    deadline: DateTime
  ) {
    self.station = station
    self.connector = connector
    self.tag = tag
    self.user = user
    self.payment = payment
    self.paymentMethod = paymentMethod
    self.deadline = deadline
  }
}

/// What became of an order.
public enum OrderedSession: Sendable, Equatable {
  case made(Int)
  /// The payment has this session already.
  case existing(Int)
}
