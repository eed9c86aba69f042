public import OCPPJSON

/// A request and the response that belongs to it.
public protocol OCPPRequest: OCPPObject {
  associatedtype Response: OCPPObject
  static var action: Action { get }
}

/// Something that is done alike for every request type; `Action.visit` picks the type.
public protocol RequestVisitor {
  /// What the visit comes to.
  associatedtype Output
  mutating func visit<Request: OCPPRequest>(_ type: Request.Type) -> Output
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

  /// The error for a request that is of the version, but not for this side to receive.
  @usableFromInline mutating func neverSent() -> DecodeError {
    refuse(.notImplemented, .unknownAction)
    return error
  }
}
