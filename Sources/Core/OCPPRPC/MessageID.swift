public import OCPPJSON

/// The id that pairs an answer with its call: up to 36 bytes (OCPP-J §4.1.4). Held in place on machines
/// with 64-bit words; on smaller ones one reference, as a `Text` is, because a station has six that are
/// nearly always nil, and code that copies and clears 37 bytes takes more flash than one that does 4.
@frozen public struct MessageID: Sendable, Equatable {
  /// The longest id, in bytes.
  @inlinable public static var limit: Int { 36 }

  #if _pointerBitWidth(_64)
    private var a: UInt64 = 0
    private var b: UInt64 = 0
    private var c: UInt64 = 0
    private var d: UInt64 = 0
    private var e: UInt32 = 0
    private var length: UInt8 = 0
  #else
    /// The id as text.
    public let text: Text
  #endif

  /// What stands for the id in an answer to a frame whose id could not be read.
  public static var unreadable: MessageID { MessageID("-1") }

  #if _pointerBitWidth(_64)
    public init() {}
  #else
    public init() { text = Text() }
  #endif

  /// A copy of the bytes; nil when there are more than `limit`.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.count > MessageID.limit { return nil }
    #if _pointerBitWidth(_64)
      length = UInt8(truncatingIfNeeded: bytes.count)
      guard let start = bytes.baseAddress else { return }
      withUnsafeMutableBytes(of: &self) {
        $0.baseAddress.unsafelyUnwrapped.copyMemory(from: start, byteCount: bytes.count)
      }
    #else
      text = Text(utf8: bytes)
    #endif
  }

  /// A short constant, for tests and for `unreadable`.
  public init(_ constant: StaticString) {
    let bytes = UnsafeBufferPointer(
      start: constant.utf8Start, count: min(constant.utf8CodeUnitCount, MessageID.limit))
    self = MessageID(utf8: bytes) ?? MessageID()
  }

  /// Unique for as long as `prefix` is: 16 hexadecimal digits of the prefix, a hyphen, the number.
  public init(prefix: UInt64, number: UInt32) {
    var bytes: InlineArray<25, UInt8> = InlineArray(repeating: 0x2D)
    for index in 0..<16 {
      bytes[index] = MessageID.digit(UInt8(truncatingIfNeeded: prefix >> UInt64(60 - 4 * index)))
    }
    for index in 0..<8 {
      bytes[17 + index] = MessageID.digit(
        UInt8(truncatingIfNeeded: number >> UInt32(28 - 4 * index)))
    }
    let filled = withUnsafeBytes(of: bytes) {
      MessageID(utf8: $0.assumingMemoryBound(to: UInt8.self))
    }
    self = filled ?? MessageID()
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    let low = value & 15
    return low < 10 ? 0x30 + low : 87 + low
  }

  #if _pointerBitWidth(_64)
    /// The id as text.
    public var text: Text { withUTF8 { Text(utf8: $0) } }

    private func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
      withUnsafeBytes(of: self) {
        body(
          UnsafeBufferPointer(
            start: $0.assumingMemoryBound(to: UInt8.self).baseAddress, count: Int(length)))
      }
    }
  #endif

  /// Writes the id as a JSON string.
  public func write(_ writer: inout JSONWriter) {
    #if _pointerBitWidth(_64)
      withUTF8 { writer.string($0) }
    #else
      text.withUTF8 { writer.string($0) }
    #endif
  }
}

#if !hasFeature(Embedded)
  extension MessageID: Hashable {}

  extension MessageID: CustomStringConvertible {
    public var description: String { text.description }
  }
#endif
