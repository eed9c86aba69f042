public import OCPPJSON
public import OCPPRPC

/// A live connection as an operator sees it.
public struct ConnectionInfo: Sendable, Equatable {
  public var station: Text
  public var version: OCPPVersion
  public var node: String
  /// `address:port` of the station, or of the proxy before it.
  public var remoteAddress: String
  public var since: DateTime
  public var lastMessageAt: DateTime?
  public var messagesIn: UInt64
  public var messagesOut: UInt64
  /// Nil before the first pong, in milliseconds.
  public var pingRoundTrip: Int?
  /// Calls to the station that are outstanding or wait.
  public var queuedCalls: Int
  /// Answers that wait for the disk.
  public var heldAnswers: Int
}

/// Why a call to a station could not be made or came to nothing.
public enum CallFailure: Error, Sendable, Equatable {
  case notConnected
  /// The line behind the outstanding call is full.
  case tooManyCalls
  case timedOut
  /// The connection went while the call waited.
  case disconnected
  case callError(CallError)
  /// The station's answer breaks the schema: its payload and what is wrong.
  case invalidAnswer([UInt8], Text)
}
