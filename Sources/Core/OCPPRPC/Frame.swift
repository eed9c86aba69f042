public import OCPPJSON

/// The message type number at the start of every frame (OCPP-J §4.1.3; 5 and 6 are 2.1's).
@frozen public enum FrameKind: UInt8, Sendable {
  case call = 2
  case result = 3
  case error = 4
  case resultError = 5
  case send = 6
}

/// What stands before the payload: `[2,"id","Action",`. Filled as far as the text could be read, so
/// that an error can still be answered with the right id.
@frozen public struct FrameHead: Sendable {
  public var kind = FrameKind.call
  /// Nil until an id was read.
  public var id: MessageID?
  /// The action's index in the version's table, for a call or a send.
  public var action: UInt8 = 0

  public init() {}
}

extension JSONReader {
  /// Reads a frame's head. After a call or a send the payload follows; after a result its payload;
  /// after an error the code, the description and the details. What is wrong sticks.
  public mutating func frameHead(_ head: inout FrameHead, actions: NameTable) {
    var count = 0
    guard element(&count, 1, 5) else { return }
    let kind = frameKind()
    // Known before the id, because an answer is never answered, not even one without an id.
    if let kind { head.kind = kind }
    guard !failed, element(&count, 3, 5) else { return endsTooEarly() }
    let (start, length) = token()
    if failed { return }
    guard let id = MessageID(utf8: UnsafeBufferPointer(start: start, count: length)) else {
      return refuse(.formation, .badMessageID)
    }
    head.id = id
    // Only now: an answer to an unknown message type needs the id.
    guard let kind else { return refuse(.messageType, .unknownMessageType) }
    if kind == .call || kind == .send { readAction(&head, actions, &count) }
    if failed { return }
    if !element(&count, 3, 5) { endsTooEarly() }
  }

  private mutating func frameKind() -> FrameKind? {
    let number = int()
    return FrameKind(rawValue: UInt8(exactly: number) ?? 0)
  }

  private mutating func readAction(
    _ head: inout FrameHead, _ actions: NameTable, _ count: inout Int
  ) {
    guard element(&count, 3, 5) else { return endsTooEarly() }
    let (start, length) = token()
    if failed { return }
    let index = actions.find(start, length)
    if index < 0 { return refuse(.notImplemented, .unknownAction) }
    head.action = UInt8(truncatingIfNeeded: index)
  }

  /// The array closed before everything a frame needs was there.
  private mutating func endsTooEarly() { refuse(.formation, .badFrame) }

  /// `]` and nothing after it.
  public mutating func endFrame() {
    if !failed && nextByte() == 0x2C { return refuse(.formation, .badFrame) }
    punctuation(0x5D)
    finish()
  }

  /// `"code","description",{details}]` of a CALLERROR. Lenient, because there is nobody to tell:
  /// details of any type, or none.
  public mutating func callError() -> CallError {
    var error = CallError(code: text(), description: Text())
    if nextByte() == 0x2C {
      punctuation(0x2C)
      error.description = text()
    }
    if nextByte() == 0x2C {
      punctuation(0x2C)
      error.details = raw()
    }
    endFrame()
    return error
  }
}

extension JSONWriter {
  /// `[2,"id","Action",`; the payload and `endFrame` follow.
  public mutating func beginCall(_ id: MessageID, _ actions: NameTable, _ action: UInt8) {
    literal("[2,")
    id.write(&self)
    byte(0x2C)
    word(actions, action)
    byte(0x2C)
  }

  /// `[3,"id",`; the payload and `endFrame` follow.
  public mutating func beginResult(_ id: MessageID) {
    literal("[3,")
    id.write(&self)
    byte(0x2C)
  }

  /// `]`.
  public mutating func endFrame() { byte(0x5D) }

  /// A whole CALLERROR. The description is cut to 255 bytes, as OCPP-J §4.2.3 asks.
  public mutating func callError(
    _ id: MessageID, _ code: RPCErrorCode, in version: OCPPVersion, _ description: Text
  ) {
    literal("[4,")
    id.write(&self)
    literal(",\"")
    literal(code.wireName(in: version))
    literal("\",")
    description.withUTF8 { bytes in
      var length = min(bytes.count, CallError.descriptionLimit)
      while length > 0 && length < bytes.count && bytes[length] & 0xC0 == 0x80 { length -= 1 }
      string(UnsafeBufferPointer(rebasing: bytes[0..<length]))
    }
    literal(",{}]")
  }
}
