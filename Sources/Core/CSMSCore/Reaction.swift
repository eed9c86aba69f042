public import OCPPJSON
public import OCPPRPC

/// What a session wants done with a frame it received.
public enum Reaction: Sendable {
  /// Send what was written.
  case answer
  /// Send the CALLERROR that was written; nothing changed.
  case refuse(RPCErrorCode)
  /// Keep the fact, then let the session write the answer (`Session16.answer`).
  case hold(Fact, PendingAnswer)
  /// A call of ours is over; whoever holds the ticket wants to know.
  case finish(ticket: UInt64, CallOutcome)
  /// Nothing to do.
  case ignore(IgnoredFrame)
}

/// Why a frame is passed over.
public enum IgnoredFrame: UInt8, Sendable, CaseIterable {
  /// An answer nobody waits for: late, or never asked for.
  case unexpectedAnswer
  /// A message type that 1.6 does not know (OCPP-J 1.6 §4.1.3).
  case unknownMessageType
  /// An answer that could not be read.
  case unreadableAnswer
}

/// How a call of ours ended.
public enum CallOutcome: Sendable, Equatable {
  /// The payload of the CALLRESULT, valid.
  case result([UInt8])
  /// The payload of the CALLRESULT is not valid, and why.
  case invalidResult([UInt8], Text)
  case error(CallError)
  case timedOut
  case disconnected
}

/// An answer that waits until a fact is durable.
public struct PendingAnswer: Sendable {
  /// What the answer will say.
  public enum Content: Sendable {
    /// No members.
    case empty
    /// The station is registered, or not yet, or not at all.
    case registered(Registration)
    /// A certificate may come, or not.
    case requested
    /// The transaction has an id.
    case started(TokenVerdict)
    /// The transaction is over; a verdict when the station told who ended it.
    case stopped(TokenVerdict?)
  }

  public let id: MessageID
  /// The action's index in the version's table.
  public let action: UInt8
  public let content: Content
}
