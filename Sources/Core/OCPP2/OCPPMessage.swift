public import OCPPJSON

/// A payload of OCPP 2 or a part of one. Equal are two of them that are written alike.
public protocol OCPPMessagePart: OCPPObject, Equatable {
  /// All members at their simplest.
  static var blank: Blank<Self> { get }
}

extension OCPPMessagePart {
  @inlinable @inline(__always) public static func putBlank(at place: UnsafeMutablePointer<Self>) {
    blank.put(at: place)
  }
}

extension JSONReader {
  /// Reads an optional part in place.
  @inline(__always) mutating func part<Part: OCPPMessagePart>(_ place: inout Part?) {
    Part.blank.put(in: &place)
    place!.read(&self)
  }
}

extension OCPPMessagePart {
  public static func == (left: Self, right: Self) -> Bool { left.encoded() == right.encoded() }

  /// Decodes and validates a text that holds this object and nothing else, as `edition` has it.
  public static func decode(
    _ bytes: [UInt8], as edition: Edition, policy: ReadingPolicy = ReadingPolicy()
  ) throws(DecodeError) -> Self {
    var value = makeBlank()
    let error: DecodeError? = bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer, edition: edition, policy: policy)
      value.read(&reader)
      reader.finish()
      return reader.failed ? reader.error : nil
    }
    if let error { throw error }
    return value
  }
}

/// A request and the response that belongs to it.
public protocol OCPPRequest: OCPPMessagePart {
  associatedtype Response: OCPPMessagePart
  static var action: Action { get }
}

/// A message that nobody answers (2.1, message type 6).
public protocol OCPPSend: OCPPMessagePart {
  static var action: Action { get }
}

/// Something that is done alike for every message type; `Action.visit` picks the type.
public protocol MessageVisitor {
  /// What the visit comes to.
  associatedtype Output
  mutating func visit<Request: OCPPRequest>(_ type: Request.Type) -> Output
  mutating func visit<Send: OCPPSend>(_ type: Send.Type) -> Output
}

extension Action {
  /// Whether the edition has this action. 2.0.1's come first.
  public func exists(in edition: Edition) -> Bool {
    edition == .v21 || rawValue < Action.olderCount
  }

  /// The names of an edition's actions: what the head of a frame is read with.
  public static func table(of edition: Edition) -> NameTable {
    edition == .v21 ? table : olderTable
  }
}

extension JSONReader {
  /// Reads an object that is the last part of its frame, and the frame's end, so that nobody acts
  /// on a message that turns out to be malformed behind its payload.
  @inlinable mutating func readLast<T: OCPPObject>(_ value: inout T) throws(DecodeError) {
    value.read(&self)
    closeFrame()
    if failed { throw error }
  }

  @usableFromInline mutating func closeFrame() {
    if failed { return }
    if nextByte() == 0x2C { return refuse(.formation, .badFrame) }
    punctuation(0x5D)
    finish()
  }

  /// The error for a message that is of the version, but not for this side to receive.
  @usableFromInline mutating func neverSent() -> DecodeError {
    refuse(.notImplemented, .unknownAction)
    return error
  }
}
