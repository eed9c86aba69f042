/// What is wrong with a peer's message, whatever the version; `OCPPRPC` maps it to the error code
/// that the version at hand uses.
@frozen public enum Violation: UInt8, Sendable {
  /// Not JSON, not the frame's shape, or a member the message does not have.
  case formation
  /// A value outside its range, length, set of words or format.
  case property
  /// A required member is missing, a member stands twice, or an array has too few or too many items.
  case occurrence
  /// A value of another JSON type.
  case type
  /// A message type number that is no message type.
  case messageType
  /// An action that is not part of the version.
  case notImplemented
}

/// The exact finding behind a `Violation`.
@frozen public enum Fault: UInt8, Sendable {
  case unexpectedEnd, unexpectedByte, badString, badEscape, badUTF8, badNumber, tooDeep
  case trailingBytes
  case wrongType, notInteger
  case unknownMember, missingMember, duplicateMember
  case tooLong, unknownWord, tooFewItems, tooManyItems, belowMinimum, aboveMaximum, notMultiple
  case integerRange, badDateTime
  case unknownAction, unknownMessageType, badFrame, badMessageID

  /// A sentence fragment for people: "unknown member".
  public var phrase: Text { Text(line: Int(rawValue), of: Fault.phrases) }

  /// Line by line in the order of the cases.
  private static var phrases: StaticString {
    """
    the text ends too early
    unexpected character
    control character in a string
    bad escape sequence in a string
    bytes that are not UTF-8
    malformed number
    nested too deep
    characters after the end of the message
    value of the wrong type
    an integer is needed
    unknown member
    missing member
    member given twice
    text too long
    value not in the list of allowed values
    too few items
    too many items
    value below the minimum
    value above the maximum
    too many decimal places
    number out of range
    not an RFC 3339 date-time
    unknown action
    unknown message type number
    not an OCPP-J frame
    message id of more than 36 characters
    """
  }
}

/// The first thing wrong in a text, and where. Eight bytes, so that throwing it costs nothing;
/// `JSONPath` turns the offset into a path when somebody wants to read it.
@frozen public struct DecodeError: Error, Sendable, Equatable {
  public var violation: Violation
  public var fault: Fault
  /// In bytes from the start of the text.
  public var offset: UInt32

  @inlinable public init(_ violation: Violation, _ fault: Fault, offset: UInt32) {
    self.violation = violation
    self.fault = fault
    self.offset = offset
  }
}
